"""Other ways of a ticket: given back, assigned again, answered directly, deferred, merged, in the
community's own name, confidential."""

from datetime import timedelta
from typing import Any

from app.communities.models import PlaceKind
from app.feedback.models import Ticket, TicketStatus
from app.feedback.sweeps import SWEEPS
from app.kernel import clock
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import a_place, staff
from tests.feedback.desk import Desk
from tests.feedback.rows import a_category, a_department
from tests.now import NOW

S = TicketStatus
DAY = timedelta(days=1)


class TestGivenBack(Desk):
    async def test_it_is_the_community_s_again(self) -> None:
        ticket = await self.a_ticket(S.ASSIGNED)
        answer = await self.act(ticket, "give-back", self.handler, {"reason": "不归我们管"})
        assert (answer.json()["status"], answer.json()["department_id"]) == ("accepted", None)
        detail = await self.http.get(
            f"/admin{self.path}/{ticket.id}", headers=as_admin(self.handler)
        )
        assert detail.status_code == 404
        [entry] = await self.history(ticket)
        assert (entry["kind"], entry["text"]) == ("given_back", "不归我们管")
        other = await a_department(self.database, self.community)
        again = await self.act(ticket, "assign", self.worker, {"department_id": str(other.id)})
        assert (again.json()["status"], again.json()["department_name"]) == ("assigned", other.name)

    async def test_after_a_dispute_another_department_gets_it(self) -> None:
        ticket = await self.a_ticket(S.REOPENED)
        other = await a_department(self.database, self.community)
        answer = await self.act(ticket, "assign", self.worker, {"department_id": str(other.id)})
        assert (answer.json()["status"], answer.json()["department_id"]) == (
            *("assigned",),
            str(other.id),
        )


class TestAnswered(Desk):
    async def test_directly_it_is_resolved_and_its_author_hears_of_it(self) -> None:
        ticket = await self.a_ticket(S.ACCEPTED)
        answer = await self.act(ticket, "answer", self.worker, {"text": "每周二办理"})
        assert (answer.json()["status"], answer.json()["resolutions"]) == ("resolved", 1)
        assert await self.messages() == [(self.me.id, "feedback.ticket_resolved", "每周二办理")]

    async def test_not_while_a_department_has_it(self) -> None:
        ticket = await self.a_ticket(S.IN_PROGRESS)
        answer = await self.act(ticket, "answer", self.worker, {"text": "每周二办理"})
        assert answer.json()["code"] == "feedback.ticket_wrong_state"


class TestDeferred(Desk):
    DEFERRAL = {"reason": "冬季不宜种植", "review_on": "2026-12-20"}

    async def test_its_author_is_told_the_day_on_which_it_is_taken_up(self) -> None:
        ticket = await self.a_ticket(S.IN_PROGRESS)
        answer = await self.act(ticket, "defer", self.worker, self.DEFERRAL)
        assert (answer.json()["status"], answer.json()["review_on"]) == ("deferred", "2026-12-20")
        assert await self.messages() == [(self.me.id, "feedback.ticket_deferred", "冬季不宜种植")]
        due = clock.instant_of((await self.reread(ticket)).review_on or clock.today())
        with clock.frozen(due - timedelta(minutes=10)):
            await Worker(self.database, sweeps=SWEEPS).sweep()
        assert (await self.reread(ticket)).status is S.DEFERRED
        with clock.frozen(due):
            await Worker(self.database, sweeps=SWEEPS).sweep()
        assert (await self.reread(ticket)).status is S.IN_PROGRESS
        assert "taken_up" in [entry["kind"] for entry in await self.history(ticket)]

    async def test_its_clock_goes_on(self) -> None:
        ticket = await self.a_ticket(S.IN_PROGRESS)
        await self.act(ticket, "defer", self.worker, self.DEFERRAL)
        again = await self.reread(ticket)
        assert (again.stopped_at, again.resolution_due_at) == (None, ticket.resolution_due_at)

    async def test_a_day_that_has_come_or_is_far_away_is_refused(self) -> None:
        ticket = await self.a_ticket(S.IN_PROGRESS)
        for day in ("2026-12-05", "2028-01-01"):
            body = self.DEFERRAL | {"review_on": day}
            answer = await self.act(ticket, "defer", self.worker, body)
            assert (answer.status_code, answer.json()["code"]) == (
                *(422,),
                "feedback.review_day_unfit",
            )


