"""Attendance: one participant's presence at one occasion, from its expectation on."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.privacy.at_rest import ChoiceAtRest, WordsAtRest
from app.kernel.words import Worded


class AttendanceStatus(Worded):
    EXPECTED = "expected", "待签到", "expected"
    PRESENT = "present", "已签到", "present"
    LEFT = "left", "已签退", "left"
    ABSENT = "absent", "缺席", "absent"
    DISPUTED = "disputed", "本人对缺席有异议", "disputed"
    RELEASED = "released", "无需到场", "released"


class CheckMeans(Worded):
    """How a check-in or a check-out reached the service."""

    CODE = "code", "扫负责人的签到码", "code of the leader"
    """The code that the leader's device shows, sent by the participant."""
    SELF = "self", "本人签退", "the person alone"
    """The participant's own word on leaving, without a code."""
    LEADER = "leader", "负责人扫本人的码", "scan by a leader"
    """The participant's own code, scanned by a leader."""
    ROSTER = "roster", "负责人在名单中勾选", "tick in the roster"
    """A tick of a leader in the roster."""
    PACKET = "packet", "负责人离线扫码后上传", "scans uploaded later"
    """Scans of a leader's device without network, which has sent them later."""
    DESK = "desk", "窗口补录", "entry by the desk"
    """An entry of staff, before a witness."""
    END = "end", "按场次结束时间", "end of the occasion"
    """The end of the occasion, for those whom nobody has checked out."""


class Position(Worded):
    """All that is stored of a location."""

    INSIDE = "inside", "在活动范围内", "inside the area"
    OUTSIDE = "outside", "不在活动范围内", "outside the area"


class Accuracy(Worded):
    """Coarse accuracy of a location, as the device states it."""

    WITHIN_50_M = "within_50_m", "50米以内", "within 50 m"
    WITHIN_200_M = "within_200_m", "200米以内", "within 200 m"
    BEYOND_200_M = "beyond_200_m", "超过200米", "more than 200 m"
    UNKNOWN = "unknown", "未知", "unknown"


S = AttendanceStatus
LIVE = frozenset(S) - {S.RELEASED}
CHECKED_IN = frozenset({S.PRESENT, S.LEFT})


