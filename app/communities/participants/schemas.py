"""Participants as the API takes and shows them. No answer to a write carries a real name: answers
are kept for their Idempotency-Key."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StrictBool

from app.communities.models import Channel, ParticipantKind, ParticipantStatus
from app.communities.schemas import DeskEntry, Witnessed
from app.kernel.web.pages import PageQuery
from app.kernel.web.schemas import In, Name, Out, Reason, line

DisplayName = Annotated[str, line(20)]


class Join(In):
    display_name: DisplayName
    """Shown to others in the community; no real name is needed."""


class ParticipantOut(Out):
    id: UUID
    community_id: UUID
    display_name: str
    kind: ParticipantKind
    status: ParticipantStatus
    joined_at: datetime


class Me(ParticipantOut):
    """A participant, as the person alone sees it."""

    household_id: UUID | None
    household: str | None = Field(description="The names on the way to it.")
    real_name: str | None = Field(description="Verified; seen by you and, with a reason, staff.")


class Participation(ParticipantOut):
    community_name: str


class ParticipationPage(Out):
    items: list[Participation]
    next_cursor: str | None


class DeskJoin(DeskEntry, Join):
    """Entry of a person without a phone by staff; a second person has seen it."""

    real_name: Name | None = None
    has_paper_consent: StrictBool = False
    """Signed by the person; a real name is not written without it."""


class DeskRename(Witnessed, Join):
    """A new name for a person who has asked at the desk; a second person has seen it."""


class Reveal(In):
    field: Literal["real_name"]
    reason: Reason
    """Audited, and shown to the person."""


class Revealed(Out):
    value: str | None


class StaffParticipant(ParticipantOut):
    real_name: str | None = Field(description="Masked: 王**")
    household_id: UUID | None
    has_user: bool = Field(description="Or is known at the desk alone.")
    channel: Channel


class StaffParticipantPage(Out):
    items: list[StaffParticipant]
    next_cursor: str | None


class ParticipantQuery(PageQuery):
    kind: ParticipantKind | None = None
    status: ParticipantStatus | None = None
    q: Name | None = None
    """The whole real name, for those who may read it."""
