"""A residence claim as its reviewer sees it, and who may not decide it"""

from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response

from app.communities.models import (
    Channel,
    Participant,
    PlaceKind,
    ResidenceClaim,
    Role,
    ScopeKind,
)
from app.identity.another_person import record_equipment
from app.identity.models import Administrator, EquipmentKind, User
from app.kernel import clock
from app.kernel.database.engine import Database
from tests.client import as_admin
from tests.factories import (
    a_claim,
    a_community,
    a_participant,
    a_person_without_phone,
    a_place,
    granted,
    on_register,
    saved,
    staff,
)
from tests.now import NOW

PHONE = "+8613800000001"
OTHER = "+8613800000002"


class Review:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.here = await a_community(database)
        self.worker = await staff(database, self.here)
        self.grid = await a_place(database, self.here, name="一网格", kind=PlaceKind.GRID)
        building = await a_place(database, self.here, name="3栋", parent=self.grid)
        self.home = await a_place(
            database, self.here, name="502", kind=PlaceKind.HOUSEHOLD, parent=building
        )
        self.person = await a_participant(database, self.here)

    async def a_grid_worker(self, user_id: UUID | None = None) -> UUID:
        return await granted(
            *(self.database, Role.GRID_WORKER, ScopeKind.PLACE, self.grid.id, self.here, user_id)
        )

    async def review(self, claim: ResidenceClaim, by: UUID | None = None) -> dict[str, Any]:
        path = f"/admin/v1/communities/{self.here}/residence-claims/{claim.id}"
        answer = await self.http.get(path, headers=as_admin(by or self.worker))
        assert answer.status_code == 200, answer.text
        shown: dict[str, Any] = answer.json()
        return shown

    async def act(self, by: UUID, claim: ResidenceClaim, verb: str) -> Response:
        path = f"/admin/v1/communities/{self.here}/residence-claims/{claim.id}/{verb}"
        body = {} if verb == "approve" else {"reason": "核对登记册"}
        return await self.http.post(path, json=body, headers=as_admin(by))

    async def entered(self, by: UUID, *, approved: bool = False) -> ResidenceClaim:
        """Creates a claim that this account has entered at the desk."""
        claim = await a_claim(self.database, self.person, self.home, approved=approved)
        async with self.database.transaction() as session:
            row = await session.get_one(ResidenceClaim, (self.here, claim.id))
            row.entered_by, row.channel, row.witness = by, Channel.DESK, "李敏"
        return claim


class TestWhatTheReviewerSees(Review):
    async def finding(self, *, phone: str | None = None) -> tuple[Any, Any, Any]:
        if phone is not None:
            async with self.database.transaction() as session:
                assert self.person.user_id is not None
                (await session.get_one(User, self.person.user_id)).phone = phone
        claim = await a_claim(self.database, self.person, self.home, real_name="阿依·古丽")
        shown = (await self.review(claim))["register_says"]
        return shown["is_household_known"], shown["is_name_equal"], shown["is_phone_equal"]

    async def test_a_household_that_the_register_does_not_know(self) -> None:
        """It was masked names alone: the reviewer knew nothing."""
        assert await self.finding(phone=PHONE) == (False, False, False)

    async def test_the_name_is_there_and_the_phone_is_not(self) -> None:
        await on_register(self.database, self.home, "阿依•古丽", OTHER)
        assert await self.finding(phone=PHONE) == (True, True, False)

    async def test_the_phone_is_there_and_the_name_is_not(self) -> None:
        await on_register(self.database, self.home, "王建国", PHONE)
        assert await self.finding(phone=PHONE) == (True, False, True)

    async def test_a_person_without_a_phone(self) -> None:
        await on_register(self.database, self.home, "王建国", PHONE)
        assert await self.finding() == (True, False, None)

    async def test_nothing_of_others_is_shown(self) -> None:
        await on_register(self.database, self.home, "王建国", OTHER)
        claim = await a_claim(self.database, self.person, self.home)
        shown = str(await self.review(claim))
        for secret in ("王建国", OTHER, OTHER[3:], "王秀英"):
            assert secret not in shown

    async def test_the_place_and_others_who_may_be_the_same_person(self) -> None:
        other = await a_participant(self.database, self.here)
        await a_claim(self.database, other, self.home, real_name="王 秀英", approved=True)
        neighbour = await a_participant(self.database, self.here)
        await a_claim(self.database, neighbour, self.home, real_name="李敏", approved=True)
        claim = await a_claim(self.database, self.person, self.home, real_name="王秀英")
        shown = await self.review(claim)
        assert (shown["household"], shown["display_name"]) == ("3栋 502", "秀英")
        names = [{"participant_id": str(other.id), "display_name": "秀英"}]
        assert shown["maybe_same_person"] == names

    async def test_what_may_be_done_now(self) -> None:
        claim = await a_claim(self.database, self.person, self.home)
        actions = (await self.review(claim))["actions"]
        assert actions == ["approve", "reject", "withdraw"]
        by_grid = (await self.review(claim, await self.a_grid_worker()))["actions"]
        assert by_grid == ["approve", "reject"]
        entered = await self.entered(self.worker, approved=True)
        assert (await self.review(entered))["actions"] == ["renew"]
        assert (await self.review(entered))["is_entered_by_me"] is True


