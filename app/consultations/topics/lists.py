"""Topics as they are read in lists, and their histories; `card` shows one as a whole."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.communities.places.names import place_paths
from app.consultations.models import Ballot, Topic, TopicSecond, TopicStatus
from app.consultations.topics.queries import (
    ballots_of,
    history_of,
    queue,
    readable,
    unconfirmed_seconds,
)
from app.consultations.topics.schemas import (
    BallotInList,
    NoteOut,
    StaffTopicInList,
    StaffTopicQuery,
    TopicInList,
    TopicOut,
    TopicQuery,
    UnconfirmedSecond,
)
from app.identity.administrators.queries import names_of
from app.kernel import clock
from app.kernel.web.pages import Page, PageQuery, newest_first, oldest_first, paginate_rows

BALLOTED = frozenset({TopicStatus.BALLOTING, TopicStatus.DECIDED})
"""The states in which a topic has a ballot that residents see, or may have."""
COLUMNS = TopicOut.model_fields.keys() - {"place_path"}
LISTED = COLUMNS & TopicInList.model_fields.keys()


async def list_readable(
    session: AsyncSession, community_id: UUID, reader: Participant | None, query: TopicQuery
) -> Page[TopicInList]:
    """Lists public topics and the reader's own, newest first."""
    reader_id = None if reader is None else reader.id
    statement = readable(community_id, reader_id, query)
    page = await paginate_rows(session, statement, query, newest_first(Topic.id))
    beside = await _beside(session, community_id, [topic for topic, _ in page.items])
    return page.with_items(
        [TopicInList(**_listed(topic, person, reader_id, beside)) for topic, person in page.items]
    )


async def list_for_staff(
    session: AsyncSession, staff: Staff, query: StaffTopicQuery
) -> Page[StaffTopicInList]:
    """Lists all topics, oldest first; staff of a part of the community see those that concern
    it."""
    now = clock.now()
    statement = queue(staff.community_id, query, now, staff.places("topic:read"))
    page = await paginate_rows(session, statement, query, oldest_first(Topic.id), counts=True)
    beside = await _beside(session, staff.community_id, [topic for topic, _ in page.items])
    items = [
        StaffTopicInList(
            **_listed(topic, person, None, beside),
            participant_id=topic.participant_id,
            channel=topic.channel,
            answer_due_at=topic.answer_due_at,
            is_overdue=topic.is_overdue_at(now),
        )
        for topic, person in page.items
    ]
    return page.with_items(items)


async def show(session: AsyncSession, topic: Topic) -> TopicOut:
    """Returns a topic with the path of its place."""
    columns = {field: getattr(topic, field) for field in COLUMNS}
    places = [] if topic.place_id is None else [topic.place_id]
    paths = await place_paths(session, topic.community_id, places)
    return TopicOut(**columns, place_path=next(iter(paths.values()), None))


async def list_unconfirmed_seconds(
    session: AsyncSession, topic: Topic, query: PageQuery
) -> Page[UnconfirmedSecond]:
    """Lists what the desk has entered and nobody has confirmed, oldest first."""
    statement = unconfirmed_seconds(topic)
    page = await paginate_rows(session, statement, query, oldest_first(TopicSecond.id), counts=True)
    names = await names_of(session, {second.entered_by for second, _ in page.items})
    items = [
        UnconfirmedSecond(
            id=second.id,
            participant_id=second.participant_id,
            display_name=person.display_name,
            channel=second.channel,
            at=second.at,
            entered_by=second.entered_by,
            entered_by_name=names.get(second.entered_by),
        )
        for second, person in page.items
    ]
    return page.with_items(items)


async def history(session: AsyncSession, topic: Topic) -> list[NoteOut]:
    return [NoteOut.model_validate(note) for note in await session.scalars(history_of(topic))]


async def name_of_author(session: AsyncSession, topic: Topic) -> str | None:
    if topic.participant_id is None:
        return None
    participant = await session.get(Participant, (topic.community_id, topic.participant_id))
    return None if participant is None else participant.display_name


class Beside(NamedTuple):
    """Rows beside the topics of a page: the paths of their places, and their ballots."""

    paths: Mapping[UUID, str]
    ballots: Mapping[UUID, Ballot]


async def _beside(session: AsyncSession, community_id: UUID, topics: Sequence[Topic]) -> Beside:
    """Reads it with a statement for each kind, whatever the length of the page."""
    places = {topic.place_id for topic in topics if topic.place_id is not None}
    balloted = [topic.id for topic in topics if topic.status in BALLOTED]
    found = await session.scalars(ballots_of(community_id, balloted)) if balloted else ()
    paths = await place_paths(session, community_id, places)
    return Beside(paths, {ballot.topic_id: ballot for ballot in found})


def _listed(
    topic: Topic, person: Participant | None, reader: UUID | None, beside: Beside
) -> dict[str, Any]:
    row = {field: getattr(topic, field) for field in LISTED}
    ballot = beside.ballots.get(topic.id)
    return row | {
        "raised_by": person and person.display_name,
        "is_mine": reader is not None and topic.participant_id == reader,
        "place_path": beside.paths.get(topic.place_id) if topic.place_id else None,
        "ballot": ballot and BallotInList.model_validate(ballot),
    }
