"""POST /admin/v1/communities/{community_id}/tickets/{ticket_id}/accept … resolve, ask, reply"""

from datetime import timedelta
from uuid import UUID

import pytest

from app.communities.models import Role
from app.feedback.models import TicketStatus
from app.kernel import clock
from app.links.models import Card
from tests.client import as_admin
from tests.factories import a_community, staff
from tests.feedback.desk import Desk
from tests.feedback.rows import a_department, a_ticket
from tests.now import NOW

S = TicketStatus
UNKNOWN_ID = "00000000-0000-4000-8000-000000000000"
BODIES: dict[str, object] = {
    "accept": None,
    "decline": {"reason": "不属于社区职责", "instead": "请联系物业报修"},
    "assign": {"department_id": UNKNOWN_ID},
    "give-back": {"reason": "不归我们管"},
    "start": None,
    "log-contact": {"kind": "call", "text": "约好明天上门"},
    "defer": {"reason": "等待天气转好", "review_on": "2026-12-20"},
    "resume": None,
    "answer": {"text": "每周二办理"},
    "merge": {"into": UNKNOWN_ID},
    "ask": {"text": "请问是哪一盏灯？"},
    "resolve": {"text": "已更换灯泡"},
    "reply": {"text": "已安排", "is_public": True},
}
FROM: dict[str, set[TicketStatus]] = {
    "accept": {S.SUBMITTED},
    "decline": {S.SUBMITTED},
    "assign": {S.ACCEPTED, S.ASSIGNED, S.IN_PROGRESS, S.REOPENED},
    "give-back": {S.ASSIGNED},
    "defer": {S.IN_PROGRESS},
    "resume": {S.DEFERRED},
    "answer": {S.ACCEPTED},
    "start": {S.ASSIGNED, S.REOPENED},
    "ask": {S.IN_PROGRESS},
    "resolve": {S.ACCEPTED, S.IN_PROGRESS},
    "reply": {
        *(S.SUBMITTED, S.ACCEPTED, S.ASSIGNED, S.IN_PROGRESS),
        *(S.WAITING_FOR_RESIDENT, S.DEFERRED, S.REOPENED),
    },
}
FROM["log-contact"] = FROM["reply"]
FROM["merge"] = FROM["reply"] - {S.REOPENED}
BY_WORKERS = {"accept", "decline", "assign", "defer", "resume", "answer", "merge"}
each_verb = pytest.mark.parametrize("verb", sorted(BODIES))


class TestEachVerb(Desk):
    @each_verb
    async def test_anonymous_is_asked_to_log_in(self, verb: str) -> None:
        ticket = await self.a_ticket(S.SUBMITTED)
        assert (await self.act(ticket, verb, None, BODIES[verb])).status_code == 401

    @each_verb
    async def test_staff_of_another_community_find_nothing(self, verb: str) -> None:
        ticket = await self.a_ticket(S.ASSIGNED)
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.act(ticket, verb, outsider, BODIES[verb])).status_code == 404

    @each_verb
    async def test_handlers_of_another_department_find_nothing(self, verb: str) -> None:
        ticket = await self.a_ticket(S.ASSIGNED)
        stranger = await staff(self.database, self.community, Role.HANDLER)
        await a_department(self.database, self.community, member=stranger)
        assert (await self.act(ticket, verb, stranger, BODIES[verb])).status_code == 404

    @each_verb
    async def test_before_it_is_assigned_handlers_find_nothing(self, verb: str) -> None:
        ticket = await self.a_ticket(S.ACCEPTED)
        assert (await self.act(ticket, verb, self.handler, BODIES[verb])).status_code == 404

    @pytest.mark.parametrize("verb", sorted(BY_WORKERS))
    async def test_what_is_for_workers_is_not_for_handlers(self, verb: str) -> None:
        ticket = await self.a_ticket(S.ASSIGNED)
        assert (await self.act(ticket, verb, self.handler, BODIES[verb])).status_code == 403

    @each_verb
    @pytest.mark.parametrize("role", [Role.GRID_WORKER, Role.AUDITOR, Role.PARTY_ADMIN])
    async def test_others_may_not(self, verb: str, role: Role) -> None:
        ticket = await self.a_ticket(S.ASSIGNED)
        other = await staff(self.database, self.community, role)
        assert (await self.act(ticket, verb, other, BODIES[verb])).status_code == 403

    @pytest.mark.parametrize("verb", sorted(verb for verb, body in BODIES.items() if body))
    async def test_what_is_malformed_is_refused(self, verb: str) -> None:
        ticket = await self.a_ticket(S.SUBMITTED)
        assert (await self.act(ticket, verb, self.worker, {})).status_code == 422

    @each_verb
    @pytest.mark.parametrize("status", sorted(S))
    async def test_only_from_the_states_that_the_table_says(
        self, verb: str, status: TicketStatus
    ) -> None:
        ticket = await self.a_ticket(status)
        body = BODIES[verb]
        if verb == "assign":
            body = {"department_id": str(self.department.id)}
        if verb == "merge":
            body = {"into": str((await self.a_ticket(S.ASSIGNED, "public")).id)}
        answer = await self.act(ticket, verb, self.worker, body)
        if status in FROM[verb]:
            assert answer.status_code == 200
        else:
            assert (answer.status_code, answer.json()["code"]) == (
                409,
                "feedback.ticket_wrong_state",
            )
            assert answer.json()["state"] == status
            assert (await self.reread(ticket)).status is status
            assert await self.audited() == []


