"""Electoral roll, drawn up once, when the ballot is announced."""

from secrets import token_bytes
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.disclosure import shown_turnout
from app.consultations.models import (
    COUNTED,
    Ballot,
    ElectoralRollEntry,
    Electorate,
    RollStatus,
    RollVoter,
)
from app.consultations.roll.electorates import (
    adults_among,
    candidates_of,
    digest_of,
    entries_of,
)
from app.consultations.roll.schemas import RollCounts
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Base

BATCH_SIZE = 500
"""Rows in one INSERT."""


async def draw_up(session: AsyncSession, ballot: Ballot) -> None:
    """Draw up the roll of a locked draft: the people who may vote as of now, and the digest by
    which the roll can be proven."""
    candidates = await session.scalars(candidates_of(ballot))
    subjects = entries_of(ballot.electorate, adults_among(candidates))
    entries, voters = _rows(ballot, subjects)
    salt = token_bytes(32)
    ballot.enrol(len(entries), salt, digest_of(salt, [entry["id"] for entry in entries]))
    await session.flush()
    await _write(session, ElectoralRollEntry, entries)
    await _write(session, RollVoter, voters)


def _rows(
    ballot: Ballot, subjects: dict[UUID, list[UUID]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    shared = {"community_id": ballot.community_id, "ballot_id": ballot.id}
    is_personal = ballot.electorate is Electorate.RESIDENTS
    entries: list[dict[str, Any]] = []
    voters: list[dict[str, Any]] = []
    for subject, people in subjects.items():
        owner = {
            "participant_id": subject if is_personal else None,
            "household_id": None if is_personal else subject,
        }
        entry = shared | owner | {"id": uuid7(), "status": RollStatus.NONE}
        entries.append(entry)
        voters += [
            shared | {"id": uuid7(), "roll_entry_id": entry["id"], "participant_id": person}
            for person in people
        ]
    return entries, voters


async def _write(session: AsyncSession, model: type[Base], rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), BATCH_SIZE):
        await session.execute(insert(model).values(rows[start : start + BATCH_SIZE]))


async def counts_of(session: AsyncSession, ballot: Ballot) -> RollCounts:
    """Counts entries and voters, and after the close the votes, where their number may be told."""
    query = (
        select(func.count())
        .select_from(RollVoter)
        .filter_by(community_id=ballot.community_id, ballot_id=ballot.id)
    )
    voted = shown_turnout(ballot.require_tally()) if ballot.status in COUNTED else None
    return RollCounts(
        electorate=ballot.electorate,
        size=ballot.roll_size,
        digest=ballot.roll_digest,
        voters=await session.scalar(query) or 0,
        voted=voted,
    )
