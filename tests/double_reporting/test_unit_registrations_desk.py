"""/admin/v1/communities/{community_id}/unit-registrations: review, and acts of the desk."""

from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Role, ScopeKind
from app.double_reporting.models import UnitRegistration, UnitRegistrationStatus
from app.kernel.database.engine import Database
from app.kernel.jobs.events import EventRow
from tests.audit import audited
from tests.client import as_admin
from tests.double_reporting.units import a_unit_registration
from tests.factories import a_community, granted, staff
from tests.organizations.units import a_liaison, a_unit, an_organization

S = UnitRegistrationStatus
SHEET = {
    "headcount_of_members": 18,
    "services_offered": "周末开放操场",
    "liaison_name": "陈兰",
    "liaison_phone": "+86 10 0000 0002",
    "witness": "王芳",
}
WHY = {"reason": "人数有误"}
BODIES: dict[str, object] = {
    "return": WHY,
    "approve": None,
    "decline": WHY,
    "end": WHY,
    "withdraw": {"witness": "王芳"},
    "submit": SHEET,
}
FROM = {
    "return": {S.SUBMITTED},
    "approve": {S.SUBMITTED},
    "decline": {S.SUBMITTED},
    "end": {S.APPROVED},
    "withdraw": {S.SUBMITTED, S.RETURNED},
    "submit": {S.RETURNED},
}
TO = {
    "return": S.RETURNED,
    "approve": S.APPROVED,
    "decline": S.DECLINED,
    "end": S.ENDED,
    "withdraw": S.WITHDRAWN,
    "submit": S.SUBMITTED,
}


class Desk:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.party = await staff(database, self.community, Role.PARTY_ADMIN)
        self.worker = await staff(database, self.community)
        elsewhere = await a_community(database)
        self.outsider = await staff(database, elsewhere, Role.PARTY_ADMIN)
        self.unit = await a_unit(database, self.community)
        self.organization = await an_organization(database, self.unit)

    @property
    def path(self) -> str:
        return f"/admin/v1/communities/{self.community}/unit-registrations"

    async def get(self, by: UUID | None, path: str = "", **query: str) -> Response:
        return await self.http.get(self.path + path, params=query, headers=as_admin(by))

    async def register(self, by: UUID | None, **fields: object) -> Response:
        body = SHEET | {"on_behalf_of": str(self.organization.id)} | fields
        return await self.http.post(self.path, json=body, headers=as_admin(by, "desk-00001"))

    async def act(
        self, by: UUID | None, row: UnitRegistration, verb: str, body: object = None
    ) -> Response:
        path = f"{self.path}/{row.id}/{verb}"
        return await self.http.post(path, json=body, headers=as_admin(by))

    async def a_registration(
        self, status: UnitRegistrationStatus = S.SUBMITTED
    ) -> UnitRegistration:
        return await a_unit_registration(self.database, self.community, self.organization, status)


class TestRegisterUnit(Desk):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.register(None)).status_code == 401

    async def test_outsiders_find_nothing_and_workers_may_not(self) -> None:
        assert (await self.register(self.outsider)).status_code == 404
        assert (await self.register(self.worker)).status_code == 403

    @pytest.mark.parametrize("fields", [{"witness": None}, {"channel": "self"}])
    async def test_malformed(self, fields: dict[str, object]) -> None:
        assert (await self.register(self.party, **fields)).status_code == 422

    async def test_an_unknown_organization(self) -> None:
        answer = await self.register(self.party, on_behalf_of=str(uuid4()))
        assert (answer.status_code, answer.json()["code"]) == (422, "unknown_reference")

    async def test_of_a_unit_that_sits_elsewhere(self) -> None:
        unit = await a_unit(self.database, await a_community(self.database))
        foreign = await an_organization(self.database, unit)
        answer = await self.register(self.party, on_behalf_of=str(foreign.id))
        assert answer.json()["code"] == "double_reporting.unit_sits_elsewhere"

    async def test_one_live_registration(self) -> None:
        await self.a_registration()
        answer = await self.register(self.party)
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "double_reporting.unit_registered",
        )

    async def test_it_is_there_with_its_witness_and_audited(self) -> None:
        answer = await self.register(self.party, channel="paper")
        assert answer.status_code == 201
        shown = await self.http.get(answer.headers["location"], headers=as_admin(self.party))
        assert (shown.json()["channel"], shown.json()["liaison_name"]) == ("paper", "陈**")
        names = {"community_name": "临里", "organization_name": self.organization.name}
        assert names.items() <= answer.json().items() <= shown.json().items()
        async with self.database.transaction() as session:
            row = (await session.scalars(select(UnitRegistration))).one()
            [entry] = await audited(self.database)
        assert (row.entered_by, row.witness) == (self.party, "王芳")
        assert (entry.action, entry.actor_id) == ("unit_registration.submitted", self.party)

    async def test_the_liaison_sees_what_the_desk_has_entered(self) -> None:
        answer = await self.register(self.party)
        liaison = await a_liaison(self.database, self.organization)
        path = f"/admin/v1/party-organizations/{self.organization.id}/unit-registrations"
        listed = await self.http.get(path, headers=as_admin(liaison))
        assert [item["id"] for item in listed.json()["items"]] == [answer.json()["id"]]


