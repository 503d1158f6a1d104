"""/admin/v1/administrators: accounts that can log in. Role grants give them permissions.

Answers with a link are not stored for an Idempotency-Key, because they hold a secret.
"""

from typing import Annotated

from fastapi import Query, Response

from app.communities.administrators import service
from app.communities.administrators.deps import (
    AdministratorMayManageAdministrators,
    AdministratorToEquip,
    AdministratorToRead,
)
from app.communities.administrators.schemas import AccountLinkOut, CreatedAdministrator
from app.identity.account_links import service as account_links
from app.identity.administrators import queries as administrators
from app.identity.administrators.schemas import (
    AdministratorOut,
    AdministratorPage,
    NewAdministrator,
)
from app.identity.deps import RecentlyProven
from app.identity.errors import LoginNameTaken, StepUpRequired
from app.identity.models import Administrator
from app.kernel.errors import Forbidden
from app.kernel.web.dependencies import Session
from app.kernel.web.pages import Page, PageQuery
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(prefix="/administrators", tags=["administrators"])


@router.post(
    "",
    status_code=201,
    response_model=CreatedAdministrator,
    responses=problems(Forbidden, StepUpRequired, LoginNameTaken),
)
async def create_administrator(
    staff: AdministratorMayManageAdministrators,
    _proven: RecentlyProven,
    body: NewAdministrator,
    session: Session,
    response: Response,
) -> CreatedAdministrator:
    """Create an administrator's account. The answer has a one-time link, shown this once, by which
    its person sets a password and a second factor. It has no permissions until it is granted a
    role. If the answer was lost, issue another link."""
    administrator, link = await service.create(session, body, by=staff)
    response.headers["Location"] = f"/admin/v1/administrators/{administrator.user_id}"
    shown = AdministratorOut.model_validate(administrator).model_dump()
    return CreatedAdministrator(**shown, link=AccountLinkOut.model_validate(link))


@router.get("", response_model=AdministratorPage, responses=problems(Forbidden))
async def list_administrators(
    query: Annotated[PageQuery, Query()],
    _staff: AdministratorMayManageAdministrators,
    session: Session,
) -> Page[Administrator]:
    """List administrators, oldest first."""
    return await administrators.list_administrators(session, query)


@router.get("/{administrator_id}", response_model=AdministratorOut, responses=problems(Forbidden))
async def get_administrator(administrator: AdministratorToRead) -> Administrator:
    """Get an administrator by the id of their user."""
    return administrator


@router.post(
    "/{administrator_id}/link",
    response_model=AccountLinkOut,
    responses=problems(Forbidden, StepUpRequired),
)
async def issue_account_link(
    administrator: AdministratorToEquip,
    staff: AdministratorMayManageAdministrators,
    _proven: RecentlyProven,
    session: Session,
) -> AccountLinkOut:
    """Issue a one-time link instead of any former one, for a new account or one whose password or
    second factor is lost. Only those above somebody may do so. What they have stays valid until
    the link is used; for 30 days the two do not count as two persons."""
    link = await account_links.issue(session, administrator, by=staff)
    return AccountLinkOut.model_validate(link)
