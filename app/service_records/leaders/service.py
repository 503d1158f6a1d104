"""Leaders of activities and posts. The feature of these locks its row, and pushes its title
down."""

from datetime import datetime
from typing import TypedDict
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.errors import ParticipantInactive
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.kernel import clock
from app.kernel.database.engine import insert_once
from app.kernel.errors import NotFound, UnknownReference
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.privacy.sealed import masked
from app.kernel.web.pages import Page, PageQuery, earliest_first, paginate
from app.service_records.errors import AlreadyLeader, LeaderNotAdult, TooManyLeaders
from app.service_records.events import LeaderNamed, LeaderRemoved
from app.service_records.leaders.queries import counts_at, leaders_of, occasions_led_by
from app.service_records.leaders.schemas import LeaderOut, Leaders, LedOccasion
from app.service_records.models import Leader, Occasion
from app.service_records.sources import Source

MAX_LEADERS = 20
"""Leaders of one activity or post: each of them sees who comes."""
REFUSALS = (
    *(UnknownReference, ParticipantInactive),
    *(LeaderNotAdult, AlreadyLeader, TooManyLeaders),
)
"""Errors of naming a leader, whatever is led."""


async def name_leader(
    session: AsyncSession, source: Source, participant_id: UUID, *, is_shown: bool, by: Staff
) -> LeaderOut:
    """Names an active adult participant as leader, who gets a message. The source is locked.
    `is_shown` is False for a draft, which the leader cannot open yet."""
    person = await session.get(Participant, {"community_id": by.community_id, "id": participant_id})
    if person is None:
        raise UnknownReference
    _require_fit(person)
    known = (await session.execute(leaders_of(by.community_id, source.id))).all()
    if len(known) >= MAX_LEADERS:
        raise TooManyLeaders(most=MAX_LEADERS)
    leader = Leader(
        community_id=by.community_id,
        kind=source.kind,
        source_id=source.id,
        participant_id=person.id,
        named_by=by.id,
        named_at=clock.now(),
    )
    if not await insert_once(session, leader):
        raise AlreadyLeader
    emit(session, by.community_id, LeaderNamed(**_facts(source, person.id, is_shown)))
    record(session, by, "leader.named", leader, person.id)
    return _shown(leader, person)


class _Facts(TypedDict):
    """Fields of the events of a leader."""

    participant_id: UUID
    source_kind: str
    source_id: UUID
    title: str
    is_shown: bool


def _facts(source: Source, participant_id: UUID, is_shown: bool) -> _Facts:
    return {
        "participant_id": participant_id,
        "source_kind": source.kind,
        "source_id": source.id,
        "title": source.title,
        "is_shown": is_shown,
    }


def _require_fit(person: Participant) -> None:
    """Raises ParticipantInactive, and LeaderNotAdult for whom nobody knows to be an adult."""
    if not person.is_active:
        raise ParticipantInactive
    if not person.is_adult:
        raise LeaderNotAdult


async def remove_leader(
    session: AsyncSession, source: Source, participant_id: UUID, *, is_shown: bool, by: Staff
) -> None:
    """Takes a leader from an activity or a post; the person gets a message. Raises NotFound for
    one who does not lead it."""
    query = select(Leader).where(
        Leader.community_id == by.community_id,
        Leader.source_id == source.id,
        Leader.participant_id == participant_id,
    )
    leader = await session.scalar(query.with_for_update())
    if leader is None:
        raise NotFound
    await session.delete(leader)
    emit(session, by.community_id, LeaderRemoved(**_facts(source, participant_id, is_shown)))
    record(session, by, "leader.removed", leader, participant_id)


async def end_leadership(session: AsyncSession, person: Participant) -> None:
    """Takes all activities and posts from a leader who has left or is blocked."""
    query = select(Leader).where(
        Leader.community_id == person.community_id, Leader.participant_id == person.id
    )
    for leader in await session.scalars(query.order_by(Leader.id).with_for_update()):
        await session.delete(leader)


async def list_leaders(session: AsyncSession, community_id: UUID, source_id: UUID) -> Leaders:
    rows = await session.execute(leaders_of(community_id, source_id))
    return Leaders(items=[_shown(leader, person) for leader, person in rows])


def _shown(leader: Leader, person: Participant) -> LeaderOut:
    return LeaderOut(
        participant_id=person.id,
        display_name=person.display_name,
        real_name=masked(person, Participant.real_name),
        named_at=leader.named_at,
    )


async def list_led(session: AsyncSession, me: Participant, query: PageQuery) -> Page[LedOccasion]:
    """Lists the occasions that a participant leads: those of today and to come, and those that are
    over since a day at most."""
    now = clock.now()
    order = earliest_first(Occasion.starts_at, Occasion.id)
    page = await paginate(session, occasions_led_by(me, now), query, order)
    ids = [occasion.id for occasion in page.items]
    rows = await session.execute(counts_at(me.community_id, ids))
    counts = {id_: (expected, present) for id_, expected, present in rows}
    return page.with_items(
        [show_led(occasion, *counts.get(occasion.id, (0, 0)), now) for occasion in page.items]
    )


def show_led(occasion: Occasion, expected: int, present: int, now: datetime) -> LedOccasion:
    is_open = occasion.has_open_roster(now)
    actions = ["roster"] if is_open else []
    if is_open and occasion.is_open:
        actions.append("check_in")
    return LedOccasion(
        id=occasion.id,
        kind=occasion.kind,
        source_id=occasion.source_id,
        title=occasion.title,
        starts_at=occasion.starts_at,
        ends_at=occasion.ends_at,
        status=occasion.status,
        expected=expected,
        present=present,
        roster_opens_at=occasion.roster_opens_at,
        roster_closes_at=occasion.roster_closes_at,
        actions=actions,
    )
