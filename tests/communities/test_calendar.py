"""The calendar of a community, as its staff read and import it."""

from datetime import datetime

import pytest
from httpx import AsyncClient, Response

from app.communities.calendars.queries import working_days_after
from app.communities.models import Role
from app.kernel.database.engine import Database
from tests.client import as_admin
from tests.factories import a_community, staff
from tests.sheets import CSV, counts, faults, imported

SHEET = "日期,安排,名称\n2028-1-3,放假,元旦\n2028年1月8日,调休上班,元旦\n"


class TestCalendar:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.admin = await staff(database, self.community, Role.COMMUNITY_ADMIN)
        self.path = f"/admin/v1/communities/{self.community}/calendar"

    async def send(self, sheet: str, **query: bool) -> Response:
        headers = as_admin(self.admin) | CSV
        path = f"{self.path}/imports"
        return await self.http.post(path, content=sheet.encode(), params=query, headers=headers)

    async def year(self, year: int) -> Response:
        return await self.http.get(self.path, params={"year": year}, headers=as_admin(self.admin))

    async def end_of(self, start: str, days: int) -> str:
        async with self.database.transaction() as session:
            end = await working_days_after(
                session, self.community, datetime.fromisoformat(start), days
            )
        return end.isoformat()

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.http.get(self.path)).status_code == 401

    async def test_staff_of_another_community_find_nothing(self) -> None:
        other = await staff(self.database, await a_community(self.database))
        assert (await self.http.get(self.path, headers=as_admin(other))).status_code == 404

    async def test_workers_read_it_and_do_not_import(self) -> None:
        worker = as_admin(await staff(self.database, self.community))
        assert (await self.http.get(self.path, headers=worker)).status_code == 200
        path = f"{self.path}/imports"
        sent = await self.http.post(path, content=SHEET.encode(), headers=worker | CSV)
        assert sent.status_code == 403

    async def test_a_year_says_what_it_rests_on(self) -> None:
        known, by_law, week = [(await self.year(year)).json() for year in (2026, 2027, 2028)]
        assert (known["basis"], known["is_provisional"], known["warning"]) == (
            "official",
            False,
            None,
        )
        assert {"day": "2026-10-10", "is_working_day": True, "name": "国庆节"}.items() <= next(
            day for day in known["days"] if day["day"] == "2026-10-10"
        ).items()
        assert (by_law["basis"], by_law["is_provisional"]) == ("by_law", True)
        assert (week["basis"], week["days"]) == ("week", [])
        assert "周一至周五" in week["warning"]

    async def test_a_preview_tells_and_writes_nothing(self) -> None:
        answer = await self.send(SHEET, preview=True)
        assert (counts(answer), answer.json()["status"]) == ((2, 0, 0), "preview")
        assert answer.json()["changes"][1]["what"] == "2028-01-08 上班"
        assert (await self.year(2028)).json()["days"] == []

    async def test_what_is_imported_counts_until_it_is_undone(self) -> None:
        assert await self.end_of("2027-12-31T01:00:00Z", 1) == "2028-01-03T16:00:00+00:00"
        sent = await self.send(SHEET)
        assert counts(sent) == (2, 0, 0)
        assert counts(await self.send(SHEET)) == (0, 0, 2)
        assert await self.end_of("2027-12-31T01:00:00Z", 1) == "2028-01-04T16:00:00+00:00"
        assert await self.end_of("2028-01-07T01:00:00Z", 1) == "2028-01-08T16:00:00+00:00"
        path = f"{self.path}/imports/{sent.json()['id']}"
        undone = await self.http.post(f"{path}/undo", headers=as_admin(self.admin))
        assert (undone.status_code, undone.json()["status"]) == (200, "undone")
        assert await self.end_of("2027-12-31T01:00:00Z", 1) == "2028-01-03T16:00:00+00:00"

    async def test_a_day_takes_what_a_later_sheet_says_and_gives_it_back(self) -> None:
        await self.send(SHEET)
        later = await self.send("日期,安排\n2028-01-03,上班\n")
        assert counts(later) == (0, 1, 0)
        day = (await self.year(2028)).json()["days"][0]
        assert day == {
            "day": "2028-01-03",
            "is_working_day": True,
            "name": "元旦",
            "is_imported": True,
        }
        path = f"{self.path}/imports/{later.json()['id']}/undo"
        await self.http.post(path, headers=as_admin(self.admin))
        assert (await self.year(2028)).json()["days"][0]["is_working_day"] is False

    async def test_each_faulty_line_is_named(self) -> None:
        sheet = "日期,安排\n2028-02-30,放假\n2028-01-03,也许\n2028-01-04,放假\n2028.1.4,上班\n"
        assert faults(await self.send(sheet)) == [
            (2, "day", "not_a_date"),
            (3, "kind", "neither_work_nor_rest"),
            (5, "day", "repeated"),
        ]

    async def test_a_large_sheet_waits_for_a_worker(self) -> None:
        done = await imported(
            self.http,
            self.database,
            f"{self.path}/imports",
            SHEET.splitlines(),
            as_admin(self.admin),
        )
        assert (done.json()["status"], done.json()["created"]) == ("done", 2)
