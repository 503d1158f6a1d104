"""GET /v1/communities/{community_id}/activities. Every user may read it: no 403 and no 409."""

from datetime import timedelta
from uuid import UUID

import pytest
from httpx import AsyncClient, Response

from app.kernel.database.engine import Database
from app.kernel.database.search_terms import search_terms
from app.volunteering.activities.schemas import ActivityPage
from app.volunteering.models import Activity
from tests.client import as_
from tests.factories import a_community, a_shift, a_signup, a_user, an_activity
from tests.now import NOW


class TestListActivities:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.reader = await a_user(database)
        self.activities = [
            await an_activity(
                database, self.community, starts_at=NOW + timedelta(days), published=True
            )
            for days in (1, 2, 2, 3, 5)
        ]

    async def list_activities(
        self, by: UUID | None, query: dict[str, str | int] | None = None, etag: str | None = None
    ) -> Response:
        path = f"/v1/communities/{self.community}/activities"
        headers = as_(by) | ({} if etag is None else {"If-None-Match": etag})
        return await self.http.get(path, params=query or {}, headers=headers)

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.list_activities(by=None)).status_code == 401

    async def test_an_unknown_community_has_none(self) -> None:
        self.community = await a_user(self.database)
        answer = await self.list_activities(by=self.reader)
        assert answer.json() == {"items": [], "next_cursor": None}

    @pytest.mark.parametrize(
        "query",
        [
            {"limit": 0},
            {"cursor": "behind"},
            {"page": 2},
            {"from": "9999-12-31T23:59:59-23:59"},
            {"to": "0001-01-01T00:00:00+14:00"},
        ],
    )
    async def test_a_query_that_means_nothing_is_malformed(
        self, query: dict[str, str | int]
    ) -> None:
        assert (await self.list_activities(self.reader, query)).status_code == 422

    async def test_pages_are_in_order_and_complete(self) -> None:
        seen: list[UUID] = []
        query: dict[str, str | int] = {"limit": 2}
        for _ in range(3):
            answer = await self.list_activities(self.reader, query)
            page = ActivityPage.model_validate_json(answer.content)
            seen += [item.id for item in page.items]
            query["cursor"] = page.next_cursor or ""
        assert page.next_cursor is None
        in_order = sorted(self.activities, key=lambda a: (a.starts_at, a.id))
        assert seen == [a.id for a in in_order]

    async def test_it_tells_the_places_left_and_hides_drafts(self) -> None:
        draft = await an_activity(self.database, self.community)
        first = self.activities[0]
        await a_shift(self.database, self.community, of=draft, places=9)
        await a_shift(self.database, self.community, of=first, places=3)
        await a_signup(
            self.database, await a_shift(self.database, self.community, of=first, places=2)
        )
        answer = await self.list_activities(by=self.reader)
        page = ActivityPage.model_validate_json(answer.content)
        assert draft.id not in [item.id for item in page.items]
        assert [item.remaining for item in page.items] == [4, 0, 0, 0, 0]
        assert answer.content == page.model_dump_json().encode()  # The schema does not shape it.

    async def test_a_page_that_has_not_changed_is_not_sent_again(self) -> None:
        tag = (await self.list_activities(by=self.reader)).headers["etag"]
        unchanged = await self.list_activities(by=self.reader, etag=f'"other", W/{tag}')
        assert (unchanged.status_code, unchanged.content, unchanged.headers["etag"]) == (
            304,
            b"",
            tag,
        )
        await a_shift(self.database, self.community, of=self.activities[0])
        assert (await self.list_activities(by=self.reader, etag=tag)).status_code == 200

    async def titles(self, **query: str) -> list[str]:
        answer = await self.list_activities(self.reader, dict(query))
        assert answer.status_code == 200
        return [item["title"] for item in answer.json()["items"]]

    async def test_what_is_over_is_not_shown_unless_it_is_asked_for(self) -> None:
        await an_activity(
            self.database, self.community, starts_at=NOW - timedelta(days=1), published=True
        )
        assert len(await self.titles()) == 5
        since = (NOW - timedelta(days=2)).isoformat()
        assert len(await self.titles(**{"from": since})) == 6

    async def test_a_window_of_time_is_shown(self) -> None:
        window = {
            "from": (NOW + timedelta(days=2, hours=-1)).isoformat(),
            "to": (NOW + timedelta(days=3)).isoformat(),
        }
        assert len(await self.titles(**window)) == 2

    async def test_words_are_looked_for(self) -> None:
        async with self.database.transaction() as session:
            activity = await session.get_one(Activity, (self.community, self.activities[3].id))
            activity.title, activity.search_grams = "春季植树", search_terms("春季植树 东门")
        assert await self.titles(q="植树") == ["春季植树"]
        assert await self.titles(q="植树东门") == []
        assert await self.titles(q="下棋") == []

    async def test_what_was_cancelled_is_found_by_its_status(self) -> None:
        async with self.database.transaction() as session:
            first = await session.get_one(Activity, (self.community, self.activities[0].id))
            first.cancel(NOW, "暴雨")
        assert len(await self.titles(status="cancelled")) == 1
        assert len(await self.titles()) == 4
        answer = await self.list_activities(self.reader, {"status": "draft"})
        assert answer.status_code == 422
