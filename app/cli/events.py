"""`linli events`: dead letters, which are listeners of events that were given up."""

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from app.cli.command import EnvFile, command_app, fail
from app.cli.database import run
from app.identity.actor import OPERATOR
from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.database.engine import Database
from app.kernel.jobs import dead_letters
from app.kernel.jobs.events import StoredEvent, Unreadable
from app.kernel.jobs.failures import ListenerFailure
from app.kernel.ops import database_clock
from app.kernel.privacy.audit import record
from app.serve import engine_of, read_settings

app = command_app()


@app.callback(no_args_is_help=True)
def events() -> None:
    """List dead letters of events, show one, have them tried again."""


@app.command("list")
def list_(
    limit: Annotated[int, typer.Option(min=1, help="The most lines to print.")] = 100,
    env_file: EnvFile = None,
) -> None:
    """List listeners that were given up, the oldest first."""

    async def act(database: Database) -> None:
        async with database.transaction() as session:
            letters = await dead_letters.list_dead_letters(session, limit)
            summary = await dead_letters.summarise(session)
        for letter in letters:
            typer.echo(_line(letter))
        typer.echo(f"dead letters: {summary.dead_letters}")
        if summary.unreadable:
            typer.echo(f"events that no worker could read so far: {summary.unreadable}")

    _run(env_file, act)


@app.command()
def show(letter_id: UUID, env_file: EnvFile = None) -> None:
    """Show one listener that failed, with the event it failed for."""

    async def act(database: Database) -> None:
        async with database.transaction() as session:
            letters = await dead_letters.find_failures(session, [letter_id])
        if not letters:
            fail(f"{letter_id} is no listener that failed")
        for name, value in _fields(letters[0]).items():
            typer.echo(f"{name}: {value}")

    _run(env_file, act)


@app.command()
def retry(letter_ids: list[UUID], env_file: EnvFile = None) -> None:
    """Have listeners tried again now, as often as new ones."""

    async def act(database: Database) -> None:
        async with database.transaction() as session:
            letters = await dead_letters.find_failures(session, letter_ids)
        for letter in letters:
            async with database.transaction() as session:
                await dead_letters.retry(session, letter, clock.now())
                record(session, OPERATOR, "event.retried", letter)
            typer.echo(f"{letter.id} is due now")
        missing = set(letter_ids) - {letter.id for letter in letters}
        if missing:
            fail(f"no listener that failed: {', '.join(map(str, sorted(missing)))}")

    _run(env_file, act)


def _run(env_file: Path | None, command: Callable[[Database], Awaitable[None]]) -> None:
    async def with_database() -> None:
        settings = read_settings(env_file)
        keys.use(settings.keys())
        engine = engine_of(settings)
        try:
            database = Database.of(engine)
            await database_clock.set_clock(database)
            await command(database)
        finally:
            await engine.dispose()

    run(with_database())


def _event_of(letter: ListenerFailure) -> StoredEvent:
    """Opens the event. One that cannot be opened still has a line, so that the others have."""
    try:
        return letter.read()
    except Unreadable as unreadable:
        return StoredEvent(letter.kind, {}, str(unreadable))


def _line(letter: ListenerFailure) -> str:
    event = _event_of(letter)
    return (
        f"{letter.id}  {letter.given_up_at:%Y-%m-%d %H:%M}  {event.listener}  {event.kind}"
        f"  {letter.error}  {letter.attempts} attempts"
    )


def _fields(letter: ListenerFailure) -> dict[str, object]:
    """Ids, kinds and times; the payload of an event holds no words of anybody."""
    event = _event_of(letter)
    return {
        "id": letter.id,
        "listener": event.listener,
        "event": letter.event_id,
        "kind": event.kind,
        "payload": json.dumps(event.payload),
        "community": letter.community_id,
        "error": letter.error,
        "attempts": letter.attempts,
        "first failed": letter.first_failed_at.isoformat(),
        "last failed": letter.failed_at.isoformat(),
        "given up": letter.given_up_at.isoformat() if letter.given_up_at else "no",
        "due": letter.due_at.isoformat(),
    }
