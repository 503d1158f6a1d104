"""What is written about a ticket: questions, answers, additions, replies."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.feedback.history.service import Hand, note
from app.feedback.models import EntryKind, Ticket
from app.feedback.replies.schemas import TicketReply
from app.kernel import clock
from app.kernel.database.engine import lock
from app.kernel.privacy.audit import record


async def ask(session: AsyncSession, ticket: Ticket, question: str, *, by: Staff) -> Ticket:
    """The clock of the solution stands still until the author answers, seven days at most."""
    await lock(session, ticket)
    ticket.ask(clock.now())
    await note(session, ticket, EntryKind.ASKED, Hand.of_staff(by), question)
    record(session, by, "ticket.asked", ticket)
    return ticket


async def reply(session: AsyncSession, ticket: Ticket, wanted: TicketReply, *, by: Staff) -> Ticket:
    """Counts as the first contact; moves nothing."""
    await lock(session, ticket)
    ticket.answer_to(clock.now())
    hand, is_public = Hand.of_staff(by), wanted.is_public
    await note(session, ticket, EntryKind.REPLIED, hand, wanted.text, is_public=is_public)
    record(session, by, "ticket.replied", ticket)
    return ticket


async def supplement(
    session: AsyncSession, ticket: Ticket, text: str, *, by: Participant
) -> Ticket:
    return await _supplement(session, ticket, text, Hand.of(by))


async def supplement_at_desk(
    session: AsyncSession, ticket: Ticket, text: str, witness: str, *, by: Staff
) -> Ticket:
    await _supplement(session, ticket, text, Hand.at_desk(by, witness))
    record(session, by, "ticket.supplemented", ticket, witness=witness)
    return ticket


async def _supplement(session: AsyncSession, ticket: Ticket, text: str, hand: Hand) -> Ticket:
    """The answer to what is asked, and the work goes on; or an addition while it goes on."""
    await lock(session, ticket)
    ticket.require_open()
    if ticket.is_waiting:
        ticket.resume(clock.now())
        await note(session, ticket, EntryKind.ANSWERED, hand, text)
    else:
        await note(session, ticket, EntryKind.SUPPLEMENTED, hand, text)
    return ticket
