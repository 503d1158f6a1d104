"""Opinions wait until a worker has read them; what is shown can be reported."""

from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response

from app.communities.models import Participant, ParticipantKind, ParticipantStatus, Role
from app.consultations.models import Opinion, Topic
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, a_topic, a_user, an_opinion, staff

ACCUSATION = "三楼的李某偷电动车，电话13900000000"
REASON = "指名道姓，且没有依据"


class Read:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.author = await a_participant(database, self.community)
        self.neighbour = await a_participant(database, self.community)
        self.topic = await a_topic(database, self.community)
        self.here = f"/v1/communities/{self.community}"

    async def post(self, text: str = ACCUSATION, **fields: str) -> dict[str, Any]:
        answer = await self.http.post(
            f"{self.here}/topics/{self.topic.id}/opinions",
            json={"stance": "against", "text": text} | fields,
            headers=as_(self.author.user_id, f"opinion-{uuid7()}"),
        )
        posted: dict[str, Any] = answer.json()
        return posted

    async def listed(self, who: Participant) -> list[dict[str, Any]]:
        path = f"{self.here}/topics/{self.topic.id}/opinions"
        answer = await self.http.get(path, headers=as_(who.user_id))
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    async def get(self, opinion: object, who: Participant) -> Response:
        return await self.http.get(f"{self.here}/opinions/{opinion}", headers=as_(who.user_id))

    async def decide(
        self, opinion: object, verb: str, by: UUID | None = None, *, reason: str = ""
    ) -> Response:
        path = f"/admin{self.here}/opinions/{opinion}/{verb}"
        body = {"reason": reason} if reason else None
        return await self.http.post(path, json=body, headers=as_admin(by or self.worker))

    async def report(self, opinion: object, who: Participant, reason: str = REASON) -> Response:
        path = f"{self.here}/opinions/{opinion}/report"
        return await self.http.post(path, json={"reason": reason}, headers=as_(who.user_id))

    async def queue(self, **query: str) -> list[dict[str, Any]]:
        answer = await self.http.get(
            f"/admin{self.here}/opinions", params=query, headers=as_admin(self.worker)
        )
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    async def counted(self) -> int:
        async with self.database.transaction() as session:
            row = await session.get_one(
                Topic, (self.community, self.topic.id), populate_existing=True
            )
        return row.opinions_for + row.opinions_against + row.opinions_neutral

    async def messages(self, who: Participant) -> list[tuple[str, str]]:
        await Worker(self.database).run_due()
        answer = await self.http.get("/v1/me/inbox", headers=as_(who.user_id))
        items = reversed(answer.json()["items"])
        return [(one["kind"].removeprefix("consultations."), one["body"]) for one in items]

    async def to_read(self) -> tuple[int, int]:
        """Returns the count in the worker's to-do, and that of their open messages."""
        await Worker(self.database).run_due()
        headers = as_admin(self.worker)
        todo = (await self.http.get("/admin/v1/me/todo", headers=headers)).json()["items"]
        counts = {one["kind"]: one["count"] for one in todo}
        inbox = (await self.http.get("/admin/v1/me/inbox", headers=headers)).json()["items"]
        still_open = [one for one in inbox if one.get("closed_at") is None]
        return counts.get("consultations.opinion", 0), len(still_open)


