"""/admin/v1/regions"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.communities.deps import AdministratorMayManageRegions, CurrentAdministrator
from app.communities.errors import RegionExists, RegionUnfit
from app.communities.regions import changes
from app.communities.regions import service as regions
from app.communities.regions.deps import RegionToManage
from app.communities.regions.imports import RegionsImport
from app.communities.regions.schemas import (
    RegionEnd,
    RegionImportQuery,
    RegionIn,
    RegionMerge,
    RegionMergeOut,
    RegionName,
    RegionOut,
    RegionPage,
    RegionQuery,
)
from app.communities.regions.shown import show_region, show_regions
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
from app.kernel.web.dependencies import Session, SheetUpload
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page, PageQuery
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    prefix="/regions",
    tags=["regions"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.post(
    "",
    status_code=201,
    response_model=RegionOut,
    responses=problems(Forbidden, RegionUnfit, RegionExists),
)
async def add_region(
    body: RegionIn, admin: AdministratorMayManageRegions, session: Session, response: Response
) -> RegionOut:
    """Add a region below one that you cover. Its code determines its kind and its parent."""
    region = await regions.add(session, body, by=admin)
    response.headers["Location"] = f"/admin/v1/regions/{region.id}"
    return await show_region(session, region)


@router.post(
    "/imports",
    response_model=ImportOut,
    responses=problems(Forbidden, RegionExists, SheetRefused),
)
async def import_regions(
    admin: AdministratorMayManageRegions,
    query: Annotated[RegionImportQuery, Query()],
    upload: SheetUpload,
    response: Response,
    session: Session,
) -> ImportOut:
    """Import regions from a sheet (CSV, XLSX): a table of codes that is valid from a day on.
    Columns: 区划代码 code, 名称 name, optionally 失效日期 valid_to. All lines are taken or none;
    the same sheet again changes nothing. With `preview=true` it tells what would change; a large
    sheet (202) waits for a worker."""
    return await answer_import(
        session, upload, RegionsImport(admin, query.valid_from), query, response, by=admin
    )


@router.get("/imports", response_model=ImportPage, responses=problems(Forbidden))
async def list_region_imports(
    query: Annotated[PageQuery, Query()], admin: AdministratorMayManageRegions, session: Session
) -> Page[ImportOut]:
    """List the imports of regions, newest first. Sheets that wait or run have their progress."""
    return await list_imports(session, PLATFORM, RegionsImport.kind, query)


@router.get("/imports/{import_id}", response_model=ImportOut, responses=problems(Forbidden))
async def get_region_import(
    import_id: UUID, admin: AdministratorMayManageRegions, session: Session
) -> ImportOut:
    """Get an import of regions, with its progress while it waits or runs."""
    return show_import(await find_import(session, PLATFORM, RegionsImport.kind, import_id))


@router.post(
    "/imports/{import_id}/undo",
    response_model=ImportOut,
    responses=problems(
        *(Forbidden, ImportRecord.WRONG_STATE, ImportInUse, ImportChangedSince, ImportTooOld)
    ),
)
async def undo_region_import(
    import_id: UUID, admin: AdministratorMayManageRegions, session: Session
) -> ImportOut:
    """Undo an import of regions, within 30 days and as long as nothing rests on it."""
    row = await find_import(session, PLATFORM, RegionsImport.kind, import_id)
    require_own(row, admin)
    return await undo_import(session, row, RegionsImport, by=admin)


@router.get("", response_model=RegionPage)
async def list_regions(
    query: Annotated[RegionQuery, Query()], _admin: CurrentAdministrator, session: Session
) -> Page[RegionOut]:
    """List the regions below a region on a day. Without `parent_id` these are the provinces;
    `code` finds the region of one code."""
    page = await regions.list_regions(session, query)
    return page.with_items(await show_regions(session, page.items))


@router.get("/{region_id}", response_model=RegionOut)
async def get_region(region_id: UUID, _admin: CurrentAdministrator, session: Session) -> RegionOut:
    """Get a region."""
    return await show_region(session, await regions.get_region(session, region_id))


@router.post("/{region_id}/rename", response_model=RegionOut, responses=problems(Forbidden))
async def rename_region(
    region: RegionToManage, body: RegionName, admin: CurrentAdministrator, session: Session
) -> RegionOut:
    """Rename a region."""
    renamed = await changes.rename(session, region, body.name, by=admin)
    return await show_region(session, renamed)


@router.post(
    "/{region_id}/retire", response_model=RegionOut, responses=problems(Forbidden, RegionUnfit)
)
async def retire_region(
    region: RegionToManage, body: RegionEnd, admin: CurrentAdministrator, session: Session
) -> RegionOut:
    """Retire a region on a day, with all below it. A region with communities in it is merged
    instead."""
    retired = await changes.retire(session, region, body.valid_to, by=admin)
    return await show_region(session, retired)


@router.post(
    "/{region_id}/merge",
    response_model=RegionMergeOut,
    responses=problems(Forbidden, UnknownReference, RegionUnfit),
)
async def merge_region(
    region: RegionToManage,
    body: RegionMerge,
    query: Annotated[ImportQuery, Query()],
    admin: CurrentAdministrator,
    session: Session,
) -> RegionMergeOut:
    """Merge a region into another one of its kind. Regions below it, communities in it and grants
    for it follow; it ends today. With `preview=true` it counts what would follow."""
    return await changes.merge(session, region, body.into_id, is_preview=query.preview, by=admin)
