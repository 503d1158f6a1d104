"""/v1/communities/{community_id}/topics: raised, read, seconded, followed and withdrawn."""

from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Participant, ParticipantKind, ParticipantStatus
from app.consultations.models import Topic, TopicStatus
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.kernel.privacy.audit import AuditEntry
from app.links.models import Card
from tests.client import as_
from tests.factories import a_community, a_participant, a_topic, a_user

S = TopicStatus
BODY = {
    "title": "加装楼道扶手",
    "text": "老人上下楼不便。\n希望一起商量。",
    "category": "facilities",
}
HIDDEN = [S.SUBMITTED, S.SCREENING, S.DECLINED]
PUBLIC = [S.OPEN, S.DELIBERATING, S.BALLOTING, S.DECIDED]


class Topics:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_participant(database, self.community)
        self.base = f"/v1/communities/{self.community}/topics"

    async def a_topic(self, **fields: Any) -> Topic:
        return await a_topic(self.database, self.community, **fields)

    async def other(self, **fields: Any) -> Participant:
        return await a_participant(self.database, self.community, **fields)

    async def outsider(self) -> UUID:
        elsewhere = await a_community(self.database)
        user_id = (await a_participant(self.database, elsewhere)).user_id
        assert user_id is not None
        return user_id

    async def get(self, path: str = "", user: UUID | None = None, **query: str) -> Response:
        headers = as_(user or self.me.user_id)
        return await self.http.get(f"{self.base}{path}", params=query, headers=headers)

    async def verb(self, topic: Topic, verb: str, user: UUID | None = None) -> Response:
        path = f"{self.base}/{topic.id}/{verb}"
        return await self.http.post(path, headers=as_(user or self.me.user_id))

    async def row(self, topic: Topic) -> Topic:
        async with self.database.transaction() as session:
            return await session.get_one(Topic, (self.community, topic.id))


class TestRaise(Topics):
    async def send(self, user: UUID | None, body: object = BODY, key: str = "topic-01") -> Response:
        return await self.http.post(self.base, json=body, headers=as_(user, key))

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.send(None)).status_code == 401

    async def test_outsiders_find_nothing(self) -> None:
        assert (await self.send(await self.outsider())).status_code == 404

    async def test_a_visitor_claims_a_residence_first(self) -> None:
        visitor = await self.other(kind=ParticipantKind.VISITOR)
        answer = await self.send(visitor.user_id)
        assert (answer.status_code, answer.json()["code"]) == (403, "consultations.residents_only")

    async def test_who_is_blocked_raises_nothing(self) -> None:
        blocked = await self.other(status=ParticipantStatus.BLOCKED)
        answer = await self.send(blocked.user_id)
        assert answer.json()["code"] == "communities.participant_inactive"

    @pytest.mark.parametrize(
        "change",
        [
            {"title": ""},
            {"title": "一\n二"},
            {"text": "字" * 2001},
            {"text": "\x07bell"},
            {"category": "weather"},
            {"status": "open"},
            {"on_behalf_of": str(uuid7())},
        ],
    )
    async def test_what_is_malformed_is_refused(self, change: dict[str, Any]) -> None:
        assert (await self.send(self.me.user_id, BODY | change)).status_code == 422

    async def test_it_is_submitted_with_a_promise(self) -> None:
        answer = await self.send(self.me.user_id)
        assert answer.status_code == 201
        created = answer.json()
        assert created["status"] == "submitted"
        assert created["text"] == BODY["text"]
        assert created["answer_due_at"] == "2026-12-12T04:00:00Z"
        location = answer.headers["Location"]
        assert location == f"{self.base}/{created['id']}"
        seen = (await self.http.get(location, headers=as_(self.me.user_id))).json()
        assert (seen["is_mine"], seen["is_following"], seen["raised_by"]) == (True, True, "秀英")
        assert [(note["state"], note["note"]) for note in seen["history"]] == [("submitted", None)]

    async def test_twice_with_one_key_is_once(self) -> None:
        first, again = await self.send(self.me.user_id), await self.send(self.me.user_id)
        assert again.content == first.content
        assert again.headers["Idempotent-Replayed"] == "true"
        assert len((await self.get()).json()["items"]) == 1

    async def test_its_card_is_not_public_and_nothing_is_audited(self) -> None:
        topic_id = (await self.send(self.me.user_id)).json()["id"]
        async with self.database.transaction() as session:
            card = await session.get_one(Card, (self.community, UUID(topic_id)))
            assert (card.status, card.is_public) == ("submitted", False)
            assert await session.scalar(select(AuditEntry)) is None


