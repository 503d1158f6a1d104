"""The rules of voting, without a database."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from app.communities.acting import ActingFor
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
from app.consultations.models import VOTABLE, BallotStatus, RollStatus
from app.consultations.voting.rules import (
    GRACE,
    Admitted,
    BallotFacts,
    CastVoteCommand,
    Facts,
    LockedEntry,
    decide,
)
from app.kernel.database.columns import uuid7
from app.kernel.errors import NotFound
from tests.now import NOW

OPENS, CLOSES = NOW - timedelta(1), NOW + timedelta(1)
MOMENT = timedelta(microseconds=1)
ME = UUID(int=1)
BALLOT = BallotFacts(
    uuid7(), BallotStatus.OPEN, OPENS, CLOSES, {"lift": frozenset({"yes", "no", "abstain"})}, 200
)
COMMAND = CastVoteCommand(uuid7(), ActingFor.oneself(uuid7()), NOW, {"lift": "yes"})


def facts(
    status: RollStatus = RollStatus.NONE, ballot: BallotFacts = BALLOT, now: datetime = NOW
) -> Facts:
    return Facts(
        now, ME, ballot, LockedEntry(uuid7(), status, ME if status == RollStatus.VOTED else None)
    )


def test_one_on_the_roll_votes_and_the_entry_is_used_up() -> None:
    loaded = facts()
    outcome = decide(loaded, COMMAND)
    assert isinstance(outcome, Admitted)
    assert outcome.entry.status == RollStatus.VOTED
    assert isinstance(decide(loaded, COMMAND), AlreadyVoted)


@pytest.mark.parametrize(
    ("loaded", "command", "refusal"),
    [
        (Facts(NOW), COMMAND, NotFound),
        (Facts(NOW, ballot=BALLOT), COMMAND, NotAParticipant),
        (Facts(NOW, ME, BALLOT), COMMAND, NotOnRoll),
        (facts(RollStatus.VOTED), COMMAND, AlreadyVoted),
        (facts(RollStatus.PAPER), COMMAND, VotedOnPaper),
        (facts(RollStatus.PAPER), replace(COMMAND, is_change=True), VotedOnPaper),
        (facts(), replace(COMMAND, is_change=True), NotVoted),
        (facts(), replace(COMMAND, choices={}), UnknownChoice),
        (facts(), replace(COMMAND, choices={"lift": "maybe"}), UnknownChoice),
        (facts(), replace(COMMAND, choices={"lift": "yes", "other": "yes"}), UnknownChoice),
        (facts(), replace(COMMAND, at=OPENS - MOMENT), VotingNotOpen),
        (facts(), replace(COMMAND, at=CLOSES), VotingClosed),
        (facts(RollStatus.VOTED), replace(COMMAND, at=CLOSES, is_change=True), VotingClosed),
    ],
)
def test_the_reason_to_refuse(
    loaded: Facts, command: CastVoteCommand, refusal: type[Exception]
) -> None:
    assert isinstance(decide(loaded, command), refusal)


@pytest.mark.parametrize("status", BallotStatus)
def test_only_while_it_can_be_voted_on(status: BallotStatus) -> None:
    outcome = decide(facts(ballot=replace(BALLOT, status=status)), COMMAND)
    assert isinstance(outcome, Admitted) is (status in VOTABLE)


def test_who_came_in_time_waits_in_line_for_a_moment_and_not_for_ever() -> None:
    """Votes are counted when the last of these must have been written."""
    command = replace(COMMAND, at=CLOSES - MOMENT)
    assert isinstance(decide(facts(now=CLOSES + GRACE - MOMENT), command), Admitted)
    assert isinstance(decide(facts(now=CLOSES + GRACE), command), VotingClosed)


def test_a_vote_is_changed_as_often_as_one_likes() -> None:
    loaded, command = facts(RollStatus.VOTED), replace(COMMAND, is_change=True)
    assert isinstance(decide(loaded, command), Admitted)
    assert isinstance(decide(loaded, command), Admitted)
