"""Electoral roll of a ballot: an entry for each vote that can be cast, and its voters."""

from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.words import Worded


class RollStatus(Worded):
    NONE = "none", "未投票", "not voted"
    VOTED = "voted", "已投票", "voted"
    PAPER = "paper", "已领取纸质选票", "paper ballot handed out"


S = RollStatus


class ElectoralRollEntry(Stateful, CommunityScoped, Base):
    """The entry of one person or one household. Its row is locked while the vote is cast."""

    __tablename__ = "electoral_roll"
    PRIVACY = "personal"
    IN_WORDS = StateWords("表决票", "vote")
    MOVES = {
        "enrol": (NEW, S.NONE),
        "vote": ({S.NONE}, S.VOTED),
        "hand_out": ({S.NONE}, S.PAPER),
    }
    WRONG_STATE_CODE = "consultations.roll_entry_wrong_state"

    ballot_id: Mapped[UUID]
    participant_id: Mapped[UUID | None]
    household_id: Mapped[UUID | None]
    status: Mapped[RollStatus] = mapped_column(text_enum(RollStatus))
    is_told: Mapped[bool] = mapped_column(server_default=sql("false"), info={"privacy": "internal"})
    """True once the others of the household have a message that it has voted. An instant would
    tell when."""

    __table_args__ = (
        within("ballots", "ballot_id"),
        within("participants", "participant_id"),
        within("places", "household_id"),
        Index(
            "uq_electoral_roll_person",
            *("community_id", "ballot_id", "participant_id"),
            unique=True,
        ),
        Index(
            "uq_electoral_roll_household",
            *("community_id", "ballot_id", "household_id"),
            unique=True,
        ),
        CheckConstraint("participant_id IS NULL OR household_id IS NULL", name="one"),
    )


class RollVoter(CommunityScoped, Base):
    """A participant who may vote for an entry: the person itself, or any verified resident of the
    household, of whom the first casts its one vote."""

    __tablename__ = "roll_voters"
    PRIVACY = "personal"
    ballot_id: Mapped[UUID]
    roll_entry_id: Mapped[UUID]
    participant_id: Mapped[UUID]

    __table_args__ = (
        within("electoral_roll", "roll_entry_id"),
        within("participants", "participant_id"),
        Index("uq_roll_voters_once", *("community_id", "ballot_id", "participant_id"), unique=True),
        Index("ix_roll_voters_entry", "community_id", "roll_entry_id"),
    )
