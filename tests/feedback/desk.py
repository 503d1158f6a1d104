"""Community with an author of tickets, a neighbour, a worker, and a handler of a department."""

from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Role
from app.feedback.models import Ticket, TicketStatus
from app.kernel.database.engine import Database
from app.notifications.inbox import InboxMessage, content_of
from app.worker import Worker
from tests.audit import audited
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, staff
from tests.feedback.rows import a_department, a_ticket_in, reread
from tests.recipients import recipient_of


class Desk:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_participant(database, self.community)
        self.neighbour = await a_participant(database, self.community)
        self.worker = await staff(database, self.community)
        self.handler = await staff(database, self.community, Role.HANDLER)
        self.department = await a_department(database, self.community, member=self.handler)
        self.path = f"/v1/communities/{self.community}/tickets"

    async def a_ticket(self, status: TicketStatus, visibility: str = "private") -> Ticket:
        """Returns a ticket of `me`, from `assigned` on with the handler's department."""
        return await a_ticket_in(
            self.database,
            self.community,
            status,
            self.me,
            department=self.department,
            visibility=visibility,
        )

    async def act(
        self, ticket: Ticket, verb: str, by: UUID | None, body: object = None
    ) -> Response:
        """Calls an operation of administrators."""
        path = f"/admin{self.path}/{ticket.id}/{verb}"
        key = f"desk-{verb}-1" if verb == "rating" else None
        return await self.http.post(path, json=body, headers=as_admin(by, key))

    async def do(
        self,
        ticket: Ticket,
        verb: str,
        by: UUID | None,
        body: object = None,
        key: str = "mine-0001",
    ) -> Response:
        """Calls an operation of residents."""
        path = f"{self.path}/{ticket.id}/{verb}"
        return await self.http.post(path, json=body, headers=as_(by, key))

    async def reread(self, ticket: Ticket) -> Ticket:
        return await reread(self.database, self.community, ticket.id)

    async def history(self, ticket: Ticket) -> list[dict[str, Any]]:
        answer = await self.http.get(f"{self.path}/{ticket.id}", headers=as_(self.me.user_id))
        history: list[dict[str, Any]] = answer.json()["history"]
        return history

    async def messages(self) -> list[tuple[UUID | None, str, str]]:
        """Runs the worker; returns recipient, kind and text of each message but the receipts."""
        await Worker(self.database).run_due()
        async with self.database.transaction() as session:
            rows = (await session.scalars(select(InboxMessage).order_by(InboxMessage.id))).all()
        messages = [(recipient_of(row), content_of(row)) for row in rows]
        return [
            (who, content.kind, content.variables["text"])
            for who, content in messages
            if content.kind != "feedback.ticket_received"
        ]

    async def audited(self) -> list[tuple[str, UUID]]:
        entries = await audited(self.database)
        return [(entry.action, entry.actor_id) for entry in entries]
