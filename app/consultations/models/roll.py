"""The electoral roll of a ballot: an entry for each vote that can be cast, and who may cast it."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful


class RollStatus(StrEnum):
    NONE = "none"
    VOTED = "voted"
    PAPER = "paper"


S = RollStatus


class ElectoralRollEntry(Stateful, CommunityScoped, Base):
    """Of one person, or of one household. The row that is held while a vote is cast."""

    __tablename__ = "electoral_roll"
    PRIVACY = "personal"
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
        CheckConstraint("(participant_id IS NULL) <> (household_id IS NULL)", name="one"),
    )


class RollVoter(CommunityScoped, Base):
    """Who may vote for an entry: the person; or each verified resident of the household, the
    first of whom casts its one vote."""

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
