"""Votes as the API takes them and shows them to who has cast them."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.kernel.web.schemas import In, Out, line

Chosen = Annotated[str, line(32)]


class CastVote(In):
    choices: Annotated[
        dict[Chosen, Chosen], Field(min_length=1, max_length=10, examples=[{"lift": "yes"}])
    ]
    """Key of each question → key of one of its options."""


class Receipt(Out):
    ballot_id: UUID
    receipt: str
    """Only you have it: the vote board lists its SHA-256 beside the vote. After a change of the
    vote the new one counts."""
    cast_at: datetime


class MyVote(Out):
    ballot_id: UUID
    choices: dict[str, str]
    cast_at: datetime
    is_cast_by_me: bool
    """Of a household, whoever came first has cast its vote."""
