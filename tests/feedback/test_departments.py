"""A department with open tickets is not closed unseen, nor does it lose its last member unseen."""

from typing import Any

from app.communities.models import DepartmentMember, Role
from app.feedback.models import TicketStatus
from tests.client import as_admin
from tests.factories import saved, staff
from tests.feedback.desk import Desk

S = TicketStatus


class TestDepartments(Desk):
    async def put(self, **fields: Any) -> Any:
        path = f"/admin/v1/communities/{self.community}/departments/{self.department.id}"
        admin = await self.admin()
        tag = (await self.http.get(path, headers=as_admin(admin))).headers["etag"]
        body = {"name": self.department.name, "contact": self.department.contact} | fields
        return await self.http.put(path, json=body, headers=as_admin(admin) | {"If-Match": tag})

    async def admin(self) -> Any:
        return await staff(self.database, self.community, Role.COMMUNITY_ADMIN)

    async def remove(self, user_id: Any) -> Any:
        admin = as_admin(await self.admin())
        here = f"/admin/v1/communities/{self.community}"
        members = await self.http.get(
            f"{here}/departments/{self.department.id}/members", headers=admin
        )
        [member] = [m["id"] for m in members.json()["items"] if m["user_id"] == str(user_id)]
        path = f"{here}/department-members/{member}"
        return await self.http.delete(path, headers=admin)

    async def test_with_open_tickets_it_stays_open(self) -> None:
        for status in (S.ASSIGNED, S.DEFERRED):
            await self.a_ticket(status)
        await self.a_ticket(S.CLOSED)
        answer = await self.put(is_active=False)
        assert (answer.status_code, answer.json()["code"], answer.json()["open_tickets"]) == (
            *(409, "feedback.department_has_tickets"),
            2,
        )
        assert (await self.put(name="城管二办")).status_code == 200

    async def test_without_any_it_closes(self) -> None:
        await self.a_ticket(S.CLOSED)
        assert (await self.put(is_active=False)).json()["is_active"] is False

    async def test_its_last_member_stays_while_it_has_tickets(self) -> None:
        await self.a_ticket(S.IN_PROGRESS)
        answer = await self.remove(self.handler)
        assert (answer.status_code, answer.json()["code"], answer.json()["open_tickets"]) == (
            *(409, "feedback.last_department_member"),
            1,
        )
        other = await staff(self.database, self.community, Role.HANDLER)
        row = DepartmentMember(
            community_id=self.community, department_id=self.department.id, user_id=other
        )
        await saved(self.database, row)
        assert (await self.remove(self.handler)).status_code == 204

    async def test_and_goes_without_any(self) -> None:
        await self.a_ticket(S.CLOSED)
        assert (await self.remove(self.handler)).status_code == 204
