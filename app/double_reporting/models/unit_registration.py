"""Unit registration (单位报到): a unit's Party organization with the community where it sits, or to
which it is assigned."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.models import Entered, witnessed
from app.kernel.database.columns import CommunityScoped, text_enum
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.privacy.at_rest import WordsAtRest
from app.kernel.privacy.review import Reviewed
from app.kernel.privacy.sealed import Sealed
from app.kernel.words import Worded


class UnitRegistrationStatus(Worded):
    SUBMITTED = "submitted", "待审核", "submitted"
    RETURNED = "returned", "已退回", "returned"
    APPROVED = "approved", "已通过", "approved"
    DECLINED = "declined", "未通过", "declined"
    WITHDRAWN = "withdrawn", "已撤回", "withdrawn"
    ENDED = "ended", "已结束", "ended"


class UnitBasis(Worded):
    """Ground on which a unit registers with a community."""

    SITS_HERE = "sits_here", "驻社区单位", "sits in the community"
    ASSIGNED = "assigned", "上级安排结对", "assigned by the district or subdistrict"
    """The district or subdistrict has asked it to."""


S = UnitRegistrationStatus
LIVE_UNIT_REGISTRATION = frozenset({S.SUBMITTED, S.RETURNED, S.APPROVED})


class UnitRegistration(Stateful, Reviewed, Entered, CommunityScoped, Base):
    """Registration of an organization, not of a person; name and phone of its contact are
    sealed."""

    __tablename__ = "unit_registrations"
    PRIVACY = "personal"
    IN_WORDS = StateWords("单位报到", "unit registration")
    MOVES = {
        "submit": (NEW, S.SUBMITTED),
        "return": ({S.SUBMITTED}, S.RETURNED),
        "resubmit": ({S.RETURNED}, S.SUBMITTED),
        "approve": ({S.SUBMITTED}, S.APPROVED),
        "decline": ({S.SUBMITTED}, S.DECLINED),
        "withdraw": ({S.SUBMITTED, S.RETURNED}, S.WITHDRAWN),
        "end": ({S.APPROVED}, S.ENDED),
    }

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("party_organizations.id"))
    basis: Mapped[UnitBasis] = mapped_column(text_enum(UnitBasis))
    headcount_of_members: Mapped[int]
    services_offered: Mapped[str]
    liaison_name_sealed: Mapped[bytes] = mapped_column(info={"privacy": "sensitive"})
    liaison_name = Sealed("liaison_name_sealed")
    liaison_phone_sealed: Mapped[bytes] = mapped_column(info={"privacy": "sensitive"})
    liaison_phone = Sealed("liaison_phone_sealed")
    status: Mapped[UnitRegistrationStatus] = mapped_column(text_enum(UnitRegistrationStatus))
    number: Mapped[str | None]
    """The number of the document that the approval issues."""
    ended_at: Mapped[datetime | None]
    """The instant of the withdrawal or the end."""
    end_reason_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "personal"})
    end_reason = WordsAtRest[str | None]("end_reason_sealed")

    __table_args__ = (
        witnessed(),
        Index(
            "uq_unit_registrations_live",
            *("community_id", "organization_id"),
            unique=True,
            postgresql_where=status.in_(sorted(LIVE_UNIT_REGISTRATION)),
        ),
        Index("ix_unit_registrations_queue", "community_id", "status", "id"),
        Index("ix_unit_registrations_organization", "community_id", "organization_id", "id"),
        CheckConstraint("headcount_of_members > 0", name="headcount"),
        CheckConstraint("(status IN ('approved', 'ended')) = (number IS NOT NULL)", name="number"),
    )

    def resubmit(self, now: datetime) -> None:
        """Submit again after a return; the caller replaces every field."""
        self.move("resubmit")
        self.submit_anew(now)

    def return_(self, now: datetime, by: UUID, reason: str) -> None:
        """Send it back to be corrected and submitted again."""
        self.move("return")
        self.decide(now, by, reason)

    def approve(self, now: datetime, by: UUID, number: str) -> None:
        self.move("approve")
        self.decide(now, by)
        self.number = number

    def decline(self, now: datetime, by: UUID, reason: str) -> None:
        self.move("decline")
        self.decide(now, by, reason)

    def withdraw(self, now: datetime) -> None:
        self.move("withdraw")
        self.ended_at = now

    def end(self, now: datetime, reason: str) -> None:
        self.move("end")
        self.ended_at, self.end_reason = now, reason
