"""Lists in several orders: each has cursors of its own; words and bounds find what they name."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient

from app.communities.models import Role
from app.feedback.models import TicketStatus
from app.kernel.database.engine import Database
from app.kernel.database.search_terms import search_terms
from tests.client import as_admin
from tests.factories import a_community, a_participant, an_activity, saved, staff
from tests.feedback.rows import a_ticket, a_ticket_in
from tests.now import NOW


class TestSortedLists:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community, Role.COMMUNITY_ADMIN)
        self.me = await a_participant(database, self.community)

    async def read(self, path: str, **query: Any) -> dict[str, Any]:
        base = f"/admin/v1/communities/{self.community}/{path}"
        answer = await self.http.get(base, params=query, headers=as_admin(self.worker))
        body: dict[str, Any] = answer.json() | {"http": answer.status_code}
        return body

    async def all_pages(self, path: str, **query: Any) -> list[str]:
        ids: list[str] = []
        page = await self.read(path, limit=1, **query)
        while True:
            ids += [one["id"] for one in page["items"]]
            if page["next_cursor"] is None:
                return ids
            page = await self.read(path, limit=1, cursor=page["next_cursor"], **query)

    async def test_tickets_by_due_newest_and_oldest(self) -> None:
        first = await a_ticket(self.database, self.community, self.me)
        second = await a_ticket(self.database, self.community, self.me)
        async with self.database.transaction() as session:
            row = await session.get_one(type(first), (self.community, first.id))
            row.resolution_due_at += timedelta(days=9)
        one, two = str(first.id), str(second.id)
        assert await self.all_pages("tickets", sort="oldest") == [one, two]
        assert await self.all_pages("tickets", sort="newest") == [two, one]
        assert await self.all_pages("tickets", sort="due") == [two, one]
        assert await self.all_pages("tickets") == [two, one]

    async def test_tickets_by_their_number_in_every_state(self) -> None:
        await a_ticket(self.database, self.community, self.me)
        closed = await a_ticket_in(self.database, self.community, TicketStatus.CLOSED, self.me)
        assert await self.all_pages("tickets", q=closed.number) == [str(closed.id)]
        assert await self.all_pages("tickets", q=closed.number.lower()) == [str(closed.id)]
        assert await self.all_pages("tickets", q=closed.number, status="submitted") == []
        assert await self.all_pages("tickets", q="无此编号") == []

    async def test_a_cursor_of_another_order_is_refused(self) -> None:
        for _ in range(2):
            await a_ticket(self.database, self.community, self.me)
        cursor = (await self.read("tickets", limit=1, sort="newest"))["next_cursor"]
        for sort in ("oldest", "due"):
            refused = await self.read("tickets", cursor=cursor, sort=sort)
            assert refused["http"] == 422
            assert refused["errors"] == [{"pointer": "/query", "code": "cursor_of_another_sort"}]
        refused = await self.read("posts", cursor=cursor)
        assert (refused["http"], refused["errors"][0]["code"]) == (422, "cursor_of_another_sort")
        assert (await self.read("tickets", cursor=cursor, sort="newest"))["http"] == 200
        assert (await self.read("tickets", sort="number"))["http"] == 422

    async def on(self, days: int | None, title: str) -> UUID:
        """Makes an activity that begins in so many days, or one without shifts."""
        row = await an_activity(self.database, self.community)
        begins = None if days is None else NOW + timedelta(days=days)
        row.title, row.search_grams, row.starts_at = title, search_terms(title), begins
        row.ends_at = None if begins is None else begins + timedelta(hours=2)
        await saved(self.database, row)
        return row.id

    async def test_activities_by_start_within_bounds_and_by_words(self) -> None:
        late, soon = await self.on(9, "重阳敬老"), await self.on(2, "春季植树")
        draft = await self.on(None, "待定")
        in_order = [str(soon), str(late)]
        assert await self.all_pages("activities", sort="starting") == in_order
        assert await self.all_pages("activities") == [str(draft), str(soon), str(late)]
        bounds = {"from": (NOW + timedelta(days=5)).isoformat()}
        assert await self.all_pages("activities", **bounds) == [str(late)]
        bounds = {"to": (NOW + timedelta(days=5)).isoformat()}
        assert await self.all_pages("activities", **bounds) == [str(soon)]
        assert await self.all_pages("activities", q="植树") == [str(soon)]
