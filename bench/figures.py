"""`python -m bench.figures`: the figures of a community with 100,000 rows in each table.

All rows lie in the 53 weeks of the longest span. Figures and a trivial read (the community itself)
are asked for in turns, through the whole application but over no network; shown are medians, their
ratio, and the 95th percentile of the figures.
"""

import argparse
import asyncio
from statistics import median, quantiles
from time import perf_counter
from uuid import UUID

import asyncpg
from httpx import ASGITransport, AsyncClient

from app.consultations.models import Ballot
from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database, open_engine
from app.kernel.database.migrations import migrate
from app.main import create_app
from bench.databases import a_database, plain
from bench.rows import filling
from bench.totals import SETTINGS, a_community, an_administrator

ROWS, RUNS, WARM_UP = 100_000, 100, 5
TARGET_MS = 300
SPREAD = """
CREATE FUNCTION pg_temp.at(row_number bigint) RETURNS timestamptz LANGUAGE sql AS $$
    SELECT now() - (row_number * 7919 % 31000000) * interval '1 second'
$$;
INSERT INTO participants
    (community_id, id, display_name_sealed, kind, status, joined_at, entered_by, channel,
     witness_sealed)
SELECT '$community', gen_random_uuid(), decode(repeat(md5(n::text), 4), 'hex'), 'resident',
       'active', pg_temp.at(n), '$platform', 'desk', ''
FROM generate_series(1, $rows) n;
INSERT INTO signups
    (community_id, id, shift_id, role_id, participant_id, status, confirmed_at, withdrawn_at,
     is_late_withdrawal, entered_by, channel)
SELECT s.community_id, gen_random_uuid(), s.id, s.id, s.id, 'withdrawn', pg_temp.at(n),
       pg_temp.at(n), false, '$platform', 'self'
FROM generate_series(1, $rows) n
JOIN LATERAL (SELECT community_id, id FROM shift_roles WHERE community_id = '$community'
              ORDER BY id LIMIT 1) s ON true;
INSERT INTO service_entries
    (community_id, id, participant_id, occasion_id, attendance_id, source, source_id, title,
     served_on, starts_at, ends_at, minutes, is_closed_by_sweep, recorded_at, status, reviewed_by,
     notice_ends_at, confirmed_at)
SELECT '$community', gen_random_uuid(), p.id, o.id, gen_random_uuid(), 'shift', o.id, '清扫楼道',
       pg_temp.at(p.n)::date, pg_temp.at(p.n), pg_temp.at(p.n) + interval '1 hour', 60, false,
       now(), 'confirmed', '$platform', now(), now()
FROM (SELECT id, row_number() OVER () AS n FROM participants
      WHERE community_id = '$community' LIMIT $rows) p,
     (SELECT id FROM occasions WHERE community_id = '$community' LIMIT 1) o;
UPDATE tickets SET submitted_at = pg_temp.at(number::bigint) WHERE community_id = '$community';
UPDATE topics SET submitted_at = pg_temp.at(n.n)
FROM (SELECT id, row_number() OVER () AS n FROM topics WHERE community_id = '$community') n
WHERE topics.community_id = '$community' AND topics.id = n.id;
"""
CLOSE = """
UPDATE ballots SET status = 'closed', closed_at = now() - interval '1 day', roll_size = 1000,
       tally_sealed = $3
WHERE community_id = $1 AND id = $2
"""


async def fill(url: str, community_id: UUID, rows: int) -> None:
    connection = await asyncpg.connect(plain(url))
    here = str(community_id)
    await connection.execute(filling(rows).replace(str(PLATFORM), here))
    spread = SPREAD.replace("$community", here).replace("$platform", str(PLATFORM))
    await connection.execute(spread.replace("$rows", str(rows)))
    tally = {"present": 700, "counts": {"lift": {"yes": 400, "no": 300}}}
    for row in await connection.fetch("SELECT id FROM ballots WHERE community_id = $1", here):
        sealed = Ballot.tally.seal_for(Ballot, community_id, row["id"], tally)
        await connection.execute(CLOSE, here, row["id"], sealed)
    await connection.execute("VACUUM ANALYZE")
    await connection.close()


async def run(url: str, rows: int, runs: int) -> None:
    await migrate(url)
    engine = open_engine(url, pool_size=1)
    database = Database.of(engine)
    community_id = await a_community(database)
    await fill(url, community_id, rows)
    token = await an_administrator(database, community_id)
    here = f"/admin/v1/communities/{community_id}"
    last = clock.today().isoformat()
    first = clock.today().replace(year=clock.today().year - 1).isoformat()
    paths = {
        "the community itself": here,
        "figures, 12 weeks": f"{here}/figures",
        "figures, 53 weeks": f"{here}/figures?from={first}&to={last}",
    }
    times: dict[str, list[float]] = {name: [] for name in paths}
    app = create_app(SETTINGS, database)
    async with AsyncClient(transport=ASGITransport(app), base_url="http://localhost") as http:
        for number in range(runs + WARM_UP):
            for name, path in paths.items():
                began = perf_counter()
                answer = await http.get(path, headers={"Authorization": f"Bearer {token}"})
                took = (perf_counter() - began) * 1000
                assert answer.status_code == 200, answer.text
                if number >= WARM_UP:
                    times[name].append(took)
    trivial = median(times["the community itself"])
    for name, measured in times.items():
        p50, p95 = median(measured), quantiles(measured, n=20)[-1]
        print(
            f"{name:22} p50 {p50:7.2f} ms  p95 {p95:7.2f} ms  {p50 / trivial:6.1f} times a trivial"
            f" read  (target: p95 <= {TARGET_MS} ms)"
        )
    await engine.dispose()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.figures", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a few seconds, to see that it runs")
    rows, runs = (2_000, 5) if parser.parse_args().short else (ROWS, RUNS)
    keys.use(SETTINGS.keys())
    clock.use_zone(SETTINGS.time_zone)
    with a_database() as url:
        asyncio.run(run(url, rows, runs))


if __name__ == "__main__":
    main()
