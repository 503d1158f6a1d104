"""Texts in one form: what looks alike is alike, lines end in one way, and something is there to
see. Lengths are for the caller to look at first: no text is normalised here before its marks are
counted, for a pile of them takes the square of its height."""

from re import compile as pattern
from re import findall
from unicodedata import category, combining, decomposition, normalize

MAX_PILED_MARKS = 30
"""Marks on one letter, as in the stream-safe form of UAX 15; no writing has more than a few."""
LAST_MARK = 0x1FFFF
"""No mark that is put in order has a higher code."""
BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800\U0001d159")
"""Letters and signs of Unicode that are drawn as nothing: fillers of Hangul, empty Braille, a note
without a head."""
JOINERS = frozenset("\u200c\u200d")
"""Format characters that change how a word or an emoji looks."""
BIDIRECTIONAL = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Format characters that turn the direction of what follows: refused, not dropped."""
_NONCHARACTERS = [
    *range(0xFDD0, 0xFDF0),
    *(p * 0x10000 + e for p in range(17) for e in (0xFFFE, 0xFFFF)),
]
UNDRAWN = frozenset(
    map(chr, [0x2065, *range(0xFFF0, 0xFFF9), *range(0xE0000, 0xE1000), *_NONCHARACTERS])
)
"""Codes without a character that are drawn as nothing: Unicode has reserved them for format
characters, or for nobody."""
_NOTHING = BLANK | UNDRAWN
UNSEEN_KINDS = frozenset({"Cc", "Cf", "Co", "Cs", "Mn", "Mc", "Me", "Zs", "Zl", "Zp"})


def _is_mark(character: str) -> bool:
    """True where a normal form begins with a mark, which is put in order with those beside it."""
    if not combining(character) and not decomposition(character):
        return False
    return combining(normalize("NFKD", character)[0]) > 0


# Marks are no letters, but for two of half width; to look at the others would cost at each start.
_NO_LETTERS = findall(r"\W|[\uff9e\uff9f]", "".join(map(chr, range(0x300, LAST_MARK))))
_MARKS = "".join(filter(_is_mark, _NO_LETTERS))
_UNJOINED = [c for c in _NO_LETTERS if category(c) == "Cf" and c not in JOINERS | BIDIRECTIONAL]
_FORMAT = pattern(f"[\u00ad{''.join(_UNJOINED)}]")
_PILE = pattern(f"[{_MARKS}]{{{MAX_PILED_MARKS + 1}}}")
# A class is quick as long as it names few characters beyond the first plane.
_FIRST_PLANE = "".join(mark for mark in _MARKS if mark <= "\uffff")
_PERHAPS_PILE = pattern(f"[{_FIRST_PLANE}\U00010000-\U0001ffff]{{{MAX_PILED_MARKS + 1}}}")
_FOLDED_ENDS = pattern("\r\n?")


def is_piled_up(text: str) -> bool:
    """Returns whether marks stand on marks, more of them than any writing has."""
    if len(text) <= MAX_PILED_MARKS or text.isascii() or not _PERHAPS_PILE.search(text):
        return False
    return _PILE.search(text) is not None


def composed(text: str) -> str:
    """Returns the text in NFC, its lines ended by \\n. ValueError for a pile of marks."""
    if is_piled_up(text):
        raise ValueError("marks are piled up")
    text = normalize("NFC", text)
    return _FOLDED_ENDS.sub("\n", text) if "\r" in text else text


def without_format(text: str) -> str:
    """Returns the text without format characters, which nobody sees and which make two names of
    one; those that join letters or turn their direction stay."""
    return text if text.isprintable() else _FORMAT.sub("", text)


def shows_something(text: str) -> bool:
    """Returns whether anything of the text can be seen: blanks, marks without a letter and format
    characters cannot."""
    return any(c not in _NOTHING and category(c) not in UNSEEN_KINDS for c in text)
