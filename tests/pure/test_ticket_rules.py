"""The rules of submitting, without a database: the first of several reasons to refuse is given."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from app.communities.acting import ActingFor
from app.communities.errors import NotAParticipant, ParticipantInactive
from app.communities.models import Channel
from app.communities.people import Person
from app.feedback.errors import CategoryClosed, PlaceTooExact, TooManyOpen
from app.feedback.models import Visibility
from app.feedback.tickets.rules import (
    Admitted,
    Category,
    Facts,
    SubmitTicketCommand,
    decide,
)
from app.feedback.tickets.schemas import TicketIn
from app.kernel.errors import UnknownReference
from tests.now import NOW

ME = Person(uuid4(), "active")
CATEGORY = Category(uuid4(), True, 30, 120)
CLOSED = replace(CATEGORY, is_active=False)
PRIVATE = TicketIn(category_id=CATEGORY.id, text="路灯不亮")
COMMAND = SubmitTicketCommand(PRIVATE, ActingFor.oneself(uuid4()), NOW)
AT_HOME = replace(COMMAND, content=PRIVATE.model_copy(update={"place_id": uuid4()}))
IN_PUBLIC = AT_HOME.content.model_copy(update={"visibility": Visibility.PUBLIC})
FOR_ALL = replace(COMMAND, content=IN_PUBLIC)
AT_THE_DESK = replace(COMMAND, acting=ActingFor(uuid4(), ME.id, Channel.DESK, "李强"))
OK = Facts(person=ME, category=CATEGORY)

REFUSED = [
    (Facts(category=CATEGORY), COMMAND, NotAParticipant),
    (Facts(category=CATEGORY), AT_THE_DESK, UnknownReference),
    (Facts(person=replace(ME, status="blocked")), COMMAND, ParticipantInactive),
    (Facts(person=ME, open_tickets=10), COMMAND, UnknownReference),
    (replace(OK, category=CLOSED, open_tickets=10), COMMAND, CategoryClosed),
    (replace(OK, open_tickets=10), FOR_ALL, TooManyOpen),
    (OK, AT_HOME, UnknownReference),
    (replace(OK, place_kind="household"), FOR_ALL, PlaceTooExact),
    (replace(OK, place_kind="entrance"), FOR_ALL, PlaceTooExact),
]


@pytest.mark.parametrize(("facts", "command", "refusal"), REFUSED)
def test_the_first_reason_to_refuse_is_given(
    facts: Facts, command: SubmitTicketCommand, refusal: type[Exception]
) -> None:
    assert type(decide(facts, command)) is refusal


@pytest.mark.parametrize(
    ("facts", "command"),
    [
        (OK, COMMAND),
        (OK, AT_THE_DESK),
        (replace(OK, open_tickets=9), COMMAND),
        (replace(OK, place_kind="household"), AT_HOME),
        (replace(OK, place_kind="building"), FOR_ALL),
    ],
)
def test_nothing_stands_in_the_way(facts: Facts, command: SubmitTicketCommand) -> None:
    assert isinstance(decide(facts, command), Admitted)


def test_the_clocks_begin_when_it_is_submitted() -> None:
    clocks = CATEGORY.clocks(NOW)
    assert clocks.response_due_at == NOW + timedelta(minutes=30)
    assert clocks.resolution_warn_at == NOW + timedelta(minutes=90)
