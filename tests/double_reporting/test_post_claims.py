"""Post claims: a resident applies, and staff decide."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Participant, ParticipantKind, Role
from app.double_reporting.models import (
    MemberRegistrationStatus,
    Post,
    PostClaim,
    PostClaimStatus,
    PostStatus,
)
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.kernel.jobs.events import EventRow
from app.worker import Worker
from tests.audit import audited
from tests.client import as_, as_admin
from tests.double_reporting.members import (
    a_post,
    a_post_claim,
    a_registration,
)
from tests.factories import (
    a_community,
    a_participant,
    a_person_without_phone,
    a_user,
    staff,
)

S = PostClaimStatus
BODY = {"accepts_schedule": True}


class Claims:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.party = await staff(database, self.community, Role.PARTY_ADMIN)
        self.post = await a_post(database, self.community)
        self.me = await a_participant(database, self.community)

    def path(self, rest: str) -> str:
        return f"/v1/communities/{self.community}{rest}"

    async def apply(
        self, by: UUID | None, post: Post | None = None, key: str | None = "apply-01", **fields: Any
    ) -> Response:
        path = self.path(f"/posts/{(post or self.post).id}/claims")
        return await self.http.post(path, json=BODY | fields, headers=as_(by, key))

    async def claim(
        self, status: PostClaimStatus = S.APPLIED, post: Post | None = None
    ) -> PostClaim:
        return await a_post_claim(self.database, post or self.post, self.me, status)

    async def decide(
        self, claim: PostClaim, verb: str, by: UUID | None, body: Any = None
    ) -> Response:
        path = f"/admin{self.path(f'/claims/{claim.id}/{verb}')}"
        return await self.http.post(path, json=body, headers=as_admin(by))

    async def taken(self, post: Post | None = None) -> int:
        async with self.database.transaction() as session:
            key = (self.community, (post or self.post).id)
            return (await session.get_one(Post, key)).taken

    async def state(self, claim: PostClaim) -> PostClaimStatus:
        async with self.database.transaction() as session:
            return (await session.get_one(PostClaim, (self.community, claim.id))).status

    async def audited(self) -> list[tuple[str, dict[str, Any]]]:
        return [(entry.action, entry.facts) for entry in await audited(self.database)]

    async def message_kinds(self) -> list[str]:
        await Worker(self.database).run_due()
        inbox = await self.http.get("/v1/me/inbox", headers=as_(self.me.user_id))
        return [item["kind"] for item in inbox.json()["items"]]


class TestApplyForPost(Claims):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.apply(None)).status_code == 401

    async def test_who_has_not_joined_may_not(self) -> None:
        answer = await self.apply(await a_user(self.database))
        assert answer.json()["code"] == "communities.not_a_participant"

    async def test_a_visitor_may_not_even_as_a_member(self) -> None:
        kind = ParticipantKind.VISITOR
        visitor = await a_participant(self.database, self.community, kind=kind)
        await a_registration(self.database, visitor, uuid7(), MemberRegistrationStatus.ACTIVE)
        answer = await self.apply(visitor.user_id)
        assert (answer.status_code, answer.json()["code"]) == (
            403,
            "double_reporting.residents_only",
        )

    async def test_members_and_others_leave_rows_that_nobody_can_tell_apart(self) -> None:
        """Posts are open to residents, so that a claim says nothing about membership."""
        member = await a_participant(self.database, self.community)
        await a_registration(self.database, member, uuid7(), MemberRegistrationStatus.ACTIVE)
        for participant in (member, self.me):
            assert (await self.apply(participant.user_id)).status_code == 201
        async with self.database.transaction() as session:
            claims = (await session.scalars(select(PostClaim))).all()
            events = (await session.scalars(select(EventRow))).all()
        said = [
            {name for name, value in vars(row).items() if value is not None}
            for row in (*claims, *events)
        ]
        assert said[0] == said[1]
        assert (len(events), said[2]) == (2, said[3])

    async def test_one_who_lives_elsewhere_may_not(self) -> None:
        elsewhere = await a_participant(self.database, await a_community(self.database))
        assert (await self.apply(elsewhere.user_id)).status_code == 403

    async def test_malformed_is_refused(self) -> None:
        for fields in ({"accepts_schedule": False}, {"on_behalf_of": str(self.me.id)}):
            assert (await self.apply(self.me.user_id, **fields)).status_code == 422
        assert (await self.apply(self.me.user_id, key=None)).status_code == 400

    async def test_a_draft_is_not_there_and_a_closed_one_is_closed(self) -> None:
        draft = await a_post(self.database, self.community, status=PostStatus.DRAFT)
        foreign = await a_post(self.database, await a_community(self.database))
        for post in (draft, foreign):
            assert (await self.apply(self.me.user_id, post)).status_code == 404
        closed = await a_post(self.database, self.community, status=PostStatus.CLOSED)
        answer = await self.apply(self.me.user_id, closed)
        assert (answer.status_code, answer.json()["code"]) == (409, "double_reporting.post_closed")

    async def test_the_place_is_held_at_once_until_the_post_is_full(self) -> None:
        assert (await self.apply(self.me.user_id)).status_code == 201
        again = await self.apply(self.me.user_id, key="apply-02")
        assert (again.status_code, again.json()["code"]) == (409, "double_reporting.post_claimed")
        second, third = [await a_participant(self.database, self.community) for _ in range(2)]
        assert (await self.apply(second.user_id)).status_code == 201
        full = await self.apply(third.user_id)
        assert (full.status_code, full.json()["code"]) == (409, "double_reporting.post_full")
        assert full.json()["capacity"] == 2
        assert await self.taken() == 2

    async def test_it_waits_for_a_decision_and_is_mine_to_see(self) -> None:
        answer = await self.apply(self.me.user_id)
        assert (answer.json()["status"], answer.json()["submitted_at"]) == (
            "applied",
            "2026-12-05T04:00:00Z",
        )
        shown = await self.http.get(answer.headers["location"], headers=as_(self.me.user_id))
        assert shown.json().items() >= answer.json().items()
        [mine] = (
            await self.http.get(self.path("/claims/me"), headers=as_(self.me.user_id))
        ).json()["items"]
        assert (mine["title"], mine["schedule"]) == (self.post.title, self.post.schedule)
        assert await self.audited() == []
        assert await self.message_kinds() == ["double_reporting.claim_received"]

    async def test_a_repeat_is_answered_alike_and_has_no_effect(self) -> None:
        first, again = [await self.apply(self.me.user_id) for _ in range(2)]
        assert (again.status_code, again.content) == (201, first.content)
        assert again.headers["idempotent-replayed"] == "true"
        assert await self.taken() == 1


class TestApplyAtDesk(Claims):
    async def at_desk(self, by: UUID | None, participant: Participant, **fields: Any) -> Response:
        path = f"/admin{self.path(f'/posts/{self.post.id}/claims')}"
        body = BODY | {"on_behalf_of": str(participant.id), "witness": "王芳"} | fields
        return await self.http.post(path, json=body, headers=as_admin(by, "desk-0001"))

    async def test_who_may_not_is_told_in_order(self) -> None:
        assert (await self.at_desk(None, self.me)).status_code == 401
        elsewhere = await staff(self.database, await a_community(self.database), Role.PARTY_ADMIN)
        assert (await self.at_desk(elsewhere, self.me)).status_code == 404
        grid_worker = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.at_desk(grid_worker, self.me)).status_code == 403
        assert (await self.at_desk(self.party, self.me, witness="")).status_code == 422

    async def test_by_the_resident_s_own_rules_audited_with_the_witness(self) -> None:
        kind = ParticipantKind.VISITOR
        visitor = await a_participant(self.database, self.community, kind=kind)
        assert (await self.at_desk(self.party, visitor)).status_code == 403
        elder = await a_person_without_phone(self.database, self.community)
        answer = await self.at_desk(self.party, elder)
        assert answer.status_code == 201
        shown = await self.http.get(answer.headers["location"], headers=as_admin(self.party))
        assert shown.json() == answer.json()
        assert await self.audited() == [("claim.made", {"witness": "王芳"})]


class TestWithdrawClaim(Claims):
    async def withdraw(self, claim: PostClaim, by: UUID | None) -> Response:
        path = self.path(f"/claims/{claim.id}/withdraw")
        return await self.http.post(path, headers=as_(by))

    async def test_only_ones_own(self) -> None:
        claim = await self.claim()
        assert (await self.withdraw(claim, None)).status_code == 401
        other = await a_participant(self.database, self.community)
        assert (await self.withdraw(claim, other.user_id)).status_code == 404

    @pytest.mark.parametrize("status", [S.APPLIED, S.APPROVED])
    async def test_the_place_is_free_again(self, status: PostClaimStatus) -> None:
        claim = await self.claim(status)
        answer = await self.withdraw(claim, self.me.user_id)
        assert (answer.status_code, answer.json()["status"]) == (200, "withdrawn")
        assert await self.taken() == 0
        assert (await self.withdraw(claim, self.me.user_id)).status_code == 409
        assert await self.taken() == 0

    async def test_not_while_serving(self) -> None:
        answer = await self.withdraw(await self.claim(S.SERVING), self.me.user_id)
        assert (answer.status_code, answer.json()["state"]) == (409, "serving")

    async def test_at_the_desk_they_are_told(self) -> None:
        claim = await self.claim()
        answer = await self.decide(claim, "withdraw", self.party, {"witness": "王芳"})
        assert answer.json()["status"] == "withdrawn"
        assert await self.audited() == [("claim.withdrawn", {"witness": "王芳"})]
        assert await self.message_kinds() == ["double_reporting.claim_withdrawn"]


class TestDecideClaim(Claims):
    @pytest.mark.parametrize("verb", ["approve", "reject", "complete"])
    async def test_who_may_not_is_told_in_order(self, verb: str) -> None:
        claim, body = await self.claim(), {"reason": "人数已够"} if verb == "reject" else None
        assert (await self.decide(claim, verb, None, body)).status_code == 401
        elsewhere = await staff(self.database, await a_community(self.database), Role.PARTY_ADMIN)
        assert (await self.decide(claim, verb, elsewhere, body)).status_code == 404
        for role in (Role.GRID_WORKER, Role.AUDITOR):
            other = await staff(self.database, self.community, role)
            assert (await self.decide(claim, verb, other, body)).status_code == 403

    async def test_a_rejection_has_a_reason(self) -> None:
        answer = await self.decide(await self.claim(), "reject", self.party, {"reason": ""})
        assert answer.status_code == 422

    @pytest.mark.parametrize(
        ("status", "verb"),
        [(S.SERVING, "approve"), (S.APPROVED, "reject"), (S.APPLIED, "complete")],
    )
    async def test_in_another_state_it_is_a_conflict(
        self, status: PostClaimStatus, verb: str
    ) -> None:
        body = {"reason": "人数已够"} if verb == "reject" else None
        answer = await self.decide(await self.claim(status), verb, self.party, body)
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "double_reporting.claim_wrong_state",
        )
        assert await self.taken() == 1

    async def test_approved_it_keeps_its_place_through_the_notice(self) -> None:
        answer = await self.decide(await self.claim(), "approve", self.party)
        assert answer.json()["serves_from"] == "2026-12-08T16:00:00Z"  # Midnight in China.
        assert await self.taken() == 1
        assert await self.audited() == [("claim.approved", {})]
        assert await self.message_kinds() == ["double_reporting.claim_approved"]

    @pytest.mark.parametrize("instant", ["2026-12-04T16:01", "2026-12-05T15:59"])
    async def test_at_any_hour_of_a_day_its_notice_ends_at_the_same_midnight(
        self, instant: str
    ) -> None:
        """The hours are 00:01 in China, when the date in UTC is still that of the day before, and
        23:59."""
        claim = await self.claim()
        with clock.frozen(datetime.fromisoformat(instant).replace(tzinfo=UTC)):
            answer = await self.decide(claim, "approve", self.party)
        assert answer.json()["serves_from"] == "2026-12-08T16:00:00Z"

    async def test_rejected_with_a_reason_the_place_is_free(self) -> None:
        answer = await self.decide(await self.claim(), "reject", self.party, {"reason": "人数已够"})
        assert (answer.json()["status"], answer.json()["reason"]) == ("rejected", "人数已够")
        assert await self.taken() == 0
        assert await self.message_kinds() == ["double_reporting.claim_rejected"]

    async def test_completed_the_place_is_free_and_they_are_thanked(self) -> None:
        answer = await self.decide(await self.claim(S.SERVING), "complete", self.party)
        assert (answer.json()["status"], await self.taken()) == ("completed", 0)
        assert await self.message_kinds() == ["double_reporting.service_completed"]

    async def test_the_list_of_a_post_is_for_staff_who_manage_posts(self) -> None:
        claim = await self.claim()
        path = f"/admin{self.path(f'/posts/{self.post.id}/claims')}"
        grid_worker = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.http.get(path)).status_code == 401
        assert (await self.http.get(path, headers=as_admin(grid_worker))).status_code == 403
        page = (await self.http.get(path, headers=as_admin(self.party))).json()
        assert [item["id"] for item in page["items"]] == [str(claim.id)]
        assert page["items"][0]["display_name"] == "秀英"
        assert page["items"][0]["post_title"] == self.post.title
        empty = await self.http.get(
            path, params={"status": "serving"}, headers=as_admin(self.party)
        )
        assert empty.json()["items"] == []
