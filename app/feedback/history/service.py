"""The history of a ticket: what each move leaves behind for its author and for all others."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Channel, Participant
from app.communities.permissions import Staff
from app.feedback.events import TicketMoved
from app.feedback.history.schemas import EntryOut, EntryWords
from app.feedback.history.words import WORDS
from app.feedback.models import PUBLIC, EntryKind, Side, Ticket, TicketEntry
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.jobs.events import emit
from app.links.models import CardKind
from app.links.service import show

MOST = 500
TITLE = 40
"""Characters of a public ticket that others see of it on a card."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who moves a ticket."""

    side: Side
    entered_by: UUID
    channel: Channel = Channel.SELF
    witness: str | None = None

    @classmethod
    def of(cls, me: Participant) -> "Hand":
        return cls(Side.AUTHOR, me.user_id or PLATFORM)

    @classmethod
    def of_staff(cls, staff: Staff) -> "Hand":
        return cls(Side.COMMUNITY, staff.id)

    @classmethod
    def at_desk(cls, staff: Staff, witness: str) -> "Hand":
        """For the author, who has asked for it."""
        return cls(Side.AUTHOR, staff.id, Channel.DESK, witness)


CLOCK = Hand(Side.CLOCK, PLATFORM)


async def note(
    session: AsyncSession,
    ticket: Ticket,
    kind: EntryKind,
    hand: Hand,
    text: str | None = None,
    *,
    is_public: bool | None = None,
) -> TicketEntry:
    """The entry, the card and the event of a held ticket that has just moved."""
    entry = TicketEntry(
        community_id=ticket.community_id,
        ticket_id=ticket.id,
        kind=kind,
        side=hand.side,
        text=text,
        is_public=kind in PUBLIC if is_public is None else is_public,
        at=clock.now(),
        entered_by=hand.entered_by,
        channel=hand.channel,
        witness=hand.witness,
    )
    session.add(entry)
    ticket.version += 1
    await show_card(session, ticket)
    emit(session, ticket.community_id, TicketMoved(entry_id=entry.id))
    return entry


async def show_card(session: AsyncSession, ticket: Ticket) -> None:
    """What is not shown to others has its number for a title."""
    await show(
        session,
        ticket.community_id,
        CardKind.TICKET,
        ticket.id,
        title=ticket.text.split("\n", 1)[0][:TITLE] if ticket.is_shown else ticket.number,
        status=ticket.status,
        is_public=ticket.is_shown,
    )


async def list_entries(
    session: AsyncSession, ticket: Ticket, *, only_public: bool
) -> Sequence[EntryOut]:
    """Oldest first. Others see public entries, and never the author's own words."""
    query = (
        select(TicketEntry)
        .where(TicketEntry.community_id == ticket.community_id, TicketEntry.ticket_id == ticket.id)
        .order_by(TicketEntry.id)
        .limit(MOST)
    )
    if only_public:
        query = query.where(TicketEntry.is_public)
    return [_shown(entry, only_public) for entry in await session.scalars(query)]


def _shown(entry: TicketEntry, only_public: bool) -> EntryOut:
    is_kept_back = only_public and entry.side is Side.AUTHOR
    return EntryOut(
        id=entry.id,
        kind=entry.kind,
        side=entry.side,
        words=EntryWords.model_validate(WORDS[entry.kind]),
        text=None if is_kept_back else entry.text,
        is_public=entry.is_public,
        at=entry.at,
    )
