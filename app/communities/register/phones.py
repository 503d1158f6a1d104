"""Normalises the phone numbers of registers, so that they compare with verified ones."""

from re import fullmatch, sub
from unicodedata import normalize

CHINA = "+86"


def e164(written: str) -> str | None:
    """Returns the number in E.164, as WeChat verifies it (+8613800000000); None for text that is
    no phone number."""
    digits = sub(r"[\s().-]", "", normalize("NFKC", written))
    if fullmatch(r"\+[1-9][0-9]{7,14}", digits):
        return digits
    if fullmatch(r"(00)?861[0-9]{10}", digits):
        return f"+{digits.removeprefix('00')}"
    if fullmatch(r"1[0-9]{10}", digits):
        return CHINA + digits
    return CHINA + digits[1:] if fullmatch(r"0[1-9][0-9]{8,10}", digits) else None
