"""Unit registrations by the unit's liaison: /admin/v1/party-organizations/{o}/unit-registrations"""

from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.double_reporting.models import UnitRegistration, UnitRegistrationStatus
from app.kernel.database.engine import Database
from app.kernel.jobs.events import EventRow
from app.kernel.privacy.audit import AuditEntry
from tests.client import as_admin
from tests.double_reporting.units import a_unit_registration
from tests.factories import a_community, staff
from tests.organizations.units import a_liaison, a_unit, an_organization

S = UnitRegistrationStatus
SHEET = {
    "headcount_of_members": 18,
    "services_offered": "周末开放操场，提供场地",
    "liaison_name": "李敏",
    "liaison_phone": "+86 10 0000 0001",
}


class OwnRegistrations:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.unit = await a_unit(database, self.community)
        self.organization = await an_organization(database, self.unit)
        self.liaison = await a_liaison(database, self.organization)
        other = await an_organization(database, self.unit, name="其他党支部")
        self.outsider = await a_liaison(database, other)

    @property
    def path(self) -> str:
        return f"/admin/v1/party-organizations/{self.organization.id}/unit-registrations"

    async def register(self, by: UUID | None, **fields: object) -> Response:
        body = SHEET | {"community_id": str(self.community)} | fields
        return await self.http.post(self.path, json=body, headers=as_admin(by, "register-1"))

    async def act(
        self, by: UUID | None, row: UnitRegistration, verb: str, body: object = None
    ) -> Response:
        return await self.http.post(f"{self.path}/{row.id}/{verb}", json=body, headers=as_admin(by))

    async def a_registration(self, status: UnitRegistrationStatus) -> UnitRegistration:
        return await a_unit_registration(self.database, self.community, self.organization, status)

    async def actions(self) -> list[tuple[UUID, str]]:
        query = select(AuditEntry).order_by(AuditEntry.id)
        async with self.database.transaction() as session:
            return [(row.community_id, row.action) for row in await session.scalars(query)]


class TestRegisterOwnUnit(OwnRegistrations):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.register(None)).status_code == 401

    async def test_the_liaison_of_another_organization_finds_nothing(self) -> None:
        assert (await self.register(self.outsider)).status_code == 404

    async def test_staff_of_the_community_are_no_liaisons(self) -> None:
        assert (await self.register(await staff(self.database, self.community))).status_code == 404

    @pytest.mark.parametrize(
        "fields",
        [
            {"headcount_of_members": 0},
            {"headcount_of_members": "18"},
            {"services_offered": ""},
            {"liaison_phone": "call me"},
            {"status": "approved"},
        ],
    )
    async def test_malformed(self, fields: dict[str, object]) -> None:
        answer = await self.register(self.liaison, **fields)
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed")

    async def test_only_where_the_unit_sits(self) -> None:
        for community in (await a_community(self.database), uuid4()):
            answer = await self.register(self.liaison, community_id=str(community))
            assert answer.status_code == 409
            assert answer.json()["code"] == "double_reporting.unit_sits_elsewhere"

    async def test_what_is_of_a_community_has_no_unit(self) -> None:
        self.organization = await an_organization(self.database, self.community, name="社区支部")
        liaison = await a_liaison(self.database, self.organization)
        answer = await self.register(liaison)
        assert answer.json()["code"] == "double_reporting.unit_sits_elsewhere"

    @pytest.mark.parametrize("status", [S.SUBMITTED, S.RETURNED, S.APPROVED])
    async def test_one_live_registration_in_a_community(
        self, status: UnitRegistrationStatus
    ) -> None:
        await self.a_registration(status)
        answer = await self.register(self.liaison)
        assert answer.status_code == 409
        assert answer.json()["code"] == "double_reporting.unit_registered"

    @pytest.mark.parametrize("status", [S.DECLINED, S.WITHDRAWN, S.ENDED])
    async def test_after_an_end_there_may_be_another(self, status: UnitRegistrationStatus) -> None:
        await a_unit_registration(self.database, self.community, self.organization, status)
        assert (await self.register(self.liaison)).status_code == 201

    async def test_it_is_submitted_and_stands_in_the_community_s_record(self) -> None:
        answer = await self.register(self.liaison)
        assert (answer.status_code, answer.json()["status"]) == (201, "submitted")
        shown = await self.http.get(answer.headers["location"], headers=as_admin(self.liaison))
        assert shown.json() == answer.json()
        assert await self.actions() == [(self.community, "unit_registration.submitted")]
        async with self.database.transaction() as session:
            event = (await session.scalars(select(EventRow))).one()
        assert (event.community_id, event.read().kind) == (
            self.community,
            "double_reporting.unit_registration_submitted",
        )
        assert event.read().payload == {"registration_id": answer.json()["id"]}

    async def test_whom_to_call_is_sealed_and_in_no_answer(self) -> None:
        answer = await self.register(self.liaison)
        assert "李敏" not in answer.text
        assert "0000" not in answer.text.replace(answer.json()["id"], "")
        async with self.database.transaction() as session:
            row = (await session.scalars(select(UnitRegistration))).one()
        assert "李敏".encode() not in row.liaison_name_sealed

    async def test_the_same_key_is_the_same_registration(self) -> None:
        first, again = await self.register(self.liaison), await self.register(self.liaison)
        assert (again.status_code, again.json()) == (201, first.json())
        assert again.headers["idempotent-replayed"] == "true"


