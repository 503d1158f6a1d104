"""/admin/v1/grant-proposals: grants that take two persons"""

from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Community, RegionKind, Role, RoleGrant, ScopeKind
from app.identity.another_person import is_another_person, record_equipment
from app.identity.models import EquipmentKind
from app.kernel import clock
from app.kernel.database.engine import Database
from tests.client import as_admin
from tests.factories import a_community, a_region, an_administrator, granted, staff

PATH = "/admin/v1/grant-proposals"


class GrantProposals:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.district = await a_region(database, kind=RegionKind.DISTRICT)
        region = await a_region(database, self.district)
        self.community = await a_community(database, region)
        self.region = region.id
        self.first = await self.of_district()
        self.second = await self.of_district()
        self.colleague = await an_administrator(database, "li.min")

    async def of_district(self) -> UUID:
        return await granted(self.database, Role.DISTRICT_ADMIN, ScopeKind.REGION, self.district.id)

    async def propose(self, by: UUID | None, key: str = "propose-1", **fields: object) -> Response:
        body: dict[str, object] = {
            "login_name": "li.min",
            "role": "party_admin",
            "scope_kind": "region",
            "scope_id": str(self.region),
        }
        return await self.http.post(PATH, json=body | fields, headers=as_admin(by, key))

    async def proposed(self) -> str:
        """Proposes, and returns the path of the proposal."""
        answer = await self.propose(self.first)
        assert answer.status_code == 201
        return str(answer.headers["location"])

    async def confirm(self, by: UUID | None, path: str) -> Response:
        return await self.http.post(f"{path}/confirm", headers=as_admin(by))

    async def reads_members(self) -> bool:
        path = f"/admin/v1/communities/{self.community}/member-registrations"
        return (await self.http.get(path, headers=as_admin(self.colleague))).status_code == 200


class TestPropose(GrantProposals):
    async def test_who_may_not(self) -> None:
        assert (await self.propose(None)).status_code == 401
        worker = await staff(self.database, self.community)
        assert (await self.propose(worker)).status_code == 403

    async def test_what_does_not_fit(self) -> None:
        wide = await self.propose(self.first, scope_id=str(self.district.id))
        assert (wide.status_code, wide.json()["reason"]) == (422, "one_community")
        above = await self.propose(self.first, role="platform_admin")
        assert above.json()["code"] == "communities.grant_exceeds_yours"
        nobody = await self.propose(self.first, login_name="nobody")
        assert nobody.json()["code"] == "communities.not_an_administrator"

    async def test_it_grants_nothing_yet_and_waits_once(self) -> None:
        path = await self.proposed()
        assert not await self.reads_members()
        shown = await self.http.get(path, headers=as_admin(self.second))
        assert (shown.json()["status"], shown.json()["proposed_by"]) == (
            "proposed",
            str(self.first),
        )
        assert (shown.json()["user_name"], shown.json()["scope_name"]) == ("李敏", "云桥街道")
        assert shown.json()["decided_by_name"] is None
        again = await self.propose(self.second, "propose-2")
        assert (again.status_code, again.json()["code"]) == (409, "communities.grant_proposed")
        listed = (await self.http.get(PATH, headers=as_admin(self.second))).json()["items"]
        assert listed == [shown.json()]


class TestConfirm(GrantProposals):
    async def test_who_may_not(self) -> None:
        path = await self.proposed()
        assert (await self.confirm(None, path)).status_code == 401
        elsewhere = await staff(
            self.database, await a_community(self.database), Role.DISTRICT_ADMIN
        )
        assert (await self.confirm(elsewhere, path)).status_code == 404
        worker = await staff(self.database, self.community)
        assert (await self.confirm(worker, path)).status_code == 403
        nothing = f"{PATH}/{self.colleague}/{uuid4()}"
        assert (await self.confirm(self.second, nothing)).status_code == 404

    async def test_not_the_same_person_nor_the_one_it_is_for(self) -> None:
        path = await self.proposed()
        answer = await self.confirm(self.first, path)
        assert (answer.status_code, answer.json()["code"]) == (
            403,
            "communities.second_person_needed",
        )
        assert not await self.reads_members()

    async def test_not_an_account_that_the_first_has_equipped(self) -> None:
        path = await self.proposed()
        async with self.database.transaction() as session:
            record_equipment(
                session, self.second, EquipmentKind.LINK, by_id=self.first, now=clock.now()
            )
        answer = await self.confirm(self.second, path)
        assert answer.json()["code"] == "communities.second_person_needed"

    async def test_not_after_the_first_has_lost_the_right(self) -> None:
        path = await self.proposed()
        async with self.database.transaction() as session:
            grant = (await session.scalars(select(RoleGrant).filter_by(user_id=self.first))).one()
            grant.valid_to = clock.now()
        answer = await self.confirm(self.second, path)
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "communities.first_person_may_no_longer",
        )

    async def test_confirmed_it_is_a_grant_once(self) -> None:
        path = await self.proposed()
        answer = await self.confirm(self.second, path)
        assert answer.status_code == 200
        assert (answer.json()["granted_by"], answer.json()["confirmed_by"]) == (
            str(self.first),
            str(self.second),
        )
        assert await self.reads_members()
        again = await self.confirm(self.second, path)
        assert again.json()["code"] == "communities.grant_proposal_wrong_state"
        async with self.database.transaction() as session:
            for giver in (self.first, self.second):
                assert not await is_another_person(session, giver, self.colleague, clock.now())

    async def test_declined_it_is_over(self) -> None:
        path = await self.proposed()
        declined = await self.http.post(f"{path}/decline", headers=as_admin(self.first))
        assert declined.json()["status"] == "declined"
        assert (await self.confirm(self.second, path)).status_code == 409
        assert (await self.propose(self.first, "propose-3")).status_code == 201


async def test_the_scope_of_a_community_is_read_from_its_own_row(database: Database) -> None:
    region = await a_region(database)
    here = await a_community(database, region)
    async with database.transaction() as session:
        assert (await session.get_one(Community, here)).region_path[-1] == region.id
