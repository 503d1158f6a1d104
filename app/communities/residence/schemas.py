"""Residence claims as the API takes and shows them. No answer to a write carries the name that
was claimed: answers are kept for their Idempotency-Key."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from app.communities.models import ResidenceClaimStatus
from app.kernel.database.columns import Channel
from app.kernel.web.pages import PageQuery
from app.kernel.web.schemas import In, Name, Out, Reason


class ClaimIn(In):
    household_id: UUID
    real_name: Name
    """As it stands in the community's own register."""


class DeskClaim(ClaimIn):
    """By staff for a participant who has signed on paper; a second person has seen it."""

    on_behalf_of: UUID
    has_paper_consent: Literal[True]
    channel: Literal[Channel.DESK, Channel.PAPER] = Channel.DESK
    witness: Name


class DeskAct(In):
    witness: Name


class Because(In):
    reason: Reason
    """Told to the person."""


class RevealName(In):
    reason: Reason
    """Audited, and shown to the person."""


class RevealedName(Out):
    real_name: str | None


class ClaimOut(Out):
    id: UUID
    household_id: UUID
    status: ResidenceClaimStatus
    submitted_at: datetime
    decided_at: datetime | None
    reason: str | None
    expires_at: datetime | None = Field(description="Renew it before.")
    ended_at: datetime | None


class MyClaim(ClaimOut):
    household: str
    """The names on the way to it."""


class MyClaimPage(Out):
    items: list[MyClaim]
    next_cursor: str | None


class StaffClaim(ClaimOut):
    participant_id: UUID
    household: str
    real_name: str | None = Field(description="Masked: 王**")
    channel: Channel


class StaffClaimPage(Out):
    items: list[StaffClaim]
    next_cursor: str | None


class ClaimQuery(PageQuery):
    status: ResidenceClaimStatus | None = None
