"""Duties of the staff about tickets: told to those who have them, once, and again when overdue."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from app.communities.models import Community, Role, ScopeKind
from app.features import SWEEPS
from app.feedback.models import TicketStatus
from app.kernel import clock
from app.worker import Worker
from tests.client import as_admin
from tests.factories import a_region, granted, saved, staff
from tests.feedback.desk import Desk
from tests.feedback.rows import a_department, a_ticket

S = TicketStatus


class TestDuties(Desk):
    async def news(self, who: UUID) -> list[str]:
        """Runs the worker and returns the kinds of what is open in the inbox, oldest first."""
        await Worker(self.database).run_due()
        answer = await self.http.get("/admin/v1/me/inbox", headers=as_admin(who))
        assert answer.status_code == 200, answer.text
        return [m["kind"] for m in answer.json()["items"] if m["closed_at"] is None]

    async def waiting(self, who: UUID) -> dict[str, int]:
        path = f"/admin/v1/communities/{self.community}/todo"
        answer = await self.http.get(path, headers=as_admin(who))
        return {one["kind"]: one["count"] for one in answer.json()["items"] if one["count"]}

    async def test_each_step_is_told_to_those_whose_it_is(self) -> None:
        ticket = await a_ticket(self.database, self.community, self.me)
        assert await self.news(self.worker) == ["feedback.ticket_to_accept"]
        assert await self.news(self.handler) == []
        colleague = await staff(self.database, self.community)
        await self.act(ticket, "accept", self.worker)
        assert await self.news(colleague) == ["feedback.ticket_to_assign"]
        body = {"department_id": str(self.department.id)}
        await self.act(ticket, "assign", self.worker, body)
        assert await self.news(self.handler) == ["feedback.ticket_to_start"]
        assert await self.news(colleague) == []
        assert await self.waiting(self.handler) == {"feedback.ticket_to_start": 1}
        await self.act(ticket, "give-back", self.handler, {"reason": "不归我们管"})
        assert await self.news(self.handler) == []
        assert await self.news(self.worker) == ["feedback.ticket_given_back"]

    async def test_warned_and_overdue_again(self) -> None:
        ticket = await self.a_ticket(S.IN_PROGRESS)
        with clock.frozen(ticket.resolution_warn_at):
            await Worker(self.database, sweeps=SWEEPS).sweep()
            assert "feedback.ticket_near_its_end" in await self.news(self.worker)
        with clock.frozen(ticket.resolution_due_at + timedelta(minutes=10)):
            await Worker(self.database, sweeps=SWEEPS).sweep()
            assert "feedback.ticket_near_its_end_overdue" in await self.news(self.worker)
            assert await self.news(self.handler) == ["feedback.ticket_in_progress_overdue"]

    async def test_no_message_names_the_author_or_what_was_written(self) -> None:
        await self.a_ticket(S.SUBMITTED)
        await Worker(self.database).run_due()
        answer = await self.http.get("/admin/v1/me/inbox", headers=as_admin(self.worker))
        assert self.me.display_name not in answer.text
        assert "路灯" not in answer.text

    async def test_the_level_above_is_told_of_what_it_shall_review(self) -> None:
        subdistrict = await a_region(self.database)
        async with self.database.transaction() as session:
            community = await session.get_one(Community, self.community)
            community.region_path = [subdistrict.id, *community.region_path]
        above = await granted(
            self.database, Role.SUBDISTRICT_ADMIN, ScopeKind.REGION, subdistrict.id
        )
        ticket = await self.a_ticket(S.RESOLVED)
        ticket.disputes = 2
        await saved(self.database, ticket)
        rating: dict[str, Any] = {"solved": "no", "satisfied": 1, "comment": "没修"}
        await self.do(ticket, "rating", self.me.user_id, rating)
        assert await self.news(self.worker) == []
        assert await self.news(above) == ["feedback.ticket_to_review"]

    async def test_workers_see_what_a_department_without_members_has(self) -> None:
        ticket = await self.a_ticket(S.ACCEPTED)
        empty = await a_department(self.database, self.community)
        await self.act(ticket, "assign", self.worker, {"department_id": str(empty.id)})
        assert await self.news(self.worker) == ["feedback.ticket_with_nobody"]
