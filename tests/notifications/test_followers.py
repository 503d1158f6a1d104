"""Followers hear what becomes of something, once, whoever tells them."""

from sqlalchemy import select

from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.notifications.followers import count_followers, follow, notify_followers, unfollow
from app.notifications.inbox import InboxMessage
from app.volunteering.messages import PlaceIsYours
from tests.factories import a_community, a_participant
from tests.now import NOW


async def test_followers_are_told_besides_those_who_know(database: Database) -> None:
    here, subject = await a_community(database), uuid7()
    one, two, gone = [(await a_participant(database, here)).id for _ in range(3)]
    async with database.transaction() as session:
        for who in (one, one, two, gone):
            await follow(session, here, subject, who)
        await unfollow(session, here, subject, gone)
        assert await count_followers(session, here, subject) == 2
        message = PlaceIsYours("清扫楼道", NOW)
        await notify_followers(session, here, subject, message, besides=[two])
    async with database.transaction() as session:
        told = (await session.scalars(select(InboxMessage.participant_id))).all()
    assert told == [one]


async def test_followers_of_one_thing_do_not_hear_of_another(database: Database) -> None:
    here = await a_community(database)
    who = (await a_participant(database, here)).id
    async with database.transaction() as session:
        await follow(session, here, uuid7(), who)
        await notify_followers(session, here, uuid7(), PlaceIsYours("清扫楼道", NOW))
        assert (await session.scalars(select(InboxMessage))).all() == []
