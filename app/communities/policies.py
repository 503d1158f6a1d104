"""Policies of communities. They read the actor and the row, but never its `status`: states are
the business of models."""

from app.communities.models import Community, Participant
from app.communities.permissions import Staff


def may_manage_community(staff: Staff, community: Community) -> bool:
    return staff.may("community:manage", community.region_path)


def is_adult(participant: Participant) -> bool:
    """Returns whether the person is known to be an adult; an unknown age counts as not adult."""
    return participant.is_adult


def may_decide_about(staff: Staff, participant: Participant) -> bool:
    """Returns whether staff may decide about the participant: not about themselves."""
    return participant.user_id != staff.id
