"""Dead letters: counted, shown to the operator, and tried again at a word."""

from asyncio import to_thread
from datetime import timedelta

from app.doctor import findings
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.kernel.jobs.failures import MAX_ATTEMPTS, ListenerFailure
from app.kernel.ops.queue_metrics import read_queue_metrics
from app.notifications.inbox import InboxMessage
from app.settings import Settings
from app.worker import Worker
from tests.cli.linli import linli_on
from tests.now import NOW
from tests.worker.happenings import (
    BREAKS,
    NOTIFIES,
    count_of,
    happened,
    listener,
    notify_them,
    rows_of,
)


async def a_dead_letter(database: Database) -> ListenerFailure:
    """One listener has failed for the last time; another one has handled the event."""
    await happened(database)
    worker = Worker(database, [BREAKS, NOTIFIES])
    await worker.run_due()
    async with database.transaction() as session:
        [failure] = await rows_of(database, ListenerFailure)
        row = await session.get_one(ListenerFailure, (failure.community_id, failure.id))
        row.attempts = MAX_ATTEMPTS - 1
    with clock.frozen(NOW + timedelta(hours=12)):
        assert await worker.run_due() == 1
    [failure] = await rows_of(database, ListenerFailure)
    assert failure.given_up_at == NOW + timedelta(hours=12)
    return failure


async def test_it_is_not_tried_again_by_itself(own_database: Database) -> None:
    await a_dead_letter(own_database)
    with clock.frozen(NOW + timedelta(days=30)):
        assert await Worker(own_database, [BREAKS, NOTIFIES]).run_due() == 0


async def test_it_is_counted(own_database: Database) -> None:
    await a_dead_letter(own_database)
    async with own_database.transaction() as session:
        gauges = await read_queue_metrics(session, NOW)
    assert gauges["linli_dead_letters"] == 1
    assert gauges["linli_listeners_to_retry"] == 0


async def test_the_doctor_names_it(own_url: str, own_database: Database) -> None:
    settings = Settings.demo(database_url=own_url)
    before = {finding.what: finding async for finding in findings(settings)}
    assert before["dead letters"].is_well
    await a_dead_letter(own_database)
    after = {finding.what: finding async for finding in findings(settings)}
    assert not after["dead letters"].is_well
    assert "linli events list" in after["dead letters"].detail


async def test_it_is_listed_shown_and_tried_again(own_url: str, own_database: Database) -> None:
    letter = await a_dead_letter(own_database)
    listed = await to_thread(linli_on, own_url, "events", "list")
    for fact in (str(letter.id), "tests.break_down", "RuntimeError", f"{MAX_ATTEMPTS} attempts"):
        assert fact in listed.stdout
    assert "dead letters: 1" in listed.stdout
    shown = await to_thread(linli_on, own_url, "events", "show", str(letter.id))
    assert f"event: {letter.event_id}" in shown.stdout
    assert f"given up: {letter.given_up_at:%Y-%m-%d}" in shown.stdout
    again = await to_thread(linli_on, own_url, "events", "retry", str(letter.id))
    assert again.returncode == 0
    [row] = await rows_of(own_database, ListenerFailure)
    assert (row.given_up_at, row.attempts) == (None, 0)
    with clock.frozen(row.due_at):
        await Worker(own_database, [listener(notify_them, BREAKS.name), NOTIFIES]).run_due()
    assert await count_of(own_database, InboxMessage) == 2
    assert await count_of(own_database, ListenerFailure) == 0


async def test_an_unknown_one_is_refused(own_url: str) -> None:
    for command in ("show", "retry"):
        run = await to_thread(linli_on, own_url, "events", command, str(uuid7()))
        assert run.returncode == 1
        assert "no listener that failed" in run.stderr