class TestRead(Topics):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        topic = await self.a_topic()
        assert (await self.http.get(self.base)).status_code == 401
        assert (await self.http.get(f"{self.base}/{topic.id}")).status_code == 401

    @pytest.mark.parametrize("query", [{"status": "merged"}, {"q": ""}, {"raised_by": "x"}])
    async def test_what_is_malformed_is_refused(self, query: dict[str, Any]) -> None:
        assert (await self.get(**query)).status_code == 422

    @pytest.mark.parametrize("status", HIDDEN)
    async def test_before_it_is_opened_only_who_raised_it_sees_it(self, status: S) -> None:
        topic = await self.a_topic(by=self.me, status=status)
        neighbour = await self.other()
        assert (await self.get(f"/{topic.id}")).status_code == 200
        assert (await self.get(f"/{topic.id}", neighbour.user_id)).status_code == 404
        assert (await self.get(f"/{topic.id}", await self.outsider())).status_code == 404
        assert [one["is_mine"] for one in (await self.get()).json()["items"]] == [True]
        assert (await self.get(user=neighbour.user_id)).json()["items"] == []

    @pytest.mark.parametrize("status", PUBLIC)
    async def test_then_anybody_who_has_logged_in_does(self, status: S) -> None:
        topic = await self.a_topic(by=self.me, status=status)
        reader = await a_user(self.database)
        seen = (await self.get(f"/{topic.id}", reader)).json()
        assert (seen["status"], seen["is_mine"]) == (status, False)
        [listed] = (await self.get(user=reader)).json()["items"]
        assert (listed["id"], listed["raised_by"]) == (str(topic.id), "秀英")

    async def test_what_was_open_stays_readable_when_it_is_withdrawn(self) -> None:
        topic = await self.a_topic(by=await self.other(), status=S.WITHDRAWN)
        assert (await self.get(f"/{topic.id}")).json()["status"] == "withdrawn"

    async def test_by_stage_by_words_and_mine_alone(self) -> None:
        mine = await self.a_topic(by=self.me, status=S.SUBMITTED, title="电动车充电")
        open_ = await self.a_topic(title="增加充电桩")
        await self.a_topic(status=S.DECIDED, title="楼顶绿化")

        async def ids(**query: Any) -> list[str]:
            return [one["id"] for one in (await self.get(**query)).json()["items"]]

        assert await ids(status="open") == [str(open_.id)]
        assert await ids(q="充电") == [str(open_.id), str(mine.id)]
        assert await ids(mine="true") == [str(mine.id)]
        assert await ids(status="submitted") == [str(mine.id)]

    async def test_newest_first_a_page_at_a_time(self) -> None:
        topics = [await self.a_topic() for _ in range(3)]
        first = (await self.get(limit="2")).json()
        rest = (await self.get(limit="2", cursor=first["next_cursor"])).json()
        shown = [one["id"] for one in first["items"] + rest["items"]]
        assert shown == [str(topic.id) for topic in reversed(topics)]
        assert rest["next_cursor"] is None


