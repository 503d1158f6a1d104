"""/admin/v1/administrators: accounts that can log in. Role grants give them permissions."""

from typing import Annotated

from fastapi import Depends, Query, Response

from app.communities.administrators import service
from app.communities.administrators.deps import (
    AdministratorMayManageAdministrators,
    AdministratorToManage,
    AdministratorToRead,
    HashedPassword,
    hashed_password,
)
from app.identity.administrators import queries as administrators
from app.identity.administrators.schemas import (
    AdministratorOut,
    AdministratorPage,
    NewAdministrator,
    SecondFactorOut,
)
from app.identity.administrators.service import give_second_factor as give
from app.identity.deps import IdempotentForAdmin
from app.identity.errors import LoginNameTaken, PasswordWeak
from app.identity.models import Administrator
from app.kernel.database.idempotency import KeyReused
from app.kernel.errors import Forbidden
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute, KeyMissing
from app.kernel.web.pages import Page, PageQuery
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(prefix="/administrators", tags=["administrators"])
idempotent_router = Router(
    prefix="/administrators",
    tags=["administrators"],
    route_class=IdempotentRoute,
    # The hash comes first, which takes a tenth of a second: only then does the transaction begin.
    dependencies=[Depends(hashed_password), IdempotentForAdmin],
)


@idempotent_router.post(
    "",
    status_code=201,
    response_model=AdministratorOut,
    responses=problems(Forbidden, LoginNameTaken, PasswordWeak, KeyMissing, KeyReused),
)
async def create_administrator(
    body: NewAdministrator,
    password_hash: HashedPassword,
    staff: AdministratorMayManageAdministrators,
    session: Session,
    response: Response,
) -> Administrator:
    """Create an administrator's account. It can log in but has no permissions until it is granted
    a role; its person should change the password."""
    administrator = await service.create(session, body, password_hash, by=staff)
    response.headers["Location"] = f"/admin/v1/administrators/{administrator.user_id}"
    return administrator


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
    "/{administrator_id}/second-factor",
    response_model=SecondFactorOut,
    responses=problems(Forbidden),
)
async def issue_second_factor(
    administrator: AdministratorToManage,
    staff: AdministratorMayManageAdministrators,
    session: Session,
) -> SecondFactorOut:
    """Issue a second factor to a new administrator, or replace a lost one. It is shown this once:
    the answer is not stored for an Idempotency-Key. All logins of the administrator end. Replacing
    one takes the permission to manage administrators everywhere."""
    uri = await give(session, administrator, by=staff)
    return SecondFactorOut(otpauth_uri=uri)
