"""Tickets as answers: with the names beside the ids, and what the reader may do."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Department, Participant
from app.communities.permissions import Staff
from app.communities.places.names import place_paths
from app.feedback.models import ServiceCategory, Ticket, TicketRating
from app.feedback.tickets.actions import actions_of_author, actions_of_staff
from app.feedback.tickets.schemas import TicketOut
from app.kernel import clock

NAMES = frozenset({"category_name", "department_name", "place_path", "actions"})
COLUMNS = tuple(name for name in TicketOut.model_fields if name not in NAMES)


@dataclass(frozen=True, slots=True)
class Names:
    """Names of what some tickets refer to, by their ids."""

    categories: Mapping[UUID, str]
    departments: Mapping[UUID, str]
    places: Mapping[UUID, str]


async def load_names(
    session: AsyncSession, community_id: UUID, tickets: Collection[Ticket]
) -> Names:
    """Returns the names for the tickets of a community, by a statement for each kind."""
    places = [ticket.place_id for ticket in tickets if ticket.place_id is not None]
    return Names(
        await _names(session, ServiceCategory, community_id, {t.category_id for t in tickets}),
        await _names(
            session,
            Department,
            community_id,
            {t.department_id for t in tickets if t.department_id is not None},
        ),
        await place_paths(session, community_id, places) if places else {},
    )


async def _names(
    session: AsyncSession,
    model: type[ServiceCategory] | type[Department],
    community_id: UUID,
    ids: Collection[UUID],
) -> Mapping[UUID, str]:
    if not ids:
        return {}
    statement = select(model.id, model.name).where(
        model.community_id == community_id, model.id.in_(ids)
    )
    return {id_: name for id_, name in await session.execute(statement)}


def shape(ticket: Ticket, names: Names, actions: list[str]) -> TicketOut:
    """Shapes a ticket for its author, or for staff who may know its place."""
    place, department = ticket.place_id, ticket.department_id
    return TicketOut(
        **{name: getattr(ticket, name) for name in COLUMNS},
        category_name=names.categories.get(ticket.category_id, ""),
        department_name=None if department is None else names.departments.get(department),
        place_path=None if place is None else names.places.get(place),
        actions=actions,
    )


def shape_for_others(ticket: Ticket, names: Names, actions: list[str]) -> TicketOut:
    """Shapes a ticket for those who may not know its author: its point is rounded to about 100
    m."""
    shaped = shape(ticket, names, actions)
    place = ticket.place.for_others()._asdict()
    return shaped.model_copy(update=place)


async def load_rated(
    session: AsyncSession, community_id: UUID, tickets: Iterable[Ticket]
) -> Mapping[UUID, set[int]]:
    """Returns the solutions that have a rating, by the ids of their tickets."""
    ids = [ticket.id for ticket in tickets if ticket.is_over]
    rated: dict[UUID, set[int]] = {}
    if ids:
        statement = select(TicketRating.ticket_id, TicketRating.resolution).where(
            TicketRating.community_id == community_id, TicketRating.ticket_id.in_(ids)
        )
        for ticket_id, resolution in await session.execute(statement):
            rated.setdefault(ticket_id, set()).add(resolution)
    return rated


async def shape_own(
    session: AsyncSession, tickets: Sequence[Ticket], me: Participant
) -> list[TicketOut]:
    """Shapes tickets for their author, with what they may do."""
    names = await load_names(session, me.community_id, tickets)
    rated = await load_rated(session, me.community_id, tickets)
    now = clock.now()
    return [
        shape(
            ticket,
            names,
            actions_of_author(ticket, rated.get(ticket.id, set()), now, is_active=me.is_active),
        )
        for ticket in tickets
    ]


async def shape_mine(session: AsyncSession, ticket: Ticket, me: Participant) -> TicketOut:
    """Shapes one ticket for its author."""
    [shaped] = await shape_own(session, [ticket], me)
    return shaped


def shape_as_staff(ticket: Ticket, names: Names, staff: Staff) -> TicketOut:
    shaper = shape_for_others if ticket.is_confidential else shape
    return shaper(ticket, names, actions_of_staff(ticket, staff))