class TestTheWay(Desk):
    async def test_accepted_it_is_somebody_s_and_shown(self) -> None:
        ticket = await self.a_ticket(S.SUBMITTED, "public")
        with clock.frozen(NOW + timedelta(hours=1)):
            answer = await self.act(ticket, "accept", self.worker)
        assert answer.json()["status"] == "accepted"
        ticket = await self.reread(ticket)
        assert (ticket.accepted_by, ticket.responded_at) == (self.worker, None)
        async with self.database.transaction() as session:
            card = await session.get_one(Card, (self.community, ticket.id))
        assert (card.title, card.status, card.is_public) == (ticket.text, "accepted", True)
        with clock.frozen(NOW + timedelta(hours=1)):
            assert await self.messages() == [(self.me.id, "feedback.ticket_accepted", "")]
        assert await self.audited() == [("ticket.accepted", self.worker)]

    async def test_a_private_one_keeps_a_private_card(self) -> None:
        ticket = await self.a_ticket(S.SUBMITTED)
        await self.act(ticket, "accept", self.worker)
        async with self.database.transaction() as session:
            card = await session.get_one(Card, (self.community, ticket.id))
        assert (card.title, card.is_public) == (ticket.number, False)

    async def test_declined_it_says_what_to_do_instead(self) -> None:
        ticket = await self.a_ticket(S.SUBMITTED, "public")
        await self.act(ticket, "decline", self.worker, BODIES["decline"])
        [entry] = await self.history(ticket)
        text = "不属于社区职责\n请联系物业报修"
        assert (entry["kind"], entry["text"]) == ("declined", text)
        assert await self.messages() == [(self.me.id, "feedback.ticket_declined", text)]
        assert (await self.reread(ticket)).responded_at == NOW

    async def test_assigned_to_what_takes_nothing_any_more_it_is_refused(self) -> None:
        ticket = await self.a_ticket(S.ACCEPTED)
        closed = await a_department(self.database, self.community, active=False)
        foreign = await a_department(self.database, await a_community(self.database))
        for department in (closed, foreign):
            body = {"department_id": str(department.id)}
            answer = await self.act(ticket, "assign", self.worker, body)
            assert (answer.status_code, answer.json()["code"]) == (
                422,
                "feedback.department_unfit",
            )

    async def test_a_handler_takes_it_to_its_end_and_a_follower_hears_of_it(self) -> None:
        ticket = await self.a_ticket(S.SUBMITTED, "public")
        await self.act(ticket, "accept", self.worker)
        await self.messages()
        await self.do(ticket, "follow", self.neighbour.user_id)
        body = {"department_id": str(self.department.id)}
        await self.act(ticket, "assign", self.worker, body)
        await self.act(ticket, "start", self.handler)
        await self.act(ticket, "reply", self.handler, {"text": "只给您", "is_public": False})
        await self.act(ticket, "reply", self.handler, {"text": "给大家", "is_public": True})
        answer = await self.act(ticket, "resolve", self.handler, {"text": "已更换灯泡"})
        assert answer.json()["status"] == "resolved"
        assert (await self.reread(ticket)).resolved_by == self.handler
        both = [
            ("feedback.ticket_assigned", self.department.name),
            ("feedback.ticket_started", ""),
            ("feedback.ticket_replied", "给大家"),
            ("feedback.ticket_resolved", "已更换灯泡"),
        ]
        messages = await self.messages()
        assert [
            (kind, text) for recipient, kind, text in messages if recipient == self.neighbour.id
        ] == both
        own = [(kind, text) for recipient, kind, text in messages if recipient == self.me.id]
        assert own == [
            ("feedback.ticket_accepted", ""),
            *both[:2],
            ("feedback.ticket_replied", "只给您"),
            *both[2:],
        ]
        assert [action for action, _ in await self.audited()] == [
            *("ticket.accepted", "ticket.assigned", "ticket.started"),
            *("ticket.replied", "ticket.replied", "ticket.resolved"),
        ]
        assert [entry["side"] for entry in await self.history(ticket)] == ["community"] * 6

    async def test_a_reply_is_the_first_contact(self) -> None:
        ticket = await self.a_ticket(S.SUBMITTED)
        with clock.frozen(NOW + timedelta(minutes=5)):
            await self.act(ticket, "reply", self.worker, BODIES["reply"])
        assert (await self.reread(ticket)).responded_at == NOW + timedelta(minutes=5)

    async def test_asked_the_clock_stands_still_until_the_answer_comes(self) -> None:
        ticket = await self.a_ticket(S.IN_PROGRESS)
        due_at = ticket.resolution_due_at
        with clock.frozen(NOW + timedelta(hours=1)):
            asked = await self.act(ticket, "ask", self.handler, BODIES["ask"])
        assert asked.json()["stopped_at"] == "2026-12-05T05:00:00Z"
        with clock.frozen(NOW + timedelta(hours=3)):
            answer = await self.do(ticket, "supplement", self.me.user_id, {"text": "左边那盏"})
        shown = answer.json()
        assert (shown["status"], shown["paused_minutes"], shown["stopped_at"]) == (
            "in_progress",
            120,
            None,
        )
        assert (await self.reread(ticket)).resolution_due_at == due_at + timedelta(hours=2)
        assert [(e["kind"], e["text"]) for e in await self.history(ticket)] == [
            ("asked", "请问是哪一盏灯？"),
            ("answered", "左边那盏"),
        ]


