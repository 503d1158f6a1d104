"""/admin/v1/communities/{community_id}: opinions, moderated and entered at the desk."""

from typing import Annotated

from fastapi import Query, Response

from app.communities.deps import CurrentStaff
from app.communities.errors import ParticipantInactive, SecondPersonNeeded
from app.communities.schemas import OnBehalf, Witnessed
from app.consultations.deps import (
    OpinionToModerate,
    StaffMayManageTopics,
    TopicToManage,
    TopicToReadAsStaff,
)
from app.consultations.errors import (
    AlreadyEndorsed,
    AlreadyReported,
    CannotEndorseOwnOpinion,
    CannotReportOwnOpinion,
    ReplyTooDeep,
    ResidentsOnly,
    TooManyOpinions,
)
from app.consultations.models import Opinion, Topic
from app.consultations.opinions import lists, moderation
from app.consultations.opinions import service as opinions
from app.consultations.opinions.schemas import (
    DeskOpinion,
    DeskReport,
    ModerationQuery,
    StaffOpinion,
    StaffOpinionPage,
    StaffOpinionQuery,
)
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn

router = Router(tags=["opinions"], route_class=IdempotentRoute, dependencies=[IdempotentForAdmin])


@router.get("/topics/{topic_id}/opinions", response_model=StaffOpinionPage)
async def list_opinions(
    topic: TopicToReadAsStaff,
    query: Annotated[StaffOpinionQuery, Query()],
    staff: CurrentStaff,
    session: Session,
) -> Page[StaffOpinion]:
    """List all opinions on a topic, oldest first. Those that wait, are hidden or withdrawn are
    listed, too."""
    return await lists.list_for_staff(session, topic, query, staff)


@router.get("/opinions", response_model=StaffOpinionPage)
async def list_opinions_to_moderate(
    staff: StaffMayManageTopics, query: Annotated[ModerationQuery, Query()], session: Session
) -> Page[StaffOpinion]:
    """List the opinions of all topics, oldest first. `is_to_read` lists those that wait for a
    worker: new ones, and those that were reported."""
    return await lists.list_to_moderate(session, query, staff)


@router.get("/opinions/{opinion_id}", response_model=StaffOpinion)
async def get_opinion(
    opinion: OpinionToModerate, staff: CurrentStaff, session: Session
) -> StaffOpinion:
    """Get an opinion, with the reasons of its reports."""
    return await lists.show_to_staff(session, opinion, staff)


@router.post(
    "/opinions/{opinion_id}/pass",
    response_model=StaffOpinion,
    responses=problems(SecondPersonNeeded, Opinion.WRONG_STATE),
)
async def pass_opinion(
    opinion: OpinionToModerate, staff: CurrentStaff, session: Session
) -> StaffOpinion:
    """Show an opinion that I have read to everybody; its author is told. One that was reported and
    is still shown stays so. Nobody decides on what they have written or entered themselves."""
    await moderation.pass_opinion(session, opinion, by=staff)
    return await lists.show_to_staff(session, opinion, staff)


@router.post(
    "/opinions/{opinion_id}/refuse",
    response_model=StaffOpinion,
    responses=problems(SecondPersonNeeded, Opinion.WRONG_STATE),
)
async def refuse_opinion(
    opinion: OpinionToModerate, body: ReasonIn, staff: CurrentStaff, session: Session
) -> StaffOpinion:
    """Refuse to show an opinion. Its author is told the reason."""
    await moderation.refuse(session, opinion, body.reason, by=staff)
    return await lists.show_to_staff(session, opinion, staff)


@router.post(
    "/opinions/{opinion_id}/hide",
    response_model=StaffOpinion,
    responses=problems(Opinion.WRONG_STATE),
)
async def hide_opinion(
    opinion: OpinionToModerate, body: ReasonIn, staff: CurrentStaff, session: Session
) -> StaffOpinion:
    """Hide an opinion from everybody but its author. The author is notified of the reason."""
    opinion = await moderation.hide(session, opinion, body.reason, by=staff)
    return await lists.show_to_staff(session, opinion, staff)


@router.post(
    "/opinions/{opinion_id}/restore",
    response_model=StaffOpinion,
    responses=problems(Opinion.WRONG_STATE),
)
async def restore_opinion(
    opinion: OpinionToModerate, body: ReasonIn, staff: CurrentStaff, session: Session
) -> StaffOpinion:
    """Restore a hidden opinion. Its author is notified."""
    opinion = await moderation.restore(session, opinion, body.reason, by=staff)
    return await lists.show_to_staff(session, opinion, staff)


# ---------------------------------------------------------------- at the desk


@router.post(
    "/topics/{topic_id}/opinions",
    status_code=201,
    response_model=StaffOpinion,
    responses=problems(
        *(UnknownReference, ParticipantInactive, ResidentsOnly),
        *(Topic.WRONG_STATE, Opinion.WRONG_STATE, ReplyTooDeep, TooManyOpinions),
    ),
)
async def submit_opinion(
    topic: TopicToManage,
    body: DeskOpinion,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> StaffOpinion:
    """Submit an opinion for a resident at the desk. The resident is notified."""
    opinion = await opinions.post(session, topic, body.acting(staff), body)
    base = f"/admin/v1/communities/{staff.community_id}"
    response.headers["Location"] = f"{base}/opinions/{opinion.id}"
    return await lists.show_to_staff(session, opinion, staff)


@router.post(
    "/opinions/{opinion_id}/endorse",
    response_model=StaffOpinion,
    responses=problems(
        *(UnknownReference, ParticipantInactive, ResidentsOnly),
        *(Topic.WRONG_STATE, Opinion.WRONG_STATE, CannotEndorseOwnOpinion, AlreadyEndorsed),
    ),
)
async def endorse_opinion(
    opinion: OpinionToModerate, body: OnBehalf, staff: CurrentStaff, session: Session
) -> StaffOpinion:
    """Endorse an opinion for a resident at the desk. The rules are those of residents."""
    opinion = await opinions.endorse(session, opinion, body.acting(staff))
    return await lists.show_to_staff(session, opinion, staff)


@router.post(
    "/opinions/{opinion_id}/report",
    status_code=204,
    responses=problems(
        *(UnknownReference, ParticipantInactive, Opinion.WRONG_STATE),
        *(CannotReportOwnOpinion, AlreadyReported),
    ),
)
async def report_opinion(
    opinion: OpinionToModerate, body: DeskReport, staff: CurrentStaff, session: Session
) -> None:
    """Report an opinion for a resident at the desk. The rules are those of residents."""
    await moderation.report(session, opinion, body.reason, body.acting(staff))


@router.post(
    "/opinions/{opinion_id}/withdraw",
    response_model=StaffOpinion,
    responses=problems(Opinion.WRONG_STATE),
)
async def withdraw_opinion(
    opinion: OpinionToModerate, body: Witnessed, staff: CurrentStaff, session: Session
) -> StaffOpinion:
    """Withdraw an opinion at the desk, at the request of its author."""
    opinion = await opinions.withdraw(session, opinion, body.acting(staff))
    return await lists.show_to_staff(session, opinion, staff)
