"""Revisions that seal words, kinds and pointers: down into clear columns, and up again, with rows
in the way."""

from typing import Any
from uuid import UUID

from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import select, text

from app.communities.acting import ActingFor
from app.communities.models import Channel, Participant, PlaceKind
from app.communities.permissions import Staff
from app.double_reporting.messages.registrations import RegistrationEntered
from app.feedback.history.service import note_by_author, note_by_staff
from app.feedback.messages import TicketAccepted
from app.feedback.models import EntryKind, Location, Ticket, TicketEntry
from app.identity.models import Administrator, User
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from app.kernel.database.migrations import INI, check, migrate
from app.kernel.jobs.events import EventRow, emit
from app.kernel.jobs.failures import ListenerFailure
from app.notifications.followers import follow, followers_of, is_following
from app.notifications.inbox import (
    Content,
    InboxMessage,
    content_of,
    is_to,
    notify,
)
from app.notifications.security_messages import LoginEnded
from app.volunteering.messages import SignupRejected
from app.volunteering.models import Signup
from app.worker import Worker
from tests.factories import a_community, a_participant, a_place, a_shift, a_signup, a_user, saved
from tests.feedback.rows import a_ticket
from tests.now import NOW
from tests.recipients import recipient_of
from tests.subjects import about
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
        rejected = SignupRejected("义诊", NOW, reason="年龄不符")
        notify(session, here, [me.id], rejected, subject=about(me.id))
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


async def test_reasons_witnesses_and_tickets_survive(own_url: str, own_database: Database) -> None:
    """A ticket with a point, and one that the desk has entered with a household; each has an entry
    of its author and one of the staff."""
    here = await a_community(own_database)
    me = await a_participant(own_database, here)
    signup = await a_signup(own_database, await a_shift(own_database, here), me)
    async with own_database.transaction() as session:
        (await session.get_one(Signup, (here, signup.id))).cancel("暴雨红色预警")
    before = [await a_stored_ticket(own_database, here, me, at_desk=n) for n in (False, True)]

    await down_below(own_url, "202611280320")
    query = "SELECT participant_id, entered_by, text, witness FROM tickets t"
    rows = await clear_rows(own_database, here, f"{query} WHERE t.community_id = :here ORDER BY id")
    assert [row["participant_id"] for row in rows] == [me.id, me.id]
    assert [row["entered_by"] for row in rows] == [me.user_id, PLATFORM]
    assert [(row["text"], row["witness"]) for row in rows] == [(WORDS, None), (WORDS, "王芳")]
    query = "SELECT entered_by, text FROM ticket_entries e WHERE e.community_id = :here ORDER BY id"
    entries = await clear_rows(own_database, here, query)
    assert [row["entered_by"] for row in entries] == [me.user_id, PLATFORM] * 2
    query = "SELECT reason FROM signups g WHERE g.community_id = :here"
    assert await clear_rows(own_database, here, query) == [{"reason": "暴雨红色预警"}]

    await migrate(own_url)
    await check(own_url)
    after = await rows_of(own_database, Ticket)
    assert [(row.participant_id, row.text, row.place) for row in after] == before
    assert [(row.entered_by, row.witness) for row in after] == [(None, None), (PLATFORM, "王芳")]
    by = [(row.entered_by, row.text) for row in await rows_of(own_database, TicketEntry)]
    assert by == [(None, "补充说明"), (PLATFORM, "已联系物业")] * 2
    [signup] = await rows_of(own_database, Signup)
    assert (signup.reason, signup.witness) == ("暴雨红色预警", None)
    mine = Ticket.participant_id.matches(Ticket, here, str(me.id))
    async with own_database.transaction() as session:
        found = await session.scalars(select(Ticket).filter_by(community_id=here).where(mine))
        assert len(found.all()) == 2


WORDS = "路灯不亮，电话13800138000"
POINT = Location(None, 120.123456, 30.543217)


async def a_stored_ticket(
    database: Database, here: UUID, me: Participant, *, at_desk: bool
) -> tuple[UUID, str, Location]:
    """Stores a ticket with its history; returns author, text and location."""
    ticket = await a_ticket(database, here, me, text=WORDS)
    place = POINT
    if at_desk:
        place = Location((await a_place(database, here, name="502", kind=PlaceKind.HOUSEHOLD)).id)
    async with database.transaction() as session:
        ticket = await session.get_one(Ticket, (here, ticket.id))
        if at_desk:
            ticket.entered_by, ticket.channel, ticket.witness = PLATFORM, Channel.DESK, "王芳"
        ticket.location = place.stored()
        author = ActingFor.oneself(here)
        await note_by_author(session, ticket, EntryKind.SUPPLEMENTED, author, "补充说明")
        staff = Staff(here, PLATFORM, ())
        await note_by_staff(session, ticket, EntryKind.REPLIED, staff, "已联系物业")
    return me.id, WORDS, place


async def test_names_and_followers_survive(own_url: str, own_database: Database) -> None:
    here = await a_community(own_database)
    me = await a_participant(own_database, here)
    admin = await an_administrator(own_database)
    async with own_database.transaction() as session:
        (await session.get_one(User, me.user_id)).nickname = "阿英"
        await follow(session, here, me.id, me.id)

    await down_below(own_url, "202611280340")
    query = "SELECT display_name FROM participants p WHERE p.community_id = :here"
    assert await clear_rows(own_database, here, query) == [{"display_name": me.display_name}]
    query = "SELECT participant_id FROM followers f WHERE f.community_id = :here"
    assert await clear_rows(own_database, here, query) == [{"participant_id": me.id}]
    query = (
        "SELECT nickname FROM users WHERE nickname IS NOT NULL AND CAST(:here AS uuid) IS NOT NULL"
    )
    assert await clear_rows(own_database, here, query) == [{"nickname": "阿英"}]

    await migrate(own_url)
    await check(own_url)
    async with own_database.transaction() as session:
        assert (await session.get_one(User, me.user_id)).nickname == "阿英"
        assert (await session.get_one(Administrator, admin.id)).name == admin.name
        person = await session.get_one(Participant, (here, me.id))
        assert person.display_name == me.display_name
        assert await is_following(session, here, me.id, me.id)
        assert await followers_of(session, here, me.id) == [me.id]


async def an_administrator(database: Database) -> Administrator:
    user_id = await a_user(database)
    admin = Administrator(
        user_id=user_id, login_name="wangfang", name="王芳", password_hash=None, created_at=NOW
    )
    return await saved(database, admin)


async def test_recipients_of_messages_survive(own_url: str, own_database: Database) -> None:
    here = await a_community(own_database)
    me = await a_participant(own_database, here)
    messages = (TicketAccepted("1-2026-000012", ""), LoginEnded(), RegistrationEntered("临里"))
    async with own_database.transaction() as session:
        for message in messages:
            notify(session, here, [me.id], message, subject=about(me.id))
    query = "SELECT participant_id FROM inbox_messages i WHERE i.community_id = :here ORDER BY id"
    for revision, named in (("202611280350", [me.id, me.id, None]), (None, [None, me.id, None])):
        await (down_below(own_url, revision) if revision else migrate(own_url))
        rows = await clear_rows(own_database, here, query)
        assert [row["participant_id"] for row in rows] == named
    async with own_database.transaction() as session:
        mine = await session.scalars(select(InboxMessage).where(is_to(here, me.id)))
        assert [recipient_of(message) for message in mine] == [me.id] * 3
