"""/admin/v1/communities/{community_id}/unit-registrations"""

from typing import Annotated

from fastapi import Query, Response

from app.communities.deps import CurrentStaff
from app.communities.errors import RevealsExhausted, SecondPersonNeeded
from app.communities.reveals.deps import RevealCounted
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
unstored_router = Router(
    prefix="/unit-registrations", tags=["unit registrations"], dependencies=[RevealCounted]
)
"""Router of answers that are not stored for an Idempotency-Key, because they show what is
sealed."""
MOVE_PROBLEMS = problems(Forbidden, SecondPersonNeeded, UnitRegistration.WRONG_STATE)


@router.post(
    "",
    status_code=201,
    response_model=StaffUnitRegistration,
    responses=problems(Forbidden, UnknownReference, UnitSitsElsewhere, UnitRegistered),
)
async def register_unit(
    staff: StaffMayReviewUnitRegistrations,
    body: DeskUnitRegistration,
    session: Session,
    response: Response,
) -> StaffUnitRegistration:
    """Register a unit for an organization that has submitted on paper. The rules are those of a
    liaison's own registration."""
    community_id, acting = staff.community_id, body.acting(staff)
    registration = await registrations.submit(
        session, community_id, body.on_behalf_of, body, acting
    )
    path = f"/admin/v1/communities/{community_id}/unit-registrations/{registration.id}"
    response.headers["Location"] = path
    return await lists.show(session, registration, to=staff)


@router.get("", response_model=StaffUnitRegistrationPage, responses=problems(Forbidden))
async def list_unit_registrations(
    query: Annotated[UnitRegistrationQuery, Query()],
    staff: StaffMayReadUnitRegistrations,
    session: Session,
) -> Page[StaffUnitRegistration]:
    """List unit registrations, oldest first. Name and phone of the unit's contact are masked."""
    return await lists.list_for_staff(session, staff, query)


@router.get(
    "/{registration_id}", response_model=StaffUnitRegistration, responses=problems(Forbidden)
)
async def get_unit_registration(
    registration: UnitRegistrationToRead, staff: CurrentStaff, session: Session
) -> StaffUnitRegistration:
    """Get a unit registration. Name and phone of the unit's contact are masked."""
    return await lists.show(session, registration, to=staff)


@router.post(
    "/{registration_id}/submit", response_model=StaffUnitRegistration, responses=MOVE_PROBLEMS
)
async def submit_unit_registration(
    registration: UnitRegistrationToEnter,
    body: DeskUnitResubmission,
    staff: CurrentStaff,
    session: Session,
) -> StaffUnitRegistration:
    """Submit a returned unit registration again for its organization. The body replaces all
    fields."""
    registration = await registrations.resubmit(session, registration, body, body.acting(staff))
    return await lists.show(session, registration, to=staff)


@router.post(
    "/{registration_id}/withdraw", response_model=StaffUnitRegistration, responses=MOVE_PROBLEMS
)
async def withdraw_unit_registration(
    registration: UnitRegistrationToEnter,
    body: Witnessed,
    staff: CurrentStaff,
    session: Session,
) -> StaffUnitRegistration:
    """Withdraw a unit registration at the desk. Its organization has asked for it."""
    registration = await registrations.withdraw(session, registration, body.acting(staff))
    return await lists.show(session, registration, to=staff)


@router.post(
    "/{registration_id}/return", response_model=StaffUnitRegistration, responses=MOVE_PROBLEMS
)
async def return_unit_registration(
    registration: UnitRegistrationToDecide,
    body: ReasonIn,
    staff: CurrentStaff,
    session: Session,
) -> StaffUnitRegistration:
    """Return a unit registration for correction. The reason says what is to be corrected."""
    registration = await registrations.return_(session, registration, body.reason, by=staff)
    return await lists.show(session, registration, to=staff)


@router.post(
    "/{registration_id}/approve", response_model=StaffUnitRegistration, responses=MOVE_PROBLEMS
)
async def approve_unit_registration(
    registration: UnitRegistrationToDecide, staff: CurrentStaff, session: Session
) -> StaffUnitRegistration:
    """Approve a unit registration. It gets a number that anybody may check."""
    registration = await registrations.approve(session, registration, by=staff)
    return await lists.show(session, registration, to=staff)


@router.post(
    "/{registration_id}/decline", response_model=StaffUnitRegistration, responses=MOVE_PROBLEMS
)
async def decline_unit_registration(
    registration: UnitRegistrationToDecide,
    body: ReasonIn,
    staff: CurrentStaff,
    session: Session,
) -> StaffUnitRegistration:
    """Decline a unit registration. The organization may register again."""
    registration = await registrations.decline(session, registration, body.reason, by=staff)
    return await lists.show(session, registration, to=staff)


@router.post(
    "/{registration_id}/end", response_model=StaffUnitRegistration, responses=MOVE_PROBLEMS
)
async def end_unit_registration(
    registration: UnitRegistrationToDecide,
    body: ReasonIn,
    staff: CurrentStaff,
    session: Session,
) -> StaffUnitRegistration:
    """End an approved unit registration. Its number is no longer valid."""
    registration = await registrations.end(session, registration, body.reason, by=staff)
    return await lists.show(session, registration, to=staff)


@unstored_router.post(
    "/{registration_id}/reveal",
    response_model=RevealedContact,
    responses=problems(Forbidden, RevealsExhausted),
)
async def reveal_unit_contact(
    registration: UnitRegistrationToEnter,
    body: ReasonIn,
    staff: CurrentStaff,
    session: Session,
) -> RevealedContact:
    """Reveal name and phone of the unit's contact. Each reveal is audited; the answer is not
    stored for an Idempotency-Key."""
    return await registrations.reveal_contact(session, registration, body.reason, by=staff)
