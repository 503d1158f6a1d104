"""Policies of communities: they read the actor and the row, never `status`."""

from app.communities.models import Community, Participant
from app.communities.permissions import Staff


def may_manage_community(staff: Staff, community: Community) -> bool:
    return staff.may("community:manage", community.region_path)


def may_decide_about(staff: Staff, participant: Participant) -> bool:
    """Refuse the claimants themselves: nobody decides where they live."""
    return participant.user_id != staff.id
