"""Personal data in feedback."""

from datetime import timedelta

from sqlalchemy import ColumnElement, and_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.personal_data import WITNESS
from app.feedback.models import Ticket, TicketEntry, TicketRating
from app.kernel.errors import Text
from app.kernel.privacy.personal_data import Blanked, Period, Person, PersonalData, pointed_to_by
from app.links.models import Card

CLOSED_TICKETS = timedelta(days=730)
ERASED_TEXT = "（内容已清除）"
ERASED_TICKET = Blanked(
    {
        "text": ERASED_TEXT,
        "location": None,
        "search_grams": [],
    }
)
OF_AUTHOR = pointed_to_by(Ticket, Ticket.participant_id)
ERASED_ENTRY = Blanked({"text": None})
ERASED_RATING = Blanked({"comment": ""})


def _of_tickets(
    model: type[TicketEntry] | type[TicketRating], person: Person
) -> ColumnElement[bool]:
    mine = select(Ticket.id).where(OF_AUTHOR(person))
    return and_(model.community_id == person.community_id, model.ticket_id.in_(mine))


def _after_close(model: type[TicketEntry] | type[TicketRating], erased: Blanked) -> Period:
    closed_at = (
        select(Ticket.closed_at)
        .where(Ticket.community_id == model.community_id, Ticket.id == model.ticket_id)
        .scalar_subquery()
    )
    return Period(CLOSED_TICKETS, closed_at, then=erased)


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
            "person_sealed": "a pointer to a person whom nobody knows any more",
            "notices": "which warnings of its clocks were given",
        },
        retention=Period(CLOSED_TICKETS, Ticket.closed_at, then=ERASED_TICKET),
    ),
    PersonalData(
        model=TicketEntry,
        title=Text("诉求的经过", "Histories of tickets"),
        rows=lambda person: _of_tickets(TicketEntry, person),
        erasure=ERASED_ENTRY,
        remains=WITNESS,
        retention=_after_close(TicketEntry, ERASED_ENTRY),
    ),
    PersonalData(
        model=TicketRating,
        title=Text("诉求评价", "Ratings"),
        rows=lambda person: _of_tickets(TicketRating, person),
        erasure=ERASED_RATING,
        remains=WITNESS,
        retention=_after_close(TicketRating, ERASED_RATING),
    ),
)
