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
    OwnUnitRegistrationOut,
    UnitRegistrationIn,
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
    response_model=OwnUnitRegistrationOut,
    responses=problems(UnitSitsElsewhere, UnitRegistered),
)
async def register_own_unit(
    liaison: CurrentLiaison,
    body: LiaisonUnitRegistration,
    session: Session,
    response: Response,
) -> OwnUnitRegistrationOut:
    """Register my unit with the community where it sits (单位报到). The community's Party
    administrators review the registration."""
    acting, organization_id = ActingFor.oneself(liaison.id), liaison.organization.id
    registration = await registrations.submit(
        session, body.community_id, organization_id, body, acting
    )
    organization_path = f"/admin/v1/party-organizations/{organization_id}"
    response.headers["Location"] = f"{organization_path}/unit-registrations/{registration.id}"
    return await lists.show_own(session, registration, to=liaison)


@router.get("", response_model=UnitRegistrationPage)
async def list_own_unit_registrations(
    query: Annotated[UnitRegistrationQuery, Query()], liaison: CurrentLiaison, session: Session
) -> Page[OwnUnitRegistrationOut]:
    """List my organization's unit registrations, newest first, former ones included."""
    return await lists.list_own(session, liaison, query)


@router.get("/{registration_id}", response_model=OwnUnitRegistrationOut)
async def get_own_unit_registration(
    registration: OwnUnitRegistration, liaison: CurrentLiaison, session: Session
) -> OwnUnitRegistrationOut:
    """Get one of my organization's unit registrations, with the community's answer."""
    return await lists.show_own(session, registration, to=liaison)


@router.post(
    "/{registration_id}/submit",
    response_model=OwnUnitRegistrationOut,
    responses=problems(UnitRegistration.WRONG_STATE),
)
async def submit_own_unit_registration(
    liaison: CurrentLiaison,
    registration: OwnUnitRegistration,
    body: UnitRegistrationIn,
    session: Session,
) -> OwnUnitRegistrationOut:
    """Submit my organization's returned unit registration again. The body replaces all fields."""
    acting = ActingFor.oneself(liaison.id)
    row = await registrations.resubmit(session, registration, body, acting)
    return await lists.show_own(session, row, to=liaison)


@router.post(
    "/{registration_id}/withdraw",
    response_model=OwnUnitRegistrationOut,
    responses=problems(UnitRegistration.WRONG_STATE),
)
async def withdraw_own_unit_registration(
    liaison: CurrentLiaison, registration: OwnUnitRegistration, session: Session
) -> OwnUnitRegistrationOut:
    """Withdraw my organization's unit registration. This is possible until it is decided."""
    acting = ActingFor.oneself(liaison.id)
    row = await registrations.withdraw(session, registration, acting)
    return await lists.show_own(session, row, to=liaison)


@router.post(
    "/{registration_id}/end",
    response_model=OwnUnitRegistrationOut,
    responses=problems(UnitRegistration.WRONG_STATE),
)
async def end_own_unit_registration(
    liaison: CurrentLiaison,
    registration: OwnUnitRegistration,
    body: ReasonIn,
    session: Session,
) -> OwnUnitRegistrationOut:
    """End my organization's approved unit registration. Its number is no longer valid."""
    row = await registrations.end(session, registration, body.reason, by=liaison)
    return await lists.show_own(session, row, to=liaison)