class TestQueue(Desk):
    async def queue(self, by: UUID, **query: str) -> list[dict[str, object]]:
        answer = await self.http.get(f"/admin{self.path}", params=query, headers=as_admin(by))
        assert answer.status_code == 200, answer.text
        items: list[dict[str, object]] = answer.json()["items"]
        return items

    async def ids(self, by: UUID, **query: str) -> set[object]:
        return {item["id"] for item in await self.queue(by, **query)}

    async def test_others_may_not(self) -> None:
        other = await staff(self.database, self.community, Role.GRID_WORKER)
        answer = await self.http.get(f"/admin{self.path}", headers=as_admin(other))
        assert answer.status_code == 403

    async def test_workers_see_all_that_is_open_and_whose_it_is(self) -> None:
        first, second = await self.a_ticket(S.SUBMITTED), await self.a_ticket(S.IN_PROGRESS)
        await self.a_ticket(S.CLOSED)
        items = await self.queue(self.worker)
        assert [item["id"] for item in items] == [str(first.id), str(second.id)]
        assert {item["display_name"] for item in items} == {self.me.display_name}
        assert {item["participant_id"] for item in items} == {str(self.me.id)}

    async def test_handlers_see_those_of_their_department_without_the_author(self) -> None:
        mine = await self.a_ticket(S.ASSIGNED)
        await self.a_ticket(S.ACCEPTED)
        other = await a_department(self.database, self.community)
        self.department, ours = other, self.department
        await self.a_ticket(S.ASSIGNED)
        [item] = await self.queue(self.handler)
        assert (item["id"], item["department_id"]) == (str(mine.id), str(ours.id))
        assert (item["participant_id"], item["display_name"]) == (None, None)
        detail = await self.http.get(f"/admin{self.path}/{mine.id}", headers=as_admin(self.handler))
        assert detail.status_code == 200
        assert str(self.me.id) not in detail.text
        assert self.me.display_name not in detail.text

    async def test_filters(self) -> None:
        waiting = await self.a_ticket(S.ASSIGNED)
        with clock.frozen(NOW - timedelta(days=8)):
            late = await a_ticket(self.database, self.community, self.me)
        await self.act(late, "accept", self.worker)
        closed = await self.a_ticket(S.CLOSED)
        worker = self.worker
        assert await self.ids(worker, is_overdue="true") == {str(late.id)}
        assert await self.ids(worker, is_overdue="false") == {str(waiting.id)}
        assert await self.ids(worker, mine="true") == {str(late.id)}
        assert await self.ids(worker, status="closed") == {str(closed.id)}
        assert await self.ids(worker, category_id=str(late.category_id)) == {str(late.id)}
        department = {"department_id": str(self.department.id)}
        assert await self.ids(worker, **department) == {str(waiting.id)}
        [item] = await self.queue(worker, is_overdue="true")
        assert (item["is_warned"], item["is_overdue"]) == (True, True)

    async def test_pages_follow_one_another(self) -> None:
        tickets = [str((await self.a_ticket(S.SUBMITTED)).id) for _ in range(3)]
        answer = await self.http.get(f"/admin{self.path}?limit=2", headers=as_admin(self.worker))
        cursor = answer.json()["next_cursor"]
        rest = await self.queue(self.worker, limit="2", cursor=cursor)
        shown = [item["id"] for item in [*answer.json()["items"], *rest]]
        assert shown == tickets

    async def test_workers_see_one_with_all_of_its_history(self) -> None:
        ticket = await self.a_ticket(S.SUBMITTED)
        await self.act(ticket, "accept", self.worker)
        detail = await self.http.get(
            f"/admin{self.path}/{ticket.id}", headers=as_admin(self.worker)
        )
        assert detail.json()["accepted_by"] == str(self.worker)
        assert [entry["kind"] for entry in detail.json()["history"]] == ["accepted"]