class TestReadUnitRegistrations(Desk):
    async def test_who_may_not(self) -> None:
        row = await self.a_registration()
        for path in ("", f"/{row.id}"):
            assert (await self.get(None, path)).status_code == 401
            assert (await self.get(self.outsider, path)).status_code == 404
            assert (await self.get(self.worker, path)).status_code == 403
        assert (await self.get(self.party, f"/{uuid4()}")).status_code == 404

    async def test_in_order_by_status_and_masked(self) -> None:
        first = await self.a_registration(S.RETURNED)
        other = await an_organization(self.database, self.unit, name="第二党支部")
        second = await a_unit_registration(self.database, self.community, other)
        auditor = await staff(self.database, self.community, Role.AUDITOR)
        items = (await self.get(auditor)).json()["items"]
        assert [item["id"] for item in items] == [str(first.id), str(second.id)]
        assert [item["organization_name"] for item in items] == ["云桥小学党支部", "第二党支部"]
        assert {item["liaison_phone"] for item in items} == {"+**"}
        items = (await self.get(auditor, status="submitted")).json()["items"]
        assert [item["id"] for item in items] == [str(second.id)]
        assert (await self.get(auditor, status="lost")).status_code == 422


class TestMoveUnitRegistration(Desk):
    @pytest.mark.parametrize("verb", BODIES)
    async def test_who_may_not(self, verb: str) -> None:
        row = await self.a_registration()
        auditor = await staff(self.database, self.community, Role.AUDITOR)
        for by, status in ((None, 401), (self.outsider, 404), (self.worker, 403), (auditor, 403)):
            assert (await self.act(by, row, verb, BODIES[verb])).status_code == status

    @pytest.mark.parametrize("verb", [verb for verb, body in BODIES.items() if body])
    async def test_malformed(self, verb: str) -> None:
        row = await self.a_registration()
        assert (await self.act(self.party, row, verb, {})).status_code == 422

    @pytest.mark.parametrize("status", list(S))
    @pytest.mark.parametrize("verb", BODIES)
    async def test_from_each_state(self, verb: str, status: UnitRegistrationStatus) -> None:
        row = await self.a_registration(status)
        answer = await self.act(self.party, row, verb, BODIES[verb])
        if status in FROM[verb]:
            assert (answer.status_code, answer.json()["status"]) == (200, TO[verb])
        else:
            assert answer.status_code == 409
            assert answer.json()["code"] == "double_reporting.unit_registration_wrong_state"
            assert (answer.json()["state"], answer.json()["wanted"]) == (status, TO[verb])

    @pytest.mark.parametrize("verb", BODIES)
    async def test_each_move_is_audited_and_told_of(self, verb: str) -> None:
        row = await self.a_registration(min(FROM[verb]))
        await self.act(self.party, row, verb, BODIES[verb])
        async with self.database.transaction() as session:
            [entry] = await audited(self.database)
            event = (await session.scalars(select(EventRow))).one()
        assert (entry.community_id, entry.actor_id) == (self.community, self.party)
        assert event.read().payload == {"registration_id": str(row.id)}
        assert event.read().kind == f"double_reporting.unit_registration_{TO[verb]}"

    async def test_the_unit_reads_the_reason(self) -> None:
        row = await self.a_registration()
        assert (await self.act(self.party, row, "return", WHY)).json()["reason"] == "人数有误"

    async def test_nobody_approves_what_they_have_submitted_as_liaison(self) -> None:
        both = await a_liaison(self.database, self.organization)
        row = await self.a_registration()
        async with self.database.transaction() as session:
            key = {"community_id": self.community, "id": row.id}
            mine = await session.get_one(UnitRegistration, key)
            mine.entered_by = both
        await granted(self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM, user_id=both)
        assert (await self.act(both, row, "approve")).status_code == 403
        assert (await self.act(self.party, row, "approve")).status_code == 200


class TestUnitRegistrationNumber(Desk):
    async def test_anybody_checks_it_and_it_tells_of_nobody(self) -> None:
        row = await self.a_registration()
        number = (await self.act(self.party, row, "approve")).json()["number"]
        checked = (await self.http.get(f"/v1/documents/{number}")).json()
        assert (checked["kind"], checked["is_valid"]) == ("registration", True)
        assert "云桥小学" not in str(checked)

    async def test_after_the_end_it_is_good_no_more(self) -> None:
        row = await self.a_registration()
        number = (await self.act(self.party, row, "approve")).json()["number"]
        await self.act(self.party, row, "end", WHY)
        assert (await self.http.get(f"/v1/documents/{number}")).json()["is_valid"] is False


class TestRevealUnitContact(Desk):
    async def test_who_may_not(self) -> None:
        row = await self.a_registration()
        auditor = await staff(self.database, self.community, Role.AUDITOR)
        for by, status in ((None, 401), (self.outsider, 404), (self.worker, 403), (auditor, 403)):
            assert (await self.act(by, row, "reveal", WHY)).status_code == status
        assert (await self.act(self.party, row, "reveal", {})).status_code == 422

    async def test_it_is_read_with_a_reason_and_audited(self) -> None:
        row = await self.a_registration()
        answer = await self.act(self.party, row, "reveal", {"reason": "核对联系人"})
        assert answer.json() == {"liaison_name": "李敏", "liaison_phone": "+86 10 0000 0001"}
        entries = await audited(self.database)
        assert {entry.action for entry in entries} == {"sealed.revealed"}
        assert [entry.facts["fields"] for entry in entries] == ["liaison_name,liaison_phone"]
