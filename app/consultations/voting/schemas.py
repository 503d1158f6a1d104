"""Votes as the API takes them and shows them to their voters."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Out, ReasonIn, line

Chosen = Annotated[str, line(32)]


class CastVote(In):
    choices: Annotated[
        dict[Chosen, Chosen], Field(min_length=1, max_length=10, examples=[{"lift": "yes"}])
    ]
    """Key of each question with the key of the option chosen."""


class Receipt(Out):
    ballot_id: UUID
    receipt: str
    """Code that only the voter has: the vote board lists a digest of it beside each answer. Whoever
    has it can prove the vote to others. A change of the vote replaces it."""
    cast_at: datetime


class MyVote(Out):
    ballot_id: UUID
    choices: dict[str, str] | None
    """None where another resident of the household has cast its vote."""
    cast_at: datetime | None
    is_cast_by_me: bool
    """False where another resident of the household has cast its vote."""


class RevealVotes(PageQuery, ReasonIn):
    """The reason for which votes are revealed, and the page of them."""

    limit: int = Field(20, ge=1, le=20)
    """Votes in one reveal, which counts among the twenty reveals of an hour."""


class RecordedVote(Out):
    cast_by: UUID | None = Field(
        description="Participant who cast it; null when the time for disputes is over."
    )
    household_id: UUID | None = Field(description="Household whose vote it is.")
    choices: dict[str, str] | None = Field(description="Null where the stored vote is damaged.")
    cast_at: datetime | None


class RecordedVotePage(StaffPage):
    items: list[RecordedVote]
