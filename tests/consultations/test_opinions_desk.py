"""/admin/v1/communities/{community_id}: opinions moderated, and entered at the desk."""

from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import ParticipantKind, Role
from app.consultations.models import Endorsement, Opinion, Topic, TopicStatus
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.notifications.inbox import InboxMessage, content_of
from app.worker import Worker
from tests.audit import audited
from tests.client import as_admin
from tests.factories import (
    a_community,
    a_participant,
    a_person_without_phone,
    a_topic,
    an_opinion,
    staff,
)

REASON = {"reason": "含有人身攻击"}
BODIES: dict[str, dict[str, str]] = {
    "hide": REASON,
    "restore": REASON,
    "endorse": {"on_behalf_of": str(uuid7()), "witness": "王芳"},
    "withdraw": {"witness": "王芳"},
}
each_verb = pytest.mark.parametrize("verb", BODIES)


class Desk:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.author = await a_participant(database, self.community)
        self.elder = await a_person_without_phone(database, self.community)
        self.topic = await a_topic(database, self.community)
        self.opinion = await an_opinion(database, self.topic, self.author)
        self.base = f"/admin/v1/communities/{self.community}"
        self.path = f"{self.base}/topics/{self.topic.id}/opinions"

    async def send(self, verb: str, user: UUID | None = None, **body: str) -> Response:
        path = f"{self.base}/opinions/{self.opinion.id}/{verb}"
        headers = as_admin(user or self.worker)
        return await self.http.post(path, json=BODIES[verb] | body, headers=headers)

    async def counted(self) -> int:
        async with self.database.transaction() as session:
            return (await session.get_one(Topic, (self.community, self.topic.id))).opinions_for

    async def audited(self) -> list[tuple[str, dict[str, Any]]]:
        return [(entry.action, entry.facts) for entry in await audited(self.database)]


class TestVerbs(Desk):
    @each_verb
    async def test_anonymous_is_asked_to_log_in(self, verb: str) -> None:
        path = f"{self.base}/opinions/{self.opinion.id}/{verb}"
        assert (await self.http.post(path, json=BODIES[verb])).status_code == 401

    @each_verb
    async def test_staff_of_another_community_find_nothing(self, verb: str) -> None:
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.send(verb, outsider)).status_code == 404

    @each_verb
    async def test_who_only_reads_does_nothing(self, verb: str) -> None:
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.send(verb, grid)).status_code == 403

    @each_verb
    @pytest.mark.parametrize("change", [{"reason": ""}, {"witness": ""}, {"other": "x"}])
    async def test_what_is_malformed_is_refused(self, verb: str, change: dict[str, Any]) -> None:
        assert (await self.send(verb, **change)).status_code == 422


class TestModerate(Desk):
    async def test_hidden_and_restored_it_is_counted_as_it_is_shown(self) -> None:
        assert (await self.send("hide")).json()["status"] == "hidden"
        assert await self.counted() == 0
        assert (await self.send("hide")).status_code == 409
        restored = (await self.send("restore")).json()
        assert (restored["status"], restored["hidden_reason"]) == ("passed", None)
        assert await self.counted() == 1
        assert (await self.send("restore")).json()["state"] == "passed"
        assert await self.audited() == [
            ("opinion.hidden", REASON),
            ("opinion.restored", REASON),
        ]

    async def test_what_is_withdrawn_is_neither_hidden_nor_restored(self) -> None:
        await self.send("withdraw")
        for verb in ("hide", "restore"):
            assert (await self.send(verb)).json()["state"] == "withdrawn"
        assert await self.counted() == 0

    async def test_staff_read_all_of_them_with_their_authors(self) -> None:
        await self.send("hide")
        [shown] = (await self.http.get(self.path, headers=as_admin(self.worker))).json()["items"]
        assert (shown["status"], shown["participant_id"]) == ("hidden", str(self.author.id))
        assert shown["hidden_reason"] == REASON["reason"]
        one = await self.http.get(
            f"{self.base}/opinions/{self.opinion.id}", headers=as_admin(self.worker)
        )
        assert one.json()["status"] == "hidden"
        path = f"{self.path}?status=passed"
        answer = await self.http.get(path, headers=as_admin(self.worker))
        assert answer.json()["items"] == []

    async def test_and_a_handler_none(self) -> None:
        handler = await staff(self.database, self.community, Role.HANDLER)
        answer = await self.http.get(self.path, headers=as_admin(handler))
        assert answer.status_code == 403


class TestAtDesk(Desk):
    async def post(self, user: UUID | None = None, **change: Any) -> Response:
        body = {"stance": "neutral", "text": "先听听大家的意见。", "witness": "王芳"}
        body |= {"on_behalf_of": str(self.elder.id)} | change
        headers = as_admin(user or self.worker, f"opinion-{uuid7()}")
        return await self.http.post(self.path, json=body, headers=headers)

    async def test_who_only_reads_posts_nothing(self) -> None:
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.post(grid)).status_code == 403

    @pytest.mark.parametrize("change", [{"witness": ""}, {"stance": "x"}, {"channel": "self"}])
    async def test_what_is_malformed_is_refused(self, change: dict[str, Any]) -> None:
        assert (await self.post(**change)).status_code == 422

    async def test_posted_for_a_resident_who_is_told(self) -> None:
        answer = await self.post(channel="paper")
        assert answer.status_code == 201
        async with self.database.transaction() as session:
            key = (self.community, UUID(answer.json()["id"]))
            row = await session.get_one(Opinion, key)
        assert (row.participant_id, row.channel, row.witness) == (self.elder.id, "paper", "王芳")
        assert answer.headers["Location"].endswith(f"/opinions/{row.id}")
        assert await self.audited() == [("opinion.posted", {"witness": "王芳"})]
        await Worker(self.database).run_due()
        async with self.database.transaction() as session:
            message = (await session.scalars(select(InboxMessage))).one()
        assert (message.participant_id, content_of(message).kind) == (
            self.elder.id,
            "consultations.opinion_entered",
        )

    async def test_by_the_residents_own_rules(self) -> None:
        visitor = await a_participant(self.database, self.community, kind=ParticipantKind.VISITOR)
        answer = await self.post(on_behalf_of=str(visitor.id))
        assert answer.json()["code"] == "consultations.residents_only"
        assert (await self.post(on_behalf_of=str(uuid7()))).json()["code"] == "unknown_reference"
        closed = await a_topic(self.database, self.community, status=TopicStatus.DECIDED)
        self.path = f"{self.base}/topics/{closed.id}/opinions"
        assert (await self.post()).status_code == 409

    async def test_endorsed_once_for_somebody(self) -> None:
        act: dict[str, Any] = {"on_behalf_of": str(self.elder.id)}
        assert (await self.send("endorse", **act)).json()["endorsements"] == 1
        again = await self.send("endorse", **act)
        assert again.json()["code"] == "consultations.already_endorsed"
        own = await self.send("endorse", on_behalf_of=str(self.author.id))
        assert own.json()["code"] == "consultations.own_opinion"
        async with self.database.transaction() as session:
            row = (await session.scalars(select(Endorsement))).one()
        assert (row.entered_by, row.channel, row.witness) == (self.worker, "desk", "王芳")

    async def test_taken_back_for_its_author(self) -> None:
        assert (await self.send("withdraw")).json()["status"] == "withdrawn"
        assert await self.counted() == 0
        assert await self.audited() == [("opinion.withdrawn", {"witness": "王芳"})]
