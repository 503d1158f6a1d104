"""/admin/v1/work-units"""

from typing import Annotated

from fastapi import Query, Response

from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import Forbidden, UnknownReference
from app.kernel.files.csv import CsvRefused
from app.kernel.web.conditional import IfMatch, VersionMissing, VersionStale, etag
from app.kernel.web.dependencies import CsvUpload, Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.organizations.deps import (
    AdministratorMayManageOrganizations,
    AdministratorMayReadOrganizations,
    UnitToRead,
)
from app.organizations.errors import WorkUnitExists, WrongCheckCharacter
from app.organizations.models import WorkUnit
from app.organizations.work_units import service as units
from app.organizations.work_units.imports import import_csv
from app.organizations.work_units.schemas import (
    WorkUnitImport,
    WorkUnitIn,
    WorkUnitOut,
    WorkUnitPage,
    WorkUnitQuery,
)

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
) -> WorkUnit:
    """Add a work unit in a community that you cover. The check character of its code is
    verified."""
    unit = await units.add(session, body, by=admin)
    response.headers["Location"] = f"/admin/v1/work-units/{unit.id}"
    response.headers["ETag"] = etag(unit)
    return unit


@router.post(
    "/imports",
    response_model=WorkUnitImport,
    responses=problems(Forbidden, CsvRefused, WorkUnitExists, VersionStale),
)
async def import_work_units(
    upload: CsvUpload, admin: AdministratorMayManageOrganizations, session: Session
) -> WorkUnitImport:
    """Import work units from CSV. Columns: 单位名称 name, 统一社会信用代码 credit_code, optionally
    地址 address, 社区编号 community (its short number). All lines are taken or none; the code
    identifies a unit, and the same upload again changes nothing."""
    return await import_csv(session, upload, by=admin)


@router.get("", response_model=WorkUnitPage, responses=problems(Forbidden))
async def list_work_units(
    query: Annotated[WorkUnitQuery, Query()],
    _admin: AdministratorMayReadOrganizations,
    session: Session,
) -> Page[WorkUnit]:
    """List work units. `q` searches by words of the name; the other filters name the code or the
    community."""
    return await units.list_units(session, query)


@router.get("/{work_unit_id}", response_model=WorkUnitOut, responses=problems(Forbidden))
async def get_work_unit(unit: UnitToRead, response: Response) -> WorkUnit:
    """Get a work unit. Its ETag is the If-Match of the next PUT."""
    response.headers["ETag"] = etag(unit)
    return unit


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
) -> WorkUnit:
    """Replace the fields of a work unit. It may move into another community that you cover."""
    revised = await units.revise(session, unit, body, tag, by=admin)
    response.headers["ETag"] = etag(revised)
    return revised
