"""District and subdistrict see how many members have registered, and nobody's name."""

from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient

from app.communities.models import Region, RegionKind, Role, ScopeKind
from app.double_reporting.members.counts import without_small
from app.double_reporting.models import MemberRegistrationStatus, UnitRegistrationStatus
from app.kernel.database.engine import Database
from app.organizations.models import PartyOrganization
from tests.client import as_admin
from tests.double_reporting.members import a_registration
from tests.double_reporting.units import a_unit_registration
from tests.factories import a_community, a_participant, a_region, granted, staff
from tests.organizations.units import a_unit, an_organization

ACTIVE = MemberRegistrationStatus.ACTIVE


class TestCounts:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.subdistrict = await a_region(database, kind=RegionKind.SUBDISTRICT)
        self.here = await self.community()
        self.there = await self.community()
        self.unit = await an_organization(database, await a_unit(database, self.here))
        self.admin = await granted(
            database, Role.SUBDISTRICT_ADMIN, ScopeKind.REGION, self.subdistrict.id
        )

    async def community(self) -> UUID:
        region: Region = await a_region(self.database, self.subdistrict)
        return await a_community(self.database, region)

    async def register(self, organization: PartyOrganization, community: UUID, many: int) -> None:
        for _ in range(many):
            participant = await a_participant(self.database, community)
            await a_registration(self.database, participant, organization.id, ACTIVE)

    async def counts(self, by: UUID | None) -> dict[str, list[dict[str, object]]]:
        answer = await self.http.get("/admin/v1/member-counts", headers=as_admin(by))
        assert answer.status_code == 200, answer.text
        assert "王" not in answer.text
        shown: dict[str, list[dict[str, object]]] = answer.json()
        return shown

    async def test_who_may_not_is_told_in_order(self) -> None:
        assert (await self.http.get("/admin/v1/member-counts")).status_code == 401
        for role in (Role.COMMUNITY_WORKER, Role.PARTY_ADMIN, Role.AUDITOR):
            other = await staff(self.database, self.here, role)
            answer = await self.http.get("/admin/v1/member-counts", headers=as_admin(other))
            assert answer.status_code == 403, role

    async def test_registered_stands_beside_expected_over_all_communities(self) -> None:
        registered = UnitRegistrationStatus.APPROVED
        await a_unit_registration(self.database, self.here, self.unit, registered)
        branch = await an_organization(
            self.database, await a_unit(self.database, self.there), parent=self.unit
        )
        await self.register(self.unit, self.here, 10)
        await self.register(branch, self.there, 10)
        shown = await self.counts(self.admin)
        by_id = {row["community_id"]: row for row in shown["by_community"]}
        here, there = by_id[str(self.here)], by_id[str(self.there)]
        assert (here["registered"], here["expected"]) == (10, 12)
        assert (there["registered"], there["expected"]) == (10, 0)
        [unit] = shown["by_unit"]
        assert (unit["organization_name"], unit["registered"]) == (self.unit.name, 20)
        assert unit["expected"] == 12

    async def test_counts_below_ten_are_hidden(self) -> None:
        await self.register(self.unit, self.here, 9)
        shown = await self.counts(self.admin)
        assert {row["registered"] for row in shown["by_community"]} == {None}
        assert shown["by_unit"] == []

    async def test_only_communities_of_ones_own_level_are_counted(self) -> None:
        outside = await a_community(self.database)
        await self.register(self.unit, outside, 11)
        shown = await self.counts(self.admin)
        assert str(outside) not in {row["community_id"] for row in shown["by_community"]}
        assert shown["by_unit"] == []


def test_nobody_subtracts_what_is_hidden() -> None:
    one, two, three = uuid4(), uuid4(), uuid4()
    assert without_small({one: 12, two: 30}) == {one: 12, two: 30}
    assert without_small({one: 12, two: 30, three: 3}) == {two: 30}
    assert without_small({one: 12, two: 7, three: 3}) == {one: 12}
    assert without_small({one: 4}) == {}
