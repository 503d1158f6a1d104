"""History of a ticket: each move writes an entry, the card and an event."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, ConfidentialColumns, EnteredColumns
from app.communities.permissions import Staff
from app.feedback.events import TicketMoved
from app.feedback.history.schemas import EntryOut, EntryWords
from app.feedback.history.titles import card_title
from app.feedback.models import PUBLIC, EntryKind, Side, Ticket, TicketEntry
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.links.models import CardKind
from app.links.service import write_card

MAX_ENTRIES = 500


async def note_by_author(
    session: AsyncSession,
    ticket: Ticket,
    kind: EntryKind,
    acting: ActingFor,
    text: str | None = None,
) -> None:
    """Write an entry on an act of the author of a locked ticket, themselves or at the desk."""
    await _note(session, ticket, kind, Side.AUTHOR, acting, text, is_public=kind in PUBLIC)


async def note_by_staff(
    session: AsyncSession,
    ticket: Ticket,
    kind: EntryKind,
    staff: Staff,
    text: str | None = None,
    *,
    is_public: bool | None = None,
) -> None:
    """Write an entry on an act of staff with a locked ticket."""
    is_public = kind in PUBLIC if is_public is None else is_public
    acting = ActingFor.oneself(staff.id)
    await _note(session, ticket, kind, Side.COMMUNITY, acting, text, is_public=is_public)


async def note_by_clock(session: AsyncSession, ticket: Ticket, kind: EntryKind) -> None:
    """Write an entry on a move of a locked ticket that follows from its times."""
    acting = ActingFor.oneself(PLATFORM)
    await _note(session, ticket, kind, Side.CLOCK, acting, None, is_public=kind in PUBLIC)


async def _note(
    session: AsyncSession,
    ticket: Ticket,
    kind: EntryKind,
    side: Side,
    acting: ActingFor,
    text: str | None,
    *,
    is_public: bool,
) -> None:
    """Write the entry, the card and the event of a locked ticket that has just moved."""
    entry = TicketEntry(
        community_id=ticket.community_id,
        ticket_id=ticket.id,
        kind=kind,
        side=side,
        text=text,
        is_public=is_public,
        at=clock.now(),
        **_entered(side, acting),
    )
    session.add(entry)
    ticket.version += 1
    await write_ticket_card(session, ticket)
    emit(session, ticket.community_id, TicketMoved(entry_id=entry.id))


def _entered(side: Side, acting: ActingFor) -> ConfidentialColumns | EnteredColumns:
    """Staff stand beside what they write; the author is named by the ticket's sealed pointer."""
    return acting.confidential_columns if side is Side.AUTHOR else acting.columns


def record_handling(
    session: AsyncSession, ticket: Ticket, action: str, by: Staff, **facts: str | None
) -> None:
    """Audit an act of staff on a ticket. The entry of a confidential one does not name its
    author."""
    about = None if ticket.is_confidential else ticket.author_id
    record(session, by, action, ticket, about, **facts)


async def write_ticket_card(session: AsyncSession, ticket: Ticket) -> None:
    """Write the card of a ticket: a few words of one that is shown to others, else its number."""
    await write_card(
        session,
        ticket.community_id,
        CardKind.TICKET,
        ticket.id,
        title=card_title(ticket.text, ticket.number) if ticket.is_shown else ticket.number,
        status=ticket.status,
        is_public=ticket.is_shown,
    )


async def staff_of_history(session: AsyncSession, ticket: Ticket) -> frozenset[UUID]:
    """Returns the users of staff who have written to the history, not for the author."""
    statement = select(TicketEntry.entered_by).where(
        TicketEntry.community_id == ticket.community_id,
        TicketEntry.ticket_id == ticket.id,
        TicketEntry.side == Side.COMMUNITY,
    )
    return frozenset(user for user in await session.scalars(statement) if user is not None)


async def list_entries(
    session: AsyncSession, ticket: Ticket, *, only_public: bool
) -> Sequence[EntryOut]:
    """List entries, oldest first. Others see public ones, and never the author's own words."""
    query = (
        select(TicketEntry)
        .where(TicketEntry.community_id == ticket.community_id, TicketEntry.ticket_id == ticket.id)
        .order_by(TicketEntry.id)
        .limit(MAX_ENTRIES)
    )
    if only_public:
        query = query.where(TicketEntry.is_public)
    return [_shown(entry, only_public) for entry in await session.scalars(query)]


def _shown(entry: TicketEntry, only_public: bool) -> EntryOut:
    is_withheld = only_public and entry.side is Side.AUTHOR
    return EntryOut(
        id=entry.id,
        kind=entry.kind,
        side=entry.side,
        words=EntryWords.model_validate(entry.kind.words),
        text=None if is_withheld else entry.text,
        is_public=entry.is_public,
        at=entry.at,
    )
