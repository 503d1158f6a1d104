"""POST /v1/auth/sessions/refresh, and DELETE /v1/auth/sessions/current"""

from base64 import urlsafe_b64encode
from collections.abc import Mapping
from datetime import datetime, timedelta
from os import urandom
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select, update

from app.identity.models import LoginSession, User
from app.identity.sessions.refresh_token import RefreshToken
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from app.kernel.jobs.events import EventRow
from app.notifications.inbox import InboxMessage, content_of
from app.worker import Worker
from tests.factories import a_community, a_person, joined
from tests.identity.wechat import Wechat
from tests.now import NOW

PATH = "/v1/auth/sessions/refresh"
DEVICE = "telephone-1"


def after(**past: float) -> datetime:
    return NOW + timedelta(**past)


class Refreshing:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database, wechat: Wechat) -> None:
        self.http, self.database, self.wechat = http, database, wechat
        session = await self.log_in()
        self.user, self.first = UUID(session["user"]["id"]), session["refresh_token"]

    async def log_in(self) -> dict[str, Any]:
        body = {"code": await self.wechat.a_login("openid"), "device": DEVICE}
        session: dict[str, Any] = (
            await self.http.post("/v1/auth/wechat/sessions", json=body)
        ).json()
        return session

    async def show(
        self, token: str, instant: datetime = NOW, device: str | None = DEVICE, path: str = PATH
    ) -> Response:
        with clock.frozen(instant):
            return await self.http.post(path, json={"refresh_token": token, "device": device})

    async def next(self, token: str, instant: datetime = NOW) -> str:
        answer = await self.show(token, instant)
        assert answer.status_code == 200
        return str(answer.json()["refresh_token"])

    async def login(self) -> LoginSession:
        """Returns the newest login."""
        query = select(LoginSession).order_by(LoginSession.id.desc()).limit(1)
        async with self.database.transaction() as session:
            return (await session.scalars(query)).one()

    async def events(self) -> list[EventRow]:
        async with self.database.transaction() as session:
            return list(await session.scalars(select(EventRow)))

    async def is_ended(self, token: str, instant: datetime = NOW, **how: Any) -> bool:
        answer = await self.show(token, instant, **how)
        is_refused = (answer.status_code, answer.json().get("code")) == (
            401,
            "identity.session_ended",
        )
        assert is_refused or answer.status_code == 200
        return is_refused


class TestRefresh(Refreshing):
    @pytest.mark.parametrize(
        "body",
        [
            {},
            {"refresh_token": 1},
            {"refresh_token": "x" * 600},
            {"refresh_token": "", "user": "1"},
        ],
    )
    async def test_malformed(self, body: Mapping[str, Any]) -> None:
        assert (await self.http.post(PATH, json=body)).status_code == 422

    async def test_garbage_is_refused_and_harms_nobody(self) -> None:
        mine = (await self.login()).id.bytes
        random = (urandom(64), self.user.bytes + urandom(48), self.user.bytes + mine + urandom(32))
        tokens = [urlsafe_b64encode(data).rstrip(b"=").decode() for data in random]
        last = self.first[:-1] + ("A" if self.first[-1] != "A" else "B")
        for token in (
            *tokens,
            "x",
            "A" * 86,
            "A" * 107,
            "é" * 107,
            self.first + "==",
            self.first[:-1],
            last,
        ):
            assert await self.is_ended(token), token
        assert await self.next(self.first)

    async def test_each_use_gives_another_one_and_an_access_token(self) -> None:
        answer = await self.show(self.first)
        tokens = answer.json()
        assert set(tokens) == {"access_token", "token_type", "expires_in", "refresh_token"}
        assert tokens["refresh_token"] != self.first
        headers = {"Authorization": f"Bearer {tokens['access_token']}"}
        assert (await self.http.get("/v1/me", headers=headers)).status_code == 200
        assert await self.next(tokens["refresh_token"], after(days=13))

    async def test_a_residents_token_is_none_of_an_administrator(self) -> None:
        assert await self.is_ended(self.first, path="/admin/v1/auth/sessions/refresh")
        assert await self.next(self.first)

    async def test_a_blocked_person_gets_none(self) -> None:
        async with self.database.transaction() as session:
            await session.execute(update(User).values(status="blocked"))
        assert await self.is_ended(self.first)

    async def test_the_new_access_token_has_the_present_version(self) -> None:
        async with self.database.transaction() as session:
            await session.execute(update(User).values(version=7))
        token = (await self.show(self.first)).json()["access_token"]
        answer = await self.http.get("/v1/me", headers={"Authorization": f"Bearer {token}"})
        assert answer.status_code == 200

    async def test_unused_for_fourteen_days_it_ends(self) -> None:
        assert await self.next(self.first, after(days=14, seconds=-1))
        fresh = (await self.log_in())["refresh_token"]
        assert await self.is_ended(fresh, after(days=14))

    async def test_after_thirty_days_it_ends_however_often_it_was_used(self) -> None:
        token = self.first
        for days in (10, 20, 29.99):
            token = await self.next(token, after(days=days))
        assert await self.is_ended(token, after(days=30))


