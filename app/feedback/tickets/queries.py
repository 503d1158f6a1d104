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
    wanted = select(Ticket).where(Ticket.community_id == community_id, Ticket.is_shown)
    if query.q is None:
        return wanted
    return wanted.where(Ticket.search_grams.contains(query_terms(query.q)))


def mine(me: Participant, query: TicketQuery) -> Select[Ticket]:
    """A person's own tickets. Most have no search terms, for they are private: the words are
    looked for in the text itself, which is quick for the tickets of one person."""
    wanted = select(Ticket).where(
        Ticket.community_id == me.community_id, Ticket.participant_id == me.id
    )
    if query.public:
        wanted = wanted.where(Ticket.visibility == Visibility.PUBLIC)
    text = func.normalize(Ticket.text, literal_column("NFKC"))
    for word in normalize("NFKC", query.q or "").split():
        wanted = wanted.where(text.icontains(word, autoescape=True))
    return wanted


def queue(
    community_id: UUID,
    query: StaffTicketQuery,
    departments: Collection[UUID] | None,
    me: UUID,
    now: datetime,
) -> Select[Ticket, str]:
    """Tickets with the names that their authors show; of `departments`, or (None) all."""
    wanted = (
        select(Ticket, Participant.display_name)
        .join(
            Participant,
            (Participant.community_id == community_id) & (Participant.id == Ticket.participant_id),
        )
        .where(Ticket.community_id == community_id)
    )
    for condition in _chosen(query, departments, me, now):
        wanted = wanted.where(condition)
    return wanted


def _chosen(
    query: StaffTicketQuery, departments: Collection[UUID] | None, me: UUID, now: datetime
) -> list[ColumnElement[bool]]:
    chosen: list[ColumnElement[bool]] = []
    if query.status is None:
        chosen.append(Ticket.is_open.expression)
    else:
        chosen.append(Ticket.status == query.status)
    if departments is not None:
        chosen.append(Ticket.department_id.in_(departments))
    if query.category_id is not None:
        chosen.append(Ticket.category_id == query.category_id)
    if query.department_id is not None:
        chosen.append(Ticket.department_id == query.department_id)
    if query.is_overdue is not None:
        chosen.append(_overdue(now) if query.is_overdue else ~_overdue(now))
    if query.mine:
        chosen.append(Ticket.accepted_by == me)
    return chosen


def _overdue(now: datetime) -> ColumnElement[bool]:
    """A clock that runs has run out; `Clocks.is_overdue` says the same of one ticket."""
    return or_(
        and_(Ticket.responded_at.is_(None), Ticket.response_due_at <= now),
        and_(Ticket.stopped_at.is_(None), Ticket.resolution_due_at <= now),
    )
