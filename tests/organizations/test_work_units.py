"""/admin/v1/work-units"""

from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import func, select

from app.communities.models import Role, ScopeKind
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.files.waiting import IMPORTS_EVERY
from app.kernel.privacy.audit import AuditEntry
from app.organizations.models import WorkUnit
from tests.client import as_admin
from tests.factories import a_community, granted, staff
from tests.organizations.units import a_code, a_unit, short_number
from tests.sheets import counts, faults, imported

CODE = "91350100M000100Y43"
HEADER = "单位名称,统一社会信用代码,地址,社区编号\n"


class Units:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.party = await staff(database, self.community, Role.PARTY_ADMIN)
        self.worker = await staff(database, self.community)

    async def count(self) -> int:
        async with self.database.transaction() as session:
            return await session.scalar(select(func.count()).select_from(WorkUnit)) or 0

    async def get(self, by: UUID | None, path: str = "", **query: str) -> Response:
        return await self.http.get(
            f"/admin/v1/work-units{path}", params=query, headers=as_admin(by)
        )


class TestAddWorkUnit(Units):
    async def add(self, by: UUID | None, **fields: object) -> Response:
        body = {"name": "云桥小学", "credit_code": CODE, "community_id": str(self.community)}
        return await self.http.post(
            "/admin/v1/work-units", json=body | fields, headers=as_admin(by, "unit-00001")
        )

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.add(None)).status_code == 401

    async def test_a_worker_may_not(self) -> None:
        assert (await self.add(self.worker)).status_code == 403

    async def test_in_a_community_of_others_it_is_forbidden(self) -> None:
        elsewhere = await a_community(self.database)
        assert (await self.add(self.party, community_id=str(elsewhere))).status_code == 403
        assert (await self.add(self.party, community_id=None)).status_code == 403

    async def test_an_unknown_community_is_an_unknown_reference(self) -> None:
        answer = await self.add(self.party, community_id=str(uuid4()))
        assert (answer.status_code, answer.json()["code"]) == (422, "unknown_reference")

    @pytest.mark.parametrize("code", ["91350100M000100Y4", CODE.lower(), "9135010OM000100Y43"])
    async def test_what_has_not_the_form_of_a_code_is_malformed(self, code: str) -> None:
        answer = await self.add(self.party, credit_code=code)
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed")

    async def test_a_wrong_check_character_has_its_own_code(self) -> None:
        answer = await self.add(self.party, credit_code=CODE[:17] + "4")
        assert answer.status_code == 422
        assert answer.json()["code"] == "double_reporting.wrong_check_character"

    async def test_a_code_stands_once(self) -> None:
        await a_unit(self.database, self.community, code=CODE)
        answer = await self.add(self.party)
        assert answer.status_code == 409
        assert answer.json()["code"] == "double_reporting.work_unit_exists"

    async def test_it_is_there_and_audited(self) -> None:
        answer = await self.add(self.party)
        assert answer.status_code == 201
        shown = await self.http.get(answer.headers["location"], headers=as_admin(self.party))
        assert shown.json() == answer.json()
        assert shown.headers["etag"] == answer.headers["etag"] == '"1"'
        async with self.database.transaction() as session:
            entry = (await session.scalars(select(AuditEntry))).one()
        assert (entry.action, str(entry.subject_id)) == ("work_unit.added", shown.json()["id"])


class TestReadWorkUnits(Units):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.get(None)).status_code == 401

    async def test_a_handler_may_not(self) -> None:
        handler = await staff(self.database, self.community, Role.HANDLER)
        assert (await self.get(handler)).status_code == 403
        assert (await self.get(handler, f"/{uuid4()}")).status_code == 403

    async def test_an_unknown_one_is_not_found(self) -> None:
        assert (await self.get(self.worker, f"/{uuid4()}")).status_code == 404

    async def test_by_words_by_code_and_by_community_in_pages(self) -> None:
        school = await a_unit(self.database, self.community)
        await a_unit(self.database, self.community, name="云山医院")

        async def names(**query: str) -> list[str]:
            answer = await self.get(self.worker, **query)
            return [item["name"] for item in answer.json()["items"]]

        assert await names(q="小学") == ["云桥小学"]
        assert await names(credit_code=school.credit_code) == ["云桥小学"]
        assert await names(community_id=str(self.community)) == ["云桥小学", "云山医院"]
        page = (await self.get(self.worker, limit="1")).json()
        assert await names(cursor=page["next_cursor"]) == ["云山医院"]
        assert (await self.get(self.worker, colour="red")).status_code == 422


