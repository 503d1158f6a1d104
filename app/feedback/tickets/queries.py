"""Selects on tickets."""

from collections.abc import Collection
from datetime import datetime
from unicodedata import normalize
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, literal_column, or_, select

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
    """A person's own tickets. Private ones have no search terms, so the words are looked for in the
    text itself, which is quick for the tickets of one person."""
    statement = select(Ticket).where(
        Ticket.community_id == me.community_id, Ticket.participant_id == me.id
    )
    if query.public:
        statement = statement.where(Ticket.visibility == Visibility.PUBLIC)
    text = func.normalize(Ticket.text, literal_column("NFKC"))
    for word in normalize("NFKC", query.q or "").split():
        statement = statement.where(text.icontains(word, autoescape=True))
    return statement


def queue(
    community_id: UUID,
    query: StaffTicketQuery,
    departments: Collection[UUID] | None,
    me: UUID,
    now: datetime,
) -> Select[Ticket, str]:
    """Tickets with the display names of their authors. `departments` of None does not restrict
    them."""
    statement = (
        select(Ticket, Participant.display_name)
        .join(
            Participant,
            (Participant.community_id == community_id) & (Participant.id == Ticket.participant_id),
        )
        .where(Ticket.community_id == community_id)
    )
    for condition in _conditions(query, departments, me, now):
        statement = statement.where(condition)
    return statement


def _conditions(
    query: StaffTicketQuery, departments: Collection[UUID] | None, me: UUID, now: datetime
) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.status is None:
        conditions.append(Ticket.is_open.expression)
    else:
        conditions.append(Ticket.status == query.status)
    if departments is not None:
        conditions.append(Ticket.department_id.in_(departments))
    if query.category_id is not None:
        conditions.append(Ticket.category_id == query.category_id)
    if query.department_id is not None:
        conditions.append(Ticket.department_id == query.department_id)
    if query.is_overdue is not None:
        conditions.append(_overdue(now) if query.is_overdue else ~_overdue(now))
    if query.mine:
        conditions.append(Ticket.accepted_by == me)
    return conditions


def _overdue(now: datetime) -> ColumnElement[bool]:
    """True where a running clock has run out, as `Clocks.is_overdue` for one ticket."""
    return or_(
        and_(Ticket.responded_at.is_(None), Ticket.response_due_at <= now),
        and_(Ticket.stopped_at.is_(None), Ticket.resolution_due_at <= now),
    )
