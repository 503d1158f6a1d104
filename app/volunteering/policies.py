"""Policies of volunteering. They read the actor and the row, but never its `status`: states are
the business of models."""

from app.communities.permissions import Staff
from app.volunteering.models import Activity, Shift, Signup


def may_manage_activity(staff: Staff, _activity: Activity) -> bool:
    return staff.may("activity:manage")


def may_manage_shift(staff: Staff, _shift: Shift) -> bool:
    return staff.may("activity:manage")


def may_manage_signups_of(staff: Staff, _activity: Activity) -> bool:
    return staff.may("signup:manage")


def may_read_activity(staff: Staff, _activity: Activity) -> bool:
    return staff.may("activity:read")


def may_read_signups(staff: Staff, _shift: Shift) -> bool:
    return staff.may("signup:read")


def may_reach_people_of_shift(staff: Staff, _shift: Shift) -> bool:
    """Returns whether they may see how to reach those who have signed up: to read the sign-ups is
    not enough, because auditors do."""
    return staff.may("signup:manage")


def may_manage_signup(staff: Staff, _signup: Signup) -> bool:
    return staff.may("signup:manage")
