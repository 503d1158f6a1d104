"""Who may do what in service feedback. Reads the actor and the row, never `status`."""

from collections.abc import Set
from uuid import UUID

from app.communities.permissions import Staff
from app.feedback.models import ServiceCategory, Ticket


def may_manage_category(staff: Staff, _category: ServiceCategory) -> bool:
    return staff.may("service_category:manage")


def may_read_category(staff: Staff, _category: ServiceCategory) -> bool:
    return staff.may("ticket:handle")


def sees_ticket(staff: Staff, ticket: Ticket, departments: Set[UUID]) -> bool:
    """Community workers see all, handlers those of the departments for which they act."""
    return staff.may("ticket:manage") or (
        staff.may("ticket:handle") and ticket.department_id in departments
    )


def may_manage_ticket(staff: Staff, _ticket: Ticket) -> bool:
    return staff.may("ticket:manage")


def has_handled(staff: Staff, ticket: Ticket, departments: Set[UUID]) -> bool:
    """Answerable for it, or of the department that did it."""
    return (
        staff.id in {ticket.accepted_by, ticket.resolved_by} or ticket.department_id in departments
    )
