"""Events of consultations."""

from datetime import datetime
from uuid import UUID

from app.kernel.jobs.events import Event

# ---------------------------------------------------------------- topics and opinions


class TopicMoved(Event):
    """A topic has a new state. `note_id` is the entry of its history with state and reason;
    `moved_by` is the participant who moved it themselves, so that they need no message."""

    kind = "consultations.topic_moved"
    topic_id: UUID
    note_id: UUID
    moved_by: UUID | None = None


class TopicRaised(Event):
    """A topic waits for the answer of the community."""

    kind = "consultations.topic_raised"
    topic_id: UUID


class TopicSecondsChanged(Event):
    """The desk has entered a second, or somebody has confirmed one."""

    kind = "consultations.topic_seconds_changed"
    topic_id: UUID


class TopicOverdue(Event):
    """A topic has waited longer for an answer than was promised."""

    kind = "consultations.topic_overdue"
    topic_id: UUID
    due_at: datetime | None = None
    """The instant that was promised; former versions did not write it."""


class OpinionHidden(Event):
    kind = "consultations.opinion_hidden"
    opinion_id: UUID


class OpinionRestored(Event):
    kind = "consultations.opinion_restored"
    opinion_id: UUID


class OpinionToRead(Event):
    """An opinion waits to be read: it is new, or it was reported."""

    kind = "consultations.opinion_to_read"
    opinion_id: UUID


class OpinionHeld(Event):
    """Several people have reported an opinion, and it is out of sight until it is read."""

    kind = "consultations.opinion_held"
    opinion_id: UUID


class OpinionPassed(Event):
    """Somebody has read the opinion, and everybody may read it."""

    kind = "consultations.opinion_passed"
    opinion_id: UUID


class OpinionRefused(Event):
    kind = "consultations.opinion_refused"
    opinion_id: UUID


class OpinionReadEnded(Event):
    """The opinion has not to be read any more: it was withdrawn, or its reports are settled."""

    kind = "consultations.opinion_read_ended"
    opinion_id: UUID


class OpinionEnteredAtDesk(Event):
    """The desk has entered an opinion for a resident, who gets a message."""

    kind = "consultations.opinion_entered_at_desk"
    opinion_id: UUID


# ---------------------------------------------------------------- ballots; none names a voter


class BallotEvent(Event):
    ballot_id: UUID


class BallotAnnounced(BallotEvent):
    kind = "consultations.ballot_announced"


class BallotOpened(BallotEvent):
    kind = "consultations.ballot_opened"


class BallotClosed(BallotEvent):
    kind = "consultations.ballot_closed"


class BallotActRequested(BallotEvent):
    """One person has requested an act that another confirms."""

    kind = "consultations.ballot_act_requested"


class BallotCertified(BallotEvent):
    kind = "consultations.ballot_certified"


class BallotPublished(BallotEvent):
    kind = "consultations.ballot_published"


class BallotAnnulled(BallotEvent):
    kind = "consultations.ballot_annulled"
