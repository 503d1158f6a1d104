"""Followers get each message about their subject once."""

from httpx import AsyncClient
from sqlalchemy import select

from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.notifications.followers import (
    count_followers,
    follow,
    followers_of,
    notify_followers,
    unfollow,
)
from app.notifications.inbox import InboxMessage
from app.volunteering.messages import PlaceIsYours
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, staff
from tests.now import NOW
from tests.subjects import about


async def test_followers_get_a_message_unless_they_are_excluded(database: Database) -> None:
    community_id, subject = await a_community(database), uuid7()
    one, two, gone = [(await a_participant(database, community_id)).id for _ in range(3)]
    async with database.transaction() as session:
        for participant_id in (one, one, two, gone):
            await follow(session, community_id, subject, participant_id)
        await unfollow(session, community_id, subject, gone)
        assert await count_followers(session, community_id, subject) == 2
        message = PlaceIsYours("清扫楼道", NOW)
        await notify_followers(session, community_id, about(subject), message, excluding=[two])
    async with database.transaction() as session:
        recipients = (await session.scalars(select(InboxMessage.participant_id))).all()
    assert recipients == [one]


async def test_followers_of_one_subject_get_no_message_about_another(database: Database) -> None:
    community_id = await a_community(database)
    participant_id = (await a_participant(database, community_id)).id
    async with database.transaction() as session:
        await follow(session, community_id, uuid7(), participant_id)
        message = PlaceIsYours("清扫楼道", NOW)
        await notify_followers(session, community_id, about(uuid7()), message)
        assert (await session.scalars(select(InboxMessage))).all() == []


async def test_who_has_left_or_is_blocked_follows_nothing(
    http: AsyncClient, database: Database
) -> None:
    community_id, subject = await a_community(database), uuid7()
    left, blocked, stays = [await a_participant(database, community_id) for _ in range(3)]
    async with database.transaction() as session:
        for participant in (left, blocked, stays):
            await follow(session, community_id, subject, participant.id)
    here = f"/v1/communities/{community_id}/participants"
    gone = await http.post(f"{here}/me/leave", headers=as_(left.user_id))
    clerk = await staff(database, community_id)
    shut = await http.post(
        f"/admin{here}/{blocked.id}/block", json={"reason": "多次骚扰他人"}, headers=as_admin(clerk)
    )
    assert (gone.status_code, shut.status_code) == (200, 200)
    async with database.transaction() as session:
        assert await followers_of(session, community_id, subject) == [stays.id]
    await Worker(database).run_due()
    async with database.transaction() as session:
        assert await count_followers(session, community_id, subject) == 1
