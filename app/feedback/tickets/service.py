"""Acts of staff on tickets. Each locks the ticket first, and writes an entry to its history."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Department
from app.communities.permissions import Staff
from app.feedback.errors import DepartmentUnfit, MergeUnfit, ReviewDayUnfit
from app.feedback.history.service import note_by_staff, record_handling
from app.feedback.models import EntryKind, Ticket
from app.feedback.tickets.schemas import TicketDecline, TicketDeferral
from app.kernel import clock
from app.kernel.database.engine import lock
from app.kernel.database.search_terms import search_terms
from app.notifications import followers

E = EntryKind
ONE_DAY = timedelta(days=1)
MAX_DEFERRAL = timedelta(days=366)
"""The time within which a deferred ticket must be looked at again."""


async def accept(session: AsyncSession, ticket: Ticket, *, by: Staff) -> Ticket:
    """Accept a ticket. The one who accepts stays answerable for it; others see a public one from
    now on. It is no word to the author, so the clock of the first contact goes on."""
    await lock(session, ticket)
    ticket.accept(by.id)
    if ticket.is_shown:
        ticket.search_grams = search_terms(ticket.text)
    await note_by_staff(session, ticket, E.ACCEPTED, by)
    record_handling(session, ticket, "ticket.accepted", by)
    return ticket


async def decline(
    session: AsyncSession, ticket: Ticket, values: TicketDecline, *, by: Staff
) -> Ticket:
    """Decline a ticket. Its author alone is shown the reason, and what they can do instead."""
    await lock(session, ticket)
    ticket.decline(clock.now())
    await note_by_staff(session, ticket, E.DECLINED, by, f"{values.reason}\n{values.instead}")
    record_handling(session, ticket, "ticket.declined", by)
    return ticket


async def assign(
    session: AsyncSession, ticket: Ticket, department_id: UUID, *, by: Staff
) -> Ticket:
    """Assign a ticket to a department, also again. The department is locked, so that it is not
    closed at the same moment."""
    query = select(Department).filter_by(community_id=by.community_id, id=department_id)
    department = await session.scalar(query.with_for_update(read=True))
    if department is None or not department.is_active:
        raise DepartmentUnfit
    await lock(session, ticket)
    ticket.assign(department.id)
    await note_by_staff(session, ticket, E.ASSIGNED, by, department.name)
    record_handling(session, ticket, "ticket.assigned", by, department=str(department.id))
    return ticket


async def give_back(session: AsyncSession, ticket: Ticket, reason: str, *, by: Staff) -> Ticket:
    """Give a ticket back to the community, before the work on it has begun."""
    await lock(session, ticket)
    department = ticket.department_id
    ticket.give_back()
    await note_by_staff(session, ticket, E.GIVEN_BACK, by, reason)
    record_handling(session, ticket, "ticket.given_back", by, department=str(department))
    return ticket


async def start(session: AsyncSession, ticket: Ticket, *, by: Staff) -> Ticket:
    await lock(session, ticket)
    ticket.start()
    await note_by_staff(session, ticket, E.STARTED, by)
    record_handling(session, ticket, "ticket.started", by)
    return ticket


async def defer(
    session: AsyncSession, ticket: Ticket, values: TicketDeferral, *, by: Staff
) -> Ticket:
    """Defer a ticket that cannot be solved now. It is looked at again on a day that is named."""
    first, last = clock.today() + ONE_DAY, clock.today() + MAX_DEFERRAL
    if not first <= values.review_on <= last:
        raise ReviewDayUnfit(until=last.isoformat())
    await lock(session, ticket)
    ticket.defer(clock.now(), values.review_on)
    await note_by_staff(session, ticket, E.DEFERRED, by, values.reason)
    record_handling(session, ticket, "ticket.deferred", by, review_on=values.review_on.isoformat())
    return ticket


async def resume(session: AsyncSession, ticket: Ticket, *, by: Staff) -> Ticket:
    """Take up a deferred ticket before the day of its review."""
    await lock(session, ticket)
    ticket.require_deferred()
    ticket.resume(clock.now())
    await note_by_staff(session, ticket, E.TAKEN_UP, by)
    record_handling(session, ticket, "ticket.resumed", by)
    return ticket


async def resolve(session: AsyncSession, ticket: Ticket, text: str, *, by: Staff) -> Ticket:
    """Resolve a ticket. Its author is asked for a rating; without one it is closed after a week."""
    await lock(session, ticket)
    return await _resolve(session, ticket, text, by)


async def answer(session: AsyncSession, ticket: Ticket, text: str, *, by: Staff) -> Ticket:
    """Answer an accepted ticket directly, without a department; the answer resolves it."""
    await lock(session, ticket)
    ticket.require_accepted()
    return await _resolve(session, ticket, text, by)


async def _resolve(session: AsyncSession, ticket: Ticket, text: str, by: Staff) -> Ticket:
    ticket.resolve(clock.now(), by.id)
    await note_by_staff(session, ticket, E.RESOLVED, by, text)
    record_handling(session, ticket, "ticket.resolved", by)
    return ticket


async def merge(session: AsyncSession, ticket: Ticket, into: UUID, *, by: Staff) -> Ticket:
    """Merge a ticket into another open one, which its author follows from now on. Raises MergeUnfit
    for one that they may not see."""
    query = select(Ticket).filter_by(community_id=by.community_id, id=into)
    target = await session.scalar(query)
    if target is None or target.id == ticket.id:
        raise MergeUnfit
    # Two merges across each other lock in one order.
    await lock(session, *sorted((ticket, target), key=lambda row: row.id))
    if not target.is_open or not (target.is_shown or _have_one_author(ticket, target)):
        raise MergeUnfit
    ticket.merge(clock.now(), target.id)
    await note_by_staff(session, ticket, E.MERGED, by, target.number)
    await _follow_instead(session, ticket, target)
    record_handling(session, ticket, "ticket.merged", by, into=str(target.id))
    return ticket


async def _follow_instead(session: AsyncSession, ticket: Ticket, target: Ticket) -> None:
    """Lets the author and, where all may see the other ticket, the followers follow that one."""
    here = ticket.community_id
    people = await followers.followers_of(session, here, ticket.id) if target.is_shown else []
    if ticket.author_id is not None:
        people.append(ticket.author_id)
    for person in people:
        await followers.follow(session, here, target.id, person)


def _have_one_author(one: Ticket, other: Ticket) -> bool:
    return one.author_id == other.author_id
