"""Hot lane: a person's home screen, read by two statements."""

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
from app.volunteering.activities.hot import list_activities
from app.volunteering.activities.schemas import ActivityQuery

NEXT_ACTIVITIES = ActivityQuery.model_validate({"limit": 3})
NO_ACTIVITIES = b'{"items":[],"next_cursor":null}'


async def home(lane: Lane, user_id: UUID, community_id: UUID | None) -> bytes:
    """Returns the bytes of a HomeOut. Raises NotFound for a community that the person has not
    joined."""
    screen = await lane.read(partial(_screen, user_id, community_id))
    activities = NO_ACTIVITIES
    if screen["community"] is not None:
        shown = screen["community"]["id"]
        activities = (await list_activities(lane, shown, NEXT_ACTIVITIES)).body
    # The activities are bytes already: callers who wait for the same page share one.
    return b'%s,"activities":%s}' % (to_json(screen)[:-1], activities)


async def _screen(user_id: UUID, community_id: UUID | None, connection: Connection) -> Shown:
    joined = await connection.fetch(COMMUNITIES, user_id)
    row = next((row for row in joined if community_id in (None, row["id"])), None)
    if row is None and community_id is not None:
        raise NotFound
    shown = {"communities": [_named(one) for one in joined], "community": None}
    if row is None:
        return shown | screen_of({}, None)
    parts: dict[str, list[Row]] = {}
    for part in await connection.fetch(PERSON, *arguments(row["id"], row["participant_id"])):
        parts.setdefault(part["part"], []).append(part)
    return shown | {"community": _named(row)} | screen_of(parts, row["id"])


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
