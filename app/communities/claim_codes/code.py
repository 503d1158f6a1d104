"""The text of a claim code: twelve digits, which one can read out and type without mistakes."""

from secrets import randbelow
from unicodedata import normalize
from uuid import UUID

from app.kernel.crypto.digests import keyed_digest

DIGITS = 12
"""Enough that nobody finds one of a thousand codes by the guesses that the limit allows."""


def new_code() -> str:
    """Returns a code as it is printed, in groups of four digits."""
    digits = f"{randbelow(10**DIGITS):0{DIGITS}}"
    return " ".join(digits[start : start + 4] for start in range(0, DIGITS, 4))


def digest_of(community_id: UUID, typed: str, *, purpose: str = "claim code") -> bytes:
    """Returns the digest by which a code is stored: equal for all ways to type it, and another for
    each purpose."""
    digits = "".join(c for c in normalize("NFKC", typed) if c.isdecimal())
    return keyed_digest(purpose, community_id.bytes, digits, size=32)
