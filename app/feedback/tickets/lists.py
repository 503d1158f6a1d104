"""Tickets as they are shown to their authors, to everybody and to staff."""

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
from app.kernel.database.engine import get_row
from app.kernel.web.pages import Page, earliest_first, newest_first, paginate, paginate_rows
from app.notifications.followers import count_followers, is_following


async def list_tickets(
    session: AsyncSession, community_id: UUID, reader: Participant | None, query: TicketQuery
) -> Page[Ticket]:
    """Lists shown tickets, or with `mine` the reader's own. A reader of None has none."""
    statement = queries.shown(community_id, query)
    if query.mine:
        if reader is None:
            return Page((), None)
        statement = queries.mine(reader, query)
    return await paginate(session, statement, query, newest_first(Ticket.id))


async def show(
    session: AsyncSession, ticket: Ticket, reader: Participant | None, *, is_mine: bool
) -> TicketDetail:
    """Returns a ticket with its history. Rating and private entries are for its author alone."""
    rating = await find_rating(session, ticket) if is_mine else None
    following = await show_following(session, ticket, reader)
    return TicketDetail(
        **TicketOut.model_validate(ticket).model_dump(),
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
    page = await paginate_rows(session, statement, query, order)
    return page.with_items([_staff_ticket(ticket, name, staff) for ticket, name in page.items])


async def show_to_staff(session: AsyncSession, ticket: Ticket, staff: Staff) -> StaffTicketDetail:
    author = await get_row(session, Participant, ticket.community_id, ticket.participant_id)
    rating = await find_rating(session, ticket)
    return StaffTicketDetail(
        **_staff_ticket(ticket, author.display_name, staff).model_dump(),
        followers=await count_followers(session, ticket.community_id, ticket.id),
        history=list(await list_entries(session, ticket, only_public=False)),
        rating=None if rating is None else TicketRatingOut.model_validate(rating),
    )


def _staff_ticket(ticket: Ticket, name: str, staff: Staff) -> StaffTicket:
    """Shapes a ticket for staff. Only community workers see who the author is, handlers never
    (docs/domain.md)."""
    now, clocks = clock.now(), ticket.clocks
    knows_author = staff.may("ticket:manage")
    return StaffTicket(
        **TicketOut.model_validate(ticket).model_dump(),
        participant_id=ticket.participant_id if knows_author else None,
        display_name=name if knows_author else None,
        channel=ticket.channel,
        accepted_by=ticket.accepted_by,
        is_warned=clocks.is_warned(now),
        is_overdue=clocks.is_overdue(now),
    )
