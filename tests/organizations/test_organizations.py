"""/v1/party-organizations and /admin/v1/party-organizations"""

from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import func, select

from app.communities.models import Role, ScopeKind
from app.kernel.database.engine import Database
from app.kernel.privacy.audit import AuditEntry
from app.organizations.models import OrganizationKind, PartyOrganization
from app.organizations.organizations.placing import MAX_DEPTH
from tests.client import as_, as_admin
from tests.factories import a_community, a_user, granted, staff
from tests.organizations.units import a_unit, an_organization, short_number
from tests.sheets import counts, faults, imported

K = OrganizationKind
ADMIN = "/admin/v1/party-organizations"
HEADER = "组织名称,组织类型,上级组织,统一社会信用代码,社区编号\n"


class Organizations:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.party = await staff(database, self.community, Role.PARTY_ADMIN)
        self.worker = await staff(database, self.community)
        self.unit = await a_unit(database, self.community)

    async def get(self, by: UUID | None, path: str = "", **query: str) -> Response:
        return await self.http.get(ADMIN + path, params=query, headers=as_admin(by))


class TestAddOrganization(Organizations):
    async def add(self, by: UUID | None, **fields: object) -> Response:
        body = {"kind": "branch", "name": "云桥小学党支部", "work_unit_id": str(self.unit.id)}
        headers = as_admin(by, "organization-1")
        return await self.http.post(ADMIN, json=body | fields, headers=headers)

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.add(None)).status_code == 401

    async def test_a_worker_may_not(self) -> None:
        assert (await self.add(self.worker)).status_code == 403

    async def test_of_a_unit_of_others_it_is_forbidden(self) -> None:
        foreign = await a_unit(self.database, await a_community(self.database))
        assert (await self.add(self.party, work_unit_id=str(foreign.id))).status_code == 403

    @pytest.mark.parametrize(
        "fields", [{"work_unit_id": None}, {"kind": "party"}, {"community_id": str(uuid4())}]
    )
    async def test_malformed(self, fields: dict[str, object]) -> None:
        answer = await self.add(self.party, **fields)
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed")

    @pytest.mark.parametrize("field", ["work_unit_id", "parent_id"])
    async def test_unknown_references(self, field: str) -> None:
        answer = await self.add(self.party, **{field: str(uuid4())})
        assert (answer.status_code, answer.json()["code"]) == (422, "unknown_reference")

    async def test_a_group_stands_in_a_branch_alone(self) -> None:
        committee = await an_organization(self.database, self.unit, kind=K.COMMITTEE)
        for parent in (None, str(committee.id)):
            answer = await self.add(self.party, kind="group", parent_id=parent)
            assert answer.status_code == 422
            assert answer.json()["code"] == "double_reporting.organization_misplaced"

    async def test_the_tree_has_an_end(self) -> None:
        above = None
        for _ in range(MAX_DEPTH):
            above = await an_organization(self.database, self.unit, kind=K.COMMITTEE, parent=above)
        assert above is not None
        answer = await self.add(self.party, parent_id=str(above.id))
        assert answer.json()["code"] == "double_reporting.organization_misplaced"

    async def test_the_same_name_at_the_same_place_is_a_conflict(self) -> None:
        await an_organization(self.database, self.unit)
        answer = await self.add(self.party)
        assert answer.status_code == 409
        assert answer.json()["code"] == "double_reporting.organization_exists"

    async def test_it_stands_below_one_of_somebody_else_and_is_audited(self) -> None:
        foreign = await a_unit(self.database, await a_community(self.database))
        above = await an_organization(self.database, foreign, kind=K.COMMITTEE)
        answer = await self.add(self.party, parent_id=str(above.id))
        assert answer.status_code == 201
        assert answer.json()["path"] == [str(above.id), answer.json()["id"]]
        shown = await self.http.get(answer.headers["location"], headers=as_admin(self.worker))
        assert (shown.json(), shown.headers["etag"]) == (answer.json(), '"1"')
        async with self.database.transaction() as session:
            entry = (await session.scalars(select(AuditEntry))).one()
        assert entry.action == "party_organization.added"