class TestWait(Read):
    async def test_an_accusation_with_a_phone_number_is_seen_by_its_author_alone(self) -> None:
        posted = await self.post()
        assert posted["status"] == "in_review"
        assert await self.listed(self.neighbour) == []
        assert (await self.get(posted["id"], self.neighbour)).status_code == 404
        assert await self.counted() == 0
        [mine] = await self.listed(self.author)
        assert (mine["status"], mine["text"], mine["actions"]) == (
            "in_review",
            ACCUSATION,
            ["withdraw"],
        )

    async def test_nor_is_it_endorsed_replied_to_or_reported(self) -> None:
        posted = await self.post()
        headers = as_(self.neighbour.user_id, "reply-001")
        path = f"{self.here}/topics/{self.topic.id}/opinions"
        body = {"stance": "for", "text": "说得对", "reply_to": posted["id"]}
        endorse = f"{self.here}/opinions/{posted['id']}/endorse"
        answers = [
            await self.http.post(path, json=body, headers=headers),
            await self.http.post(endorse, headers=as_(self.neighbour.user_id)),
            await self.report(posted["id"], self.neighbour),
        ]
        assert [answer.status_code for answer in answers] == [404] * 3

    async def test_a_worker_passes_it_and_the_author_is_told(self) -> None:
        posted = await self.post("费用偏高，建议先试点。")
        assert await self.to_read() == (1, 1)
        [waiting] = await self.queue(status="in_review")
        assert (waiting["id"], waiting["topic_title"], waiting["actions"]) == (
            posted["id"],
            "加装楼道扶手",
            ["pass", "refuse", "withdraw"],
        )
        answer = await self.decide(posted["id"], "pass")
        assert (answer.status_code, answer.json()["status"]) == (200, "passed")
        [shown] = await self.listed(self.neighbour)
        assert shown["actions"] == ["endorse", "reply", "report"]
        assert {one["topic_title"] for one in (posted, shown)} == {"加装楼道扶手"}
        assert await self.counted() == 1
        assert await self.to_read() == (0, 0)
        [(kind, body)] = await self.messages(self.author)
        assert kind == "opinion_passed"
        assert "现在大家都能看到" in body
        assert (await self.decide(posted["id"], "pass")).json()["state"] == "passed"

    async def test_a_worker_refuses_it_with_a_reason_that_is_told(self) -> None:
        posted = await self.post()
        answer = await self.decide(posted["id"], "refuse", reason=REASON)
        assert (answer.status_code, answer.json()["status"]) == (200, "refused")
        assert await self.listed(self.neighbour) == []
        seen = (await self.get(posted["id"], self.author)).json()
        assert (seen["status"], seen["hidden_reason"]) == ("refused", REASON)
        assert await self.counted() == 0
        assert await self.to_read() == (0, 0)
        [(kind, body)] = await self.messages(self.author)
        assert (kind, REASON in body) == ("opinion_refused", True)
        for verb in ("pass", "refuse", "hide", "restore"):
            reason = "" if verb == "pass" else REASON
            assert (await self.decide(posted["id"], verb, reason=reason)).status_code == 409

    async def test_who_withdraws_it_leaves_nothing_to_read(self) -> None:
        posted = await self.post()
        assert await self.to_read() == (1, 1)
        path = f"{self.here}/opinions/{posted['id']}/withdraw"
        assert (await self.http.post(path, headers=as_(self.author.user_id))).status_code == 200
        assert await self.to_read() == (0, 0)
        assert (await self.decide(posted["id"], "pass")).json()["state"] == "withdrawn"

    async def test_a_reply_waits_as_well(self) -> None:
        first = await an_opinion(self.database, self.topic, self.neighbour)
        posted = await self.post(reply_to=str(first.id))
        assert [one["id"] for one in await self.listed(self.neighbour)] == [str(first.id)]
        await self.decide(posted["id"], "pass")
        assert len(await self.listed(self.neighbour)) == 2
        assert await self.counted() == 1

    async def test_who_enters_it_at_the_desk_does_not_pass_it(self) -> None:
        body = {"stance": "for", "text": "支持", "witness": "王芳"}
        answer = await self.http.post(
            f"/admin{self.here}/topics/{self.topic.id}/opinions",
            json=body | {"on_behalf_of": str(self.author.id)},
            headers=as_admin(self.worker, "desk-opinion-1"),
        )
        opinion = answer.json()["id"]
        for verb, reason in (("pass", ""), ("refuse", REASON)):
            refused = await self.decide(opinion, verb, reason=reason)
            assert refused.json()["code"] == "communities.second_person_needed"
        colleague = await staff(self.database, self.community)
        assert (await self.decide(opinion, "pass", colleague)).status_code == 200

    async def test_who_only_reads_topics_decides_nothing(self) -> None:
        posted = await self.post()
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.decide(posted["id"], "pass", grid)).status_code == 403
        assert (await self.decide(posted["id"], "pass", outsider)).status_code == 404
        headers = as_admin(grid)
        answer = await self.http.get(f"/admin{self.here}/opinions", headers=headers)
        assert answer.status_code == 403

    async def test_what_waits_does_not_lie_open_in_the_database(self) -> None:
        posted = await self.post()
        async with self.database.transaction() as session:
            row = await session.get_one(Opinion, (self.community, UUID(posted["id"])))
        assert row.shown_text is None
        assert ACCUSATION.encode() not in (row.text_sealed or b"")


