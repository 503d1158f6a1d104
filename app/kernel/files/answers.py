"""The common part of all routes of imports: preview, import at once or later, list, show, undo."""

from uuid import UUID

from fastapi import Response
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel import clock
from app.kernel.database.engine import FOREIGN_KEY_VIOLATION, get_row, lock, sqlstate
from app.kernel.errors import Conflict, Forbidden, NotFound, Text
from app.kernel.files.import_schemas import ImportOut, ImportQuery, show_import, show_preview
from app.kernel.files.imports import (
    LARGE_BYTES,
    LOCK_COMMUNITY,
    SheetImport,
    preview_import,
    queue_import,
    run_import,
)
from app.kernel.files.journal import ImportInUse, Journal
from app.kernel.files.records import ImportRecord
from app.kernel.privacy.audit import Actor, record
from app.kernel.web.pages import Page, PageQuery, newest_first, paginate


class ImportTooOld(Conflict):
    """Refuses to undo an import after 30 days: what it has replaced is not stored any more."""

    code = "imports.too_old"
    title = Text("导入已超过30天，不能撤销", "An import can be undone for 30 days")


async def answer_import(
    session: AsyncSession,
    upload: bytes,
    plan: SheetImport,
    query: ImportQuery,
    response: Response,
    *,
    by: Actor,
) -> ImportOut:
    """Previews the sheet, imports it, or (202) puts a large one into the queue."""
    if query.preview:
        return show_preview(plan, await preview_import(session, upload, plan, by=by))
    if len(upload) >= LARGE_BYTES:
        response.status_code = 202
        return show_import(queue_import(session, upload, plan, by=by))
    return show_import(await run_import(session, upload, plan, by=by))


async def list_imports(
    session: AsyncSession, community_id: UUID, kind: str, query: PageQuery
) -> Page[ImportOut]:
    """Lists imports of one kind, newest first."""
    statement = select(ImportRecord).where(
        ImportRecord.community_id == community_id, ImportRecord.kind == kind
    )
    order = newest_first(ImportRecord.id)
    page = await paginate(session, statement, query, order, counts=True)
    return page.with_items([show_import(row) for row in page.items])


async def find_import(
    session: AsyncSession, community_id: UUID, kind: str, import_id: UUID
) -> ImportRecord:
    """Returns the import; NotFound for one of another kind."""
    row = await get_row(session, ImportRecord, community_id, import_id)
    if row.kind != kind:
        raise NotFound
    return row


def require_own(row: ImportRecord, by: Actor) -> None:
    """Raises Forbidden for another's import of a table that all communities share: only who has
    imported a sheet is known to cover all that it names."""
    if row.imported_by != by.id:
        raise Forbidden


async def undo_import(
    session: AsyncSession, row: ImportRecord, plan: type[SheetImport], *, by: Actor
) -> ImportOut:
    """Undoes an import: new rows go, changed ones get their former values, removed ones come back.
    Raises ImportInUse, ImportChangedSince or ImportTooOld, and changes nothing then."""
    await session.execute(LOCK_COMMUNITY, {"id": row.community_id})
    await lock(session, row)
    row.require("undo")
    if row.undo_until is None or clock.now() > row.undo_until:
        raise ImportTooOld
    try:
        async with session.begin_nested():
            await plan.undo(session, row, Journal.of(row.journal))
    except IntegrityError as error:
        if sqlstate(error) != FOREIGN_KEY_VIOLATION:
            raise
        raise ImportInUse from None
    row.undo(clock.now(), by.id)
    record(session, by, f"{row.kind}.import_undone", row)
    return show_import(row)
