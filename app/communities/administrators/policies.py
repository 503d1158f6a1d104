"""Who may give an administrator a second factor."""

from app.communities.permissions import Staff
from app.identity.models import Administrator


def may_equip(staff: Staff, administrator: Administrator) -> bool:
    """A first second factor is given by who may make administrators; one that is in use is
    replaced only by who manages them everywhere."""
    return staff.may("administrator:manage") or not administrator.has_second_factor
