"""Tickets shown: to their authors, to everybody, to staff."""

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
    """Who takes no part here has none of their own."""
    wanted = queries.shown(community_id, query)
    if query.mine:
        if reader is None:
            return Page((), None)
        wanted = queries.mine(reader, query)
    return await paginate(session, wanted, query, newest_first(Ticket.id))


async def show(
    session: AsyncSession, ticket: Ticket, reader: Participant | None, *, is_mine: bool
) -> TicketDetail:
    """Its rating and what is not public only for its author."""
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
    here = (ticket.community_id, ticket.id)
    return TicketFollowing(
        is_followed=reader is not None and await is_following(session, *here, reader.id),
        followers=await count_followers(session, *here),
    )


async def list_queue(
    session: AsyncSession, staff: Staff, query: StaffTicketQuery
) -> Page[StaffTicket]:
    """Due soonest first; handlers see those of the departments for which they act."""
    departments = None
    if not staff.may("ticket:manage"):
        departments = await departments_of(session, staff)
    wanted = queries.queue(staff.community_id, query, departments, staff.id, clock.now())
    order = earliest_first(Ticket.resolution_due_at, Ticket.id)
    page = await paginate_rows(session, wanted, query, order)
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
    """Who the author is, for community workers alone (security.md 4.2)."""
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
