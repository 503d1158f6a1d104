"""Points (积分): a ledger of double entry. They come from confirmed service alone, and buy rewards
alone: nobody is ranked by them, and none are money."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.words import Worded


class PointSettings(CommunityScoped, Base):
    """The settings of a community, under its own id; without a row points are off."""

    __tablename__ = "point_settings"
    PRIVACY = "internal"
    is_enabled: Mapped[bool]
    points_per_hour: Mapped[int]
    expires_after_days: Mapped[int | None]
    """None where points do not expire."""
    version: Mapped[int]

    __table_args__ = (
        CheckConstraint("points_per_hour BETWEEN 1 AND 1000", name="rate"),
        CheckConstraint("expires_after_days BETWEEN 30 AND 3660", name="expiry"),
    )


class AccountKind(StrEnum):
    PERSON = "person"
    SOURCE = "source"
    """Points come from here: what it has given is what was ever granted."""
    EXPIRY = "expiry"
    REDEMPTION = "redemption"


class PointAccount(CommunityScoped, Base):
    """An account. That of a person has a balance, which changes while its row is locked; those of
    the community have none, for each transfer would wait for them."""

    __tablename__ = "point_accounts"
    PRIVACY = "personal"
    kind: Mapped[AccountKind] = mapped_column(text_enum(AccountKind, name="point_account_kind"))
    participant_id: Mapped[UUID | None]
    balance: Mapped[int | None] = mapped_column(BigInteger)

    __table_args__ = (
        within("participants", "participant_id"),
        CheckConstraint("balance >= 0", name="never_negative"),
        CheckConstraint(
            "(kind = 'person') = (balance IS NOT NULL)"
            " AND (kind = 'person') = (participant_id IS NOT NULL)",
            name="owner",
        ),
        Index(
            "uq_point_accounts_person",
            *("community_id", "participant_id"),
            unique=True,
            postgresql_where=text("participant_id IS NOT NULL"),
        ),
        Index(
            "uq_point_accounts_kind",
            *("community_id", "kind"),
            unique=True,
            postgresql_where=text("participant_id IS NULL"),
        ),
    )


class TransferKind(Worded):
    GRANT = "grant", "服务积分", "points for service"
    """Points for a confirmed service entry; its cause is the entry."""
    TAKE_BACK = "take_back", "冲正扣回", "taken back with a reversed entry"
    """The entry was reversed, which is its cause."""
    EXPIRE = "expire", "到期失效", "expired"
    """The rest of a grant; its cause is the transfer that granted it."""
    REDEEM = "redeem", "兑换", "redeemed"
    """Points for a reward; its cause is the redemption."""
    GIVE_BACK = "give_back", "取消兑换退回", "given back by a cancelled redemption"
    """The redemption was cancelled, which is its cause."""


K = TransferKind
GRANTING = frozenset({K.GRANT, K.GIVE_BACK})
"""Transfers whose points may expire."""
SPENDING = frozenset({K.REDEEM, K.EXPIRE})


class PointTransfer(CommunityScoped, Base):
    """Points that move from one account to another. Rows are added and never changed, but for the
    note that the expiry of a grant is settled. No cause moves points twice."""

    __tablename__ = "point_transfers"
    PRIVACY = "personal"
    kind: Mapped[TransferKind] = mapped_column(text_enum(TransferKind))
    from_account_id: Mapped[UUID]
    to_account_id: Mapped[UUID]
    person_account_id: Mapped[UUID]
    """The one of the two that is a person's."""
    amount: Mapped[int]
    cause_id: Mapped[UUID]
    title: Mapped[str] = mapped_column(info={"privacy": "public"})
    """The public title of the activity, the post or the reward."""
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    """The instant at which what is left of a grant expires; None where it does not."""
    settled_at: Mapped[datetime | None]
    """The instant at which its expiry was settled."""

    __table_args__ = (
        within("point_accounts", "from_account_id"),
        within("point_accounts", "to_account_id"),
        within("point_accounts", "person_account_id"),
        CheckConstraint("amount > 0 AND from_account_id <> to_account_id", name="moves"),
        CheckConstraint("person_account_id IN (from_account_id, to_account_id)", name="person"),
        Index("uq_point_transfers_cause", "community_id", "kind", "cause_id", unique=True),
        Index("ix_point_transfers_person", "community_id", "person_account_id", "id"),
        Index(
            "ix_point_transfers_expiring",
            "expires_at",
            postgresql_where=text("expires_at IS NOT NULL AND settled_at IS NULL"),
        ),
    )


class PointDebt(CommunityScoped, Base):
    """Points of a reversed entry that were spent already. The balance stays at nought, and staff
    settle the matter with the person."""

    __tablename__ = "point_debts"
    PRIVACY = "personal"
    participant_id: Mapped[UUID]
    amount: Mapped[int]
    cause_id: Mapped[UUID]
    """The reversed entry."""
    noted_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[UUID | None]

    __table_args__ = (
        within("participants", "participant_id"),
        CheckConstraint("amount > 0", name="amount"),
        Index("uq_point_debts_cause", "community_id", "cause_id", unique=True),
        Index("ix_point_debts_person", "community_id", "participant_id"),
        Index(
            "ix_point_debts_open",
            *("community_id", "id"),
            postgresql_where=text("settled_at IS NULL"),
        ),
    )
