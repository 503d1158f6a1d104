"""The skeleton of hot commands: what is answered, written and stored, and in which order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID, uuid4

from app.communities.acting import ActingFor
from app.kernel.database.columns import uuid7
from app.kernel.database.idempotency import Key, KeyReused, StoredResponse, store_rows_sql
from app.kernel.errors import DomainError, NotFound
from app.kernel.jobs.events import Event, emit_rows_sql
from app.kernel.lane.connection import Connection
from app.kernel.lane.hot_command import HotCommand, NewRow, Values, write_rows
from tests.now import NOW

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
    return StoredResponse(201, answer.encode(), f"/{answer}")


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
USED = (b"this", 201, "/before", b"before")
KEY = Key("ring-0001", b"this")


async def test_the_steps_run_in_order_once_for_a_group() -> None:
    connection = Recorder((*NEW, "loud"), (*NEW, "low"))
    outcomes = await RING.serve_many(connection, HERE, [Ring("a", KEY), Ring("b")])
    assert outcomes == [response_to("a loud"), response_to("b low")]
    assert connection.statements == [LOCK, LOAD, ADD, EMIT, STORE]


async def test_outcomes_stand_in_the_order_of_the_commands_and_only_the_admitted_are_written() -> (
    None
):
    connection = Recorder((*NEW, "absent"), (*NEW, "loud"), (*USED, "loud"), (*NEW, "low"))
    commands = [Ring(name, KEY) for name in "abcd"]
    refused, first, replayed, last = await RING.serve_many(connection, HERE, commands)
    assert isinstance(refused, NotFound)
    assert (first, last) == (response_to("b loud"), response_to("d low"))
    assert replayed == StoredResponse(201, b"before", "/before", is_replayed=True)
    _, ids, answers = connection.arguments_of(ADD)
    assert answers == ["b loud", "d low"]
    emitted = connection.arguments_of(EMIT)
    assert (emitted[1], emitted[3:]) == (
        ids,
        (['{"name":"b"}', '{"name":"d"}'], "test.rung", NOW),
    )
    records = [KEY.id_for(commands[n].acting.by, "hot") for n in (1, 3)]
    assert connection.arguments_of(STORE)[1:3] == (ids, records)


async def test_a_used_key_gives_its_response_again_whatever_the_rule_would_say() -> None:
    connection = Recorder((*USED, "absent"))
    [outcome] = await RING.serve_many(connection, HERE, [Ring("a", KEY)])
    assert outcome == StoredResponse(201, b"before", "/before", is_replayed=True)
    assert connection.statements == [LOCK, LOAD]


async def test_a_key_used_for_another_request_is_refused() -> None:
    other = replace(KEY, fingerprint=b"that")
    [outcome] = await RING.serve_many(Recorder((*USED, "loud")), HERE, [Ring("a", other)])
    assert isinstance(outcome, KeyReused)


async def test_records_are_looked_up_by_caller_and_key_and_stored_for_keys_alone() -> None:
    connection = Recorder((*NEW, "loud"), (*NEW, "loud"))
    commands = [Ring("a"), Ring("b", KEY)]
    await RING.serve_many(connection, HERE, commands)
    record = KEY.id_for(commands[1].acting.by, "hot")
    assert connection.arguments_of(LOAD)[-1] == [None, record]
    _, _, records, fingerprints, locations, bodies, at = connection.arguments_of(STORE)
    assert (records, fingerprints, at) == ([record], [b"this"], NOW)
    assert (locations, bodies) == (["/b loud"], [b"b loud"])


async def test_a_group_without_keys_stores_nothing() -> None:
    connection = Recorder((*NEW, "loud"))
    await RING.serve_many(connection, HERE, [Ring("a")])
    assert connection.statements == [LOCK, LOAD, ADD, EMIT]
