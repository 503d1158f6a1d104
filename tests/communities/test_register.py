"""/admin/v1/communities/{community_id}/register"""

from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import (
    AgeBand,
    Participant,
    ParticipantKind,
    PlaceKind,
    RegisterEntry,
    Role,
)
from app.identity.models import Purpose, User
from app.kernel.database.engine import Database, get_row
from app.kernel.privacy.sealed import own
from tests.audit import audited
from tests.client import as_, as_admin
from tests.factories import (
    a_claim,
    a_community,
    a_household,
    a_participant,
    a_place,
    consented,
    on_register,
    staff,
)
from tests.sheets import CSV, XLSX, counts, faults
from tests.workbooks import workbook

HEAD = "楼栋,单元,房号,姓名,手机\n"
MARKED = "楼栋,单元,房号,姓名,手机,成年\n"


class Register:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.admin = await staff(database, self.community, Role.COMMUNITY_ADMIN)
        building = await a_place(database, self.community, name="1栋")
        self.household = await a_household(database, self.community, building=building)
        self.next = await a_household(database, self.community, building=building, name="102")
        self.path = f"/admin/v1/communities/{self.community}/register"

    async def send(self, by: UUID | None, *lines: str, head: str = HEAD) -> Response:
        sheet = head + "\n".join(lines)
        headers = as_admin(by) | CSV
        return await self.http.post(f"{self.path}/imports", content=sheet.encode(), headers=headers)

    async def size(self, by: UUID | None) -> Response:
        return await self.http.get(self.path, headers=as_admin(by))

    async def entries(self) -> list[tuple[str | None, str | None, bool | None]]:
        query = select(RegisterEntry).filter_by(community_id=self.community)
        async with self.database.transaction() as session:
            found = (await session.scalars(query.order_by(RegisterEntry.id))).all()
        return [
            (own(one, RegisterEntry.name), own(one, RegisterEntry.phone), one.is_adult)
            for one in found
        ]


