"""/admin/v1/communities/{community_id}/unit-registrations"""

from typing import Annotated

from fastapi import Query, Response

from app.communities.deps import CurrentStaff
from app.communities.schemas import Witnessed
from app.double_reporting.deps import (
    StaffMayReadUnitRegistrations,
    StaffMayReviewUnitRegistrations,
    UnitRegistrationToDecide,
    UnitRegistrationToEnter,
    UnitRegistrationToRead,
)
from app.double_reporting.errors import (
    UnitRegistered,
    UnitSitsElsewhere,
)
from app.double_reporting.models import UnitRegistration
from app.double_reporting.units import lists
from app.double_reporting.units import service as registrations
from app.double_reporting.units.schemas import (
    DeskUnitRegistration,
    DeskUnitResubmission,
    RevealedContact,
    StaffUnitRegistration,
    StaffUnitRegistrationPage,
    UnitRegistrationOut,
    UnitRegistrationQuery,
)
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import Forbidden, UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn

router = Router(
    prefix="/unit-registrations",
    tags=["unit registrations"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)
unstored_router = Router(prefix="/unit-registrations", tags=["unit registrations"])
"""Whose answers are not kept for a key: they are what is sealed."""
MOVED = problems(Forbidden, UnitRegistration.WRONG_STATE)


@router.post(
    "",
    status_code=201,
    response_model=UnitRegistrationOut,
    responses=problems(Forbidden, UnknownReference, UnitSitsElsewhere, UnitRegistered),
)
async def register_unit(
    staff: StaffMayReviewUnitRegistrations,
    desk: DeskUnitRegistration,
    session: Session,
    response: Response,
) -> UnitRegistration:
    """Enter what an organization has submitted on paper, by its own rules."""
    here, acting = staff.community_id, desk.acting(staff)
    registration = await registrations.submit(session, here, desk.on_behalf_of, desk, acting)
    path = f"/admin/v1/communities/{here}/unit-registrations/{registration.id}"
    response.headers["Location"] = path
    return registration


@router.get("", response_model=StaffUnitRegistrationPage, responses=problems(Forbidden))
async def list_unit_registrations(
    query: Annotated[UnitRegistrationQuery, Query()],
    staff: StaffMayReadUnitRegistrations,
    session: Session,
) -> Page[StaffUnitRegistration]:
    """Unit registrations in the order in which they came; whom to call is masked."""
    return await lists.list_for_staff(session, staff, query)


@router.get(
    "/{registration_id}", response_model=StaffUnitRegistration, responses=problems(Forbidden)
)
async def get_unit_registration(
    registration: UnitRegistrationToRead, session: Session
) -> StaffUnitRegistration:
    """One unit registration; whom to call is masked."""
    return await lists.show(session, registration)


@router.post("/{registration_id}/submit", response_model=UnitRegistrationOut, responses=MOVED)
async def submit_unit_registration(
    registration: UnitRegistrationToEnter,
    desk: DeskUnitResubmission,
    staff: CurrentStaff,
    session: Session,
) -> UnitRegistration:
    """Submit again after a return, for an organization that has mended its paper."""
    return await registrations.resubmit(session, registration, desk, desk.acting(staff))


@router.post("/{registration_id}/withdraw", response_model=UnitRegistrationOut, responses=MOVED)
async def withdraw_unit_registration(
    registration: UnitRegistrationToEnter,
    desk: Witnessed,
    staff: CurrentStaff,
    session: Session,
) -> UnitRegistration:
    """Withdraw for an organization that has asked at the desk."""
    return await registrations.withdraw(session, registration, desk.acting(staff))


@router.post("/{registration_id}/return", response_model=UnitRegistrationOut, responses=MOVED)
async def return_unit_registration(
    registration: UnitRegistrationToDecide,
    body: ReasonIn,
    staff: CurrentStaff,
    session: Session,
) -> UnitRegistration:
    """Return it to be mended; the reason says what."""
    return await registrations.return_(session, registration, body.reason, by=staff)


@router.post("/{registration_id}/approve", response_model=UnitRegistrationOut, responses=MOVED)
async def approve_unit_registration(
    registration: UnitRegistrationToDecide, staff: CurrentStaff, session: Session
) -> UnitRegistration:
    """Approve: it has a number that anybody may check."""
    return await registrations.approve(session, registration, by=staff)


@router.post("/{registration_id}/decline", response_model=UnitRegistrationOut, responses=MOVED)
async def decline_unit_registration(
    registration: UnitRegistrationToDecide,
    body: ReasonIn,
    staff: CurrentStaff,
    session: Session,
) -> UnitRegistration:
    """Decline, with the reason; the organization may report anew."""
    return await registrations.decline(session, registration, body.reason, by=staff)


@router.post("/{registration_id}/end", response_model=UnitRegistrationOut, responses=MOVED)
async def end_unit_registration(
    registration: UnitRegistrationToDecide,
    body: ReasonIn,
    staff: CurrentStaff,
    session: Session,
) -> UnitRegistration:
    """End an approved registration, with the reason; its number is good no more."""
    return await registrations.end(session, registration, body.reason, by=staff)


@unstored_router.post(
    "/{registration_id}/reveal", response_model=RevealedContact, responses=problems(Forbidden)
)
async def reveal_unit_contact(
    registration: UnitRegistrationToEnter,
    body: ReasonIn,
    staff: CurrentStaff,
    session: Session,
) -> RevealedContact:
    """Read whom to call at the unit: audited. The answer is not kept for an Idempotency-Key."""
    return await registrations.reveal_contact(session, registration, body.reason, by=staff)
