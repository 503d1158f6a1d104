"""/admin/v1/communities/{community_id}/service-days"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.communities.deps import CurrentStaff
from app.double_reporting.duties import leaders
from app.double_reporting.duties.deps import StaffMayManageDuties
from app.double_reporting.models import ServiceDay
from app.double_reporting.service_days import service as service_days
from app.double_reporting.service_days.deps import ServiceDayToManage
from app.double_reporting.service_days.schemas import (
    ServiceDayIn,
    ServiceDayQuery,
    ServiceDayWords,
    StaffServiceDay,
    StaffServiceDayPage,
)
from app.identity.deps import IdempotentForAdmin
from app.kernel.recurrence import RecurrenceRefused
from app.kernel.web.conditional import IfMatch, VersionMissing, VersionStale, etag
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.service_records.leaders.schemas import LeaderIn, LeaderOut, Leaders
from app.service_records.leaders.service import REFUSALS, list_leaders

router = Router(
    prefix="/service-days",
    tags=["duties"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.post(
    "",
    status_code=201,
    response_model=StaffServiceDay,
    responses=problems(RecurrenceRefused),
)
async def announce_service_day(
    body: ServiceDayIn, staff: StaffMayManageDuties, session: Session, response: Response
) -> StaffServiceDay:
    """Announce a service day that recurs. Everybody who serves on a post is invited to each date,
    member or not; nobody has to come, and who does not is not counted."""
    row = await service_days.announce(session, body, by=staff)
    response.headers["Location"] = (
        f"/admin/v1/communities/{staff.community_id}/service-days/{row.id}"
    )
    response.headers["ETag"] = etag(row)
    return service_days.show(row)


@router.get("", response_model=StaffServiceDayPage)
async def list_service_days(
    staff: StaffMayManageDuties, query: Annotated[ServiceDayQuery, Query()], session: Session
) -> Page[StaffServiceDay]:
    """List the service days of the community, the newest first, ended ones included."""
    return await service_days.list_for_staff(session, staff.community_id, query)


@router.get("/{service_day_id}", response_model=StaffServiceDay)
async def get_service_day(row: ServiceDayToManage, response: Response) -> StaffServiceDay:
    """Get a service day. Its ETag is the If-Match of the next PUT."""
    response.headers["ETag"] = etag(row)
    return service_days.show(row)


@router.put(
    "/{service_day_id}",
    response_model=StaffServiceDay,
    responses=problems(ServiceDay.WRONG_STATE, VersionMissing, VersionStale),
)
async def revise_service_day(
    row: ServiceDayToManage,
    body: ServiceDayWords,
    tag: IfMatch,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> StaffServiceDay:
    """Replace words, place and time of a service day. Where place or time become others, everybody
    who was to come is told, and asked anew. The dates stay: another service day has others."""
    await service_days.revise(session, row, body, tag, by=staff)
    response.headers["ETag"] = etag(row)
    return service_days.show(row)


@router.post(
    "/{service_day_id}/end",
    response_model=StaffServiceDay,
    responses=problems(ServiceDay.WRONG_STATE),
)
async def end_service_day(
    row: ServiceDayToManage, staff: CurrentStaff, session: Session, response: Response
) -> StaffServiceDay:
    """End a service day. Its dates ahead are cancelled, and everybody who was to come is told."""
    await service_days.end(session, row, by=staff)
    response.headers["ETag"] = etag(row)
    return service_days.show(row)


@router.get("/{service_day_id}/leaders", response_model=Leaders)
async def list_service_day_leaders(row: ServiceDayToManage, session: Session) -> Leaders:
    """List the leaders of a service day. They show the code of its dates, see who comes, and check
    people in."""
    return await list_leaders(session, row.community_id, row.id)


@router.post(
    "/{service_day_id}/leaders",
    status_code=201,
    response_model=LeaderOut,
    responses=problems(ServiceDay.WRONG_STATE, *REFUSALS),
)
async def name_service_day_leader(
    row: ServiceDayToManage,
    body: LeaderIn,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> LeaderOut:
    """Name a leader of a service day. A leader is an active participant, known to be an adult, and
    gets a message."""
    leader = await leaders.name_leader(session, row, body.participant_id, by=staff)
    path = f"/admin/v1/communities/{staff.community_id}/service-days/{row.id}"
    response.headers["Location"] = f"{path}/leaders"
    return leader


@router.delete("/{service_day_id}/leaders/{participant_id}", status_code=204)
async def remove_service_day_leader(
    row: ServiceDayToManage, participant_id: UUID, staff: CurrentStaff, session: Session
) -> None:
    """Remove a leader from a service day. The person gets a message."""
    await leaders.remove_leader(session, row, participant_id, by=staff)
