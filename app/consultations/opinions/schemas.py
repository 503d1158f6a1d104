"""Opinions as the API takes and shows them: residents see only the display name of an author."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.communities.models import Channel
from app.communities.schemas import OnBehalf
from app.consultations.models import OpinionStatus, Stance
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Out, ReasonIn, lines


class OpinionIn(In):
    stance: Stance
    text: Annotated[str, lines(1000)]
    reply_to: UUID | None = None
    """Opinion on the same topic that is no reply itself."""


class DeskReport(OnBehalf, ReasonIn):
    """A report that staff enter for a resident."""


class DeskOpinion(OnBehalf, OpinionIn):
    """Opinion that staff enter for a resident."""


class OpinionOut(Out):
    id: UUID
    topic_id: UUID
    topic_title: str
    reply_to: UUID | None
    stance: Stance
    text: str
    status: OpinionStatus
    posted_at: datetime
    endorsements: int
    hidden_reason: str | None = Field(
        description="Reason why it is hidden or was refused, shown to its author and to staff."
    )


class ShownOpinion(OpinionOut):
    author: str = Field(description="Display name.")
    is_mine: bool
    has_endorsed: bool
    actions: list[str] = Field(description="Verbs that the caller may use on it now.")


class OpinionPage(Out):
    items: list[ShownOpinion]
    next_cursor: str | None


class OpinionQuery(PageQuery):
    stance: Stance | None = None
    reply_to: UUID | None = None
    """Lists only the replies to this opinion."""


class StaffOpinion(OpinionOut):
    author: str
    participant_id: UUID
    channel: Channel
    reports: int
    """Reports since somebody of the staff has read it."""
    report_reasons: list[str]
    """Reasons of all reports, oldest first; they do not say who has made them."""
    actions: list[str] = Field(description="Verbs that the caller may use on it now.")


class StaffOpinionPage(StaffPage):
    items: list[StaffOpinion]


class StaffOpinionQuery(OpinionQuery):
    status: OpinionStatus | None = None


class ModerationQuery(PageQuery):
    status: OpinionStatus | None = None
    is_to_read: bool | None = None
    """Lists only those that wait to be read (true): new ones, and those that were reported."""
