"""Questions, replies and supplements of tickets. Each locks the ticket first."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_desk_act
from app.communities.permissions import Staff
from app.feedback.authors import lock_for_author
from app.feedback.history.service import note_by_author, note_by_staff, record_handling
from app.feedback.models import EntryKind, Ticket
from app.feedback.replies.schemas import ContactKind, ContactLog, TicketReply
from app.kernel import clock
from app.kernel.database.engine import lock


async def ask(session: AsyncSession, ticket: Ticket, question: str, *, by: Staff) -> Ticket:
    """Ask the author: the clock of the solution stands still until they answer, for seven days at
    most."""
    await lock(session, ticket)
    ticket.ask(clock.now())
    await note_by_staff(session, ticket, EntryKind.ASKED, by, question)
    record_handling(session, ticket, "ticket.asked", by)
    return ticket


async def reply(session: AsyncSession, ticket: Ticket, values: TicketReply, *, by: Staff) -> Ticket:
    """Reply to a ticket. This counts as the first contact and does not move the ticket."""
    await lock(session, ticket)
    ticket.count_contact(clock.now())
    await note_by_staff(
        session, ticket, EntryKind.REPLIED, by, values.text, is_public=values.is_public
    )
    record_handling(session, ticket, "ticket.replied", by)
    return ticket


ENTRY_BY_CONTACT = {ContactKind.CALL: EntryKind.CALLED, ContactKind.VISIT: EntryKind.VISITED}


async def log_contact(
    session: AsyncSession, ticket: Ticket, values: ContactLog, *, by: Staff
) -> Ticket:
    """Log a call or a visit to the author, who reads in the history that there was one. It counts
    as the first contact and does not move the ticket."""
    await lock_for_author(session, ticket)
    ticket.count_contact(clock.now())
    await note_by_staff(session, ticket, ENTRY_BY_CONTACT[values.kind], by, values.text)
    record_handling(session, ticket, "ticket.contact_logged", by, contact=values.kind)
    return ticket


async def supplement(session: AsyncSession, ticket: Ticket, text: str, acting: ActingFor) -> Ticket:
    """Write the author's answer to a question, after which the work goes on, or their addition."""
    await lock_for_author(session, ticket)
    ticket.require_open()
    kind = EntryKind.ANSWERED if ticket.is_waiting else EntryKind.SUPPLEMENTED
    if ticket.is_waiting:
        ticket.answer(clock.now())
    await note_by_author(session, ticket, kind, acting, text)
    record_desk_act(session, ticket.community_id, acting, "ticket.supplemented", ticket)
    return ticket
