"""Links between rows of different features: added by staff, seen by those who may see the ends."""

from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response

from app.communities.models import Role
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.links.models import CardKind, Link, LinkKind
from app.links.service import MAX_LINKS, write_card
from tests.client import as_, as_admin
from tests.factories import a_community, a_user, staff


class TestLinks:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.ticket = await self.card(CardKind.TICKET, "路灯不亮", is_public=False)
        self.topic = await self.card(CardKind.TOPIC, "更换路灯")
        self.base = f"communities/{self.community}"

    async def card(self, kind: CardKind, title: str, *, is_public: bool = True) -> UUID:
        id_ = uuid7()
        async with self.database.transaction() as session:
            await write_card(
                session,
                self.community,
                kind,
                id_,
                title=title,
                status="open",
                is_public=is_public,
            )
        return id_

    async def link(self, by: UUID | None, to: object = None, key: str = "link-0001") -> Response:
        body = {"from_id": str(self.ticket), "to_id": str(to or self.topic)}
        return await self.http.post(
            f"/admin/v1/{self.base}/links", json=body, headers=as_admin(by, key)
        )

    async def titles_seen_by_residents(self, card_id: UUID) -> list[str]:
        answer = await self.http.get(
            f"/v1/{self.base}/cards/{card_id}/links", headers=as_(await a_user(self.database))
        )
        return [item["title"] for item in answer.json()["items"]]

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.link(by=None)).status_code == 401

    async def test_staff_of_another_community_find_nothing(self) -> None:
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.link(by=outsider)).status_code == 404

    async def test_a_grid_worker_may_not(self) -> None:
        grid_worker = await staff(self.database, self.community, role=Role.GRID_WORKER)
        assert (await self.link(by=grid_worker)).status_code == 403

    async def test_a_thing_is_not_linked_to_itself_nor_to_nothing(self) -> None:
        assert (await self.link(self.worker, to=self.ticket)).status_code == 422
        answer = await self.link(self.worker, to=uuid4())
        assert (answer.status_code, answer.json()["code"]) == (422, "unknown_reference")

    async def test_twice_is_a_conflict(self) -> None:
        assert (await self.link(self.worker)).status_code == 201
        again = await self.link(self.worker, key="link-0002")
        assert (again.status_code, again.json()["code"]) == (409, "links.already_linked")

    async def test_staff_see_both_ends_and_residents_the_public_one(self) -> None:
        await self.link(self.worker)
        answer = await self.http.get(
            f"/admin/v1/{self.base}/cards/{self.topic}/links", headers=as_admin(self.worker)
        )
        [end] = answer.json()["items"]
        assert (end["direction"], end["card_kind"], end["title"]) == ("from", "ticket", "路灯不亮")
        assert await self.titles_seen_by_residents(self.topic) == []
        hidden = await self.http.get(
            f"/v1/{self.base}/cards/{self.ticket}/links", headers=as_(await a_user(self.database))
        )
        assert hidden.status_code == 404
        other = await self.card(CardKind.ACTIVITY, "安装路灯")
        body = {"from_id": str(self.topic), "to_id": str(other)}
        await self.http.post(
            f"/admin/v1/{self.base}/links", json=body, headers=as_admin(self.worker, "link-0009")
        )
        assert await self.titles_seen_by_residents(self.topic) == ["安装路灯"]

    async def test_private_ends_do_not_push_public_ones_off_the_list(self) -> None:
        ends = [await self.card(CardKind.TICKET, "私事", is_public=False) for _ in range(MAX_LINKS)]
        ends.append(await self.card(CardKind.ACTIVITY, "安装路灯"))
        async with self.database.transaction() as session:
            session.add_all(
                Link(
                    community_id=self.community,
                    from_id=self.topic,
                    to_id=end,
                    kind=LinkKind.LED_TO,
                    made_by=self.worker,
                    made_at=clock.now(),
                )
                for end in ends
            )
        assert await self.titles_seen_by_residents(self.topic) == ["安装路灯"]

    async def test_a_link_is_taken_away_again(self) -> None:
        added = await self.link(self.worker)
        assert "location" not in added.headers
        path = f"/admin/v1/communities/{self.community}/links/{added.json()['id']}"
        answer = await self.http.delete(path, headers=as_admin(self.worker))
        assert (answer.status_code, answer.content) == (204, b"")
        assert (await self.http.delete(path, headers=as_admin(self.worker))).status_code == 404