class TestReadOwnUnitRegistrations(OwnRegistrations):
    async def test_who_may_not(self) -> None:
        row = await self.a_registration(S.SUBMITTED)
        for path in (self.path, f"{self.path}/{row.id}"):
            assert (await self.http.get(path)).status_code == 401
            answer = await self.http.get(path, headers=as_admin(self.outsider))
            assert answer.status_code == 404

    async def test_of_all_communities_newest_first_and_nobody_else_s(self) -> None:
        elsewhere = await a_community(self.database)
        old = await a_unit_registration(self.database, elsewhere, self.organization, S.ENDED)
        new = await self.a_registration(S.RETURNED)
        other = await an_organization(self.database, self.unit, name="别的党支部")
        theirs = await a_unit_registration(self.database, self.community, other)

        async def listed_ids(**query: str) -> list[str]:
            answer = await self.http.get(self.path, params=query, headers=as_admin(self.liaison))
            return [item["id"] for item in answer.json()["items"]]

        assert await listed_ids() == [str(new.id), str(old.id)]
        assert await listed_ids(status="ended") == [str(old.id)]
        answer = await self.http.get(f"{self.path}/{new.id}", headers=as_admin(self.liaison))
        assert answer.json()["reason"] == "请补充人数"
        foreign = await self.http.get(f"{self.path}/{theirs.id}", headers=as_admin(self.liaison))
        assert foreign.status_code == 404


BODIES: dict[str, object] = {"submit": SHEET, "withdraw": None, "end": {"reason": "单位迁走"}}
FROM = {"submit": {S.RETURNED}, "withdraw": {S.SUBMITTED, S.RETURNED}, "end": {S.APPROVED}}
TO = {"submit": S.SUBMITTED, "withdraw": S.WITHDRAWN, "end": S.ENDED}


class TestMoveOwnUnitRegistration(OwnRegistrations):
    @pytest.mark.parametrize("verb", BODIES)
    async def test_who_may_not(self, verb: str) -> None:
        row = await self.a_registration(S.SUBMITTED)
        assert (await self.act(None, row, verb, BODIES[verb])).status_code == 401
        assert (await self.act(self.outsider, row, verb, BODIES[verb])).status_code == 404

    @pytest.mark.parametrize("verb", ["submit", "end"])
    async def test_malformed(self, verb: str) -> None:
        row = await self.a_registration(S.SUBMITTED)
        assert (await self.act(self.liaison, row, verb, {})).status_code == 422

    @pytest.mark.parametrize("status", list(S))
    @pytest.mark.parametrize("verb", BODIES)
    async def test_from_each_state(self, verb: str, status: UnitRegistrationStatus) -> None:
        row = await self.a_registration(status)
        answer = await self.act(self.liaison, row, verb, BODIES[verb])
        if status in FROM[verb]:
            assert (answer.status_code, answer.json()["status"]) == (200, TO[verb])
        else:
            assert answer.status_code == 409
            assert answer.json()["code"] == "double_reporting.unit_registration_wrong_state"
            assert (answer.json()["state"], answer.json()["wanted"]) == (status, TO[verb])

    async def test_submitted_again_everything_is_new_and_the_answer_forgotten(self) -> None:
        row = await self.a_registration(S.RETURNED)
        answer = await self.act(self.liaison, row, "submit", SHEET)
        assert answer.json()["headcount_of_members"] == 18
        assert answer.json()["reason"] is answer.json()["decided_at"] is None
        assert await self.actions() == [(self.community, "unit_registration.resubmitted")]
