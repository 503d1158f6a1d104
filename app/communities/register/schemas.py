"""Schemas of the residents' register, which show counts only."""

from datetime import datetime

from app.kernel.web.schemas import Out


class RegisterSize(Out):
    households: int
    entries: int
    imported_at: datetime | None
