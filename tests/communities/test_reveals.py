"""Reveals are counted, and a second person allows more of them."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response

from app.communities.models import Participant
from app.identity.another_person import record_equipment
from app.identity.models import EquipmentKind
from app.kernel import clock
from app.kernel.database.engine import Database
from tests.client import as_admin
from tests.factories import a_community, a_person_without_phone, staff
from tests.now import NOW
from tests.routes import OPERATIONS


class TestReveals:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.second = await staff(database, self.community)
        self.elder: Participant = await a_person_without_phone(database, self.community)

    async def reveal(self) -> Response:
        path = f"/admin/v1/communities/{self.community}/participants/{self.elder.id}/reveal"
        body = {"fields": ["real_name"], "reason": "核对姓名"}
        return await self.http.post(path, json=body, headers=as_admin(self.worker))

    async def exhaust(self) -> None:
        for _ in range(20):
            assert (await self.reveal()).status_code == 200
        answer = await self.reveal()
        assert (answer.status_code, answer.json()["code"]) == (
            429,
            "communities.reveals_exhausted",
        )
        assert answer.headers["RateLimit-Policy"] == '"reveals";q=20;w=3600'

    async def allow(self, by: UUID | None, to: UUID | None = None) -> Response:
        body = {"administrator_id": str(to or self.worker), "reason": "集中核对"}
        path = f"/admin/v1/communities/{self.community}/reveal-allowances"
        return await self.http.post(path, json=body, headers=as_admin(by, "allow-0001"))

    async def test_twenty_an_hour(self) -> None:
        """It was so: one administrator revealed every name of a community in a row."""
        await self.exhaust()
        with clock.frozen(NOW + timedelta(hours=1)):
            assert (await self.reveal()).status_code == 200

    async def test_no_hour_has_more_wherever_it_begins(self) -> None:
        """Around the full hour there were forty in two minutes."""
        turn = NOW.replace(minute=0, second=0, microsecond=0) + timedelta(hours=2)
        with clock.frozen(turn - timedelta(minutes=1)):
            await self.exhaust()
        for minutes, status in ((1, 429), (58, 429), (61, 200)):
            with clock.frozen(turn + timedelta(minutes=minutes - 1)):
                assert (await self.reveal()).status_code == status, minutes

    async def test_a_second_person_allows_as_many_again(self) -> None:
        await self.exhaust()
        assert (await self.allow(self.worker)).json()["code"] == (
            "communities.second_person_needed"
        )
        assert (await self.allow(self.second)).status_code == 201
        assert [(await self.reveal()).status_code for _ in range(21)] == [200] * 20 + [429]

    async def test_who_may_not_allow(self) -> None:
        assert (await self.allow(None)).status_code == 401
        elsewhere = await staff(self.database, await a_community(self.database))
        assert (await self.allow(elsewhere)).status_code == 404
        assert (await self.allow(self.second, uuid4())).json()["code"] == "unknown_reference"
        async with self.database.transaction() as session:
            record_equipment(
                session, self.second, EquipmentKind.CREATED, by_id=self.worker, now=clock.now()
            )
        assert (await self.allow(self.second)).status_code == 403


def test_each_reveal_is_counted() -> None:
    paths = "/reveal", "/roster"
    reveals = [operation for operation in OPERATIONS if operation.path.endswith(paths)]
    assert len(reveals) >= 6
    for operation in reveals:
        names = {getattr(call, "__name__", "") for call in operation.needs}
        assert "counted_reveal" in names, str(operation)
