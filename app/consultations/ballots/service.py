"""Operations on ballots until they are counted. The topic is locked first, then the ballot."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.communities.two_persons import require_second_person
from app.consultations.ballots.manifest import hash_of, is_as_announced, manifest_of
from app.consultations.ballots.queries import current_of, for_staff, voter_status_of
from app.consultations.ballots.schemas import (
    BallotIn,
    BallotQuery,
    BallotShown,
    MyBallot,
    NewBallot,
    PlainWords,
)
from app.consultations.ballots.wording import who_sees_votes
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


async def draft(session: AsyncSession, values: NewBallot, *, by: Staff) -> Ballot:
    """Draft a ballot. A topic has at most one that is not annulled: BallotExists for a second."""
    key = {"community_id": by.community_id, "id": values.topic_id}
    topic = await session.get(Topic, key)
    if topic is None:
        raise UnknownReference
    topic.require_discussed()
    ballot = Ballot(
        community_id=by.community_id,
        topic_id=values.topic_id,
        **_columns(values),
        status=BallotStatus.DRAFT,
        version=1,
    )
    async with savepoint(session, uq_ballots_live=BallotExists):
        session.add(ballot)
    record(session, by, "ballot.drafted", ballot)
    return ballot


async def revise(
    session: AsyncSession, ballot: Ballot, values: BallotIn, tag: str, *, by: Staff
) -> Ballot:
    """Replace a draft as a whole. `tag` is the caller's If-Match."""
    await lock(session, ballot)
    require_version(ballot, tag)
    ballot.require_draft()
    for name, value in _columns(values).items():
        setattr(ballot, name, value)
    ballot.version += 1
    record(session, by, "ballot.revised", ballot)
    return ballot


async def announce(session: AsyncSession, ballot: Ballot, note: str, *, by: Staff) -> Ballot:
    """Draw up the roll, then freeze and hash the ballot. Everybody on the roll is notified."""
    topic = await get_row(session, Topic, ballot.community_id, ballot.topic_id)
    await lock(session, topic, ballot)
    now = clock.now()
    ballot.require_draft()
    ballot.require_notice(now)
    await topics.begin_ballot(session, topic, note, by=by)
    await draw_up(session, ballot)
    manifest = manifest_of(ballot)
    ballot.announce(now, manifest.decode(), hash_of(manifest))
    emit(session, ballot.community_id, BallotAnnounced(ballot_id=ballot.id))
    record(session, by, "ballot.announced", ballot, manifest_sha256=ballot.manifest_sha256)
    return ballot


async def request_annulment(
    session: AsyncSession, ballot: Ballot, reason: str, *, by: Staff
) -> Ballot:
    """Request the annulment as the first of two persons."""
    await lock(session, ballot)
    ballot.request(TwoPersonAct.ANNUL, by.id, reason)
    record(session, by, "ballot.annulment_asked", ballot, reason=reason)
    return ballot


async def confirm_annulment(session: AsyncSession, ballot: Ballot, *, by: Staff) -> Ballot:
    """Annul a ballot as the second of two persons. The topic is deliberated again, and everybody
    on the roll is notified of the reason."""
    topic = await get_row(session, Topic, ballot.community_id, ballot.topic_id)
    await lock(session, topic, ballot)
    first = ballot.first_person(TwoPersonAct.ANNUL)
    await require_second_person(session, first, by, "ballot:manage")
    ballot.annul(clock.now(), by.id)
    await topics.deliberate_again(session, topic, ballot.annul_reason or "", by=by)
    emit(session, ballot.community_id, BallotAnnulled(ballot_id=ballot.id))
    record(session, by, "ballot.annulled", ballot)
    return ballot


def _columns(values: BallotIn) -> dict[str, Any]:
    plain = values.model_dump(exclude={"questions", "rule", "topic_id"})
    questions = [question.frozen() for question in values.questions]
    return plain | {"questions": questions, "rule": values.rule.model_dump(mode="json")}


# ---------------------------------------------------------------- by sweeps


async def open_ballot(session: AsyncSession, ballot: Ballot, now: datetime) -> None:
    """Open a ballot that is due. Votes are judged by its window, so they do not wait for this."""
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
    """Returns the ballot with what concerns the reader; None reads as somebody not on the roll."""
    ballot = await get_current(session, topic)
    status = None if me is None else await session.scalar(voter_status_of(ballot, me))
    return MyBallot(
        **BallotShown.model_validate(ballot).model_dump(),
        manifest=ballot.manifest or "",
        who_sees_votes=PlainWords.model_validate(who_sees_votes(ballot.electorate)),
        is_on_roll=status is not None,
        has_voted=status is RollStatus.VOTED,
    )


async def list_for_staff(
    session: AsyncSession, community_id: UUID, query: BallotQuery
) -> Page[Ballot]:
    return await paginate(session, for_staff(community_id, query), query, newest_first(Ballot.id))


def require_as_announced(ballot: Ballot) -> None:
    """Raises BallotAltered where the row differs from what was announced."""
    if not is_as_announced(ballot):
        raise BallotAltered
