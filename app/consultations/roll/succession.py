"""Votes that are not cast yet when somebody moves: a household's falls to its others, or to who
lives there after them; a person's own falls away. The entries stay, for the announced size and
digest of the roll are about them.

An entry is locked before its voters are looked at, as the hot lane does: a vote that comes at the
same time is either written first, and stays, or is refused."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, delete, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.consultations.models import (
    VOTABLE,
    Ballot,
    ElectoralRollEntry,
    Electorate,
    RollStatus,
    RollVoter,
)
from app.consultations.residents import is_verified
from app.consultations.roll.electorates import adults_among, candidates_of
from app.consultations.scope import lives_in
from app.kernel.database.engine import get_row, insert_once


async def leave_rolls(
    session: AsyncSession, participant: Participant, *, everywhere: bool = False
) -> None:
    """Takes a participant off the entries that are no longer theirs and have not voted, in ballots
    that are not over; `everywhere` takes them off all of these. What they leave without a voter
    falls to who lives there now."""
    for entry in await _unused_entries_of(session, participant):
        ballot = await get_row(session, Ballot, entry.community_id, entry.ballot_id)
        if everywhere or not await _is_still_theirs(session, participant, ballot, entry):
            await session.execute(
                delete(RollVoter).where(
                    RollVoter.community_id == entry.community_id,
                    RollVoter.roll_entry_id == entry.id,
                    RollVoter.participant_id == participant.id,
                )
            )
            await _hand_on(session, ballot, entry, after=participant)


async def succeed(session: AsyncSession, participant: Participant) -> None:
    """Gives the vote of a household that nobody can cast any more to those who live there now, of
    whom the participant is one."""
    if participant.household_id is None:
        return
    for entry in await _lock(session, _vacant_entries_of(participant)):
        ballot = await get_row(session, Ballot, entry.community_id, entry.ballot_id)
        await _hand_on(session, ballot, entry)


async def _is_still_theirs(
    session: AsyncSession, participant: Participant, ballot: Ballot, entry: ElectoralRollEntry
) -> bool:
    if not is_verified(participant):
        return False
    if ballot.electorate is Electorate.HOUSEHOLDS:
        return participant.household_id == entry.household_id
    return await lives_in(session, participant, ballot.place_id)


async def _hand_on(
    session: AsyncSession,
    ballot: Ballot,
    entry: ElectoralRollEntry,
    *,
    after: Participant | None = None,
) -> None:
    """Enrols the adults of a household whose entry has no voter, without the one whom they come
    after. The entry is locked. Whoever may vote for another entry of the ballot, or has done so, is
    left out: nobody votes twice."""
    if entry.household_id is None or await session.scalar(_first_voter_of(entry)) is not None:
        return
    living_there = candidates_of(ballot).where(Participant.household_id == entry.household_id)
    if after is not None:
        living_there = living_there.where(Participant.id != after.id)
    for participant_id, _household_id in adults_among(await session.scalars(living_there)):
        row = RollVoter(
            community_id=entry.community_id,
            ballot_id=ballot.id,
            roll_entry_id=entry.id,
            participant_id=participant_id,
        )
        await insert_once(session, row)


async def _unused_entries_of(
    session: AsyncSession, participant: Participant
) -> Sequence[ElectoralRollEntry]:
    mine = select(RollVoter.roll_entry_id).where(
        RollVoter.community_id == participant.community_id,
        RollVoter.participant_id == participant.id,
    )
    statement = _unused_entries(participant.community_id).where(ElectoralRollEntry.id.in_(mine))
    return await _lock(session, statement)


def _unused_entries(community_id: UUID) -> Select[ElectoralRollEntry]:
    votable = select(Ballot.id).where(
        Ballot.community_id == community_id, Ballot.status.in_(sorted(VOTABLE))
    )
    return select(ElectoralRollEntry).where(
        ElectoralRollEntry.community_id == community_id,
        ElectoralRollEntry.ballot_id.in_(votable),
        ElectoralRollEntry.status == RollStatus.NONE,
    )


def _vacant_entries_of(participant: Participant) -> Select[ElectoralRollEntry]:
    """The entries of the participant's household that have not voted and have no voter."""
    has_voter = exists().where(
        RollVoter.community_id == participant.community_id,
        RollVoter.roll_entry_id == ElectoralRollEntry.id,
    )
    return _unused_entries(participant.community_id).where(
        ElectoralRollEntry.household_id == participant.household_id, ~has_voter
    )


async def _lock(
    session: AsyncSession, statement: Select[ElectoralRollEntry]
) -> Sequence[ElectoralRollEntry]:
    """Locks the entries in the order of their ids, as the hot lane does. Those that have voted
    meanwhile are not among them: PostgreSQL asks again when it has the lock."""
    locked = statement.order_by(ElectoralRollEntry.id).with_for_update(key_share=True)
    rows = await session.scalars(locked.execution_options(populate_existing=True))
    return rows.all()


def _first_voter_of(entry: ElectoralRollEntry) -> Select[UUID]:
    return (
        select(RollVoter.id)
        .where(RollVoter.community_id == entry.community_id, RollVoter.roll_entry_id == entry.id)
        .limit(1)
    )
