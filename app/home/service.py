"""A person's account with its counts, over all their communities."""

from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.home.hot import arguments
from app.home.schemas import MeWithCounts, MyCounts
from app.home.statements import COUNTS
from app.identity.me import service as me
from app.kernel.lane.connection import connection_of


async def get_account(
    session: AsyncSession, user_id: UUID, communities: Mapping[UUID, UUID]
) -> MeWithCounts:
    """Returns the account. `communities` maps the id of each community of the person to that of
    the participant there; each is asked by itself, as it may lie elsewhere."""
    account = await me.get_me(session, user_id)
    counts = Counter[str]()
    connection = await connection_of(session)
    for membership in communities.items():
        [row] = await connection.fetch(COUNTS, *arguments(*membership)[:7])
        counts.update(dict(row))
    return MeWithCounts(
        **account.model_dump(),
        counts=MyCounts(
            unread_messages=counts["unread_messages"],
            upcoming_signups=counts["upcoming_signups"],
            open_tickets=counts["open_tickets"],
            ballots_to_vote=counts["ballots_to_vote"],
        ),
    )
