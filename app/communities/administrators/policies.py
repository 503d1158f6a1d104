"""The policy of second factors that others issue."""

from app.communities.permissions import Staff
from app.identity.models import Administrator


def may_equip(staff: Staff, administrator: Administrator) -> bool:
    """Staff who create administrators issue the first second factor; one that is in use is replaced
    only by staff who manage administrators everywhere."""
    return staff.may("administrator:manage") or not administrator.has_second_factor
