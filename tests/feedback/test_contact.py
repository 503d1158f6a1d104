"""POST …/tickets/{ticket_id}/contact: how to reach the author of a ticket."""

from typing import Any

from app.communities.models import PlaceKind, Role
from app.feedback.models import Ticket, TicketStatus
from app.kernel.jobs.audit import SWEEPS
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import a_place, saved, staff
from tests.feedback.desk import Desk
from tests.feedback.rows import a_department

S = TicketStatus
BODY = {"fields": ["household", "phone"], "reason": "约定上门时间"}


class TestContact(Desk):
    async def at_home(self) -> None:
        building = await a_place(self.database, self.community, name="3号楼")
        home = await a_place(
            self.database,
            self.community,
            name="502",
            kind=PlaceKind.HOUSEHOLD,
            parent=building,
        )
        self.me.household_id = home.id
        await saved(self.database, self.me)

    async def contact(self, ticket: Ticket, by: Any) -> tuple[int, Any]:
        answer = await self.act(ticket, "contact", by, BODY)
        return answer.status_code, answer.json()

    async def test_the_department_sees_how_to_reach_the_author_who_is_told(self) -> None:
        await self.at_home()
        ticket = await self.a_ticket(S.ASSIGNED)
        detail = await self.http.get(
            f"/admin{self.path}/{ticket.id}", headers=as_admin(self.handler)
        )
        assert "contact" in detail.json()["actions"]
        status, shown = await self.contact(ticket, self.handler)
        assert (status, shown["household"]) == (200, "3号楼 502")
        assert [one["field"] for one in shown["missing"]] == ["phone"]
        await Worker(self.database, sweeps=SWEEPS).sweep()
        await Worker(self.database).run_due()
        inbox = await self.http.get("/v1/me/inbox", headers=as_(self.me.user_id))
        [message] = [m for m in inbox.json()["items"] if BODY["reason"] in m["body"]]
        assert ticket.number in message["body"]
        log = await self.http.get("/v1/me/access-log", headers=as_(self.me.user_id))
        assert ticket.number in log.text

    async def test_not_others(self) -> None:
        ticket = await self.a_ticket(S.ASSIGNED)
        stranger = await staff(self.database, self.community, Role.HANDLER)
        await a_department(self.database, self.community, member=stranger)
        assert (await self.contact(ticket, stranger))[0] == 404
        given_back = await self.a_ticket(S.ACCEPTED)
        assert (await self.contact(given_back, self.handler))[0] == 404

    async def test_of_a_confidential_one_nobody(self) -> None:
        ticket = await self.a_ticket(S.ASSIGNED, "confidential")
        for colleague in (self.handler, self.worker):
            status, problem = await self.contact(ticket, colleague)
            assert (status, problem["code"]) == (409, "feedback.ticket_confidential")

    async def test_not_when_it_is_over(self) -> None:
        ticket = await self.a_ticket(S.CLOSED)
        status, problem = await self.contact(ticket, self.handler)
        assert (status, problem["code"]) == (409, "feedback.ticket_wrong_state")

    async def test_a_handler_sees_where_it_is_and_of_what_category(self) -> None:
        building = await a_place(self.database, self.community, name="5号楼")
        ticket = await self.a_ticket(S.ASSIGNED)
        ticket.location = [str(building.id), None, None]
        await saved(self.database, ticket)
        path = f"/admin{self.path}/{ticket.id}"
        shown = (await self.http.get(path, headers=as_admin(self.handler))).json()
        assert (shown["place_path"], shown["department_name"]) == ("5号楼", self.department.name)
        assert shown["category_name"].startswith("环境卫生")
        assert shown["actions"] == [
            *("give_back", "start", "reply", "log_contact", "contact"),
        ]
