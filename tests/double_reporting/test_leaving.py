"""Leaving a post while serving: asked for with a reason, decided by staff, or taken back."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select, update

from app.communities.models import Role
from app.double_reporting.models import Post, PostClaim, PostClaimStatus, PostStatus
from app.double_reporting.sweeps import SWEEPS
from app.kernel import clock
from app.kernel.database.engine import Database
from app.worker import Worker
from tests.client import as_, as_admin
from tests.double_reporting.members import a_post, a_post_claim
from tests.double_reporting.test_post_claims import Claims
from tests.factories import a_community, a_participant, a_person, joined, staff
from tests.now import NOW
from tests.planted_bugs import Rendezvous

S = PostClaimStatus
REASON = {"reason": "工作调动，晚上不在社区"}
DUTY = "double_reporting.post_claim_leaving"


class Leaving(Claims):
    async def mine(self, claim: PostClaim, verb: str, by: UUID | None = None) -> Response:
        body = REASON if verb == "ask-to-leave" else None
        headers = as_(by or self.me.user_id)
        return await self.http.post(
            self.path(f"/claims/{claim.id}/{verb}"), json=body, headers=headers
        )

    async def waiting(self) -> int:
        todo = await self.http.get("/admin/v1/me/todo", headers=as_admin(self.party))
        counts: dict[str, int] = {one["kind"]: one["count"] for one in todo.json()["items"]}
        return counts[DUTY]


class TestAskToLeave(Leaving):
    async def test_only_ones_own_and_with_a_reason(self) -> None:
        claim = await self.claim(S.SERVING)
        path = self.path(f"/claims/{claim.id}/ask-to-leave")
        assert (await self.http.post(path, json=REASON)).status_code == 401
        other = await a_participant(self.database, self.community)
        assert (await self.mine(claim, "ask-to-leave", other.user_id)).status_code == 404
        for body in ({}, {"reason": ""}, REASON | {"witness": "王芳"}):
            answer = await self.http.post(path, json=body, headers=as_(self.me.user_id))
            assert answer.status_code == 422
        assert await self.state(claim) == S.SERVING

    @pytest.mark.parametrize("status", [S.APPLIED, S.APPROVED, S.LEAVING])
    async def test_only_while_serving(self, status: PostClaimStatus) -> None:
        answer = await self.mine(await self.claim(status), "ask-to-leave")
        assert (answer.status_code, answer.json()["state"]) == (409, status)
        assert answer.json()["wanted"] == "leaving"

    async def test_the_place_is_kept_and_staff_are_told_what_waits(self) -> None:
        claim = await self.claim(S.SERVING)
        answer = await self.mine(claim, "ask-to-leave")
        assert (answer.status_code, answer.json()["status"]) == (200, "leaving")
        assert answer.json()["leave_reason"] == REASON["reason"]
        assert answer.json()["leave_asked_at"] == "2026-12-05T04:00:00Z"
        assert await self.taken() == 1
        assert await self.waiting() == 1
        again = await self.apply(self.me.user_id)
        assert again.json()["code"] == "double_reporting.post_claimed"
        await Worker(self.database).run_due()
        inbox = await self.http.get("/admin/v1/me/inbox", headers=as_admin(self.party))
        [message] = inbox.json()["items"]
        assert (message["title"], message["subject"]["id"]) == ("待答复的退岗申请", str(claim.id))
        assert REASON["reason"] not in message["body"]

    async def test_it_says_what_may_be_done(self) -> None:
        await self.claim(S.LEAVING)
        mine = await self.http.get(self.path("/claims/me"), headers=as_(self.me.user_id))
        assert mine.json()["items"][0]["actions"] == ["stay"]
        path = f"/admin{self.path(f'/posts/{self.post.id}/claims')}"
        [claim] = (await self.http.get(path, headers=as_admin(self.party))).json()["items"]
        assert (claim["actions"], claim["leave_reason"]) == (["release"], REASON["reason"])

    async def test_at_the_desk_they_are_told(self) -> None:
        claim = await self.claim(S.SERVING)
        body = REASON | {"witness": "王芳"}
        for missing in REASON, {"witness": "王芳"}:
            assert (
                await self.decide(claim, "ask-to-leave", self.party, missing)
            ).status_code == 422
        answer = await self.decide(claim, "ask-to-leave", self.party, body)
        assert answer.json()["status"] == "leaving"
        assert await self.audited() == [("claim.leave_asked", {"witness": "王芳"})]
        assert await self.message_kinds() == ["double_reporting.leave_asked"]


class TestStay(Leaving):
    async def test_who_stays_serves_on_and_nothing_waits(self) -> None:
        claim = await self.claim(S.LEAVING)
        assert await self.waiting() == 1
        answer = await self.mine(claim, "stay")
        assert (answer.status_code, answer.json()["status"]) == (200, "serving")
        assert (answer.json()["leave_asked_at"], answer.json()["leave_reason"]) == (None, None)
        assert (await self.taken(), await self.waiting()) == (1, 0)
        assert (await self.mine(claim, "stay")).json()["state"] == "serving"
        assert await self.message_kinds() == []
        assert (await self.mine(claim, "ask-to-leave")).status_code == 200

    async def test_at_the_desk_they_are_told(self) -> None:
        claim = await self.claim(S.LEAVING)
        answer = await self.decide(claim, "stay", self.party, {"witness": "王芳"})
        assert answer.json()["status"] == "serving"
        assert await self.audited() == [("claim.stayed", {"witness": "王芳"})]
        assert await self.message_kinds() == ["double_reporting.claim_stays"]

    async def test_another_s_is_not_found(self) -> None:
        other = await a_participant(self.database, self.community)
        claim = await self.claim(S.LEAVING)
        assert (await self.mine(claim, "stay", other.user_id)).status_code == 404


class TestRelease(Leaving):
    async def test_who_may_not_is_told_in_order(self) -> None:
        claim = await self.claim(S.LEAVING)
        assert (await self.decide(claim, "release", None)).status_code == 401
        elsewhere = await staff(self.database, await a_community(self.database), Role.PARTY_ADMIN)
        assert (await self.decide(claim, "release", elsewhere)).status_code == 404
        grid_worker = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.decide(claim, "release", grid_worker)).status_code == 403

    async def test_nobody_lets_themselves_go(self) -> None:
        own = await joined(self.database, a_person(self.community, self.party))
        claim = await a_post_claim(self.database, self.post, own, S.LEAVING)
        assert (await self.decide(claim, "release", self.party)).status_code == 403

    @pytest.mark.parametrize("status", [S.APPLIED, S.APPROVED, S.SERVING])
    async def test_only_who_has_asked(self, status: PostClaimStatus) -> None:
        answer = await self.decide(await self.claim(status), "release", self.party)
        assert (answer.status_code, answer.json()["state"]) == (409, status)
        assert await self.taken() == 1

    async def test_the_place_is_free_and_they_are_thanked(self) -> None:
        claim = await self.claim(S.LEAVING)
        answer = await self.decide(claim, "release", self.party)
        assert (answer.status_code, answer.json()["status"]) == (200, "withdrawn")
        assert answer.json()["ended_at"] == "2026-12-05T04:00:00Z"
        assert (await self.taken(), await self.waiting()) == (0, 0)
        assert await self.audited() == [("claim.released", {})]
        assert await self.message_kinds() == ["double_reporting.claim_released"]
        assert (await self.apply(self.me.user_id)).status_code == 201


class TestTime(Leaving):
    async def test_a_post_that_is_over_ends_the_service_though_nobody_has_decided(self) -> None:
        over = await a_post(self.database, self.community, status=PostStatus.CLOSED)
        claim = await self.claim(S.LEAVING, over)
        refused = await self.decide(claim, "complete", self.party)
        assert (refused.status_code, refused.json()["state"]) == (409, "leaving")
        with clock.frozen(NOW + timedelta(minutes=10)):
            worker = Worker(self.database, sweeps=SWEEPS)
            await worker.sweep()
            await worker.run_due()
        assert (await self.state(claim), await self.taken(over)) == (S.COMPLETED, 0)

    async def test_who_leaves_the_community_serves_no_more(self) -> None:
        claim = await self.claim(S.LEAVING)
        path = self.path("/participants/me/leave")
        assert (await self.http.post(path, headers=as_(self.me.user_id))).status_code == 200
        await Worker(self.database).run_due()
        assert (await self.state(claim), await self.taken()) == (S.COMPLETED, 0)


# ---------------------------------------------------------------- released and staying at once


async def assert_one_outcome(database: Database, claim: PostClaim, codes: Sequence[int]) -> None:
    """`codes` are those of the release and of the stay."""
    async with database.transaction() as session:
        stored = await session.get_one(PostClaim, (claim.community_id, claim.id))
        post = await session.get_one(Post, (claim.community_id, claim.post_id))
    assert sorted(codes) == [200, 409]
    released = codes[0] == 200
    assert (stored.status, post.taken) == ((S.WITHDRAWN, 0) if released else (S.SERVING, 1))


@pytest.fixture
async def claim(own_database: Database) -> PostClaim:
    post = await a_post(own_database, await a_community(own_database))
    me = await a_participant(own_database, post.community_id)
    return await a_post_claim(own_database, post, me, S.LEAVING)


async def test_released_and_staying_at_once_one_is_refused(
    own_database: Database, phone: AsyncClient, claim: PostClaim
) -> None:
    party = await staff(own_database, claim.community_id, Role.PARTY_ADMIN)
    path = f"/admin/v1/communities/{claim.community_id}/claims/{claim.id}"
    answers = await asyncio.gather(
        phone.post(f"{path}/release", headers=as_admin(party)),
        phone.post(f"{path}/stay", json={"witness": "王芳"}, headers=as_admin(party)),
    )
    await assert_one_outcome(own_database, claim, [answer.status_code for answer in answers])


async def decide_carelessly(
    database: Database, claim: PostClaim, to: PostClaimStatus, meet: Rendezvous
) -> int:
    """A planted bug: it looks at the state without a lock."""
    async with database.transaction() as session:
        is_claim = (PostClaim.community_id == claim.community_id, PostClaim.id == claim.id)
        seen = await session.scalar(select(PostClaim.status).where(*is_claim))
        await meet.wait()
        if seen is not S.LEAVING:
            return 409
        await session.execute(update(PostClaim).where(*is_claim).values(status=to))
    return 200


async def test_this_race_catches_who_does_not_lock(
    own_database: Database, claim: PostClaim
) -> None:
    meet = Rendezvous(2)
    codes = await asyncio.gather(
        *(decide_carelessly(own_database, claim, to, meet) for to in (S.WITHDRAWN, S.SERVING))
    )
    with pytest.raises(AssertionError):
        await assert_one_outcome(own_database, claim, codes)
