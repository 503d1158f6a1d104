"""Revisions that seal words, kinds and pointers: down into clear columns, and up again, with rows
in the way."""

from typing import Any
from uuid import UUID

from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import select, text

from app.kernel.database.engine import Database
from app.kernel.database.migrations import INI, check, migrate
from app.kernel.jobs.events import EventRow, emit
from app.kernel.jobs.failures import ListenerFailure
from app.notifications.inbox import Content, InboxMessage, content_of, notify
from app.volunteering.messages import SignupRejected
from app.worker import Worker
from tests.factories import a_community, a_participant
from tests.now import NOW
from tests.worker.happenings import BREAKS, NOTIFIES, Happened, rows_of


async def down_below(url: str, revision: str) -> None:
    """Migrates down until the revision is the first one that is not applied."""
    revisions = ScriptDirectory.from_config(Config(str(INI)))
    undone = list(revisions.iterate_revisions("head", revision))
    await migrate(url, f"-{len(undone) + 1}")


async def clear_rows(database: Database, community_id: UUID, sql: str) -> list[dict[str, Any]]:
    async with database.transaction() as session:
        rows = await session.execute(text(sql), {"here": community_id})
        return [dict(row) for row in rows.mappings()]


async def test_messages_and_events_survive_and_what_waits_is_done(
    own_url: str, own_database: Database
) -> None:
    here = await a_community(own_database)
    me = await a_participant(own_database, here)
    async with own_database.transaction() as session:
        notify(session, here, [me.id], SignupRejected("义诊", NOW, reason="年龄不符"))
        emit(session, here, Happened(participant_id=me.id))
    await Worker(own_database, [BREAKS]).run_due()
    async with own_database.transaction() as session:
        emit(session, here, Happened(participant_id=me.id))

    await down_below(own_url, "202611280310")
    query = "SELECT kind, variables FROM inbox_messages i WHERE i.community_id = :here"
    [message] = await clear_rows(own_database, here, query)
    assert message["kind"] == SignupRejected.kind
    assert message["variables"]["reason"] == "年龄不符"
    query = "SELECT kind, payload FROM events e WHERE e.community_id = :here AND settled_at IS NULL"
    [waiting] = await clear_rows(own_database, here, query)
    assert waiting == {"kind": Happened.kind, "payload": {"participant_id": str(me.id)}}
    query = "SELECT kind, payload, listener FROM listener_failures f WHERE f.community_id = :here"
    [failed] = await clear_rows(own_database, here, query)
    assert failed == waiting | {"listener": BREAKS.name}

    await migrate(own_url)
    await check(own_url)
    [row] = await rows_of(own_database, InboxMessage)
    assert content_of(row) == Content(SignupRejected.kind, message["variables"])
    [failure] = await rows_of(own_database, ListenerFailure)
    assert failure.read()[:2] == (Happened.kind, waiting["payload"])
    assert (failure.kind, failure.payload, failure.listener) == ("tests", None, None)
    settled, waiting_row = await rows_of(own_database, EventRow)
    assert (settled.kind, settled.payload) == ("tests", None)
    assert waiting_row.is_of_former_version
    await Worker(own_database, [NOTIFIES]).run_due()
    async with own_database.transaction() as session:
        kinds = [content_of(one).kind for one in await session.scalars(select(InboxMessage))]
        waiting_row = await session.get_one(EventRow, (here, waiting_row.id))
    assert kinds == [SignupRejected.kind, Happened.kind]
    assert (waiting_row.kind, waiting_row.payload) == ("tests", None)
