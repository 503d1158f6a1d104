"""Claimants of posts are seen by who manages the post, and of age where the risk is high."""

from uuid import UUID

import pytest
from httpx import Response

from app.communities.models import AgeBand, Participant, Role
from app.double_reporting.models import PostClaimStatus, PostRisk
from app.identity.models import Purpose, User
from app.worker import Worker
from tests.client import as_, as_admin
from tests.double_reporting.members import a_post
from tests.double_reporting.test_post_claims import Claims
from tests.factories import a_household, consented, staff

S = PostClaimStatus


class TestWhoServes(Claims):
    async def reveal(self, claim: UUID, by: UUID | None) -> Response:
        body = {"fields": ["real_name", "phone"], "reason": "今晚值守改在南门集合"}
        path = f"/admin{self.path(f'/claims/{claim}/reveal')}"
        return await self.http.post(path, json=body, headers=as_admin(by))

    async def settle(self) -> str:
        """Gives the claimant a home, a name and a number; returns the name of the home."""
        home = await a_household(self.database, self.community)
        assert self.me.user_id is not None
        await consented(self.database, self.me.user_id, Purpose.PHONE)
        async with self.database.transaction() as session:
            me = await session.get_one(Participant, (self.community, self.me.id))
            me.live_in(home.id, "王秀英")
            user = await session.get_one(User, self.me.user_id)
            user.phone = "+861000000009"
        return home.name

    async def test_who_manages_the_post_sees_names_and_places(self) -> None:
        home = await self.settle()
        await self.claim(S.SERVING)
        path = f"/admin{self.path(f'/posts/{self.post.id}/claims')}"
        answer = await self.http.get(path, headers=as_admin(self.party))
        [item] = answer.json()["items"]
        assert (item["display_name"], item["real_name"]) == (self.me.display_name, "王**")
        assert home in item["household"]
        assert "+86" not in answer.text

    async def test_the_phone_is_an_audited_reveal_that_the_person_sees(self) -> None:
        await self.settle()
        claim = await self.claim(S.SERVING)
        assert (await self.reveal(claim.id, None)).status_code == 401
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.reveal(claim.id, grid)).status_code == 403
        shown = (await self.reveal(claim.id, self.party)).json()
        assert (shown["real_name"], shown["phone"]) == ("王秀英", "+861000000009")
        await Worker(self.database).run_once()
        inbox = await self.http.get("/v1/me/inbox", headers=as_(self.me.user_id))
        [message] = [one for one in inbox.json()["items"] if one["kind"] == "privacy.data_seen"]
        assert "岗位认领" in message["body"]
        assert "今晚值守改在南门集合" in message["body"]


class TestHighRisk(Claims):
    @pytest.fixture(autouse=True)
    async def a_dangerous_post(self, arrange: None) -> None:
        self.post = await a_post(self.database, self.community, risk_level=PostRisk.HIGH)

    async def of_age(self, age_band: AgeBand | None) -> None:
        async with self.database.transaction() as session:
            me = await session.get_one(Participant, (self.community, self.me.id))
            me.age_band = age_band

    @pytest.mark.parametrize("age_band", [None, AgeBand.FROM_14_TO_17, AgeBand.UNDER_14])
    async def test_it_is_for_known_adults(self, age_band: AgeBand | None) -> None:
        await self.of_age(age_band)
        answer = await self.apply(self.me.user_id)
        assert (answer.status_code, answer.json()["code"]) == (
            403,
            "double_reporting.adults_only",
        )
        assert await self.taken() == 0

    async def test_an_adult_may_claim_it(self) -> None:
        await self.of_age(AgeBand.ADULT)
        assert (await self.apply(self.me.user_id)).status_code == 201

    async def test_a_post_of_low_risk_asks_for_no_age(self) -> None:
        post = await a_post(self.database, self.community)
        assert (await self.apply(self.me.user_id, post)).status_code == 201


class TestVersion(Claims):
    async def test_who_has_read_another_version_reads_it_again(self) -> None:
        stale = await self.apply(self.me.user_id, key="apply-02", version=7)
        assert (stale.status_code, stale.json()["code"]) == (409, "double_reporting.post_changed")
        assert stale.json()["version"] == 1
        path = self.path(f"/posts/{self.post.id}")
        read = (await self.http.get(path, headers=as_(self.me.user_id))).json()["version"]
        assert (await self.apply(self.me.user_id, version=read)).status_code == 201
