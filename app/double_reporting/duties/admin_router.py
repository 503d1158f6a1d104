"""/admin/v1/communities/{community_id}: duty days, and acts of the desk for duties."""

from typing import Annotated

from fastapi import Query

from app.communities.deps import CurrentStaff
from app.communities.errors import ParticipantInactive
from app.communities.schemas import Witnessed
from app.double_reporting.duties import service as duties
from app.double_reporting.duties import shown
from app.double_reporting.duties.deps import (
    DutyAtDesk,
    DutyDayToManage,
    StaffMayManageDuties,
)
from app.double_reporting.duties.schemas import (
    DeskDutyOffer,
    DeskTakeOver,
    DutyDayOut,
    DutyDayPage,
    DutyDayQuery,
    DutyOut,
    StaffDuty,
    StaffDutyPage,
    StaffDutyQuery,
)
from app.double_reporting.errors import (
    AlreadyOnDuty,
    DutiesOverlap,
    DutyNotOffered,
    DutyOfEverybody,
    DutyStarted,
)
from app.double_reporting.models import Duty, DutyDay
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn
from app.service_records.models import Attendance

router = Router(tags=["duties"], route_class=IdempotentRoute, dependencies=[IdempotentForAdmin])


@router.get("/duty-days", response_model=DutyDayPage)
async def list_duty_days(
    staff: StaffMayManageDuties, query: Annotated[DutyDayQuery, Query()], session: Session
) -> Page[DutyDayOut]:
    """List the dates of posts and service days, the next one first. Each has the numbers of its
    people."""
    return await shown.list_days(session, staff.community_id, query)


@router.get("/duty-days/{duty_day_id}", response_model=DutyDayOut)
async def get_duty_day(day: DutyDayToManage, session: Session) -> DutyDayOut:
    """Get one date of a post or of a service day."""
    return await shown.show_day(session, day)


@router.get("/duty-days/{duty_day_id}/duties", response_model=StaffDutyPage)
async def list_duties_of_day(
    day: DutyDayToManage, query: Annotated[StaffDutyQuery, Query()], session: Session
) -> Page[StaffDuty]:
    """List who is to come on a date, and who came."""
    return await shown.list_of_day(session, day, query)


@router.post(
    "/duty-days/{duty_day_id}/cancel",
    response_model=DutyDayOut,
    responses=problems(DutyDay.WRONG_STATE),
)
async def cancel_duty_day(
    day: DutyDayToManage, body: ReasonIn, staff: StaffMayManageDuties, session: Session
) -> DutyDayOut:
    """Cancel one date with a reason. Everybody who was to come is told."""
    await duties.cancel_day(session, day, body.reason, by=staff)
    return await shown.show_day(session, day)


@router.get("/duties/{duty_id}", response_model=DutyOut)
async def get_duty(duty: DutyAtDesk, session: Session) -> DutyOut:
    """Get a duty as its person sees it."""
    return await shown.show(session, duty)


@router.post(
    "/duties/{duty_id}/accept",
    response_model=DutyOut,
    responses=problems(Duty.WRONG_STATE, DutyDay.WRONG_STATE, DutyStarted),
)
async def accept_duty(
    duty: DutyAtDesk, body: Witnessed, staff: CurrentStaff, session: Session
) -> DutyOut:
    """Accept an invitation to a service day at the desk. The resident has said so."""
    await duties.accept(session, duty, body.acting(staff))
    return await shown.show(session, duty)


@router.post(
    "/duties/{duty_id}/skip",
    response_model=DutyOut,
    responses=problems(Duty.WRONG_STATE, DutyDay.WRONG_STATE, Attendance.WRONG_STATE, DutyStarted),
)
async def skip_duty(
    duty: DutyAtDesk, body: Witnessed, staff: CurrentStaff, session: Session
) -> DutyOut:
    """Note before the start that a resident does not come, as told at the desk."""
    await duties.skip(session, duty, body.acting(staff))
    return await shown.show(session, duty)


@router.post(
    "/duties/{duty_id}/offer",
    response_model=DutyOut,
    responses=problems(
        *(Duty.WRONG_STATE, DutyDay.WRONG_STATE, DutyStarted, DutyOfEverybody, UnknownReference)
    ),
)
async def offer_duty(
    duty: DutyAtDesk, body: DeskDutyOffer, staff: CurrentStaff, session: Session
) -> DutyOut:
    """Ask others of the post to take over, for a resident who wishes it at the desk."""
    await duties.offer(session, duty, body.to, body.acting(staff))
    return await shown.show(session, duty)


@router.post(
    "/duties/{duty_id}/withdraw-offer",
    response_model=DutyOut,
    responses=problems(Duty.WRONG_STATE, DutyNotOffered),
)
async def withdraw_duty_offer(
    duty: DutyAtDesk, body: Witnessed, staff: CurrentStaff, session: Session
) -> DutyOut:
    """Ask nobody to take over any more, for a resident who says so at the desk."""
    await duties.withdraw_offer(session, duty, body.acting(staff))
    return await shown.show(session, duty)


@router.post(
    "/duties/{duty_id}/take-over",
    response_model=DutyOut,
    responses=problems(
        *(Duty.WRONG_STATE, DutyDay.WRONG_STATE, Attendance.WRONG_STATE, ParticipantInactive),
        *(DutyNotOffered, DutyStarted, AlreadyOnDuty, DutiesOverlap, UnknownReference),
    ),
)
async def take_over_duty(
    duty: DutyAtDesk, body: DeskTakeOver, staff: CurrentStaff, session: Session
) -> DutyOut:
    """Let a resident of the same post take over a duty. They consent to it at the desk."""
    mine = await duties.accept_offer(session, duty, body.acting(staff))
    return await shown.show(session, mine)
