"""`python -m bench.service_entries`: pages of the ledger over 100,000 entries, against 1,000.

One community is asked in one process, first with few entries and then with many; the entries of
the person whose record is read stay the same. Shown are the 95th percentiles and their ratio.
"""

import argparse
import asyncio
from collections.abc import Mapping
from time import perf_counter
from uuid import UUID

import asyncpg
from httpx import ASGITransport, AsyncClient

from app.communities.models import Channel, MyCommunity, Participant, ParticipantKind
from app.communities.models import ParticipantStatus as Status
from app.identity.models import LoginSession, TokenAudience, User
from app.identity.tokens import Tokens
from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database, open_engine
from app.kernel.database.migrations import migrate
from app.main import create_app
from bench.databases import a_database, plain
from bench.totals import SETTINGS, a_community, an_administrator

FEW, MANY, RUNS, WARM_UP = 1_000, 100_000, 200, 20
PEOPLE, OWN = 500, 40
TARGET = 1.5
OCCASIONS = """
INSERT INTO occasions
    (community_id, id, kind, source_id, title, starts_at, ends_at, status, code_key_sealed)
SELECT $1::uuid, gen_random_uuid(), 'shift', gen_random_uuid(), '清扫楼道',
       now() - n * interval '3 hours', now() - n * interval '3 hours' + interval '2 hours',
       'ended', ''
FROM generate_series($2::int, $3::int) n
"""
ENTRIES = """
INSERT INTO service_entries
    (community_id, id, participant_id, occasion_id, attendance_id, source, source_id, title,
     served_on, starts_at, ends_at, minutes, is_closed_by_sweep, recorded_at, status, reviewed_at,
     reviewed_by, posted_at, posted_by, notice_ends_at, confirmed_at)
SELECT o.community_id, gen_random_uuid(), p.id, o.id, gen_random_uuid(), 'shift', o.source_id,
       o.title, o.starts_at::date, o.starts_at, o.ends_at, 120, false, o.ends_at,
       CASE WHEN n % 50 = 0 THEN 'recorded' WHEN n % 50 = 1 THEN 'in_notice' ELSE 'confirmed' END,
       o.ends_at, $1::uuid, o.ends_at, $1::uuid, o.ends_at, o.ends_at
FROM (SELECT *, row_number() OVER (ORDER BY starts_at DESC) AS place FROM occasions
      WHERE community_id = $1::uuid) o
JOIN generate_series($2::int, $3::int) n ON n % $4::int + 1 = o.place
JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place FROM participants
      WHERE community_id = $1::uuid AND id <> $5::uuid) p ON p.place = n % $6::int + 1
"""
OWN_ENTRIES = """
UPDATE service_entries SET participant_id = $2 WHERE community_id = $1 AND id IN (
    SELECT id FROM service_entries WHERE community_id = $1 ORDER BY id LIMIT $3)
"""
ANOMALIES = """
INSERT INTO service_anomalies
    (community_id, id, kind, subject_id, occasion_id, participant_id, number, noted_at)
SELECT community_id, gen_random_uuid(), 'closed_by_sweep', attendance_id, occasion_id,
       participant_id, 0, recorded_at
FROM service_entries WHERE community_id = $1
ON CONFLICT DO NOTHING
"""


