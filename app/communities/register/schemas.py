"""Schemas of the residents' register, which show counts only."""

from datetime import datetime

from app.kernel.web.schemas import Out


class RegisterImport(Out):
    """Counts of an import of the register."""

    households: int
    entries: int
    replaced: int
    """Number of deleted former entries of these households."""


class RegisterSize(Out):
    households: int
    entries: int
    imported_at: datetime | None
