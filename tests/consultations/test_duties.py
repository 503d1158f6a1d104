"""Duties of staff in consultations: what waits for whom, and who is told of it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response

from app.communities.models import Role
from app.consultations.models import TopicStatus
from app.kernel import clock
from app.kernel.database.engine import Database
from app.worker import Worker
from tests.client import as_, as_admin
from tests.consultations.ballots import a_ballot, vote
from tests.consultations.test_results import NOTE, OVER, sweep
from tests.consultations.test_topics import BODY
from tests.factories import (
    a_community,
    a_participant,
    a_person_without_phone,
    a_topic,
    staff,
)
from tests.now import NOW


class Duties:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_participant(database, self.community)
        self.worker = await staff(database, self.community)
        self.colleague = await staff(database, self.community)

    async def post(self, path: str, body: object, by: UUID, key: str | None = None) -> Response:
        url = f"/admin/v1/communities/{self.community}/{path}"
        answer = await self.http.post(url, json=body, headers=as_admin(by, key))
        assert answer.is_success, answer.text
        await self.work()
        return answer

    async def work(self) -> None:
        while await Worker(self.database).run_due():
            pass

    async def waits(self, who: UUID) -> dict[str, Any]:
        """Returns the first of each kind that waits for an administrator."""
        answer = await self.http.get("/admin/v1/me/todo", headers=as_admin(who))
        assert answer.status_code == 200, answer.text
        items = answer.json()["items"]
        return {one["kind"]: one["first"][0] for one in items if one["count"]}

    async def messages(self, who: UUID) -> set[str]:
        """Returns the kinds of the messages that are not settled yet."""
        answer = await self.http.get("/admin/v1/me/inbox", headers=as_admin(who))
        return {
            one["kind"]
            for one in answer.json()["items"]
            if one["kind"].startswith("consultations.") and one["closed_at"] is None
        }


class TestTopics(Duties):
    async def test_a_topic_waits_for_seven_days_and_is_told_until_it_is_answered(self) -> None:
        path = f"/v1/communities/{self.community}/topics"
        raised = await self.http.post(path, json=BODY, headers=as_(self.me.user_id, "topic-01"))
        topic = raised.json()["id"]
        await self.work()
        waiting = (await self.waits(self.worker))["consultations.topic_to_answer"]
        assert (waiting["subject"]["id"], waiting["name"]) == (topic, BODY["title"])
        assert waiting["due_at"] == "2026-12-12T04:00:00Z"
        assert await self.messages(self.worker) == {"consultations.topic_to_answer"}
        await self.post(f"topics/{topic}/screen", NOTE, self.worker)
        assert "consultations.topic_to_answer" in await self.waits(self.colleague)
        await self.post(f"topics/{topic}/open", NOTE, self.worker)
        for who in (self.worker, self.colleague):
            assert (await self.waits(who), await self.messages(who)) == ({}, set())

    async def test_grid_workers_do_not_have_it(self) -> None:
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        await a_topic(self.database, self.community, status=TopicStatus.SUBMITTED)
        assert "consultations.topic_to_answer" not in await self.waits(grid)

    async def test_a_second_of_the_desk_waits_for_another_than_who_has_entered_it(self) -> None:
        topic = await a_topic(self.database, self.community)
        elder = await a_person_without_phone(self.database, self.community)
        body = {"on_behalf_of": str(elder.id), "witness": "赵云"}
        await self.post(f"topics/{topic.id}/second", body, self.worker)
        kind = "consultations.topic_second"
        assert (await self.waits(self.worker), await self.messages(self.worker)) == ({}, set())
        assert (await self.waits(self.colleague))[kind]["subject"]["id"] == str(topic.id)
        assert await self.messages(self.colleague) == {kind}
        path = f"/admin/v1/communities/{self.community}/topics/{topic.id}/seconds"
        waiting = await self.http.get(path, headers=as_admin(self.colleague))
        [second] = waiting.json()["items"]
        await self.post(f"topics/{topic.id}/seconds/{second['id']}/confirm", None, self.colleague)
        assert (await self.waits(self.colleague), await self.messages(self.colleague)) == (
            {},
            set(),
        )


class TestBallots(Duties):
    async def test_each_step_after_the_close_waits_for_who_may_take_it(self) -> None:
        ballot = await a_ballot(self.database, self.community)
        assert (await vote(self.http, ballot, self.me)).status_code == 201
        with clock.frozen(OVER):
            await sweep(self.database)
            await sweep(self.database)
            await self.work()
            path, kind = f"ballots/{ballot.id}", "consultations.ballot"
            for who in (self.worker, self.colleague):
                assert {*await self.waits(who)} == {f"{kind}_to_certify"}
            assert f"{kind}_to_certify" in await self.messages(self.worker)
            await self.post(f"{path}/certify", None, self.worker)
            assert await self.waits(self.worker) == {}
            waiting = (await self.waits(self.colleague))[f"{kind}_certification"]
            assert waiting["subject"] == waiting["subject"] | {"kind": "ballot"}
            assert waiting["subject"]["id"] == str(ballot.id)
            assert await self.messages(self.colleague) == {f"{kind}_certification"}
            await self.post(f"{path}/certify/confirm", None, self.colleague)
            assert {*await self.waits(self.worker)} == {f"{kind}_result"}
            await self.post(f"{path}/publish", NOTE, self.worker)
            for who in (self.worker, self.colleague):
                assert (await self.waits(who), await self.messages(who)) == ({}, set())

    async def test_an_annulment_waits_for_another_than_who_has_requested_it(self) -> None:
        ballot = await a_ballot(self.database, self.community)
        await self.post(f"ballots/{ballot.id}/annul", {"reason": "选项写错了"}, self.worker)
        kind = "consultations.ballot_annulment"
        assert (await self.waits(self.worker), await self.messages(self.worker)) == ({}, set())
        waiting = (await self.waits(self.colleague))[kind]
        assert waiting["since"] == NOW.isoformat().replace("+00:00", "Z")
        assert waiting["due_at"] == (NOW + timedelta(days=3)).isoformat().replace("+00:00", "Z")
        await self.post(f"ballots/{ballot.id}/annul/confirm", None, self.colleague)
        assert (await self.waits(self.colleague), await self.messages(self.colleague)) == (
            {},
            set(),
        )
