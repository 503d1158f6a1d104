"""Sweeps that open and close ballots that are due."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.ballots.service import open_ballot
from app.consultations.models import COUNTING_DELAY, Ballot, BallotStatus
from app.consultations.results.service import close_ballot
from app.kernel.database.engine import get_row
from app.kernel.jobs.sweeps import DueRows, Key, Sweep


def ballots_to_open(now: datetime) -> DueRows:
    return select(Ballot.community_id, Ballot.id, Ballot.opens_at).where(
        Ballot.status == BallotStatus.ANNOUNCED, Ballot.opens_at <= now
    )


async def run_open(session: AsyncSession, key: Key, now: datetime) -> None:
    await open_ballot(session, await get_row(session, Ballot, *key), now)


def ballots_to_close(now: datetime) -> DueRows:
    return select(Ballot.community_id, Ballot.id, Ballot.closes_at).where(
        Ballot.status == BallotStatus.OPEN, Ballot.closes_at <= now - COUNTING_DELAY
    )


async def run_close(session: AsyncSession, key: Key, now: datetime) -> None:
    await close_ballot(session, await get_row(session, Ballot, *key), now)


SWEEPS = (
    Sweep("consultations.open_ballots", timedelta(seconds=10), ballots_to_open, run_open),
    Sweep("consultations.close_ballots", timedelta(seconds=10), ballots_to_close, run_close),
)