class Attendance(Stateful, CommunityScoped, Base):
    """An attendance. Its id is that of its cause, a confirmed sign-up or one person's duty of one
    day, whose feature expects and releases it in the transaction of that cause. Columns that are
    added later need a default: the lane of sign-ups inserts rows with the columns of now."""

    __tablename__ = "attendances"
    PRIVACY = "personal"
    IN_WORDS = StateWords("到场记录", "attendance")
    MOVES = {
        "expect": (NEW, S.EXPECTED),
        "check_in": ({S.EXPECTED}, S.PRESENT),
        "mark_absent": ({S.EXPECTED}, S.ABSENT),
        "release": ({S.EXPECTED}, S.RELEASED),
        "check_out": ({S.PRESENT}, S.LEFT),
        "dispute": ({S.ABSENT}, S.DISPUTED),
        "uphold": ({S.DISPUTED}, S.ABSENT),
        "correct": ({S.DISPUTED}, S.LEFT),
    }

    occasion_id: Mapped[UUID]
    participant_id: Mapped[UUID]
    status: Mapped[AttendanceStatus] = mapped_column(text_enum(AttendanceStatus))
    expected_at: Mapped[datetime | None]
    """The instant since which the participant is expected; None in rows of earlier versions."""
    reminded_day_before: Mapped[datetime | None]
    reminded_hours_before: Mapped[datetime | None]
    """Both are the start of the occasion of which the participant was reminded."""
    cover_sought_at: Mapped[datetime | None]
    """The instant at which somebody else was sought for the participant, who cannot come."""
    checked_in_at: Mapped[datetime | None]
    check_in_means: Mapped[CheckMeans | None] = mapped_column(
        text_enum(CheckMeans, name="check_in_means")
    )
    checked_in_by: Mapped[UUID | None]
    """The leader's participant, or the account at the desk; None where the code was sent."""
    checked_out_at: Mapped[datetime | None]
    check_out_means: Mapped[CheckMeans | None] = mapped_column(
        text_enum(CheckMeans, name="check_out_means")
    )
    checked_out_by: Mapped[UUID | None]
    in_position_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    in_position = ChoiceAtRest("in_position_sealed", Position)
    """Position by the fence of the occasion; None where no location was sent."""
    in_accuracy_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    in_accuracy = ChoiceAtRest("in_accuracy_sealed", Accuracy)
    out_position_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    out_position = ChoiceAtRest("out_position_sealed", Position)
    out_accuracy_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    out_accuracy = ChoiceAtRest("out_accuracy_sealed", Accuracy)
    is_closed_by_sweep: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    """True where nobody has checked the participant out before the end."""
    is_voluntary: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    """True for who is invited and has promised nothing: neither reminded nor marked as absent."""
    has_clock_doubt: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    """True where the clock of the device that has scanned was far off."""
    marked_by: Mapped[UUID | None]
    """The user who has marked the participant as absent."""
    marked_at: Mapped[datetime | None]
    absence_reason_sealed: Mapped[bytes | None]
    absence_reason = WordsAtRest[str | None]("absence_reason_sealed")
    """Words of the leader on the absence, shown to the person."""
    disputed_at: Mapped[datetime | None]
    disputed_by: Mapped[UUID | None]
    """The user who has entered the dispute: the person, or staff at the desk."""
    dispute_reason_sealed: Mapped[bytes | None]
    dispute_reason = WordsAtRest[str | None]("dispute_reason_sealed")
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    decision_reason_sealed: Mapped[bytes | None]
    decision_reason = WordsAtRest[str | None]("decision_reason_sealed")

    __table_args__ = (
        within("occasions", "occasion_id"),
        within("participants", "participant_id"),
        Index(
            "uq_attendances_live",
            *("community_id", "participant_id", "occasion_id"),
            unique=True,
            postgresql_where=text("status <> 'released'"),
        ),
        Index("ix_attendances_occasion", "community_id", "occasion_id", "id"),
        Index(
            "ix_attendances_confirmer",
            *("community_id", "checked_in_by", "id"),
            postgresql_where=text("checked_in_by IS NOT NULL"),
        ),
        Index(
            "ix_attendances_present",
            *("community_id", "occasion_id"),
            postgresql_where=text("status = 'present'"),
        ),
        Index(
            "ix_attendances_located",
            *("community_id", "occasion_id"),
            postgresql_where=text(
                "in_position_sealed IS NOT NULL OR out_position_sealed IS NOT NULL"
            ),
        ),
        Index(
            "ix_attendances_disputed",
            *("community_id", "id"),
            postgresql_where=text("status = 'disputed'"),
        ),
        CheckConstraint(
            "(checked_in_at IS NULL) = (check_in_means IS NULL)", name="check_in_whole"
        ),
        CheckConstraint(
            "(checked_out_at IS NULL) = (check_out_means IS NULL)", name="check_out_whole"
        ),
        CheckConstraint(
            "status NOT IN ('present', 'left') OR checked_in_at IS NOT NULL", name="presence"
        ),
        CheckConstraint("status <> 'left' OR checked_out_at IS NOT NULL", name="leaving"),
    )

    def check_in(self, now: datetime, means: CheckMeans, by: UUID | None = None) -> None:
        self.move("check_in")
        self.checked_in_at, self.check_in_means, self.checked_in_by = now, means, by
        self.has_clock_doubt = False

    def check_out(self, now: datetime, means: CheckMeans, by: UUID | None = None) -> None:
        """Note the end of the presence; `means` END for those whom nobody has checked out."""
        self.move("check_out")
        self.checked_out_at, self.check_out_means, self.checked_out_by = now, means, by
        self.is_closed_by_sweep = means is CheckMeans.END
        # A scan of a doubtful clock is outweighed by one that counts, and not by the mere end.
        self.has_clock_doubt = self.has_clock_doubt and self.is_closed_by_sweep

    def correct_check_out(self, at: datetime, means: CheckMeans, by: UUID) -> None:
        """Put another check-out in the place of a mistaken one; who has left stays so."""
        self.require_in({S.LEFT}, wanted=S.LEFT)
        self.checked_out_at, self.check_out_means, self.checked_out_by = at, means, by
        self.is_closed_by_sweep = self.has_clock_doubt = False

    def mark_absent(self, by: UUID, reason: str | None, now: datetime) -> None:
        self.move("mark_absent")
        self.marked_by, self.absence_reason, self.marked_at = by, reason, now

    def dispute(self, by: UUID, reason: str, now: datetime) -> None:
        """Contest the absence, which a second person then upholds or corrects."""
        self.move("dispute")
        self.disputed_by, self.dispute_reason, self.disputed_at = by, reason, now

    def uphold(self, by: UUID, reason: str, now: datetime) -> None:
        self.move("uphold")
        self.decided_by, self.decision_reason, self.decided_at = by, reason, now

    def correct(
        self, by: UUID, reason: str, now: datetime, *, first: datetime, until: datetime
    ) -> None:
        """Note that the participant was present after all, from `first` until `until`."""
        self.move("correct")
        self.decided_by, self.decision_reason, self.decided_at = by, reason, now
        self.checked_in_at, self.check_in_means, self.checked_in_by = first, CheckMeans.DESK, by
        self.checked_out_at, self.check_out_means, self.checked_out_by = until, CheckMeans.DESK, by