class TestReadOrganizations(Organizations):
    async def test_who_may_not(self) -> None:
        handler = await staff(self.database, self.community, Role.HANDLER)
        assert (await self.get(None)).status_code == 401
        assert (await self.get(handler)).status_code == 403
        assert (await self.get(self.worker, f"/{uuid4()}")).status_code == 404

    async def test_residents_find_them_by_the_name_of_the_unit(self) -> None:
        committee = await an_organization(
            self.database, self.unit, name="第一党委", kind=K.COMMITTEE
        )
        await an_organization(self.database, self.unit, name="第二支部", parent=committee)
        await an_organization(self.database, self.community, name="云桥社区党委", kind=K.COMMITTEE)
        me = await a_user(self.database)

        async def names(**query: str) -> list[str]:
            path = "/v1/party-organizations"
            answer = await self.http.get(path, params=query, headers=as_(me))
            return [item["name"] for item in answer.json()["items"]]

        assert await names(q="小学") == ["第一党委", "第二支部"]
        assert await names(q="社区") == ["云桥社区党委"]
        assert await names(parent_id=str(committee.id)) == ["第二支部"]
        assert (await self.http.get("/v1/party-organizations")).status_code == 401

    async def test_staff_filter_by_home(self) -> None:
        await an_organization(self.database, self.unit)
        await an_organization(self.database, self.community, name="云桥社区党委")
        for query, name in (
            ({"work_unit_id": str(self.unit.id)}, "云桥小学党支部"),
            ({"community_id": str(self.community)}, "云桥社区党委"),
        ):
            items = (await self.get(self.worker, **query)).json()["items"]
            assert [item["name"] for item in items] == [name]


class TestReviseOrganization(Organizations):
    async def put(
        self, by: UUID | None, row: PartyOrganization, tag: str | None = '"1"', **fields: object
    ) -> Response:
        body = {"kind": "branch", "name": "新名党支部", "work_unit_id": str(self.unit.id)}
        headers = as_admin(by) | ({} if tag is None else {"If-Match": tag})
        return await self.http.put(f"{ADMIN}/{row.id}", json=body | fields, headers=headers)

    async def test_who_may_not(self) -> None:
        row = await an_organization(self.database, self.unit)
        assert (await self.put(None, row)).status_code == 401
        assert (await self.put(self.worker, row)).status_code == 403
        foreign = await a_unit(self.database, await a_community(self.database))
        theirs = await an_organization(self.database, foreign)
        assert (await self.put(self.party, theirs)).status_code == 403
        assert (await self.put(self.party, row, work_unit_id=str(foreign.id))).status_code == 403

    async def test_the_place_in_the_tree_is_not_written(self) -> None:
        row = await an_organization(self.database, self.unit)
        answer = await self.put(self.party, row, parent_id=str(uuid4()))
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed")

    async def test_the_version_is_needed_and_must_be_the_newest(self) -> None:
        row = await an_organization(self.database, self.unit)
        assert (await self.put(self.party, row, None)).status_code == 428
        answer = await self.put(self.party, row)
        assert (answer.status_code, answer.headers["etag"]) == (200, '"2"')
        assert (await self.put(self.party, row)).status_code == 412

    async def test_a_kind_must_fit_what_is_below(self) -> None:
        row = await an_organization(self.database, self.unit)
        await an_organization(self.database, self.unit, parent=row, kind=K.GROUP)
        answer = await self.put(self.party, row, kind="general_branch")
        assert answer.json()["code"] == "double_reporting.organization_misplaced"


