"""Arrangements for tests of duties: a post with dates, people who serve on it, and the sweeps."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Participant, Role
from app.double_reporting.duties.planning import fill, plan_post, plan_service_day
from app.double_reporting.models import (
    Duty,
    DutyDay,
    DutyStatus,
    Post,
    PostClaim,
    PostClaimStatus,
    ServiceDay,
    ServiceDayStatus,
)
from app.double_reporting.sweeps import SWEEPS
from app.kernel import clock
from app.kernel.database.engine import Database
from app.service_records.models import Attendance, AttendanceStatus, Occasion
from app.worker import Worker
from tests.client import as_, as_admin
from tests.double_reporting.members import a_post, a_post_claim
from tests.factories import a_community, a_participant, numbers, staff
from tests.now import NOW

FRIDAYS = "FREQ=WEEKLY;BYDAY=FR"
FIRST_SATURDAY = "FREQ=MONTHLY;BYDAY=1SA"
FRIDAY = datetime.fromisoformat("2026-12-11T11:00:00Z")
"""The start of the first duty: 19:00 of the next Friday."""
SERVICE_DAY = {
    "title": "社区清洁日",
    "place": "社区服务站门前",
    "time": "09:00",
    "minutes": 120,
    "rule": FIRST_SATURDAY,
    "first_on": "2026-12-01",
}
SATURDAY = datetime.fromisoformat("2027-01-02T01:00:00Z")
"""The start of the first service day that lies ahead."""
WITNESS = {"witness": "王芳"}
S = PostClaimStatus


async def sweep(database: Database, later: timedelta = timedelta()) -> None:
    """Runs the sweeps and events of double reporting twice, as if time had gone on."""
    for minutes in (10, 11):
        with clock.frozen(NOW + later + timedelta(minutes=minutes)):
            worker = Worker(database, sweeps=SWEEPS)
            await worker.sweep()
            await worker.run_due()


async def sweep_at(database: Database, instant: datetime) -> None:
    await sweep(database, instant - NOW)


async def duties_of(database: Database, person: Participant) -> list[Duty]:
    async with database.transaction() as session:
        rows = await session.scalars(
            select(Duty)
            .where(Duty.community_id == person.community_id, Duty.participant_id == person.id)
            .order_by(Duty.starts_at, Duty.id)
        )
        return list(rows)


async def attendance_of(database: Database, duty: Duty) -> AttendanceStatus | None:
    async with database.transaction() as session:
        row = await session.get(Attendance, (duty.community_id, duty.id))
        return None if row is None else row.status


async def on_duty(database: Database, person: Participant, *, is_invited: bool = False) -> Duty:
    """Adds the first duty of a person on a post of their own, or an invitation to a service
    day."""
    here = person.community_id
    post = await a_post(database, here, rule=FRIDAYS)
    await a_post_claim(database, post, person, PostClaimStatus.SERVING)
    async with database.transaction() as session:
        if is_invited:
            columns = SERVICE_DAY | {"first_on": date(2026, 12, 1), "description": ""}
            row = ServiceDay(community_id=here, **columns, status=ServiceDayStatus.OPEN, version=1)
            session.add(row)
            await plan_service_day(session, row, NOW)
        else:
            await plan_post(session, await session.get_one(Post, (here, post.id)), NOW)
        of_day = DutyDay.service_day_id if is_invited else DutyDay.post_id
        days = select(DutyDay).where(DutyDay.community_id == here, of_day.is_not(None))
        for day in await session.scalars(days.order_by(DutyDay.starts_at)):
            await fill(session, day, NOW)
    return (await duties_of(database, person))[0]


class Duties:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.party = await staff(database, self.community, Role.PARTY_ADMIN)
        self.post = await a_post(database, self.community, places=9, rule=FRIDAYS)
        self.me = await a_participant(database, self.community)

    def path(self, rest: str) -> str:
        return f"/v1/communities/{self.community}{rest}"

    async def serve(
        self,
        person: Participant | None = None,
        post: Post | None = None,
        status: PostClaimStatus = S.SERVING,
    ) -> PostClaim:
        return await a_post_claim(self.database, post or self.post, person or self.me, status)

    async def another(self) -> Participant:
        return await a_participant(self.database, self.community)

    async def sweep(self, later: timedelta = timedelta()) -> None:
        await sweep(self.database, later)

    async def served(self) -> Duty:
        """Returns the first of my duties, on a post on which I serve."""
        await self.serve()
        await self.sweep()
        return (await duties_of(self.database, self.me))[0]

    async def act(
        self, duty: Duty, verb: str, by: UUID | None = None, body: Any = None
    ) -> Response:
        path = self.path(f"/duties/{duty.id}/{verb}")
        return await self.http.post(path, json=body, headers=as_(by or self.me.user_id))

    async def desk(self, path: str, body: Any = None, by: UUID | None = None) -> Response:
        headers = as_admin(by or self.party, f"desk-{next(numbers):04}")
        return await self.http.post(f"/admin{self.path(path)}", json=body, headers=headers)

    async def read(self, path: str, by: Participant | None = None) -> Any:
        answer = await self.http.get(self.path(path), headers=as_((by or self.me).user_id))
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def read_as_staff(self, path: str) -> Any:
        answer = await self.http.get(f"/admin{self.path(path)}", headers=as_admin(self.party))
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def states(self, person: Participant | None = None) -> list[DutyStatus]:
        return [duty.status for duty in await duties_of(self.database, person or self.me)]

    async def messages(self, person: Participant | None = None) -> list[str]:
        await Worker(self.database).run_due()
        who = (person or self.me).user_id
        inbox = await self.http.get("/v1/me/inbox", headers=as_(who))
        kinds = [item["kind"].partition(".")[2] for item in inbox.json()["items"]]
        return [kind for kind in kinds if kind.startswith(("duty", "desk"))]

    async def days(self) -> list[DutyDay]:
        async with self.database.transaction() as session:
            rows = await session.scalars(
                select(DutyDay).filter_by(community_id=self.community).order_by(DutyDay.starts_at)
            )
            return list(rows)

    async def occasions(self) -> list[Occasion]:
        async with self.database.transaction() as session:
            rows = await session.scalars(
                select(Occasion).filter_by(community_id=self.community).order_by(Occasion.starts_at)
            )
            return list(rows)
