"""/v1/communities/{community_id}: opinions on topics."""

from typing import Annotated

from fastapi import Query, Response

from app.communities.acting import ActingFor
from app.communities.deps import ActiveParticipant, AnyParticipant, CurrentReader
from app.communities.errors import ParticipantInactive
from app.consultations.deps import (
    CurrentResident,
    OpinionToRead,
    OwnOpinion,
    TopicToRead,
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
    OpinionIn,
    OpinionPage,
    OpinionQuery,
    ShownOpinion,
)
from app.identity.deps import IdempotentForUser
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn

router = Router(tags=["opinions"], route_class=IdempotentRoute, dependencies=[IdempotentForUser])


@router.post(
    "/topics/{topic_id}/opinions",
    status_code=201,
    response_model=ShownOpinion,
    responses=problems(
        *(ParticipantInactive, ResidentsOnly, Topic.WRONG_STATE),
        *(Opinion.WRONG_STATE, ReplyTooDeep, TooManyOpinions),
    ),
)
async def submit_opinion(
    topic: TopicToRead, me: CurrentResident, body: OpinionIn, session: Session, response: Response
) -> ShownOpinion:
    """Submit an opinion on a topic, or a reply to an opinion. A worker reads it first: until then I
    alone see it, and its status is `in_review`. Others then see my display name."""
    opinion = await opinions.post(session, topic, ActingFor.participant(me), body)
    response.headers["Location"] = f"/v1/communities/{me.community_id}/opinions/{opinion.id}"
    return await lists.show(session, opinion, me)


@router.get("/topics/{topic_id}/opinions", response_model=OpinionPage)
async def list_opinions(
    topic: TopicToRead,
    query: Annotated[OpinionQuery, Query()],
    reader: CurrentReader,
    session: Session,
) -> Page[ShownOpinion]:
    """List the opinions on a topic, oldest first. Replies are listed, too, and my own opinions that
    wait to be read; hidden, refused and withdrawn ones are not."""
    return await lists.list_shown(session, topic, reader, query)


@router.get("/opinions/{opinion_id}", response_model=ShownOpinion)
async def get_opinion(
    opinion: OpinionToRead, reader: CurrentReader, session: Session
) -> ShownOpinion:
    """Get an opinion. One that waits, is hidden or was refused is shown to its author alone, with
    the reason."""
    return await lists.show(session, opinion, reader)


@router.post(
    "/opinions/{opinion_id}/endorse",
    response_model=ShownOpinion,
    responses=problems(
        *(ParticipantInactive, ResidentsOnly, Topic.WRONG_STATE, Opinion.WRONG_STATE),
        *(CannotEndorseOwnOpinion, AlreadyEndorsed),
    ),
)
async def endorse_opinion(
    opinion: OpinionToRead, me: CurrentResident, session: Session
) -> ShownOpinion:
    """Endorse an opinion, at most once."""
    opinion = await opinions.endorse(session, opinion, ActingFor.participant(me))
    return await lists.show(session, opinion, me)


@router.post(
    "/opinions/{opinion_id}/report",
    status_code=204,
    responses=problems(
        *(ParticipantInactive, Opinion.WRONG_STATE, CannotReportOwnOpinion, AlreadyReported)
    ),
)
async def report_opinion(
    opinion: OpinionToRead, body: ReasonIn, me: ActiveParticipant, session: Session
) -> None:
    """Report an opinion, at most once. A worker reads it; reports of three people take it from
    sight until then. Nobody is shown who has reported it."""
    await moderation.report(session, opinion, body.reason, ActingFor.participant(me))


@router.post(
    "/opinions/{opinion_id}/withdraw",
    response_model=ShownOpinion,
    responses=problems(Opinion.WRONG_STATE),
)
async def withdraw_opinion(
    opinion: OwnOpinion, me: AnyParticipant, session: Session
) -> ShownOpinion:
    """Withdraw my opinion."""
    opinion = await opinions.withdraw(session, opinion, ActingFor.participant(me))
    return await lists.show(session, opinion, me)
