"""/admin/v1/communities/{community_id}/ballots: results, certified and published."""

from fastapi import Response

from app.communities.deps import CurrentStaff
from app.communities.errors import FirstPersonMayNoLonger, SecondPersonNeeded
from app.consultations.ballots.schemas import Announcement, BallotOut
from app.consultations.ballots.staff_view import show
from app.consultations.deps import BallotToCertify, BallotToManage
from app.consultations.errors import (
    BallotAltered,
    LegalEffectNotOffered,
    NothingToConfirm,
)
from app.consultations.models import Ballot, Topic
from app.consultations.results import service as results
from app.consultations.results.schemas import ResultOut
from app.identity.deps import IdempotentForAdmin
from app.kernel.web.conditional import etag
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
async def get_ballot_result(
    ballot: BallotToManage, staff: CurrentStaff, session: Session
) -> ResultOut:
    """Get the counts and the outcome of a ballot, after its close."""
    return await results.show_to_staff(session, ballot, by=staff)


@router.post(
    "/{ballot_id}/certify",
    response_model=BallotOut,
    responses=problems(Ballot.WRONG_STATE, BallotAltered, LegalEffectNotOffered),
)
async def request_ballot_certification(
    ballot: BallotToCertify, staff: CurrentStaff, session: Session, response: Response
) -> BallotOut:
    """Request the certification of a result. Nothing happens until a second person confirms."""
    await results.request_certification(session, ballot, by=staff)
    response.headers["ETag"] = etag(ballot)
    return await show(session, ballot, staff)


@router.post(
    "/{ballot_id}/certify/confirm",
    response_model=BallotOut,
    responses=problems(
        Ballot.WRONG_STATE,
        NothingToConfirm,
        SecondPersonNeeded,
        FirstPersonMayNoLonger,
        BallotAltered,
        LegalEffectNotOffered,
    ),
)
async def confirm_ballot_certification(
    ballot: BallotToCertify, staff: CurrentStaff, session: Session, response: Response
) -> BallotOut:
    """Confirm the certification of a result, as the second of two persons. The ballot is checked
    against the hash of what was announced."""
    await results.confirm_certification(session, ballot, by=staff)
    response.headers["ETag"] = etag(ballot)
    return await show(session, ballot, staff)


@router.post(
    "/{ballot_id}/publish",
    response_model=BallotOut,
    responses=problems(Ballot.WRONG_STATE, Topic.WRONG_STATE, LegalEffectNotOffered),
)
async def publish_ballot_result(
    ballot: BallotToCertify,
    body: Announcement,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> BallotOut:
    """Publish a certified result. The topic is decided by it, and everybody on the roll is
    notified."""
    await results.publish(session, ballot, body.note, by=staff)
    response.headers["ETag"] = etag(ballot)
    return await show(session, ballot, staff)
