"""Policies of service feedback. They read the actor and the row, but never its `status`."""

from collections.abc import Set
from uuid import UUID

from app.communities.permissions import Staff
from app.feedback.models import ServiceCategory, Ticket


def may_manage_category(staff: Staff, _category: ServiceCategory) -> bool:
    return staff.may("service_category:manage")


def may_read_category(staff: Staff, _category: ServiceCategory) -> bool:
    return staff.may("ticket:handle")


def sees_ticket(staff: Staff, ticket: Ticket, departments: Set[UUID]) -> bool:
    """True for community workers, and for handlers of the ticket's department."""
    return staff.may("ticket:manage") or (
        staff.may("ticket:handle") and ticket.department_id in departments
    )


def may_manage_ticket(staff: Staff, _ticket: Ticket) -> bool:
    return staff.may("ticket:manage")


def has_handled(
    staff: Staff, ticket: Ticket, departments: Set[UUID], colleagues: Set[UUID]
) -> bool:
    """True for staff who accepted or resolved the ticket, act for its department, or are among the
    colleagues who have written to its history."""
    handlers = {ticket.accepted_by, ticket.resolved_by, *colleagues}
    return staff.id in handlers or ticket.department_id in departments
