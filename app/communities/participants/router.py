"""/v1: the caller's participation in communities."""

from typing import Annotated

from fastapi import Query, Response

from app.communities.acting import ActingFor
from app.communities.deps import ActiveParticipant, AnyParticipant, CommunityToRead
from app.communities.errors import (
    AlreadyJoined,
    ParticipantInactive,
)
from app.communities.models import Participant
from app.communities.participants import service as participants
from app.communities.participants.schemas import (
    Join,
    Me,
    ParticipantOut,
    Participation,
    ParticipationPage,
)
from app.identity.deps import CurrentUser, IdempotentForUser
from app.identity.errors import ConsentRequired
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page, PageQuery
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    prefix="/participants",
    tags=["participants"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForUser],
)
mine_router = Router(prefix="/me/participations", tags=["participants"])


@router.post(
    "",
    status_code=201,
    response_model=ParticipantOut,
    responses=problems(ParticipantInactive, AlreadyJoined),
)
async def join_community(
    community: CommunityToRead,
    body: Join,
    user: CurrentUser,
    session: Session,
    response: Response,
) -> Participant:
    """Join a community as a visitor, or come back after leaving it. Earlier sign-ups, tickets and
    messages are then mine again."""
    response.headers["Location"] = f"/v1/communities/{community.id}/participants/me"
    return await participants.join(session, community.id, user, body.display_name)


@router.get("/me", response_model=Me)
async def get_my_participation(me: AnyParticipant, session: Session) -> Me:
    """Get my participation in a community, with my household and my verified name."""
    return await participants.show_me(session, me)


@router.put(
    "/me", response_model=ParticipantOut, responses=problems(ParticipantInactive, ConsentRequired)
)
async def update_my_participation(
    me: ActiveParticipant, body: Join, session: Session
) -> Participant:
    """Change my display name, which others in the community see."""
    return await participants.rename(session, me, body.display_name, ActingFor.participant(me))


@router.post(
    "/me/leave", response_model=ParticipantOut, responses=problems(Participant.WRONG_STATE)
)
async def leave_community(me: AnyParticipant, session: Session) -> Participant:
    """Leave a community. My open claims are withdrawn, my places are given up, and my residence
    in the community ends."""
    return await participants.leave(session, me, ActingFor.participant(me))


@mine_router.get("", response_model=ParticipationPage)
async def list_my_participations(
    query: Annotated[PageQuery, Query()], user: CurrentUser, session: Session
) -> Page[Participation]:
    """List my participations, oldest first, those that I have left included."""
    return await participants.list_participations(session, user, query)