class TestLimit(Refreshing):
    async def test_garbage_is_counted_by_address(self) -> None:
        for _ in range(300):
            token = urlsafe_b64encode(urandom(80)).rstrip(b"=").decode()
            answer = await self.show(token)
        assert answer.status_code == 401
        answer = await self.show(token)
        assert answer.status_code == 429
        assert answer.headers["RateLimit-Policy"] == '"refresh";q=300;w=60'

    async def test_sixty_a_minute_for_a_login(self) -> None:
        token = self.first
        for _ in range(60):
            token = await self.next(token)
        answer = await self.show(token)
        assert answer.status_code == 429
        assert answer.headers["RateLimit-Policy"] == '"refresh-login";q=60;w=60'
        assert await self.next(token, after(minutes=1))


class TestReuse(Refreshing):
    async def test_a_lost_answer_is_given_again(self) -> None:
        answers = [await self.next(self.first, after(seconds=s)) for s in (0, 3, 10, 59, 60)]
        assert len(set(answers)) == 1
        assert await self.next(answers[0], after(seconds=61))
        assert await self.events() == []

    async def test_the_successor_stands_nowhere(self) -> None:
        successor = await self.next(self.first)
        columns = str(vars(await self.login()))
        assert successor[43:86] not in columns
        assert successor[:42] == self.first[:42]

    async def test_later_it_is_a_theft_and_ends_the_login(self) -> None:
        successor = await self.next(self.first)
        assert await self.is_ended(self.first, after(seconds=60.001))
        assert await self.is_ended(successor, after(seconds=61))
        login = await self.login()
        assert (login.revoked_because, login.revoked_at) == ("reused", after(seconds=60.001))

    @pytest.mark.parametrize("device", ["telephone-2", None])
    async def test_from_elsewhere_it_is_a_theft_at_once(self, device: str | None) -> None:
        successor = await self.next(self.first)
        assert await self.is_ended(self.first, device=device)
        assert await self.is_ended(successor)

    @pytest.mark.parametrize("generations", [2, 3, 20])
    async def test_one_of_long_ago_is_known_for_what_it_is(self, generations: int) -> None:
        token = self.first
        for _ in range(generations):
            token = await self.next(token)
        assert await self.is_ended(self.first)
        assert await self.is_ended(token)

    async def test_a_forged_secret_costs_no_search_and_harms_nobody(self) -> None:
        """Hashes were counted: 3,001 for a forged secret where one is enough."""
        token = RefreshToken.read(self.first)
        forged = str(token._replace(secret=urandom(32)))
        assert await self.is_ended(forged)
        assert await self.next(self.first)

    async def test_tokens_from_before_tags_go_on(self) -> None:
        token = RefreshToken.read(self.first)
        successor = await self.next(str(token._replace(tag=b"")))
        assert await self.next(successor)

    async def test_an_access_token_ends_with_it(self) -> None:
        answer = await self.show(self.first)
        await self.is_ended(self.first, after(seconds=70))
        headers = {"Authorization": f"Bearer {answer.json()['access_token']}"}
        with clock.frozen(after(seconds=71)):
            assert (await self.http.get("/v1/me", headers=headers)).status_code == 401

    async def test_other_logins_of_the_person_go_on(self) -> None:
        other = (await self.log_in())["refresh_token"]
        await self.next(self.first)
        await self.is_ended(self.first, after(seconds=70))
        assert await self.next(other, after(seconds=71))

    async def test_it_is_told_once_in_each_community(self) -> None:
        communities = [await a_community(self.database) for _ in range(2)]
        for community in communities:
            await joined(self.database, a_person(community, self.user))
        await self.next(self.first)
        for seconds in (70, 71, 72):
            await self.is_ended(self.first, after(seconds=seconds))
        [event] = await self.events()
        assert (event.kind, event.community_id) == ("identity", PLATFORM)
        assert event.read()[:2] == ("identity.refresh_token_reused", {"user_id": str(self.user)})
        with clock.frozen(after(seconds=80)):
            await Worker(self.database).run_due()
        async with self.database.transaction() as session:
            messages = list(await session.scalars(select(InboxMessage)))
        assert {message.community_id for message in messages} == set(communities)
        assert [content_of(message).kind for message in messages] == ["identity.login_ended"] * 2


class TestLogOut(Refreshing):
    async def log_out(self, token: str | None) -> Response:
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        return await self.http.delete("/v1/auth/sessions/current", headers=headers)

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.log_out(None)).status_code == 401

    async def test_nothing_of_this_login_is_worth_anything_afterwards(self) -> None:
        session = await self.log_in()
        answer = await self.log_out(session["access_token"])
        assert (answer.status_code, answer.content) == (204, b"")
        assert await self.is_ended(session["refresh_token"])
        assert (await self.login()).revoked_because == "logout"
        with clock.frozen(after(seconds=60)):
            assert (await self.log_out(session["access_token"])).status_code == 401

    async def test_other_logins_go_on(self) -> None:
        await self.log_out((await self.log_in())["access_token"])
        assert await self.next(self.first)
