"""Operations on ballots until they are counted. The topic is locked first, then the ballot."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.communities.places.names import place_paths
from app.communities.two_persons import require_second_person
from app.consultations.ballots.manifest import hash_of, is_as_announced, manifest_of
from app.consultations.ballots.queries import current_of, for_staff, live_of, voter_status_of
from app.consultations.ballots.rules import require_sound
from app.consultations.ballots.schemas import (
    BallotIn,
    BallotOut,
    BallotQuery,
    BallotShown,
    MyBallot,
    NewBallot,
    PlainWords,
)
from app.consultations.ballots.staff_view import show, show_all
from app.consultations.ballots.wording import EffectWords, who_sees_votes
from app.consultations.errors import BallotAltered, BallotExists
from app.consultations.events import (
    BallotActRequested,
    BallotAnnounced,
    BallotAnnulled,
    BallotOpened,
)
from app.consultations.models import (
    Ballot,
    BallotStatus,
    RollStatus,
    Topic,
    TwoPersonAct,
)
from app.consultations.roll.eligibility import eligibility_of
from app.consultations.roll.service import draw_up
from app.consultations.scope import resolve_scope
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
    columns = await _columns(session, topic, values)
    ballot = Ballot(
        community_id=by.community_id,
        topic_id=values.topic_id,
        **columns,
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
    topic = await get_row(session, Topic, ballot.community_id, ballot.topic_id)
    for name, value in (await _columns(session, topic, values)).items():
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
    require_sound(ballot, ballot.questions, ballot.rule)
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
    ballot.request(TwoPersonAct.ANNUL, by.id, reason, clock.now())
    emit(session, ballot.community_id, BallotActRequested(ballot_id=ballot.id))
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


async def _columns(session: AsyncSession, topic: Topic, values: BallotIn) -> dict[str, Any]:
    """Returns the columns of a draft that may be announced so. Where it names no place it is held
    where its topic lies."""
    place_id = await resolve_scope(
        session,
        topic.community_id,
        values.place_id or topic.place_id,
        inside=topic.place_id,
    )
    plain = values.model_dump(exclude={"questions", "rule", "topic_id", "place_id"})
    questions = [question.frozen() for question in values.questions]
    rule = values.rule.model_dump(mode="json")
    require_sound(values, questions, rule)
    return plain | {"questions": questions, "rule": rule, "place_id": place_id}


# ---------------------------------------------------------------- by sweeps


async def open_ballot(session: AsyncSession, ballot: Ballot, now: datetime) -> None:
    """Open a ballot that is due. Votes are judged by its window, so they do not wait for this."""
    await lock(session, ballot)
    if ballot.status is BallotStatus.ANNOUNCED and ballot.opens_at <= now:
        ballot.open(now)
        emit(session, ballot.community_id, BallotOpened(ballot_id=ballot.id))


# ---------------------------------------------------------------- read


async def find_current(session: AsyncSession, topic: Topic) -> Ballot | None:
    """Returns the ballot of a topic that residents see, or None while there is none."""
    ballot: Ballot | None = await session.scalar(current_of(topic.community_id, topic.id))
    return ballot


async def get_current(session: AsyncSession, topic: Topic) -> Ballot:
    ballot = await find_current(session, topic)
    if ballot is None:
        raise NotFound
    return ballot


async def show_mine(session: AsyncSession, topic: Topic, me: Participant | None) -> MyBallot | None:
    """Returns the ballot with what concerns the reader, or None while there is none. A reader of
    None reads as somebody who has not joined."""
    ballot = await find_current(session, topic)
    if ballot is None:
        return None
    found = None if me is None else (await session.execute(voter_status_of(ballot, me))).first()
    status, cast_by = found or (None, None)
    places = [] if ballot.place_id is None else [ballot.place_id]
    paths = await place_paths(session, ballot.community_id, places)
    return MyBallot(
        **BallotShown.model_validate(ballot).model_dump(),
        manifest=ballot.manifest or "",
        place_path=next(iter(paths.values()), None),
        who_sees_votes=PlainWords.model_validate(who_sees_votes(ballot.electorate)),
        effect_in_words=PlainWords.model_validate(EffectWords(ballot.legal_effect).words),
        my_eligibility=await eligibility_of(session, ballot, me, status, cast_by),
        is_on_roll=status is not None,
        has_voted=status is RollStatus.VOTED,
    )


async def list_for_staff(
    session: AsyncSession, staff: Staff, query: BallotQuery
) -> Page[BallotOut]:
    statement = for_staff(staff.community_id, query)
    page = await paginate(session, statement, query, newest_first(Ballot.id), counts=True)
    return page.with_items(await show_all(session, page.items, staff))


async def find_for_staff(session: AsyncSession, topic: Topic, staff: Staff) -> BallotOut | None:
    """Returns the ballot of a topic, also a draft where the caller manages ballots; None while
    there is none."""
    ballot = await session.scalar(live_of(topic.community_id, topic.id))
    if ballot is None or (ballot.status is BallotStatus.DRAFT and not staff.may("ballot:manage")):
        return None
    return await show(session, ballot, staff)


def require_as_announced(ballot: Ballot) -> None:
    """Raises BallotAltered where the row differs from what was announced."""
    if not is_as_announced(ballot):
        raise BallotAltered
