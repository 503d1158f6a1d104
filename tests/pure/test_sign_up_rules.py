"""The rules of signing up, without a database: the first of several reasons to refuse is given."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from app.communities.acting import ActingFor
from app.communities.errors import NotAParticipant, ParticipantInactive
from app.communities.models import Channel
from app.kernel.database.capacity import LockedCapacity
from app.kernel.errors import NotFound, UnknownReference
from app.volunteering.errors import (
    AlreadySignedUp,
    NotInvited,
    RoleMissing,
    ShiftsOverlap,
    SignupsClosed,
    SignupsNotOpen,
)
from app.volunteering.signups.rules import (
    Admitted,
    Facts,
    LockedShift,
    Overlap,
    Person,
    SignUpCommand,
    decide,
)
from tests.now import NOW

COMMAND = SignUpCommand(uuid4(), ActingFor.oneself(uuid4()), NOW)
RESIDENT = Person(uuid4(), "active", "resident")
VISITOR = replace(RESIDENT, kind="visitor")
SHIFT = LockedShift(
    id=COMMAND.shift_id,
    status="open",
    is_published=True,
    audience="residents",
    needs_review=False,
    opens_at=NOW,
    closes_at=NOW + timedelta(hours=1),
    queued=0,
)
ROLE = LockedCapacity(id=uuid4(), capacity=1, taken=0)
OPEN = Facts(person=RESIDENT, shift=SHIFT, role=ROLE)
LATER = replace(COMMAND, at=SHIFT.closes_at)
EARLIER = replace(COMMAND, at=NOW - timedelta(seconds=1))
AT_THE_DESK = replace(COMMAND, acting=ActingFor(uuid4(), RESIDENT.id, Channel.DESK, "李强"))

REFUSED = [
    (Facts(shift=SHIFT), COMMAND, NotAParticipant),
    (Facts(shift=SHIFT), AT_THE_DESK, UnknownReference),
    (Facts(person=replace(VISITOR, status="blocked")), LATER, ParticipantInactive),
    (Facts(person=VISITOR), LATER, NotFound),
    (replace(OPEN, shift=replace(SHIFT, is_published=False)), LATER, NotFound),
    (replace(OPEN, role=None), LATER, RoleMissing),
    (replace(OPEN, role=None), replace(LATER, role_id=uuid4()), UnknownReference),
    (replace(OPEN, person=VISITOR, overlap=Overlap.SAME_SHIFT), LATER, NotInvited),
    (replace(OPEN, overlap=Overlap.SAME_SHIFT), EARLIER, SignupsNotOpen),
    (replace(OPEN, overlap=Overlap.SAME_SHIFT), LATER, SignupsClosed),
    (replace(OPEN, shift=replace(SHIFT, status="cancelled")), COMMAND, SignupsClosed),
    (replace(OPEN, overlap=Overlap.SAME_SHIFT), COMMAND, AlreadySignedUp),
    (replace(OPEN, overlap=Overlap.OTHER_SHIFT), COMMAND, ShiftsOverlap),
]


@pytest.mark.parametrize(("facts", "command", "refusal"), REFUSED)
def test_the_first_reason_to_refuse_is_given(
    facts: Facts, command: SignUpCommand, refusal: type[Exception]
) -> None:
    assert type(decide(facts, command)) is refusal


@pytest.mark.parametrize(
    ("facts", "command"),
    [
        (OPEN, COMMAND),
        (OPEN, AT_THE_DESK),
        (OPEN, replace(COMMAND, at=SHIFT.closes_at - timedelta(microseconds=1))),
        (replace(OPEN, person=VISITOR, shift=replace(SHIFT, audience="everyone")), COMMAND),
    ],
)
def test_nothing_stands_in_the_way(facts: Facts, command: SignUpCommand) -> None:
    assert isinstance(decide(facts, command), Admitted)


def test_places_first_then_positions_that_are_never_given_again() -> None:
    role, shift = replace(ROLE, capacity=2, taken=1), replace(SHIFT, queued=7)
    admitted = Admitted(RESIDENT, shift, role)
    assert [admitted.place() for _ in range(3)] == [
        ("confirmed", None),
        ("waitlisted", 8),
        ("waitlisted", 9),
    ]


def test_what_is_reviewed_first_holds_no_place() -> None:
    role = replace(ROLE)
    admitted = Admitted(RESIDENT, replace(SHIFT, needs_review=True), role)
    assert admitted.place() == ("pending_review", None)
    assert (role.taken, role.has_moved) == (0, False)
