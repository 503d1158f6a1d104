"""/admin/v1/party-organizations"""

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
    OrganizationToManage,
    OrganizationToRead,
)
from app.organizations.errors import OrganizationExists, OrganizationMisplaced
from app.organizations.organizations import service as organizations
from app.organizations.organizations.imports import OrganizationsImport
from app.organizations.organizations.schemas import (
    OrganizationIn,
    OrganizationRevision,
    StaffOrganizationOut,
    StaffOrganizationPage,
    StaffOrganizationQuery,
)
from app.organizations.organizations.shown import show_one, show_to_staff

router = Router(
    prefix="/party-organizations",
    tags=["organizations"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)
REFUSALS = (Forbidden, UnknownReference, OrganizationMisplaced, OrganizationExists)


@router.post(
    "", status_code=201, response_model=StaffOrganizationOut, responses=problems(*REFUSALS)
)
async def add_party_organization(
    body: OrganizationIn,
    admin: AdministratorMayManageOrganizations,
    session: Session,
    response: Response,
) -> StaffOrganizationOut:
    """Add a Party organization of a unit or a community that you cover. It cannot move in the tree
    later: add it anew instead."""
    organization = await organizations.add(session, body, by=admin)
    response.headers["Location"] = f"/admin/v1/party-organizations/{organization.id}"
    response.headers["ETag"] = etag(organization)
    return await show_one(session, organization)


@router.post(
    "/imports",
    response_model=ImportOut,
    responses=problems(
        *(Forbidden, SheetRefused, OrganizationExists, OrganizationMisplaced, VersionStale)
    ),
)
async def import_party_organizations(
    admin: AdministratorMayManageOrganizations,
    query: Annotated[ImportQuery, Query()],
    upload: SheetUpload,
    response: Response,
    session: Session,
) -> ImportOut:
    """Import Party organizations from a sheet (CSV, XLSX). Columns: 组织名称 name, 组织类型 kind,
    optionally 上级组织 parent (its name), and one of 统一社会信用代码 credit_code of its unit and
    社区编号 community. Lines may stand in any order. All lines are taken or none; the same sheet
    again changes nothing. With `preview=true` it tells what would change; a large sheet (202)
    waits for a worker."""
    return await answer_import(
        session, upload, OrganizationsImport(admin), query, response, by=admin
    )


@router.get("/imports", response_model=ImportPage, responses=problems(Forbidden))
async def list_party_organization_imports(
    query: Annotated[PageQuery, Query()],
    admin: AdministratorMayManageOrganizations,
    session: Session,
) -> Page[ImportOut]:
    """List the imports of Party organizations, newest first. Sheets that wait or run have their
    progress."""
    return await list_imports(session, PLATFORM, OrganizationsImport.kind, query)


@router.get("/imports/{import_id}", response_model=ImportOut, responses=problems(Forbidden))
async def get_party_organization_import(
    import_id: UUID, admin: AdministratorMayManageOrganizations, session: Session
) -> ImportOut:
    """Get an import of Party organizations, with its progress while it waits or runs."""
    return show_import(await find_import(session, PLATFORM, OrganizationsImport.kind, import_id))


@router.post(
    "/imports/{import_id}/undo",
    response_model=ImportOut,
    responses=problems(
        *(Forbidden, ImportRecord.WRONG_STATE, ImportInUse, ImportChangedSince, ImportTooOld)
    ),
)
async def undo_party_organization_import(
    import_id: UUID, admin: AdministratorMayManageOrganizations, session: Session
) -> ImportOut:
    """Undo an import of Party organizations, within 30 days and as long as nothing rests on it."""
    row = await find_import(session, PLATFORM, OrganizationsImport.kind, import_id)
    require_own(row, admin)
    return await undo_import(session, row, OrganizationsImport, by=admin)


@router.get("", response_model=StaffOrganizationPage, responses=problems(Forbidden))
async def list_party_organizations(
    query: Annotated[StaffOrganizationQuery, Query()],
    _admin: AdministratorMayReadOrganizations,
    session: Session,
) -> Page[StaffOrganizationOut]:
    """List Party organizations. `q` searches by words; the other filters name the organization
    above, the unit or the community."""
    page = await organizations.list_for_staff(session, query)
    return page.with_items(await show_to_staff(session, page.items))


@router.get(
    "/{organization_id}", response_model=StaffOrganizationOut, responses=problems(Forbidden)
)
async def get_party_organization(
    organization: OrganizationToRead, session: Session, response: Response
) -> StaffOrganizationOut:
    """Get a Party organization. Its ETag is the If-Match of the next PUT."""
    response.headers["ETag"] = etag(organization)
    return await show_one(session, organization)


@router.put(
    "/{organization_id}",
    response_model=StaffOrganizationOut,
    responses=problems(*REFUSALS, VersionMissing, VersionStale),
)
async def revise_party_organization(
    admin: AdministratorMayManageOrganizations,
    organization: OrganizationToManage,
    body: OrganizationRevision,
    tag: IfMatch,
    session: Session,
    response: Response,
) -> StaffOrganizationOut:
    """Revise a Party organization: its kind, its name, and its unit or community. Its place in the
    tree stays."""
    revised = await organizations.revise(session, organization, body, tag, by=admin)
    response.headers["ETag"] = etag(revised)
    return await show_one(session, revised)
