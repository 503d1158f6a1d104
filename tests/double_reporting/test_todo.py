"""Registrations and claims to review are told to those who review them, and to nobody else."""

from typing import Any
from uuid import UUID

from app.communities.models import Role
from app.double_reporting.models import MemberRegistrationStatus
from app.worker import Worker
from tests.client import as_, as_admin
from tests.double_reporting.members import a_liaison, a_post, a_post_claim, a_registration
from tests.double_reporting.test_members import Members
from tests.factories import a_community, a_participant, a_person, joined, staff

MEMBER, CLAIM = "double_reporting.registration", "double_reporting.post_claim"


class TestDuties(Members):
    async def inbox(self, who: UUID) -> list[dict[str, Any]]:
        for _ in range(2):
            await Worker(self.database).run_once()
        answer = await self.http.get("/admin/v1/me/inbox", headers=as_admin(who))
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    async def counted(self, who: UUID) -> dict[str, int]:
        todo = await self.http.get("/admin/v1/me/todo", headers=as_admin(who))
        return {kind["kind"]: kind["count"] for kind in todo.json()["items"]}

    async def register(self) -> str:
        headers = as_(self.user, "member-01")
        answer = await self.http.post(self.path(), json=self.sheet(), headers=headers)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    async def test_a_registration_waits_for_those_who_know_members_alone(self) -> None:
        """No member of staff was ever told that somebody had registered."""
        worker = await staff(self.database, self.community)
        above = await staff(self.database, self.community, Role.SUBDISTRICT_ADMIN)
        id_ = await self.register()
        [duty] = await self.inbox(self.party)
        assert duty["title"] == "待审核的报到"
        assert duty["subject"]["id"] == id_
        assert not [word for word in ("党", "王") if word in duty["title"] + duty["body"]]
        assert (await self.counted(self.party))[MEMBER] == 1
        for other in (worker, above):
            assert await self.inbox(other) == []
            assert MEMBER not in await self.counted(other)

    async def test_withdrawn_it_waits_no_more(self) -> None:
        id_ = await self.register()
        await self.inbox(self.party)
        await self.http.post(self.path(f"/{id_}/withdraw"), headers=as_(self.user))
        assert (await self.counted(self.party))[MEMBER] == 0
        [message] = await self.inbox(self.party)
        assert message["closed_at"] is not None

    async def test_a_claim_waits_for_who_manages_posts(self) -> None:
        worker = await staff(self.database, self.community)
        post = await a_post(self.database, self.community)
        path = f"/v1/communities/{self.community}/posts/{post.id}/claims"
        headers = as_(self.user, "apply-01")
        answer = await self.http.post(path, json={"accepts_schedule": True}, headers=headers)
        [duty] = await self.inbox(worker)
        assert (duty["title"], post.title in duty["body"]) == ("待审核的岗位认领", True)
        assert (await self.counted(worker))[CLAIM] == 1
        claim = answer.json()["id"]
        mine = f"/v1/communities/{self.community}/claims/{claim}/withdraw"
        assert (await self.http.post(mine, headers=as_(self.user))).status_code == 200
        assert (await self.counted(worker))[CLAIM] == 0
        [message] = await self.inbox(worker)
        assert message["closed_at"] is not None


class TestActions(Members):
    """Answers carry what their reader may do now, and no client guesses by the state."""

    async def read(self, path: str, headers: dict[str, str]) -> Any:
        answer = await self.http.get(path, headers=headers)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def test_the_member_may_withdraw_and_submit_what_was_returned(self) -> None:
        assert (await self.mine())["registration"] is None
        await self.registered(MemberRegistrationStatus.RETURNED)
        assert (await self.mine())["registration"]["actions"] == ["submit", "withdraw"]

    async def test_who_reviews_may_decide_but_not_about_themselves(self) -> None:
        id_ = await self.registered()
        path = f"/admin{self.path(f'/{id_}')}"
        shown = await self.read(path, as_admin(self.party))
        assert shown["actions"] == ["return", "approve", "decline"]
        own = await joined(self.database, a_person(self.community, self.party))
        row = await a_registration(self.database, own, self.organization.id)
        shown = await self.read(f"/admin{self.path(f'/{row.id}')}", as_admin(self.party))
        assert shown["actions"] == []

    async def test_the_unit_s_liaison_confirms(self) -> None:
        """The list of a unit was of one community, which the liaison had to guess."""
        await self.registered()
        other = await a_community(self.database)
        there = await a_participant(self.database, other)
        await a_registration(self.database, there, self.organization.id, on_paper=True)
        liaison = await a_liaison(self.database, self.organization)
        path = f"/admin/v1/party-organizations/{self.organization.id}/members"
        items = (await self.read(path, as_admin(liaison)))["items"]
        assert {item["community_id"] for item in items} == {str(self.community), str(other)}
        assert all(item["community_name"] for item in items)
        assert [item["actions"] for item in items] == [["confirm"], ["confirm"]]

    async def test_posts_and_claims_say_what_may_be_done(self) -> None:
        worker = await staff(self.database, self.community)
        post = await a_post(self.database, self.community)
        await a_post_claim(self.database, post, self.me)
        path = f"/admin/v1/communities/{self.community}/posts/{post.id}"
        assert (await self.read(path, as_admin(worker)))["actions"] == ["revise", "close"]
        [claim] = (await self.read(f"{path}/claims", as_admin(worker)))["items"]
        assert claim["actions"] == ["approve", "reject"]
        mine = await self.read(f"/v1/communities/{self.community}/claims/me", as_(self.user))
        assert mine["items"][0]["actions"] == ["withdraw"]
