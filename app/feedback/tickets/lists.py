"""Tickets as they are shown to their authors, to everybody and to staff."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.departments.service import departments_of
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.feedback.history.service import list_entries
from app.feedback.models import Ticket, TicketRating
from app.feedback.tickets import queries
from app.feedback.tickets.actions import actions_of_follower
from app.feedback.tickets.schemas import (
    StaffTicket,
    StaffTicketDetail,
    StaffTicketQuery,
    TicketDetail,
    TicketOut,
    TicketQuery,
    TicketRatingOut,
    TicketSort,
)
from app.feedback.tickets.shapes import (
    load_names,
    shape_as_staff,
    shape_for_others,
    shape_mine,
    shape_own,
)
from app.identity.models import Administrator
from app.kernel import clock
from app.kernel.web.pages import Page, earliest_first, newest_first, oldest_first, paginate
from app.notifications.followers import count_followers, is_following

ORDERS = {
    TicketSort.DUE: earliest_first(Ticket.resolution_due_at, Ticket.id),
    TicketSort.NEWEST: newest_first(Ticket.id),
    TicketSort.OLDEST: oldest_first(Ticket.id),
}
"""Orders of the queue, each with its keyset."""


async def list_tickets(
    session: AsyncSession, community_id: UUID, reader: Participant | None, query: TicketQuery
) -> Page[TicketOut]:
    """Lists shown tickets, or with `mine` the reader's own. A reader of None has none."""
    if query.mine:
        return await _list_mine(session, reader, query)
    statement = queries.shown(community_id, query)
    page = await paginate(session, statement, query, newest_first(Ticket.id))
    names = await load_names(session, community_id, page.items)
    return page.with_items([shape_for_others(ticket, names, []) for ticket in page.items])


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
    return page.with_items(await shape_own(session, page.items, reader))


async def show(
    session: AsyncSession, ticket: Ticket, reader: Participant | None, *, is_mine: bool
) -> TicketDetail:
    """Returns a ticket with its history. Ratings and private entries are for its author alone."""
    ratings = await list_ratings(session, ticket) if is_mine else []
    key = (ticket.community_id, ticket.id)
    follows = reader is not None and await is_following(session, *key, reader.id)
    if is_mine and reader is not None:
        shown = await shape_mine(session, ticket, reader)
    else:
        names = await load_names(session, ticket.community_id, [ticket])
        shown = shape_for_others(ticket, names, [])
    may_follow = reader is not None and reader.is_active and not is_mine
    shown.actions += actions_of_follower(may_follow=may_follow, is_following=follows)
    return TicketDetail(
        **shown.model_dump(),
        is_mine=is_mine,
        followers=await count_followers(session, *key),
        is_following=follows,
        history=list(await list_entries(session, ticket, only_public=not is_mine)),
        rating=last_rating(ticket, ratings),
        ratings=ratings,
    )


async def list_ratings(session: AsyncSession, ticket: Ticket) -> list[TicketRatingOut]:
    """Lists the ratings of a ticket's solutions, the first one first."""
    query = (
        select(TicketRating)
        .filter_by(community_id=ticket.community_id, ticket_id=ticket.id)
        .order_by(TicketRating.resolution)
    )
    return [TicketRatingOut.model_validate(row) for row in await session.scalars(query)]


def last_rating(ticket: Ticket, ratings: Sequence[TicketRatingOut]) -> TicketRatingOut | None:
    """Returns the rating of the last solution, or None while it has none."""
    of_last = (rating for rating in ratings if rating.resolution == ticket.resolutions)
    return next(of_last, None)


async def list_queue(
    session: AsyncSession, staff: Staff, query: StaffTicketQuery
) -> Page[StaffTicket]:
    """Lists tickets in the order that is asked for. Handlers see those of their departments
    only."""
    departments = None
    if not staff.may("ticket:manage"):
        departments = await departments_of(session, staff)
    statement = queries.queue(staff.community_id, query, departments, staff.id, clock.now())
    page = await paginate(session, statement, query, ORDERS[query.sort], counts=True)
    return page.with_items(await _staff_tickets(session, page.items, staff))


async def _staff_tickets(
    session: AsyncSession, tickets: Sequence[Ticket], staff: Staff
) -> list[StaffTicket]:
    names = await load_names(session, staff.community_id, tickets)
    authors = await _authors(session, tickets, staff)
    colleagues = await _colleagues(session, tickets)
    return [
        _staff_ticket(ticket, shape_as_staff(ticket, names, staff), authors, colleagues)
        for ticket in tickets
    ]


async def _authors(
    session: AsyncSession, tickets: Sequence[Ticket], staff: Staff
) -> Mapping[UUID, Participant]:
    """Returns the authors by their ids. Only community workers know who they are, handlers never,
    and of a confidential ticket nobody (docs/domain.md)."""
    if not staff.may("ticket:manage"):
        return {}
    ids = {ticket.author_id for ticket in tickets if not ticket.is_confidential} - {None}
    people = queries.people(staff.community_id, [id_ for id_ in ids if id_ is not None])
    return {row.id: row for row in await session.scalars(people)} if ids else {}


async def _colleagues(session: AsyncSession, tickets: Sequence[Ticket]) -> Mapping[UUID, str]:
    """Returns the names of those who have accepted the tickets, by their users' ids."""
    ids = {ticket.accepted_by for ticket in tickets if ticket.accepted_by is not None}
    if not ids:
        return {}
    accounts = await session.scalars(select(Administrator).where(Administrator.user_id.in_(ids)))
    return {account.user_id: account.name for account in accounts}


async def show_to_staff(session: AsyncSession, ticket: Ticket, staff: Staff) -> StaffTicketDetail:
    [shown] = await _staff_tickets(session, [ticket], staff)
    ratings = await list_ratings(session, ticket)
    return StaffTicketDetail(
        **shown.model_dump(),
        followers=await count_followers(session, ticket.community_id, ticket.id),
        history=list(await list_entries(session, ticket, only_public=False)),
        rating=last_rating(ticket, ratings),
        ratings=ratings,
    )


def _staff_ticket(
    ticket: Ticket,
    shown: TicketOut,
    authors: Mapping[UUID, Participant],
    colleagues: Mapping[UUID, str],
) -> StaffTicket:
    now, clocks = clock.now(), ticket.clocks
    author = authors.get(ticket.participant_id) if authors else None
    accepted_by = ticket.accepted_by
    return StaffTicket(
        **shown.model_dump(),
        participant_id=None if author is None else author.id,
        display_name=None if author is None else author.display_name,
        channel=ticket.channel,
        accepted_by=accepted_by,
        accepted_by_name=None if accepted_by is None else colleagues.get(accepted_by),
        is_warned=clocks.is_warned(now),
        is_overdue=clocks.is_overdue(now),
    )
