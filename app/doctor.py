"""Examination behind `linli doctor`, to be made before and after starting the service."""

import os
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from app.console.pages import DIST, is_built
from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.database import embedded
from app.kernel.database.engine import Database
from app.kernel.jobs.dead_letters import summarise
from app.kernel.ops import database_clock
from app.kernel.ops.audit_state import (
    INSERT_ONLY,
    NOT_DELETED,
    may_rewrite_audit,
    read_audit_state,
)
from app.kernel.ops.health import FINE, checked
from app.kernel.ops.server_log import talkative_settings
from app.kernel.ops.settings import Environment
from app.kernel.privacy.key_checks import find_faults, read_checks
from app.kernel.privacy.key_use import count_by_key, count_without_index
from app.kernel.privacy.sealed_columns import sealed_columns
from app.serve import engine_of
from app.settings import Settings

MIN_SERVER_VERSION = 150_000
"""PostgreSQL 15, as `server_version_num` counts."""
VERSION = text("SELECT current_setting('server_version_num')::int")
MAY_CHANGE_SCHEMA = text(
    """
SELECT r.rolsuper OR r.rolcreaterole OR r.rolcreatedb
    OR has_schema_privilege(current_user, 'public', 'CREATE')
    OR EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user)
FROM pg_roles r WHERE r.rolname = current_user
"""
)
COUNT_UNREACHABLE_TABLES = text(
    """
SELECT count(*) FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'alembic_version'
AND NOT (has_table_privilege(c.oid, 'SELECT') AND has_table_privilege(c.oid, 'INSERT')
    AND (c.relname = ANY (:insert_only) OR has_any_column_privilege(c.oid, 'UPDATE'))
    AND (c.relname = ANY (:insert_only) OR c.relname = ANY (:not_deleted)
        OR has_table_privilege(c.oid, 'DELETE')))
"""
).bindparams(insert_only=list(INSERT_ONLY), not_deleted=list(NOT_DELETED))
MAX_HEADS = 20
"""Heads of chains that are printed; `linli verify-audit` prints all."""


class Finding(NamedTuple):
    """One line of the examination: its subject, and what was found."""

    what: str
    detail: str
    is_well: bool = True


async def findings(settings: Settings) -> AsyncIterator[Finding]:
    """Yields each finding as soon as it is made; without a database, the rest is left out."""
    yield Finding("settings", f"safe for {settings.environment}")
    yield _console(settings)
    yield _embedded_server()
    keys.use(settings.keys())
    engine = engine_of(settings)
    try:
        async for finding in _examine_database(engine, settings):
            yield finding
    finally:
        await engine.dispose()


async def _examine_database(engine: AsyncEngine, settings: Settings) -> AsyncIterator[Finding]:
    database = Database.of(engine)
    try:
        await database_clock.set_clock(database)
    except Exception as error:
        yield Finding("database", f"no answer ({type(error).__name__})", False)
        return
    checks = await checked(database)
    for what, detail in checks.items():
        if what != "keys":
            yield Finding(what, detail, detail in FINE)
    yield Finding("clock skew", f"{clock.skew().total_seconds():+.3f} s")
    async with database.transaction() as session:
        if checks.get("migrations") == "ok":
            yield await _dead_letters(session)
            yield await _keys(session)
            yield await _sealed_values(session)
            for finding in await _audit(session, settings):
                yield finding
        yield await _version(session)
        for finding in await _role(session, settings):
            yield finding
        yield await _server_log(session)


async def _dead_letters(session: AsyncSession) -> Finding:
    count, oldest, unreadable = await summarise(session)
    if not count and not unreadable:
        return Finding("dead letters", "none")
    since = f", the oldest of {oldest:%Y-%m-%d %H:%M}" if oldest else ""
    detail = f"{count}{since}; {unreadable} events that no worker can read: see `linli events list`"
    return Finding("dead letters", detail, False)


async def _keys(session: AsyncSession) -> Finding:
    faults = list(find_faults(await read_checks(session)))
    return Finding("keys", "; ".join(faults) or "those of the database", not faults)


async def _sealed_values(session: AsyncSession) -> Finding:
    """Count sealed values by key: a key without any can be taken away."""
    counts: Counter[int] = Counter()
    for column in sealed_columns():
        counts.update(await count_by_key(session, column))
    listed = [
        f"{count:,} with key {abs(number)}" + (" in the first form" if number < 0 else "")
        for number, count in sorted(counts.items())
    ]
    if rows := await count_without_index(session):
        listed.append(f"{rows:,} rows without the index of a key: run `linli reseal`")
    return Finding("sealed values", ", ".join(listed) or "none")


async def _audit(session: AsyncSession, settings: Settings) -> list[Finding]:
    """Report the heads of the chains, to be kept elsewhere, and whether the role may rewrite what
    they prove."""
    state = await read_audit_state(session, MAX_HEADS)
    found = [Finding("audit head", str(head)) for head in state.heads]
    waiting = f"{state.waiting} entries wait to be chained"
    found.append(Finding("audit chain", waiting, not state.is_late(clock.now())))
    is_strict = settings.environment is Environment.PRODUCTION
    may_rewrite = await may_rewrite_audit(session)
    rights = "may be rewritten by this role: use linli_app" if may_rewrite else "only inserted"
    found.append(Finding("audit entries", rights, not (may_rewrite and is_strict)))
    return found


async def _version(session: AsyncSession) -> Finding:
    number: int = (await session.scalars(VERSION)).one()
    return Finding(
        "PostgreSQL", f"{number // 10_000}.{number % 10_000}", number >= MIN_SERVER_VERSION
    )


async def _role(session: AsyncSession, settings: Settings) -> list[Finding]:
    """Check that the role of the service reads and writes rows of all tables, and nothing else."""
    may_change_schema = bool(await session.scalar(MAY_CHANGE_SCHEMA))
    unreachable = await session.scalar(COUNT_UNREACHABLE_TABLES) or 0
    is_strict = settings.environment is Environment.PRODUCTION
    rights = (
        "may change the schema: use linli_app" if may_change_schema else "reads and writes rows"
    )
    reach = f"{unreachable} out of reach" if unreachable else "all in reach"
    return [
        Finding("role", rights, not (may_change_schema and is_strict)),
        Finding("tables", reach, not unreachable),
    ]


async def _server_log(session: AsyncSession) -> Finding:
    """Report settings by which the server itself would log personal data."""
    found = await talkative_settings(session)
    if not found:
        return Finding("server log", "no values of rows or parameters")
    return Finding("server log", f"prints personal data: {', '.join(found)}", False)


def _console(settings: Settings, folder: Path = DIST) -> Finding:
    """Report whether there is what `/console` serves; a source tree may be without it."""
    if not settings.serves_console:
        return Finding("console", "not served")
    if is_built(folder):
        return Finding("console", "built")
    is_strict = settings.environment is Environment.PRODUCTION
    how = "not built: run `npm ci && npm run build` in console/, or set LINLI_SERVES_CONSOLE=false"
    return Finding("console", how, not is_strict)


def _embedded_server(folder: Path = embedded.FOLDER) -> Finding:
    """Report the embedded server of this folder; it may outlive a process that was killed."""
    try:
        pid = int((folder / "postmaster.pid").read_text().splitlines()[0])
        os.kill(pid, 0)
    except (OSError, ValueError, IndexError):
        return Finding("embedded server", "not running")
    return Finding("embedded server", f"running as process {pid} in {folder}")
