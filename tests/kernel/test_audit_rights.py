"""The role that serves inserts audit entries and consents, and can do nothing else to them; of
hours it changes states alone."""

from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncEngine

from app.communities.models import Role
from app.doctor import findings
from app.kernel.database.engine import Database, open_engine
from app.kernel.database.migrations import migrate
from app.settings import Settings
from app.worker import Worker
from tests.audit import audited
from tests.client import as_admin, client_of
from tests.factories import a_community, a_participant, staff
from tests.kernel.test_migrations import url_of_app

__all__ = ["url_of_app"]

CHANGES = {
    "audit_entries": ("community_id", "action = 'x'"),
    "audit_chain": ("community_id", "number = 1"),
    "consents": ("user_id", "is_granted = true"),
    "service_entries": ("community_id", "minutes = 600"),
    "certified_entries": ("community_id", "entry_id = id"),
}
NOBODYS = "'00000000-0000-0000-0000-000000000000'"
REWRITES = [
    statement
    for table, (tenant, change) in CHANGES.items()
    for statement in (
        f"UPDATE {table} SET {change} WHERE {table}.{tenant} = {NOBODYS}",
        f"DELETE FROM {table} WHERE {table}.{tenant} = {NOBODYS}",
        f"TRUNCATE {table}",
    )
]
REMOVALS = [
    statement
    for table, tenant in (
        ("audit_contents", "community_id"),
        ("audit_heads", "community_id"),
        ("sensitive_consents", "id"),
    )
    for statement in (
        f"DELETE FROM {table} WHERE {table}.{tenant} = {NOBODYS}",
        f"TRUNCATE {table}",
    )
]


async def test_the_role_that_serves_rewrites_no_audit_entry(url_of_app: str) -> None:
    done = [one for one in REWRITES + REMOVALS if await _can(url_of_app, one)]
    assert done == []


async def test_the_role_that_serves_records_and_chains(
    url_of_app: str, own_database: Database
) -> None:
    here = await a_community(own_database)
    worker = await staff(own_database, here, Role.COMMUNITY_ADMIN)
    resident = await a_participant(own_database, here)
    engine = open_engine(url_of_app, pool_size=4)
    try:
        database = Database.of(engine)
        path = f"/admin/v1/communities/{here}/participants/{resident.id}/block"
        async with client_of(database) as http:
            blocked = await http.post(path, json={"reason": "扰乱"}, headers=as_admin(worker))
        assert blocked.status_code == 200, blocked.text
        await Worker(database).sweep()
    finally:
        await engine.dispose()
    assert [entry.action for entry in await audited(own_database, here)] == ["participant.blocked"]
    async with own_database.transaction() as session:
        assert await session.scalar(text("SELECT count(*) FROM audit_chain")) == 1


async def test_the_doctor_sees_who_may_rewrite_the_audit(own_url: str, url_of_app: str) -> None:
    as_owner = await _audit_findings(own_url)
    as_app = await _audit_findings(url_of_app)
    assert as_owner["audit entries"] == "may be rewritten by this role: use linli_app"
    assert as_app["audit entries"] == "only inserted"
    assert as_app["tables"] == "all in reach"


async def _audit_findings(url: str) -> dict[str, str]:
    settings = Settings.demo(database_url=url)
    return {finding.what: finding.detail async for finding in findings(settings)}


async def test_entries_of_before_are_sealed_and_come_back(
    own_url: str, own_engine: AsyncEngine, url_of_app: str
) -> None:
    """Facts that stood open are sealed and found by their person; and the rights come back on the
    way down, so that the former version can do what it does."""
    await migrate(own_url, "base")
    await migrate(own_url, "202611280600")
    async with own_engine.begin() as connection:
        await connection.execute(text(BEFORE))
    await migrate(own_url, "202611280601")
    database = Database.of(own_engine)
    [entry] = await audited(database)
    assert (entry.about, entry.facts) == (entry.subject_id, {"reason": "扰乱"})
    assert not await _can(url_of_app, REWRITES[0])
    await migrate(own_url, "-1")
    async with database.transaction() as session:
        assert await session.scalar(text("SELECT facts FROM audit_entries")) == entry.facts
    assert await _can(url_of_app, REWRITES[0])
    await migrate(own_url)
    assert [one.facts for one in await audited(database)] == [entry.facts]
    assert not await _can(url_of_app, REWRITES[0])


BEFORE = """
WITH c AS (
    INSERT INTO communities (id, short_number, name, search_grams, version, region_path)
    VALUES (gen_random_uuid(), 77, '临里', '{}', 1, '{}') RETURNING id
), p AS (
    INSERT INTO participants (community_id, id, display_name, kind, status, joined_at, entered_by,
        channel)
    SELECT id, gen_random_uuid(), '秀英', 'resident', 'active', now(), gen_random_uuid(), 'self'
    FROM c RETURNING community_id, id
)
INSERT INTO audit_entries (community_id, id, at, actor_id, action, subject_id, facts)
SELECT community_id, gen_random_uuid(), now(), gen_random_uuid(), 'participant.blocked', id,
    '{"reason": "扰乱"}' FROM p
"""


async def _can(url: str, statement: str) -> bool:
    engine = open_engine(url, pool_size=1)
    try:
        async with engine.connect() as connection:
            await connection.execute(text(statement))
    except ProgrammingError:
        return False
    finally:
        await engine.dispose()
    return True
