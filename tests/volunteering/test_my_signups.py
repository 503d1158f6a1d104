"""GET …/signups/me, GET …/signups/{signup_id} and GET /v1/me/signups"""

from datetime import timedelta

import pytest
from httpx import AsyncClient

from app.kernel import clock
from app.kernel.database.engine import Database
from tests.client import as_
from tests.factories import a_community, a_participant, a_person, a_shift, a_signup, joined
from tests.now import NOW


class TestMySignups:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community, self.other_community = [await a_community(database) for _ in range(2)]
        self.me = await a_participant(database, self.community)
        assert self.me.user_id is not None
        me_in_other = await joined(database, a_person(self.other_community, self.me.user_id))
        self.first = await a_signup(database, await a_shift(database, self.community), self.me)
        self.second = await a_signup(
            database, await a_shift(database, self.community, starts_in=timedelta(3)), self.me
        )
        self.third = await a_signup(
            database, await a_shift(database, self.other_community), me_in_other
        )
        await a_signup(database, await a_shift(database, self.community))

    async def ids(self, path: str, **query: str) -> list[str]:
        answer = await self.http.get(path, params=query, headers=as_(self.me.user_id))
        assert answer.status_code == 200
        return [item["id"] for item in answer.json()["items"]]

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.http.get("/v1/me/signups")).status_code == 401

    async def test_my_signups_in_all_communities_the_next_shift_first(self) -> None:
        mine = [str(s.id) for s in (self.first, self.third, self.second)]
        assert await self.ids("/v1/me/signups") == mine
        page = await self.http.get(
            "/v1/me/signups", params={"limit": 2}, headers=as_(self.me.user_id)
        )
        assert await self.ids("/v1/me/signups", cursor=page.json()["next_cursor"]) == mine[2:]

    async def test_my_signups_in_one_community_with_their_activities(self) -> None:
        path = f"/v1/communities/{self.community}/signups/me"
        assert await self.ids(path) == [str(self.first.id), str(self.second.id)]
        assert await self.ids(path, status="waitlisted") == []
        answer = await self.http.get(path, headers=as_(self.me.user_id))
        item = answer.json()["items"][0]
        assert (item["title"], item["starts_at"]) == ("清扫楼道", "2026-12-07T04:00:00Z")
        assert item["community_name"] == "临里"

    async def test_what_is_over_or_withdrawn_stands_after_what_is_ahead_on_every_page(self) -> None:
        headers = as_(self.me.user_id)
        path = f"/v1/communities/{self.community}/signups/{self.first.id}/withdraw"
        await self.http.post(path, headers=headers)
        order = [str(s.id) for s in (self.third, self.second, self.first)]
        assert await self.ids("/v1/me/signups") == order
        with clock.frozen(NOW + timedelta(days=2, hours=3)):
            headers = as_(self.me.user_id)
            assert await self.ids("/v1/me/signups") == [
                str(self.second.id),
                *sorted([str(self.first.id), str(self.third.id)]),
            ]
            shown: list[str] = []
            query = {"limit": "1"}
            while True:
                page = (await self.http.get("/v1/me/signups", params=query, headers=headers)).json()
                shown += [item["id"] for item in page["items"]]
                if page["next_cursor"] is None:
                    break
                query = {"limit": "1", "cursor": page["next_cursor"]}
            assert shown == await self.ids("/v1/me/signups")

    async def test_a_neighbour_finds_none_of_mine(self) -> None:
        neighbour = await a_participant(self.database, self.community)
        answer = await self.http.get("/v1/me/signups", headers=as_(neighbour.user_id))
        assert answer.json()["items"] == []
        path = f"/v1/communities/{self.community}/signups/{self.first.id}"
        assert (await self.http.get(path, headers=as_(neighbour.user_id))).status_code == 404
        assert (await self.http.get(path, headers=as_(self.me.user_id))).status_code == 200

    async def test_who_has_not_joined_finds_nothing(self) -> None:
        outsider = await a_participant(self.database, self.other_community)
        path = f"/v1/communities/{self.community}/signups/me"
        assert (await self.http.get(path, headers=as_(outsider.user_id))).status_code == 404
