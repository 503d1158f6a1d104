"""Residence claims, and the residents' register with which they are matched."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.models.entered import Entered, witnessed
from app.communities.names import SealedName
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.privacy.at_rest import JsonAtRest, WordsAtRest
from app.kernel.privacy.sealed import Sealed
from app.kernel.words import Worded

RESIDENCE_CLAIM_LIFETIME = timedelta(days=730)
"""The time from approval or renewal until a claim expires."""


class RegisterEntry(CommunityScoped, Base):
    """One person of one household, as the community's own register has it."""

    __tablename__ = "register_entries"
    SEALED_AS = "roll_entries"
    PRIVACY = "sensitive"
    household_id: Mapped[UUID]
    name_sealed: Mapped[bytes]
    name_index: Mapped[bytes | None]
    name_index_even: Mapped[bytes | None]
    name = SealedName("name_sealed", index="name_index")
    phone_sealed: Mapped[bytes | None]
    phone_index: Mapped[bytes | None]
    phone_index_even: Mapped[bytes | None]
    phone = Sealed("phone_sealed", index="phone_index")
    """The phone number, where the person has one."""
    is_adult_sealed: Mapped[bytes | None]
    is_adult = JsonAtRest("is_adult_sealed")
    """True or False as the register marks the person; None without a mark."""
    imported_at: Mapped[datetime]

    __table_args__ = (
        within("places", "household_id"),
        Index(
            "uq_register_entries_person",
            *("community_id", "household_id", "name_index", "phone_index"),
            unique=True,
        ),
        Index(
            "uq_register_entries_person_even",
            *("community_id", "household_id", "name_index_even", "phone_index_even"),
            unique=True,
            postgresql_where=text("name_index_even IS NOT NULL"),
        ),
        CheckConstraint(
            "num_nonnulls(name_index, name_index_even) > 0"
            " AND (phone_sealed IS NULL) = (num_nonnulls(phone_index, phone_index_even) = 0)",
            name="is_found",
        ),
    )

    @property
    def person(self) -> tuple[object, ...]:
        """Equal for entries of the same household, name and phone."""
        return *self.named, self.phone_index, self.phone_index_even

    @property
    def named(self) -> tuple[object, ...]:
        """Equal for entries of the same household and name."""
        return self.household_id, self.name_index, self.name_index_even


class ResidenceClaimStatus(Worded):
    SUBMITTED = "submitted", "待审核", "submitted"
    APPROVED = "approved", "已通过", "approved"
    REJECTED = "rejected", "未通过", "rejected"
    WITHDRAWN = "withdrawn", "已撤回", "withdrawn"
    EXPIRED = "expired", "已到期", "expired"
    ENDED = "ended", "已注销", "ended"


S = ResidenceClaimStatus


class ResidenceClaim(Stateful, Entered, CommunityScoped, Base):
    """A person's claim to live in a household, reviewed by a worker or matched with the
    register."""

    __tablename__ = "residence_claims"
    PRIVACY = "personal"
    IN_WORDS = StateWords("居住申请", "residence claim")
    MOVES = {
        "submit": (NEW, S.SUBMITTED),
        "approve": ({S.SUBMITTED}, S.APPROVED),
        "reject": ({S.SUBMITTED}, S.REJECTED),
        "withdraw": ({S.SUBMITTED}, S.WITHDRAWN),
        "renew": ({S.APPROVED}, S.APPROVED),
        "expire": ({S.APPROVED}, S.EXPIRED),
        "end": ({S.APPROVED}, S.ENDED),
    }

    participant_id: Mapped[UUID]
    household_id: Mapped[UUID] = mapped_column(info={"privacy": "sensitive"})
    real_name_sealed: Mapped[bytes] = mapped_column(info={"privacy": "sensitive"})
    real_name = SealedName("real_name_sealed")
    status: Mapped[ResidenceClaimStatus] = mapped_column(text_enum(ResidenceClaimStatus))
    submitted_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None]
    """The user who decided; None where the register has matched."""
    reason_sealed: Mapped[bytes | None]
    reason = WordsAtRest[str | None]("reason_sealed")
    """The reason of a rejection or an end, shown to the person."""
    expires_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        witnessed(),
        within("participants", "participant_id"),
        within("places", "household_id"),
        Index("ix_residence_claims_queue", "community_id", "status", "submitted_at", "id"),
        Index(
            "ix_residence_claims_expiring",
            "expires_at",
            postgresql_where=text("status = 'approved'"),
        ),
        Index(
            "uq_residence_claims_submitted",
            *("community_id", "participant_id"),
            unique=True,
            postgresql_where=text("status = 'submitted'"),
        ),
        Index(
            "uq_residence_claims_approved",
            *("community_id", "participant_id"),
            unique=True,
            postgresql_where=text("status = 'approved'"),
        ),
    )

    def approve(self, now: datetime, by: UUID | None) -> None:
        self.move("approve")
        self.decided_at, self.decided_by = now, by
        self.expires_at = now + RESIDENCE_CLAIM_LIFETIME

    def reject(self, now: datetime, by: UUID, reason: str) -> None:
        self.move("reject")
        self.decided_at, self.decided_by, self.reason = now, by, reason

    def withdraw(self, now: datetime) -> None:
        self.move("withdraw")
        self.ended_at = now

    def renew(self, now: datetime) -> None:
        self.move("renew")
        self.expires_at = now + RESIDENCE_CLAIM_LIFETIME

    def expire(self, now: datetime) -> None:
        self.move("expire")
        self.ended_at = now

    def end(self, now: datetime, reason: str | None) -> None:
        """End a residence because the person has moved."""
        self.move("end")
        self.ended_at, self.reason = now, reason
