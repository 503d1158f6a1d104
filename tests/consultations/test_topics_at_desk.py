"""Acts of residents on topics at the desk: by the rules of residents, with a witness."""

from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Participant, ParticipantKind, ParticipantStatus, Role
from app.consultations.models import Topic, TopicSecond, TopicStatus
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.notifications.followers import is_following
from tests.audit import Audited, audited
from tests.client import as_, as_admin
from tests.factories import (
    a_community,
    a_participant,
    a_person_without_phone,
    a_topic,
    staff,
)

S = TopicStatus
BODY = {"title": "加装楼道扶手", "text": "老人上下楼不便。", "category": "facilities"}
FOR_SOMEBODY = ["second", "follow", "unfollow"]


class AtDesk:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.elder = await a_person_without_phone(database, self.community)
        self.base = f"/admin/v1/communities/{self.community}/topics"

    async def a_topic(self, **fields: Any) -> Topic:
        return await a_topic(self.database, self.community, **fields)

    def act(self, participant_id: UUID | None = None) -> dict[str, str]:
        return {"on_behalf_of": str(participant_id or self.elder.id), "witness": "王芳"}

    async def send(
        self, path: str, body: object, user: UUID | None = None, key: str | None = None
    ) -> Response:
        headers = as_admin(user or self.worker, key)
        return await self.http.post(f"{self.base}{path}", json=body, headers=headers)

    async def audited(self) -> Audited:
        [entry] = await audited(self.database)
        return entry


class TestRaise(AtDesk):
    async def raised(self, body: object, user: UUID | None = None) -> Response:
        return await self.send("", body, user, "topic-01")

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.http.post(self.base, json=BODY)).status_code == 401

    async def test_staff_of_another_community_find_nothing(self) -> None:
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.raised(BODY, outsider)).status_code == 404

    async def test_who_only_reads_raises_nothing(self) -> None:
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.raised(BODY, grid)).status_code == 403

    @pytest.mark.parametrize(
        "change", [{"witness": "王芳"}, {"on_behalf_of": str(uuid7())}, {"title": ""}]
    )
    async def test_what_is_malformed_is_refused(self, change: dict[str, str]) -> None:
        assert (await self.raised(BODY | change)).status_code == 422

    async def test_for_nobody_the_community_raises_it_itself(self) -> None:
        topic = (await self.raised(BODY)).json()
        answer = await self.http.get(f"{self.base}/{topic['id']}", headers=as_admin(self.worker))
        seen = answer.json()
        assert (seen["participant_id"], seen["raised_by"]) == (None, None)
        assert seen["channel"] == "self"
        assert (await self.audited()).action == "topic.raised"

    async def test_for_somebody_it_is_theirs(self) -> None:
        answer = await self.raised(BODY | self.act())
        assert answer.status_code == 201
        location = answer.headers["Location"]
        seen = (await self.http.get(location, headers=as_admin(self.worker))).json()
        assert (seen["participant_id"], seen["channel"]) == (str(self.elder.id), "desk")
        assert (await self.audited()).facts == {"witness": "王芳"}

    async def test_by_the_residents_own_rule(self) -> None:
        visitor = await a_participant(self.database, self.community, kind=ParticipantKind.VISITOR)
        answer = await self.raised(BODY | self.act(visitor.id))
        assert answer.json()["code"] == "consultations.residents_only"

    async def test_who_is_blocked_raises_nothing(self) -> None:
        blocked = await a_participant(
            self.database, self.community, status=ParticipantStatus.BLOCKED
        )
        answer = await self.raised(BODY | self.act(blocked.id))
        assert answer.json()["code"] == "communities.participant_inactive"

    async def test_for_nobody_of_this_community_it_is_an_unknown_reference(self) -> None:
        elsewhere = await a_participant(self.database, await a_community(self.database))
        answer = await self.raised(BODY | self.act(elsewhere.id))
        assert (answer.status_code, answer.json()["code"]) == (422, "unknown_reference")


