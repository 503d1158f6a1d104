"""/admin/v1/regions"""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import func, select

from app.communities.models import Region, RegionKind, Role, ScopeKind
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from tests.audit import audited
from tests.client import as_admin
from tests.factories import granted, saved
from tests.sheets import counts, faults

SHEET = """区划代码,名称
880102001000,云桥街道
880000000000,云省
880100000000,云城市
880102000000,云江区
880102001003,云桥社区
"""


async def a_district(database: Database, code: str = "880102000000") -> Region:
    id_ = uuid7()
    region = Region(
        id=id_,
        code=code,
        kind=RegionKind.DISTRICT,
        name="云江区",
        path=[id_],
        valid_from=date(2025, 1, 1),
    )
    return await saved(database, region)


class Regions:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.root = await granted(database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)

    async def count(self) -> int:
        query = select(func.count()).where(Region.code.startswith("88"))
        async with self.database.transaction() as session:
            return await session.scalar(query) or 0

    async def code(self, code: str) -> Region:
        async with self.database.transaction() as session:
            return (await session.scalars(select(Region).filter_by(code=code))).one()


class TestImportRegions(Regions):
    async def send(
        self, by: UUID | None, sheet: str = SHEET, since: str = "2026-01-01"
    ) -> Response:
        headers = as_admin(by) | {"Content-Type": "text/csv"}
        path = f"/admin/v1/regions/imports?valid_from={since}"
        return await self.http.post(path, content=sheet.encode(), headers=headers)

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.send(by=None)).status_code == 401

    async def test_without_the_permission_it_is_forbidden(self) -> None:
        worker = await granted(self.database, Role.COMMUNITY_ADMIN, ScopeKind.PLATFORM)
        assert (await self.send(by=worker)).status_code == 403

    @pytest.mark.parametrize("since", ["", "yesterday"])
    async def test_the_day_is_needed(self, since: str) -> None:
        assert (await self.send(self.root, since=since)).status_code == 422

    @pytest.mark.parametrize(
        ("line", "code"),
        [
            ("88010200,云", "bad_code"),
            ("000000000000,云", "bad_code"),
            ("880102001000,云", "repeated"),
            ("880103001000,云", "unknown_parent"),
        ],
    )
    async def test_one_bad_line_and_nothing_is_written(self, line: str, code: str) -> None:
        answer = await self.send(self.root, SHEET + line + "\n")
        assert (answer.status_code, answer.json()["code"]) == (422, "sheet_refused")
        assert faults(answer) == [(7, "code", code)]
        assert "云" not in answer.text.replace(answer.json()["title"], "")
        assert await self.count() == 0

    async def test_a_district_is_held_to_its_own_subtree(self) -> None:
        district = await a_district(self.database)
        admin = await granted(self.database, Role.DISTRICT_ADMIN, ScopeKind.REGION, district.id)
        await a_district(self.database, "880103000000")
        sheet = "code,name\n880102001000,云桥街道\n880103001000,外街道\n"
        answer = await self.send(admin, sheet)
        assert faults(answer) == [(3, "code", "not_yours")]
        assert (await self.send(admin, sheet.rsplit("8801", 1)[0])).json()["created"] == 1

    async def test_the_tree_is_built_in_any_order_of_lines(self) -> None:
        answer = await self.send(self.root)
        assert answer.status_code == 200
        assert counts(answer) == (5, 0, 0)
        community, street = await self.code("880102001003"), await self.code("880102001000")
        assert (community.kind, community.parent_id) == ("community", street.id)
        assert community.path == [*street.path, community.id]
        assert len(community.path) == 5

    async def test_the_same_again_changes_nothing(self) -> None:
        await self.send(self.root)
        again = await self.send(self.root, since="2026-06-01")
        assert counts(again) == (0, 0, 5)
        assert await self.count() == 5

    async def test_a_new_name_and_an_end_are_taken_over_by_the_same_row(self) -> None:
        await self.send(self.root)
        before = await self.code("880102001003")
        sheet = "code,name,valid_to\n880102001003,新桥社区,2027-01-01\n"
        assert (await self.send(self.root, sheet)).json()["changed"] == 1
        after = await self.code("880102001003")
        assert (after.id, after.name, after.valid_to) == (before.id, "新桥社区", date(2027, 1, 1))

    async def test_a_code_that_is_used_again_after_its_end_is_another_region(self) -> None:
        await self.send(self.root)
        end = "code,name,valid_to\n880102001003,云桥社区,2026-07-01\n"
        await self.send(self.root, end)
        begin = "code,name\n880102001003,后桥社区\n"
        assert (await self.send(self.root, begin, since="2026-07-01")).json()["created"] == 1
        earlier = await self.send(self.root, begin, since="2025-01-01")
        assert [e["code"] for e in earlier.json()["lines"]] == ["unknown_parent"]

    async def test_json_is_not_taken_and_five_megabytes_are_the_limit(self) -> None:
        path = "/admin/v1/regions/imports?valid_from=2026-01-01"
        headers = as_admin(self.root) | {"Content-Type": "text/csv"}
        body = SHEET.encode() + b"\n" * (5 * 1024 * 1024)
        answer = await self.http.post(path, content=body, headers=headers)
        assert answer.status_code == 413
        smaller = SHEET.encode() + (b" " * 25 + b"\n") * 40_000
        assert (await self.http.post(path, content=smaller, headers=headers)).status_code == 202

    async def test_it_is_audited_by_its_counts(self) -> None:
        await self.send(self.root)
        [entry] = await audited(self.database)
        assert (entry.action, entry.facts["created"]) == ("regions.imported", "5")


