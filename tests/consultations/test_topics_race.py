"""Each person counts once, however many devices they act from; with real commits."""

import asyncio
from collections import Counter

import pytest
from httpx import AsyncClient
from sqlalchemy import func, select, text

from app.communities.models import Channel, Participant
from app.consultations.models import (
    Endorsement,
    Opinion,
    Topic,
    TopicNote,
    TopicSecond,
    TopicStatus,
)
from app.consultations.opinions.rules import MAX_OPINIONS_ON_TOPIC
from app.consultations.topics.rules import MAX_AWAITING_TOPICS
from app.kernel import clock
from app.kernel.database.engine import Database
from tests.client import as_, as_admin
from tests.factories import (
    a_community,
    a_participant,
    a_topic,
    an_opinion,
    participants,
    staff,
)
from tests.planted_bugs import Rendezvous

MANY = 12


@pytest.fixture
async def me(own_database: Database) -> Participant:
    return await a_participant(own_database, await a_community(own_database))


async def assert_one_second(database: Database, topic: Topic, codes: list[int]) -> None:
    async with database.transaction() as session:
        row = await session.get_one(Topic, (topic.community_id, topic.id))
        rows = await session.scalar(select(func.count()).select_from(TopicSecond))
    assert (row.seconds, rows) == (1, 1)
    assert Counter(codes) == {200: 1, 409: MANY - 1}


async def test_seconded_from_many_devices_at_once_it_is_one(
    own_database: Database, phone: AsyncClient, me: Participant
) -> None:
    topic = await a_topic(own_database, me.community_id)
    path = f"/v1/communities/{me.community_id}/topics/{topic.id}/second"
    answers = await asyncio.gather(
        *(phone.post(path, headers=as_(me.user_id)) for _ in range(MANY))
    )
    await assert_one_second(own_database, topic, [answer.status_code for answer in answers])


async def check_then_insert(
    database: Database, topic: Topic, me: Participant, rendezvous: Rendezvous
) -> int:
    """Planted bug: looks first and then writes, when the answer may be outdated."""
    async with database.transaction() as session:
        keys = {"community_id": topic.community_id, "topic_id": topic.id}
        seen = select(TopicSecond.id).filter_by(**keys, participant_id=me.id)
        is_there = await session.scalar(seen) is not None
        await rendezvous.wait()
        if is_there:
            return 409
        second = TopicSecond(
            **keys,
            participant_id=me.id,
            at=clock.now(),
            entered_by=me.user_id,
            channel=Channel.SELF,
        )
        row = await session.get_one(Topic, (topic.community_id, topic.id))
        row.count_second()
        session.add(second)
    return 200


async def test_this_race_catches_one_who_checks_and_then_inserts(
    own_database: Database, me: Participant
) -> None:
    topic = await a_topic(own_database, me.community_id)
    async with own_database.transaction() as session:
        await session.execute(text("DROP INDEX uq_topic_seconds_once"))
    rendezvous = Rendezvous(MANY)
    codes = await asyncio.gather(
        *(check_then_insert(own_database, topic, me, rendezvous) for _ in range(MANY))
    )
    with pytest.raises(AssertionError):
        await assert_one_second(own_database, topic, list(codes))


async def test_many_second_at_once_and_it_is_deliberated_once(
    own_database: Database, phone: AsyncClient, me: Participant
) -> None:
    topic = await a_topic(own_database, me.community_id, seconds_needed=5)
    people = await participants(own_database, me.community_id, MANY)
    path = f"/v1/communities/{me.community_id}/topics/{topic.id}/second"
    answers = await asyncio.gather(
        *(phone.post(path, headers=as_(person.user_id)) for person in people)
    )
    assert Counter(answer.status_code for answer in answers) == {200: 5, 409: MANY - 5}
    async with own_database.transaction() as session:
        row = await session.get_one(Topic, (topic.community_id, topic.id))
        notes = list(await session.scalars(select(TopicNote.state)))
    assert (row.status, row.seconds, notes) == ("deliberating", 5, ["deliberating"])


