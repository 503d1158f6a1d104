"""The skeleton of a hot command: lock, load, decide and write, for a group of one community.

What all hot lanes do alike stands here: stored responses, the loop of decisions, events, records
and the order of writing. A lane adds its statements, its facts and its rule.
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, NamedTuple, Protocol, TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.columns import uuid7
from app.kernel.database.idempotency import (
    Key,
    StoredResponse,
    replay,
    seal_response,
    store_rows_sql,
)
from app.kernel.errors import DomainError
from app.kernel.jobs.events import Event, emit_rows_sql, family_of, seal_event
from app.kernel.lane.connection import Connection, connection_of

Values = tuple[Any, ...]
"""Values of one row, in the order of its statement."""
Outcome = StoredResponse | DomainError
"""The result of one command."""

# The columns and the join by which every `load` reads the stored response of a key.
STORED = "k.fingerprint, k.status, k.response_sealed, k.expires_at"
JOIN_STORED = "LEFT JOIN idempotency_keys k ON k.community_id = $1 AND k.id = w.key_id"


class ActsBy(Protocol):
    @property
    def by(self) -> UUID: ...


class Command(Protocol):
    """The part of a command that the skeleton reads: the caller, the instant, and any key."""

    @property
    def acting(self) -> ActsBy: ...
    @property
    def at(self) -> datetime: ...
    @property
    def key(self) -> Key | None: ...


AnyCommand = TypeVar("AnyCommand", bound=Command)
Facts = TypeVar("Facts")
Admitted = TypeVar("Admitted")


class Loaded(NamedTuple, Generic[Facts]):
    """The facts and the stored response that were loaded for one command."""

    facts: Facts
    record_id: UUID | None
    """The id of its idempotency record, if it has a key."""
    replayed: Outcome | None
    """Its outcome, if the key has been used before."""


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
    """Makes the arrays $2, $3 and so on of `lock`. Those of `load` begin with them, and end with
    the ids of the idempotency records."""
    read_facts: Callable[[Sequence[Values]], Sequence[Facts]]
    decide: Callable[[Facts, AnyCommand], Admitted | DomainError]
    """The rule: pure, but for what it counts on objects that the group's facts share."""
    write: Callable[
        [Connection, UUID, Sequence[tuple[AnyCommand, Admitted]]], Awaitable[Sequence[NewRow]]
    ]
    """Writes the lane's own tables with one statement each: a chain of them (WITH … INSERT) is
    not a single-shard statement on Citus."""
    load_arguments: Callable[[Sequence[AnyCommand]], Values] = lambda _commands: ()
    """Makes the arrays of `load` that `lock` does not have."""
    refuse_replay: Callable[[Facts, AnyCommand], DomainError | None] = lambda _facts, _command: None
    """Returns the error for a caller who may not see the stored response any more."""
    locked_arguments: Callable[[UUID, Sequence[AnyCommand], Sequence[Values]], Values] = (
        lambda _community_id, _commands, _locked: ()
    )
    """Makes the last arrays of `load` from the rows that `lock` has returned: what is found by a
    keyed index of a person is known when the person is."""

    async def serve_many(
        self, connection: Connection, community_id: UUID, commands: Sequence[AnyCommand]
    ) -> list[Outcome]:
        """Serves a group in the order given. No person may be in it twice."""
        locked = await self.lock_rows(connection, community_id, commands)
        loaded = await self.load_facts(connection, community_id, commands, locked)
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
    ) -> list[Values]:
        """Returns what the statement selects of the locked rows."""
        arguments = self.lock_arguments(commands)
        rows = await connection.fetch(self.lock, community_id, *arguments)
        return [tuple(row.values()) for row in rows]

    async def load_facts(
        self,
        connection: Connection,
        community_id: UUID,
        commands: Sequence[AnyCommand],
        locked: Sequence[Values],
    ) -> list[Loaded[Facts]]:
        arguments = (
            *self.lock_arguments(commands),
            *self.load_arguments(commands),
            *self.locked_arguments(community_id, commands, locked),
        )
        record_ids = [_record_id(command) for command in commands]
        rows = await connection.fetch(self.load, community_id, *arguments, record_ids)
        values = [tuple(row.values()) for row in rows]
        replayed = [
            _replay(community_id, command, record_id, row[:4])
            for command, record_id, row in zip(commands, record_ids, values, strict=True)
        ]
        # Before the facts stand the four columns of STORED.
        facts = self.read_facts([row[4:] for row in values])
        return list(map(Loaded, facts, record_ids, replayed))

    async def apply(
        self,
        connection: Connection,
        community_id: UUID,
        commands: Sequence[AnyCommand],
        loaded: Sequence[Loaded[Facts]],
    ) -> list[Outcome]:
        """Decides each command in turn, then writes those admitted together."""
        outcomes: list[Outcome | None] = []
        admitted: list[tuple[AnyCommand, Admitted]] = []
        keys: list[tuple[Key | None, UUID | None]] = []
        for command, one in zip(commands, loaded, strict=True):
            if one.replayed is not None:
                outcomes.append(self.refuse_replay(one.facts, command) or one.replayed)
                continue
            decision = self.decide(one.facts, command)
            if isinstance(decision, DomainError):
                outcomes.append(decision)
                continue
            outcomes.append(None)
            admitted.append((command, decision))
            keys.append((command.key, one.record_id))
        rows: Sequence[NewRow] = []
        if admitted:
            at = admitted[0][0].at
            rows = await self.write(connection, community_id, admitted)
            await self._emit(connection, community_id, at, rows)
            await self._store(connection, community_id, at, zip(rows, keys, strict=True))
        responses = iter([row.response for row in rows])
        return [next(responses) if outcome is None else outcome for outcome in outcomes]

    async def _emit(
        self, connection: Connection, community_id: UUID, at: datetime, rows: Sequence[NewRow]
    ) -> None:
        events = [(row.id, uuid7(), row.event) for row in rows if row.event is not None]
        if events:
            # A lane emits one kind of event.
            family = family_of(events[0][2].kind)
            values = [
                (row_id, id_, seal_event(community_id, id_, event)) for row_id, id_, event in events
            ]
            statement = emit_rows_sql(self.table)
            await write_rows(connection, statement, community_id, values, family, at)

    async def _store(
        self,
        connection: Connection,
        community_id: UUID,
        at: datetime,
        rows: Iterable[tuple[NewRow, tuple[Key | None, UUID | None]]],
    ) -> None:
        """Stores the responses, as the last write: the ordinary lane locks its record first, and
        then waits for rows that are locked here (see `Key.id_for`)."""
        values = [
            (
                *(row.id, record_id, key.fingerprint, row.response.status),
                *(seal_response(community_id, record_id, row.response), row.response.ends_at(at)),
            )
            for row, (key, record_id) in rows
            if key is not None and record_id is not None
        ]
        await write_rows(connection, store_rows_sql(self.table), community_id, values)


def _record_id(command: Command) -> UUID | None:
    return None if command.key is None else command.key.id_for(command.acting.by, "hot")


def _replay(
    community_id: UUID, command: Command, record_id: UUID | None, row: Values
) -> Outcome | None:
    fingerprint, status, sealed, expires_at = row
    if fingerprint is None or command.key is None or record_id is None:
        return None
    stored = (fingerprint, status, sealed, expires_at)
    return replay(community_id, record_id, stored, command.key, command.at)


async def write_rows(
    connection: Connection, sql: str, community_id: UUID, rows: Sequence[Values], *more: Any
) -> None:
    """Executes a statement once for all rows, if there are any: $2, $3 and so on are the arrays of
    their columns, and `more` follows."""
    if rows:
        columns = map(list, zip(*rows, strict=True))
        await connection.execute(sql, community_id, *columns, *more)
