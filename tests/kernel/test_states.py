"""Each state machine: every verb from every state, against tables written out here by hand."""

import re
from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum
from inspect import getsource, signature
from typing import Any
from uuid import uuid4

import pytest

from app.communities.errors import ParticipantInactive
from app.communities.models import Channel
from app.consultations.models import (
    ElectoralRollEntry,
    RollStatus,
    Tally,
    TopicOutcome,
    TwoPersonAct,
)
from app.consultations.voting import hot as voting_hot
from app.double_reporting.models import PostRisk, Proceedings, VerifyMethod
from app.double_reporting.post_claims import hot as post_claims_hot
from app.features import METADATA  # noqa: F401  (so that every machine is known)
from app.feedback.models import Visibility
from app.feedback.tickets import hot as tickets_hot
from app.kernel import clock
from app.kernel.database.states import Stateful
from app.kernel.errors import DomainError
from app.service_records.models import CheckMeans
from app.volunteering.models import RiskLevel
from app.volunteering.signups.rules import Admitted
from tests.now import NOW

NEW = "new"
MACHINES = {
    "Activity": """
        new: draft → draft
        draft: publish → published
        published: cancel → cancelled, complete → completed
        completed: archive → archived
        """,
    "Shift": """
        new: add → open
        open: cancel → cancelled, end → ended
        """,
    "Series": """
        new: start → active
        active: pause → paused, end → ended
        paused: resume → active, end → ended
        """,
    "Signup": """
        new: sign_up → confirmed, wait → waitlisted, apply → pending_review
        pending_review: approve → confirmed, wait → waitlisted, reject → rejected
        pending_review: withdraw → withdrawn, cancel → cancelled, expire → lapsed
        waitlisted: offer → offered, promote → confirmed, lapse → lapsed, expire → lapsed
        waitlisted: withdraw → withdrawn, cancel → cancelled
        offered: accept → confirmed, decline → declined, lapse → lapsed, expire → lapsed
        offered: withdraw → withdrawn, cancel → cancelled
        confirmed: withdraw → withdrawn, cancel → cancelled, expire → lapsed
        """,
    "ResidenceClaim": """
        new: submit → submitted
        submitted: approve → approved, reject → rejected, withdraw → withdrawn
        approved: renew → approved, expire → expired, end → ended
        """,
    "ImportRecord": """
        new: queue → queued, finish → done
        queued: start → running, finish → done, refuse → refused
        running: start → running, finish → done, refuse → refused
        done: undo → undone
        """,
    "ErasureRequest": """
        new: request → requested
        requested: take_back → taken_back, start → begun
        begun: finish → done
        """,
    "Participant": """
        new: join → active
        active: leave → left, block → blocked
        left: rejoin → active, block → blocked
        blocked: unblock → active
        """,
    "Guardianship": """
        new: confirm → active, apply → in_review
        in_review: approve → active, reject → rejected, end → ended
        active: end → ended
        """,
    "GuardianConsent": """
        new: give → given
        given: withdraw → withdrawn, expire → expired, void → void
        """,
    "Reward": """
        new: add → open
        open: close → closed
        """,
    "Redemption": """
        new: request → requested
        requested: fulfil → fulfilled, cancel → cancelled
        """,
    "GrantProposal": """
        new: propose → proposed
        proposed: confirm → confirmed, decline → declined
        """,
    "UnitRegistration": """
        new: submit → submitted
        submitted: return → returned, approve → approved, decline → declined
        submitted: withdraw → withdrawn
        returned: resubmit → submitted, withdraw → withdrawn
        approved: end → ended
        """,
    "MemberRegistration": """
        new: submit → submitted
        submitted: return → returned, approve → active, decline → declined
        submitted: withdraw → withdrawn
        returned: resubmit → submitted, withdraw → withdrawn
        active: withdraw → ended, end → ended
        """,
    "Post": """
        new: draft → draft
        draft: publish → published
        published: close → closed
        """,
    "PostClaim": """
        new: apply → applied
        applied: approve → approved, reject → rejected, withdraw → withdrawn
        approved: start → serving, withdraw → withdrawn
        serving: complete → completed, ask_to_leave → leaving
        leaving: release → withdrawn, stay → serving, end → completed
        """,
    "ServiceDay": """
        new: announce → open
        open: end → ended
        """,
    "DutyDay": """
        new: plan → planned
        planned: cancel → cancelled, end → ended
        """,
    "Duty": """
        new: plan → planned, invite → invited
        invited: accept → planned, skip → skipped, release → released
        planned: ask_anew → invited, skip → skipped, hand_over → swapped, release → released
        """,
    "Topic": """
        new: raise → submitted
        submitted: screen → screening, withdraw → withdrawn
        screening: open → open, decline → declined, withdraw → withdrawn
        open: deliberate → deliberating, withdraw → withdrawn
        deliberating: ballot → balloting, decide_by_consensus → decided
        balloting: decide_by_result → decided, deliberate_again → deliberating
        """,
    "Opinion": """
        new: submit → in_review
        in_review: pass → passed, refuse → refused, withdraw → withdrawn
        passed: hide → hidden, hold → in_review, withdraw → withdrawn
        hidden: restore → passed, withdraw → withdrawn
        """,
    "Ballot": """
        new: draft → draft
        draft: announce → announced
        announced: open → open, annul → annulled
        open: close → closed, annul → annulled
        closed: certify → certified, annul → annulled
        certified: publish → published
        """,
    "ElectoralRollEntry": """
        new: enrol → none
        none: vote → voted, hand_out → paper
        """,
    "Ticket": """
        new: submit → submitted
        submitted: accept → accepted, decline → declined, withdraw → withdrawn
        submitted: merge → merged
        accepted: assign → assigned, resolve → resolved
        accepted: withdraw → withdrawn, merge → merged
        assigned: start → in_progress, give_back → accepted, assign → assigned
        assigned: withdraw → withdrawn, merge → merged
        in_progress: ask → waiting_for_resident, resolve → resolved, defer → deferred
        in_progress: assign → assigned, withdraw → withdrawn, merge → merged
        waiting_for_resident: answer → in_progress, resume → in_progress
        waiting_for_resident: withdraw → withdrawn, merge → merged
        deferred: resume → in_progress, withdraw → withdrawn, merge → merged
        resolved: close → closed, dispute → reopened
        closed: dispute → reopened
        reopened: start → in_progress, assign → assigned
        """,
    "Occasion": """
        new: open → open
        open: cancel → cancelled, end → ended
        """,
    "Attendance": """
        new: expect → expected
        expected: check_in → present, mark_absent → absent, release → released
        present: check_out → left
        absent: dispute → disputed
        disputed: uphold → absent, correct → left
        """,
    "ServiceEntry": """
        new: record → recorded, reverse → reversed
        recorded: review → reviewed, return → returned
        reviewed: post → in_notice, return → returned
        returned: resubmit → recorded
        in_notice: confirm → confirmed, object → reviewed
        confirmed: reverse → reversed
        """,
    "Certificate": """
        new: request → requested
        requested: issue → issued, decline → declined, withdraw → withdrawn
        issued: revoke → revoked
        """,
}
"""`from: verb → to`, after docs/domain.md."""
CODES = {
    "Activity": "volunteering.activity_wrong_state",
    "Shift": "volunteering.shift_wrong_state",
    "Series": "volunteering.series_wrong_state",
    "Signup": "volunteering.signup_wrong_state",
    "ResidenceClaim": "communities.residence_claim_wrong_state",
    "Reward": "service_records.reward_wrong_state",
    "Redemption": "service_records.redemption_wrong_state",
    "Guardianship": "communities.guardianship_wrong_state",
    "GuardianConsent": "communities.guardian_consent_wrong_state",
    "ImportRecord": "imports.wrong_state",
    "ErasureRequest": "identity.erasure_request_wrong_state",
    "Participant": "communities.participant_wrong_state",
    "GrantProposal": "communities.grant_proposal_wrong_state",
    "UnitRegistration": "double_reporting.unit_registration_wrong_state",
    "MemberRegistration": "double_reporting.member_registration_wrong_state",
    "Post": "double_reporting.post_wrong_state",
    "PostClaim": "double_reporting.claim_wrong_state",
    "ServiceDay": "double_reporting.service_day_wrong_state",
    "DutyDay": "double_reporting.duty_day_wrong_state",
    "Duty": "double_reporting.duty_wrong_state",
    "Topic": "consultations.topic_wrong_state",
    "Opinion": "consultations.opinion_wrong_state",
    "Ballot": "consultations.ballot_wrong_state",
    "ElectoralRollEntry": "consultations.roll_entry_wrong_state",
    "Ticket": "feedback.ticket_wrong_state",
    "Occasion": "service_records.occasion_wrong_state",
    "Attendance": "service_records.attendance_wrong_state",
    "ServiceEntry": "service_records.service_entry_wrong_state",
    "Certificate": "service_records.certificate_wrong_state",
}
HERE = uuid4()
MODELS = {model.__name__: model for model in Stateful.__subclasses__()}
OTHER_REFUSALS: dict[tuple[str, str, str], type[DomainError]] = {
    ("Participant", "blocked", "rejoin"): ParticipantInactive,
}
"""Machine, state and verb that another error refuses than the machine's own 409."""
FACTS: dict[str, dict[str, Any]] = {
    "Activity": {"risk_statement": "高温", "risk_level": RiskLevel.LOW, "starts_at": NOW},
    "Post": {"risk_statement": "路滑", "risk_level": PostRisk.LOW},
    "Duty": {"starts_at": NOW + timedelta(days=2)},
    "Ballot": {"opens_at": NOW, "closes_at": NOW - timedelta(days=1), "asked_by": uuid4()},
    "Ticket": {
        **{"visibility": Visibility.PUBLIC, "disputes": 0, "paused_minutes": 0, "notices": []},
        "resolutions": 0,
        **{f"{clock}_at": NOW for clock in ("response_warn", "response_due", "resolution_warn")},
        **{"resolution_due_at": NOW, "responded_at": None, "stopped_at": NOW, "closed_at": NOW},
    },
}
"""The columns that let each verb pass where the state does."""
PROCEEDINGS = Proceedings(submitted_at=NOW, entered_by=uuid4(), channel=Channel.SELF)
SEALED: dict[str, dict[str, Any]] = {
    "MemberRegistration": {"community_id": HERE, "id": HERE, "proceedings": PROCEEDINGS},
}
"""Values that are sealed into a row, and so need its key."""
ARGUMENTS: dict[str, Any] = {
    "first": NOW,
    **{"now": NOW, "in_time_until": NOW, "by": uuid4(), "reason": "不符", "minutes": "同意"},
    **{"manifest": "{}", "sha256": "00", "tally": Tally(0, {}), "position": 1},
    **{"number": "一", "method": VerifyMethod.COMMUNITY, "receipt": "一", "display_name": "秀英"},
    **{"department_id": uuid4(), "seconds_needed": 3, "board_digests": {}},
    **{"outcome": TopicOutcome.ADOPTED, "into": uuid4(), "until": NOW.date()},
    **{"percent": 10, "counts": {}, "journal": {}, "errors": {}},
    **{"means": CheckMeans.CODE, "note": "属实", "notice_ends_at": NOW},
    **{"content": {}, "digest": b""},
    "expires_at": NOW,
}
"""A value for each parameter of a verb, by its name."""


