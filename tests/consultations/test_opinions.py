"""Opinions on topics, posted, read, endorsed and withdrawn by residents."""

from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response

from app.communities.models import Participant, ParticipantKind, ParticipantStatus
from app.consultations.models import Opinion, Topic, TopicStatus
from app.consultations.opinions.rules import MAX_OPINIONS_ON_TOPIC
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from tests.client import as_
from tests.factories import a_community, a_participant, a_topic, a_user, an_opinion

S = TopicStatus
BODY: dict[str, Any] = {"stance": "against", "text": "费用偏高，\n建议先试点。"}


class Opinions:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_participant(database, self.community)
        self.topic = await a_topic(database, self.community)
        self.base = f"/v1/communities/{self.community}"
        self.path = f"{self.base}/topics/{self.topic.id}/opinions"

    async def other(self, **fields: Any) -> Participant:
        return await a_participant(self.database, self.community, **fields)

    async def an_opinion(
        self, author: Participant | None = None, topic: Topic | None = None, **fields: Any
    ) -> Opinion:
        author = author or await self.other()
        return await an_opinion(self.database, topic or self.topic, author, **fields)

    async def change(self, opinion: Opinion, verb: str, *args: object) -> None:
        async with self.database.transaction() as session:
            row = await session.get_one(Opinion, (self.community, opinion.id))
            getattr(row, verb)(*args)

    async def verb(self, opinion: Opinion, verb: str, user: UUID | None = None) -> Response:
        path = f"{self.base}/opinions/{opinion.id}/{verb}"
        return await self.http.post(path, headers=as_(user or self.me.user_id))

    async def get(self, path: str, user: UUID | None = None, **query: str) -> Response:
        return await self.http.get(path, params=query, headers=as_(user or self.me.user_id))

    async def counts(self, topic: Topic | None = None) -> tuple[int, int, int]:
        async with self.database.transaction() as session:
            row = await session.get_one(Topic, (self.community, (topic or self.topic).id))
        return row.opinions_for, row.opinions_against, row.opinions_neutral


