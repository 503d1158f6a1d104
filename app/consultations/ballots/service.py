"""What happens to ballots until they are counted. The topic is locked first, then the ballot."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.consultations.ballots.manifest import hash_of, is_as_announced, manifest_of
from app.consultations.ballots.queries import current_of, for_staff, standing_of
from app.consultations.ballots.schemas import (
    BallotIn,
    BallotQuery,
    BallotShown,
    MyBallot,
    NewBallot,
)
from app.consultations.errors import BallotAltered, BallotExists
from app.consultations.events import BallotAnnounced, BallotAnnulled, BallotOpened
from app.consultations.models import (
    Ballot,
    BallotStatus,
    RollStatus,
    Topic,
    TwoPersonAct,
)
from app.consultations.roll.service import draw_up
from app.consultations.topics import service as topics
from app.kernel import clock
from app.kernel.database.engine import get_row, lock, savepoint
from app.kernel.errors import NotFound, UnknownReference
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.web.conditional import require_version
from app.kernel.web.pages import Page, newest_first, paginate

# ---------------------------------------------------------------- by staff


async def draft(session: AsyncSession, wanted: NewBallot, *, by: Staff) -> Ballot:
    """One at a time for a topic; the newest that is not annulled counts."""
    key = {"community_id": by.community_id, "id": wanted.topic_id}
    topic = await session.get(Topic, key)
    if topic is None:
        raise UnknownReference
    topic.require_discussed()
    ballot = Ballot(
        community_id=by.community_id,
        topic_id=wanted.topic_id,
        **_written(wanted),
        status=BallotStatus.DRAFT,
        version=1,
    )
    async with savepoint(session, uq_ballots_live=BallotExists):
        session.add(ballot)
    record(session, by, "ballot.drafted", ballot)
    return ballot


async def revise(
    session: AsyncSession, ballot: Ballot, wanted: BallotIn, tag: str, *, by: Staff
) -> Ballot:
    """Drafts only: what is announced does not change."""
    await lock(session, ballot)
    require_version(ballot, tag)
    ballot.require_draft()
    for name, value in _written(wanted).items():
        setattr(ballot, name, value)
    ballot.version += 1
    record(session, by, "ballot.revised", ballot)
    return ballot


async def announce(session: AsyncSession, ballot: Ballot, note: str, *, by: Staff) -> Ballot:
    """The roll is drawn up, and all of it is frozen and hashed. People hear of it."""
    topic = await get_row(session, Topic, ballot.community_id, ballot.topic_id)
    await lock(session, topic, ballot)
    now = clock.now()
    ballot.require_draft()
    ballot.require_notice(now)
    await topics.to_ballot(session, topic, note, by=by)
    await draw_up(session, ballot)
    manifest = manifest_of(ballot)
    ballot.announce(now, manifest.decode(), hash_of(manifest))
    emit(session, ballot.community_id, BallotAnnounced(ballot_id=ballot.id))
    record(session, by, "ballot.announced", ballot, manifest_sha256=ballot.manifest_sha256)
    return ballot


async def request_annulment(
    session: AsyncSession, ballot: Ballot, reason: str, *, by: Staff
) -> Ballot:
    """Request what a second person confirms."""
    await lock(session, ballot)
    ballot.request(TwoPersonAct.ANNUL, by.id, reason)
    record(session, by, "ballot.annulment_asked", ballot, reason=reason)
    return ballot


async def annul(session: AsyncSession, ballot: Ballot, *, by: Staff) -> Ballot:
    """The second of two persons; the topic is deliberated again, and everybody is told why."""
    topic = await get_row(session, Topic, ballot.community_id, ballot.topic_id)
    await lock(session, topic, ballot)
    ballot.annul(clock.now(), by.id)
    await topics.back_to_deliberation(session, topic, ballot.annul_reason or "", by=by)
    emit(session, ballot.community_id, BallotAnnulled(ballot_id=ballot.id))
    record(session, by, "ballot.annulled", ballot)
    return ballot


def _written(wanted: BallotIn) -> dict[str, Any]:
    plain = wanted.model_dump(exclude={"questions", "rule", "topic_id"})
    questions = [question.frozen() for question in wanted.questions]
    return plain | {"questions": questions, "rule": wanted.rule.model_dump(mode="json")}


# ---------------------------------------------------------------- by time


async def open_ballot(session: AsyncSession, ballot: Ballot, now: datetime) -> None:
    """When it is due; votes in time count whether it has been or not."""
    await lock(session, ballot)
    if ballot.status is BallotStatus.ANNOUNCED and ballot.opens_at <= now:
        ballot.open(now)
        emit(session, ballot.community_id, BallotOpened(ballot_id=ballot.id))


# ---------------------------------------------------------------- read


async def get_current(session: AsyncSession, topic: Topic) -> Ballot:
    ballot = await session.scalar(current_of(topic.community_id, topic.id))
    if ballot is None:
        raise NotFound
    return ballot


async def show_mine(session: AsyncSession, topic: Topic, me: Participant | None) -> MyBallot:
    """How many have voted is told after the close only, to nobody before."""
    ballot = await get_current(session, topic)
    standing = None if me is None else await session.scalar(standing_of(ballot, me))
    return MyBallot(
        **BallotShown.model_validate(ballot).model_dump(),
        manifest=ballot.manifest or "",
        is_on_roll=standing is not None,
        has_voted=standing is RollStatus.VOTED,
        turnout=None if ballot.tally is None else ballot.tally["present"],
    )


async def list_for_staff(
    session: AsyncSession, community_id: UUID, query: BallotQuery
) -> Page[Ballot]:
    return await paginate(session, for_staff(community_id, query), query, newest_first(Ballot.id))


def require_as_announced(ballot: Ballot) -> None:
    """Before anybody says what it has decided."""
    if not is_as_announced(ballot):
        raise BallotAltered