class TestImportOrganizations(Organizations):
    async def send(self, by: UUID | None, sheet: str) -> Response:
        headers = as_admin(by) | {"Content-Type": "text/csv"}
        return await self.http.post(f"{ADMIN}/imports", content=sheet.encode(), headers=headers)

    async def count(self) -> int:
        async with self.database.transaction() as session:
            return await session.scalar(select(func.count()).select_from(PartyOrganization)) or 0

    async def sheet(self, *fields: str) -> str:
        """Rows of a group, its branch and those above it, from the bottom up."""
        code, number = self.unit.credit_code, await short_number(self.database, self.community)
        lines = [
            f"第一党小组,党小组,云桥小学党支部,{code},",
            f"云桥小学党支部,党支部,云桥社区党委,{code},",
            f"云桥社区党委,党委,,,{number}",
            *fields,
        ]
        return HEADER + "\n".join(lines) + "\n"

    async def test_who_may_not(self) -> None:
        assert (await self.send(None, HEADER)).status_code == 401
        assert (await self.send(self.worker, HEADER)).status_code == 403

    async def test_the_tree_is_built_in_any_order_and_again_changes_nothing(self) -> None:
        answer = await self.send(self.party, await self.sheet())
        assert counts(answer) == (3, 0, 0)
        again = await self.send(self.party, await self.sheet())
        assert counts(again) == (0, 0, 3)
        items = (await self.get(self.worker, q="党小组")).json()["items"]
        assert [len(item["path"]) for item in items] == [3]

    async def test_another_kind_is_taken_over_by_the_same_row(self) -> None:
        await self.send(self.party, await self.sheet())
        answer = await self.send(self.party, (await self.sheet()).replace("委,党委", "委,党工委"))
        assert counts(answer) == (0, 1, 2)

    @pytest.mark.parametrize(
        ("line", "column", "code"),
        [
            ("甲,党派,,{code},", "kind", "unknown_kind"),
            ("甲,党支部,,{wrong},", "credit_code", "wrong_check_character"),
            ("甲,党支部,,91110000600037341L,", "credit_code", "unknown_unit"),
            ("甲,党支部,,,999999999", "community", "unknown_community"),
            ("甲,党支部,,,", "credit_code", "one_of_unit_and_community"),
            ("甲,党支部,乙,{code},", "parent", "unknown_parent"),
            ("甲,党支部,甲,{code},", "parent", "circular"),
            ("甲,党小组,云桥社区党委,{code},", "kind", "misplaced"),
            ("=甲,党支部,,{code},", "name", "formula"),
            ("第一党小组,党小组,云桥小学党支部,{code},", "name", "repeated"),
        ],
    )
    async def test_one_bad_line_and_nothing_is_written(
        self, line: str, column: str, code: str
    ) -> None:
        sound = self.unit.credit_code
        wrong = sound[:17] + ("0" if sound[17] != "0" else "1")
        sheet = await self.sheet(line.format(code=sound, wrong=wrong))
        answer = await self.send(self.party, sheet)
        assert (answer.status_code, answer.json()["code"]) == (422, "sheet_refused")
        assert faults(answer) == [(5, column, code)]
        assert await self.count() == 0

    async def test_of_several_parents_by_a_name_the_one_of_the_unit_is_meant(self) -> None:
        other = await a_unit(self.database, self.community, name="云山医院")
        lines = [
            f"{name},{kind},{parent},{unit.credit_code},"
            for unit in (self.unit, other)
            for name, kind, parent in (("党委", "党委", ""), ("一支部", "党支部", "党委"))
        ]
        sheet = HEADER + "\n".join(lines) + "\n"
        assert (await self.send(self.party, sheet)).json()["created"] == 4
        number = await short_number(self.database, self.community)
        answer = await self.send(self.party, f"{HEADER}社区支部,党支部,党委,,{number}\n")
        assert answer.json()["lines"][0]["code"] == "ambiguous_parent"

    async def test_a_unit_of_another_community_is_not_yours(self) -> None:
        foreign = await a_unit(self.database, await a_community(self.database))
        answer = await self.send(self.party, f"{HEADER}甲,党支部,,{foreign.credit_code},\n")
        assert faults(answer) == [(2, "", "not_yours")]

    async def test_a_missing_column_is_told(self) -> None:
        answer = await self.send(self.party, "组织名称\n甲\n")
        assert faults(answer) == [(1, "kind", "missing_column")]

    async def test_fifty_thousand_branches_below_one_committee(self) -> None:
        root = await granted(self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
        code = self.unit.credit_code
        lines = [f"第{n}党支部,branch,总党委,{code}" for n in range(49_999)]
        sheet = ["name,kind,parent,credit_code", *lines, f"总党委,committee,,{code}"]
        path = "/admin/v1/party-organizations/imports"
        answer = await imported(self.http, self.database, path, sheet, as_admin(root))
        assert counts(answer) == (50_000, 0, 0)
