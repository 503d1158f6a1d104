"""/admin/v1/work-units"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.identity.deps import IdempotentForAdmin
from app.kernel.database.columns import PLATFORM
from app.kernel.errors import Forbidden, UnknownReference
from app.kernel.files.answers import (
    ImportTooOld,
    answer_import,
    find_import,
    list_imports,
    require_own,
    undo_import,
)
from app.kernel.files.cells import SheetRefused
from app.kernel.files.import_schemas import ImportOut, ImportPage, ImportQuery, show_import
from app.kernel.files.journal import ImportChangedSince, ImportInUse
from app.kernel.files.records import ImportRecord
from app.kernel.web.conditional import IfMatch, VersionMissing, VersionStale, etag
from app.kernel.web.dependencies import Session, SheetUpload
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page, PageQuery
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.organizations.deps import (
    AdministratorMayManageOrganizations,
    AdministratorMayReadOrganizations,
    UnitToRead,
)
from app.organizations.errors import WorkUnitExists, WrongCheckCharacter
from app.organizations.work_units import service as units
from app.organizations.work_units.imports import WorkUnitsImport
from app.organizations.work_units.schemas import (
    WorkUnitIn,
    WorkUnitOut,
    WorkUnitPage,
    WorkUnitQuery,
)
from app.organizations.work_units.shown import show_one, show_units

router = Router(
    prefix="/work-units",
    tags=["organizations"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)
REFUSALS = (Forbidden, UnknownReference, WrongCheckCharacter, WorkUnitExists)


@router.post("", status_code=201, response_model=WorkUnitOut, responses=problems(*REFUSALS))
async def add_work_unit(
    body: WorkUnitIn,
    admin: AdministratorMayManageOrganizations,
    session: Session,
    response: Response,
) -> WorkUnitOut:
    """Add a work unit in a community that you cover. The check character of its code is
    verified."""
    unit = await units.add(session, body, by=admin)
    response.headers["Location"] = f"/admin/v1/work-units/{unit.id}"
    response.headers["ETag"] = etag(unit)
    return await show_one(session, unit)


@router.post(
    "/imports",
    response_model=ImportOut,
    responses=problems(Forbidden, SheetRefused, WorkUnitExists, VersionStale),
)
async def import_work_units(
    admin: AdministratorMayManageOrganizations,
    query: Annotated[ImportQuery, Query()],
    upload: SheetUpload,
    response: Response,
    session: Session,
) -> ImportOut:
    """Import work units from a sheet (CSV, XLSX). Columns: 单位名称 name, 统一社会信用代码
    credit_code, which identifies a unit, optionally 地址 address, 社区编号 community (its short
    number). All lines are taken or none; the same sheet again changes nothing. With `preview=true`
    it tells what would change; a large sheet (202) waits for a worker."""
    return await answer_import(session, upload, WorkUnitsImport(admin), query, response, by=admin)


@router.get("/imports", response_model=ImportPage, responses=problems(Forbidden))
async def list_work_unit_imports(
    query: Annotated[PageQuery, Query()],
    admin: AdministratorMayManageOrganizations,
    session: Session,
) -> Page[ImportOut]:
    """List the imports of work units, newest first. Sheets that wait or run have their progress."""
    return await list_imports(session, PLATFORM, WorkUnitsImport.kind, query)


@router.get("/imports/{import_id}", response_model=ImportOut, responses=problems(Forbidden))
async def get_work_unit_import(
    import_id: UUID, admin: AdministratorMayManageOrganizations, session: Session
) -> ImportOut:
    """Get an import of work units, with its progress while it waits or runs."""
    return show_import(await find_import(session, PLATFORM, WorkUnitsImport.kind, import_id))


@router.post(
    "/imports/{import_id}/undo",
    response_model=ImportOut,
    responses=problems(
        *(Forbidden, ImportRecord.WRONG_STATE, ImportInUse, ImportChangedSince, ImportTooOld)
    ),
)
async def undo_work_unit_import(
    import_id: UUID, admin: AdministratorMayManageOrganizations, session: Session
) -> ImportOut:
    """Undo an import of work units, within 30 days and as long as nothing rests on it."""
    row = await find_import(session, PLATFORM, WorkUnitsImport.kind, import_id)
    require_own(row, admin)
    return await undo_import(session, row, WorkUnitsImport, by=admin)


@router.get("", response_model=WorkUnitPage, responses=problems(Forbidden))
async def list_work_units(
    query: Annotated[WorkUnitQuery, Query()],
    _admin: AdministratorMayReadOrganizations,
    session: Session,
) -> Page[WorkUnitOut]:
    """List work units. `q` searches by words of the name; the other filters name the code or the
    community."""
    page = await units.list_units(session, query)
    return page.with_items(await show_units(session, page.items))


@router.get("/{work_unit_id}", response_model=WorkUnitOut, responses=problems(Forbidden))
async def get_work_unit(unit: UnitToRead, session: Session, response: Response) -> WorkUnitOut:
    """Get a work unit. Its ETag is the If-Match of the next PUT."""
    response.headers["ETag"] = etag(unit)
    return await show_one(session, unit)


@router.put(
    "/{work_unit_id}",
    response_model=WorkUnitOut,
    responses=problems(*REFUSALS, VersionMissing, VersionStale),
)
async def revise_work_unit(
    admin: AdministratorMayManageOrganizations,
    unit: UnitToRead,
    body: WorkUnitIn,
    tag: IfMatch,
    session: Session,
    response: Response,
) -> WorkUnitOut:
    """Replace the fields of a work unit. It may move into another community that you cover."""
    revised = await units.revise(session, unit, body, tag, by=admin)
    response.headers["ETag"] = etag(revised)
    return await show_one(session, revised)
