"""Ballots that open and close because it is time."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.ballots.service import open_ballot
from app.consultations.models import COUNTING_DELAY, Ballot, BallotStatus
from app.consultations.results.service import close_ballot
from app.kernel.database.engine import get_row
from app.kernel.jobs.sweeps import Key, Sweep

PORTION = 200


async def find_opening(session: AsyncSession, now: datetime) -> Sequence[Key]:
    return await _find(session, Ballot.status == BallotStatus.ANNOUNCED, Ballot.opens_at <= now)


async def run_opening(session: AsyncSession, key: Key, now: datetime) -> None:
    await open_ballot(session, await get_row(session, Ballot, *key), now)


async def find_closing(session: AsyncSession, now: datetime) -> Sequence[Key]:
    due = Ballot.closes_at <= now - COUNTING_DELAY
    return await _find(session, Ballot.status == BallotStatus.OPEN, due)


async def run_closing(session: AsyncSession, key: Key, now: datetime) -> None:
    await close_ballot(session, await get_row(session, Ballot, *key), now)


async def _find(session: AsyncSession, *due: ColumnElement[bool]) -> Sequence[Key]:
    rows = await session.execute(select(Ballot.community_id, Ballot.id).where(*due).limit(PORTION))
    return [(community_id, ballot_id) for community_id, ballot_id in rows]


SWEEPS = (
    Sweep("consultations.open_ballots", timedelta(seconds=10), find_opening, run_opening),
    Sweep("consultations.close_ballots", timedelta(seconds=10), find_closing, run_closing),
)
