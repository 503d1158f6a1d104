"""Policies of communities. They read the actor and the row, but never its `status`: states are
the business of models."""

from collections.abc import Collection
from uuid import UUID

from app.communities.models import Community, Participant
from app.communities.permissions import Staff


def may_manage_community(staff: Staff, community: Community) -> bool:
    return staff.may("community:manage", community.region_path)


def is_adult(participant: Participant) -> bool:
    """Returns whether the person is known to be an adult; an unknown age counts as not adult."""
    return participant.is_adult


def verbs_at_desk(staff: Staff, participant: Participant, place: Collection[UUID]) -> list[str]:
    """Returns what staff may do now with the participant, who lives in the place of the path."""
    if not staff.may("participant:manage", place):
        return []
    verbs = participant.actions({"leave", "block", "unblock"})
    if participant.is_active:
        verbs += ["rename"] if participant.has_login else ["rename", "claim_code"]
    return verbs


def may_decide_about(staff: Staff, participant: Participant) -> bool:
    """Returns whether staff may decide about the participant: not about themselves."""
    return participant.user_id != staff.id
