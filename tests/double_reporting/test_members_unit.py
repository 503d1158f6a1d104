"""Member registrations as the unit's liaison handles them, and the one file that opens them."""

import re
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest
from httpx import Response

from app.double_reporting.models import MemberRegistration, MemberRegistrationStatus
from tests.client import as_admin
from tests.double_reporting.members import a_liaison, a_registration, an_organization
from tests.double_reporting.test_members_review import WHY, Review
from tests.factories import (
    a_community,
    a_person,
    joined,
)
from tests.now import NOW

S = MemberRegistrationStatus


class TestLiaison(Review):
    @pytest.fixture(autouse=True)
    async def a_unit(self, arrange: None) -> None:
        self.liaison = await a_liaison(self.database, self.committee)
        self.other_unit = await an_organization(self.database, self.community)
        self.stranger = await a_liaison(self.database, self.other_unit)

    def unit(self, organization_id: UUID, rest: str = "") -> str:
        return f"/admin/v1/party-organizations/{organization_id}/members{rest}"

    async def members(self, by: UUID | None, organization_id: UUID, **query: Any) -> Response:
        query = {"community_id": str(self.community)} | query
        path = self.unit(organization_id)
        return await self.http.get(path, params=query, headers=as_admin(by))

    async def act(self, by: UUID | None, organization_id: UUID, id_: str, verb: str) -> Response:
        body = {"end": WHY, "confirm": None, "reveal": {"fields": ["real_name"]} | WHY}[verb]
        path = self.unit(organization_id, f"/{self.community}/{id_}/{verb}")
        return await self.http.post(path, json=body, headers=as_admin(by))

    async def test_sees_own_members_and_those_below_and_nobody_else_s(self) -> None:
        mine = await self.registered()
        self.me = await self.person()
        await a_registration(self.database, self.me, self.other_unit.id)
        page = await self.members(self.liaison, self.committee.id)
        assert [item["id"] for item in page.json()["items"]] == [mine]
        assert page.json()["items"][0]["real_name"] == "王**"
        assert len((await self.members(self.liaison, self.branch.id)).json()["items"]) == 1
        empty = await self.members(self.liaison, self.committee.id, status="ended")
        assert empty.json()["items"] == []

    async def test_pages_are_in_order_and_whole_whatever_else_is_registered(self) -> None:
        """Organization and instants are sealed: the list opens all rows of the community."""
        mine = []
        for n in shuffled(23):
            self.me = await self.person()
            organization = self.branch if n % 2 else self.other_unit
            at = NOW + timedelta(minutes=n // 4)  # Some are of the same instant.
            row = await a_registration(
                self.database, self.me, organization.id, submitted_at=at, on_paper=True
            )
            if organization is self.branch:
                mine.append((at, str(row.id)))
        seen: list[str] = []
        cursor = None
        while cursor is not None or not seen:
            query = {"limit": 4} | ({"cursor": cursor} if cursor else {})
            page = (await self.members(self.liaison, self.committee.id, **query)).json()
            seen += [item["id"] for item in page["items"]]
            cursor = page["next_cursor"]
        assert seen == [id_ for _, id_ in sorted(mine)]

    async def test_of_another_unit_or_above_finds_nothing(self) -> None:
        id_ = await self.registered()
        assert (await self.members(None, self.committee.id)).status_code == 401
        below = await a_liaison(self.database, self.branch)
        for by, organization in (
            (self.stranger, self.committee),
            (below, self.committee),
            (self.party, self.committee),
            (self.liaison, self.other_unit),
        ):
            assert (await self.members(by, organization.id)).status_code == 404
            for verb in ("confirm", "end", "reveal"):
                assert (await self.act(by, organization.id, id_, verb)).status_code == 404
        malformed = await self.members(self.liaison, self.committee.id, community_id="")
        assert malformed.status_code == 422

    async def test_another_unit_s_member_is_not_there(self) -> None:
        id_ = await self.registered()
        assert (await self.members(self.stranger, self.other_unit.id)).json()["items"] == []
        for verb in ("confirm", "end", "reveal"):
            answer = await self.act(self.stranger, self.other_unit.id, id_, verb)
            assert answer.status_code == 404, verb

    async def test_in_another_community_they_are_not_there(self) -> None:
        await self.registered()
        elsewhere = str(await a_community(self.database))
        page = await self.members(self.liaison, self.committee.id, community_id=elsewhere)
        assert page.json()["items"] == []

    async def test_confirms_a_member_once(self) -> None:
        id_ = await self.registered()
        answer = await self.act(self.liaison, self.branch.id, id_, "confirm")
        assert (answer.status_code, answer.json()["verify_method"]) == (200, "unit_liaison")
        assert (await self.act(self.liaison, self.branch.id, id_, "confirm")).status_code == 409
        assert await self.audited() == [("registration.approved", self.community, {})]
        assert await self.message_kinds() == ["double_reporting.registration_active"]

    async def test_does_not_confirm_themselves(self) -> None:
        own = await joined(self.database, a_person(self.community, self.liaison))
        row = await a_registration(self.database, own, self.branch.id)
        answer = await self.act(self.liaison, self.branch.id, str(row.id), "confirm")
        assert answer.status_code == 403

    async def test_ends_it_with_a_reason(self) -> None:
        id_ = await self.registered(S.ACTIVE)
        answer = await self.act(self.liaison, self.committee.id, id_, "end")
        assert (answer.json()["status"], answer.json()["end_reason"]) == ("ended", WHY["reason"])
        assert await self.message_kinds() == ["double_reporting.registration_ended"]

    async def test_reads_the_name_of_an_own_member_under_audit(self) -> None:
        id_ = await self.registered()
        answer = await self.act(self.liaison, self.committee.id, id_, "reveal")
        assert answer.json()["real_name"] == "王秀英"
        [(action, community_id, _)] = await self.audited()
        assert (action, community_id) == ("sealed.revealed", self.community)

    async def test_whose_consent_is_gone_is_found_no_more(self) -> None:
        id_ = await self.registered(S.ACTIVE)
        async with self.database.transaction() as session:
            key = (self.community, UUID(id_))
            await session.delete(await session.get_one(MemberRegistration, key))
        assert (await self.members(self.liaison, self.committee.id)).json()["items"] == []
        assert (await self.act(self.liaison, self.branch.id, id_, "end")).status_code == 404


def shuffled(count: int) -> list[int]:
    numbers = list(range(count))
    Random(7).shuffle(numbers)
    return numbers


def test_what_is_sealed_is_opened_in_one_file() -> None:
    root = Path(__file__).parents[2] / "app"
    sealed = re.compile(
        r"MemberRegistration\."
        r"(person|proceedings_json|organization|real_name|contact|offer)\b"
    )
    files = {path.name for path in root.rglob("*.py") if sealed.search(path.read_text())}
    # Queries and the home screen use the index of the person, and open nothing.
    assert files == {"membership.py", "queries.py", "hot.py"}
