"""POST /v1/communities/{community_id}/tickets"""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import NumberedDocument, ParticipantStatus, PlaceKind
from app.feedback.models import Level, Ticket
from app.feedback.tickets.schemas import TicketOut
from app.kernel.crypto import keys
from app.kernel.database.engine import Database
from app.kernel.jobs.events import EventRow
from app.links.models import Card
from app.notifications.inbox import InboxMessage, content_of
from app.worker import Worker
from tests.audit import audited
from tests.client import as_, as_admin
from tests.factories import a_community, a_household, a_participant, a_place, a_user, staff
from tests.feedback.rows import a_category, a_ticket
from tests.now import NOW
from tests.recipients import recipient_of


class TestSubmit:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.category = await a_category(database, self.community, level=Level.ONE_DAY)
        self.me = await a_participant(database, self.community)
        self.path = f"/v1/communities/{self.community}/tickets"

    def body(self, **more: object) -> dict[str, Any]:
        return {"category_id": str(self.category.id), "text": "三栋楼下路灯不亮"} | more

    async def submit(self, by: UUID | None, key: str | None = "ticket-01", **more: Any) -> Response:
        return await self.http.post(self.path, json=self.body(**more), headers=as_(by, key))

    async def refused(self, status: int, code: str, by: UUID | None, **more: Any) -> None:
        answer = await self.submit(by, **more)
        assert (answer.status_code, answer.json()["code"]) == (status, code)

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.submit(by=None)).status_code == 401

    async def test_an_outsider_is_told_to_join_first(self) -> None:
        await self.refused(403, "communities.not_a_participant", await a_user(self.database))

    async def test_who_is_blocked_may_not(self) -> None:
        gone = await a_participant(self.database, self.community, status=ParticipantStatus.BLOCKED)
        await self.refused(403, "communities.participant_inactive", gone.user_id)

    async def test_without_a_key_it_is_refused(self) -> None:
        answer = await self.submit(self.me.user_id, key=None)
        assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_missing")

    @pytest.mark.parametrize(
        "wrong",
        [
            {"text": "x" * 2001},
            {"text": "\x00\x00"},
            {"gcj02_longitude": 104.06},
            {"gcj02_longitude": 1, "gcj02_latitude": 91},
            {"visibility": "secret"},
            {"author": "me"},
        ],
    )
    async def test_what_is_malformed_is_refused(self, wrong: dict[str, Any]) -> None:
        assert (await self.submit(self.me.user_id, **wrong)).status_code == 422

    async def test_a_category_of_another_community_is_unknown(self) -> None:
        foreign = await a_category(self.database, await a_community(self.database))
        await self.refused(422, "unknown_reference", self.me.user_id, category_id=str(foreign.id))

    async def test_a_place_of_another_community_is_unknown(self) -> None:
        foreign = await a_place(self.database, await a_community(self.database))
        await self.refused(422, "unknown_reference", self.me.user_id, place_id=str(foreign.id))

    async def test_a_public_one_does_not_name_a_household(self) -> None:
        home = await a_household(self.database, self.community)
        more: dict[str, Any] = {"place_id": str(home.id), "visibility": "public"}
        await self.refused(422, "feedback.place_too_exact", self.me.user_id, **more)
        private = more | {"visibility": "private"}
        assert (await self.submit(self.me.user_id, **private)).status_code == 201

    async def test_a_closed_category_takes_nothing(self) -> None:
        closed = await a_category(self.database, self.community, active=False)
        more: dict[str, Any] = {"category_id": str(closed.id)}
        await self.refused(409, "feedback.category_closed", self.me.user_id, **more)

    async def test_a_key_used_for_another_text_is_refused(self) -> None:
        await self.submit(self.me.user_id)
        await self.refused(422, "idempotency_key_reused", self.me.user_id, text="另一件事")

    async def test_ten_may_be_open_at_once(self) -> None:
        for _ in range(10):
            await a_ticket(self.database, self.community, self.me, category=self.category)
        await self.refused(409, "feedback.too_many_open", self.me.user_id)
        other = await a_participant(self.database, self.community)
        assert (await self.submit(other.user_id)).status_code == 201

    async def test_they_are_counted_while_the_keys_of_the_index_are_rotated(self) -> None:
        """Five are found by the odd key alone, five by the even one as well; then both processes
        count all ten: the one that still knows the odd key alone, and the one that knows both."""
        one = keys.current()
        both = replace(one, index={**one.index, 2: b"2" * 32})
        try:
            for ring in (one, both):
                keys.use(ring)
                for _ in range(5):
                    await a_ticket(self.database, self.community, self.me, category=self.category)
            for ring in (one, both):
                keys.use(ring)
                await self.refused(409, "feedback.too_many_open", self.me.user_id)
        finally:
            keys.use(one)

    async def test_it_has_a_number_and_tells_when_it_is_due(self) -> None:
        building = await a_place(self.database, self.community, kind=PlaceKind.BUILDING)
        more: dict[str, Any] = {
            "place_id": str(building.id),
            "gcj02_longitude": 104.06,
            "gcj02_latitude": 30.67,
        }
        answer = await self.submit(self.me.user_id, visibility="public", **more)
        shown = TicketOut.model_validate_json(answer.content)
        assert answer.status_code == 201
        assert answer.headers["location"] == f"{self.path}/{shown.id}"
        assert shown.status == "submitted"
        assert shown.response_due_at == NOW + timedelta(hours=2)
        assert shown.resolution_due_at == NOW + timedelta(hours=24)
        again = await self.http.get(answer.headers["location"], headers=as_(self.me.user_id))
        assert again.json().items() >= answer.json().items()
        check = await self.http.get(f"/v1/documents/{shown.number}")
        assert (check.status_code, check.json()["kind"]) == (200, "ticket")

    async def test_numbers_are_given_in_order_without_a_gap(self) -> None:
        tickets = [await a_ticket(self.database, self.community) for _ in range(3)]
        assert [ticket.number.split("-")[2] for ticket in tickets] == ["000001", "000002", "000003"]

    async def test_the_same_key_gives_the_same_bytes_again(self) -> None:
        first, again = [await self.submit(self.me.user_id) for _ in range(2)]
        assert (again.status_code, again.content) == (201, first.content)
        assert again.headers["idempotent-replayed"] == "true"

    async def test_what_is_written_beside_it(self) -> None:
        ticket_id = UUID((await self.submit(self.me.user_id, visibility="public")).json()["id"])
        async with self.database.transaction() as session:
            ticket = await session.get_one(Ticket, (self.community, ticket_id))
            card = await session.get_one(Card, (self.community, ticket_id))
            document = (await session.scalars(select(NumberedDocument))).one()
            event = (await session.scalars(select(EventRow))).one()
        assert (ticket.entered_by, ticket.channel) == (None, "self")
        assert ticket.next_notice_at == NOW + timedelta(minutes=90)
        assert (card.kind, card.title, card.is_public) == ("ticket", ticket.number, False)
        assert (document.number, document.subject_id) == (ticket.number, ticket.id)
        assert event.read()[:2] == (
            "feedback.ticket_submitted",
            {
                "ticket_id": str(ticket_id),
                "response_due_at": "2026-12-05T06:00:00Z",
                "resolution_due_at": "2026-12-06T04:00:00Z",
            },
        )

    async def test_its_author_is_told_the_number(self) -> None:
        number = (await self.submit(self.me.user_id)).json()["number"]
        await Worker(self.database).run_due()
        async with self.database.transaction() as session:
            message = (await session.scalars(select(InboxMessage))).one()
        content = content_of(message)
        assert (recipient_of(message), content.kind, content.variables["number"]) == (
            self.me.id,
            "feedback.ticket_received",
            number,
        )


