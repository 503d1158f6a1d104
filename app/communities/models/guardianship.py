"""Guardianship (监护): who is a minor's guardian, and to what the guardian has consented."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.models.entered import Entered, witnessed
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.privacy.at_rest import WordsAtRest
from app.kernel.words import Worded

GUARDIAN_CODE_LIFETIME = timedelta(days=7)
LONGEST_CONSENT = timedelta(days=366)
"""A guardian consents for a year at most, and then again."""


class GuardianCode(CommunityScoped, Base):
    """The code by which a minor names a guardian: at most one, gone when it is used or replaced."""

    __tablename__ = "guardian_codes"
    PRIVACY = "personal"
    participant_id: Mapped[UUID] = mapped_column(info={"privacy": "sensitive"})
    """The minor."""
    code_digest: Mapped[bytes] = mapped_column(info={"privacy": "sensitive"})
    """Keyed digest of community and code."""
    expires_at: Mapped[datetime]

    __table_args__ = (
        within("participants", "participant_id"),
        Index("uq_guardian_codes_participant", "community_id", "participant_id", unique=True),
        Index("uq_guardian_codes_code", "community_id", "code_digest", unique=True),
        Index("ix_guardian_codes_expires_at", "expires_at"),
    )


class GuardianshipStatus(Worded):
    IN_REVIEW = "in_review", "待核实", "in review"
    ACTIVE = "active", "有效", "active"
    REJECTED = "rejected", "未通过", "rejected"
    ENDED = "ended", "已结束", "ended"


S = GuardianshipStatus
LIVE_GUARDIANSHIP = frozenset({S.IN_REVIEW, S.ACTIVE})


class Guardianship(Stateful, Entered, CommunityScoped, Base):
    """A minor and their guardian. Its minor is locked before it, and with it all consents."""

    __tablename__ = "guardianships"
    PRIVACY = "sensitive"
    IN_WORDS = StateWords("监护关系", "guardianship")
    MOVES = {
        "confirm": (NEW, S.ACTIVE),
        "apply": (NEW, S.IN_REVIEW),
        "approve": ({S.IN_REVIEW}, S.ACTIVE),
        "reject": ({S.IN_REVIEW}, S.REJECTED),
        "end": (LIVE_GUARDIANSHIP, S.ENDED),
    }

    participant_id: Mapped[UUID]
    """The minor."""
    guardian_id: Mapped[UUID | None]
    """The guardian's participant; None for one whom only a paper names."""
    guardian_name_sealed: Mapped[bytes | None]
    guardian_name = WordsAtRest[str | None]("guardian_name_sealed")
    """The name on the paper; None for a guardian with an account."""
    status: Mapped[GuardianshipStatus] = mapped_column(text_enum(GuardianshipStatus))
    since: Mapped[datetime]
    decided_by: Mapped[UUID | None]
    reason_sealed: Mapped[bytes | None]
    reason = WordsAtRest[str | None]("reason_sealed")
    """The reason of a rejection, shown to both."""
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        witnessed(),
        within("participants", "participant_id"),
        within("participants", "guardian_id"),
        CheckConstraint(
            "(guardian_id IS NULL) = (guardian_name_sealed IS NOT NULL)", name="guardian"
        ),
        CheckConstraint("guardian_id <> participant_id", name="two_people"),
        Index(
            "uq_guardianships_live",
            *("community_id", "participant_id", "guardian_id"),
            unique=True,
            postgresql_where=text("status IN ('active', 'in_review')"),
        ),
        Index("ix_guardianships_guardian", "community_id", "guardian_id", "id"),
        Index("ix_guardianships_queue", "community_id", "status", "since", "id"),
    )

    @property
    def is_active(self) -> bool:
        return self.status is S.ACTIVE

    @property
    def is_live(self) -> bool:
        return self.status in LIVE_GUARDIANSHIP

    def approve(self, by: UUID) -> None:
        self.move("approve")
        self.decided_by = by

    def reject(self, by: UUID, reason: str, now: datetime) -> None:
        self.move("reject")
        self.decided_by, self.reason, self.ended_at = by, reason, now

    def end(self, now: datetime) -> None:
        self.move("end")
        self.ended_at = now


class GuardianConsentKind(Worded):
    """The matters to which a guardian consents."""

    ACTIVITIES = "activities", "参加活动", "taking part in activities"
    """The minor takes part in activities and posts of low and medium risk."""
    PERSONAL_DATA = "personal_data", "处理个人信息", "the use of personal data"
    """Personal data of a child under 14 is used (PIPL, art. 31)."""


class GuardianConsentStatus(Worded):
    GIVEN = "given", "有效", "given"
    WITHDRAWN = "withdrawn", "已撤回", "withdrawn"
    EXPIRED = "expired", "已到期", "expired"
    VOID = "void", "已失效", "void"


G = GuardianConsentStatus


class GuardianConsent(Stateful, Entered, CommunityScoped, Base):
    """A guardian's consent of one kind. It is not changed, but withdrawn and given anew."""

    __tablename__ = "guardian_consents"
    PRIVACY = "sensitive"
    IN_WORDS = StateWords("监护人同意", "guardian's consent")
    MOVES = {
        "give": (NEW, G.GIVEN),
        "withdraw": ({G.GIVEN}, G.WITHDRAWN),
        "expire": ({G.GIVEN}, G.EXPIRED),
        "void": ({G.GIVEN}, G.VOID),
    }

    guardianship_id: Mapped[UUID]
    participant_id: Mapped[UUID]
    """The minor."""
    kind: Mapped[GuardianConsentKind] = mapped_column(text_enum(GuardianConsentKind))
    status: Mapped[GuardianConsentStatus] = mapped_column(text_enum(GuardianConsentStatus))
    given_at: Mapped[datetime]
    until: Mapped[datetime]
    """The end of its last day."""
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        witnessed(),
        within("guardianships", "guardianship_id"),
        within("participants", "participant_id"),
        Index(
            "uq_guardian_consents_given",
            *("community_id", "guardianship_id", "kind"),
            unique=True,
            postgresql_where=text("status = 'given'"),
        ),
        Index("ix_guardian_consents_guardianship", "community_id", "guardianship_id", "id"),
        Index("ix_guardian_consents_minor", "community_id", "participant_id", "id"),
        Index("ix_guardian_consents_until", "until", postgresql_where=text("status = 'given'")),
    )

    @property
    def is_given(self) -> bool:
        return self.status is G.GIVEN

    def withdraw(self, now: datetime) -> None:
        self.move("withdraw")
        self.ended_at = now

    def expire(self, now: datetime) -> None:
        self.move("expire")
        self.ended_at = now

    def void(self, now: datetime) -> None:
        """End it, because the minor has come of age or the guardianship has ended."""
        self.move("void")
        self.ended_at = now
