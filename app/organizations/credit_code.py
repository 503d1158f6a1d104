"""Unified social credit codes (GB 32100-2015), pure: eighteen characters, the last one checks."""

from re import fullmatch
from unicodedata import normalize

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""31 characters: without I, O, S, V and Z."""
FORM = rf"^[{ALPHABET}]{{2}}[0-9]{{6}}[{ALPHABET}]{{10}}$"
"""Authority and kind, six digits of the region, nine of the organization, one that checks."""
WEIGHTS = tuple(pow(3, place, 31) for place in range(17))


def check_character(first: str) -> str:
    """The character after the first seventeen: the weighted sum of all is a multiple of 31."""
    weighted = sum(
        weight * ALPHABET.index(letter) for weight, letter in zip(WEIGHTS, first, strict=True)
    )
    return ALPHABET[-weighted % 31]


def typed(code: str) -> str:
    """The code that is meant: full-width and small letters are slips of the one who types."""
    return normalize("NFKC", code).upper()


def fault(code: str) -> str | None:
    """Returns `bad_code` or `wrong_check_character`; None for a sound code."""
    if not fullmatch(FORM, code):
        return "bad_code"
    return None if check_character(code[:17]) == code[17] else "wrong_check_character"