class TestSubmitAtDesk:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.category = await a_category(database, self.community)
        self.me = await a_participant(database, self.community)
        self.path = f"/admin/v1/communities/{self.community}/tickets"

    async def submit(self, by: UUID | None, **more: object) -> Response:
        body = {
            "category_id": str(self.category.id),
            "text": "井盖松动",
            "on_behalf_of": str(self.me.id),
            "witness": "王芳",
        }
        return await self.http.post(self.path, json=body | more, headers=as_admin(by, "desk-0001"))

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.submit(by=None)).status_code == 401

    async def test_staff_of_another_community_find_nothing(self) -> None:
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.submit(outsider)).status_code == 404

    async def test_nobody_of_that_id_is_unknown(self) -> None:
        worker = await staff(self.database, self.community)
        answer = await self.submit(worker, on_behalf_of=str(uuid4()))
        assert (answer.status_code, answer.json()["code"]) == (422, "unknown_reference")

    async def test_it_is_the_resident_s_and_is_audited(self) -> None:
        worker = await staff(self.database, self.community)
        answer = await self.submit(worker)
        assert answer.status_code == 201
        assert answer.headers["location"] == f"{self.path}/{answer.json()['id']}"
        mine = await self.http.get(
            f"/v1/communities/{self.community}/tickets?mine=true", headers=as_(self.me.user_id)
        )
        assert [item["id"] for item in mine.json()["items"]] == [answer.json()["id"]]
        async with self.database.transaction() as session:
            [entry] = await audited(self.database)
            ticket = (await session.scalars(select(Ticket))).one()
        assert (entry.action, entry.actor_id) == ("ticket.submitted", worker)
        assert (ticket.channel, ticket.witness, ticket.entered_by) == ("desk", "王芳", worker)
