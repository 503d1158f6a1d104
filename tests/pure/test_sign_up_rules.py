"""The rules of signing up, without a database: what is told first when several things are wrong."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from app.communities.errors import NotAParticipant, ParticipantInactive
from app.kernel.database.capacity import LockedCapacity
from app.kernel.database.idempotency import Key, KeyReused, StoredResponse
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
    Person,
    SignUpCommand,
    decide,
)
from tests.now import NOW

KEY = Key("sign-up-1", b"this")
WISH = SignUpCommand(shift_id=uuid4(), by=uuid4(), at=NOW, key=KEY)
KEPT = StoredResponse(201, b"{}", "/there")
RESIDENT = Person(uuid4(), "active", "resident")
VISITOR = replace(RESIDENT, kind="visitor")
SHIFT = LockedShift(
    id=WISH.shift_id,
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
LATER = replace(WISH, at=SHIFT.closes_at)
EARLIER = replace(WISH, at=NOW - timedelta(seconds=1))
AT_THE_DESK = replace(WISH, key=None, on_behalf_of=RESIDENT.id)

REFUSED = [
    (Facts(kept=(b"that", KEPT)), WISH, KeyReused),
    (Facts(shift=SHIFT), WISH, NotAParticipant),
    (Facts(shift=SHIFT), AT_THE_DESK, UnknownReference),
    (Facts(person=replace(VISITOR, status="blocked")), LATER, ParticipantInactive),
    (Facts(person=VISITOR), LATER, NotFound),
    (replace(OPEN, shift=replace(SHIFT, is_published=False)), LATER, NotFound),
    (replace(OPEN, role=None), LATER, RoleMissing),
    (replace(OPEN, role=None), replace(LATER, role_id=uuid4()), UnknownReference),
    (replace(OPEN, person=VISITOR, is_there_already=True), LATER, NotInvited),
    (replace(OPEN, is_there_already=True), EARLIER, SignupsNotOpen),
    (replace(OPEN, is_there_already=True), LATER, SignupsClosed),
    (replace(OPEN, shift=replace(SHIFT, status="cancelled")), WISH, SignupsClosed),
    (replace(OPEN, is_there_already=True), WISH, AlreadySignedUp),
    (replace(OPEN, is_there_already=False), WISH, ShiftsOverlap),
]


@pytest.mark.parametrize(("facts", "wish", "refusal"), REFUSED)
def test_the_first_thing_in_the_way_is_told(
    facts: Facts, wish: SignUpCommand, refusal: type[Exception]
) -> None:
    assert type(decide(facts, wish)) is refusal


def test_a_used_key_gives_its_answer_again_whatever_has_changed() -> None:
    facts = Facts(kept=(b"this", KEPT), is_there_already=True)
    assert decide(facts, LATER) == replace(KEPT, is_replayed=True)


@pytest.mark.parametrize(
    ("facts", "wish"),
    [
        (OPEN, WISH),
        (OPEN, AT_THE_DESK),
        (OPEN, replace(WISH, at=SHIFT.closes_at - timedelta(microseconds=1))),
        (replace(OPEN, person=VISITOR, shift=replace(SHIFT, audience="everyone")), WISH),
    ],
)
def test_nothing_stands_in_the_way(facts: Facts, wish: SignUpCommand) -> None:
    assert isinstance(decide(facts, wish), Admitted)


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
