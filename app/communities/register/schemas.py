"""The register as the API shows it: counts alone."""

from datetime import datetime

from app.kernel.web.schemas import Out


class RegisterImport(Out):
    """Counts of an import."""

    households: int
    entries: int
    replaced: int
    """Former entries of these households."""


class RegisterSize(Out):
    households: int
    entries: int
    imported_at: datetime | None
