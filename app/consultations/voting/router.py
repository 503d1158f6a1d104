"""/v1/communities/{community_id}/topics/{topic_id}/votes"""

from uuid import UUID

from fastapi import Response

from app.communities.acting import ActingFor
from app.communities.deps import AnyParticipant
from app.communities.errors import NotAParticipant
from app.consultations.deps import TopicToRead
from app.consultations.errors import (
    AlreadyVoted,
    CastByAnother,
    NotOnRoll,
    NotVoted,
    UnknownChoice,
    VotedOnPaper,
    VotingClosed,
    VotingNotOpen,
)
from app.consultations.voting import service as votes
from app.consultations.voting.hot import CAST_VOTE
from app.consultations.voting.rules import CastVoteCommand
from app.consultations.voting.schemas import CastVote, MyVote, Receipt
from app.identity.deps import CurrentUser
from app.kernel import clock
from app.kernel.database.idempotency import KeyReused
from app.kernel.lane.hot_route import HotRoute
from app.kernel.lane.lane import HotLane
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import RequiredKey, response_of
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router, SilentRoute


class SilentHotRoute(SilentRoute, HotRoute):
    """Votes are not counted before the close, in figures or in lines of the log either."""


hot_router = Router(prefix="/topics", tags=["votes"], route_class=SilentHotRoute)
router = Router(prefix="/topics", tags=["votes"], route_class=SilentRoute)


@hot_router.post(
    "/{topic_id}/votes",
    status_code=201,
    response_model=Receipt,
    responses=problems(
        *(NotAParticipant, NotOnRoll, VotingNotOpen, VotingClosed, UnknownChoice),
        *(AlreadyVoted, VotedOnPaper, KeyReused),
    ),
)
async def cast_vote(
    community_id: UUID,
    topic_id: UUID,
    body: CastVote,
    user: CurrentUser,
    key: RequiredKey,
    lane: HotLane,
) -> Response:
    """Cast my vote, or that of my household. Each question is answered by one of its options. The
    receipt code is shown this once. The ballot says before in plain words who can see what of my
    vote, and when."""
    command = CastVoteCommand(topic_id, ActingFor.oneself(user), clock.now(), body.choices, key)
    return response_of(await lane.submit(CAST_VOTE.serve_many, community_id, user, command))


@hot_router.put(
    "/{topic_id}/votes/mine",
    response_model=Receipt,
    responses=problems(
        *(NotAParticipant, NotOnRoll, VotingNotOpen, VotingClosed, UnknownChoice),
        *(NotVoted, VotedOnPaper, CastByAnother),
    ),
)
async def change_vote(
    community_id: UUID, topic_id: UUID, body: CastVote, user: CurrentUser, lane: HotLane
) -> Response:
    """Change the vote that I have cast, while the ballot is open. The new receipt code replaces the
    earlier one."""
    acting = ActingFor.oneself(user)
    command = CastVoteCommand(topic_id, acting, clock.now(), body.choices, is_change=True)
    return response_of(await lane.submit(CAST_VOTE.serve_many, community_id, user, command))


@router.get("/{topic_id}/votes/mine", response_model=MyVote | None)
async def get_my_vote(topic: TopicToRead, me: AnyParticipant, session: Session) -> MyVote | None:
    """Get my vote: null while there is none, or how far my household has voted. How a household has
    voted is shown to the one who cast its vote alone."""
    return await votes.find_mine(session, topic, me)
