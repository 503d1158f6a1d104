"""/admin/v1/role-grants"""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Community, PlaceKind, RegionKind, Role, RoleGrant, ScopeKind
from app.communities.permissions import PERMISSIONS, READS_MEMBERS
from app.identity.administrators.service import create_administrator
from app.identity.models import TokenAudience, User
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from tests.audit import audited
from tests.client import as_admin
from tests.factories import (
    a_community,
    a_login,
    a_place,
    a_region,
    a_user,
    an_administrator,
    granted,
    staff,
)
from tests.identity import administrators
from tests.now import NOW


class Grants:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        async with database.transaction() as session:
            community = await session.get_one(Community, self.community)
        assert community.region_id is not None
        self.region = community.region_id
        self.admin = await staff(database, self.community, Role.COMMUNITY_ADMIN)
        self.colleague = await an_administrator(database, "li.min")

    async def grant(self, by: UUID | None, key: str = "grant-001", **fields: object) -> Response:
        body: dict[str, object] = {
            "login_name": "li.min",
            "role": "community_worker",
            "scope_kind": "region",
            "scope_id": str(self.region),
        }
        return await self.http.post(
            "/admin/v1/role-grants", json=body | fields, headers=as_admin(by, key)
        )

    async def list(self, by: UUID | None, **query: Any) -> Response:
        return await self.http.get("/admin/v1/role-grants", params=query, headers=as_admin(by))


