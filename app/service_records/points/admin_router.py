"""/admin/v1/communities/{community_id}: settings of points, and debts that staff settle."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.communities.deps import CurrentStaff
from app.communities.errors import SecondPersonNeeded
from app.communities.models import Participant
from app.identity.deps import IdempotentForAdmin
from app.kernel.database.engine import get_row
from app.kernel.web.conditional import IfMatch, VersionMissing, VersionStale, etag
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn
from app.service_records.models import PointSettings
from app.service_records.points import service as points
from app.service_records.points.deps import (
    PointDebtToSettle,
    StaffMayManagePoints,
    StaffMayManageRewards,
)
from app.service_records.points.errors import DebtSettled
from app.service_records.points.ledger import settings_of
from app.service_records.points.schemas import (
    PointBalance,
    PointDebtOut,
    PointDebtPage,
    PointDebtQuery,
    PointSettingsIn,
    PointSettingsOut,
)

router = Router(tags=["points"], route_class=IdempotentRoute, dependencies=[IdempotentForAdmin])


@router.get("/points/settings", response_model=PointSettingsOut)
async def get_point_settings(
    staff: StaffMayManageRewards, session: Session, response: Response
) -> PointSettings:
    """Get the settings of points. Points are off until a community turns them on."""
    settings = await settings_of(session, staff.community_id)
    response.headers["ETag"] = etag(settings)
    return settings


@router.put(
    "/points/settings",
    response_model=PointSettingsOut,
    responses=problems(VersionMissing, VersionStale),
)
async def revise_point_settings(
    staff: StaffMayManagePoints,
    body: PointSettingsIn,
    tag: IfMatch,
    session: Session,
    response: Response,
) -> PointSettings:
    """Replace the settings of points. They hold for what is confirmed from now on; what was granted
    stays, and can be redeemed while points are on."""
    settings = await points.set_up(session, staff.community_id, body, tag, by=staff)
    response.headers["ETag"] = etag(settings)
    return settings


@router.get("/points/{participant_id}", response_model=PointBalance)
async def get_participant_points(
    participant_id: UUID, staff: StaffMayManageRewards, session: Session
) -> PointBalance:
    """Get the points of one participant. They have asked for them at the desk. There is no list by
    balance."""
    person = await get_row(session, Participant, staff.community_id, participant_id)
    return await points.show_balance(session, person.community_id, person.id)


@router.get("/point-debts", response_model=PointDebtPage)
async def list_point_debts(
    staff: StaffMayManageRewards, query: Annotated[PointDebtQuery, Query()], session: Session
) -> Page[PointDebtOut]:
    """List points of reversed entries that were spent already, oldest first. Without `is_settled`
    those that wait."""
    return await points.list_debts(session, staff, query)


@router.get("/point-debts/{debt_id}", response_model=PointDebtOut)
async def get_point_debt(debt: PointDebtToSettle, session: Session) -> PointDebtOut:
    """Get points of a reversed entry that were spent already."""
    person = await get_row(session, Participant, debt.community_id, debt.participant_id)
    return points.show_debt(debt, person)


@router.post(
    "/point-debts/{debt_id}/settle",
    response_model=PointDebtOut,
    responses=problems(DebtSettled, SecondPersonNeeded),
)
async def settle_point_debt(
    debt: PointDebtToSettle, body: ReasonIn, staff: CurrentStaff, session: Session
) -> PointDebtOut:
    """Note how a debt was settled with its person. Nobody settles their own."""
    person = await get_row(session, Participant, debt.community_id, debt.participant_id)
    return await points.settle_debt(session, debt, person, body.reason, by=staff)
