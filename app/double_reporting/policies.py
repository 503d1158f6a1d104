"""Policies of double reporting. They read the actor and the row, but never its `status`: states
are the business of models."""

from uuid import UUID

from app.communities.models import Channel, Participant
from app.communities.permissions import Staff
from app.double_reporting.models import Post, UnitRegistration

# ---------------------------------------------------------------- unit registrations


def may_read_unit_registration(staff: Staff, _registration: UnitRegistration) -> bool:
    return staff.may("unit_registration:read")


def may_enter_unit_registration(staff: Staff, _registration: UnitRegistration) -> bool:
    """Returns whether staff may enter and withdraw at the desk, for the organization."""
    return staff.may("unit_registration:review")


def may_decide_unit_registration(staff: Staff, registration: UnitRegistration) -> bool:
    """Returns whether staff may decide about the registration: not about one that they have
    submitted themselves, as the unit's liaison."""
    is_own = registration.channel is Channel.SELF and registration.entered_by == staff.id
    return staff.may("unit_registration:review") and not is_own


# ---------------------------------------------------------------- members, posts, claims


def may_know_members(staff: Staff) -> bool:
    """Returns whether staff may see members: the community's own Party administrators may."""
    return staff.may("member:review") and staff.reads_members(staff.path)


def may_decide_about(staff_id: UUID, person: Participant) -> bool:
    """Returns whether the staff member may decide about the person: not about themselves."""
    return person.user_id != staff_id


def may_manage_post(staff: Staff, _post: Post) -> bool:
    return staff.may("post:manage")