class TestGrantRole(Grants):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.grant(None)).status_code == 401

    async def test_a_worker_may_not(self) -> None:
        worker = await staff(self.database, self.community)
        assert (await self.grant(worker)).status_code == 403

    async def test_outside_what_one_covers_it_is_forbidden(self) -> None:
        foreign = await a_region(self.database)
        answer = await self.grant(self.admin, scope_id=str(foreign.id))
        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")

    @pytest.mark.parametrize("role", ["subdistrict_admin", "district_admin", "platform_admin"])
    async def test_nobody_grants_more_than_they_hold(self, role: str) -> None:
        answer = await self.grant(self.admin, role=role)
        assert answer.status_code == 403
        assert answer.json()["code"] == "communities.grant_exceeds_yours"

    @pytest.mark.parametrize("holder", list(Role))
    async def test_no_grant_ever_widens_what_its_giver_could_do(self, holder: Role) -> None:
        by = await staff(self.database, self.community, holder)
        granted_ = {
            role
            for role in Role
            if (await self.grant(by, key=f"grant-{role}", role=role)).status_code == 201
        }
        may = {
            role
            for role in Role
            if "grant:manage" in PERMISSIONS[holder]
            and PERMISSIONS[role] <= PERMISSIONS[holder]
            and role not in {Role.PLATFORM_ADMIN, Role.UNIT_LIAISON}
            and (role not in READS_MEMBERS or holder in READS_MEMBERS)
        }
        assert granted_ == may

    async def test_permissions_of_one_scope_are_not_carried_into_another(self) -> None:
        by = await staff(self.database, await a_community(self.database), Role.DISTRICT_ADMIN)
        await granted(
            self.database, Role.COMMUNITY_ADMIN, ScopeKind.REGION, self.region, user_id=by
        )
        answer = await self.grant(by, role="subdistrict_admin")
        assert answer.json()["code"] == "communities.grant_exceeds_yours"

    async def test_nobody_grants_to_themselves(self) -> None:
        by = await an_administrator(self.database, "zhang.wei")
        await granted(
            self.database, Role.COMMUNITY_ADMIN, ScopeKind.REGION, self.region, user_id=by
        )
        answer = await self.grant(by, login_name="zhang.wei")
        assert answer.json()["code"] == "communities.grant_exceeds_yours"

    async def test_the_platform_is_for_its_administrators(self) -> None:
        fields = {"scope_kind": "platform", "scope_id": str(PLATFORM)}
        district = await granted(self.database, Role.DISTRICT_ADMIN, ScopeKind.PLATFORM)
        assert (await self.grant(district, **fields)).status_code == 403
        assert (await self.grant(district, role="platform_admin")).status_code == 403
        root = await granted(self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
        answer = await self.grant(root, role="platform_admin", **fields)
        assert answer.status_code == 201

    @pytest.mark.parametrize(
        "fields",
        [
            {"user_id": str(uuid4())},
            {"login_name": None},
            {"role": "emperor"},
            {"scope_kind": "place"},
            {"community_id": str(uuid4())},
            {"scope_kind": "platform"},
            {"scope_id": str(PLATFORM)},
            {"valid_from": "2026-12-06T00:00:00Z", "valid_to": "2026-12-05T00:00:00Z"},
            {"granted_by": str(uuid4())},
        ],
    )
    async def test_what_does_not_fit_together_is_malformed(self, fields: dict[str, Any]) -> None:
        answer = await self.grant(self.admin, **fields)
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed")

    async def test_who_has_no_login_and_what_is_nowhere(self) -> None:
        nobody = await self.grant(self.admin, login_name="nobody")
        assert nobody.json()["code"] == "communities.not_an_administrator"
        resident = await a_user(self.database)
        answer = await self.grant(self.admin, login_name=None, user_id=str(resident))
        assert answer.json()["code"] == "communities.not_an_administrator"
        nowhere = await self.grant(self.admin, scope_id=str(uuid4()))
        assert nowhere.json()["code"] == "unknown_reference"
        foreign = await a_place(self.database, await a_community(self.database))
        place = await self.grant(
            self.admin,
            scope_kind="place",
            scope_id=str(foreign.id),
            community_id=str(self.community),
        )
        assert place.json()["code"] == "unknown_reference"

    async def test_it_holds_from_the_next_request_on_and_is_audited(self) -> None:
        path = f"/admin/v1/communities/{self.community}/participants"
        assert (await self.http.get(path, headers=as_admin(self.colleague))).status_code == 404
        answer = await self.grant(self.admin)
        assert answer.status_code == 201
        shown = await self.http.get(answer.headers["location"], headers=as_admin(self.admin))
        assert shown.json() == answer.json()
        assert (await self.http.get(path, headers=as_admin(self.colleague))).status_code == 200
        [entry] = await audited(self.database)
        assert (entry.action, entry.actor_id) == ("role_grant.granted", self.admin)
        assert entry.facts["role"] == "community_worker"

    async def test_each_id_comes_with_its_name(self) -> None:
        giver = await an_administrator(self.database, "wang.fang")
        role = Role.COMMUNITY_ADMIN
        await granted(self.database, role, ScopeKind.REGION, self.region, user_id=giver)
        answer = await self.grant(giver)
        shown = answer.json()
        assert (shown["user_name"], shown["scope_name"]) == ("李敏", "云桥街道")
        assert (shown["granted_by_name"], shown["confirmed_by_name"]) == ("李敏", None)
        assert (shown["community_id"], shown["community_name"]) == (None, None)
        revoked = await self.http.post(
            f"{answer.headers['location']}/revoke", headers=as_admin(giver)
        )
        assert revoked.json() == shown | {"valid_to": revoked.json()["valid_to"]}

    async def test_in_a_grid_for_a_while(self) -> None:
        grid = await a_place(self.database, self.community, kind=PlaceKind.GRID, name="一网格")
        answer = await self.grant(
            self.admin,
            role="grid_worker",
            scope_kind="place",
            scope_id=str(grid.id),
            community_id=str(self.community),
            valid_to="2026-12-05T04:10:00Z",
        )
        assert answer.status_code == 201
        path = f"/admin/v1/communities/{self.community}/residence-claims"
        assert (await self.http.get(path, headers=as_admin(self.colleague))).status_code == 200
        with clock.frozen(NOW + timedelta(minutes=10)):
            ended = await self.http.get(path, headers=as_admin(self.colleague))
        assert ended.status_code == 404


class TestRolesThatSeeMembers(Grants):
    async def test_who_does_not_see_them_grants_none_alone(self) -> None:
        """It was so: a district administrator made an account that read every member."""
        district = await staff(self.database, self.community, Role.DISTRICT_ADMIN)
        for role in ("party_admin", "community_admin"):
            answer = await self.grant(district, key=f"grant-{role}", role=role)
            assert (answer.status_code, answer.json()["code"]) == (
                403,
                "communities.grant_needs_two_persons",
            )
        assert (await self.grant(self.admin, role="party_admin")).status_code == 201

    async def test_each_is_for_one_community(self) -> None:
        district = await a_region(self.database, kind=RegionKind.DISTRICT)
        for _ in range(2):
            await a_community(self.database, await a_region(self.database, district))
        by = await granted(self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
        wide: list[dict[str, object]] = [
            {"scope_id": str(district.id)},
            {"scope_kind": "platform", "scope_id": str(PLATFORM)},
        ]
        for n, scope in enumerate(wide):
            for role in ("party_admin", "community_admin"):
                answer = await self.grant(by, key=f"grant-{n}-{role}", role=role, **scope)
                assert (answer.status_code, answer.json()["reason"]) == (422, "one_community")

    async def test_a_liaison_is_none_of_a_region(self) -> None:
        answer = await self.grant(self.admin, role="unit_liaison")
        assert (answer.status_code, answer.json()["reason"]) == (422, "organization")

    @pytest.mark.parametrize("role", [Role.PARTY_ADMIN, Role.COMMUNITY_ADMIN])
    async def test_a_wide_grant_of_before_sees_none(self, role: Role) -> None:
        district = await a_region(self.database, kind=RegionKind.DISTRICT)
        here = await a_community(self.database, await a_region(self.database, district))
        path = f"/admin/v1/communities/{here}/member-registrations"
        wide = await granted(self.database, role, ScopeKind.REGION, district.id)
        assert (await self.http.get(path, headers=as_admin(wide))).status_code == 403
        own = await staff(self.database, here, role)
        assert (await self.http.get(path, headers=as_admin(own))).status_code == 200


class TestRevokeGrant(Grants):
    async def revoke(self, by: UUID | None, path: str) -> Response:
        return await self.http.post(f"{path}/revoke", headers=as_admin(by))

    async def test_from_the_next_request_on(self) -> None:
        path = (await self.grant(self.admin)).headers["location"]
        assert (await self.revoke(None, path)).status_code == 401
        outsider = await staff(
            self.database, await a_community(self.database), Role.COMMUNITY_ADMIN
        )
        assert (await self.revoke(outsider, path)).status_code == 404
        assert (
            await self.revoke(await staff(self.database, self.community), path)
        ).status_code == 403
        participants_path = f"/admin/v1/communities/{self.community}/participants"
        assert (
            await self.http.get(participants_path, headers=as_admin(self.colleague))
        ).status_code == 200
        assert (await self.revoke(self.admin, path)).status_code == 200
        assert (
            await self.http.get(participants_path, headers=as_admin(self.colleague))
        ).status_code == 404
        again = await self.revoke(self.admin, path)
        assert (again.status_code, again.json()["code"]) == (409, "communities.grant_ended")

    async def test_those_above_are_out_of_reach(self) -> None:
        root = await granted(self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
        path = (await self.grant(root, role="subdistrict_admin")).headers["location"]
        assert (await self.revoke(self.admin, path)).status_code == 403
        assert (await self.revoke(root, path)).status_code == 200
        missing = f"/admin/v1/role-grants/{uuid4()}/{uuid4()}"
        assert (await self.revoke(root, missing)).status_code == 404


class TestLastPlatformAdministrator(Grants):
    async def a_platform_administrator(self, name: str) -> tuple[UUID, str]:
        """Returns the user, and the path of the grant."""
        made = await administrators.an_administrator(self.database, name)
        await granted(self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM, user_id=made.user_id)
        async with self.database.transaction() as session:
            session.add(a_login(await session.get_one(User, made.user_id), TokenAudience.ADMIN))
            query = select(RoleGrant.id).filter_by(user_id=made.user_id)
            grant = (await session.scalars(query)).one()
        return made.user_id, f"/admin/v1/role-grants/{made.user_id}/{grant}/revoke"

    async def test_one_remains_who_can_log_in(self) -> None:
        first, first_path = await self.a_platform_administrator("first.one")
        second, second_path = await self.a_platform_administrator("second.one")
        # An account without a password, and one that will end, do not count.
        newcomer = await self.a_user_without_password("new.one")
        await granted(self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM, user_id=newcomer)
        answer = await self.http.post(second_path, headers=as_admin(first))
        assert answer.status_code == 200
        answer = await self.http.post(first_path, headers=as_admin(first))
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "communities.last_platform_admin",
        )
        assert (await self.http.post(first_path, headers=as_admin(second))).status_code == 403

    async def a_user_without_password(self, name: str) -> UUID:
        async with self.database.transaction() as session:
            made = await create_administrator(session, name, name, None, None, clock.now())
        return made.user_id


class TestListGrants(Grants):
    async def test_each_sees_the_grants_in_what_they_cover(self) -> None:
        grid = await a_place(self.database, self.community, kind=PlaceKind.GRID, name="一网格")
        grid_worker = await granted(
            self.database, Role.GRID_WORKER, ScopeKind.PLACE, grid.id, community_id=self.community
        )
        await staff(self.database, await a_community(self.database))
        assert (await self.list(None)).status_code == 401
        assert (await self.list(grid_worker)).status_code == 403
        items = (await self.list(self.admin)).json()["items"]
        assert {item["user_id"] for item in items} == {str(self.admin), str(grid_worker)}
        [one] = (await self.list(self.admin, user_id=grid_worker)).json()["items"]
        assert (one["scope_id"], one["scope_name"]) == (str(grid.id), "一网格")
        assert one["community_name"] == "临里"
        root = await granted(self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
        assert len((await self.list(root, limit=100)).json()["items"]) == 4