class TestForSomebody(AtDesk):
    @pytest.mark.parametrize("verb", FOR_SOMEBODY)
    async def test_anonymous_is_asked_to_log_in(self, verb: str) -> None:
        path = f"{self.base}/{uuid7()}/{verb}"
        assert (await self.http.post(path, json=self.act())).status_code == 401

    @pytest.mark.parametrize("verb", FOR_SOMEBODY)
    async def test_staff_of_another_community_find_nothing(self, verb: str) -> None:
        outsider = await staff(self.database, await a_community(self.database))
        topic = await self.a_topic()
        answer = await self.send(f"/{topic.id}/{verb}", self.act(), outsider)
        assert answer.status_code == 404

    @pytest.mark.parametrize("verb", FOR_SOMEBODY)
    async def test_who_only_reads_does_nothing(self, verb: str) -> None:
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        topic = await self.a_topic()
        assert (await self.send(f"/{topic.id}/{verb}", self.act(), grid)).status_code == 403

    @pytest.mark.parametrize("verb", FOR_SOMEBODY)
    async def test_there_is_a_witness(self, verb: str) -> None:
        topic = await self.a_topic()
        body = {"on_behalf_of": str(self.elder.id)}
        assert (await self.send(f"/{topic.id}/{verb}", body)).status_code == 422

    @pytest.mark.parametrize("verb", FOR_SOMEBODY)
    async def test_for_nobody_of_this_community_it_is_an_unknown_reference(self, verb: str) -> None:
        topic = await self.a_topic()
        answer = await self.send(f"/{topic.id}/{verb}", self.act(uuid7()))
        assert answer.json()["code"] == "unknown_reference"

    async def test_seconded_once_by_the_same_rules(self) -> None:
        topic = await self.a_topic()
        first = await self.send(f"/{topic.id}/second", self.act())
        assert first.json()["seconds"] == 0, "it counts when somebody else has confirmed it"
        again = await self.send(f"/{topic.id}/second", self.act())
        assert again.json()["code"] == "consultations.already_seconded"
        async with self.database.transaction() as session:
            second = (await session.scalars(select(TopicSecond))).one()
        assert (second.entered_by, second.channel, second.witness) == (
            self.worker,
            "desk",
            "王芳",
        )
        entry = await self.audited()
        assert (entry.action, entry.facts) == ("topic.seconded", {"witness": "王芳"})

    async def test_followed_and_no_more(self) -> None:
        topic = await self.a_topic()
        for verb, expected in (("follow", True), ("unfollow", False)):
            answer = await self.send(f"/{topic.id}/{verb}", self.act())
            assert answer.status_code == 200
            async with self.database.transaction() as session:
                key = (self.community, topic.id, self.elder.id)
                assert await is_following(session, *key) is expected
        entries = await audited(self.database)
        assert {entry.action for entry in entries} == {"topic.followed", "topic.unfollowed"}


class TestWithdraw(AtDesk):
    async def withdraw(self, topic: Topic, user: UUID | None = None) -> Response:
        return await self.send(f"/{topic.id}/withdraw", {"witness": "王芳"}, user)

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        path = f"{self.base}/{uuid7()}/withdraw"
        assert (await self.http.post(path, json={"witness": "王芳"})).status_code == 401

    async def test_who_only_reads_withdraws_nothing(self) -> None:
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.withdraw(await self.a_topic(), grid)).status_code == 403

    async def test_what_is_deliberated_is_not_withdrawn(self) -> None:
        topic = await self.a_topic(status=S.DELIBERATING)
        assert (await self.withdraw(topic)).status_code == 409

    async def test_for_who_raised_it(self) -> None:
        me: Participant = await a_participant(self.database, self.community)
        topic = await self.a_topic(by=me, status=S.SCREENING)
        assert (await self.withdraw(topic)).json()["status"] == "withdrawn"
        path = f"/v1/communities/{self.community}/topics?mine=true"
        [mine] = (await self.http.get(path, headers=as_(me.user_id))).json()["items"]
        assert mine["status"] == "withdrawn"
        assert (await self.audited()).facts == {"witness": "王芳"}
