"""The first contact is a word to the resident: a reply, a question, a logged call or visit. A click
is none."""

from datetime import timedelta

from app.feedback.models import Ticket, TicketStatus
from app.kernel import clock
from tests.feedback.desk import Desk
from tests.now import NOW

S = TicketStatus
HOUR = timedelta(hours=1)


class TestFirstContact(Desk):
    async def responded(
        self, status: TicketStatus, verb: str, body: object, by: str = "worker"
    ) -> bool:
        ticket = await self.a_ticket(status)
        assert ticket.responded_at is None
        with clock.frozen(NOW + HOUR):
            answer = await self.act(ticket, verb, getattr(self, by), body)
        assert answer.status_code == 200, answer.text
        responded_at = (await self.reread(ticket)).responded_at
        assert responded_at in {None, NOW + HOUR}
        return responded_at is not None

    async def test_no_click_stops_the_clock(self) -> None:
        department = {"department_id": str(self.department.id)}
        assert not await self.responded(S.SUBMITTED, "accept", None)
        assert not await self.responded(S.ACCEPTED, "assign", department)
        assert not await self.responded(S.ASSIGNED, "start", None, "handler")
        assert not await self.responded(S.ASSIGNED, "give-back", {"reason": "不归我们管"})

    async def test_each_word_to_the_resident_does(self) -> None:
        text = {"text": "已安排"}
        decline = {"reason": "不属于社区职责", "instead": "请联系物业报修"}
        assert await self.responded(S.SUBMITTED, "reply", text)
        assert await self.responded(S.SUBMITTED, "decline", decline)
        assert await self.responded(S.ACCEPTED, "answer", text)
        assert await self.responded(S.IN_PROGRESS, "ask", text, "handler")
        assert await self.responded(S.IN_PROGRESS, "resolve", text, "handler")
        until = {"reason": "等待备件", "review_on": "2027-01-15"}
        assert await self.responded(S.IN_PROGRESS, "defer", until)
        for kind in ("call", "visit"):
            assert await self.responded(S.ASSIGNED, "log-contact", text | {"kind": kind}, "handler")

    async def test_accepted_it_still_becomes_overdue(self) -> None:
        ticket = await self.a_ticket(S.SUBMITTED)
        await self.act(ticket, "accept", self.worker)
        again = await self.reread(ticket)
        assert again.next_notice_at == ticket.response_warn_at

    async def test_its_author_reads_what_was_logged(self) -> None:
        ticket: Ticket = await self.a_ticket(S.ASSIGNED)
        said = {"kind": "visit", "text": "看过现场，明天来修"}
        await self.act(ticket, "log-contact", self.handler, said)
        [entry] = await self.history(ticket)
        assert (entry["kind"], entry["text"], entry["is_public"]) == (
            "visited",
            said["text"],
            False,
        )
        assert await self.messages() == [(self.me.id, "feedback.ticket_visited", said["text"])]
        assert await self.audited() == [("ticket.contact_logged", self.handler)]
