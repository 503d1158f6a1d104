"""Solutions of a ticket: each has a rating of its own, "not solved" reopens, and after two disputes
the level above is asked."""

from datetime import timedelta
from typing import Any

from app.communities.models import Role
from app.feedback.models import Ticket, TicketStatus
from app.kernel import clock
from tests.client import as_, as_admin
from tests.factories import staff
from tests.feedback.desk import Desk
from tests.now import NOW

S = TicketStatus
NOT_SOLVED = {"solved": "no", "satisfied": 1, "comment": "还是不亮"}


class TestSolutions(Desk):
    async def rate(self, ticket: Ticket, key: str, **rating: Any) -> dict[str, Any]:
        answer = await self.do(
            ticket, "rating", self.me.user_id, NOT_SOLVED | rating, key=f"rating-{key}"
        )
        assert answer.status_code == 201, answer.text
        rated: dict[str, Any] = answer.json()
        return rated

    async def solve(self, ticket: Ticket) -> None:
        await self.act(ticket, "start", self.handler)
        await self.act(ticket, "resolve", self.handler, {"text": "再次更换"})

    async def detail(self, ticket: Ticket) -> dict[str, Any]:
        answer = await self.http.get(f"{self.path}/{ticket.id}", headers=as_(self.me.user_id))
        detail: dict[str, Any] = answer.json()
        return detail

    async def test_not_solved_reopens_in_the_same_call(self) -> None:
        for status in (S.RESOLVED, S.CLOSED):
            ticket = await self.a_ticket(status)
            rated = await self.rate(ticket, status)
            assert (rated["status"], rated["ratings"][0]["resolution"]) == ("reopened", 1)
            again = await self.reread(ticket)
            assert (again.status, again.disputes) == (S.REOPENED, 1)
            [entry] = await self.history(ticket)
            assert (entry["kind"], entry["side"], entry["text"]) == (
                *("disputed", "author"),
                "还是不亮",
            )

    async def test_not_where_the_person_declines(self) -> None:
        ticket = await self.a_ticket(S.RESOLVED)
        rated = await self.rate(ticket, "1", reopen=False)
        assert (rated["status"], rated["escalated_at"]) == ("resolved", None)
        assert await self.history(ticket) == []

    async def test_not_when_it_is_too_late_for_a_dispute(self) -> None:
        ticket = await self.a_ticket(S.CLOSED)
        with clock.frozen(NOW + timedelta(days=31)):
            assert (await self.rate(ticket, "1"))["status"] == "closed"

    async def test_partly_closes(self) -> None:
        ticket = await self.a_ticket(S.RESOLVED)
        assert (await self.rate(ticket, "1", solved="partly"))["status"] == "closed"

    async def test_each_solution_has_its_own(self) -> None:
        ticket = await self.a_ticket(S.RESOLVED)
        await self.rate(ticket, "1")
        await self.solve(ticket)
        shown = await self.detail(ticket)
        assert (shown["rating"], [one["solved"] for one in shown["ratings"]]) == (None, ["no"])
        assert "rate" in shown["actions"]
        await self.rate(ticket, "2", solved="yes", satisfied=5)
        shown = await self.detail(ticket)
        assert (shown["rating"]["solved"], shown["rating"]["resolution"]) == ("yes", 2)
        assert [one["resolution"] for one in shown["ratings"]] == [1, 2]
        assert (shown["status"], "rate" in shown["actions"]) == ("closed", False)
        again = await self.do(ticket, "rating", self.me.user_id, NOT_SOLVED, key="rating-3")
        assert (again.status_code, again.json()["code"]) == (409, "feedback.already_rated")

    async def test_after_two_disputes_it_goes_to_the_level_above(self) -> None:
        ticket = await self.a_ticket(S.RESOLVED)
        await self.rate(ticket, "1")
        await self.solve(ticket)
        await self.rate(ticket, "2")
        await self.solve(ticket)
        shown = await self.detail(ticket)
        assert ("escalate" in shown["actions"], "dispute" in shown["actions"]) == (True, False)
        rated = await self.rate(ticket, "3")
        assert (rated["status"], rated["escalated_at"] is None) == ("resolved", False)
        entry = (await self.history(ticket))[-1]
        assert (entry["kind"], entry["text"]) == ("escalated", "还是不亮")
        above = await staff(self.database, self.community, Role.SUBDISTRICT_ADMIN)
        answer = await self.http.get(
            f"/admin{self.path}?is_escalated=true", headers=as_admin(above)
        )
        assert [item["id"] for item in answer.json()["items"]] == [str(ticket.id)]

    async def test_it_is_asked_for_once_and_after_two_disputes(self) -> None:
        ticket = await self.a_ticket(S.RESOLVED)
        body = {"reason": "请上级看看"}
        early = await self.do(ticket, "escalate", self.me.user_id, body)
        assert (early.status_code, early.json()["code"]) == (409, "feedback.not_disputed_twice")
        for n in range(2):
            await self.do(ticket, "dispute", self.me.user_id, body, key=f"dispute-{n}")
            await self.solve(ticket)
        asked = await self.do(ticket, "escalate", self.me.user_id, body)
        assert (asked.status_code, asked.json()["status"]) == (200, "resolved")
        assert asked.json()["escalated_at"] is not None
        again = await self.act(ticket, "escalate", self.worker, body | {"witness": "王芳"})
        assert (again.status_code, again.json()["code"]) == (409, "feedback.escalated_already")
