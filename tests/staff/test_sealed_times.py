"""Registrations of members wait since an instant that lies sealed: it is opened for their duty."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient
from sqlalchemy import select

from app.communities.models import Role
from app.double_reporting.todo import MEMBER_TO_REVIEW
from app.kernel import clock
from app.kernel.database.engine import Database
from app.staff.inbox import follow_duty
from app.staff.models import OverdueDuty
from app.worker import Worker
from tests.client import as_admin
from tests.double_reporting.members import a_registration, an_organization
from tests.factories import a_community, a_participant, staff
from tests.now import NOW

KIND = "double_reporting.registration"
DAY = timedelta(days=1)


class TestSealedTimes:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.party = await staff(database, self.community, Role.PARTY_ADMIN)
        organization = await an_organization(database, self.community)
        self.ids: list[UUID] = []
        for days in (2, 6):
            member = await a_participant(database, self.community)
            row = await a_registration(
                database, member, organization.id, submitted_at=NOW - days * DAY
            )
            self.ids.append(row.id)

    async def get(self, path: str, **query: str) -> Any:
        answer = await self.http.get(path, params=query, headers=as_admin(self.party))
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def follow(self) -> None:
        async with self.database.transaction() as session:
            for id_ in self.ids:
                await follow_duty(session, self.community, MEMBER_TO_REVIEW, id_)

    async def test_what_is_due_first_stands_first(self) -> None:
        path = f"/admin/v1/me/todo/{KIND}"
        page = await self.get(path, limit="1")
        assert page["total"] == 2
        assert page["items"][0]["subject"]["id"] == str(self.ids[1])
        assert page["items"][0]["due_at"] == "2026-12-06T04:00:00Z"
        behind = await self.get(path, limit="1", cursor=page["next_cursor"])
        assert [one["subject"]["id"] for one in behind["items"]] == [str(self.ids[0])]
        assert behind["next_cursor"] is None

    async def test_overdue_is_counted(self) -> None:
        with clock.frozen(NOW + 2 * DAY):
            todo = await self.get("/admin/v1/me/todo")
        [kind] = [one for one in todo["items"] if one["kind"] == KIND]
        assert (kind["count"], kind["overdue"]) == (2, 1)
        assert kind["next_due_at"] == "2026-12-10T04:00:00Z"

    async def test_overdue_is_told_again_once_and_nothing_dates_the_row(self) -> None:
        await self.follow()
        for days in (2, 3):
            with clock.frozen(NOW + days * DAY):
                await Worker(self.database).run_once()
        inbox = (await self.get("/admin/v1/me/inbox"))["items"]
        assert [one["title"] for one in inbox] == ["已超期：待审核的报到", "待审核的报到"]
        assert inbox[0]["told_at"] == "2026-12-07T04:00:00Z"
        async with self.database.transaction() as session:
            assert (await session.scalars(select(OverdueDuty))).all() == []
