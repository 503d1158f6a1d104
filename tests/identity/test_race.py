"""Concurrent requests, each on a connection of its own: one person, one chain of tokens, one
use."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from fastapi import FastAPI
from httpx import AsyncClient, Response
from sqlalchemy import func, select

from app.identity.models import LoginSession, UsedCode, User, WechatIdentity
from app.identity.sessions.refresh_token import RefreshToken
from app.kernel import clock
from app.kernel.database.engine import Database, lock
from app.kernel.jobs.events import EventRow
from tests.client import SETTINGS, phone_of
from tests.identity.administrators import an_administrator
from tests.identity.wechat import Wechat
from tests.now import NOW

DEVICE = "telephone-1"
LOGIN = "/v1/auth/wechat/sessions"


class TestRaces:
    @pytest.fixture(name="database")
    def _database(self, own_database: Database) -> Database:
        return own_database

    @pytest.fixture(autouse=True)
    async def arrange(
        self, app: FastAPI, http: AsyncClient, database: Database, wechat: Wechat
    ) -> AsyncIterator[None]:
        self.http, self.database, self.wechat = http, database, wechat
        async with phone_of(app) as self.phone:
            yield

    async def refresh(self, token: str) -> Response:
        body = {"refresh_token": token, "device": DEVICE}
        return await self.phone.post("/v1/auth/sessions/refresh", json=body)

    async def count(self, *models: type) -> list[int]:
        async with self.database.transaction() as session:
            counts = [await session.scalar(select(func.count()).select_from(m)) for m in models]
        return [number or 0 for number in counts]

    async def test_fifteen_first_logins_of_one_account_make_one_person(self) -> None:
        codes = [await self.wechat.a_login("openid") for _ in range(15)]
        bodies = [{"code": code, "device": DEVICE} for code in codes]
        answers = await asyncio.gather(*(self.http.post(LOGIN, json=body) for body in bodies))
        assert Counter(answer.status_code for answer in answers) == {201: 15}
        assert len({answer.json()["user"]["id"] for answer in answers}) == 1
        assert await self.count(User, WechatIdentity, LoginSession) == [1, 1, 15]

    async def test_fifty_uses_at_once_are_one_family_and_no_theft(self) -> None:
        body = {"code": await self.wechat.a_login("openid"), "device": DEVICE}
        first = (await self.http.post(LOGIN, json=body)).json()["refresh_token"]
        answers = await asyncio.gather(*(self.refresh(first) for _ in range(50)))
        assert Counter(answer.status_code for answer in answers) == {200: 50}
        [successor] = {answer.json()["refresh_token"] for answer in answers}
        assert await self.count(LoginSession, EventRow) == [1, 0]
        assert (await self.refresh(successor)).status_code == 200

    async def test_who_waits_for_another_use_looks_again(self) -> None:
        """An old token that arrives while a newer one is being used does not undo that use."""
        body = {"code": await self.wechat.a_login("openid"), "device": DEVICE}
        first = (await self.http.post(LOGIN, json=body)).json()["refresh_token"]
        async with self.database.transaction() as session:
            login = (await session.scalars(select(LoginSession))).one()
            await lock(session, login)
            late = asyncio.create_task(self.refresh(first))
            await asyncio.sleep(0.3)  # By now the request waits for the lock.
            newest = RefreshToken.read(first)
            for _ in range(2):
                newest = newest.successor(SETTINGS.key_for("refresh"))
                login.rotate(newest.hashed(), NOW)
        assert (await late).status_code == 401
        async with self.database.transaction() as session:
            stored = (await session.scalars(select(LoginSession))).one()
        assert newest.matches(stored.secret_hash)
        assert stored.revoked_because == "reused"

    async def test_fifty_thefts_at_once_are_told_once(self) -> None:
        body = {"code": await self.wechat.a_login("openid"), "device": DEVICE}
        first = (await self.http.post(LOGIN, json=body)).json()["refresh_token"]
        await self.refresh(first)
        with clock.frozen(NOW + timedelta(seconds=61)):
            answers = await asyncio.gather(*(self.refresh(first) for _ in range(50)))
        assert Counter(answer.status_code for answer in answers) == {401: 50}
        assert await self.count(EventRow) == [1]

    async def test_a_code_of_a_second_factor_lets_one_in(self) -> None:
        fang = await an_administrator(self.database)
        body = fang.login(totp=fang.code())
        path = "/admin/v1/auth/sessions"
        answers = await asyncio.gather(*(self.http.post(path, json=body) for _ in range(5)))
        assert Counter(answer.status_code for answer in answers) == {201: 1, 401: 4}
        assert await self.count(UsedCode, LoginSession) == [1, 1]
