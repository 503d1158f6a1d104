"""Followers get each message about their subject once."""

from sqlalchemy import select

from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.notifications.followers import count_followers, follow, notify_followers, unfollow
from app.notifications.inbox import InboxMessage
from app.volunteering.messages import PlaceIsYours
from tests.factories import a_community, a_participant
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
