"""The rule of two persons, by which the second of two is another human as far as can be told."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.communities.administrator_grants import staff_in
from app.communities.errors import FirstPersonMayNoLonger, SecondPersonNeeded
from app.communities.models import Role, RoleGrant
from app.communities.two_persons import require_second_person
from app.identity.another_person import is_another_person, record_equipment
from app.identity.models import EquipmentKind, User, UserStatus
from app.kernel import clock
from app.kernel.database.engine import Database
from tests.factories import a_community, staff


class TwoPersons:
    @pytest.fixture(autouse=True)
    async def arrange(self, database: Database) -> None:
        self.database = database
        self.community = await a_community(database)
        self.first = await staff(database, self.community)
        self.second = await staff(database, self.community)

    async def equip(self, user: UUID, by: UUID, *, days_ago: int = 0) -> None:
        at = clock.now() - timedelta(days=days_ago)
        async with self.database.transaction() as session:
            record_equipment(session, user, EquipmentKind.LINK, by_id=by, now=at)

    async def are_two(self, first: UUID, second: UUID) -> bool:
        async with self.database.transaction() as session:
            return await is_another_person(session, first, second, clock.now())

    async def confirm(self) -> None:
        async with self.database.transaction() as session:
            second = await staff_in(session, self.community, self.second)
            assert second is not None
            await require_second_person(session, self.first, second, "ballot:certify")


class TestAnotherPerson(TwoPersons):
    async def test_two_colleagues_are_two(self) -> None:
        assert await self.are_two(self.first, self.second)
        assert not await self.are_two(self.first, self.first)

    async def test_an_account_and_who_equipped_it_are_one_for_thirty_days(self) -> None:
        await self.equip(self.second, self.first, days_ago=29)
        assert not await self.are_two(self.first, self.second)
        assert not await self.are_two(self.second, self.first)
        third = await staff(self.database, self.community)
        await self.equip(third, self.first, days_ago=31)
        assert await self.are_two(self.first, third)

    async def test_an_account_between_them_does_not_make_them_two(self) -> None:
        between = await staff(self.database, self.community)
        await self.equip(between, self.first)
        await self.equip(self.second, between)
        assert not await self.are_two(self.first, self.second)
        assert not await self.are_two(self.second, self.first)

    async def test_accounts_that_equip_each_other_are_asked_about_once(self) -> None:
        await self.equip(self.first, self.second)
        await self.equip(self.second, self.first)
        third = await staff(self.database, self.community)
        assert await self.are_two(self.first, third)


class TestSecondPerson(TwoPersons):
    async def test_a_colleague_confirms(self) -> None:
        await self.confirm()

    async def test_an_account_that_the_first_has_equipped_does_not(self) -> None:
        await self.equip(self.second, self.first)
        with pytest.raises(SecondPersonNeeded):
            await self.confirm()

    async def test_the_first_may_no_longer_after_their_grant_was_taken_away(self) -> None:
        async with self.database.transaction() as session:
            grant = (await session.scalars(select(RoleGrant).filter_by(user_id=self.first))).one()
            grant.valid_to = clock.now()
        with pytest.raises(FirstPersonMayNoLonger):
            await self.confirm()

    async def test_the_first_may_no_longer_in_another_role(self) -> None:
        async with self.database.transaction() as session:
            grant = (await session.scalars(select(RoleGrant).filter_by(user_id=self.first))).one()
            grant.role = Role.GRID_WORKER
        with pytest.raises(FirstPersonMayNoLonger):
            await self.confirm()

    async def test_the_first_may_no_longer_once_blocked(self) -> None:
        async with self.database.transaction() as session:
            (await session.get_one(User, self.first)).status = UserStatus.BLOCKED
        with pytest.raises(FirstPersonMayNoLonger):
            await self.confirm()
