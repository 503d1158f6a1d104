"""GET /admin/v1/communities/{community_id}/participants: people are found, and their rows differ"""

from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient

from app.communities.models import Participant, ParticipantStatus, Place, PlaceKind, Role, ScopeKind
from app.identity.models import Purpose, User
from app.kernel.database.engine import Database
from tests.audit import audited
from tests.client import as_, as_admin
from tests.factories import (
    a_claim,
    a_community,
    a_household,
    a_participant,
    a_place,
    consented,
    granted,
    staff,
)

PHONE = "+8613800000001"


class People:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.here = await a_community(database)
        self.worker = await staff(database, self.here)
        self.grid = await a_place(database, self.here, name="一网格", kind=PlaceKind.GRID)
        self.building = await a_place(database, self.here, name="3栋", parent=self.grid)

    async def resident(
        self, flat: str, name: str, *, called: str = "秀英", phone: str | None = None
    ) -> Participant:
        home = await a_place(
            self.database, self.here, name=flat, kind=PlaceKind.HOUSEHOLD, parent=self.building
        )
        person = await a_participant(self.database, self.here)
        await a_claim(self.database, person, home, real_name=name, approved=True)
        async with self.database.transaction() as session:
            row = await session.get_one(Participant, (self.here, person.id))
            row.display_name = called
            assert person.user_id is not None
            (await session.get_one(User, person.user_id)).phone = phone
        if phone is not None:
            await consented(self.database, person.user_id, Purpose.PHONE)
        return person

    async def rows(self, by: UUID | None = None, **query: Any) -> list[dict[str, Any]]:
        path = f"/admin/v1/communities/{self.here}/participants"
        answer = await self.http.get(path, params=query, headers=as_admin(by or self.worker))
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    async def found(self, by: UUID | None = None, **query: Any) -> list[str]:
        return [row["id"] for row in await self.rows(by, **query)]

    async def refused(self, by: UUID, **query: Any) -> int:
        path = f"/admin/v1/communities/{self.here}/participants"
        return (await self.http.get(path, params=query, headers=as_admin(by))).status_code

    async def a_grid_worker(self, place: Place | None = None) -> UUID:
        scope = (place or self.grid).id
        return await granted(
            self.database, Role.GRID_WORKER, ScopeKind.PLACE, scope, community_id=self.here
        )