class TestImportRegister(Register):
    async def test_who_may_not(self) -> None:
        worker = await staff(self.database, self.community)
        outsider = await staff(
            self.database, await a_community(self.database), Role.COMMUNITY_ADMIN
        )
        for by, status in ((None, 401), (outsider, 404), (worker, 403)):
            assert (await self.send(by, "1栋,,101,王秀英,13800000000")).status_code == status
            assert (await self.size(by)).status_code == status
            listed = await self.http.get(f"{self.path}/imports", headers=as_admin(by))
            assert listed.status_code == status

    async def test_every_refused_line_is_told_and_nothing_of_a_person(self) -> None:
        await on_register(self.database, self.household, "王建国", "+8613800000009")
        answer = await self.send(
            self.admin,
            "1栋,,101,王秀英,13800000000",
            "1栋,,999,王秀英,13800000000",
            "1栋,,101,王秀英,none",
            "1栋,,101,王　秀英,138-0000-0000",
            "1栋,,101,,13800000000",
        )
        assert faults(answer) == [
            (3, "household", "unknown_place"),
            (4, "phone", "not_a_phone"),
            (5, "", "repeated"),
            (6, "name", "missing"),
        ]
        assert answer.json()["lines"][2]["other_line"] == 2
        assert answer.json()["lines"][1]["header"] == "手机"
        assert "秀英" not in answer.text
        assert (await self.size(self.admin)).json()["entries"] == 1

    async def test_it_replaces_the_households_it_names_and_no_others(self) -> None:
        await on_register(self.database, self.household, "王建国", "+8613800000009")
        await on_register(self.database, self.next, "陈静", "+8613800000008")
        answer = (await self.send(self.admin, "1栋,,101,王秀英,13800000000")).json()
        assert (answer["status"], answer["created"], answer["removed"]) == ("done", 1, 1)
        assert await self.entries() == [
            ("陈静", "+8613800000008", None),
            ("王秀英", "+8613800000000", None),
        ]
        [act] = await audited(self.database)
        assert (act.action, act.facts["created"], act.facts["removed"]) == (
            "register.imported",
            "1",
            "1",
        )

    async def test_the_same_again_is_the_same(self) -> None:
        await self.send(self.admin, "1栋,,101,王秀英,13800000000")
        again = await self.send(self.admin, "1栋,,101,王秀英,13800000000")
        assert counts(again) == (0, 0, 1)

    async def test_an_elder_without_a_phone_stands_there_like_everybody(self) -> None:
        """One of them refused the whole sheet."""
        answer = await self.send(self.admin, "1栋,,101,王秀英,", "1栋,,101,王建国,13800000000")
        assert counts(answer) == (2, 0, 0)
        assert ("王秀英", None, None) in await self.entries()
        assert counts(await self.send(self.admin, "1栋,,101,王秀英,")) == (0, 0, 1)
        assert await self.entries() == [("王秀英", None, None)]

    async def test_a_household_is_emptied_by_a_line_without_a_name(self) -> None:
        await on_register(self.database, self.household, "王建国", "+8613800000009")
        await on_register(self.database, self.next, "陈静", "+8613800000008")
        answer = await self.send(self.admin, "1栋,,101,,")
        assert answer.json()["removed"] == 1
        assert await self.entries() == [("陈静", "+8613800000008", None)]
        assert counts(await self.send(self.admin, "1栋,,101,,")) == (0, 0, 1)

    async def test_a_household_is_not_emptied_and_filled_in_one_sheet(self) -> None:
        answer = await self.send(self.admin, "1栋,,101,王秀英,", "1栋,,101,,")
        assert faults(answer) == [(3, "name", "emptied_and_filled")]

    async def test_adults_are_marked_cleared_and_left_as_they_are(self) -> None:
        await self.send(self.admin, "1栋,,101,王秀英,,是", "1栋,,101,王小明,,否", head=MARKED)
        marked = [("王秀英", None, True), ("王小明", None, False)]
        assert await self.entries() == marked
        without = await self.send(self.admin, "1栋,,101,王秀英,", "1栋,,101,王小明,")
        assert (counts(without), await self.entries()) == ((0, 0, 2), marked)
        await self.send(self.admin, "1栋,,101,王秀英,,", "1栋,,101,王小明,,否", head=MARKED)
        assert await self.entries() == [("王秀英", None, None), ("王小明", None, False)]
        answer = await self.send(self.admin, "1栋,,101,王秀英,,大概", head=MARKED)
        assert faults(answer) == [(2, "adult", "neither_yes_nor_no")]

    async def test_without_the_column_of_phones_they_stay(self) -> None:
        await on_register(self.database, self.household, "王秀英", "+8613800000009")
        answer = await self.send(self.admin, "1栋,101,王秀英,是", head="楼栋,房号,姓名,成年\n")
        assert counts(answer) == (0, 1, 0)
        assert await self.entries() == [("王秀英", "+8613800000009", True)]

    async def test_residents_of_unknown_age_are_marked_with_it(self) -> None:
        resident = await a_participant(self.database, self.community)
        await a_claim(self.database, resident, self.household, approved=True)
        sent = await self.send(self.admin, "1栋,,101,王秀英,,是", head=MARKED)
        async with self.database.transaction() as session:
            marked = await get_row(session, Participant, self.community, resident.id)
            assert marked.age_band is AgeBand.ADULT
        undo = f"{self.path}/imports/{sent.json()['id']}/undo"
        answer = await self.http.post(undo, headers=as_admin(self.admin))
        assert answer.json()["status"] == "undone", answer.text
        async with self.database.transaction() as session:
            marked = await get_row(session, Participant, self.community, resident.id)
            assert marked.age_band is None

    async def test_a_workbook_with_a_title_merged_cells_and_full_width_digits(self) -> None:
        body = workbook(
            [
                ["临里社区居民名册"],
                ["序号", "楼栋", "房号", "姓名", "手机号码", "是否成年", None],
                [1, "１栋", 101, "王秀英", 13800000000, "是", None],
                [2, None, None, "王建国", None, None, None],
            ],
            merged=["A1:G1", "B3:B4", "C3:C4"],
        )
        answer = await self.http.post(
            f"{self.path}/imports", content=body, headers=as_admin(self.admin) | XLSX
        )
        assert counts(answer) == (2, 0, 0)
        assert await self.entries() == [
            ("王秀英", "+8613800000000", True),
            ("王建国", None, None),
        ]

    async def test_a_sheet_without_the_grid_finds_a_building_in_its_grid(self) -> None:
        grid = await a_place(self.database, self.community, kind=PlaceKind.GRID, name="一网格")
        inside = await a_place(self.database, self.community, name="2栋", parent=grid)
        await a_household(self.database, self.community, building=inside)
        assert counts(await self.send(self.admin, "2栋,,101,王秀英,")) == (1, 0, 0)


class TestApproval(Register):
    async def claim(self, name: str = "王秀英", phone: str = "+8613800000000") -> str:
        me = await a_participant(self.database, self.community, kind=ParticipantKind.VISITOR)
        user = me.user_id
        assert user is not None
        await consented(self.database, user, Purpose.RESIDENCE)
        async with self.database.transaction() as session:
            (await session.get_one(User, user)).phone = phone
        answer = await self.http.post(
            f"/v1/communities/{self.community}/residence-claims",
            json={"household_id": str(self.household.id), "real_name": name},
            headers=as_(user, "claim-0001"),
        )
        assert answer.status_code == 201, answer.text
        return str(answer.json()["status"])

    async def test_who_has_moved_out_is_not_approved_any_more(self) -> None:
        """They were approved at once, for ever: nothing took an entry away."""
        await self.send(self.admin, "1栋,,101,王秀英,13800000000")
        await self.send(self.admin, "1栋,,101,,")
        assert await self.claim() == "submitted"

    async def test_phone_and_name_together_are_a_match_and_bring_the_age(self) -> None:
        await self.send(self.admin, "1栋,,101,王秀英,13800000000,是", head=MARKED)
        assert await self.claim("王　秀英") == "approved"
        query = select(Participant).filter_by(community_id=self.community)
        async with self.database.transaction() as session:
            [resident] = await session.scalars(query)
        assert resident.age_band is AgeBand.ADULT

    async def test_a_name_without_a_phone_is_none(self) -> None:
        await self.send(self.admin, "1栋,,101,王秀英,")
        assert await self.claim() == "submitted"