@pytest.fixture(autouse=True, scope="module")
def _zone() -> None:
    """Notice periods end at midnight in the zone of the place."""
    clock.use_zone("Asia/Shanghai")


def moves_of(machine: str) -> Iterator[tuple[str, str, str]]:
    """State, verb and target of each arrow."""
    for line in MACHINES[machine].split("\n"):
        state, _, arrows = line.strip().partition(": ")
        for arrow in filter(None, arrows.split(", ")):
            verb, _, target = arrow.partition(" → ")
            yield state, verb, target


def states_of(machine: str) -> type[StrEnum]:
    states: type[StrEnum] = MODELS[machine].__table__.c.status.type.enum_class  # type: ignore[attr-defined]  # Each is mapped.
    return states


def row_in(machine: str, state: str | None) -> Any:
    row = MODELS[machine](**SEALED.get(machine, {}))
    status = None if state is None else states_of(machine)(state)
    vars(row).update(FACTS.get(machine, {}), version=1, status=status)
    vars(row).update(community_id=HERE, id=HERE)
    return row


def act(row: Any, verb: str) -> None:
    """Call the verb's method; the votes of a roll are cast by statements, so it has none."""
    if verb in list(TwoPersonAct):
        row.asked_act = TwoPersonAct(verb)
    method = getattr(row, verb, None) or getattr(row, f"{verb}_", None)
    if method is None:
        row.move(verb)
    else:
        method(**{name: ARGUMENTS[name] for name in signature(method).parameters})


