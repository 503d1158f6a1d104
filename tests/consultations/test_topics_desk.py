"""/admin/v1/communities/{community_id}/topics: the queue, and moves by staff."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Role
from app.communities.permissions import Staff
from app.consultations.models import Topic, TopicNote, TopicOutcome, TopicStatus
from app.consultations.topics import service as topics
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.links.models import Card
from tests.audit import audited
from tests.client import as_admin
from tests.factories import a_community, a_participant, a_topic, participants, staff
from tests.now import NOW

S = TopicStatus
NOTE = {"note": "符合居民公约，提交审核"}
BODIES: dict[str, dict[str, str]] = {
    "screen": NOTE,
    "open": NOTE,
    "decline": {"reason": "属于物业日常维修，已转物业"},
    "deliberate": NOTE,
    "decide": NOTE | {"minutes": "与会居民一致同意，费用由公共收益支出。"},
}
MOVES = {
    "screen": (S.SUBMITTED, S.SCREENING),
    "open": (S.SCREENING, S.OPEN),
    "decline": (S.SCREENING, S.DECLINED),
    "deliberate": (S.OPEN, S.DELIBERATING),
    "decide": (S.DELIBERATING, S.DECIDED),
}
each_verb = pytest.mark.parametrize("verb", MOVES)


class Desk:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.base = f"/admin/v1/communities/{self.community}/topics"

    async def a_topic(self, **fields: Any) -> Topic:
        return await a_topic(self.database, self.community, **fields)

    async def outsider(self) -> UUID:
        return await staff(self.database, await a_community(self.database))

    async def get(self, path: str = "", user: UUID | None = None, **query: str) -> Response:
        headers = as_admin(user or self.worker)
        return await self.http.get(f"{self.base}{path}", params=query, headers=headers)

    async def send(
        self, topic: Topic, verb: str, body: object = None, user: UUID | None = None
    ) -> Response:
        path = f"{self.base}/{topic.id}/{verb}"
        return await self.http.post(
            path, json=BODIES[verb] if body is None else body, headers=as_admin(user or self.worker)
        )


class TestQueue(Desk):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.http.get(self.base)).status_code == 401

    async def test_staff_of_another_community_find_nothing(self) -> None:
        topic = await self.a_topic()
        outsider = await self.outsider()
        assert (await self.get(user=outsider)).status_code == 404
        assert (await self.get(f"/{topic.id}", outsider)).status_code == 404

    async def test_a_handler_does_not_read_topics(self) -> None:
        handler = await staff(self.database, self.community, Role.HANDLER)
        assert (await self.get(user=handler)).status_code == 403
        topic = await self.a_topic()
        assert (await self.get(f"/{topic.id}", handler)).status_code == 403

    @pytest.mark.parametrize(
        "query", [{"status": "x"}, {"is_overdue": "perhaps"}, {"mine": "true"}]
    )
    async def test_what_is_malformed_is_refused(self, query: dict[str, Any]) -> None:
        assert (await self.get(**query)).status_code == 422

    async def test_all_in_the_order_in_which_they_came(self) -> None:
        author = await a_participant(self.database, self.community)
        topics_raised = [await self.a_topic(by=author, status=status) for status in S]
        page = (await self.get()).json()
        assert [one["id"] for one in page["items"]] == [str(topic.id) for topic in topics_raised]
        assert {one["participant_id"] for one in page["items"]} == {str(author.id)}

    async def test_what_has_waited_for_more_than_a_week_is_overdue(self) -> None:
        late = await self.a_topic(status=S.SCREENING)
        await self.a_topic(status=S.OPEN)
        assert (await self.get(is_overdue="true")).json()["items"] == []
        with clock.frozen(NOW + timedelta(days=7)):
            [found] = (await self.get(is_overdue="true")).json()["items"]
            assert (found["id"], found["is_overdue"]) == (str(late.id), True)
            assert (await self.get(f"/{late.id}")).json()["is_overdue"] is True
            assert len((await self.get(is_overdue="false")).json()["items"]) == 1

    async def test_by_stage_and_by_words(self) -> None:
        topic = await self.a_topic(status=S.SUBMITTED, title="电动车充电")
        await self.a_topic(status=S.SUBMITTED, title="楼顶绿化")
        assert len((await self.get(status="submitted")).json()["items"]) == 2
        [found] = (await self.get(status="submitted", q="充电")).json()["items"]
        assert found["id"] == str(topic.id)


class TestMoves(Desk):
    """Each with a public note."""

    @each_verb
    async def test_anonymous_is_asked_to_log_in(self, verb: str) -> None:
        path = f"{self.base}/{uuid7()}/{verb}"
        assert (await self.http.post(path, json=BODIES[verb])).status_code == 401

    @each_verb
    async def test_staff_of_another_community_find_nothing(self, verb: str) -> None:
        topic = await self.a_topic(status=MOVES[verb][0])
        assert (await self.send(topic, verb, user=await self.outsider())).status_code == 404

    @each_verb
    @pytest.mark.parametrize("role", [Role.GRID_WORKER, Role.AUDITOR])
    async def test_who_only_reads_moves_nothing(self, verb: str, role: Role) -> None:
        topic = await self.a_topic(status=MOVES[verb][0])
        reader = await staff(self.database, self.community, role)
        assert (await self.send(topic, verb, user=reader)).status_code == 403

    @each_verb
    @pytest.mark.parametrize("change", [{"note": ""}, {"reason": ""}, {"minutes": ""}, {"x": "y"}])
    async def test_what_is_malformed_is_refused(self, verb: str, change: dict[str, Any]) -> None:
        topic = await self.a_topic(status=MOVES[verb][0])
        assert (await self.send(topic, verb, BODIES[verb] | change)).status_code == 422
        assert (await self.send(topic, verb, {})).status_code == 422

    @each_verb
    @pytest.mark.parametrize("status", S)
    async def test_from_one_state_alone(self, verb: str, status: S) -> None:
        """Walks the whole matrix. The topic of a ballot is decided by its result, not by staff."""
        before, after = MOVES[verb]
        answer = await self.send(await self.a_topic(status=status), verb)
        if status is before:
            assert (answer.status_code, answer.json()["status"]) == (200, after)
        else:
            assert (answer.status_code, answer.json()["code"]) == (
                409,
                "consultations.topic_wrong_state",
            )
            assert (answer.json()["state"], answer.json()["wanted"]) == (status, after)

    @each_verb
    async def test_its_history_its_card_and_the_audit_say_so(self, verb: str) -> None:
        before, after = MOVES[verb]
        topic = await self.a_topic(status=before)
        await self.send(topic, verb)
        seen = (await self.get(f"/{topic.id}")).json()
        public_note = BODIES[verb].get("note") or BODIES[verb]["reason"]
        expected = {"state": after, "note": public_note, "at": "2026-12-05T04:00:00Z"}
        assert seen["history"] == [expected]
        async with self.database.transaction() as session:
            card = await session.get_one(Card, (self.community, topic.id))
            [entry] = await audited(self.database)
            note = (await session.scalars(select(TopicNote))).one()
        is_public = after not in {S.SCREENING, S.DECLINED}
        assert (card.status, card.is_public) == (after, is_public)
        assert (entry.action, entry.actor_id, entry.facts) == (f"topic.{after}", self.worker, {})
        assert note.by == self.worker

    async def test_a_party_administrator_leads_topics_too(self) -> None:
        party = await staff(self.database, self.community, Role.PARTY_ADMIN)
        topic = await self.a_topic(status=S.SUBMITTED)
        assert (await self.send(topic, "screen", user=party)).status_code == 200

    async def test_how_many_seconds_it_needs_is_fixed_when_it_is_opened(self) -> None:
        await participants(self.database, self.community, 151)
        topic = await self.a_topic(status=S.SCREENING)
        assert (await self.send(topic, "open")).json()["seconds_needed"] == 4

    async def test_the_minutes_of_a_consensus_are_for_all_to_read(self) -> None:
        topic = await self.a_topic(status=S.DELIBERATING)
        decided = (await self.send(topic, "decide")).json()
        assert decided["minutes"] == BODIES["decide"]["minutes"]
        assert decided["decided_at"] == "2026-12-05T04:00:00Z"


class TestBallots(Desk):
    """Moves of a topic by its ballot, through the service within the ballot's transaction."""

    async def moved(self, status: S, verb: str) -> Topic:
        topic = await self.a_topic(status=status)
        async with self.database.transaction() as session:
            row = await session.get_one(Topic, (self.community, topic.id))
            if verb == "decide_by_result":
                outcome = TopicOutcome.ADOPTED
                return await topics.decide_by_result(session, row, "同意 8 票", NOW, outcome)
            move = getattr(topics, verb)
            by = Staff(self.community, self.worker, ())
            moved: Topic = await move(session, row, "公告", by=by)
            return moved

    TABLE = {
        "begin_ballot": (S.DELIBERATING, S.BALLOTING),
        "decide_by_result": (S.BALLOTING, S.DECIDED),
        "deliberate_again": (S.BALLOTING, S.DELIBERATING),
    }

    @pytest.mark.parametrize("verb", TABLE)
    @pytest.mark.parametrize("status", S)
    async def test_from_one_state_alone(self, verb: str, status: S) -> None:
        before, after = self.TABLE[verb]
        if status is not before:
            with pytest.raises(Topic.WRONG_STATE):
                await self.moved(status, verb)
            return
        topic = await self.moved(status, verb)
        seen = (await self.get(f"/{topic.id}")).json()
        assert (seen["status"], seen["version"]) == (after, 2)
        assert seen["history"][-1]["state"] == after
