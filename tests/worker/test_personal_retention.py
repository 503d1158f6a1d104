"""Personal data go in their time: each declared period has a sweep, and nothing goes before."""

from datetime import timedelta

import pytest
from httpx import AsyncClient
from sqlalchemy import func, select

from app.cli.retention import lines
from app.communities.models import ResidenceClaim
from app.consultations.models import Ballot, BallotStatus, ElectoralRollEntry, RollVoter, Vote
from app.double_reporting.models import MemberRegistration, MemberRegistrationStatus
from app.features import PERSONAL_DATA, SWEEPS
from app.feedback.models import Ticket, TicketEntry, TicketStatus
from app.kernel import clock
from app.kernel.database.engine import Base, Database
from app.kernel.jobs.personal_retention import overdue, sweeps_over
from app.kernel.privacy.personal_data import Blanked
from app.notifications.inbox import InboxMessage, notify
from app.notifications.security_messages import LoginEnded
from app.volunteering.models import Signup
from app.worker import Worker
from tests.consultations.ballots import a_ballot, vote
from tests.double_reporting.members import a_registration
from tests.factories import (
    a_claim,
    a_community,
    a_household,
    a_participant,
    a_shift,
    a_signup,
)
from tests.feedback.rows import a_ticket_in
from tests.now import NOW
from tests.subjects import about

DAY = timedelta(days=1)


def test_each_period_is_looked_after_by_a_sweep() -> None:
    names = {sweep.name for sweep in SWEEPS}
    generated = {sweep.name for sweep in sweeps_over(PERSONAL_DATA)}
    assert generated <= names
    for data in PERSONAL_DATA:
        for period in data.periods:
            assert period.by in names or period.by is None, data.model
            assert period.only is not None or not isinstance(period.then, Blanked), data.model


class Retention:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)

    async def work_at(self, later: timedelta) -> None:
        with clock.frozen(NOW + later):
            await Worker(self.database).sweep()

    async def count(self, model: type[Base]) -> int:
        async with self.database.transaction() as session:
            return await session.scalar(select(func.count()).select_from(model)) or 0


class TestDeleted(Retention):
    async def test_messages_go_after_a_year(self) -> None:
        me = await a_participant(self.database, self.community)
        async with self.database.transaction() as session:
            notify(session, self.community, [me.id], LoginEnded(), subject=about(me.id))
        for days, left in ((364, 1), (366, 0)):
            await self.work_at(days * DAY)
            assert await self.count(InboxMessage) == left

    async def test_sign_ups_go_a_year_after_the_shift(self) -> None:
        shift = await a_shift(self.database, self.community, starts_in=10 * DAY)
        await a_signup(self.database, shift)
        for days, left in ((370, 1), (376, 0)):
            await self.work_at(days * DAY)
            assert await self.count(Signup) == left

    async def test_declined_registrations_go_within_a_month_others_after_a_year(self) -> None:
        for status in (MemberRegistrationStatus.SUBMITTED, MemberRegistrationStatus.ACTIVE):
            me = await a_participant(self.database, self.community)
            row = await a_registration(self.database, me, me.id, status)
            async with self.database.transaction() as session:
                row = await session.get_one(MemberRegistration, (row.community_id, row.id))
                row.withdraw(NOW)
        for days, left in ((0, 2), (32, 1), (360, 1), (400, 0)):
            await self.work_at(days * DAY)
            assert await self.count(MemberRegistration) == left, days

    async def test_residence_claims_go_a_year_after_their_end_and_none_that_is_in_force(
        self,
    ) -> None:
        home = await a_household(self.database, self.community)
        for is_approved in (False, True):
            me = await a_participant(self.database, self.community)
            claim = await a_claim(self.database, me, home, approved=is_approved)
            if not is_approved:
                async with self.database.transaction() as session:
                    row = await session.get_one(ResidenceClaim, (self.community, claim.id))
                    row.withdraw(NOW)
        for days, left in ((364, 2), (366, 1), (729, 1), (731, 1), (1100, 0)):
            await self.work_at(days * DAY)
            assert await self.count(ResidenceClaim) == left, days


class TestCut(Retention):
    async def test_a_ticket_has_no_author_and_no_words_two_years_after_its_close(self) -> None:
        ticket = await a_ticket_in(self.database, self.community, TicketStatus.CLOSED)
        for days, is_anonymous in ((729, False), (731, True)):
            await self.work_at(days * DAY)
            async with self.database.transaction() as session:
                row = await session.get_one(Ticket, (self.community, ticket.id))
                texts = await session.scalars(select(TicketEntry.text_sealed))
                assert (row.person_sealed is None) is is_anonymous
                assert (row.text == "（内容已清除）") is is_anonymous
                assert row.status is TicketStatus.CLOSED
                assert not is_anonymous or not any(texts)

    async def test_nothing_says_who_has_voted_when_the_time_for_disputes_is_over(self) -> None:
        me = await a_participant(self.database, self.community)
        ballot = await a_ballot(self.database, self.community)
        assert (await vote(self.http, ballot, me)).status_code == 201
        async with self.database.transaction() as session:
            row = await session.get_one(Ballot, (self.community, ballot.id))
            row.__dict__["status"] = BallotStatus.ANNULLED
            row.annulled_at = NOW
        for days, is_cut in ((36, False), (38, True)):
            for minutes in (0, 2):
                await self.work_at(days * DAY + timedelta(minutes=minutes))
            async with self.database.transaction() as session:
                row = await session.get_one(Ballot, (self.community, ballot.id))
                [cast] = await session.scalars(select(Vote))
                [entry] = await session.scalars(select(ElectoralRollEntry))
                voters = (await session.scalars(select(RollVoter))).all()
            found = (cast.cast_by, entry.participant_id, row.roll_salt)
            assert [one is None for one in found] == [is_cut] * 3
            assert (voters == []) is is_cut


class TestDryRun(Retention):
    async def test_it_counts_what_would_go_and_says_what_is_kept_and_why(self) -> None:
        me = await a_participant(self.database, self.community)
        async with self.database.transaction() as session:
            notify(session, self.community, [me.id], LoginEnded(), subject=about(me.id))
        async with self.database.transaction() as session:
            stored = await overdue(session, PERSONAL_DATA, NOW + 366 * DAY)
        printed = lines(stored)
        assert f"{'inbox_messages':24} {365:6} {1:9}" in printed
        assert any(line.startswith("users ") and "kept: " in line for line in printed)
        assert await self.count(InboxMessage) == 1
