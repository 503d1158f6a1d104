"""The outcome of a ballot: tables for the words of the law, and properties for all the rest."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.consultations.models import QuestionKind, Rule, Share, ShareBase
from app.consultations.results.outcome import Reason, outcome_of

YES_NO, SINGLE = QuestionKind.YES_NO_ABSTAIN, QuestionKind.SINGLE
OVER_HALF = Share(1, 2, is_inclusive=False)
HALF = Share(1, 2, is_inclusive=True)
TWO_THIRDS = Share(2, 3, is_inclusive=True)
NOUGHT = Share(0, 1, is_inclusive=True)


def reason(
    counts: dict[str, int],
    roll: int,
    *,
    quorum: Share = OVER_HALF,
    passing: Share = OVER_HALF,
    of: ShareBase = ShareBase.PRESENT,
    kind: QuestionKind = YES_NO,
) -> Reason:
    rule = Rule(quorum, passing, of)
    return outcome_of(kind, counts, present=sum(counts.values()), roll=roll, rule=rule).reason


@pytest.mark.parametrize(
    ("quorum", "present", "roll", "is_met"),
    [
        (TWO_THIRDS, 66, 99, True),  # 以上 includes the number
        (TWO_THIRDS, 65, 99, False),
        (TWO_THIRDS, 67, 100, True),
        (TWO_THIRDS, 66, 100, False),  # 66.67 %: no rounding
        (OVER_HALF, 50, 100, False),  # 过半 exceeds it
        (OVER_HALF, 51, 100, True),
        (HALF, 50, 100, True),
        (NOUGHT, 1, 100, True),
        (OVER_HALF, 0, 0, False),
    ],
)
def test_quorum_is_a_share_of_the_roll(
    quorum: Share, present: int, roll: int, is_met: bool
) -> None:
    assert (reason({"yes": present}, roll, quorum=quorum) is Reason.PASSED) is (
        is_met and present > 0
    )


@pytest.mark.parametrize(
    ("counts", "of", "passing", "expected"),
    [
        ({"yes": 51, "no": 49}, ShareBase.PRESENT, OVER_HALF, Reason.PASSED),
        ({"yes": 50, "no": 49, "abstain": 1}, ShareBase.PRESENT, OVER_HALF, Reason.BELOW_THRESHOLD),
        ({"yes": 50, "no": 49, "abstain": 1}, ShareBase.PRESENT, HALF, Reason.PASSED),
        ({"yes": 50, "no": 49, "abstain": 1}, ShareBase.VALID, OVER_HALF, Reason.PASSED),
        ({"yes": 50, "no": 50}, ShareBase.PRESENT, HALF, Reason.TIE),  # ties fail, 以上 or not
        ({"yes": 50, "no": 50}, ShareBase.VALID, OVER_HALF, Reason.TIE),
        ({"yes": 49, "no": 51}, ShareBase.PRESENT, NOUGHT, Reason.BELOW_THRESHOLD),
        (
            {"yes": 30, "no": 20, "abstain": 20},
            ShareBase.PRESENT,
            OVER_HALF,
            Reason.BELOW_THRESHOLD,
        ),
        ({"yes": 60, "no": 1}, ShareBase.ROLL, OVER_HALF, Reason.PASSED),
        ({"yes": 50, "no": 1}, ShareBase.ROLL, OVER_HALF, Reason.BELOW_THRESHOLD),
        ({"abstain": 90}, ShareBase.PRESENT, OVER_HALF, Reason.NO_VOTES),
        ({"abstain": 90}, ShareBase.VALID, OVER_HALF, Reason.NO_VOTES),
        ({"yes": 2, "no": 1}, ShareBase.PRESENT, TWO_THIRDS, Reason.PASSED),
    ],
)
def test_passing(counts: dict[str, int], of: ShareBase, passing: Share, expected: Reason) -> None:
    roll = max(100, sum(counts.values()))
    assert reason(counts, roll, quorum=NOUGHT, passing=passing, of=of) is expected


def test_no_vote_at_all_decides_nothing() -> None:
    assert reason({}, 100) is Reason.QUORUM_NOT_MET
    assert reason({}, 100, quorum=NOUGHT) is Reason.NO_VOTES


def test_abstaining_is_taking_part() -> None:
    assert reason({"yes": 30, "no": 10, "abstain": 11}, 100) is Reason.PASSED
    assert reason({"yes": 30, "no": 10}, 100) is Reason.QUORUM_NOT_MET


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"red": 40, "green": 41, "abstain": 0}, Reason.PASSED),
        ({"red": 40, "green": 40, "blue": 1}, Reason.TIE),
        ({"red": 30, "green": 31, "blue": 20}, Reason.BELOW_THRESHOLD),
    ],
)
def test_of_several_options_one_has_the_most(counts: dict[str, int], expected: Reason) -> None:
    assert reason(counts, 100, kind=SINGLE) is expected


many = st.integers(0, 200_000)
shares = st.builds(
    lambda n, d, i: Share(min(n, d), max(n, d), is_inclusive=i),
    st.integers(0, 50),
    st.integers(1, 50),
    st.booleans(),
)
rules = st.builds(Rule, shares, shares, st.sampled_from(ShareBase))


@given(many, many, many, many, rules)
def test_what_passes_has_its_quorum_its_share_and_more_than_the_other(
    yes: int, no: int, abstain: int, silent: int, rule: Rule
) -> None:
    present, roll = yes + no + abstain, yes + no + abstain + silent
    counts = {"yes": yes, "no": no, "abstain": abstain}
    outcome = outcome_of(YES_NO, counts, present=present, roll=roll, rule=rule)
    assert (outcome.winner == "yes") is outcome.is_passed is (outcome.reason is Reason.PASSED)
    if outcome.is_passed:
        assert yes > no
        whole = {"roll": roll, "present": present, "valid": yes + no}[rule.passing_of]
        threshold = Fraction(rule.passing.numerator, rule.passing.denominator)
        assert Fraction(yes, whole) >= threshold
        assert Fraction(present, roll) >= Fraction(rule.quorum.numerator, rule.quorum.denominator)


@given(many, many, many, many, rules)
def test_one_more_in_favour_never_makes_it_fail(
    yes: int, no: int, abstain: int, silent: int, rule: Rule
) -> None:
    def passes(yes: int, silent: int) -> bool:
        present = yes + no + abstain
        counts = {"yes": yes, "no": no, "abstain": abstain}
        roll = present + silent
        return outcome_of(YES_NO, counts, present=present, roll=roll, rule=rule).is_passed

    if passes(yes, silent + 1):
        assert passes(yes + 1, silent)


@given(st.dictionaries(st.sampled_from("abcdef"), many), many, rules)
def test_the_order_and_the_names_of_options_decide_nothing(
    counts: dict[str, int], silent: int, rule: Rule
) -> None:
    present = sum(counts.values())
    renamed = {f"option_{key}": n for key, n in reversed(counts.items())}
    one, other = (
        outcome_of(SINGLE, each, present=present, roll=present + silent, rule=rule)
        for each in (counts, renamed)
    )
    assert one.reason is other.reason
    assert other.winner == (one.winner and f"option_{one.winner}")