class TestMerged(Desk):
    async def merge(self, ticket: Ticket, into: Ticket) -> tuple[int, Any]:
        answer = await self.act(ticket, "merge", self.worker, {"into": str(into.id)})
        return answer.status_code, answer.json()

    async def test_its_author_follows_the_other_one(self) -> None:
        ticket = await self.a_ticket(S.ASSIGNED)
        self.me, author = self.neighbour, self.me
        other = await self.a_ticket(S.ASSIGNED, "public")
        status, shown = await self.merge(ticket, other)
        assert (status, shown["status"], shown["merged_into"]) == (200, "merged", str(other.id))
        detail = await self.http.get(f"{self.path}/{other.id}", headers=as_(author.user_id))
        assert (detail.json()["is_following"], detail.json()["actions"]) == (True, ["unfollow"])
        assert await self.messages() == [(author.id, "feedback.ticket_merged", other.number)]

    async def test_not_with_what_its_author_may_not_see(self) -> None:
        ticket = await self.a_ticket(S.ASSIGNED)
        own = await self.a_ticket(S.ASSIGNED)
        over = await self.a_ticket(S.CLOSED, "public")
        self.me = self.neighbour
        private = await self.a_ticket(S.ASSIGNED)
        for other in (ticket, over, private):
            status, problem = await self.merge(ticket, other)
            assert (status, problem["code"]) == (422, "feedback.merge_unfit")
        assert (await self.merge(ticket, own))[0] == 200


class TestInTheOwnName(Desk):
    async def open(self, **more: Any) -> Any:
        category = await a_category(self.database, self.community)
        body = {"category_id": str(category.id), "text": "河边护栏松动"} | more
        path = f"/admin{self.path}/community"
        return await self.http.post(path, json=body, headers=as_admin(self.worker, "own-00001"))

    async def test_it_has_a_number_and_nobody_as_its_author(self) -> None:
        answer = await self.open(kind="report")
        assert answer.status_code == 201, answer.text
        shown = answer.json()
        assert (shown["origin"], shown["kind"], shown["status"]) == (
            *("community", "report"),
            "submitted",
        )
        document = await self.http.get(f"/v1/documents/{shown['number']}")
        assert document.json()["is_valid"] is True
        row = await self.reread_id(shown["id"])
        assert (row.author_id, row.entered_by) == (None, self.worker)
        assert await self.messages() == []
        assert await self.audited() == [("ticket.opened", self.worker)]

    async def reread_id(self, ticket_id: str) -> Ticket:
        async with self.database.transaction() as session:
            return await session.get_one(Ticket, (self.community, ticket_id))

    async def test_nobody_rates_disputes_withdraws_or_adds_to_it(self) -> None:
        shown = (await self.open()).json()
        row = await self.reread_id(shown["id"])
        await self.act(row, "accept", self.worker)
        await self.act(row, "answer", self.worker, {"text": "已加固"})
        desk = {"witness": "王芳"}
        bodies: dict[str, dict[str, Any]] = {
            "rating": desk | {"solved": "yes", "satisfied": 5},
            "dispute": desk | {"reason": "没有加固"},
            "escalate": desk | {"reason": "没有加固"},
            "withdraw": desk,
            "supplement": desk | {"text": "没有加固"},
        }
        other = await staff(self.database, self.community)
        for verb, body in bodies.items():
            answer = await self.act(row, verb, other, body)
            assert (answer.status_code, answer.json()["code"]) == (409, "feedback.of_community")

    async def test_a_door_stays_out_of_public_ones(self) -> None:
        building = await a_place(self.database, self.community, kind=PlaceKind.BUILDING)
        home = await a_place(
            self.database, self.community, kind=PlaceKind.HOUSEHOLD, parent=building
        )
        answer = await self.open(place_id=str(home.id))
        assert (answer.status_code, answer.json()["code"]) == (422, "feedback.place_too_exact")


class TestConfidential(Desk):
    async def test_no_staff_are_told_who_wrote_it(self) -> None:
        ticket = await self.a_ticket(S.ASSIGNED, "confidential")
        for colleague in (self.worker, self.handler):
            path = f"/admin{self.path}/{ticket.id}"
            detail = await self.http.get(path, headers=as_admin(colleague))
            assert detail.status_code == 200
            assert str(self.me.id) not in detail.text
            assert self.me.display_name not in detail.text
            assert "contact" not in detail.json()["actions"]

    async def test_it_is_not_shown_to_others_and_its_author_sees_it(self) -> None:
        ticket = await self.a_ticket(S.ASSIGNED, "confidential")
        path = f"{self.path}/{ticket.id}"
        assert (await self.http.get(path, headers=as_(self.neighbour.user_id))).status_code == 404
        mine = await self.http.get(path, headers=as_(self.me.user_id))
        assert (mine.status_code, mine.json()["is_mine"]) == (200, True)

    async def test_its_audit_entries_do_not_name_the_author(self) -> None:
        ticket = await self.a_ticket(S.SUBMITTED, "confidential")
        await self.act(ticket, "accept", self.worker)
        with clock.frozen(NOW + DAY):
            log = await self.http.get("/v1/me/access-log", headers=as_(self.me.user_id))
        assert "ticket.accepted" not in log.text
