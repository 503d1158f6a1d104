"""`python -m bench.totals`: what the total of an administrators' list costs, over 100,000 rows.

The first page of each list is read with and without its total, in turns, by one session: the
difference is what the total costs. A whole request for one of the lists tells what that is of what
a caller waits for. Shown are medians; nothing goes over a network.
"""

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from statistics import median
from time import perf_counter
from typing import Any
from uuid import UUID

import asyncpg
from httpx import ASGITransport, AsyncClient
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community, Region, RegionKind, Role, RoleGrant, ScopeKind
from app.consultations.models import Topic
from app.consultations.topics import queries as topics
from app.consultations.topics.schemas import StaffTopicQuery
from app.feedback.models import Ticket
from app.feedback.tickets import queries as tickets
from app.feedback.tickets.schemas import StaffTicketQuery
from app.identity.models import LoginSession, TokenAudience, User
from app.identity.tokens import Tokens
from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.database.columns import PLATFORM, uuid7
from app.kernel.database.engine import Database, open_engine
from app.kernel.database.migrations import migrate
from app.kernel.web.pages import (
    MAX_TOTAL,
    Page,
    PageQuery,
    earliest_first,
    newest_first,
    oldest_first,
    paginate,
    paginate_rows,
)
from app.main import create_app
from app.settings import Settings
from app.volunteering.models import Activity
from bench.databases import a_database, plain
from bench.rows import filling

ROWS, RUNS, WARM_UP = 100_000, 200, 10
TARGET = 1.2
SETTINGS = Settings.demo()
List = Callable[[AsyncSession, bool], Awaitable[Page[Any]]]


def lists(community_id: UUID) -> dict[str, List]:
    """Returns the lists, each as a function of the session and of whether rows are counted."""
    now, page = clock.now(), PageQuery(limit=20, cursor=None)
    all_tickets = StaffTicketQuery.model_validate({})
    all_topics = StaffTopicQuery.model_validate({})
    by_due_time = earliest_first(Ticket.resolution_due_at, Ticket.id)

    async def of_tickets(session: AsyncSession, counts: bool) -> Page[Any]:
        statement = tickets.queue(community_id, all_tickets, None, PLATFORM, now)
        return await paginate(session, statement, page, by_due_time, counts=counts)

    async def of_topics(session: AsyncSession, counts: bool) -> Page[Any]:
        statement = topics.queue(community_id, all_topics, now)
        return await paginate_rows(session, statement, page, oldest_first(Topic.id), counts=counts)

    async def of_activities(session: AsyncSession, counts: bool) -> Page[Any]:
        statement = select(Activity).where(Activity.community_id == community_id)
        return await paginate(session, statement, page, newest_first(Activity.id), counts=counts)

    return {"tickets": of_tickets, "topics": of_topics, "activities": of_activities}


async def cost_ms(database: Database, read: List, runs: int) -> tuple[float, float]:
    """Returns the time of a page without its total, and what the total adds to it."""
    times: dict[bool, list[float]] = {False: [], True: []}
    for run in range(2 * (runs + WARM_UP)):
        counts = run % 2 == 1
        async with database.transaction() as session:
            began = perf_counter()
            await read(session, counts)
            took = perf_counter() - began
        if run >= 2 * WARM_UP:
            times[counts].append(took * 1000)
    without = median(times[False])
    return without, median(times[True]) - without


async def request_ms(database: Database, community_id: UUID, runs: int) -> float:
    """Returns the time of a request for the list of activities, with its total."""
    app = create_app(SETTINGS, database)
    path = f"/admin/v1/communities/{community_id}/activities"
    headers = {"Authorization": f"Bearer {await an_administrator(database, community_id)}"}
    times = []
    async with AsyncClient(transport=ASGITransport(app), base_url="http://localhost") as http:
        for run in range(runs + WARM_UP):
            began = perf_counter()
            answer = await http.get(path, headers=headers)
            took = perf_counter() - began
            assert answer.json()["total"] <= MAX_TOTAL
            if run >= WARM_UP:
                times.append(took * 1000)
    return median(times)


async def an_administrator(database: Database, community_id: UUID) -> str:
    """Makes an administrator of the platform, and returns a token of theirs."""
    now = clock.now()
    user = User.new(now)
    login = LoginSession(
        user_id=user.id,
        id=user.id,
        audience=TokenAudience.ADMIN,
        secret_hash=b"",
        rotated_at=now,
        created_at=now,
        proven_at=now,
    )
    grant = RoleGrant(
        user_id=user.id,
        role=Role.PLATFORM_ADMIN,
        scope_kind=ScopeKind.PLATFORM,
        scope_id=PLATFORM,
        valid_from=now,
        granted_by=user.id,
    )
    async with database.transaction() as session:
        session.add(user)
        await session.flush()
        session.add_all([login, grant])
    tokens = Tokens(SETTINGS.ring(), SETTINGS.token_key_id)
    return tokens.issue(user.id, user.id, 1, TokenAudience.ADMIN, now)


async def a_community(database: Database) -> UUID:
    id_ = uuid7()
    region = Region(
        id=id_,
        code="990000000000",
        kind=RegionKind.COMMUNITY,
        name="临里",
        path=[id_],
        valid_from=clock.today(),
    )
    community = Community(
        region_id=id_, region_path=[id_], short_number=1, name="临里", search_grams=[], version=1
    )
    async with database.transaction() as session:
        session.add(region)
        await session.flush()
        session.add(community)
    return community.id


async def run(url: str, rows: int, runs: int) -> None:
    await migrate(url)
    engine = open_engine(url, pool_size=1)
    database = Database.of(engine)
    community_id = await a_community(database)
    connection = await asyncpg.connect(plain(url))
    await connection.execute(filling(rows).replace(str(PLATFORM), str(community_id)))
    await connection.execute("VACUUM ANALYZE")
    await connection.close()
    request = await request_ms(database, community_id, runs)
    print(f"a request for the activities takes {request:.2f} ms")
    for name, read in lists(community_id).items():
        without, added = await cost_ms(database, read, runs)
        ratio = request / (request - added)
        print(
            f"{name:12} page {without:6.2f} ms  total {added:+6.2f} ms"
            f"  request with : without = {ratio:.2f}  (target: <= {TARGET})"
        )
    await engine.dispose()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.totals", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a few seconds, to see that it runs")
    rows, runs = (2_000, 5) if parser.parse_args().short else (ROWS, RUNS)
    keys.use(SETTINGS.keys())
    clock.use_zone(SETTINGS.time_zone)
    with a_database() as url:
        asyncio.run(run(url, rows, runs))


if __name__ == "__main__":
    main()
