"""/v1/me/calendar-feeds, and the feeds that calendar programs read."""

import asyncio
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import delete, select

from app.communities.models import Participant
from app.kernel.database.engine import Database
from app.service_records.calendar_feeds.address import FeedToken
from app.service_records.models import MAX_FEEDS, CalendarFeed
from app.service_records.occasions.service import change_occasion
from app.volunteering.models import Shift
from tests.client import as_
from tests.factories import a_community, a_participant, a_person, a_shift, a_signup, a_user, joined
from tests.service_records.calendars import read_events

FEEDS = "/v1/me/calendar-feeds"


class TestCalendarFeeds:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_participant(database, self.community)
        assert self.me.user_id is not None
        self.user: UUID = self.me.user_id

    async def make(self) -> str:
        answer = await self.http.post(FEEDS, headers=as_(self.user))
        assert answer.status_code == 201, answer.text
        return str(answer.json()["path"])

    async def shift_of_mine(self, community: UUID, me: Participant) -> Shift:
        shift = await a_shift(self.database, community)
        await a_signup(self.database, shift, me)
        return shift

    async def events(self, path: str) -> dict[str, tuple[str, str]]:
        answer = await self.http.get(path)
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
        return {
            event.uid.removesuffix("@linli"): (event.starts_at.isoformat(), event.address)
            for event in read_events(answer.content)
        }

    async def test_a_feed_has_the_confirmed_shifts_of_all_my_communities(self) -> None:
        elsewhere = await a_community(self.database)
        there = await joined(self.database, a_person(elsewhere, self.user))
        mine = [
            await self.shift_of_mine(self.community, self.me),
            await self.shift_of_mine(elsewhere, there),
        ]
        full = await a_shift(self.database, self.community)
        await a_signup(self.database, full)
        await a_signup(self.database, full, self.me)
        assert await self.events(await self.make()) == {
            str(shift.id): (shift.starts_at.replace(microsecond=0).isoformat(), "3号楼前")
            for shift in mine
        }

    async def test_what_is_given_up_goes_from_the_calendar(self) -> None:
        shift = await self.shift_of_mine(self.community, self.me)
        path = await self.make()
        signups = f"/v1/communities/{self.community}/signups"
        mine = await self.http.get("/v1/me/signups", headers=as_(self.user))
        signup_id = mine.json()["items"][0]["id"]
        assert await self.events(path) == {str(shift.id): await self._of(shift)}
        answer = await self.http.post(f"{signups}/{signup_id}/withdraw", headers=as_(self.user))
        assert answer.status_code == 200, answer.text
        assert await self.events(path) == {}

    async def _of(self, shift: Shift) -> tuple[str, str]:
        return shift.starts_at.replace(microsecond=0).isoformat(), "3号楼前"

    async def test_a_revoked_feed_is_unknown_at_once_and_others_go_on(self) -> None:
        left, revoked = await self.make(), await self.make()
        [newest, _] = (await self.list())["items"]
        gone = await self.http.delete(f"{FEEDS}/{newest['id']}", headers=as_(self.user))
        assert gone.status_code == 204
        assert (await self.read(revoked)).status_code == 404
        assert (await self.read(left)).status_code == 200

    async def list(self) -> dict[str, list[dict[str, str]]]:
        answer = await self.http.get(FEEDS, headers=as_(self.user))
        assert answer.status_code == 200
        body: dict[str, list[dict[str, str]]] = answer.json()
        return body

    async def read(self, path: str) -> Response:
        return await self.http.get(path)

    async def test_the_list_shows_no_address(self) -> None:
        path = await self.make()
        token = path.removeprefix("/v1/calendar-feeds/").removesuffix(".ics")
        answer = await self.http.get(FEEDS, headers=as_(self.user))
        assert token[22:] not in answer.text
        assert list((await self.list())["items"][0]) == ["id", "created_at"]

    async def test_what_is_stored_does_not_open_the_feed(self) -> None:
        """Neither the secret nor anything that reads it lies in the row."""
        path = await self.make()
        async with self.database.transaction() as session:
            [feed] = await session.scalars(select(CalendarFeed).filter_by(user_id=self.user))
        token = FeedToken.read(path.removeprefix("/v1/calendar-feeds/").removesuffix(".ics"))
        assert token.secret not in feed.secret_hash
        forged = FeedToken(self.user, feed.secret_hash[:24])
        assert (await self.read(f"/v1/calendar-feeds/{forged}.ics")).status_code == 404

    async def test_unknown_addresses_are_all_the_same(self) -> None:
        path = await self.make()
        await self.forget()
        stranger = FeedToken.new(await a_user(self.database))
        tries = [
            path,
            f"/v1/calendar-feeds/{stranger}.ics",
            f"/v1/calendar-feeds/{FeedToken.new(uuid4())}",
            "/v1/calendar-feeds/x.ics",
            "/v1/calendar-feeds/.ics",
        ]
        answers = [await self.read(one) for one in tries]
        assert {answer.status_code for answer in answers} == {404}
        bodies = [{**answer.json(), "request_id": ""} for answer in answers]
        assert all(body == bodies[0] for body in bodies)

    async def forget(self) -> None:
        async with self.database.transaction() as session:
            await session.execute(delete(CalendarFeed).filter_by(user_id=self.user))

    async def test_nobody_revokes_another_persons_feed(self) -> None:
        path = await self.make()
        [feed] = (await self.list())["items"]
        thief = as_(await a_user(self.database))
        assert (await self.http.delete(f"{FEEDS}/{feed['id']}", headers=thief)).status_code == 404
        assert (await self.read(path)).status_code == 200

    async def test_one_person_has_few_feeds(self) -> None:
        paths = [await self.make() for _ in range(MAX_FEEDS)]
        assert len(set(paths)) == MAX_FEEDS
        refused = await self.http.post(FEEDS, headers=as_(self.user))
        assert refused.status_code == 409
        body = refused.json()
        assert (body["code"], body["most"]) == ("service_records.too_many_feeds", MAX_FEEDS)

    async def test_a_moved_shift_moves_in_the_calendar(self) -> None:
        shift = await self.shift_of_mine(self.community, self.me)
        path = await self.make()
        [[before, _]] = (await self.events(path)).values()
        async with self.database.transaction() as session:
            await change_occasion(
                session,
                *(self.community, shift.id),
                starts_at=shift.starts_at + timedelta(days=1),
                ends_at=shift.ends_at + timedelta(days=1),
            )
        [[after, _]] = (await self.events(path)).values()
        moved = datetime.fromisoformat(after) - datetime.fromisoformat(before)
        assert moved == timedelta(days=1)


class TestAtOnce:
    """Requests on connections that really commit beside each other."""

    @pytest.fixture(name="database")
    def _database(self, own_database: Database) -> Database:
        return own_database

    async def test_one_person_has_few_feeds(self, http: AsyncClient, database: Database) -> None:
        user = await a_user(database)
        makes = [http.post(FEEDS, headers=as_(user)) for _ in range(MAX_FEEDS + 3)]
        codes = sorted(answer.status_code for answer in await asyncio.gather(*makes))
        assert codes == [201] * MAX_FEEDS + [409] * 3
