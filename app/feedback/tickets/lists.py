"""Tickets as they are shown to their authors, to everybody and to staff."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.departments.service import departments_of
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.feedback.history.service import list_entries
from app.feedback.models import Ticket
from app.feedback.ratings.schemas import TicketRatingOut
from app.feedback.ratings.service import find_rating
from app.feedback.tickets import queries
from app.feedback.tickets.schemas import (
    StaffTicket,
    StaffTicketDetail,
    StaffTicketQuery,
    TicketDetail,
    TicketFollowing,
    TicketOut,
    TicketQuery,
)
from app.kernel import clock
from app.kernel.web.pages import Page, earliest_first, newest_first, paginate
from app.notifications.followers import count_followers, is_following


async def list_tickets(
    session: AsyncSession, community_id: UUID, reader: Participant | None, query: TicketQuery
) -> Page[TicketOut]:
    """Lists shown tickets, or with `mine` the reader's own. A reader of None has none."""
    if query.mine:
        return await _list_mine(session, reader, query)
    statement = queries.shown(community_id, query)
    page = await paginate(session, statement, query, newest_first(Ticket.id))
    return page.with_items([show_to_others(ticket) for ticket in page.items])


async def _list_mine(
    session: AsyncSession, reader: Participant | None, query: TicketQuery
) -> Page[TicketOut]:
    """Lists the reader's own. Their words are sealed, so one person's are opened to be searched."""
    if reader is None:
        return Page((), None)
    statement = queries.mine(reader, query)
    if query.q is not None:
        found = [t.id for t in await session.scalars(statement) if queries.has_words(t, query.q)]
        statement = statement.where(Ticket.id.in_(found))
    page = await paginate(session, statement, query, newest_first(Ticket.id))
    return page.with_items([TicketOut.model_validate(ticket) for ticket in page.items])


def show_to_others(ticket: Ticket) -> TicketOut:
    """Shapes a ticket for those who are neither its author nor staff: they see its point rounded
    to about 100 m."""
    return TicketOut.model_validate(ticket).model_copy(update=ticket.place.for_others()._asdict())


async def show(
    session: AsyncSession, ticket: Ticket, reader: Participant | None, *, is_mine: bool
) -> TicketDetail:
    """Returns a ticket with its history. Rating and private entries are for its author alone."""
    rating = await find_rating(session, ticket) if is_mine else None
    following = await show_following(session, ticket, reader)
    shown = TicketOut.model_validate(ticket) if is_mine else show_to_others(ticket)
    return TicketDetail(
        **shown.model_dump(),
        is_mine=is_mine,
        followers=following.followers,
        is_followed=following.is_followed,
        history=list(await list_entries(session, ticket, only_public=not is_mine)),
        rating=None if rating is None else TicketRatingOut.model_validate(rating),
    )


async def show_following(
    session: AsyncSession, ticket: Ticket, reader: Participant | None
) -> TicketFollowing:
    key = (ticket.community_id, ticket.id)
    return TicketFollowing(
        is_followed=reader is not None and await is_following(session, *key, reader.id),
        followers=await count_followers(session, *key),
    )


async def list_queue(
    session: AsyncSession, staff: Staff, query: StaffTicketQuery
) -> Page[StaffTicket]:
    """Lists tickets, due soonest first. Handlers see those of their departments only."""
    departments = None
    if not staff.may("ticket:manage"):
        departments = await departments_of(session, staff)
    statement = queries.queue(staff.community_id, query, departments, staff.id, clock.now())
    order = earliest_first(Ticket.resolution_due_at, Ticket.id)
    page = await paginate(session, statement, query, order)
    authors = await _authors(session, page.items, staff)
    return page.with_items([_staff_ticket(ticket, authors) for ticket in page.items])


async def _authors(
    session: AsyncSession, tickets: Sequence[Ticket], staff: Staff
) -> Mapping[UUID, Participant]:
    """Returns the authors by their ids. Only community workers know who they are, handlers never
    (docs/domain.md)."""
    if not staff.may("ticket:manage"):
        return {}
    ids = {ticket.participant_id for ticket in tickets}
    return {row.id: row for row in await session.scalars(queries.people(staff.community_id, ids))}


async def show_to_staff(session: AsyncSession, ticket: Ticket, staff: Staff) -> StaffTicketDetail:
    authors = await _authors(session, [ticket], staff)
    rating = await find_rating(session, ticket)
    return StaffTicketDetail(
        **_staff_ticket(ticket, authors).model_dump(),
        followers=await count_followers(session, ticket.community_id, ticket.id),
        history=list(await list_entries(session, ticket, only_public=False)),
        rating=None if rating is None else TicketRatingOut.model_validate(rating),
    )


def _staff_ticket(ticket: Ticket, authors: Mapping[UUID, Participant]) -> StaffTicket:
    now, clocks = clock.now(), ticket.clocks
    author = authors.get(ticket.participant_id) if authors else None
    return StaffTicket(
        **TicketOut.model_validate(ticket).model_dump(),
        participant_id=None if author is None else author.id,
        display_name=None if author is None else author.display_name,
        channel=ticket.channel,
        accepted_by=ticket.accepted_by,
        is_warned=clocks.is_warned(now),
        is_overdue=clocks.is_overdue(now),
    )
