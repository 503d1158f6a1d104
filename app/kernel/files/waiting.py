"""Imports that wait: a sweep of each feature does those of its kinds, each in one transaction, and
says meanwhile how far it has come."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import DATABASE, Database, get_row, lock
from app.kernel.errors import DomainError
from app.kernel.files.imports import Progress, SheetImport, examine, record_import
from app.kernel.files.records import ImportRecord, ImportStatus
from app.kernel.privacy.audit import Actor

LOCK_COMMUNITY_IF_FREE = text(
    "SELECT id FROM communities WHERE id = :id FOR NO KEY UPDATE SKIP LOCKED"
)
IMPORTS_EVERY = timedelta(seconds=2)
"""The time after which somebody looks for sheets that wait."""
IMPORT_TIMEOUT_SECONDS = 900
"""The time that one sheet may take: 50,000 lines take a few seconds, or minutes on a busy
machine."""
OPEN = (ImportStatus.QUEUED, ImportStatus.RUNNING)

Maker = Callable[[AsyncSession, ImportRecord], Awaitable[tuple[SheetImport, Actor]]]
"""Makes the import that waits, and who does it, by their grants of this moment. Raises Forbidden
where these have ended."""


def waiting_imports(makers: Mapping[str, Maker]) -> Callable[[datetime], Select[Any, Any, Any]]:
    """Makes the query of what waits, of these kinds. One that runs is found, too: its worker may
    have died, and while it lives, it holds its community."""

    def due(_now: datetime) -> Select[Any, Any, Any]:
        return select(ImportRecord.community_id, ImportRecord.id, ImportRecord.submitted_at).where(
            ImportRecord.kind.in_(makers), ImportRecord.status.in_(OPEN)
        )

    return due


def importer(
    makers: Mapping[str, Maker],
) -> Callable[[AsyncSession, tuple[UUID, UUID], datetime], Awaitable[None]]:
    async def run(session: AsyncSession, key: tuple[UUID, UUID], now: datetime) -> None:
        """Imports what waits, or writes down why it is refused."""
        found = await session.execute(LOCK_COMMUNITY_IF_FREE, {"id": key[0]})
        if found.first() is None:
            return  # Another import of this community runs; the next round looks again.
        waiting = await get_row(session, ImportRecord, *key)
        if waiting.status not in OPEN:
            return
        outcome = await _import(session, waiting, makers[waiting.kind])
        await lock(session, waiting)
        if isinstance(outcome, DomainError):
            waiting.refuse(now, {"code": outcome.code, **outcome.extensions})
            return
        plan, by, counts = outcome
        waiting.finish(now, counts, plan.journal.stored())
        record_import(session, plan, waiting, by=by)

    return run


async def _import(
    session: AsyncSession, waiting: ImportRecord, make: Maker
) -> tuple[SheetImport, Actor, dict[str, int]] | DomainError:
    try:
        async with session.begin_nested():
            plan, by = await make(session, waiting)
            plan.progress = _publisher(session, waiting)
            counts = await examine(session, waiting.upload or b"", plan)
            await plan.write(session)
            return plan, by, counts
    except DomainError as error:
        return error


def _publisher(session: AsyncSession, waiting: ImportRecord) -> Progress:
    """Makes the function that says how far the import has come, by a second connection: nobody
    sees what its own transaction writes before that ends."""
    database: Database = session.info[DATABASE]
    community_id, import_id = waiting.community_id, waiting.id

    async def publish(percent: int) -> None:
        async with database.transaction() as other:
            (await get_row(other, ImportRecord, community_id, import_id)).start(percent)

    return publish
