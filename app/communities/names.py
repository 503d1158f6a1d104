"""Names of persons as they are compared: what people write in several ways, leave out or do not
see makes no other person of the same one."""

from re import compile as pattern
from unicodedata import category, normalize

from app.kernel.privacy.sealed import Sealed
from app.kernel.text import BLANK, UNDRAWN

MIDDLE_DOT = "·"
_DOTS = pattern("[.\u00b7\u2022\u2027\u2219\u22c5\u2e31\u30fb\ua78f\u16eb]+")
"""Signs that stand between the parts of a name. NFKC has made the dots of full and half width
those of ordinary width."""
_UNSEEN_KINDS = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_VARIANTS = frozenset(
    map(
        chr,
        [0x34F, 0x180B, 0x180C, 0x180D, 0x180F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)],
    )
)
"""Marks that choose another drawing of the same character, and one that does nothing."""
_UNSEEN = BLANK | UNDRAWN | _VARIANTS


def comparable_name(name: str) -> str:
    """Returns the one form of a person's name, equal however the name is typed: width and case are
    folded, middle dots are one dot, and blanks and what nobody sees are left out."""
    folded = normalize("NFKC", normalize("NFKC", name).casefold())
    seen = "".join(c for c in folded if c not in _UNSEEN and category(c) not in _UNSEEN_KINDS)
    return _DOTS.sub(MIDDLE_DOT, normalize("NFKC", seen))


def letters_of_name(name: str) -> str:
    """Returns a name without any sign, to recognise somebody who hides behind one: two names of
    different persons may be equal by it."""
    return "".join(c for c in comparable_name(name) if c.isalnum())


class SealedName(Sealed):
    """A sealed name of a person, which is found however it is typed."""

    def comparable(self, value: str) -> str:
        return comparable_name(value)
