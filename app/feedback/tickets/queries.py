"""Selects on tickets."""

from collections.abc import Collection
from datetime import datetime
from unicodedata import normalize
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select, true

from app.communities.models import Participant
from app.feedback.models import Ticket, Visibility
from app.feedback.tickets.schemas import StaffTicketQuery, TicketQuery
from app.kernel.database.search_terms import query_terms


def shown(community_id: UUID, query: TicketQuery) -> Select[Ticket]:
    """Tickets that are shown to everybody."""
    statement = select(Ticket).where(Ticket.community_id == community_id, Ticket.is_shown)
    if query.q is None:
        return statement
    return statement.where(Ticket.search_grams.contains(query_terms(query.q)))


def mine(me: Participant, query: TicketQuery) -> Select[Ticket]:
    """A person's own tickets."""
    statement = select(Ticket).where(
        Ticket.community_id == me.community_id,
        Ticket.participant_id.matches(Ticket, me.community_id, str(me.id)),
    )
    return statement.where(Ticket.visibility == Visibility.PUBLIC) if query.public else statement


def has_words(ticket: Ticket, words: str) -> bool:
    """Returns whether all words stand in the text. Private tickets have no search terms, so the
    words of one person's tickets are looked for in the text itself."""
    text = normalize("NFKC", ticket.text).casefold()
    return all(word in text for word in normalize("NFKC", words).casefold().split())


def people(community_id: UUID, ids: Collection[UUID]) -> Select[Participant]:
    return select(Participant).where(
        Participant.community_id == community_id, Participant.id.in_(ids)
    )


def queue(
    community_id: UUID,
    query: StaffTicketQuery,
    departments: Collection[UUID] | None,
    me: UUID,
    now: datetime,
) -> Select[Ticket]:
    """Tickets for staff. `departments` of None does not restrict them."""
    statement = select(Ticket).where(Ticket.community_id == community_id)
    for condition in _conditions(query, departments, me, now):
        statement = statement.where(condition)
    return statement


def _conditions(
    query: StaffTicketQuery, departments: Collection[UUID] | None, me: UUID, now: datetime
) -> list[ColumnElement[bool]]:
    conditions = [_in_state(query)]
    if departments is not None:
        conditions.append(Ticket.department_id.in_(departments))
    if query.is_overdue is not None:
        conditions.append(_overdue(now) if query.is_overdue else ~_overdue(now))
    if query.is_escalated is not None:
        conditions.append(Ticket.escalated_at.is_not(None) == query.is_escalated)
    if query.mine:
        conditions.append(Ticket.accepted_by == me)
    if query.q is not None:
        conditions.append(_is_found(query.q))
    equal = {
        Ticket.kind: query.kind,
        Ticket.category_id: query.category_id,
        Ticket.department_id: query.department_id,
    }
    conditions += [column == value for column, value in equal.items() if value is not None]
    return conditions


def _in_state(query: StaffTicketQuery) -> ColumnElement[bool]:
    """The condition on the state. Without one tickets are open; escalated ones are over, and all
    listed."""
    if query.status is not None:
        return Ticket.status == query.status
    return true() if query.is_escalated or query.q else Ticket.is_open.expression


def _is_found(q: str) -> ColumnElement[bool]:
    """True for the ticket of a number, and for shown ones that have the words: the text of others
    is sealed."""
    words = and_(Ticket.is_shown, Ticket.search_grams.contains(query_terms(q)))
    return or_(Ticket.number == normalize("NFKC", q).upper(), words)


def _overdue(now: datetime) -> ColumnElement[bool]:
    """True where a running clock has run out, as `Clocks.is_overdue` for one ticket."""
    return or_(
        and_(Ticket.responded_at.is_(None), Ticket.response_due_at <= now),
        and_(Ticket.stopped_at.is_(None), Ticket.resolution_due_at <= now),
    )
