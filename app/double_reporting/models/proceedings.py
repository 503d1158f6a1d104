"""How a member registration came about and what was decided about it: sealed as one value, because
instants and names of staff would tell whose registration it is."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from app.communities.models import Channel
from app.kernel.words import Worded


class VerifyMethod(Worded):
    """Means by which the membership was confirmed, once and with the approval."""

    UNIT_LIST = "unit_list", "单位名单", "list of the unit"
    """The list of members that the unit has handed in names them."""
    UNIT_LIAISON = "unit_liaison", "单位联络员确认", "liaison of the unit"
    COMMUNITY = "community", "社区核实", "community"
    PAPER_SLIP = "paper_slip", "纸质报到单", "paper slip"


class Proceedings(BaseModel):
    """The submission, the last decision, and the end. A new submission after a return forgets the
    decision before."""

    model_config = ConfigDict(frozen=True)
    submitted_at: datetime
    entered_by: UUID
    """The user who entered it: the member, or the staff member at the desk."""
    channel: Channel
    witness: str | None = None
    decided_at: datetime | None = None
    decided_by: UUID | None = None
    reason: str | None = None
    """Told to the member; needed to return and to decline."""
    verify_method: VerifyMethod | None = None
    receipt_number: str | None = None
    residence_due_at: datetime | None = None
    """The instant until which a residence is to be approved; None where one is."""
    residence_told_at: datetime | None = None
    """The instant at which the member was reminded of it."""
    ended_at: datetime | None = None
    """The instant of the withdrawal or the end."""
    end_reason: str | None = None

    def with_(self, **changes: Any) -> Self:
        return self.model_copy(update=changes)
