"""/v1/communities/{community_id}/duties: the caller's own, and those of colleagues in need."""

from typing import Annotated

from fastapi import Query

from app.communities.acting import ActingFor
from app.communities.deps import ActiveParticipant, AnyParticipant
from app.communities.errors import ParticipantInactive
from app.double_reporting.duties import service as duties
from app.double_reporting.duties import shown
from app.double_reporting.duties.deps import DutyOfMyPost, OwnDuty
from app.double_reporting.duties.schemas import (
    Colleague,
    ColleaguePage,
    DutyOffer,
    DutyOut,
    DutyPage,
    DutyQuery,
    OfferedDuty,
    OfferedDutyPage,
)
from app.double_reporting.errors import (
    AlreadyOnDuty,
    DutiesOverlap,
    DutyNotOffered,
    DutyOfEverybody,
    DutyStarted,
)
from app.double_reporting.models import Duty, DutyDay
from app.identity.deps import IdempotentForUser
from app.kernel.errors import UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page, PageQuery
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.service_records.models import Attendance

router = Router(
    prefix="/duties",
    tags=["duties"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForUser],
)


@router.get("/me", response_model=DutyPage)
async def list_my_duties(
    me: AnyParticipant, query: Annotated[DutyQuery, Query()], session: Session
) -> Page[DutyOut]:
    """List my duties, the next one first, or with `when=past` those that are over. Each has the
    occasion at which to check in (`duty_day_id`)."""
    return await shown.list_mine(session, me, query)


@router.get("/offered", response_model=OfferedDutyPage)
async def list_offered_duties(
    me: ActiveParticipant, query: Annotated[PageQuery, Query()], session: Session
) -> Page[OfferedDuty]:
    """List the duties that others of my posts ask me to take over, the next one first."""
    return await shown.list_offers(session, me, query)


@router.get("/{duty_id}", response_model=DutyOut)
async def get_duty(duty: OwnDuty, session: Session) -> DutyOut:
    """Get one of my duties."""
    return await shown.show(session, duty)


@router.get("/{duty_id}/colleagues", response_model=ColleaguePage)
async def list_colleagues(
    duty: OwnDuty, query: Annotated[PageQuery, Query()], session: Session
) -> Page[Colleague]:
    """List who serves on the same post and is not on duty that day, by display name."""
    return await shown.list_colleagues(session, duty, query)


@router.post(
    "/{duty_id}/accept",
    response_model=DutyOut,
    responses=problems(Duty.WRONG_STATE, DutyDay.WRONG_STATE, DutyStarted),
)
async def accept_duty(duty: OwnDuty, me: ActiveParticipant, session: Session) -> DutyOut:
    """Accept the invitation to a service day. Nobody has to."""
    await duties.accept(session, duty, ActingFor.participant(me))
    return await shown.show(session, duty)


@router.post(
    "/{duty_id}/skip",
    response_model=DutyOut,
    responses=problems(Duty.WRONG_STATE, DutyDay.WRONG_STATE, Attendance.WRONG_STATE, DutyStarted),
)
async def skip_duty(duty: OwnDuty, me: AnyParticipant, session: Session) -> DutyOut:
    """Say before the start that I do not come. No reason is asked; later than 24 hours before the
    start, a duty of a post is flagged."""
    await duties.skip(session, duty, ActingFor.participant(me))
    return await shown.show(session, duty)


@router.post(
    "/{duty_id}/offer",
    response_model=DutyOut,
    responses=problems(
        *(Duty.WRONG_STATE, DutyDay.WRONG_STATE, DutyStarted, DutyOfEverybody, UnknownReference)
    ),
)
async def offer_duty(
    duty: OwnDuty, body: DutyOffer, me: ActiveParticipant, session: Session
) -> DutyOut:
    """Ask others on the same post to take over a duty: one of them, or all. The duty stays mine
    until somebody has accepted."""
    await duties.offer(session, duty, body.to, ActingFor.participant(me))
    return await shown.show(session, duty)


@router.post(
    "/{duty_id}/withdraw-offer",
    response_model=DutyOut,
    responses=problems(Duty.WRONG_STATE, DutyNotOffered),
)
async def withdraw_duty_offer(duty: OwnDuty, me: AnyParticipant, session: Session) -> DutyOut:
    """Ask nobody to take over any more."""
    await duties.withdraw_offer(session, duty, ActingFor.participant(me))
    return await shown.show(session, duty)


@router.post(
    "/{duty_id}/take-over",
    response_model=DutyOut,
    responses=problems(
        *(Duty.WRONG_STATE, DutyDay.WRONG_STATE, Attendance.WRONG_STATE, ParticipantInactive),
        *(DutyNotOffered, DutyStarted, AlreadyOnDuty, DutiesOverlap),
    ),
)
async def take_over_duty(duty: DutyOfMyPost, me: ActiveParticipant, session: Session) -> DutyOut:
    """Take over a duty of somebody on the same post. They have asked for it. I am expected from
    then on, and they are released; the answer is my new duty."""
    mine = await duties.accept_offer(session, duty, ActingFor.participant(me))
    return await shown.show(session, mine)
