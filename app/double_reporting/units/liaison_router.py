"""/admin/v1/party-organizations/{organization_id}/unit-registrations, for the unit's liaison"""

from typing import Annotated

from fastapi import Query, Response

from app.communities.acting import ActingFor
from app.double_reporting.deps import OwnUnitRegistration
from app.double_reporting.errors import (
    UnitRegistered,
    UnitSitsElsewhere,
)
from app.double_reporting.models import UnitRegistration
from app.double_reporting.units import lists
from app.double_reporting.units import service as registrations
from app.double_reporting.units.schemas import (
    LiaisonUnitRegistration,
    UnitRegistrationIn,
    UnitRegistrationOut,
    UnitRegistrationPage,
    UnitRegistrationQuery,
)
from app.identity.deps import IdempotentForAdmin
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn
from app.organizations.deps import CurrentLiaison

router = Router(
    prefix="/party-organizations/{organization_id}/unit-registrations",
    tags=["unit registrations"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.post(
    "",
    status_code=201,
    response_model=UnitRegistrationOut,
    responses=problems(UnitSitsElsewhere, UnitRegistered),
)
async def register_own_unit(
    liaison: CurrentLiaison,
    body: LiaisonUnitRegistration,
    session: Session,
    response: Response,
) -> UnitRegistration:
    """Register my unit with the community where it sits (单位报到). The community's Party
    administrators review the registration."""
    acting, organization_id = ActingFor.oneself(liaison.id), liaison.organization.id
    registration = await registrations.submit(
        session, body.community_id, organization_id, body, acting
    )
    organization_path = f"/admin/v1/party-organizations/{organization_id}"
    response.headers["Location"] = f"{organization_path}/unit-registrations/{registration.id}"
    return registration


@router.get("", response_model=UnitRegistrationPage)
async def list_own_unit_registrations(
    query: Annotated[UnitRegistrationQuery, Query()], liaison: CurrentLiaison, session: Session
) -> Page[UnitRegistration]:
    """List my organization's unit registrations, newest first, former ones included."""
    return await lists.list_own(session, liaison, query)


@router.get("/{registration_id}", response_model=UnitRegistrationOut)
async def get_own_unit_registration(registration: OwnUnitRegistration) -> UnitRegistration:
    """Get one of my organization's unit registrations, with the community's answer."""
    return registration


@router.post(
    "/{registration_id}/submit",
    response_model=UnitRegistrationOut,
    responses=problems(UnitRegistration.WRONG_STATE),
)
async def submit_own_unit_registration(
    liaison: CurrentLiaison,
    registration: OwnUnitRegistration,
    body: UnitRegistrationIn,
    session: Session,
) -> UnitRegistration:
    """Submit my organization's returned unit registration again. The body replaces all fields."""
    return await registrations.resubmit(session, registration, body, ActingFor.oneself(liaison.id))


@router.post(
    "/{registration_id}/withdraw",
    response_model=UnitRegistrationOut,
    responses=problems(UnitRegistration.WRONG_STATE),
)
async def withdraw_own_unit_registration(
    liaison: CurrentLiaison, registration: OwnUnitRegistration, session: Session
) -> UnitRegistration:
    """Withdraw my organization's unit registration. This is possible until it is decided."""
    return await registrations.withdraw(session, registration, ActingFor.oneself(liaison.id))


@router.post(
    "/{registration_id}/end",
    response_model=UnitRegistrationOut,
    responses=problems(UnitRegistration.WRONG_STATE),
)
async def end_own_unit_registration(
    liaison: CurrentLiaison,
    registration: OwnUnitRegistration,
    body: ReasonIn,
    session: Session,
) -> UnitRegistration:
    """End my organization's approved unit registration. Its number is no longer valid."""
    return await registrations.end(session, registration, body.reason, by=liaison)
