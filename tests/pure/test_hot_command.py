"""The skeleton of hot commands: what is answered, written and stored, and in which order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from app.communities.acting import ActingFor
from app.kernel.crypto import keys
from app.kernel.database.columns import uuid7
from app.kernel.database.idempotency import (
    LIFETIME,
    RESPONSE,
    Key,
    KeyReused,
    ResponseGone,
    StoredResponse,
    seal_response,
    store_rows_sql,
)
from app.kernel.errors import DomainError, NotFound
from app.kernel.jobs.events import Event, EventRow, emit_rows_sql
from app.kernel.lane.connection import Connection
from app.kernel.lane.hot_command import HotCommand, NewRow, Values, write_rows
from app.kernel.ops.settings import KernelSettings
from tests.now import NOW

keys.use(KernelSettings.demo().keys())

HERE = uuid4()
LOCK, LOAD, ADD = "lock", "load", "add"
EMIT, STORE = emit_rows_sql("signups"), store_rows_sql("signups")


class Rung(Event):
    kind = "test.rung"
    name: str


@dataclass(frozen=True)
class Ring:
    name: str
    key: Key | None = None
    acting: ActingFor = field(default_factory=lambda: ActingFor.oneself(uuid4()))
    at: Any = NOW


def arguments(commands: Sequence[Ring]) -> Values:
    return ([command.name for command in commands],)


def decide(fact: str, command: Ring) -> str | DomainError:
    return NotFound() if fact == "absent" else f"{command.name} {fact}"


async def write(
    connection: Connection, community_id: UUID, admitted: Sequence[tuple[Ring, str]]
) -> list[NewRow]:
    rows = [
        NewRow(id_ := uuid7(), (id_, answer), response_to(answer), Rung(name=command.name))
        for command, answer in admitted
    ]
    await write_rows(connection, ADD, community_id, [row.values for row in rows])
    return rows


def response_to(answer: str) -> StoredResponse:
    return StoredResponse(201, answer.encode(), {"Location": f"/{answer}"})


RING = HotCommand[Ring, str, str](
    table="signups",
    lock=LOCK,
    load=LOAD,
    lock_arguments=arguments,
    read_facts=lambda rows: [fact for (fact,) in rows],
    decide=decide,
    write=write,
)


class Recorder:
    """A connection that remembers the statements, and gives the rows that it was made with."""

    def __init__(self, *rows: Values) -> None:
        self.rows = rows
        self.calls: list[tuple[str, Values]] = []

    async def fetch(self, sql: str, /, *arguments: Any) -> Sequence[Mapping[str, Any]]:
        self.calls.append((sql, arguments))
        return [{str(n): value for n, value in enumerate(row)} for row in self.rows]

    async def execute(self, sql: str, /, *arguments: Any) -> str:
        self.calls.append((sql, arguments))
        return ""

    @property
    def statements(self) -> list[str]:
        return [sql for sql, _ in self.calls]

    def arguments_of(self, sql: str) -> Values:
        [arguments] = [arguments for called, arguments in self.calls if called == sql]
        return arguments


NEW = (None, None, None, None)
KEY = Key("ring-0001", b"this")
BEFORE = StoredResponse(201, b"before", {"Location": "/before"})


def used_by(command: Ring) -> Values:
    """The record of the command's key, as it is read with its facts."""
    record_id = KEY.id_for(command.acting.by, "hot")
    return (b"this", 201, seal_response(HERE, record_id, BEFORE), NOW + timedelta(hours=1))


async def test_the_steps_run_in_order_once_for_a_group() -> None:
    connection = Recorder((*NEW, "loud"), (*NEW, "low"))
    outcomes = await RING.serve_many(connection, HERE, [Ring("a", KEY), Ring("b")])
    assert outcomes == [response_to("a loud"), response_to("b low")]
    assert connection.statements == [LOCK, LOAD, ADD, EMIT, STORE]


async def test_outcomes_stand_in_the_order_of_the_commands_and_only_the_admitted_are_written() -> (
    None
):
    commands = [Ring(name, KEY) for name in "abcd"]
    used = used_by(commands[2])
    connection = Recorder((*NEW, "absent"), (*NEW, "loud"), (*used, "loud"), (*NEW, "low"))
    refused, first, replayed, last = await RING.serve_many(connection, HERE, commands)
    assert isinstance(refused, NotFound)
    assert (first, last) == (response_to("b loud"), response_to("d low"))
    assert replayed == replace(BEFORE, is_replayed=True)
    _, ids, answers = connection.arguments_of(ADD)
    assert answers == ["b loud", "d low"]
    _, row_ids, event_ids, sealed, family, at = connection.arguments_of(EMIT)
    assert (row_ids, family, at) == (ids, "test", NOW)
    events: list[Any] = [
        EventRow.event.open_for(EventRow, HERE, id_, stored)
        for id_, stored in zip(event_ids, sealed, strict=True)
    ]
    assert [event["payload"] for event in events] == [{"name": "b"}, {"name": "d"}]
    records = [KEY.id_for(commands[n].acting.by, "hot") for n in (1, 3)]
    assert connection.arguments_of(STORE)[1:3] == (ids, records)


async def test_a_used_key_gives_its_response_again_whatever_the_rule_would_say() -> None:
    command = Ring("a", KEY)
    connection = Recorder((*used_by(command), "absent"))
    [outcome] = await RING.serve_many(connection, HERE, [command])
    assert outcome == replace(BEFORE, is_replayed=True)
    assert connection.statements == [LOCK, LOAD]


async def test_a_key_used_for_another_request_is_refused() -> None:
    command = Ring("a", replace(KEY, fingerprint=b"that"))
    connection = Recorder((*used_by(command), "loud"))
    [outcome] = await RING.serve_many(connection, HERE, [command])
    assert isinstance(outcome, KeyReused)


async def test_records_are_looked_up_by_caller_and_key_and_stored_for_keys_alone() -> None:
    connection = Recorder((*NEW, "loud"), (*NEW, "loud"))
    commands = [Ring("a"), Ring("b", KEY)]
    await RING.serve_many(connection, HERE, commands)
    record = KEY.id_for(commands[1].acting.by, "hot")
    assert connection.arguments_of(LOAD)[-1] == [None, record]
    _, _, records, fingerprints, statuses, [sealed], [end] = connection.arguments_of(STORE)
    assert (records, fingerprints, statuses) == ([record], [b"this"], [201])
    assert RESPONSE.open(HERE, record, sealed).endswith(b"\nb loud")
    assert NOW + LIFETIME <= end < NOW + LIFETIME + timedelta(hours=1)


async def test_a_group_without_keys_stores_nothing() -> None:
    connection = Recorder((*NEW, "loud"))
    await RING.serve_many(connection, HERE, [Ring("a")])
    assert connection.statements == [LOCK, LOAD, ADD, EMIT]


async def test_who_may_not_see_a_stored_response_is_refused() -> None:
    command = Ring("a", KEY)
    connection = Recorder((*used_by(command), "absent"))
    careful = replace(RING, refuse_replay=lambda fact, _: NotFound() if fact == "absent" else None)
    [outcome] = await careful.serve_many(connection, HERE, [command])
    assert isinstance(outcome, NotFound)


async def test_after_its_end_a_response_is_gone_and_nothing_is_done_again() -> None:
    command = Ring("a", KEY)
    *record, _ = used_by(command)
    connection = Recorder((*record, NOW, "loud"))
    [outcome] = await RING.serve_many(connection, HERE, [command])
    assert isinstance(outcome, ResponseGone)
    assert connection.statements == [LOCK, LOAD]