async def test_endorsed_from_many_devices_at_once_it_is_one(
    own_database: Database, phone: AsyncClient, me: Participant
) -> None:
    topic = await a_topic(own_database, me.community_id)
    author = await a_participant(own_database, me.community_id)
    opinion = await an_opinion(own_database, topic, author)
    path = f"/v1/communities/{me.community_id}/opinions/{opinion.id}/endorse"
    answers = await asyncio.gather(
        *(phone.post(path, headers=as_(me.user_id)) for _ in range(MANY))
    )
    assert Counter(answer.status_code for answer in answers) == {200: 1, 409: MANY - 1}
    async with own_database.transaction() as session:
        row = await session.get_one(Opinion, (topic.community_id, opinion.id))
        rows = await session.scalar(select(func.count()).select_from(Endorsement))
    assert (row.endorsements, rows) == (1, 1)


async def test_posted_hidden_and_taken_back_by_many_at_once_the_count_is_right(
    own_database: Database, phone: AsyncClient, me: Participant
) -> None:
    worker = await staff(own_database, me.community_id)
    topic = await a_topic(own_database, me.community_id)
    old = [await an_opinion(own_database, topic, me) for _ in range(MANY)]
    base = f"communities/{me.community_id}"
    posts = [
        await phone.post(
            f"/v1/{base}/topics/{topic.id}/opinions",
            json={"stance": "for", "text": "支持"},
            headers=as_(me.user_id, f"opinion-{n:02}"),
        )
        for n in range(4)
    ]
    passes = [
        phone.post(f"/admin/v1/{base}/opinions/{post.json()['id']}/pass", headers=as_admin(worker))
        for post in posts
    ]
    hides = [
        phone.post(
            f"/admin/v1/{base}/opinions/{opinion.id}/hide",
            json={"reason": "重复"},
            headers=as_admin(worker),
        )
        for opinion in old
    ]
    withdrawals = [
        phone.post(f"/v1/{base}/opinions/{opinion.id}/withdraw", headers=as_(me.user_id))
        for opinion in old
    ]
    answers = await asyncio.gather(*passes, *hides, *withdrawals)
    assert {answer.status_code for answer in answers} <= {200, 201, 409}
    async with own_database.transaction() as session:
        row = await session.get_one(Topic, (topic.community_id, topic.id))
    assert row.opinions_for == len(posts)


async def test_raised_from_many_devices_at_once_no_more_wait_than_may(
    own_database: Database, phone: AsyncClient, me: Participant
) -> None:
    path = f"/v1/communities/{me.community_id}/topics"
    body = {"title": "加装楼道扶手", "text": "老人上下楼不便。", "category": "facilities"}
    answers = await asyncio.gather(
        *(phone.post(path, json=body, headers=as_(me.user_id, f"topic-{n:03}")) for n in range(60))
    )
    counted = Counter(answer.status_code for answer in answers)
    assert counted == {201: MAX_AWAITING_TOPICS, 409: 60 - MAX_AWAITING_TOPICS}


async def test_said_from_many_devices_at_once_no_more_is_said_than_may(
    own_database: Database, phone: AsyncClient, me: Participant
) -> None:
    topic = await a_topic(own_database, me.community_id)
    path = f"/v1/communities/{me.community_id}/topics/{topic.id}/opinions"
    body = {"stance": "for", "text": "支持"}
    answers = await asyncio.gather(
        *(phone.post(path, json=body, headers=as_(me.user_id, f"said-{n:03}")) for n in range(60))
    )
    counted = Counter(answer.status_code for answer in answers)
    assert counted == {201: MAX_OPINIONS_ON_TOPIC, 409: 60 - MAX_OPINIONS_ON_TOPIC}


async def test_two_workers_and_its_raiser_move_it_at_once_and_one_of_them_does(
    own_database: Database, phone: AsyncClient, me: Participant
) -> None:
    worker = await staff(own_database, me.community_id)
    topic = await a_topic(own_database, me.community_id, by=me, status=TopicStatus.SCREENING)
    path = f"communities/{me.community_id}/topics/{topic.id}"
    open_ = phone.post(
        f"/admin/v1/{path}/decline", json={"reason": "已转物业"}, headers=as_admin(worker)
    )
    again = phone.post(
        f"/admin/v1/{path}/decline", json={"reason": "已转物业"}, headers=as_admin(worker)
    )
    withdraw = phone.post(f"/v1/{path}/withdraw", headers=as_(me.user_id))
    answers = await asyncio.gather(open_, again, withdraw)
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    async with own_database.transaction() as session:
        assert len(list(await session.scalars(select(TopicNote)))) == 1
