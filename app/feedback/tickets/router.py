"""/v1/communities/{community_id}/tickets"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.communities.acting import ActingFor
from app.communities.deps import ActiveParticipant, AnyParticipant, CommunityToRead, CurrentReader
from app.communities.errors import NotAParticipant, ParticipantInactive
from app.feedback.deps import (
    OwnTicket,
    OwnTicketToChange,
    TicketToFollow,
    TicketToRead,
)
from app.feedback.errors import (
    CategoryClosed,
    DisputedTwice,
    DisputeTooLate,
    EscalatedAlready,
    NotDisputedTwice,
    PlaceTooExact,
    TooManyOpen,
)
from app.feedback.models import Ticket
from app.feedback.tickets import author_acts, following, lists
from app.feedback.tickets.hot import SUBMIT_TICKET
from app.feedback.tickets.rules import SubmitTicketCommand
from app.feedback.tickets.schemas import (
    TicketDetail,
    TicketIn,
    TicketOut,
    TicketPage,
    TicketQuery,
)
from app.identity.deps import CurrentUser, IdempotentForUser
from app.kernel import clock
from app.kernel.database.idempotency import KeyReused
from app.kernel.errors import UnknownReference
from app.kernel.lane.hot_route import HotRoute
from app.kernel.lane.lane import HotLane
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute, RequiredKey, response_of
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn

hot_router = Router(prefix="/tickets", tags=["tickets"], route_class=HotRoute)
router = Router(
    prefix="/tickets",
    tags=["tickets"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForUser],
)


@hot_router.post(
    "",
    status_code=201,
    response_model=TicketOut,
    responses=problems(
        *(NotAParticipant, ParticipantInactive, UnknownReference, CategoryClosed, TooManyOpen),
        *(PlaceTooExact, KeyReused),
    ),
)
async def submit_ticket(
    community_id: UUID, body: TicketIn, user: CurrentUser, key: RequiredKey, lane: HotLane
) -> Response:
    """Submit a ticket. The answer has its number, and the instants at which the first contact and
    the solution are due. A public ticket is shown to others, without its author, once it is
    accepted."""
    command = SubmitTicketCommand(body, ActingFor.oneself(user), clock.now(), key)
    return response_of(await lane.submit(SUBMIT_TICKET.serve_many, community_id, user, command))


@router.get("", response_model=TicketPage)
async def list_tickets(
    community: CommunityToRead,
    query: Annotated[TicketQuery, Query()],
    reader: CurrentReader,
    session: Session,
) -> Page[TicketOut]:
    """List public tickets, newest first, or with `mine` all of my own. Public tickets are shown
    without their authors."""
    return await lists.list_tickets(session, community.id, reader, query)


@router.get("/{ticket_id}", response_model=TicketDetail)
async def get_ticket(seen: TicketToRead, session: Session) -> TicketDetail:
    """Get a ticket of my own, or a public one, with its history. Public tickets are shown without
    their authors and with public entries only."""
    return await lists.show(session, seen.ticket, seen.reader, is_mine=seen.is_mine)


@router.post("/{ticket_id}/follow", response_model=TicketDetail)
async def follow_ticket(
    ticket: TicketToFollow, me: ActiveParticipant, session: Session
) -> TicketDetail:
    """Follow a ticket. I get a message at each of its public moves."""
    await following.follow(session, ticket, ActingFor.participant(me))
    return await lists.show(session, ticket, me, is_mine=ticket.participant_id == me.id)


@router.delete("/{ticket_id}/follow", status_code=204)
async def unfollow_ticket(ticket_id: UUID, me: AnyParticipant, session: Session) -> None:
    """Unfollow a ticket."""
    await following.unfollow(session, ticket_id, by=me)


@router.post(
    "/{ticket_id}/withdraw", response_model=TicketDetail, responses=problems(Ticket.WRONG_STATE)
)
async def withdraw_ticket(ticket: OwnTicket, me: AnyParticipant, session: Session) -> TicketDetail:
    """Withdraw my ticket, before it is resolved."""
    await author_acts.withdraw(session, ticket, ActingFor.participant(me))
    return await lists.show(session, ticket, me, is_mine=True)


@router.post(
    "/{ticket_id}/dispute",
    response_model=TicketDetail,
    responses=problems(Ticket.WRONG_STATE, DisputedTwice, DisputeTooLate),
)
async def dispute_ticket(
    ticket: OwnTicketToChange, body: ReasonIn, me: ActiveParticipant, session: Session
) -> TicketDetail:
    """Dispute the solution of my ticket. The ticket is taken up again, twice at most."""
    await author_acts.dispute(session, ticket, body.reason, ActingFor.participant(me))
    return await lists.show(session, ticket, me, is_mine=True)


@router.post(
    "/{ticket_id}/escalate",
    response_model=TicketDetail,
    responses=problems(Ticket.WRONG_STATE, NotDisputedTwice, EscalatedAlready, DisputeTooLate),
)
async def escalate_ticket(
    ticket: OwnTicketToChange, body: ReasonIn, me: ActiveParticipant, session: Session
) -> TicketDetail:
    """Ask the level above for a review of a solution. I have disputed it twice."""
    await author_acts.escalate(session, ticket, body.reason, ActingFor.participant(me))
    return await lists.show(session, ticket, me, is_mine=True)
