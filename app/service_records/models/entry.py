"""Service entries: the ledger of minutes served, their objections, and what is to be recorded."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.models import Entered, witnessed
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.privacy.at_rest import WordsAtRest
from app.kernel.words import Worded
from app.service_records.models.occasion import OccasionKind


class EntryStatus(Worded):
    RECORDED = "recorded", "待审核", "recorded"
    REVIEWED = "reviewed", "已审核", "reviewed"
    RETURNED = "returned", "已退回", "returned"
    IN_NOTICE = "in_notice", "公示中", "in notice"
    CONFIRMED = "confirmed", "已确认", "confirmed"
    REVERSED = "reversed", "已冲正", "reversed"


S = EntryStatus
OPEN_ENTRY = frozenset({S.RECORDED, S.REVIEWED, S.IN_NOTICE})
"""States on the way to a confirmed entry."""


class ServiceEntry(Stateful, CommunityScoped, Base):
    """Minutes that one participant has served at one occasion. Rows are added and never deleted,
    and their values never change: the role that serves may update the columns from `status` on.
    A mistake is answered by a reversing entry, which has the same minutes with a minus, points to
    the mistaken one, and is `reversed` itself; what is right stands in a further entry."""

    __tablename__ = "service_entries"
    PRIVACY = "personal"
    IN_WORDS = StateWords("服务时长记录", "service entry")
    MOVES = {
        "record": (NEW, S.RECORDED),
        "review": ({S.RECORDED}, S.REVIEWED),
        "return": ({S.RECORDED, S.REVIEWED}, S.RETURNED),
        "resubmit": ({S.RETURNED}, S.RECORDED),
        "post": ({S.REVIEWED}, S.IN_NOTICE),
        "object": ({S.IN_NOTICE}, S.REVIEWED),
        "confirm": ({S.IN_NOTICE}, S.CONFIRMED),
        "reverse": (NEW | {S.CONFIRMED}, S.REVERSED),
    }

    participant_id: Mapped[UUID]
    occasion_id: Mapped[UUID]
    attendance_id: Mapped[UUID]
    """The presence that it follows from. Without a foreign key: evidence goes before the ledger."""
    source: Mapped[OccasionKind] = mapped_column(text_enum(OccasionKind, name="entry_source"))
    source_id: Mapped[UUID]
    """The activity or the post."""
    title: Mapped[str] = mapped_column(info={"privacy": "public"})
    """The public title of the activity or the post, as it was."""
    served_on: Mapped[date]
    """The calendar day on which the presence began."""
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    """Both are those of the presence within the occasion."""
    minutes: Mapped[int]
    """Whole minutes of it that no other entry of the person has; negative in a reversing entry."""
    is_closed_by_sweep: Mapped[bool]
    """True where nobody has checked the participant out: the end is that of the occasion."""
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[UUID | None]
    """The user whose act it follows from; None where the service has recorded it by itself."""
    reverses_id: Mapped[UUID | None]
    corrects_id: Mapped[UUID | None]
    """The entry in whose place it stands."""

    status: Mapped[EntryStatus] = mapped_column(text_enum(EntryStatus))
    reviewed_at: Mapped[datetime | None]
    reviewed_by: Mapped[UUID | None]
    returned_at: Mapped[datetime | None]
    returned_by: Mapped[UUID | None]
    return_reason_sealed: Mapped[bytes | None]
    return_reason = WordsAtRest[str | None]("return_reason_sealed")
    resubmitted_by: Mapped[UUID | None]
    """The user who has answered the return: a leader, or staff at the desk."""
    resubmit_note_sealed: Mapped[bytes | None]
    resubmit_note = WordsAtRest[str | None]("resubmit_note_sealed")
    posted_at: Mapped[datetime | None]
    posted_by: Mapped[UUID | None]
    notice_ends_at: Mapped[datetime | None]
    confirmed_at: Mapped[datetime | None]
    reversal_requested_at: Mapped[datetime | None]
    reversal_requested_by: Mapped[UUID | None]
    reversal_reason_sealed: Mapped[bytes | None]
    reversal_reason = WordsAtRest[str | None]("reversal_reason_sealed")
    reversed_at: Mapped[datetime | None]
    reversed_by: Mapped[UUID | None]

    __table_args__ = (
        within("participants", "participant_id"),
        within("occasions", "occasion_id"),
        Index(
            "uq_service_entries_attendance",
            *("community_id", "attendance_id"),
            unique=True,
            postgresql_where=text("reverses_id IS NULL AND corrects_id IS NULL"),
        ),
        Index(
            "uq_service_entries_reverses",
            *("community_id", "reverses_id"),
            unique=True,
            postgresql_where=text("reverses_id IS NOT NULL"),
        ),
        Index(
            "uq_service_entries_corrects",
            *("community_id", "corrects_id"),
            unique=True,
            postgresql_where=text("corrects_id IS NOT NULL"),
        ),
        Index("ix_service_entries_person", "community_id", "participant_id", "starts_at", "id"),
        Index("ix_service_entries_occasion", "community_id", "occasion_id", "id"),
        Index("ix_service_entries_list", "community_id", "status", "id"),
        Index(
            "ix_service_entries_notice",
            "notice_ends_at",
            postgresql_where=text("status = 'in_notice'"),
        ),
        Index(
            "ix_service_entries_reversals",
            *("community_id", "id"),
            postgresql_where=text("status = 'confirmed' AND reversal_requested_at IS NOT NULL"),
        ),
        CheckConstraint("starts_at < ends_at", name="span"),
        CheckConstraint(
            "CASE WHEN reverses_id IS NULL THEN minutes BETWEEN 0 AND 1440"
            " AND make_interval(mins => minutes) <= ends_at - starts_at"
            " ELSE minutes BETWEEN -1440 AND 0 AND status = 'reversed' END",
            name="minutes",
        ),
        CheckConstraint(
            "status <> 'confirmed' OR (reviewed_by IS NOT NULL AND confirmed_at >= notice_ends_at)",
            name="confirmed_after_notice",
        ),
    )

    @property
    def is_reversing(self) -> bool:
        return self.reverses_id is not None

    @property
    def is_staff_correction(self) -> bool:
        """True where staff have decided on a part of the presence. One that the service itself has
        put in the place of another follows from the presence alone."""
        return self.corrects_id is not None and self.recorded_by is not None

    def review(self, now: datetime, by: UUID) -> None:
        self.move("review")
        self.reviewed_at, self.reviewed_by = now, by

    def return_(self, now: datetime, by: UUID | None, reason: str) -> None:
        """Give it back to the leaders, with a reason; `by` is None for the service itself, where
        the presence has changed."""
        self.move("return")
        self.returned_at, self.returned_by, self.return_reason = now, by, reason

    def resubmit(self, by: UUID, note: str) -> None:
        self.move("resubmit")
        self.resubmitted_by, self.resubmit_note = by, note

    def post(self, now: datetime, by: UUID, notice_ends_at: datetime) -> None:
        """Show it to the community until the end of the notice period."""
        self.move("post")
        self.posted_at, self.posted_by, self.notice_ends_at = now, by, notice_ends_at

    def object(self) -> None:
        """Bring it back to the reviewers, who post it anew or return it."""
        self.move("object")
        self.posted_at = self.posted_by = self.notice_ends_at = None

    def confirm(self, now: datetime) -> None:
        self.move("confirm")
        self.confirmed_at = now

    def request_reversal(self, now: datetime, by: UUID, reason: str) -> None:
        """Ask a second person to reverse it."""
        self.require("reverse")
        self.reversal_requested_at, self.reversal_requested_by = now, by
        self.reversal_reason = reason

    def drop_reversal(self) -> None:
        """Take the request back, or refuse it."""
        self.reversal_requested_at = self.reversal_requested_by = self.reversal_reason = None

    def reverse(self, now: datetime, by: UUID) -> None:
        self.move("reverse")
        self.reversed_at, self.reversed_by = now, by


class EntryObjection(Entered, CommunityScoped, Base):
    """An objection of a participant to an entry in its notice period. Its words are for those who
    review it; it stands until they have answered."""

    __tablename__ = "entry_objections"
    PRIVACY = "personal"
    entry_id: Mapped[UUID]
    participant_id: Mapped[UUID]
    """The participant who objects."""
    reason_sealed: Mapped[bytes]
    reason = WordsAtRest[str]("reason_sealed")
    objected_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    is_upheld: Mapped[bool | None]
    """True where the entry was returned, False where it was posted anew."""

    __table_args__ = (
        witnessed(),
        within("service_entries", "entry_id"),
        within("participants", "participant_id"),
        Index("ix_entry_objections_entry", "community_id", "entry_id", "id"),
        Index("ix_entry_objections_mine", "community_id", "participant_id", "id"),
    )


class PendingEntry(CommunityScoped, Base):
    """A presence that is over before its occasion is: its entry is recorded after the end. Its id
    is that of the attendance."""

    __tablename__ = "pending_entries"
    PRIVACY = "internal"
    due_at: Mapped[datetime]
    """The end of the occasion, as it was when somebody looked last."""

    __table_args__ = (Index("ix_pending_entries_due", "due_at"),)


class AnomalyKind(Worded):
    """Kinds of what does not look as usual: facts to look at, and no accusation."""

    BACK_DATED = "back_dated", "到场时间补录较晚", "entered late"
    """The desk entered a presence more than a day after the occasion; `number` is hours."""
    SAME_SECOND = "same_second", "同一秒内为多人签到", "several within one second"
    """Others checked in that many people within one second; the subject is the occasion."""
    OUTSIDE_OCCASION = "outside_occasion", "到场不在场次时间内", "outside the occasion"
    """No part of the presence lies in the occasion."""
    TWO_PLACES = "two_places", "同时在另一场次", "at two places at once"
    """Minutes (`number`) that were at another occasion at the same time, and do not count."""
    LONG_DAY = "long_day", "一次服务超过十二小时", "more than twelve hours at one time"
    """More than 12 hours at one time; `number` is minutes."""
    SAME_FEW = "same_few", "总是同样几个人", "always the same few people"
    """A leader confirmed that many presences, all of the same few people; the subject is the
    leader."""
    CLOCK_DOUBT = "clock_doubt", "扫码设备时钟偏差过大", "clock of the device is far off"
    """The clock of the device that scanned was far off: its scan made no minutes."""
    CLOSED_BY_SWEEP = "closed_by_sweep", "无人签退", "checked out by nobody"
    """The person was checked out by nobody; the end is that of the occasion."""
    CHANGED_LATER = "changed_later", "审核后到场时间有更新", "changed after the review"
    """The presence has changed since its entry was reviewed; `number` is its minutes now."""


class ServiceAnomaly(CommunityScoped, Base):
    """A fact that was noted while entries were recorded, once for each kind and subject."""

    __tablename__ = "service_anomalies"
    PRIVACY = "personal"
    kind: Mapped[AnomalyKind] = mapped_column(text_enum(AnomalyKind))
    subject_id: Mapped[UUID]
    """The attendance, the occasion or the leader."""
    occasion_id: Mapped[UUID]
    participant_id: Mapped[UUID | None]
    """The person whose presence it is, or the leader."""
    number: Mapped[int]
    noted_at: Mapped[datetime]

    __table_args__ = (
        within("occasions", "occasion_id"),
        within("participants", "participant_id"),
        Index("uq_service_anomalies_once", "community_id", "kind", "subject_id", unique=True),
        Index("ix_service_anomalies_list", "community_id", "kind", "id"),
        Index("ix_service_anomalies_noted_at", "noted_at"),
    )
