"""The rules of applying for a post, without a database: the first of several reasons to refuse is
given."""

from dataclasses import replace
from uuid import uuid4

import pytest

from app.communities.acting import ActingFor
from app.communities.errors import NotAParticipant, ParticipantInactive
from app.communities.models import Channel
from app.double_reporting.errors import PostClaimed, PostClosed, PostFull, ResidentsOnly
from app.double_reporting.post_claims.rules import (
    Admitted,
    ClaimPostCommand,
    Facts,
    LockedPost,
    Person,
    decide,
)
from app.kernel.database.capacity import LockedCapacity
from app.kernel.errors import NotFound, UnknownReference
from tests.now import NOW

COMMAND = ClaimPostCommand(uuid4(), ActingFor.oneself(uuid4()), NOW)
AT_THE_DESK = replace(COMMAND, acting=ActingFor(uuid4(), uuid4(), Channel.DESK, "李强"))
RESIDENT = Person(uuid4(), "active", "resident")
FULL = LockedCapacity(id=COMMAND.post_id, capacity=1, taken=1)
POST = LockedPost("published", FULL)
ALL_WRONG = Facts(
    person=replace(RESIDENT, kind="visitor"),
    post=LockedPost("closed", FULL),
    has_claimed=True,
)

REFUSED = [
    (replace(ALL_WRONG, person=None), COMMAND, NotAParticipant),
    (replace(ALL_WRONG, person=None), AT_THE_DESK, UnknownReference),
    (replace(ALL_WRONG, person=replace(RESIDENT, status="left")), COMMAND, ParticipantInactive),
    (replace(ALL_WRONG, post=None), COMMAND, NotFound),
    (replace(ALL_WRONG, post=LockedPost("draft", FULL)), COMMAND, NotFound),
    (ALL_WRONG, COMMAND, ResidentsOnly),
    (replace(ALL_WRONG, person=RESIDENT), COMMAND, PostClosed),
    (replace(ALL_WRONG, person=RESIDENT, post=POST), COMMAND, PostClaimed),
    (Facts(person=RESIDENT, post=POST), COMMAND, PostFull),
]


@pytest.mark.parametrize(("facts", "command", "refusal"), REFUSED)
def test_the_first_reason_to_refuse_is_given(
    facts: Facts, command: ClaimPostCommand, refusal: type[Exception]
) -> None:
    assert type(decide(facts, command)) is refusal


def test_the_last_place_goes_to_one_of_a_group() -> None:
    places = LockedCapacity(id=COMMAND.post_id, capacity=2, taken=1)
    facts = Facts(person=RESIDENT, post=LockedPost("published", places))
    assert isinstance(decide(facts, COMMAND), Admitted)
    assert isinstance(decide(facts, COMMAND), PostFull)
    assert (places.taken, places.has_moved) == (2, True)
