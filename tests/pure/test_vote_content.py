"""Sealed votes have one length in a ballot, and what is told of few votes tells
nobody's."""

from datetime import UTC, datetime
from itertools import product
from typing import Any

import pytest

from app.consultations.ballots.schemas import Option, Question
from app.consultations.disclosure import MIN_PUBLISHED_VOTES, has_counts, shown_turnout
from app.consultations.models import QuestionKind, Tally, VoteContent, length_of
from app.consultations.models.vote_content import SealedVote
from app.consultations.results.board import board_digest, digest_of

CAST_AT = datetime(2026, 12, 5, 4, 0, 0, 123456, tzinfo=UTC)
LONG = "x" * 32
QUESTIONS: list[dict[str, Any]] = [
    Question(key="lift", kind=QuestionKind.YES_NO_ABSTAIN, title="加装电梯").frozen(),
    Question(
        key=LONG,
        kind=QuestionKind.SINGLE,
        title="颜色",
        options=[Option(key="a", title="红色"), Option(key=LONG, title="绿色")],
    ).frozen(),
]
FIELD = SealedVote("content_sealed")


def content(*options: str) -> VoteContent:
    choices = dict(zip(("lift", LONG), options, strict=True))
    return VoteContent(choices, "0" * 64, CAST_AT, length_of(QUESTIONS))


def test_all_votes_of_a_ballot_have_one_length_and_say_what_was_cast() -> None:
    options = [[option["key"] for option in question["options"]] for question in QUESTIONS]
    votes = [content(*chosen) for chosen in product(*options)]
    encoded = [FIELD.encode(vote) for vote in votes]
    assert {len(one) for one in encoded} == {length_of(QUESTIONS)}
    assert [FIELD.decode(one) for one in encoded] == votes


def test_a_vote_that_does_not_fit_is_never_sealed_longer() -> None:
    with pytest.raises(ValueError, match="longer"):
        FIELD.encode(VoteContent({"lift": "y" * 200}, "0" * 64, CAST_AT, length_of(QUESTIONS)))


@pytest.mark.parametrize(
    ("counts", "is_told"),
    [
        ({"yes": MIN_PUBLISHED_VOTES - 1, "no": 0}, False),
        ({"yes": MIN_PUBLISHED_VOTES - 2, "no": 1}, False),
        ({"yes": MIN_PUBLISHED_VOTES - 1, "no": 1}, True),
        ({"yes": MIN_PUBLISHED_VOTES, "no": 0}, False),
        ({"yes": 0, "no": 0}, False),
        ({"yes": 999, "no": 1}, True),
    ],
)
def test_counts_are_told_from_ten_votes_on_that_are_not_alike(
    counts: dict[str, int], *, is_told: bool
) -> None:
    tally = Tally(sum(counts.values()), {"lift": counts})
    assert has_counts(tally, "lift") is is_told
    assert shown_turnout(tally) == (tally.present if is_told else None)


def test_a_board_is_known_by_its_lines_in_order() -> None:
    lines = [(board_digest("0" * 64, "lift"), "yes"), (board_digest("1" * 64, "lift"), "no")]
    assert digest_of(lines) != digest_of(lines[::-1])
    assert digest_of(lines) != digest_of([(lines[0][0], "no"), lines[1]])
    assert board_digest("0" * 64, "lift") != board_digest("0" * 64, "shed")