class TestPost(Opinions):
    async def send(
        self, body: object = BODY, user: UUID | None = None, topic: Topic | None = None
    ) -> Response:
        path = f"{self.base}/topics/{(topic or self.topic).id}/opinions"
        headers = as_(user or self.me.user_id, f"opinion-{uuid7()}")
        return await self.http.post(path, json=body, headers=headers)

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.http.post(self.path, json=BODY)).status_code == 401

    async def test_outsiders_find_nothing(self) -> None:
        assert (await self.send(user=await a_user(self.database))).status_code == 404

    async def test_nor_does_anybody_on_what_is_not_open_to_them(self) -> None:
        hidden = await a_topic(self.database, self.community, status=S.SCREENING)
        assert (await self.send(topic=hidden)).status_code == 404

    async def test_a_visitor_reads_and_says_nothing(self) -> None:
        visitor = await self.other(kind=ParticipantKind.VISITOR)
        answer = await self.send(user=visitor.user_id)
        assert (answer.status_code, answer.json()["code"]) == (403, "consultations.residents_only")

    async def test_nor_does_who_is_blocked(self) -> None:
        blocked = await self.other(status=ParticipantStatus.BLOCKED)
        answer = await self.send(user=blocked.user_id)
        assert answer.json()["code"] == "communities.participant_inactive"

    @pytest.mark.parametrize(
        "change", [{"stance": "maybe"}, {"text": ""}, {"text": "字" * 1001}, {"status": "shown"}]
    )
    async def test_what_is_malformed_is_refused(self, change: dict[str, str]) -> None:
        assert (await self.send(BODY | change)).status_code == 422

    @pytest.mark.parametrize("status", [S.BALLOTING, S.DECIDED, S.WITHDRAWN])
    async def test_what_is_talked_over_no_more(self, status: S) -> None:
        topic = await a_topic(self.database, self.community, status=status)
        answer = await self.send(topic=topic)
        assert (answer.status_code, answer.json()["state"]) == (409, status)

    @pytest.mark.parametrize("status", [S.OPEN, S.DELIBERATING])
    async def test_it_waits_and_is_not_counted(self, status: S) -> None:
        topic = await a_topic(self.database, self.community, status=status)
        answer = await self.send(topic=topic)
        assert (answer.status_code, answer.json()["status"]) == (201, "in_review")
        seen = (await self.get(answer.headers["Location"])).json()
        assert (seen["text"], seen["author"], seen["is_mine"]) == (BODY["text"], "秀英", True)
        assert await self.counts(topic) == (0, 0, 0)

    async def test_a_reply_is_shown_and_not_counted(self) -> None:
        opinion = await self.an_opinion()
        answer = await self.send(BODY | {"reply_to": str(opinion.id)})
        assert answer.json()["reply_to"] == str(opinion.id)
        assert await self.counts() == (1, 0, 0)

    async def test_a_reply_is_not_replied_to(self) -> None:
        reply = await self.an_opinion(reply_to=await self.an_opinion())
        answer = await self.send(BODY | {"reply_to": str(reply.id)})
        assert (answer.status_code, answer.json()["code"]) == (422, "consultations.reply_too_deep")

    async def test_nor_what_stands_elsewhere_or_nowhere(self) -> None:
        other = await a_topic(self.database, self.community)
        elsewhere = await self.an_opinion(topic=other)
        for reply_to in (elsewhere.id, uuid7()):
            answer = await self.send(BODY | {"reply_to": str(reply_to)})
            assert (answer.status_code, answer.json()["code"]) == (404, "not_found")

    async def test_a_reply_finds_of_a_hidden_opinion_no_more_than_of_none(self) -> None:
        """Everything else that names an opinion in its path has the same guard as reading it."""
        opinion, withdrawn = await self.an_opinion(), await self.an_opinion()
        await self.change(opinion, "hide", self.me.id, "含有人身攻击")
        await self.change(withdrawn, "withdraw")
        answers = [
            await self.send(BODY | {"reply_to": str(reply_to)})
            for reply_to in (opinion.id, withdrawn.id, uuid7())
        ]
        said = [answer.json() | {"request_id": ""} for answer in answers]
        assert [answer.status_code for answer in answers] == [404] * 3
        assert said == [said[0]] * 3

    async def test_its_author_is_told_that_it_is_hidden(self) -> None:
        mine = await self.an_opinion(self.me)
        await self.change(mine, "hide", self.me.id, "含有人身攻击")
        answer = await self.send(BODY | {"reply_to": str(mine.id)})
        assert (answer.status_code, answer.json()["state"]) == (409, "hidden")

    async def test_one_resident_has_so_many_on_a_topic_and_withdrawing_makes_no_room(self) -> None:
        mine = [await self.an_opinion(self.me) for _ in range(MAX_OPINIONS_ON_TOPIC)]
        await self.change(mine[0], "withdraw")
        answer = await self.send()
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "consultations.too_many_opinions",
        )
        assert answer.json()["most"] == MAX_OPINIONS_ON_TOPIC
        elsewhere = await a_topic(self.database, self.community)
        assert (await self.send(topic=elsewhere)).status_code == 201
        assert (await self.send(user=(await self.other()).user_id)).status_code == 201


