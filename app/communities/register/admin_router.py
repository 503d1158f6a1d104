"""/admin/v1/communities/{community_id}/register"""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Response

from app.communities.deps import staff_who_may
from app.communities.permissions import Staff
from app.communities.register import service as register
from app.communities.register.imports import RegisterImport
from app.communities.register.schemas import RegisterSize
from app.identity.deps import IdempotentForAdmin, RecentlyProven
from app.identity.errors import StepUpRequired
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
    prefix="/register",
    tags=["residence"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)
StaffMayImportRegister = Annotated[Staff, Depends(staff_who_may("register:import"))]


@router.post(
    "/imports",
    response_model=ImportOut,
    responses=problems(Forbidden, StepUpRequired, SheetRefused),
)
async def import_register(
    staff: StaffMayImportRegister,
    _proven: RecentlyProven,
    query: Annotated[ImportQuery, Query()],
    upload: SheetUpload,
    response: Response,
    session: Session,
) -> ImportOut:
    """Import the residents' register (居民名册) from a sheet (CSV, XLSX). Columns: 楼栋 building,
    房号 household, 姓名 name, optionally 网格 grid, 单元 entrance, 手机 phone, 成年 adult (是 or
    否). The sheet replaces the entries of its households; one with an empty name empties its
    household. Names and phones are stored encrypted, and no operation shows them. All lines are
    taken or none; the same sheet again changes nothing. With `preview=true` it tells what would
    change; a large sheet (202) waits for a worker."""
    return await answer_import(session, upload, RegisterImport(staff), query, response, by=staff)


@router.get("/imports", response_model=ImportPage, responses=problems(Forbidden))
async def list_register_imports(
    query: Annotated[PageQuery, Query()], staff: StaffMayImportRegister, session: Session
) -> Page[ImportOut]:
    """List the imports of the register, newest first, with their progress."""
    return await list_imports(session, staff.community_id, RegisterImport.kind, query)


@router.get("/imports/{import_id}", response_model=ImportOut, responses=problems(Forbidden))
async def get_register_import(
    import_id: UUID, staff: StaffMayImportRegister, session: Session
) -> ImportOut:
    """Get an import of the register, with its progress while it waits or runs."""
    return show_import(
        await find_import(session, staff.community_id, RegisterImport.kind, import_id)
    )


@router.post(
    "/imports/{import_id}/undo",
    response_model=ImportOut,
    responses=problems(
        *(Forbidden, ImportRecord.WRONG_STATE, ImportInUse, ImportChangedSince, ImportTooOld),
        StepUpRequired,
    ),
)
async def undo_register_import(
    import_id: UUID, staff: StaffMayImportRegister, _proven: RecentlyProven, session: Session
) -> ImportOut:
    """Undo an import of the register, within 30 days and as long as nothing rests on it."""
    row = await find_import(session, staff.community_id, RegisterImport.kind, import_id)
    return await undo_import(session, row, RegisterImport, by=staff)


@router.get("", response_model=RegisterSize, responses=problems(Forbidden))
async def get_register_size(staff: StaffMayImportRegister, session: Session) -> RegisterSize:
    """Get the size of the residents' register. It tells the instant of the last import, too."""
    return await register.size(session, staff.community_id)
