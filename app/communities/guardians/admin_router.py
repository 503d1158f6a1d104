"""/admin/v1/communities/{community_id}/guardianships"""

from typing import Annotated

from fastapi import Query, Response

from app.communities.deps import CurrentStaff, StaffMayManageParticipants
from app.communities.errors import (
    ConsentEndUnfit,
    GuardianConsentMissing,
    ParticipantInactive,
    SecondPersonNeeded,
)
from app.communities.guardians import service as guardians
from app.communities.guardians import shown
from app.communities.guardians.deps import GuardianshipToDecide, GuardianshipToManage
from app.communities.guardians.errors import (
    AlreadyGuardian,
    GuardianConsentGiven,
    GuardianUnfit,
    NotAMinor,
)
from app.communities.guardians.schemas import (
    DeskConsentWithdrawal,
    DeskGuardianConsent,
    DeskGuardianship,
    GuardianshipQuery,
    StaffGuardianship,
    StaffGuardianshipPage,
)
from app.communities.models import Guardianship
from app.communities.schemas import Witnessed
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import Forbidden
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn

router = Router(
    prefix="/guardianships",
    tags=["guardians"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.post(
    "",
    status_code=201,
    response_model=StaffGuardianship,
    responses=problems(
        ParticipantInactive, GuardianUnfit, NotAMinor, AlreadyGuardian, ConsentEndUnfit
    ),
)
async def record_guardianship(
    body: DeskGuardianship,
    staff: StaffMayManageParticipants,
    session: Session,
    response: Response,
) -> StaffGuardianship:
    """Record a guardian at the desk, who has signed a consent before a witness. `on_behalf_of` is
    the minor."""
    guardianship = await guardians.record_paper(session, body, body.acting(staff), by=staff)
    response.headers["Location"] = (
        f"/admin/v1/communities/{staff.community_id}/guardianships/{guardianship.id}"
    )
    return await shown.show_to_staff(session, guardianship, staff)


@router.get("", response_model=StaffGuardianshipPage)
async def list_guardianships(
    query: Annotated[GuardianshipQuery, Query()],
    staff: StaffMayManageParticipants,
    session: Session,
) -> Page[StaffGuardianship]:
    """List guardianships, oldest first; `status=in_review` for those that wait for a check."""
    return await shown.list_for_staff(session, staff, query)


@router.get("/{guardianship_id}", response_model=StaffGuardianship)
async def get_guardianship(
    guardianship: GuardianshipToManage, staff: CurrentStaff, session: Session
) -> StaffGuardianship:
    """Get a guardianship."""
    return await shown.show_to_staff(session, guardianship, staff)


@router.post(
    "/{guardianship_id}/approve",
    response_model=StaffGuardianship,
    responses=problems(Forbidden, SecondPersonNeeded, Guardianship.WRONG_STATE, NotAMinor),
)
async def approve_guardianship(
    guardianship: GuardianshipToDecide, staff: CurrentStaff, session: Session
) -> StaffGuardianship:
    """Approve a guardianship after a check of the papers. The two do not live in one household.
    Nobody decides about their own."""
    await guardians.approve(session, guardianship, by=staff)
    return await shown.show_to_staff(session, guardianship, staff)


@router.post(
    "/{guardianship_id}/reject",
    response_model=StaffGuardianship,
    responses=problems(Forbidden, SecondPersonNeeded, Guardianship.WRONG_STATE),
)
async def reject_guardianship(
    guardianship: GuardianshipToDecide, body: ReasonIn, staff: CurrentStaff, session: Session
) -> StaffGuardianship:
    """Reject a guardianship. Both people get a message with the reason. Nobody decides about their
    own."""
    await guardians.reject(session, guardianship, body.reason, by=staff)
    return await shown.show_to_staff(session, guardianship, staff)


@router.post(
    "/{guardianship_id}/end",
    response_model=StaffGuardianship,
    responses=problems(Guardianship.WRONG_STATE),
)
async def end_guardianship(
    guardianship: GuardianshipToManage, body: Witnessed, staff: CurrentStaff, session: Session
) -> StaffGuardianship:
    """End a guardianship at the desk, with all its consents. A guardian has asked for it."""
    await guardians.end(session, guardianship, body.acting(staff))
    return await shown.show_to_staff(session, guardianship, staff)


@router.post(
    "/{guardianship_id}/consents",
    status_code=201,
    response_model=StaffGuardianship,
    responses=problems(Guardianship.WRONG_STATE, NotAMinor, GuardianConsentGiven, ConsentEndUnfit),
)
async def give_guardian_consent(
    guardianship: GuardianshipToManage,
    body: DeskGuardianConsent,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> StaffGuardianship:
    """Note a consent that a guardian signs at the desk, before a witness."""
    await guardians.give_consent(session, guardianship, body, body.acting(staff))
    response.headers["Location"] = (
        f"/admin/v1/communities/{staff.community_id}/guardianships/{guardianship.id}"
    )
    return await shown.show_to_staff(session, guardianship, staff)


@router.post(
    "/{guardianship_id}/withdraw-consent",
    response_model=StaffGuardianship,
    responses=problems(GuardianConsentMissing),
)
async def withdraw_guardian_consent(
    guardianship: GuardianshipToManage,
    body: DeskConsentWithdrawal,
    staff: CurrentStaff,
    session: Session,
) -> StaffGuardianship:
    """Withdraw a consent for a guardian who says so at the desk."""
    await guardians.withdraw_consent(session, guardianship, body.kind, body.acting(staff))
    return await shown.show_to_staff(session, guardianship, staff)
