"""Cutting of rolls: after the dispute period nothing says any more who could vote in a ballot, and
who has cast which vote. Voters are deleted, entries and votes lose their persons and households,
the salt goes. The votes stay, sealed and without voters, so that a result can be counted again."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.models import Ballot, RollVoter, Vote
from app.consultations.models import ElectoralRollEntry as E
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.sweeps import DueRows, Key, Sweep

DISPUTE_PERIOD = timedelta(days=37)
"""The time after a ballot's end in which its roll and its votes may have to be looked at."""
BALLOT_ENDED_AT = func.coalesce(Ballot.published_at, Ballot.annulled_at)
BATCH_SIZE = 5000


def ballots_to_cut(now: datetime) -> DueRows:
    """Selects ballots whose roll still has its salt, which goes last."""
    return select(Ballot.community_id, Ballot.id, BALLOT_ENDED_AT).where(
        Ballot.roll_salt.is_not(None), now - DISPUTE_PERIOD > BALLOT_ENDED_AT
    )


async def cut(session: AsyncSession, key: Key, _now: datetime) -> None:
    """Cuts a batch of each table; the next rounds take the next ones."""
    ballot = await get_row(session, Ballot, *key)
    await lock(session, ballot)
    here, named = ballot.community_id, (E.participant_id, E.household_id)
    voters = _batch(RollVoter, ballot)
    votes = _batch(Vote, ballot).where(Vote.cast_by.is_not(None))
    entries = _batch(E, ballot).where(func.num_nonnulls(*named) > 0)
    statements = (
        delete(RollVoter)
        .where(RollVoter.community_id == here, RollVoter.id.in_(voters))
        .returning(RollVoter.id),
        update(Vote)
        .where(Vote.community_id == here, Vote.id.in_(votes))
        .values(cast_by=None)
        .returning(Vote.id),
        update(E)
        .where(E.community_id == here, E.id.in_(entries))
        .values(participant_id=None, household_id=None)
        .returning(E.id),
    )
    changed = [len((await session.scalars(statement)).all()) for statement in statements]
    if not any(changed):
        # The column is frozen for everybody else, because it is part of what was announced.
        ended = update(Ballot).where(Ballot.community_id == here, Ballot.id == ballot.id)
        await session.execute(ended.values(roll_salt=None))


def _batch(model: type[RollVoter | Vote | E], ballot: Ballot) -> Select[UUID]:
    mine = (model.community_id == ballot.community_id, model.ballot_id == ballot.id)
    return select(model.id).where(*mine).limit(BATCH_SIZE)


SWEEPS = (Sweep("consultations.cut_rolls", timedelta(minutes=1), ballots_to_cut, cut),)