def outcome(machine: str, state: str, verb: str) -> object:
    """Returns where the verb leads from the state, or code and members of what refuses it."""
    row = row_in(machine, state)
    try:
        act(row, verb)
    except DomainError as refusal:
        assert row.status == state
        return refusal.code, refusal.extensions
    return row.status


def expected(machine: str, state: str, verb: str) -> list[object]:
    """The outcomes of which one is right: a verb with two targets may name either as wanted."""
    moves = list(moves_of(machine))
    targets = [to for source, which, to in moves if (source, which) == (state, verb)]
    if targets:
        return [*targets]
    if other := OTHER_REFUSALS.get((machine, state, verb)):
        return [(other.code, {})]
    return [
        (CODES[machine], {"state": state, "wanted": to})
        for source, which, to in moves
        if which == verb and source != NEW
    ]


def test_every_machine_is_written_out() -> None:
    assert MACHINES.keys() == CODES.keys() == MODELS.keys()


@pytest.mark.parametrize("machine", MACHINES)
def test_every_verb_from_every_state(machine: str) -> None:
    verbs = dict.fromkeys(verb for state, verb, _ in moves_of(machine) if state != NEW)
    wrong = [
        f"{state}: {verb} → {result}"
        for state in states_of(machine)
        for verb in verbs
        if (result := outcome(machine, state, verb)) not in expected(machine, state, verb)
    ]
    assert wrong == []


