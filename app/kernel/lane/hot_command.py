"""The skeleton of a hot command: lock, load, decide and write, for a group of one community.

What all hot lanes do alike stands here: stored responses, the loop of decisions, events, records
and the order of writing. A lane adds its statements, its facts and its rule.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, NamedTuple, Protocol, TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.columns import uuid7
from app.kernel.database.idempotency import Key, StoredResponse, replay, store_rows_sql
from app.kernel.errors import DomainError
from app.kernel.jobs.events import Event, emit_rows_sql
from app.kernel.lane.connection import Connection, connection_of

Values = tuple[Any, ...]
"""Values of one row, in the order of its statement."""
Outcome = StoredResponse | DomainError
"""The result of one command."""

# The columns and the join by which every `load` reads the stored response of a key.
STORED = "k.fingerprint, k.status, k.location, k.body"
JOIN_STORED = "LEFT JOIN idempotency_keys k ON k.community_id = $1 AND k.id = w.key_id"


class Acting(Protocol):
    @property
    def by(self) -> UUID: ...


class Command(Protocol):
    """What the skeleton reads of a command: the caller, the instant and the key, if any."""

    @property
    def acting(self) -> Acting: ...
    @property
    def at(self) -> datetime: ...
    @property
    def key(self) -> Key | None: ...


AnyCommand = TypeVar("AnyCommand", bound=Command)
Facts = TypeVar("Facts")
Admitted = TypeVar("Admitted")


class Loaded(NamedTuple, Generic[Facts]):
    """What has been loaded for one command."""

    stored: tuple[bytes, StoredResponse] | None
    """Fingerprint and response, if the key has been used before."""
    facts: Facts


class NewRow(NamedTuple):
    """The row of one admitted command, with the response and the event that follow from it."""

    id: UUID
    values: Values
    response: StoredResponse
    event: Event | None = None


@dataclass(frozen=True)
class HotCommand(Generic[AnyCommand, Facts, Admitted]):
    """One hot lane. Its functions run in the transaction of the connection, and never commit."""

    table: str
    """The table of the new rows."""
    lock: str
    """Locks people, then the rows that decide, each in the order of ids: groups wait for each
    other and never deadlock."""
    load: str
    """Selects one row per command, in order: STORED, then the facts. It is a statement of its
    own, so that it sees what was committed while the locks were waited for."""
    lock_arguments: Callable[[Sequence[AnyCommand]], Values]
    """The arrays of `lock`: $2, $3 and so on."""
    load_arguments: Callable[[Sequence[AnyCommand]], Values]
    """The arrays of `load`; the ids of idempotency records follow as the last one."""
    read_facts: Callable[[Sequence[Values]], Sequence[Facts]]
    decide: Callable[[Facts, AnyCommand], Admitted | DomainError]
    """The rule: pure, but for what it counts on objects that the group's facts share."""
    write: Callable[
        [Connection, UUID, Sequence[tuple[AnyCommand, Admitted]]], Awaitable[Sequence[NewRow]]
    ]
    """Writes the lane's own tables with one statement each: a chain of them (WITH … INSERT) is
    not a single-shard statement on Citus."""

    async def serve_many(
        self, connection: Connection, community_id: UUID, commands: Sequence[AnyCommand]
    ) -> list[Outcome]:
        """Serves a group in the order given. No person may be in it twice."""
        await self.lock_rows(connection, community_id, commands)
        loaded = await self.load_facts(connection, community_id, commands)
        return await self.apply(connection, community_id, commands, loaded)

    async def serve_one(
        self, session: AsyncSession, community_id: UUID, command: AnyCommand
    ) -> StoredResponse:
        """Serves one command in the session's transaction. Raises what refuses it."""
        connection = await connection_of(session)
        [outcome] = await self.serve_many(connection, community_id, [command])
        if isinstance(outcome, DomainError):
            raise outcome
        return outcome

    async def lock_rows(
        self, connection: Connection, community_id: UUID, commands: Sequence[AnyCommand]
    ) -> None:
        await connection.fetch(self.lock, community_id, *self.lock_arguments(commands))

    async def load_facts(
        self, connection: Connection, community_id: UUID, commands: Sequence[AnyCommand]
    ) -> list[Loaded[Facts]]:
        arguments = (*self.load_arguments(commands), [_record_id(c) for c in commands])
        rows = await connection.fetch(self.load, community_id, *arguments)
        values = [tuple(row.values()) for row in rows]
        facts = self.read_facts([row[4:] for row in values])
        return [Loaded(_stored(*row[:4]), f) for row, f in zip(values, facts, strict=True)]

    async def apply(
        self,
        connection: Connection,
        community_id: UUID,
        commands: Sequence[AnyCommand],
        loaded: Sequence[Loaded[Facts]],
    ) -> list[Outcome]:
        """Decides each command in turn, then writes those admitted together."""
        decided = [self._decide(*one) for one in zip(commands, loaded, strict=True)]
        admitted = [
            (command, decision)
            for command, decision in zip(commands, decided, strict=True)
            if not isinstance(decision, Outcome)
        ]
        rows = await self._write(connection, community_id, admitted) if admitted else []
        responses = iter([row.response for row in rows])
        return [d if isinstance(d, Outcome) else next(responses) for d in decided]

    def _decide(self, command: AnyCommand, loaded: Loaded[Facts]) -> Admitted | Outcome:
        if loaded.stored is not None and command.key is not None:
            return replay(*loaded.stored, command.key)
        return self.decide(loaded.facts, command)

    async def _write(
        self,
        connection: Connection,
        community_id: UUID,
        admitted: Sequence[tuple[AnyCommand, Admitted]],
    ) -> Sequence[NewRow]:
        """Writes rows, then events, then records: the ordinary lane waits for nothing but a
        record (see `Key.id_for`)."""
        rows = await self.write(connection, community_id, admitted)
        at = admitted[0][0].at
        events = [(row.id, uuid7(), row.event) for row in rows if row.event is not None]
        if events:
            kind = events[0][2].kind
            payloads = [(id_, new, event.model_dump_json()) for id_, new, event in events]
            await write_rows(
                connection, emit_rows_sql(self.table), community_id, payloads, kind, at
            )
        records = [
            (row.id, _record_id(command), key.fingerprint, row.response.location, row.response.body)
            for (command, _), row in zip(admitted, rows, strict=True)
            if (key := command.key) is not None
        ]
        await write_rows(connection, store_rows_sql(self.table), community_id, records, at)
        return rows


def _record_id(command: Command) -> UUID | None:
    return None if command.key is None else command.key.id_for(command.acting.by, "hot")


def _stored(
    fingerprint: bytes | None, status: int, location: str | None, body: bytes
) -> tuple[bytes, StoredResponse] | None:
    return None if fingerprint is None else (fingerprint, StoredResponse(status, body, location))


async def write_rows(
    connection: Connection, sql: str, community_id: UUID, rows: Sequence[Values], *more: Any
) -> None:
    """Executes a statement once for all rows, if there are any: $2, $3 and so on are the arrays of
    their columns, and `more` follows."""
    if rows:
        columns = map(list, zip(*rows, strict=True))
        await connection.execute(sql, community_id, *columns, *more)