class TestSecond(Topics):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        path = f"{self.base}/{(await self.a_topic()).id}/second"
        assert (await self.http.post(path)).status_code == 401

    async def test_outsiders_find_nothing(self) -> None:
        answer = await self.verb(await self.a_topic(), "second", await self.outsider())
        assert answer.status_code == 404

    async def test_nor_does_anybody_find_what_is_not_open_to_them(self) -> None:
        topic = await self.a_topic(by=await self.other(), status=S.SCREENING)
        assert (await self.verb(topic, "second")).status_code == 404

    async def test_a_visitor_does_not_second(self) -> None:
        visitor = await self.other(kind=ParticipantKind.VISITOR)
        answer = await self.verb(await self.a_topic(), "second", visitor.user_id)
        assert (answer.status_code, answer.json()["code"]) == (403, "consultations.residents_only")

    @pytest.mark.parametrize("status", [S.DELIBERATING, S.BALLOTING, S.DECIDED, S.WITHDRAWN])
    async def test_what_is_no_longer_open_needs_none(self, status: S) -> None:
        answer = await self.verb(await self.a_topic(status=status), "second")
        assert (answer.status_code, answer.json()["state"]) == (409, status)

    async def test_not_one_s_own(self) -> None:
        answer = await self.verb(await self.a_topic(by=self.me), "second")
        assert (answer.status_code, answer.json()["code"]) == (409, "consultations.own_topic")

    async def test_once_a_person(self) -> None:
        topic = await self.a_topic()
        assert (await self.verb(topic, "second")).json()["seconds"] == 1
        again = await self.verb(topic, "second")
        assert (again.status_code, again.json()["code"]) == (409, "consultations.already_seconded")
        assert (await self.row(topic)).seconds == 1

    async def test_who_seconds_follows(self) -> None:
        topic = await self.a_topic()
        await self.verb(topic, "second")
        seen = (await self.get(f"/{topic.id}")).json()
        assert (seen["has_seconded"], seen["is_following"]) == (True, True)

    async def test_with_enough_it_is_deliberated_and_its_history_says_so(self) -> None:
        topic = await self.a_topic(seconds_needed=2)
        assert (await self.verb(topic, "second")).json()["status"] == "open"
        last = await self.verb(topic, "second", (await self.other()).user_id)
        assert (last.json()["status"], last.json()["seconds"]) == ("deliberating", 2)
        history = (await self.get(f"/{topic.id}")).json()["history"]
        assert [(note["state"], note["note"]) for note in history] == [("deliberating", None)]


class TestFollow(Topics):
    async def follows(self, topic: Topic) -> bool:
        is_following: bool = (await self.get(f"/{topic.id}")).json()["is_following"]
        return is_following

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        path = f"{self.base}/{(await self.a_topic()).id}/follow"
        assert (await self.http.post(path)).status_code == 401
        assert (await self.http.delete(path)).status_code == 401

    async def test_outsiders_find_nothing(self) -> None:
        topic = await self.a_topic()
        assert (await self.verb(topic, "follow", await self.outsider())).status_code == 404

    async def test_who_is_blocked_follows_nothing_new(self) -> None:
        blocked = await self.other(status=ParticipantStatus.BLOCKED)
        answer = await self.verb(await self.a_topic(), "follow", blocked.user_id)
        assert answer.json()["code"] == "communities.participant_inactive"

    async def test_a_visitor_may_as_often_as_they_like(self) -> None:
        visitor = await self.other(kind=ParticipantKind.VISITOR)
        topic = await self.a_topic()
        for _ in range(2):
            answer = await self.verb(topic, "follow", visitor.user_id)
            assert (answer.status_code, answer.json()["is_following"]) == (200, True)

    async def test_and_hear_no_more_of_it(self) -> None:
        topic = await self.a_topic()
        await self.verb(topic, "follow")
        assert await self.follows(topic)
        path = f"{self.base}/{topic.id}/follow"
        for _ in range(2):
            answer = await self.http.delete(path, headers=as_(self.me.user_id))
            assert answer.status_code == 204
        assert not await self.follows(topic)


class TestWithdraw(Topics):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        path = f"{self.base}/{(await self.a_topic()).id}/withdraw"
        assert (await self.http.post(path)).status_code == 401

    async def test_another_s_topic_is_not_found(self) -> None:
        topic = await self.a_topic(by=await self.other())
        assert (await self.verb(topic, "withdraw")).status_code == 404
        assert (await self.verb(topic, "withdraw", await self.outsider())).status_code == 404

    async def test_nor_is_the_community_s_own(self) -> None:
        assert (await self.verb(await self.a_topic(), "withdraw")).status_code == 404

    @pytest.mark.parametrize(
        "status", [S.DECLINED, S.DELIBERATING, S.BALLOTING, S.DECIDED, S.WITHDRAWN]
    )
    async def test_what_is_deliberated_or_over_is_not_withdrawn(self, status: S) -> None:
        answer = await self.verb(await self.a_topic(by=self.me, status=status), "withdraw")
        assert (answer.status_code, answer.json()["state"]) == (409, status)

    @pytest.mark.parametrize("status", [S.SUBMITTED, S.SCREENING, S.OPEN])
    async def test_before_that_it_is(self, status: S) -> None:
        topic = await self.a_topic(by=self.me, status=status)
        assert (await self.verb(topic, "withdraw")).json()["status"] == "withdrawn"
        history = (await self.get(f"/{topic.id}")).json()["history"]
        assert history[-1]["state"] == "withdrawn"
