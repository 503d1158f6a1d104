"""Service entries as the API shows them."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.communities.schemas import OnBehalf, Witnessed
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Instant, Out, Reason, ReasonIn
from app.service_records.models import AnomalyKind, EntryStatus, OccasionKind

Year = Annotated[int, Field(ge=2000, le=2099)]


class AnswerToReturn(In):
    """Why a returned entry is right as it is."""

    note: Reason


class DeskAnswerToReturn(AnswerToReturn, Witnessed):
    """A leader's answer that staff enter."""


class DeskObjection(ReasonIn, OnBehalf):
    """An objection that staff enter for a participant."""


class EntryCorrection(ReasonIn):
    """The part of the presence that was served, and why the rest was not."""

    starts_at: Instant
    ends_at: Instant


class BatchIn(In):
    """The entries of an occasion; without ids all to which it can be done."""

    entry_ids: list[UUID] | None = Field(None, min_length=1, max_length=1_000)


class _EntryBase(Out):
    id: UUID
    source: OccasionKind
    title: str
    served_on: date
    minutes: int = Field(description="Whole minutes; negative in a reversing entry.")
    status: EntryStatus
    notice_ends_at: datetime | None = Field(
        description="End of the notice period: objections are taken until the entry is confirmed."
    )


class NoticeOut(_EntryBase):
    """An entry as the community sees it in its notice period."""

    masked_name: str | None = Field(description="The first character of the name.")
    is_mine: bool
    actions: list[str] = Field(description="Verbs that are possible now.")


class NoticePage(Out):
    items: list[NoticeOut]
    next_cursor: str | None


class ServiceEntryOut(_EntryBase):
    """An entry as its person and its leaders see it."""

    occasion_id: UUID
    attendance_id: UUID
    masked_name: str | None
    is_mine: bool
    starts_at: datetime
    ends_at: datetime
    is_closed_by_sweep: bool = Field(
        description="Nobody checked the person out: the end is that of the occasion."
    )
    recorded_at: datetime
    confirmed_at: datetime | None
    return_reason: str | None
    corrects_id: UUID | None = Field(description="The entry in whose place it stands.")
    actions: list[str] = Field(description="Verbs that are possible now.")


class ServiceEntryPage(Out):
    items: list[ServiceEntryOut]
    next_cursor: str | None


class MyEntriesPage(ServiceEntryPage):
    confirmed_minutes: int = Field(
        description="Minutes that count, of the year that was asked for or of all years."
    )


class MyEntriesQuery(PageQuery):
    status: EntryStatus | None = None
    year: Year | None = Field(None, description="Year in which the service began.")


class StaffEntryQuery(PageQuery):
    status: EntryStatus | None = None
    participant_id: UUID | None = None


class OccasionEntriesQuery(PageQuery):
    status: EntryStatus | None = None


class ObjectionOut(Out):
    id: UUID
    participant_id: UUID
    display_name: str
    reason: str
    objected_at: datetime
    answered_at: datetime | None
    is_upheld: bool | None


class StaffEntryOut(_EntryBase):
    """An entry as staff see it in lists."""

    participant_id: UUID
    display_name: str
    masked_name: str | None
    occasion_id: UUID
    attendance_id: UUID
    starts_at: datetime
    ends_at: datetime
    is_closed_by_sweep: bool
    recorded_at: datetime
    reviewed_by: UUID | None
    reviewed_by_name: str | None
    confirmed_at: datetime | None
    return_reason: str | None
    resubmit_note: str | None
    reversal_requested_by: UUID | None
    reversal_requested_by_name: str | None
    reversal_reason: str | None
    reverses_id: UUID | None
    corrects_id: UUID | None
    actions: list[str] = Field(description="Verbs that are possible now.")


class StaffEntryDetail(StaffEntryOut):
    objections: list[ObjectionOut]
    calendar_warning: str | None = Field(
        description="What is open about the working days of the notice period."
    )


class StaffEntryPage(StaffPage):
    items: list[StaffEntryOut]


class BatchItem(Out):
    entry_id: UUID
    participant_id: UUID
    display_name: str
    status: EntryStatus
    refusal: str | None = Field(description="Code of what refused it; null where it was done.")
    refusal_title: str | None


class BatchOut(Out):
    items: list[BatchItem]
    done: int
    calendar_warning: str | None


class AnomalyQuery(PageQuery):
    kind: AnomalyKind | None = None


class AnomalyOut(Out):
    """A fact to look at. It accuses nobody, and refuses nothing."""

    id: UUID
    kind: AnomalyKind
    what: str = Field(description="The fact in words.")
    number: int
    occasion_id: UUID
    occasion_title: str
    occasion_starts_at: datetime
    subject_id: UUID
    participant_id: UUID | None
    display_name: str | None
    noted_at: datetime


class AnomalyPage(StaffPage):
    items: list[AnomalyOut]
