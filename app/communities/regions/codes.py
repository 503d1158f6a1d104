"""Statistical codes of regions: 12 digits, 2 province + 2 city + 2 district + 3 subdistrict +
3 community. Digits below the region's own level are zeros."""

from re import fullmatch

from app.communities.models import SIGNIFICANT_DIGITS, RegionKind

LENGTH = 12


def kind_of(code: str) -> RegionKind | None:
    """Returns the kind of region by the trailing zeros of its code; None for text that is no
    code."""
    if not fullmatch(r"[0-9]{12}", code) or code.startswith("00"):
        return None
    return next(kind for kind, digits in SIGNIFICANT_DIGITS.items() if not code[digits:].strip("0"))


def parent_of(code: str) -> str | None:
    """Returns the code of the parent; None for a province. A city without districts (441900) has
    subdistricts right below it."""
    above = (
        code[:digits].ljust(LENGTH, "0")
        for digits in sorted(SIGNIFICANT_DIGITS.values(), reverse=True)
    )
    return next((parent for parent in above if parent != code), None)
