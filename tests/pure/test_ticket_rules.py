"""The rules of submitting, without a database: what is told first when several things are wrong."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from app.communities.errors import NotAParticipant, ParticipantInactive
from app.feedback.errors import CategoryClosed, PlaceTooExact, TooManyOpen
from app.feedback.models import Visibility
from app.feedback.tickets.rules import (
    Admitted,
    Facts,
    KnownCategory,
    Person,
    SubmitTicketCommand,
    decide,
)
from app.feedback.tickets.schemas import TicketIn
from app.kernel.database.idempotency import Key, KeyReused, StoredResponse
from app.kernel.errors import UnknownReference
from tests.now import NOW

KEY = Key("ticket-01", b"this")
KEPT = StoredResponse(201, b"{}", "/there")
ME = Person(uuid4(), "active")
CATEGORY = KnownCategory(uuid4(), True, 30, 120)
PRIVATE = TicketIn(category_id=CATEGORY.id, text="路灯不亮")
WISH = SubmitTicketCommand(wanted=PRIVATE, by=uuid4(), at=NOW, key=KEY)
AT_HOME = replace(WISH, wanted=PRIVATE.model_copy(update={"place_id": uuid4()}))
FOR_ALL = replace(WISH, wanted=AT_HOME.wanted.model_copy(update={"visibility": Visibility.PUBLIC}))
AT_THE_DESK = replace(WISH, key=None, on_behalf_of=ME.id)
OK = Facts(person=ME, category=CATEGORY)

REFUSED = [
    (Facts(kept=(b"that", KEPT)), WISH, KeyReused),
    (Facts(category=CATEGORY), WISH, NotAParticipant),
    (Facts(category=CATEGORY), AT_THE_DESK, UnknownReference),
    (Facts(person=replace(ME, status="blocked")), WISH, ParticipantInactive),
    (Facts(person=ME, open=10), WISH, UnknownReference),
    (replace(OK, category=replace(CATEGORY, is_active=False), open=10), WISH, CategoryClosed),
    (replace(OK, open=10), FOR_ALL, TooManyOpen),
    (OK, AT_HOME, UnknownReference),
    (replace(OK, place_kind="household"), FOR_ALL, PlaceTooExact),
    (replace(OK, place_kind="entrance"), FOR_ALL, PlaceTooExact),
]


@pytest.mark.parametrize(("facts", "wish", "refusal"), REFUSED)
def test_the_first_thing_in_the_way_is_told(
    facts: Facts, wish: SubmitTicketCommand, refusal: type[Exception]
) -> None:
    assert type(decide(facts, wish)) is refusal


def test_a_used_key_gives_its_answer_again_whatever_has_changed() -> None:
    assert decide(Facts(kept=(b"this", KEPT), open=10), WISH) == replace(KEPT, is_replayed=True)


@pytest.mark.parametrize(
    ("facts", "wish"),
    [
        (OK, WISH),
        (OK, AT_THE_DESK),
        (replace(OK, open=9), WISH),
        (replace(OK, place_kind="household"), AT_HOME),
        (replace(OK, place_kind="building"), FOR_ALL),
    ],
)
def test_nothing_stands_in_the_way(facts: Facts, wish: SubmitTicketCommand) -> None:
    assert isinstance(decide(facts, wish), Admitted)


def test_the_clocks_begin_when_it_is_submitted() -> None:
    clocks = CATEGORY.clocks(NOW)
    assert clocks.response_due_at == NOW + timedelta(minutes=30)
    assert clocks.resolution_warn_at == NOW + timedelta(minutes=90)
