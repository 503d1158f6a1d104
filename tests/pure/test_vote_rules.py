"""The rules of voting, without a database; and what the SQL of the lane has written out."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

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
    HeldEntry,
    decide,
)
from app.kernel.database.columns import uuid7
from app.kernel.database.idempotency import Key, KeyReused, StoredResponse
from app.kernel.errors import NotFound
from tests.now import NOW

OPENS, CLOSES = NOW - timedelta(1), NOW + timedelta(1)
MOMENT = timedelta(microseconds=1)
ME = UUID(int=1)
BALLOT = BallotFacts(
    uuid7(), BallotStatus.OPEN, OPENS, CLOSES, {"lift": frozenset({"yes", "no", "abstain"})}
)
KEY = Key("my-vote-1", b"this")
WISH = CastVoteCommand(uuid7(), uuid7(), NOW, {"lift": "yes"}, KEY)


def facts(status: RollStatus = RollStatus.NONE, ballot: BallotFacts = BALLOT) -> Facts:
    return Facts(participant_id=ME, ballot=ballot, entry=HeldEntry(uuid7(), status))


def test_one_on_the_roll_votes_and_the_entry_is_used_up() -> None:
    known = facts()
    outcome = decide(known, WISH, NOW)
    assert isinstance(outcome, Admitted)
    assert outcome.entry.status == RollStatus.VOTED
    assert isinstance(decide(known, WISH, NOW), AlreadyVoted)


@pytest.mark.parametrize(
    ("known", "wish", "refusal"),
    [
        (Facts(), WISH, NotFound),
        (Facts(ballot=BALLOT), WISH, NotAParticipant),
        (Facts(ballot=BALLOT, participant_id=ME), WISH, NotOnRoll),
        (facts(RollStatus.VOTED), WISH, AlreadyVoted),
        (facts(RollStatus.PAPER), WISH, VotedOnPaper),
        (facts(RollStatus.PAPER), replace(WISH, is_change=True), VotedOnPaper),
        (facts(), replace(WISH, is_change=True), NotVoted),
        (facts(), replace(WISH, choices={}), UnknownChoice),
        (facts(), replace(WISH, choices={"lift": "maybe"}), UnknownChoice),
        (facts(), replace(WISH, choices={"lift": "yes", "other": "yes"}), UnknownChoice),
        (facts(), replace(WISH, at=OPENS - MOMENT), VotingNotOpen),
        (facts(), replace(WISH, at=CLOSES), VotingClosed),
        (facts(RollStatus.VOTED), replace(WISH, at=CLOSES, is_change=True), VotingClosed),
    ],
)
def test_what_stands_in_the_way(
    known: Facts, wish: CastVoteCommand, refusal: type[Exception]
) -> None:
    assert isinstance(decide(known, wish, wish.at), refusal)


@pytest.mark.parametrize("status", BallotStatus)
def test_only_while_it_can_be_voted_on(status: BallotStatus) -> None:
    outcome = decide(facts(ballot=replace(BALLOT, status=status)), WISH, NOW)
    assert isinstance(outcome, Admitted) is (status in VOTABLE)


def test_who_came_in_time_waits_in_line_for_a_moment_and_not_for_ever() -> None:
    """Votes are counted when the last of these must have been written."""
    wish = replace(WISH, at=CLOSES - MOMENT)
    assert isinstance(decide(facts(), wish, CLOSES + GRACE - MOMENT), Admitted)
    assert isinstance(decide(facts(), wish, CLOSES + GRACE), VotingClosed)


def test_a_vote_is_changed_as_often_as_one_likes() -> None:
    known, wish = facts(RollStatus.VOTED), replace(WISH, is_change=True, key=None)
    assert isinstance(decide(known, wish, NOW), Admitted)
    assert isinstance(decide(known, wish, NOW), Admitted)


def test_a_key_that_is_kept_is_answered_before_all_else() -> None:
    kept = replace(facts(RollStatus.VOTED), kept=(b"this", StoredResponse(201, b"{}")))
    late = replace(WISH, at=CLOSES)
    assert decide(kept, late, CLOSES) == StoredResponse(201, b"{}", is_replayed=True)
    other = replace(WISH, key=Key("my-vote-1", b"that"))
    assert isinstance(decide(kept, other, NOW), KeyReused)
