"""/admin/v1/communities/{community_id}/ballots: recorded votes, for those who certify."""

from app.communities.deps import CurrentStaff
from app.communities.errors import RevealsExhausted
from app.communities.reveals.deps import RevealCounted
from app.consultations.deps import BallotToCertify
from app.consultations.models import Ballot
from app.consultations.voting import service as votes
from app.consultations.voting.schemas import RecordedVote, RecordedVotePage, RevealVotes
from app.identity.deps import RecentlyProven
from app.identity.errors import StepUpRequired
from app.kernel.web.dependencies import Session
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

unstored_router = Router(prefix="/ballots", tags=["votes"], dependencies=[RevealCounted])


@unstored_router.post(
    "/{ballot_id}/votes/reveal",
    response_model=RecordedVotePage,
    responses=problems(Ballot.WRONG_STATE, StepUpRequired, RevealsExhausted),
)
async def reveal_recorded_votes(
    ballot: BallotToCertify,
    _proven: RecentlyProven,
    body: RevealVotes,
    staff: CurrentStaff,
    session: Session,
) -> Page[RecordedVote]:
    """Reveal recorded votes with those who cast them, after the close and for a reason, at most
    twenty at a time. Each vote that is revealed has an audit entry, and its voter is told; the
    answer is not stored for an Idempotency-Key, so that a repeated request is another reveal."""
    return await votes.reveal(session, ballot, body, by=staff)
