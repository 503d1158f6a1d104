"""Actions that are possible with a ticket now: by its author, by its readers, and by staff."""

from collections.abc import Set
from datetime import datetime

from app.communities.permissions import Staff
from app.feedback.models import Ticket
from app.feedback.policies import may_manage_ticket

HANDLING = frozenset({"give_back", "start", "ask", "resolve"})
MANAGING = frozenset({"accept", "decline", "assign", "defer", "merge"})
CONTACTS = ("reply", "log_contact")


def actions_of_author(
    ticket: Ticket, rated: Set[int], now: datetime, *, is_active: bool
) -> list[str]:
    """Returns what its author may do; one who has left or is blocked may only withdraw it. `rated`
    are the solutions that have a rating."""
    actions = ticket.actions({"withdraw"})
    if not is_active:
        return actions
    possible = {
        "supplement": ticket.is_open,
        "rate": ticket.is_over and ticket.resolutions not in rated,
        "dispute": ticket.may_be_disputed(now),
        "escalate": ticket.may_be_escalated(now),
    }
    return [*actions, *(name for name, is_possible in possible.items() if is_possible)]


def actions_of_follower(*, may_follow: bool, is_following: bool) -> list[str]:
    """Returns whether a reader may begin to follow it, or stop."""
    if is_following:
        return ["unfollow"]
    return ["follow"] if may_follow else []


def actions_of_staff(ticket: Ticket, staff: Staff) -> list[str]:
    """Returns what staff who see the ticket may do, apart from acts at the desk."""
    manages = may_manage_ticket(staff, ticket)
    actions = ticket.actions(HANDLING | MANAGING if manages else HANDLING)
    if ticket.is_accepted:
        # Without a department it is resolved by an answer, which is an operation of its own.
        actions = [action for action in actions if action != "resolve"]
        actions += ["answer"] if manages else []
    if ticket.is_deferred and manages:
        actions.append("resume")
    if ticket.is_open:
        actions += CONTACTS
    if ticket.has_contact:
        actions.append("contact")
    return actions