class TestAddRegion(Regions):
    async def add(self, by: UUID | None, **fields: object) -> Response:
        body = {"code": "880102001000", "name": "云桥街道", "valid_from": "2026-01-01"}
        headers = as_admin(by, "region-0001")
        return await self.http.post("/admin/v1/regions", json=body | fields, headers=headers)

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.add(by=None)).status_code == 401

    async def test_outside_ones_own_regions_it_is_forbidden(self) -> None:
        await a_district(self.database)
        other = await a_district(self.database, "880199000000")
        admin = await granted(self.database, Role.DISTRICT_ADMIN, ScopeKind.REGION, other.id)
        assert (await self.add(by=admin)).status_code == 403

    async def test_a_province_is_for_the_platform(self) -> None:
        district = await a_district(self.database)
        admin = await granted(self.database, Role.DISTRICT_ADMIN, ScopeKind.REGION, district.id)
        assert (await self.add(by=admin, code="890000000000")).status_code == 403
        assert (await self.add(by=self.root, code="890000000000")).status_code == 201

    @pytest.mark.parametrize(
        ("fields", "reason"),
        [
            ({"code": "000000000000"}, "bad_code"),
            ({}, "unknown_parent"),
            ({"valid_to": "2026-01-01"}, "ends_before_it_begins"),
        ],
    )
    async def test_what_does_not_fit_is_told(self, fields: dict[str, str], reason: str) -> None:
        answer = await self.add(self.root, **fields)
        assert (answer.status_code, answer.json()["reason"]) == (422, reason)

    async def test_a_code_in_use_is_a_conflict(self) -> None:
        await a_district(self.database)
        answer = await self.add(self.root, code="880102000000")
        assert answer.status_code == 422  # Its city does not exist.
        await self.add(self.root, code="890000000000")
        again = await self.http.post(
            "/admin/v1/regions",
            json={"code": "890000000000", "name": "省", "valid_from": "2026-02-01"},
            headers=as_admin(self.root, "region-0002"),
        )
        assert (again.status_code, again.json()["code"]) == (409, "communities.region_exists")

    async def test_it_stands_where_its_code_says(self) -> None:
        district = await a_district(self.database)
        answer = await self.add(self.root)
        assert answer.status_code == 201
        assert answer.json()["parent_id"] == str(district.id)
        assert answer.json()["parent_name"] == district.name
        shown = await self.http.get(answer.headers["location"], headers=as_admin(self.root))
        assert shown.json() == answer.json()


class TestListRegions(Regions):
    async def test_by_parent_by_code_and_by_day(self) -> None:
        district = await a_district(self.database)
        for code in ("880102001000", "880102002000"):
            body = {"code": code, "name": "街道", "valid_from": "2026-01-01"}
            await self.http.post(
                "/admin/v1/regions", json=body, headers=as_admin(self.root, f"key-{code}")
            )

        async def codes(**query: str) -> list[str]:
            answer = await self.http.get(
                "/admin/v1/regions", params=query, headers=as_admin(self.root)
            )
            return sorted(item["code"] for item in answer.json()["items"])

        below = str(district.id)
        assert await codes(parent_id=below) == ["880102001000", "880102002000"]
        assert await codes(parent_id=below, on="2025-06-01") == []
        assert await codes(code="880102002000") == ["880102002000"]

    async def test_today_begins_at_midnight_of_the_place(self) -> None:
        """The date in UTC is that of the day before until eight in the morning in China."""
        district = await a_district(self.database)
        body = {"code": "880102001000", "name": "街道", "valid_from": "2026-12-06"}
        added = await self.http.post(
            "/admin/v1/regions", json=body, headers=as_admin(self.root, "key-880102001000")
        )
        assert added.status_code == 201, added.text
        counts = []
        for instant in ("2026-12-05T15:59", "2026-12-05T16:01"):
            with clock.frozen(datetime.fromisoformat(instant).replace(tzinfo=UTC)):
                answer = await self.http.get(
                    f"/admin/v1/regions?parent_id={district.id}", headers=as_admin(self.root)
                )
            counts.append(len(answer.json()["items"]))
        assert counts == [0, 1]

    async def test_anonymous_is_asked_to_log_in_and_unknown_ids_are_not_found(self) -> None:
        assert (await self.http.get("/admin/v1/regions")).status_code == 401
        path = f"/admin/v1/regions/{uuid4()}"
        assert (await self.http.get(path, headers=as_admin(self.root))).status_code == 404
