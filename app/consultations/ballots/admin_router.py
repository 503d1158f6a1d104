"""/admin/v1/communities/{community_id}/ballots"""

from typing import Annotated

from fastapi import Query, Response

from app.communities.deps import CurrentStaff
from app.communities.errors import FirstPersonMayNoLonger, SecondPersonNeeded
from app.consultations.ballots import service as ballots
from app.consultations.ballots.schemas import (
    Announcement,
    BallotIn,
    BallotOut,
    BallotPage,
    BallotQuery,
    NewBallot,
)
from app.consultations.ballots.staff_view import show
from app.consultations.deps import BallotToManage, StaffMayManageBallots
from app.consultations.errors import (
    BallotExists,
    LegalEffectNotOffered,
    NotAScope,
    NothingToConfirm,
    NoticeTooShort,
    PlaceOutsideTopic,
    PluralityNeedsChoice,
    RollEmpty,
    RuleTooWeak,
    WindowTooShort,
)
from app.consultations.models import Ballot, Topic
from app.consultations.roll import service as rolls
from app.consultations.roll.schemas import RollCounts
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import UnknownReference
from app.kernel.web.conditional import IfMatch, VersionMissing, VersionStale, etag
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn

router = Router(
    prefix="/ballots",
    tags=["ballots"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)

UNSOUND = (
    *(LegalEffectNotOffered, WindowTooShort, RuleTooWeak, PluralityNeedsChoice),
    *(NotAScope, PlaceOutsideTopic),
)
"""Refusals of a ballot that may not be announced, already while it is a draft."""


@router.post(
    "",
    status_code=201,
    response_model=BallotOut,
    responses=problems(UnknownReference, Topic.WRONG_STATE, BallotExists, *UNSOUND),
)
async def draft_ballot(
    body: NewBallot, staff: StaffMayManageBallots, session: Session, response: Response
) -> BallotOut:
    """Draft the ballot on a topic under discussion. Residents do not see it before it is
    announced."""
    ballot = await ballots.draft(session, body, by=staff)
    base = f"/admin/v1/communities/{staff.community_id}"
    response.headers["Location"] = f"{base}/ballots/{ballot.id}"
    response.headers["ETag"] = etag(ballot)
    return await show(session, ballot, staff)


@router.get("", response_model=BallotPage)
async def list_ballots(
    staff: StaffMayManageBallots, query: Annotated[BallotQuery, Query()], session: Session
) -> Page[BallotOut]:
    """List ballots, newest first."""
    return await ballots.list_for_staff(session, staff, query)


@router.get("/{ballot_id}", response_model=BallotOut)
async def get_ballot(
    ballot: BallotToManage, staff: CurrentStaff, session: Session, response: Response
) -> BallotOut:
    """Get a ballot. Its ETag is the If-Match of the next PUT. Counts stand in its result."""
    response.headers["ETag"] = etag(ballot)
    return await show(session, ballot, staff)


@router.put(
    "/{ballot_id}",
    response_model=BallotOut,
    responses=problems(
        Ballot.WRONG_STATE, VersionMissing, VersionStale, UnknownReference, *UNSOUND
    ),
)
async def revise_ballot(
    ballot: BallotToManage,
    body: BallotIn,
    tag: IfMatch,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> BallotOut:
    """Revise a draft ballot. An announced ballot does not change."""
    await ballots.revise(session, ballot, body, tag, by=staff)
    response.headers["ETag"] = etag(ballot)
    return await show(session, ballot, staff)


@router.post(
    "/{ballot_id}/announce",
    response_model=BallotOut,
    responses=problems(Ballot.WRONG_STATE, Topic.WRONG_STATE, NoticeTooShort, RollEmpty, *UNSOUND),
)
async def announce_ballot(
    ballot: BallotToManage,
    body: Announcement,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> BallotOut:
    """Announce a ballot. The electoral roll is drawn up; questions, options, rule, window and
    roll are frozen and hashed. Everybody on the roll is notified."""
    await ballots.announce(session, ballot, body.note, by=staff)
    response.headers["ETag"] = etag(ballot)
    return await show(session, ballot, staff)


@router.post("/{ballot_id}/annul", response_model=BallotOut, responses=problems(Ballot.WRONG_STATE))
async def request_ballot_annulment(
    ballot: BallotToManage,
    body: ReasonIn,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> BallotOut:
    """Request the annulment of a ballot. Nothing happens until a second person confirms."""
    await ballots.request_annulment(session, ballot, body.reason, by=staff)
    response.headers["ETag"] = etag(ballot)
    return await show(session, ballot, staff)


@router.post(
    "/{ballot_id}/annul/confirm",
    response_model=BallotOut,
    responses=problems(
        Ballot.WRONG_STATE, NothingToConfirm, SecondPersonNeeded, FirstPersonMayNoLonger
    ),
)
async def confirm_ballot_annulment(
    ballot: BallotToManage, staff: CurrentStaff, session: Session, response: Response
) -> BallotOut:
    """Confirm the annulment of a ballot, as the second of two persons. Everybody on the roll is
    notified of the reason that the first has given, and the topic is deliberated again."""
    await ballots.confirm_annulment(session, ballot, by=staff)
    response.headers["ETag"] = etag(ballot)
    return await show(session, ballot, staff)


@router.get("/{ballot_id}/roll", response_model=RollCounts)
async def get_ballot_roll_counts(ballot: BallotToManage, session: Session) -> RollCounts:
    """Get the counts of a ballot's electoral roll. They are the votes that can be cast and the
    people who may cast them; the votes that were cast are shown after the close only."""
    return await rolls.counts_of(session, ballot)