class TestRead(Opinions):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        opinion = await self.an_opinion()
        assert (await self.http.get(self.path)).status_code == 401
        assert (await self.http.get(f"{self.base}/opinions/{opinion.id}")).status_code == 401

    async def test_what_is_malformed_is_refused(self) -> None:
        assert (await self.get(self.path, author="x")).status_code == 422

    async def test_in_the_order_in_which_they_were_posted_by_display_name_alone(self) -> None:
        first = await self.an_opinion()
        reply = await self.an_opinion(self.me, reply_to=first)
        page = (await self.get(self.path, await a_user(self.database))).json()
        assert [one["id"] for one in page["items"]] == [str(first.id), str(reply.id)]
        assert {one["author"] for one in page["items"]} == {"秀英"}
        assert "participant" not in str(page)
        assert str(self.me.user_id) not in str(page)

    async def test_the_replies_to_one_or_one_stance(self) -> None:
        first = await self.an_opinion()
        reply = await self.an_opinion(reply_to=first)
        [found] = (await self.get(self.path, reply_to=str(first.id))).json()["items"]
        assert found["id"] == str(reply.id)
        assert (await self.get(self.path, stance="neutral")).json()["items"] == []

    async def test_a_page_at_a_time(self) -> None:
        opinions = [await self.an_opinion() for _ in range(3)]
        first = (await self.get(self.path, limit="2")).json()
        rest = (await self.get(self.path, cursor=first["next_cursor"])).json()
        shown = [one["id"] for one in first["items"] + rest["items"]]
        assert shown == [str(opinion.id) for opinion in opinions]

    async def test_what_is_hidden_its_author_alone_sees_with_the_reason(self) -> None:
        mine = await self.an_opinion(self.me)
        await self.change(mine, "hide", self.me.id, "含有人身攻击")
        path = f"{self.base}/opinions/{mine.id}"
        assert (await self.get(path)).json()["hidden_reason"] == "含有人身攻击"
        assert (await self.get(path, (await self.other()).user_id)).status_code == 404
        assert (await self.get(self.path)).json()["items"] == []


class TestEndorse(Opinions):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        path = f"{self.base}/opinions/{uuid7()}/endorse"
        assert (await self.http.post(path)).status_code == 401

    async def test_outsiders_find_nothing(self) -> None:
        answer = await self.verb(await self.an_opinion(), "endorse", await a_user(self.database))
        assert answer.status_code == 404

    async def test_a_visitor_does_not(self) -> None:
        visitor = await self.other(kind=ParticipantKind.VISITOR)
        answer = await self.verb(await self.an_opinion(), "endorse", visitor.user_id)
        assert (answer.status_code, answer.json()["code"]) == (403, "consultations.residents_only")

    async def test_not_one_s_own(self) -> None:
        answer = await self.verb(await self.an_opinion(self.me), "endorse")
        assert (answer.status_code, answer.json()["code"]) == (409, "consultations.own_opinion")

    async def test_nor_once_the_talk_is_over(self) -> None:
        topic = await a_topic(self.database, self.community, status=S.DECIDED)
        answer = await self.verb(await self.an_opinion(topic=topic), "endorse")
        assert (answer.status_code, answer.json()["state"]) == (409, "decided")

    async def test_what_is_hidden_is_not_found(self) -> None:
        opinion = await self.an_opinion()
        await self.change(opinion, "hide", self.me.id, "含有人身攻击")
        assert (await self.verb(opinion, "endorse")).status_code == 404

    async def test_once_a_person(self) -> None:
        opinion = await self.an_opinion()
        endorsed = (await self.verb(opinion, "endorse")).json()
        assert (endorsed["endorsements"], endorsed["topic_title"]) == (1, self.topic.title)
        again = await self.verb(opinion, "endorse")
        assert (again.status_code, again.json()["code"]) == (409, "consultations.already_endorsed")
        other = await self.verb(opinion, "endorse", (await self.other()).user_id)
        assert other.json()["endorsements"] == 2
        [shown] = (await self.get(self.path)).json()["items"]
        assert (shown["endorsements"], shown["has_endorsed"]) == (2, True)


class TestWithdraw(Opinions):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        path = f"{self.base}/opinions/{uuid7()}/withdraw"
        assert (await self.http.post(path)).status_code == 401

    async def test_another_s_is_not_found(self) -> None:
        assert (await self.verb(await self.an_opinion(), "withdraw")).status_code == 404

    async def test_once(self) -> None:
        mine = await self.an_opinion(self.me)
        assert await self.counts() == (1, 0, 0)
        assert (await self.verb(mine, "withdraw")).json()["status"] == "withdrawn"
        assert (await self.verb(mine, "withdraw")).status_code == 409
        assert await self.counts() == (0, 0, 0)
        assert (await self.get(self.path)).json()["items"] == []

    async def test_also_after_the_topic_is_decided_and_when_it_is_hidden(self) -> None:
        topic = await a_topic(self.database, self.community, status=S.DECIDED)
        mine = await self.an_opinion(self.me, topic)
        await self.change(mine, "hide", self.me.id, "含有人身攻击")
        assert (await self.verb(mine, "withdraw")).status_code == 200