class TestFound(People):
    async def test_by_phone_however_it_is_written(self) -> None:
        """It was by the whole real name alone."""
        person = await self.resident("502", "李敏", phone=PHONE)
        await self.resident("301", "王芳", phone="+8613800000002")
        for written in (PHONE, "13800000001", "138 0000 0001", "８６13800000001"):
            assert await self.found(phone=written) == [str(person.id)], written
        assert await self.found(phone="13900000000") == []
        assert await self.refused(self.worker, phone="no number") == 422

    async def test_a_phone_whose_consent_is_gone_finds_nobody(self) -> None:
        person = await self.resident("502", "李敏", phone=PHONE)
        withdrawn = {"is_granted": False, "text_version": "0" * 32}
        headers = as_(person.user_id)
        await self.http.put("/v1/me/consents/phone", json=withdrawn, headers=headers)
        async with self.database.transaction() as session:
            assert person.user_id is not None
            (await session.get_one(User, person.user_id)).phone = PHONE
        assert await self.found(phone=PHONE) == []

    async def test_who_has_left_is_not_found_by_phone(self) -> None:
        person = await self.resident("502", "李敏", phone=PHONE)
        path = f"/v1/communities/{self.here}/participants/me/leave"
        assert (await self.http.post(path, headers=as_(person.user_id))).is_success
        assert await self.found(phone=PHONE) == []
        assert await self.found(status=ParticipantStatus.LEFT) == [str(person.id)]

    async def test_by_household_building_and_grid(self) -> None:
        first = await self.resident("502", "李敏")
        second = await self.resident("301", "王芳")
        elsewhere = await a_participant(self.database, self.here)
        await a_claim(
            self.database, elsewhere, await a_household(self.database, self.here), approved=True
        )
        assert await self.found(place_id=first.household_id) == [str(first.id)]
        both = [str(second.id), str(first.id)]
        assert await self.found(place_id=self.building.id) == both
        assert await self.found(place_id=self.grid.id) == both
        assert await self.found(place_id=UUID(int=1)) == []

    async def test_by_a_part_of_the_display_name(self) -> None:
        person = await self.resident("502", "李敏", called="阿依·古丽")
        other = await self.resident("301", "王芳", called="古丽的妈妈")
        await self.resident("302", "王建国", called="建国")
        assert await self.found(display_name="阿依・古 丽") == [str(person.id)]
        assert await self.found(display_name="古丽") == [str(other.id), str(person.id)]
        assert await self.found(display_name="古丽", limit=1) == [str(other.id)]
        assert await self.found(display_name="秀英") == []

    async def test_by_the_real_name_in_any_spelling(self) -> None:
        person = await self.resident("502", "阿依·古丽")
        assert await self.found(q="阿依•古丽") == [str(person.id)]

    async def test_filters_narrow_together_and_stay_within_the_grid(self) -> None:
        person = await self.resident("502", "李敏", called="敏敏", phone=PHONE)
        outside = await a_participant(self.database, self.here)
        building = await a_place(self.database, self.here, name="9栋")
        home = await a_household(self.database, self.here, building=building)
        await a_claim(self.database, outside, home, approved=True)
        grid_worker = await self.a_grid_worker()
        assert await self.found(grid_worker, display_name="敏") == [str(person.id)]
        assert await self.found(grid_worker, place_id=building.id) == []
        assert await self.found(grid_worker, display_name="秀英") == []
        assert await self.found(phone=PHONE, place_id=building.id) == []
        for closed in ({"q": "李敏"}, {"phone": PHONE}):
            assert await self.refused(grid_worker, **closed) == 403

    async def test_each_search_by_name_or_phone_is_audited(self) -> None:
        await self.resident("502", "李敏", called="敏敏", phone=PHONE)
        await self.found(phone=PHONE)
        await self.found(display_name="敏")
        await self.found(place_id=self.building.id)
        facts = [entry.facts for entry in await audited(self.database)]
        assert facts == [
            {"term": PHONE, "fields": "phone", "found": "1"},
            {"term": "敏", "fields": "display_name", "found": "1"},
        ]


class TestRows(People):
    async def test_two_of_one_name_differ(self) -> None:
        """Two rows were 秀英 王** and nothing else."""
        await self.resident("502", "王秀英", phone=PHONE)
        await self.resident("301", "王秀英", phone="+8613800000002")
        shown = [
            (row["display_name"], row["real_name"], row["building"], row["place_path"])
            for row in await self.rows()
        ]
        assert shown == [
            ("秀英", "王**", "3栋", "3栋 301"),
            ("秀英", "王**", "3栋", "3栋 502"),
        ]
        assert [row["phone_tail"] for row in await self.rows()] == ["0002", "0001"]

    async def test_what_each_may_see_of_a_row(self) -> None:
        person = await self.resident("502", "王秀英", phone=PHONE)
        [by_grid] = await self.rows(await self.a_grid_worker())
        assert (by_grid["place_path"], by_grid["phone_tail"]) == ("3栋 502", None)
        party = await staff(self.database, self.here, Role.PARTY_ADMIN)
        [row] = await self.rows(party)
        shown = (row["building"], row["place_path"], row["household_id"], row["phone_tail"])
        assert shown == ("3栋", None, None, None)
        path = f"/admin/v1/communities/{self.here}/participants/{person.id}"
        answer = await self.http.get(path, headers=as_admin(self.worker))
        assert answer.json()["place_path"] == "3栋 502"

    async def test_a_row_without_a_home_or_a_phone(self) -> None:
        await a_participant(self.database, self.here)
        [row] = await self.rows()
        assert (row["building"], row["place_path"], row["phone_tail"]) == (None, None, None)
