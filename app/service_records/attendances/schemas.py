"""Schemas of attendances."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.communities.schemas import Witnessed
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Instant, Out, ReasonIn, lines
from app.service_records.leaders.schemas import LedOccasion
from app.service_records.models import AttendanceStatus, CheckMeans, OccasionKind


class AttendanceOut(Out):
    """One participant's presence at one shift or duty."""

    id: UUID = Field(description="The id of the sign-up or of the duty.")
    occasion_id: UUID = Field(description="The id of the shift or of the day of duty.")
    kind: OccasionKind
    title: str
    starts_at: datetime
    ends_at: datetime
    status: AttendanceStatus
    checked_in_at: datetime | None
    check_in_means: CheckMeans | None
    checked_out_at: datetime | None
    check_out_means: CheckMeans | None
    is_closed_by_sweep: bool = Field(
        description="True where nobody has checked the person out, and the end has."
    )
    has_clock_doubt: bool = Field(
        description="True where the clock of the leader's device was far off."
    )
    marked_at: datetime | None = Field(description="The instant at which an absence was noted.")
    absence_reason: str | None
    disputed_at: datetime | None
    dispute_reason: str | None
    decided_at: datetime | None
    decision_reason: str | None


class MyAttendance(AttendanceOut):
    actions: list[str] = Field(description="What I may do now: `dispute`.")


class MyAttendancePage(Out):
    items: list[MyAttendance]
    next_cursor: str | None


class AttendanceRow(Out):
    """Somebody who is to come, as a leader sees them: no phone number, and no household."""

    attendance_id: UUID
    participant_id: UUID
    display_name: str
    real_name: str | None = Field(description="Masked: 王**")
    status: AttendanceStatus
    checked_in_at: datetime | None
    check_in_means: CheckMeans | None
    checked_out_at: datetime | None
    check_out_means: CheckMeans | None
    is_closed_by_sweep: bool
    has_clock_doubt: bool
    actions: list[str] = Field(
        description="What I may do now: `check_in`, `check_out`, `mark_absent`."
    )


class OccasionRoster(Out):
    """Roster of an occasion: who is to come, in the order in which they were expected."""

    occasion: LedOccasion
    items: list[AttendanceRow]
    next_cursor: str | None


class StaffAttendance(AttendanceOut):
    """An attendance with its participant."""

    participant_id: UUID
    display_name: str
    real_name: str | None = Field(description="Masked: 王**")
    actions: list[str] = Field(
        description="What the reader may do now: `check_in`, `check_out`, `mark_absent`,"
        " `dispute`, `uphold`, `correct`."
    )


class StaffAttendancePage(StaffPage):
    items: list[StaffAttendance]


class AttendanceQuery(PageQuery):
    status: AttendanceStatus | None = None


class AbsenceIn(In):
    """Somebody did not come. A reason is shown to them."""

    reason: Annotated[str, lines(500, least=2)] | None = None


class DeskAbsence(Witnessed, AbsenceIn):
    """An absence that staff note, before a witness."""


class DeskDispute(Witnessed, ReasonIn):
    """A person's objection to an absence, which staff enter before a witness."""


class CorrectionIn(ReasonIn):
    """A disputed absence was none. Without times the person was there from the start to the
    end."""

    checked_in_at: Instant | None = None
    checked_out_at: Instant | None = None
