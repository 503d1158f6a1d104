"""The list of members that a unit hands in: sealed, and its members are confirmed by it."""

from typing import Any
from uuid import UUID

import pytest
from httpx import Response
from sqlalchemy import text

from app.identity.models import Purpose, User
from tests.client import as_, as_admin
from tests.double_reporting.members import a_liaison
from tests.double_reporting.test_members import Members
from tests.factories import consented

LISTED = {"real_name": "王秀英", "phone": "138 0000 0009"}


class TestUnitList(Members):
    @pytest.fixture(autouse=True)
    async def a_unit(self, arrange: None) -> None:
        self.liaison = await a_liaison(self.database, self.organization)

    async def replace(self, by: UUID | None, *members: dict[str, Any]) -> Response:
        path = f"/admin/v1/party-organizations/{self.organization.id}/member-list"
        return await self.http.put(path, json={"members": members}, headers=as_admin(by))

    async def with_phone(self, phone: str) -> None:
        await consented(self.database, self.user, Purpose.PHONE)
        async with self.database.transaction() as session:
            user = await session.get_one(User, self.user)
            user.phone = phone

    async def register(self) -> dict[str, Any]:
        headers = as_(self.user, "member-01")
        answer = await self.http.post(self.path(), json=self.sheet(), headers=headers)
        assert answer.status_code == 201, answer.text
        shown: dict[str, Any] = answer.json()
        return shown

    async def test_who_may_not_is_told_in_order(self) -> None:
        assert (await self.replace(None, LISTED)).status_code == 401
        assert (await self.replace(self.party, LISTED)).status_code == 404
        assert (await self.replace(self.liaison, {"real_name": ""})).status_code == 422

    async def test_it_says_how_many_and_nobody(self) -> None:
        answer = await self.replace(self.liaison, LISTED, {"real_name": "李敏"})
        assert (answer.json()["count"], answer.json()["without_phone"]) == (2, 1)
        path = f"/admin/v1/party-organizations/{self.organization.id}/member-list"
        shown = await self.http.get(path, headers=as_admin(self.liaison))
        assert shown.json() == answer.json()
        async with self.database.transaction() as session:
            [row] = (await session.execute(text("SELECT t::text FROM unit_member_lists t"))).all()
        assert "王秀英" not in str(row)

    async def test_a_listed_member_is_confirmed_when_they_register(self) -> None:
        """Each member waited for a hand, although the unit had handed in its list."""
        await self.replace(self.liaison, LISTED)
        await self.with_phone("+8613800000009")
        shown = await self.register()
        assert (shown["status"], shown["verify_method"]) == ("active", "unit_list")
        check = await self.http.get(f"/v1/documents/{shown['receipt_number']}")
        assert check.json()["is_valid"] is True
        assert await self.message_kinds() == ["double_reporting.registration_active"]

    @pytest.mark.parametrize("phone", [None, "+8613800000008"])
    async def test_a_name_alone_confirms_nobody(self, phone: str | None) -> None:
        await self.replace(self.liaison, LISTED, {"real_name": "王秀英"})
        if phone is not None:
            await self.with_phone(phone)
        assert (await self.register())["status"] == "submitted"

    async def test_an_emptied_list_confirms_nobody(self) -> None:
        await self.replace(self.liaison, LISTED)
        assert (await self.replace(self.liaison)).json()["count"] == 0
        await self.with_phone("+8613800000009")
        assert (await self.register())["status"] == "submitted"