class TestReviseWorkUnit(Units):
    async def put(
        self, by: UUID | None, unit: WorkUnit, tag: str | None = '"1"', **fields: object
    ) -> Response:
        body = {"name": "云桥中学", "credit_code": CODE, "community_id": str(self.community)}
        headers = as_admin(by) | ({} if tag is None else {"If-Match": tag})
        path = f"/admin/v1/work-units/{unit.id}"
        return await self.http.put(path, json=body | fields, headers=headers)

    async def test_who_may_not(self) -> None:
        unit = await a_unit(self.database, self.community)
        assert (await self.put(None, unit)).status_code == 401
        assert (await self.put(self.worker, unit)).status_code == 403
        elsewhere = await a_community(self.database)
        foreign = await a_unit(self.database, elsewhere)
        assert (await self.put(self.party, foreign)).status_code == 403
        assert (await self.put(self.party, unit, community_id=str(elsewhere))).status_code == 403

    async def test_the_version_is_needed_and_must_be_the_newest(self) -> None:
        unit = await a_unit(self.database, self.community)
        assert (await self.put(self.party, unit, None)).status_code == 428
        assert (await self.put(self.party, unit, '"7"')).status_code == 412
        answer = await self.put(self.party, unit)
        assert (answer.status_code, answer.headers["etag"]) == (200, '"2"')
        assert (await self.put(self.party, unit)).status_code == 412

    async def test_a_wrong_check_character_or_the_code_of_another(self) -> None:
        unit, other = (
            await a_unit(self.database, self.community),
            await a_unit(self.database, self.community),
        )
        assert (await self.put(self.party, unit, credit_code=CODE[:17] + "5")).status_code == 422
        answer = await self.put(self.party, unit, credit_code=other.credit_code)
        assert answer.json()["code"] == "double_reporting.work_unit_exists"

    async def test_it_is_found_by_its_new_name(self) -> None:
        unit = await a_unit(self.database, self.community)
        await self.put(self.party, unit)
        assert len((await self.get(self.party, q="中学")).json()["items"]) == 1
        assert (await self.get(self.party, q="小学")).json()["items"] == []


class TestImportWorkUnits(Units):
    async def send(self, by: UUID | None, sheet: str | bytes) -> Response:
        body = sheet if isinstance(sheet, bytes) else sheet.encode()
        headers = as_admin(by) | {"Content-Type": "text/csv"}
        return await self.http.post("/admin/v1/work-units/imports", content=body, headers=headers)

    async def line(self, name: str = "云桥小学", code: str = CODE) -> str:
        return f"{name},{code},云桥路1号,{await short_number(self.database, self.community)}\n"

    async def test_who_may_not(self) -> None:
        assert (await self.send(None, HEADER)).status_code == 401
        assert (await self.send(self.worker, HEADER)).status_code == 403

    @pytest.mark.parametrize(
        ("line", "column", "code"),
        [
            ("甲,91350100M000100Y4,,1", "credit_code", "bad_code"),
            (f"甲,{CODE[:17]}4,,1", "credit_code", "wrong_check_character"),
            (f"=1+1,{CODE},,1", "name", "formula"),
            (f"甲,{CODE},@SUM(A1),1", "address", "formula"),
            (f"甲,{CODE},,999999999", "community", "unknown_community"),
            (f"甲,{CODE},,", "community", "not_yours"),
            (f",{CODE},,1", "name", "missing"),
            (f"甲,{CODE}", "community", "not_yours"),
            (f"甲,{CODE},,1,1", "", "ragged_line"),
        ],
    )
    async def test_one_bad_line_is_told_and_nothing_is_written(
        self, line: str, column: str, code: str
    ) -> None:
        sheet = HEADER + await self.line("云山医院", a_code()) + line + "\n"
        answer = await self.send(self.party, sheet)
        assert (answer.status_code, answer.json()["code"]) == (422, "sheet_refused")
        assert faults(answer) == [(3, column, code)]
        assert CODE not in answer.text
        assert await self.count() == 0

    async def test_a_code_twice_is_repeated(self) -> None:
        answer = await self.send(self.party, HEADER + await self.line() * 2)
        assert faults(answer) == [(3, "credit_code", "repeated")]

    async def test_a_missing_column_is_told(self) -> None:
        answer = await self.send(self.party, "单位名称,地址\n云桥小学,云桥路1号\n")
        assert faults(answer) == [(1, "credit_code", "missing_column")]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030"])
    async def test_as_spreadsheets_write_it(self, encoding: str) -> None:
        answer = await self.send(self.party, (HEADER + await self.line()).encode(encoding))
        assert counts(answer) == (1, 0, 0)
        items = (await self.get(self.party, q="云桥")).json()["items"]
        assert [item["name"] for item in items] == ["云桥小学"]

    async def test_full_width_and_small_letters_mean_the_same(self) -> None:
        answer = await self.send(self.party, HEADER + await self.line(code=CODE.lower()))
        assert answer.json()["created"] == 1

    async def test_the_same_again_changes_nothing_and_a_new_name_is_taken(self) -> None:
        await self.send(self.party, HEADER + await self.line())
        again = await self.send(self.party, HEADER + await self.line())
        assert counts(again) == (0, 0, 1)
        renamed = await self.send(self.party, HEADER + await self.line("云桥中学"))
        assert counts(renamed) == (0, 1, 0)
        [item] = (await self.get(self.party, credit_code=CODE)).json()["items"]
        assert (item["name"], item["version"]) == ("云桥中学", 2)

    async def test_nobody_takes_a_unit_away_from_another_community(self) -> None:
        await a_unit(self.database, await a_community(self.database), code=CODE)
        answer = await self.send(self.party, HEADER + await self.line())
        assert answer.json()["lines"][0]["code"] == "not_yours"

    async def test_fifty_thousand_lines_at_once_and_not_one_more(self) -> None:
        root = await granted(self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
        lines = [f"单位,{a_code()}" for _ in range(50_000)]
        sheet, path = ["name,credit_code", *lines], "/admin/v1/work-units/imports"
        more, headers = [*sheet, f"单位,{a_code()}"], as_admin(root)
        refused = (await imported(self.http, self.database, path, more, headers)).json()
        assert (refused["status"], refused["refusal"]) == ("refused", "sheet_refused")
        assert refused["errors"][0]["code"] == "too_many_lines"
        assert await self.count() == 0
        with clock.frozen(clock.now() + IMPORTS_EVERY):
            answer = await imported(self.http, self.database, path, sheet, headers)
        assert counts(answer) == (50_000, 0, 0)
