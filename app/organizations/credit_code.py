"""Unified social credit codes (GB 32100-2015): 18 characters, of which the last checks the
others."""

from re import fullmatch
from unicodedata import normalize

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The 31 characters of a code: digits and letters without I, O, S, V and Z."""
FORM = rf"^[{ALPHABET}]{{2}}[0-9]{{6}}[{ALPHABET}]{{10}}$"
"""Authority and kind, six digits of the region, nine characters of the unit, a check character."""
WEIGHTS = tuple(pow(3, place, 31) for place in range(17))


def check_character(first: str) -> str:
    """Returns the check character of the first seventeen, which makes the weighted sum of all a
    multiple of 31."""
    weighted = sum(
        weight * ALPHABET.index(letter) for weight, letter in zip(WEIGHTS, first, strict=True)
    )
    return ALPHABET[-weighted % 31]


def typed(code: str) -> str:
    """Normalises a typed code: full-width and small letters become plain capitals."""
    return normalize("NFKC", code).upper()


def fault(code: str) -> str | None:
    """Returns `bad_code` or `wrong_check_character`; None for a valid code."""
    if not fullmatch(FORM, code):
        return "bad_code"
    return None if check_character(code[:17]) == code[17] else "wrong_check_character"
