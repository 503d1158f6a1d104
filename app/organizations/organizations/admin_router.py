"""/admin/v1/party-organizations"""

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
    OrganizationToManage,
    OrganizationToRead,
)
from app.organizations.errors import OrganizationExists, OrganizationMisplaced
from app.organizations.models import PartyOrganization
from app.organizations.organizations import service as organizations
from app.organizations.organizations.imports import import_csv
from app.organizations.organizations.schemas import (
    OrganizationImport,
    OrganizationIn,
    OrganizationRevision,
    StaffOrganizationOut,
    StaffOrganizationPage,
    StaffOrganizationQuery,
)

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
) -> PartyOrganization:
    """Add a Party organization of a unit or a community that you cover. It cannot move in the tree
    later: add it anew instead."""
    organization = await organizations.add(session, body, by=admin)
    response.headers["Location"] = f"/admin/v1/party-organizations/{organization.id}"
    response.headers["ETag"] = etag(organization)
    return organization


@router.post(
    "/imports",
    response_model=OrganizationImport,
    responses=problems(
        *(Forbidden, CsvRefused, OrganizationExists, OrganizationMisplaced, VersionStale)
    ),
)
async def import_party_organizations(
    upload: CsvUpload, admin: AdministratorMayManageOrganizations, session: Session
) -> OrganizationImport:
    """Import Party organizations from CSV. Columns: 组织名称 name, 组织类型 kind, optionally
    上级组织 parent (its name), and one of 统一社会信用代码 credit_code of its unit and 社区编号
    community. All lines are taken or none, in any order; the same upload again changes nothing."""
    return await import_csv(session, upload, by=admin)


@router.get("", response_model=StaffOrganizationPage, responses=problems(Forbidden))
async def list_party_organizations(
    query: Annotated[StaffOrganizationQuery, Query()],
    _admin: AdministratorMayReadOrganizations,
    session: Session,
) -> Page[PartyOrganization]:
    """List Party organizations. `q` searches by words; the other filters name the organization
    above, the unit or the community."""
    return await organizations.list_for_staff(session, query)


@router.get(
    "/{organization_id}", response_model=StaffOrganizationOut, responses=problems(Forbidden)
)
async def get_party_organization(
    organization: OrganizationToRead, response: Response
) -> PartyOrganization:
    """Get a Party organization. Its ETag is the If-Match of the next PUT."""
    response.headers["ETag"] = etag(organization)
    return organization


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
) -> PartyOrganization:
    """Replace kind, name and unit or community of a Party organization. Its place in the tree
    stays."""
    revised = await organizations.revise(session, organization, body, tag, by=admin)
    response.headers["ETag"] = etag(revised)
    return revised