async def people(database: Database, community_id: UUID) -> tuple[UUID, str]:
    """Makes the people. Returns the id of the one who reads their record, and a token of theirs."""
    now = clock.now()
    me = User.new(now)
    rows = [
        Participant(
            community_id=community_id,
            display_name=f"居民{n}",
            kind=ParticipantKind.RESIDENT,
            status=Status.ACTIVE,
            joined_at=now,
            user_id=None if n else me.id,
            entered_by=PLATFORM,
            channel=Channel.DESK if n else Channel.SELF,
            witness="王芳" if n else None,
        )
        for n in range(PEOPLE + 1)
    ]
    login = LoginSession(
        user_id=me.id,
        id=me.id,
        audience=TokenAudience.RESIDENT,
        secret_hash=b"",
        rotated_at=now,
        created_at=now,
        proven_at=now,
    )
    mine = MyCommunity(
        user_id=me.id, community_id=community_id, participant_id=rows[0].id, joined_at=now
    )
    async with database.transaction() as session:
        session.add(me)
        await session.flush()
        session.add_all([login, *rows])
        await session.flush()
        session.add(mine)
    tokens = Tokens(SETTINGS.ring(), SETTINGS.token_key_id)
    return rows[0].id, tokens.issue(me.id, me.id, 1, TokenAudience.RESIDENT, now)


async def fill(url: str, community_id: UUID, me: UUID, first: int, last: int) -> None:
    """Adds entries up to `last`, 20 at each occasion, with a noted fact for each."""
    connection = await asyncpg.connect(plain(url))
    await connection.execute(OCCASIONS, community_id, first // 20, last // 20 - 1)
    occasions = (last - first) // 20
    arguments = (community_id, first, last - 1, occasions, me, PEOPLE)
    await connection.execute(ENTRIES, *arguments)
    if first == 0:
        await connection.execute(OWN_ENTRIES, community_id, me, OWN)
    await connection.execute(ANOMALIES, community_id)
    await connection.execute("VACUUM ANALYZE")
    count = await connection.fetchval("SELECT count(*) FROM service_entries")
    assert count == last, count
    await connection.close()


async def p95(http: AsyncClient, path: str, token: str, runs: int) -> float:
    times = []
    for run in range(runs + WARM_UP):
        began = perf_counter()
        answer = await http.get(path, headers={"Authorization": f"Bearer {token}"})
        took = perf_counter() - began
        assert answer.status_code == 200, answer.text
        assert answer.json()["items"], path
        if run >= WARM_UP:
            times.append(took * 1000)
    return sorted(times)[int(len(times) * 0.95)]


async def run(url: str, many: int, runs: int) -> None:
    await migrate(url)
    engine = open_engine(url, pool_size=1)
    database = Database.of(engine)
    community_id = await a_community(database)
    admin = await an_administrator(database, community_id)
    me, resident = await people(database, community_id)
    here = f"/v1/communities/{community_id}"
    pages: Mapping[str, tuple[str, str]] = {
        "record": (f"{here}/service-entries/me", resident),
        "notices": (f"{here}/service-entries/notices", resident),
        "ledger": (f"/admin{here}/service-entries", admin),
        "to review": (f"/admin{here}/service-entries?status=recorded", admin),
        "anomalies": (f"/admin{here}/service-anomalies", admin),
        "by kind": (f"/admin{here}/service-anomalies?kind=closed_by_sweep", admin),
    }
    found: dict[str, list[float]] = {name: [] for name in pages}
    # One caller asks for more than a person does in a minute.
    settings = SETTINGS.model_copy(update={"requests_per_minute": 1_000_000})
    app = create_app(settings, database)
    async with AsyncClient(transport=ASGITransport(app), base_url="http://localhost") as http:
        for first, last in ((0, FEW), (FEW, many)):
            await fill(url, community_id, me, first, last)
            for name, (path, token) in pages.items():
                found[name].append(await p95(http, path, token, runs))
    for name, (few, lots) in found.items():
        print(
            f"{name:10} p95 {few:6.2f} ms of {FEW:,}  {lots:6.2f} ms of {many:,}"
            f"  ratio {lots / few:.2f}  (target: <= {TARGET})"
        )
    await engine.dispose()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.service_entries", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a few seconds, to see that it runs")
    many, runs = (2_000, 5) if parser.parse_args().short else (MANY, RUNS)
    keys.use(SETTINGS.keys())
    clock.use_zone(SETTINGS.time_zone)
    with a_database() as url:
        asyncio.run(run(url, many, runs))


if __name__ == "__main__":
    main()
