"""Schemas of allowances of more reveals."""

from datetime import datetime
from uuid import UUID

from app.kernel.web.schemas import Out, ReasonIn


class RevealAllowanceIn(ReasonIn):
    administrator_id: UUID
    """Id of the user who may reveal more."""


class RevealAllowanceOut(Out):
    id: UUID
    administrator_id: UUID
    allowed_by: UUID
    allowed_at: datetime