class TestReport(Read):
    async def shown(self) -> Opinion:
        return await an_opinion(self.database, self.topic, self.author)

    async def reported_by(self, opinion: Opinion, people: int) -> list[Participant]:
        found = [await a_participant(self.database, self.community) for _ in range(people)]
        for person in found:
            assert (await self.report(opinion.id, person)).status_code == 204
        return found

    async def test_anonymous_and_outsiders(self) -> None:
        opinion = await self.shown()
        path = f"{self.here}/opinions/{opinion.id}/report"
        assert (await self.http.post(path, json={"reason": REASON})).status_code == 401
        outsider = await self.http.post(
            path, json={"reason": REASON}, headers=as_(await a_user(self.database))
        )
        assert outsider.status_code == 404

    async def test_a_visitor_reports_and_who_is_blocked_does_not(self) -> None:
        opinion = await self.shown()
        visitor = await a_participant(self.database, self.community, kind=ParticipantKind.VISITOR)
        blocked = await a_participant(
            self.database, self.community, status=ParticipantStatus.BLOCKED
        )
        assert (await self.report(opinion.id, visitor)).status_code == 204
        assert (await self.report(opinion.id, blocked)).status_code == 403

    async def test_a_report_says_why(self) -> None:
        opinion = await self.shown()
        assert (await self.report(opinion.id, self.neighbour, "")).status_code == 422

    async def test_once_a_person_and_not_one_s_own(self) -> None:
        opinion = await self.shown()
        await self.report(opinion.id, self.neighbour)
        again = await self.report(opinion.id, self.neighbour)
        assert (again.status_code, again.json()["code"]) == (409, "consultations.already_reported")
        own = await self.report(opinion.id, self.author)
        assert own.json()["code"] == "consultations.own_opinion_reported"
        [shown] = await self.listed(self.neighbour)
        assert "report" not in shown["actions"]

    async def test_one_report_is_read_and_the_opinion_stays(self) -> None:
        opinion = await self.shown()
        await self.report(opinion.id, self.neighbour)
        assert await self.to_read() == (1, 1)
        [waiting] = await self.queue(is_to_read="true")
        assert (waiting["status"], waiting["reports"], waiting["report_reasons"]) == (
            "passed",
            1,
            [REASON],
        )
        answer = await self.decide(opinion.id, "pass")
        assert (answer.json()["status"], answer.json()["reports"]) == ("passed", 0)
        assert await self.to_read() == (0, 0)
        assert await self.messages(self.author) == []
        assert await self.counted() == 1

    async def test_the_third_takes_it_from_sight_until_it_is_read(self) -> None:
        opinion = await self.shown()
        await self.reported_by(opinion, 2)
        assert len(await self.listed(self.neighbour)) == 1
        await self.reported_by(opinion, 1)
        assert await self.listed(self.neighbour) == []
        assert await self.counted() == 0
        assert await self.to_read() == (1, 1)
        [(kind, body)] = await self.messages(self.author)
        assert (kind, "暂不显示" in body) == ("opinion_held", True)
        await self.decide(opinion.id, "pass")
        assert len(await self.listed(self.neighbour)) == 1
        assert await self.counted() == 1
        assert [kind for kind, _ in await self.messages(self.author)] == [
            "opinion_held",
            "opinion_passed",
        ]

    async def test_what_was_read_takes_three_others_to_leave_sight_again(self) -> None:
        opinion = await self.shown()
        [first, *_] = await self.reported_by(opinion, 3)
        await self.decide(opinion.id, "pass")
        assert (await self.report(opinion.id, first)).status_code == 409
        await self.reported_by(opinion, 2)
        assert len(await self.listed(self.neighbour)) == 1
        await self.reported_by(opinion, 1)
        assert await self.listed(self.neighbour) == []

    async def test_what_was_held_may_be_refused(self) -> None:
        opinion = await self.shown()
        await self.reported_by(opinion, 3)
        await self.decide(opinion.id, "refuse", reason=REASON)
        assert await self.to_read() == (0, 0)
        assert [kind for kind, _ in await self.messages(self.author)] == ["opinion_refused"]

    async def test_nobody_is_shown_who_has_reported(self) -> None:
        opinion = await self.shown()
        reporters = await self.reported_by(opinion, 3)
        seen = [
            str(await self.queue()),
            (await self.get(opinion.id, self.author)).text,
            str(await self.messages(self.author)),
            (await self.decide(opinion.id, "pass")).text,
        ]
        for person in reporters:
            assert not any(str(person.id) in text for text in seen)
            assert not any(str(person.user_id) in text for text in seen)

    async def test_the_desk_reports_for_who_asks_by_the_same_rules(self) -> None:
        opinion = await self.shown()
        path = f"/admin{self.here}/opinions/{opinion.id}/report"
        body = {"reason": REASON, "witness": "王芳", "on_behalf_of": str(self.neighbour.id)}
        first = await self.http.post(path, json=body, headers=as_admin(self.worker))
        again = await self.http.post(path, json=body, headers=as_admin(self.worker))
        assert (first.status_code, again.status_code) == (204, 409)
        own = body | {"on_behalf_of": str(self.author.id)}
        refused = await self.http.post(path, json=own, headers=as_admin(self.worker))
        assert refused.json()["code"] == "consultations.own_opinion_reported"
