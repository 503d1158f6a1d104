"""/admin/v1/communities/{community_id}/calendar"""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Response

from app.communities.calendars.imports import CalendarImport
from app.communities.calendars.queries import working_days
from app.communities.calendars.schemas import CalendarOut, CalendarQuery, show_calendar
from app.communities.deps import CurrentStaff, staff_who_may
from app.communities.permissions import Staff
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import Forbidden
from app.kernel.files.answers import (
    ImportTooOld,
    answer_import,
    find_import,
    list_imports,
    undo_import,
)
from app.kernel.files.cells import SheetRefused
from app.kernel.files.import_schemas import ImportOut, ImportPage, ImportQuery, show_import
from app.kernel.files.journal import ImportChangedSince, ImportInUse
from app.kernel.files.records import ImportRecord
from app.kernel.web.dependencies import Session, SheetUpload
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page, PageQuery
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    prefix="/calendar",
    tags=["calendar"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)
StaffMayManageCalendar = Annotated[Staff, Depends(staff_who_may("calendar:manage"))]


@router.get("", response_model=CalendarOut)
async def get_calendar(
    query: Annotated[CalendarQuery, Query()], staff: CurrentStaff, session: Session
) -> CalendarOut:
    """Get the working days of a year: holidays, and weekends that are worked in exchange. A year
    whose arrangement is not known yet is provisional, and says so."""
    year = query.year_or_this
    return show_calendar(await working_days(session, staff.community_id, year, year), year)


@router.post("/imports", response_model=ImportOut, responses=problems(Forbidden, SheetRefused))
async def import_calendar(
    staff: StaffMayManageCalendar,
    query: Annotated[ImportQuery, Query()],
    upload: SheetUpload,
    response: Response,
    session: Session,
) -> ImportOut:
    """Import days of the calendar from a sheet (CSV, XLSX). Columns: 日期 day, 安排 kind (上班 or
    放假), optionally 名称 name. Days that the sheet does not name stay as they are. All lines are
    taken or none; the same sheet again changes nothing. With `preview=true` it tells what would
    change; a large sheet (202) waits for a worker."""
    return await answer_import(session, upload, CalendarImport(staff), query, response, by=staff)


@router.get("/imports", response_model=ImportPage, responses=problems(Forbidden))
async def list_calendar_imports(
    query: Annotated[PageQuery, Query()], staff: StaffMayManageCalendar, session: Session
) -> Page[ImportOut]:
    """List the imports of the calendar, newest first, with their progress."""
    return await list_imports(session, staff.community_id, CalendarImport.kind, query)


@router.get("/imports/{import_id}", response_model=ImportOut, responses=problems(Forbidden))
async def get_calendar_import(
    import_id: UUID, staff: StaffMayManageCalendar, session: Session
) -> ImportOut:
    """Get an import of the calendar, with its progress while it waits or runs."""
    return show_import(
        await find_import(session, staff.community_id, CalendarImport.kind, import_id)
    )


@router.post(
    "/imports/{import_id}/undo",
    response_model=ImportOut,
    responses=problems(
        *(Forbidden, ImportRecord.WRONG_STATE, ImportInUse, ImportChangedSince, ImportTooOld)
    ),
)
async def undo_calendar_import(
    import_id: UUID, staff: StaffMayManageCalendar, session: Session
) -> ImportOut:
    """Undo an import of the calendar, within 30 days. Periods that have begun keep their end."""
    row = await find_import(session, staff.community_id, CalendarImport.kind, import_id)
    return await undo_import(session, row, CalendarImport, by=staff)
