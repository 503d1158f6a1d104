"""Acts of authors on their tickets, themselves and at the desk: supplement, withdraw, rate and
dispute."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.feedback.models import Ticket, TicketRating, TicketStatus
from app.kernel import clock
from tests.factories import saved, staff
from tests.feedback.desk import Desk
from tests.feedback.rows import a_department
from tests.now import NOW

S = TicketStatus
RATING = {"solved": "partly", "satisfied": 4, "comment": "灯亮了，线还露着"}
BODIES: dict[str, dict[str, object] | None] = {
    "supplement": {"text": "左边那盏"},
    "withdraw": None,
    "rating": dict(RATING),
    "dispute": {"reason": "还是不亮"},
}
FROM: dict[str, set[TicketStatus]] = {
    "supplement": {
        *(S.SUBMITTED, S.ACCEPTED, S.ASSIGNED, S.IN_PROGRESS),
        *(S.WAITING_FOR_RESIDENT, S.DEFERRED, S.REOPENED),
    },
    "withdraw": {
        *(S.SUBMITTED, S.ACCEPTED, S.ASSIGNED, S.IN_PROGRESS),
        *(S.WAITING_FOR_RESIDENT, S.DEFERRED),
    },
    "rating": {S.RESOLVED, S.CLOSED},
    "dispute": {S.RESOLVED, S.CLOSED},
}
DONE = {
    "supplement": "ticket.supplemented",
    "withdraw": "ticket.withdrawn",
    "rating": "ticket.rated",
    "dispute": "ticket.disputed",
}
each_verb = pytest.mark.parametrize("verb", sorted(BODIES))


class TestEachVerb(Desk):
    @each_verb
    async def test_anonymous_is_asked_to_log_in(self, verb: str) -> None:
        ticket = await self.a_ticket(S.RESOLVED)
        assert (await self.do(ticket, verb, None, BODIES[verb])).status_code == 401

    @each_verb
    async def test_another_s_is_not_found_even_where_it_is_public(self, verb: str) -> None:
        for visibility in ("private", "public"):
            ticket = await self.a_ticket(S.RESOLVED, visibility)
            answer = await self.do(ticket, verb, self.neighbour.user_id, BODIES[verb])
            assert answer.status_code == 404

    @pytest.mark.parametrize("verb", sorted(BODIES.keys() - {"withdraw"}))
    async def test_who_is_blocked_may_only_withdraw(self, verb: str) -> None:
        ticket = await self.a_ticket(S.RESOLVED)
        self.me.block()
        await saved(self.database, self.me)
        answer = await self.do(ticket, verb, self.me.user_id, BODIES[verb])
        assert (answer.status_code, answer.json()["code"]) == (
            403,
            "communities.participant_inactive",
        )

    @pytest.mark.parametrize("verb", sorted(BODIES.keys() - {"withdraw"}))
    async def test_what_is_malformed_is_refused(self, verb: str) -> None:
        ticket = await self.a_ticket(S.RESOLVED)
        assert (await self.do(ticket, verb, self.me.user_id, {"x": 1})).status_code == 422

    @each_verb
    @pytest.mark.parametrize("status", sorted(S))
    async def test_only_from_the_states_that_the_table_says(
        self, verb: str, status: TicketStatus
    ) -> None:
        ticket = await self.a_ticket(status)
        answer = await self.do(ticket, verb, self.me.user_id, BODIES[verb])
        if status in FROM[verb]:
            assert answer.status_code in (200, 201)
        else:
            assert (answer.status_code, answer.json()["code"]) == (
                409,
                "feedback.ticket_wrong_state",
            )
            assert (await self.reread(ticket)).status is status
        assert await self.audited() == []

    @each_verb
    async def test_the_desk_does_it_with_a_witness(self, verb: str) -> None:
        ticket = await self.a_ticket(
            S.IN_PROGRESS if verb in ("supplement", "withdraw") else S.RESOLVED
        )
        body = BODIES[verb] or {}
        assert (await self.act(ticket, verb, None, body)).status_code == 401
        assert (await self.act(ticket, verb, self.worker, body)).status_code == 422
        desk = body | {"witness": "王芳"}
        assert (await self.act(ticket, verb, self.handler, desk)).status_code == 403
        answer = await self.act(ticket, verb, self.worker, desk)
        assert answer.status_code == (201 if verb == "rating" else 200), answer.text
        assert await self.audited() == [(DONE[verb], self.worker)]


class TestWithdraw(Desk):
    async def test_the_desk_tells_its_author(self) -> None:
        ticket = await self.a_ticket(S.IN_PROGRESS)
        await self.act(ticket, "withdraw", self.worker, {"witness": "王芳"})
        assert await self.messages() == [(self.me.id, "feedback.ticket_withdrawn", "")]

    async def test_who_does_it_alone_knows(self) -> None:
        ticket = await self.a_ticket(S.IN_PROGRESS)
        answer = await self.do(ticket, "withdraw", self.me.user_id)
        assert answer.json()["status"] == "withdrawn"
        assert await self.messages() == []


class TestRating(Desk):
    async def rated(self, ticket: Ticket) -> list[TicketRating]:
        async with self.database.transaction() as session:
            return list(await session.scalars(select(TicketRating)))

    @pytest.mark.parametrize(
        "wrong", [{"solved": "maybe"}, {"satisfied": 0}, {"satisfied": 6}, {"satisfied": "5"}]
    )
    async def test_what_is_malformed_is_refused(self, wrong: dict[str, object]) -> None:
        ticket = await self.a_ticket(S.RESOLVED)
        answer = await self.do(ticket, "rating", self.me.user_id, RATING | wrong)
        assert answer.status_code == 422

    async def test_it_closes_what_is_resolved_and_is_shown_to_me_and_to_staff(self) -> None:
        ticket = await self.a_ticket(S.RESOLVED, "public")
        await self.do(ticket, "follow", self.neighbour.user_id)
        answer = await self.do(ticket, "rating", self.me.user_id, RATING)
        assert answer.status_code == 201
        assert answer.json()["rating"].items() >= RATING.items()
        assert answer.headers["location"] == f"{self.path}/{ticket.id}"
        assert (await self.reread(ticket)).status is S.CLOSED
        assert [entry["kind"] for entry in await self.history(ticket)] == ["closed"]
        assert await self.messages() == [(self.neighbour.id, "feedback.ticket_closed", "")]

    async def test_once(self) -> None:
        ticket = await self.a_ticket(S.RESOLVED)
        await self.do(ticket, "rating", self.me.user_id, RATING)
        again = await self.do(ticket, "rating", self.me.user_id, RATING, key="mine-0002")
        assert (again.status_code, again.json()["code"]) == (409, "feedback.already_rated")
        assert len(await self.rated(ticket)) == 1

    async def test_what_silence_has_closed_can_be_rated_still(self) -> None:
        ticket = await self.a_ticket(S.CLOSED)
        assert (await self.do(ticket, "rating", self.me.user_id, RATING)).status_code == 201
        assert await self.history(ticket) == []

    async def test_who_has_handled_it_never_enters_it(self) -> None:
        ticket = await self.a_ticket(S.SUBMITTED)
        await self.act(ticket, "accept", self.worker)
        await self.act(ticket, "assign", self.worker, {"department_id": str(self.department.id)})
        await self.act(ticket, "start", self.handler)
        other = await staff(self.database, self.community)
        await self.act(ticket, "resolve", other, {"text": "已更换灯泡"})
        body = RATING | {"witness": "王芳"}
        for handled in (self.worker, other):
            answer = await self.act(ticket, "rating", handled, body)
            assert (answer.status_code, answer.json()["code"]) == (
                403,
                "feedback.handler_may_not_rate",
            )
        third = await staff(self.database, self.community)
        assert (await self.act(ticket, "rating", third, body)).status_code == 201

    async def test_nor_who_had_it_before_another_department(self) -> None:
        former = await staff(self.database, self.community)
        ticket = await self.a_ticket(S.IN_PROGRESS)
        await self.act(ticket, "reply", former, {"text": "已派人查看"})
        other = await a_department(self.database, self.community)
        await self.act(ticket, "assign", self.worker, {"department_id": str(other.id)})
        closer = await staff(self.database, self.community)
        await self.act(ticket, "start", closer)
        await self.act(ticket, "resolve", closer, {"text": "已更换灯泡"})
        body = RATING | {"witness": "王芳"}
        answer = await self.act(ticket, "rating", former, body)
        assert (answer.status_code, answer.json()["code"]) == (403, "feedback.handler_may_not_rate")


class TestDispute(Desk):
    async def dispute(self, ticket: Ticket, by: UUID | None, key: str) -> tuple[int, str]:
        answer = await self.do(ticket, "dispute", by, {"reason": "还是不亮"}, key=key)
        return answer.status_code, answer.json().get("code", "")

    async def test_twice_at_most(self) -> None:
        ticket = await self.a_ticket(S.RESOLVED)
        for n in range(2):
            assert await self.dispute(ticket, self.me.user_id, f"dispute-{n}") == (200, "")
            await self.act(ticket, "start", self.handler)
            await self.act(ticket, "resolve", self.handler, {"text": "再次更换"})
        assert await self.dispute(ticket, self.me.user_id, "dispute-3") == (
            409,
            "feedback.disputed_twice",
        )
        assert (await self.reread(ticket)).status is S.RESOLVED

    async def test_until_thirty_days_after_it_was_closed(self) -> None:
        ticket = await self.a_ticket(S.CLOSED)
        with clock.frozen(NOW + timedelta(days=30, microseconds=1)):
            assert await self.dispute(ticket, self.me.user_id, "dispute-1") == (
                409,
                "feedback.dispute_too_late",
            )
        with clock.frozen(NOW + timedelta(days=30)):
            assert await self.dispute(ticket, self.me.user_id, "dispute-2") == (200, "")

    async def test_the_clock_goes_on_with_what_was_left(self) -> None:
        ticket = await self.a_ticket(S.RESOLVED)
        with clock.frozen(NOW + timedelta(days=3)):
            await self.dispute(ticket, self.me.user_id, "dispute-1")
        again = await self.reread(ticket)
        assert again.resolution_due_at == ticket.resolution_due_at + timedelta(days=3)
        assert (again.paused_minutes, again.stopped_at) == (0, None)
        assert again.next_notice_at is not None
