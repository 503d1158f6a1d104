"""/admin/v1/communities/{community_id}/ballots: counting, certifying, publishing."""

from app.communities.deps import CurrentStaff
from app.consultations.ballots.schemas import Announcement, BallotOut
from app.consultations.deps import BallotToCertify, BallotToManage
from app.consultations.errors import (
    BallotAltered,
    NothingToConfirm,
    SecondPersonNeeded,
)
from app.consultations.models import Ballot, Topic
from app.consultations.results import service as results
from app.consultations.results.schemas import ResultOut
from app.identity.deps import IdempotentForAdmin
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    prefix="/ballots",
    tags=["results"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.get("/{ballot_id}/result", response_model=ResultOut, responses=problems(Ballot.WRONG_STATE))
async def get_ballot_result(ballot: BallotToManage) -> ResultOut:
    """What was counted and what follows from it by the rule; after the close, and not before."""
    return results.show(ballot)


@router.post(
    "/{ballot_id}/certify",
    response_model=BallotOut,
    responses=problems(Ballot.WRONG_STATE, BallotAltered),
)
async def request_ballot_certification(
    ballot: BallotToCertify, staff: CurrentStaff, session: Session
) -> Ballot:
    """Ask to certify what was counted; nothing happens until a second person confirms."""
    return await results.request_certification(session, ballot, by=staff)


@router.post(
    "/{ballot_id}/certify/confirm",
    response_model=BallotOut,
    responses=problems(Ballot.WRONG_STATE, NothingToConfirm, SecondPersonNeeded, BallotAltered),
)
async def confirm_ballot_certification(
    ballot: BallotToCertify, staff: CurrentStaff, session: Session
) -> Ballot:
    """Certify it, as the second of two persons; what was announced is checked by its hash."""
    return await results.certify(session, ballot, by=staff)


@router.post(
    "/{ballot_id}/publish",
    response_model=BallotOut,
    responses=problems(Ballot.WRONG_STATE, Topic.WRONG_STATE),
)
async def publish_ballot_result(
    ballot: BallotToCertify, announcement: Announcement, staff: CurrentStaff, session: Session
) -> Ballot:
    """Publish the result; the topic is decided by it, and everybody on the roll is told."""
    return await results.publish(session, ballot, announcement.note, by=staff)
