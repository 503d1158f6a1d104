"""Personal data in feedback."""

from datetime import timedelta

from sqlalchemy import ColumnElement, and_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.personal_data import WITNESS
from app.feedback.models import Ticket, TicketEntry, TicketRating
from app.kernel.errors import Text
from app.kernel.privacy.personal_data import (
    Blanked,
    Kept,
    Period,
    Person,
    PersonalData,
    pointed_to_by,
)
from app.links.models import Card

CLOSED_TICKETS = timedelta(days=730)
"""The time after its close until a ticket has no author and no words any more."""
ERASED_TEXT = "（内容已清除）"
ERASED_TICKET = Blanked(
    {
        "text": ERASED_TEXT,
        "location": None,
        "search_grams": [],
        "participant_id": None,
    }
)
OF_AUTHOR = pointed_to_by(Ticket, Ticket.participant_id)
WITH_TICKET = Kept("made anonymous together with its ticket")
ERASED_ENTRY = Blanked({"text": None})
ERASED_RATING = Blanked({"comment": ""})


def _of_tickets(
    model: type[TicketEntry] | type[TicketRating], person: Person
) -> ColumnElement[bool]:
    mine = select(Ticket.id).where(OF_AUTHOR(person))
    return and_(model.community_id == person.community_id, model.ticket_id.in_(mine))


async def _blank_cards(session: AsyncSession, person: Person) -> None:
    mine = select(Ticket.id).where(OF_AUTHOR(person))
    await session.execute(
        update(Card)
        .where(Card.community_id == person.community_id, Card.id.in_(mine))
        .values(title=ERASED_TEXT)
    )


PERSONAL_DATA = (
    PersonalData(
        model=Ticket,
        title=Text("诉求", "Tickets"),
        rows=OF_AUTHOR,
        erasure=ERASED_TICKET,
        also=_blank_cards,
        withheld={"search_grams": "made from the words, so that they are found"},
        remains=WITNESS
        | {
            "number": "the public number of the ticket, which says nothing of its author",
            "notices": "which warnings of its clocks were given",
        },
        retention=Period(
            CLOSED_TICKETS,
            Ticket.closed_at,
            only=Ticket.person_sealed.is_not(None),
            by="feedback.anonymise",
        ),
    ),
    PersonalData(
        model=TicketEntry,
        title=Text("诉求办理经过", "Histories of tickets"),
        rows=lambda person: _of_tickets(TicketEntry, person),
        erasure=ERASED_ENTRY,
        remains=WITNESS,
        retention=WITH_TICKET,
    ),
    PersonalData(
        model=TicketRating,
        title=Text("诉求评价", "Ratings"),
        rows=lambda person: _of_tickets(TicketRating, person),
        erasure=ERASED_RATING,
        remains=WITNESS,
        retention=WITH_TICKET,
    ),
)
