"""Policies of consultations. They read the actor and the row, but never its `status`."""

from app.communities.permissions import Staff
from app.consultations.models import Ballot, Opinion, Topic

# ---------------------------------------------------------------- topics and opinions


def may_read_topics(staff: Staff) -> bool:
    """Returns whether they read topics, at least those of a part of the community."""
    return staff.may_somewhere("topic:read")


def may_manage_topic(staff: Staff, _topic: Topic) -> bool:
    return staff.may("topic:manage")


def may_moderate_opinion(staff: Staff, _opinion: Opinion) -> bool:
    return staff.may("topic:manage")


# ---------------------------------------------------------------- ballots


def may_manage_ballot(staff: Staff, _ballot: Ballot) -> bool:
    return staff.may("ballot:manage")


def may_certify_ballot(staff: Staff, _ballot: Ballot) -> bool:
    return staff.may("ballot:certify")
