"""/admin/v1/regions"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.communities.deps import AdministratorMayManageRegions, CurrentAdministrator
from app.communities.errors import RegionExists, RegionUnfit
from app.communities.models import Region
from app.communities.regions import service as regions
from app.communities.regions.imports import import_csv
from app.communities.regions.schemas import (
    RegionImport,
    RegionImportQuery,
    RegionIn,
    RegionOut,
    RegionPage,
    RegionQuery,
)
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import Forbidden
from app.kernel.files.csv import CsvRefused
from app.kernel.web.dependencies import CsvUpload, Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
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
) -> Region:
    """Add a region below one that you cover. Its code determines its kind and its parent."""
    region = await regions.add(session, body, by=admin)
    response.headers["Location"] = f"/admin/v1/regions/{region.id}"
    return region


@router.post(
    "/imports",
    response_model=RegionImport,
    responses=problems(Forbidden, RegionExists, CsvRefused),
)
async def import_regions(
    query: Annotated[RegionImportQuery, Query()],
    upload: CsvUpload,
    admin: AdministratorMayManageRegions,
    session: Session,
) -> RegionImport:
    """Import regions from a CSV table of codes that is valid from a day on. Columns: 区划代码 code,
    名称 name, optionally 失效日期 valid_to. All lines are taken or none; the same table again
    changes nothing."""
    return await import_csv(session, upload, query.valid_from, by=admin)


@router.get("", response_model=RegionPage)
async def list_regions(
    query: Annotated[RegionQuery, Query()], _admin: CurrentAdministrator, session: Session
) -> Page[Region]:
    """List the regions below a region on a day. Without `parent_id` these are the provinces;
    `code` finds the region of one code."""
    return await regions.list_regions(session, query)


@router.get("/{region_id}", response_model=RegionOut)
async def get_region(region_id: UUID, _admin: CurrentAdministrator, session: Session) -> Region:
    """Get a region."""
    return await regions.get_region(session, region_id)
