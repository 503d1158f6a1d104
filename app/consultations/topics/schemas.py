"""Topics as the API takes and shows them."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from app.communities.acting import ActingFor
from app.communities.models import Channel
from app.communities.permissions import Staff
from app.communities.schemas import DeskChannel, require_other_witness
from app.consultations.models import (
    BallotStatus,
    Electorate,
    LegalEffect,
    TopicCategory,
    TopicOutcome,
    TopicStatus,
)
from app.consultations.schemas import NoteIn
from app.kernel.web.pages import PageQuery, StaffPage, Words, words_of
from app.kernel.web.schemas import In, Name, Out, line, lines


class TopicIn(In):
    title: Annotated[str, line(60, least=2)]
    text: Annotated[str, lines(2000, least=2)]
    """Plain text that says what the matter is and what should be done."""
    category: TopicCategory
    place_id: Annotated[UUID | None, Field(examples=[None])] = None
    """Grid, building or entrance whose residents it concerns; null for the whole community."""


class DeskTopic(TopicIn):
    """Topic that staff raise: for a resident, with a witness, or for the community itself."""

    on_behalf_of: UUID | None = None
    channel: DeskChannel = Channel.DESK
    witness: Name | None = None

    @model_validator(mode="after")
    def _has_witness_for_a_resident(self) -> Self:
        if (self.on_behalf_of is None) != (self.witness is None):
            raise ValueError("what is entered for somebody has a witness, and nothing else has")
        return self

    def acting(self, staff: Staff) -> ActingFor | None:
        """Returns for whom staff act; None for a topic of the community itself."""
        if self.on_behalf_of is None:
            return None
        require_other_witness(staff, self.witness or "")
        return ActingFor(staff.id, self.on_behalf_of, self.channel, self.witness)


class TopicDecision(NoteIn):
    """Decision by consensus, without a ballot."""

    minutes: Annotated[str, lines(5000, least=2)]
    """Minutes of the deliberation. Everybody may read them, so they name nobody."""
    outcome: TopicOutcome = TopicOutcome.ADOPTED
    """The consensus of those who met: to do it, or to leave it."""


class TopicOut(Out):
    id: UUID
    title: str
    text: str
    category: TopicCategory
    place_id: UUID | None
    place_path: str | None
    status: TopicStatus
    submitted_at: datetime
    answer_due_at: datetime = Field(description="Instant by which it is opened or declined.")
    opened_at: datetime | None = Field(description="Instant since which everybody may read it.")
    decided_at: datetime | None
    outcome: TopicOutcome | None
    """The decision; null before, and for topics decided by a former version."""
    minutes: str | None
    seconds: int
    seconds_needed: int | None = Field(description="Seconds with which it is deliberated.")
    opinions_for: int
    opinions_against: int
    opinions_neutral: int
    version: int


class NoteOut(Out):
    state: TopicStatus
    note: str | None = Field(description="Null where a rule has moved the topic.")
    at: datetime


class BallotInList(Out):
    """Ballot in a list of topics."""

    id: UUID
    status: BallotStatus
    electorate: Electorate
    legal_effect: LegalEffect
    opens_at: datetime
    closes_at: datetime


class TopicInList(Out):
    id: UUID
    title: str
    category: TopicCategory
    status: TopicStatus
    submitted_at: datetime
    opened_at: datetime | None
    seconds: int
    seconds_needed: int | None
    raised_by: str | None
    is_mine: bool
    place_id: UUID | None
    place_path: str | None
    outcome: TopicOutcome | None
    ballot: BallotInList | None
    """None while no ballot is announced."""


class TopicPage(Out):
    items: list[TopicInList]
    next_cursor: str | None


class TopicQuery(PageQuery):
    status: TopicStatus | None = None
    mine: bool = False
    """True lists the reader's own topics only."""
    q: Words | None = words_of("the title or the text")


class StaffTopicInList(TopicInList):
    participant_id: UUID | None
    channel: Channel
    answer_due_at: datetime
    is_overdue: bool = Field(description="True where screening has not answered within 7 days.")


class StaffTopicPage(StaffPage):
    items: list[StaffTopicInList]


class StaffTopicQuery(PageQuery):
    status: TopicStatus | None = None
    is_overdue: bool | None = None
    q: Words | None = words_of("the title or the text")


class UnconfirmedSecond(Out):
    """Second that the desk has entered for a resident. It counts when another person confirms
    it."""

    id: UUID
    participant_id: UUID
    display_name: str
    channel: Channel
    at: datetime
    entered_by: UUID
    entered_by_name: str | None
    """Colleague who has entered it; null for an account that has been closed."""


class UnconfirmedSecondPage(StaffPage):
    items: list[UnconfirmedSecond]
