"""Registrations and claims to review are told to those who review them, and to nobody else."""

from typing import Any
from uuid import UUID

from app.communities.models import Role
from app.worker import Worker
from tests.client import as_, as_admin
from tests.double_reporting.members import a_post
from tests.double_reporting.test_members import Members
from tests.factories import staff

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
