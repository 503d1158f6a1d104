"""The query `q` of every list: one character finds, and the last word of the longest text is found;
width, case and the order of words make no difference, and no sign stands for another."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient
from sqlalchemy import select

from app.communities.models import Role, ScopeKind
from app.feedback.models import Ticket
from app.kernel.database.engine import Database
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, a_region, granted, staff
from tests.feedback.rows import a_ticket
from tests.now import NOW
from tests.organizations.units import a_code

NOWHERE = ("猫", "井猫", "猫 井", "%", "_", "\\", "'", '"', "{}", "*")


def long_text(end: str, length: int = 2_000) -> str:
    """A text of that length in which no character occurs twice before its end."""
    return "".join(map(chr, range(0x5000, 0x5000 + length - len(end)))) + end


class TestSearch:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.here = f"/v1/communities/{self.community}"
        self.me = await a_participant(database, self.community)
        self.worker = await staff(database, self.community)
        self.root = await granted(database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
        self.keys = iter(range(10_000_000, 20_000_000))

    def headers(self, path: str, by: UUID | None = None) -> dict[str, str]:
        key = str(next(self.keys))
        if path.startswith("/admin"):
            return as_admin(by or self.root, key)
        return as_(by or self.me.user_id, key)

    async def post(self, path: str, body: Any = None, by: UUID | None = None) -> Any:
        answer = await self.http.post(path, json=body, headers=self.headers(path, by))
        assert answer.status_code in {200, 201}, answer.text
        return answer.json()

    async def ids(self, path: str, by: UUID | None = None, **query: str) -> list[str]:
        headers = self.headers(path, by)
        answer = await self.http.get(path, params=query, headers=headers)
        assert answer.status_code == 200, answer.text
        return [item["id"] for item in answer.json()["items"]]

    async def require_found(
        self, row: Any, path: str, words: Sequence[str], by: UUID | None = None, **query: str
    ) -> None:
        for q in words:
            assert await self.ids(path, by, q=q, **query) == [row["id"]], q
        for q in NOWHERE:
            assert await self.ids(path, by, q=q, **query) == [], q
        for q in ("", " ", "字" * 41, "\x00"):
            answer = await self.http.get(
                path, params={"q": q, **query}, headers=self.headers(path, by)
            )
            assert answer.status_code == 422, q

    async def test_communities_by_name_and_address(self) -> None:
        region = str((await a_region(self.database, await a_region(self.database))).id)
        path, body = "/admin/v1/communities", {"region_id": region, "name": "东湖社区"}
        await self.post(path, body)
        found = await self.post(path, body | {"name": "井巷社区", "address": "ＡＢ路１号 狗市口"})
        words = ("井", "狗", "井巷", "ab路1号", "Ａｂ路", "口 井")
        await self.require_found(found, path, words)
        await self.require_found(found, "/v1/communities", words)

    async def test_work_units_and_organizations_by_their_names(self) -> None:
        path = "/admin/v1/work-units"
        other = await self.post(path, {"name": "东湖小学", "credit_code": a_code()})
        unit = await self.post(path, {"name": "井巷Ｄｏｇ小学", "credit_code": a_code()})
        await self.require_found(unit, path, ("井", "DOG", "dog 井", "巷"))
        path = "/admin/v1/party-organizations"
        body = {"kind": "branch", "name": "第一支部", "work_unit_id": unit["id"]}
        found = await self.post(path, body)
        await self.post(path, body | {"work_unit_id": other["id"]})
        words = ("井", "井巷 支", "一 dog")
        await self.require_found(found, path, words)
        await self.require_found(found, "/v1/party-organizations", words)

    async def test_activities_by_title_summary_address_and_organiser(self) -> None:
        path = f"/admin{self.here}/activities"
        body = {
            "title": long_text("题", 60),
            "summary": long_text("要", 200),
            "category": "environment",
            "risk_statement": "使用铁锹",
            "organiser": "东湖居委会",
            "contact": "窗口",
            "address": "东门",
        }
        await self.published(path, body)
        found = await self.published(
            path, body | {"address": long_text("狗市口", 200), "organiser": long_text("井巷Ａ", 60)}
        )
        words = ("狗", "市口", "井", "巷a", "井巷 狗市")
        await self.require_found(found, f"{self.here}/activities", words)
        assert len(await self.ids(f"{self.here}/activities", q="题 要")) == 2

    async def published(self, path: str, body: dict[str, Any]) -> Any:
        activity = await self.post(path, body, self.worker)
        starts_at = NOW + timedelta(days=3)
        shift = {
            "starts_at": starts_at.isoformat(),
            "ends_at": (starts_at + timedelta(hours=2)).isoformat(),
            "roles": [{"capacity": 2}],
        }
        await self.post(f"{path}/{activity['id']}/shifts", shift, self.worker)
        return await self.post(f"{path}/{activity['id']}/publish", by=self.worker)

    async def test_topics_by_title_and_text(self) -> None:
        path, body = f"{self.here}/topics", {"title": "东湖", "text": "东湖", "category": "other"}
        await self.post(path, body)
        text = long_text("Ａ井。 遛狗处")
        found = await self.post(path, body | {"title": "广场", "text": text})
        words = ("狗", "狗处", "井", "a井", "遛狗 广场", "处 场")
        await self.require_found(found, path, words)
        await self.require_found(found, path, words, mine="true")
        await self.require_found(found, f"/admin{path}", words, self.worker)

    async def test_tickets_that_are_shown_by_their_text(self) -> None:
        await self.accepted("东湖")
        found = await self.accepted(long_text("Ａ井。 遛狗处"))
        words = ("狗", "狗处", "井", "a井", "遛狗 井", "处")
        await self.require_found(found, f"{self.here}/tickets", words)

    async def accepted(self, text: str) -> Any:
        ticket = await a_ticket(self.database, self.community, visibility="public", text=text)
        return await self.post(f"/admin{self.here}/tickets/{ticket.id}/accept", by=self.worker)

    async def test_my_own_tickets_also_private_ones(self) -> None:
        for text in ("东湖", long_text("Ａ井。 遛狗处")):
            ticket = await a_ticket(self.database, self.community, self.me, text=text)
        words = ("狗", "狗处", "井", "a井", "遛狗 井", "处")
        await self.require_found({"id": str(ticket.id)}, f"{self.here}/tickets", words, mine="true")

    async def test_what_is_not_shown_has_no_terms(self) -> None:
        """Neither a private ticket, also when it is accepted, nor a public one before that."""
        private = await a_ticket(self.database, self.community, text="遛狗")
        await self.post(f"/admin{self.here}/tickets/{private.id}/accept", by=self.worker)
        await a_ticket(self.database, self.community, visibility="public", text="井盖")
        async with self.database.transaction() as session:
            terms = list(await session.scalars(select(Ticket.search_grams)))
        assert terms == [[], []]
