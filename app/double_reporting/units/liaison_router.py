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
    wanted: LiaisonUnitRegistration,
    session: Session,
    response: Response,
) -> UnitRegistration:
    """Report to the community where the unit sits (单位报到); its Party administrators review."""
    acting, organization_id = ActingFor.oneself(liaison.id), liaison.organization.id
    registration = await registrations.submit(
        session, wanted.community_id, organization_id, wanted, acting
    )
    here = f"/admin/v1/party-organizations/{organization_id}"
    response.headers["Location"] = f"{here}/unit-registrations/{registration.id}"
    return registration


@router.get("", response_model=UnitRegistrationPage)
async def list_own_unit_registrations(
    query: Annotated[UnitRegistrationQuery, Query()], liaison: CurrentLiaison, session: Session
) -> Page[UnitRegistration]:
    """The organization's registrations, newest first, former ones too."""
    return await lists.list_own(session, liaison, query)


@router.get("/{registration_id}", response_model=UnitRegistrationOut)
async def get_own_unit_registration(registration: OwnUnitRegistration) -> UnitRegistration:
    """One of them, with what the community has answered."""
    return registration


@router.post(
    "/{registration_id}/submit",
    response_model=UnitRegistrationOut,
    responses=problems(UnitRegistration.WRONG_STATE),
)
async def submit_own_unit_registration(
    liaison: CurrentLiaison,
    registration: OwnUnitRegistration,
    wanted: UnitRegistrationIn,
    session: Session,
) -> UnitRegistration:
    """Submit again after a return, with everything written anew."""
    return await registrations.resubmit(
        session, registration, wanted, ActingFor.oneself(liaison.id)
    )


@router.post(
    "/{registration_id}/withdraw",
    response_model=UnitRegistrationOut,
    responses=problems(UnitRegistration.WRONG_STATE),
)
async def withdraw_own_unit_registration(
    liaison: CurrentLiaison, registration: OwnUnitRegistration, session: Session
) -> UnitRegistration:
    """Take back what has not been decided."""
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
    """End an approved registration; its number is good no more."""
    return await registrations.end(session, registration, body.reason, by=liaison)
