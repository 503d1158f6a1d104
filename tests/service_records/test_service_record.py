"""One's own service record, by community and year, and the star level that follows from it."""

import pytest
from httpx import AsyncClient

from app.communities.models import Role
from app.kernel.database.engine import Database
from app.service_records.models import EntryStatus
from app.service_records.records.queries import stars_of
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, staff
from tests.service_records.certificates import served, text_of
from tests.service_records.entries import an_entry


class TestServiceRecord:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_participant(database, self.community)
        await served(database, self.me, 600)
        await served(database, self.me, 95, days_ago=400)
        await an_entry(database, self.me, EntryStatus.IN_NOTICE)
        self.path = f"/v1/communities/{self.community}/service-record/me"
        self.scheme = f"/admin/v1/communities/{self.community}/star-scheme"

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.http.get("/v1/me/service-record")).status_code == 401

    async def test_it_counts_confirmed_minutes_by_year(self) -> None:
        record = (await self.http.get(self.path, headers=as_(self.me.user_id))).json()
        assert (record["minutes"], record["hours"], record["services"]) == (695, "11.5", 2)
        assert [one["hours"] for one in record["years"]] == ["10.0", "1.5"]
        years = [one["year"] for one in record["years"]]
        assert years == sorted(years, reverse=True)

    async def test_it_spans_my_communities_and_nobody_elses(self) -> None:
        other = await a_participant(self.database, self.community)
        await served(self.database, other, 60)
        whole = (await self.http.get("/v1/me/service-record", headers=as_(self.me.user_id))).json()
        assert (len(whole["items"]), whole["minutes"]) == (1, 695)

    async def test_somebody_of_another_community_finds_none(self) -> None:
        outsider = await a_participant(self.database, await a_community(self.database))
        assert (await self.http.get(self.path, headers=as_(outsider.user_id))).status_code == 404

    async def test_the_pdf_is_no_certificate(self) -> None:
        answer = await self.http.get("/v1/me/service-record/pdf", headers=as_(self.me.user_id))
        text = text_of(answer.content)
        assert "11.5 小时" in text
        assert "不是证明" in text

    async def test_it_is_exported_in_the_items_of_the_standard(self) -> None:
        await served(self.database, self.me, 60, days_ago=3, title="=SUM(A1)")
        headers = as_(self.me.user_id)
        services = (await self.http.get("/v1/me/service-record/export", headers=headers)).json()
        assert services["standard"] == "MZ/T 061-2015"
        assert [one["hours"] for one in services["services"]] == ["1.5", "10.0", "1.0"]
        assert services["services"][0]["place"] == "幸福里3号楼前"
        sheet = (await self.http.get("/v1/me/service-record/csv", headers=headers)).content
        lines = sheet.decode("utf-8-sig").splitlines()
        assert lines[0].startswith("志愿者编号,服务组织,服务项目")
        assert (len(lines), "'=SUM(A1)" in lines[3]) == (4, True)

    async def test_a_community_sets_its_own_stars(self) -> None:
        admin = as_admin(await staff(self.database, self.community, Role.COMMUNITY_ADMIN))
        before = await self.http.get(self.scheme, headers=admin)
        assert before.json()["hours"] == [100, 300, 600, 1000, 1500]
        tag = {"If-Match": before.headers["ETag"]}
        falling = await self.http.put(self.scheme, json={"hours": [20, 10]}, headers=admin | tag)
        assert falling.status_code == 422
        done = await self.http.put(self.scheme, json={"hours": [10, 30]}, headers=admin | tag)
        assert done.status_code == 200
        stale = await self.http.put(self.scheme, json={"hours": [5]}, headers=admin | tag)
        assert stale.status_code == 412
        record = (await self.http.get(self.path, headers=as_(self.me.user_id))).json()
        assert record["stars"] == {"level": 1, "thresholds": [10, 30], "next_at": 30}

    async def test_a_worker_does_not_set_them(self) -> None:
        worker = as_admin(await staff(self.database, self.community))
        tag = {"If-Match": '"0"'}
        answer = await self.http.put(self.scheme, json={"hours": [10]}, headers=worker | tag)
        assert answer.status_code == 403


def test_a_star_is_reached_by_whole_hours() -> None:
    hours = (100, 300, 600, 1000, 1500)
    levels = [stars_of(60 * h + m, hours).level for h, m in ((99, 59), (100, 0), (1499, 59))]
    assert levels == [0, 1, 4]
    assert stars_of(60 * 1500, hours).next_at is None
