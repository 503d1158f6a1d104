"""The rules of applying for a post, without a database: what is told first."""

from dataclasses import replace
from uuid import uuid4

import pytest

from app.communities.errors import NotAParticipant, ParticipantInactive
from app.double_reporting.errors import NotRegistered, PostClaimed, PostClosed, PostFull
from app.double_reporting.post_claims.rules import (
    Admitted,
    ClaimPostCommand,
    Facts,
    LockedPost,
    Person,
    decide,
)
from app.kernel.database.capacity import LockedCapacity
from app.kernel.database.idempotency import Key, KeyReused, StoredResponse
from app.kernel.errors import NotFound, UnknownReference
from tests.now import NOW

KEY = Key("apply-01", b"this")
WISH = ClaimPostCommand(post_id=uuid4(), by=uuid4(), at=NOW, key=KEY)
AT_THE_DESK = replace(WISH, key=None, on_behalf_of=uuid4())
KEPT = StoredResponse(201, b"{}", "/there")
MEMBER = Person(uuid4(), "active", is_registered=True)
FULL = LockedCapacity(id=WISH.post_id, capacity=1, taken=1)
POST = LockedPost("published", FULL)
ALL_WRONG = Facts(
    person=replace(MEMBER, is_registered=False),
    post=LockedPost("closed", FULL),
    has_claimed=True,
)

REFUSED = [
    (replace(ALL_WRONG, kept=(b"that", KEPT)), WISH, KeyReused),
    (replace(ALL_WRONG, person=None), WISH, NotAParticipant),
    (replace(ALL_WRONG, person=None), AT_THE_DESK, UnknownReference),
    (replace(ALL_WRONG, person=replace(MEMBER, status="left")), WISH, ParticipantInactive),
    (replace(ALL_WRONG, post=None), WISH, NotFound),
    (replace(ALL_WRONG, post=LockedPost("draft", FULL)), WISH, NotFound),
    (ALL_WRONG, WISH, NotRegistered),
    (replace(ALL_WRONG, person=MEMBER), WISH, PostClosed),
    (replace(ALL_WRONG, person=MEMBER, post=POST), WISH, PostClaimed),
    (Facts(person=MEMBER, post=POST), WISH, PostFull),
]


@pytest.mark.parametrize(("facts", "wish", "refusal"), REFUSED)
def test_the_first_thing_in_the_way_is_told(
    facts: Facts, wish: ClaimPostCommand, refusal: type[Exception]
) -> None:
    assert type(decide(facts, wish)) is refusal


def test_a_used_key_gives_its_answer_again_whatever_has_changed() -> None:
    facts = replace(ALL_WRONG, kept=(b"this", KEPT))
    assert decide(facts, WISH) == replace(KEPT, is_replayed=True)


def test_the_last_place_goes_to_one_of_a_group() -> None:
    places = LockedCapacity(id=WISH.post_id, capacity=2, taken=1)
    facts = Facts(person=MEMBER, post=LockedPost("published", places))
    assert isinstance(decide(facts, WISH), Admitted)
    assert isinstance(decide(facts, WISH), PostFull)
    assert (places.taken, places.has_moved) == (2, True)
