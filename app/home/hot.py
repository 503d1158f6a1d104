"""Hot lane: a person's home screen, read on one connection."""

from functools import partial
from typing import Any
from uuid import UUID

from pydantic_core import to_json

from app.double_reporting.models import MemberRegistration
from app.feedback.models import Ticket
from app.home.screen import Shown, screen_of
from app.home.statements import COMMUNITIES, PERSON
from app.kernel import clock
from app.kernel.errors import NotFound
from app.kernel.lane.connection import Connection, Row
from app.kernel.lane.lane import Lane
from app.notifications.inbox import recipient_indexes
from app.volunteering.activities.hot import read_page
from app.volunteering.activities.schemas import ActivityQuery

NEXT_ACTIVITIES = ActivityQuery.model_validate({"limit": 3})
NO_ACTIVITIES = b'{"items":[],"next_cursor":null}'


async def home(lane: Lane, user_id: UUID, community_id: UUID | None) -> bytes:
    """Returns the bytes of a HomeOut. Raises NotFound for a community that the person has not
    joined."""
    return await lane.read(partial(_screen, user_id, community_id))


async def _screen(user_id: UUID, community_id: UUID | None, connection: Connection) -> bytes:
    joined = await connection.fetch(COMMUNITIES, user_id)
    row = next((row for row in joined if community_id in (None, row["id"])), None)
    if row is None and community_id is not None:
        raise NotFound
    screen: Shown = {"communities": [_named(one) for one in joined]}
    if row is None:
        return _written(screen | {"community": None} | screen_of({}, None), NO_ACTIVITIES)
    parts: dict[str, list[Row]] = {}
    for part in await connection.fetch(PERSON, *arguments(row["id"], row["participant_id"])):
        parts.setdefault(part["part"], []).append(part)
    screen |= {"community": _named(row)} | screen_of(parts, row["id"])
    return _written(screen, (await read_page(row["id"], NEXT_ACTIVITIES, connection)).body)


def _written(screen: Shown, activities: bytes) -> bytes:
    """Appends the page of activities, which is written already."""
    return b'%s,"activities":%s}' % (to_json(screen)[:-1], activities)


def arguments(community_id: UUID, participant_id: UUID) -> tuple[Any, ...]:
    """Returns the arguments of the statement `PERSON`."""
    tickets = Ticket.participant_id.indexes_for(Ticket, community_id, participant_id)
    person = str(participant_id)
    registrations = MemberRegistration.person.indexes_for(MemberRegistration, community_id, person)
    return (
        *(community_id, participant_id, clock.now()),
        *recipient_indexes(community_id, participant_id),
        *(tickets["person_index"], tickets["person_index_even"]),
        *(registrations["person_index"], registrations["person_index_even"]),
    )


def _named(row: Row) -> Shown:
    return {"id": row["id"], "name": row["name"]}
