"""The rules of voting, pure: what is known about a command, and what comes of it."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.communities.errors import NotAParticipant
from app.consultations.errors import (
    AlreadyVoted,
    NotOnRoll,
    NotVoted,
    UnknownChoice,
    VotedOnPaper,
    VotingClosed,
    VotingNotOpen,
)
from app.consultations.models import VOTABLE, RollStatus
from app.kernel.database.idempotency import Key, StoredResponse, replay
from app.kernel.errors import DomainError, NotFound

GRACE = timedelta(seconds=10)
"""How long after the close a vote that came in time may still be taken from the line. Its
statements end well before votes are counted (SETTLING)."""

Choices = Mapping[str, str]
"""Key of the question → key of the option."""


@dataclass(frozen=True, slots=True)
class CastVoteCommand:
    """One person's command to vote on a topic, or to change their vote."""

    topic_id: UUID
    by: UUID
    at: datetime
    choices: Choices
    key: Key | None = None
    is_change: bool = False


@dataclass(frozen=True, slots=True)
class BallotFacts:
    """Nothing of it changes once there is a roll, except the status, to which only an annulment
    matters: a vote that slips in beside one is never counted."""

    id: UUID
    status: str
    opens_at: datetime
    closes_at: datetime
    options: Mapping[str, Set[str]]
    """By question."""


@dataclass(slots=True)
class HeldEntry:
    """The roll entry as it stands while the group holds it: two people of one household may be
    in the same group."""

    id: UUID
    status: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What there is to know about one command, read from rows that are held."""

    kept: tuple[bytes, StoredResponse] | None = None
    participant_id: UUID | None = None
    ballot: BallotFacts | None = None
    entry: HeldEntry | None = None


@dataclass(frozen=True, slots=True)
class Admitted:
    participant_id: UUID
    ballot_id: UUID
    entry: HeldEntry


Outcome = StoredResponse | DomainError


def decide(facts: Facts, command: CastVoteCommand, now: datetime) -> Admitted | Outcome:
    """The only home of the rules of voting; `now` is when the command is decided,
    `command.at` when it came. Whoever stands on the roll votes: what happens to their account
    later takes no vote away from them. The first thing that stands in the way is told."""
    if facts.kept is not None and command.key is not None:
        return replay(*facts.kept, command.key)
    if facts.ballot is None:
        return NotFound()
    if facts.participant_id is None:
        return NotAParticipant()
    if facts.entry is None:
        return NotOnRoll()
    refused = (
        shut(facts.ballot, command, now)
        or unknown(facts.ballot, command)
        or used_up(facts.entry, command)
    )
    if refused:
        return refused
    facts.entry.status = RollStatus.VOTED
    return Admitted(facts.participant_id, facts.ballot.id, facts.entry)


def shut(ballot: BallotFacts, command: CastVoteCommand, now: datetime) -> DomainError | None:
    """By the window alone, whether a sweep has opened or closed the ballot or not."""
    if command.at < ballot.opens_at:
        return VotingNotOpen(opens_at=ballot.opens_at)
    is_late = command.at >= ballot.closes_at or now >= ballot.closes_at + GRACE
    if is_late or ballot.status not in VOTABLE:
        return VotingClosed(closed_at=ballot.closes_at)
    return None


def unknown(ballot: BallotFacts, command: CastVoteCommand) -> DomainError | None:
    """Each question is answered, by one of its own options; nothing else is."""
    wrong = [
        question
        for question, options in ballot.options.items()
        if command.choices.get(question) not in options
    ]
    if wrong or len(command.choices) != len(ballot.options):
        return UnknownChoice(questions=wrong)
    return None


def used_up(entry: HeldEntry, command: CastVoteCommand) -> DomainError | None:
    if entry.status == RollStatus.PAPER:
        return VotedOnPaper()
    has_voted = entry.status == RollStatus.VOTED
    if command.is_change:
        return None if has_voted else NotVoted()
    return AlreadyVoted() if has_voted else None