@pytest.mark.parametrize("machine", MACHINES)
def test_the_actions_of_a_state_are_the_verbs_that_it_does_not_refuse(machine: str) -> None:
    verbs = set(MODELS[machine].MOVES)
    for state in states_of(machine):
        row = row_in(machine, state)
        refused = set()
        for verb in verbs:
            try:
                row.require(verb)
            except DomainError:
                refused.add(verb)
        assert set(row.actions(verbs)) == verbs - refused
        assert row.actions([]) == []


@pytest.mark.parametrize("machine", MACHINES)
def test_the_table_names_these_verbs_and_reaches_every_state(machine: str) -> None:
    model = MODELS[machine]
    assert set(model.MOVES) == {verb for _, verb, _ in moves_of(machine)}
    assert {target for _, target in model.MOVES.values()} == set(states_of(machine))
    assert {target for state, _, target in moves_of(machine) if state == NEW} == model.STARTS


@pytest.mark.parametrize("machine", MACHINES)
def test_only_a_verb_sets_the_status(machine: str) -> None:
    starts = {target for state, _, target in moves_of(machine) if state == NEW}
    passed = []
    for state in (None, *states_of(machine)):
        for target in states_of(machine):
            row = row_in(machine, state)
            try:
                row.status = target
            except RuntimeError:
                continue
            passed.append((state, target))
    assert passed == [(None, target) for target in states_of(machine) if target in starts]


def test_a_verb_opens_the_status_for_itself_alone() -> None:
    shift = row_in("Shift", "open")
    shift.cancel()
    with pytest.raises(RuntimeError):
        shift.status = states_of("Shift")("open")


@pytest.mark.parametrize(
    ("writes", "pattern", "machine"),
    [
        (Admitted.place, r"SignupStatus\.(\w+)", "Signup"),
        (post_claims_hot, r"status=PostClaimStatus\.(\w+)", "PostClaim"),
        (tickets_hot, r"status=TicketStatus\.(\w+)", "Ticket"),
    ],
)
def test_a_hot_lane_writes_starts_alone(writes: Any, pattern: str, machine: str) -> None:
    written = {states_of(machine)[name] for name in re.findall(pattern, getsource(writes))}
    assert written == MODELS[machine].STARTS


def test_a_cast_vote_makes_the_move_of_its_table() -> None:
    [written] = re.findall(r"SET status = '(\w+)'", voting_hot.MARK)
    assert ElectoralRollEntry.MOVES["vote"] == ({RollStatus.NONE}, written)
