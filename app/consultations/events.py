"""What happens in consultations."""

from datetime import datetime
from uuid import UUID

from app.kernel.jobs.events import Event

# ---------------------------------------------------------------- topics and opinions


class TopicMoved(Event):
    """`note_id` tells where to and why; `moved_by` is the participant who did it without the
    desk, and so knows."""

    kind = "consultations.topic_moved"
    topic_id: UUID
    note_id: UUID
    moved_by: UUID | None = None


class TopicOverdue(Event):
    """It has waited longer for an answer than was promised."""

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


class OpinionEnteredAtDesk(Event):
    """For somebody, who is told; who writes it knows."""

    kind = "consultations.opinion_entered_at_desk"
    opinion_id: UUID


# ---------------------------------------------------------------- ballots; none names a voter


class AboutBallot(Event):
    ballot_id: UUID


class BallotAnnounced(AboutBallot):
    kind = "consultations.ballot_announced"


class BallotOpened(AboutBallot):
    kind = "consultations.ballot_opened"


class BallotClosed(AboutBallot):
    kind = "consultations.ballot_closed"


class BallotPublished(AboutBallot):
    kind = "consultations.ballot_published"


class BallotAnnulled(AboutBallot):
    kind = "consultations.ballot_annulled"