class TestWhoDoesNotDecide(Review):
    async def refused(self, by: UUID, claim: ResidenceClaim, *verbs: str) -> None:
        for verb in verbs:
            answer = await self.act(by, claim, verb)
            code = answer.json()["code"]
            assert (answer.status_code, code) == (403, "communities.second_person_needed"), verb

    async def test_who_has_entered_it(self) -> None:
        claim = await self.entered(self.worker)
        await self.refused(self.worker, claim, "approve", "reject")

    async def test_who_has_entered_it_does_not_end_it(self) -> None:
        """They ended it alone, and so took away a residence with its vote."""
        claim = await self.entered(self.worker, approved=True)
        await self.refused(self.worker, claim, "end")
        assert (await self.act(await staff(self.database, self.here), claim, "end")).is_success

    async def test_a_grid_worker_who_was_a_community_worker_when_they_entered_it(self) -> None:
        former = await self.a_grid_worker()
        claim = await self.entered(former)
        await self.refused(former, claim, "approve", "reject")
        assert (await self.act(await self.a_grid_worker(), claim, "approve")).is_success

    async def test_a_second_account_of_who_has_entered_it(self) -> None:
        second = await self.a_grid_worker()
        async with self.database.transaction() as session:
            record_equipment(
                session, second, EquipmentKind.CREATED, by_id=self.worker, now=clock.now()
            )
        claim = await self.entered(self.worker)
        await self.refused(second, claim, "approve", "reject")
        assert (await self.review(claim, second))["is_entered_by_me"] is True

    async def test_nor_does_the_second_account_end_it(self) -> None:
        second = await self.a_grid_worker()
        async with self.database.transaction() as session:
            record_equipment(
                session, self.worker, EquipmentKind.CREATED, by_id=second, now=clock.now()
            )
        await self.refused(second, await self.entered(self.worker, approved=True), "end")

    async def test_who_has_entered_the_person(self) -> None:
        elder = await a_person_without_phone(self.database, self.here)
        async with self.database.transaction() as session:
            (await session.get_one(Participant, (self.here, elder.id))).entered_by = self.worker
        claim = await a_claim(self.database, elder, self.home)
        await self.refused(self.worker, claim, "approve", "reject")


class TestOwnNameIsNoWitness(Review):
    async def test_however_it_is_written(self) -> None:
        name = Administrator(
            user_id=self.worker, login_name="guli.a", name="阿依·古丽", created_at=NOW
        )
        await saved(self.database, name)
        path = f"/admin/v1/communities/{self.here}/residence-claims"
        spellings = ("阿依·古丽", "阿依•古丽", "阿依.古丽", "阿依　・ 古丽", "阿 依‧古丽", "GULI.A")
        for witness in spellings:
            body = {
                "household_id": str(self.home.id),
                "real_name": "王秀英",
                "on_behalf_of": str(self.person.id),
                "has_paper_consent": True,
                "witness": witness,
            }
            headers = as_admin(self.worker, "claim-0001")
            answer = await self.http.post(path, json=body, headers=headers)
            assert answer.json()["code"] == "communities.witness_is_actor", witness
