"""Sweeps of service feedback; each moves a ticket once."""

from datetime import timedelta

from app.feedback.models import Ticket, TicketStatus
from app.feedback.sweeps import SWEEPS
from app.kernel import clock
from app.worker import Worker
from tests.feedback.desk import Desk
from tests.feedback.rows import a_category, a_ticket
from tests.now import NOW

S = TicketStatus
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


class TestSweeps(Desk):
    async def sweep(self, after: timedelta) -> int:
        """Sweeps twice in slots of their own, as two workers do: the second finds nothing."""
        with clock.frozen(NOW + after):
            moved = await Worker(self.database, sweeps=SWEEPS).sweep()
        with clock.frozen(NOW + after + 10 * MINUTE):
            assert await Worker(self.database, sweeps=SWEEPS).sweep() == 0
        return moved

    async def kinds_sent(self, after: timedelta) -> list[str]:
        with clock.frozen(NOW + after + DAY):
            return [kind for _, kind, _ in await self.messages()]

    async def kinds(self, ticket: Ticket) -> list[str]:
        return [entry["kind"] for entry in await self.history(ticket)]

    async def test_after_seven_days_without_an_answer_the_work_goes_on(self) -> None:
        ticket = await self.a_ticket(S.WAITING_FOR_RESIDENT)
        due_at = ticket.resolution_due_at
        assert await self.sweep(7 * DAY - 11 * MINUTE) == 0
        assert await self.sweep(7 * DAY) == 1
        again = await self.reread(ticket)
        assert (again.status, again.paused_minutes) == (S.IN_PROGRESS, 7 * 24 * 60)
        assert again.resolution_due_at == due_at + 7 * DAY
        assert await self.kinds(ticket) == ["resumed"]
        assert await self.kinds_sent(7 * DAY) == ["feedback.ticket_resumed"]

    async def test_after_seven_days_of_silence_it_is_closed(self) -> None:
        ticket = await self.a_ticket(S.RESOLVED)
        assert await self.sweep(7 * DAY - 11 * MINUTE) == 0
        assert await self.sweep(7 * DAY) == 1
        assert (await self.reread(ticket)).status is S.CLOSED
        assert await self.kinds(ticket) == ["closed"]
        assert await self.kinds_sent(7 * DAY) == ["feedback.ticket_closed"]

    async def test_what_was_answered_meanwhile_stays(self) -> None:
        """The author answers after the sweep has found the ticket, so its run checks again."""
        ticket = await self.a_ticket(S.WAITING_FOR_RESIDENT)
        [resume] = [sweep for sweep in SWEEPS if sweep.name == "feedback.resume"]
        await self.do(ticket, "supplement", self.me.user_id, {"text": "左边那盏"})
        async with self.database.transaction() as session:
            await resume.run(session, (self.community, ticket.id), NOW + 8 * DAY)
        assert await self.kinds(ticket) == ["answered"]

    async def test_warned_at_three_quarters_and_overdue_at_the_end_once_each(self) -> None:
        ticket = await a_ticket(self.database, self.community, self.me)
        seen = []
        for hours in (17, 18, 23, 24, 7 * 24 * 3 / 4, 7 * 24):
            moved = await self.sweep(timedelta(hours=hours))
            seen.append((moved, sorted((await self.reread(ticket)).notices)))
        first = ["response_overdue", "response_warning"]
        assert seen == [
            (0, []),
            (1, ["response_warning"]),
            (0, ["response_warning"]),
            (1, first),
            (1, sorted([*first, "resolution_warning"])),
            (1, sorted([*first, "resolution_warning", "resolution_overdue"])),
        ]
        assert await self.kinds(ticket) == ["response_overdue", "resolution_overdue"]
        assert await self.kinds_sent(8 * DAY) == [
            "feedback.response_overdue",
            "feedback.resolution_overdue",
        ]
        assert (await self.reread(ticket)).next_notice_at is None

    async def test_several_at_once_after_a_pause_of_the_worker(self) -> None:
        ticket = await a_ticket(self.database, self.community, self.me)
        assert await self.sweep(30 * DAY) == 1
        assert len((await self.reread(ticket)).notices) == 4
        assert await self.kinds(ticket) == ["response_overdue", "resolution_overdue"]

    async def test_nothing_is_late_that_waits_or_is_over(self) -> None:
        for status in (S.DECLINED, S.WITHDRAWN, S.CLOSED):
            assert (await self.a_ticket(status)).next_notice_at is None
        waiting = await self.a_ticket(S.WAITING_FOR_RESIDENT)
        assert waiting.next_notice_at is None
        assert await self.sweep(6 * DAY) == 0

    async def test_one_that_is_reopened_can_be_late_again(self) -> None:
        ticket = await self.a_ticket(S.RESOLVED)
        await self.do(ticket, "dispute", self.me.user_id, {"reason": "还是不亮"})
        assert await self.sweep(6 * DAY) == 1
        assert (await self.reread(ticket)).notices == ["resolution_warning"]

    async def test_a_category_written_anew_moves_no_promise(self) -> None:
        category = await a_category(self.database, self.community)
        ticket = await a_ticket(self.database, self.community, self.me, category=category)
        async with self.database.transaction() as session:
            session.add(category)
            category.resolution_minutes = 10
        assert (await self.reread(ticket)).resolution_due_at == NOW + 7 * DAY
