"""Commits: nobody is told of a success that the database then refuses: the commit comes first."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from uuid import UUID, uuid4

import pytest
from fastapi import APIRouter
from httpx import AsyncClient
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.deps import IdempotentForUser
from app.kernel.database.engine import Database, after_refusal
from app.kernel.errors import NotFound
from app.kernel.lane.connection import Connection
from app.kernel.lane.lane import HotLane
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from tests.client import an_app, as_, client_of_app
from tests.factories import a_community, a_user

TABLE = "CREATE TABLE ones (n int, CONSTRAINT uq_ones UNIQUE (n) DEFERRABLE INITIALLY DEFERRED)"
TWICE = "INSERT INTO ones VALUES (1), (1)"

router = APIRouter(prefix="/{community_id}")
idempotent_router = APIRouter(
    prefix="/{community_id}", route_class=IdempotentRoute, dependencies=[IdempotentForUser]
)


@router.post("/session")
async def in_a_session(session: Session) -> None:
    await session.execute(text(TWICE))


@idempotent_router.post("/once", status_code=201)
async def once(session: Session) -> None:
    await session.execute(text(TWICE))


async def twice(
    connection: Connection, _community_id: UUID, commands: Sequence[str]
) -> Sequence[str]:
    await connection.execute(TWICE)
    return commands


@router.post("/lane")
async def in_the_lane(community_id: UUID, lane: HotLane) -> str:
    return await lane.submit(twice, community_id, uuid4(), "done")


@pytest.mark.parametrize("path", ["session", "once", "lane"])
async def test_a_commit_that_fails_is_not_a_success(own_database: Database, path: str) -> None:
    async with own_database.transaction() as session:
        await session.execute(text(TABLE))
    app = an_app(own_database)
    app.include_router(router)
    app.include_router(idempotent_router)
    community_id, user = await a_community(own_database), await a_user(own_database)
    http: AsyncClient
    async with client_of_app(app) as http:
        answer = await http.post(f"/{community_id}/{path}", headers=as_(user, "commit-1"))
    assert (answer.status_code, answer.json()["code"]) == (409, "conflict")
    async with own_database.transaction() as session:
        assert await session.scalar(text("SELECT count(*) FROM ones")) == 0
        assert await session.scalar(text("SELECT count(*) FROM idempotency_keys")) == 0


class TestAfterRefusal:
    """`after_refusal`: what is left to be done when a transaction is refused."""

    @pytest.fixture(autouse=True)
    async def arrange(self, own_database: Database) -> None:
        self.database = own_database
        async with own_database.transaction() as session:
            await session.execute(text("CREATE TABLE ones (n int)"))

    async def add(self, session: AsyncSession, n: int) -> None:
        await session.execute(text("INSERT INTO ones VALUES (:n)"), {"n": n})

    async def end_by(self, fault: Exception | None) -> list[int]:
        """Adds 1, notes that 2 is to be added after a refusal, and returns what is there."""
        with suppress(NotFound, RuntimeError):
            async with self.database.transaction() as session:
                await self.add(session, 1)
                after_refusal(session, partial(self.add, n=2))
                if fault is not None:
                    raise fault
        async with self.database.transaction() as session:
            return list(await session.scalars(text("SELECT n FROM ones")))

    async def test_it_follows_a_refusal_whose_own_work_is_undone(self) -> None:
        assert await self.end_by(NotFound()) == [2]

    async def test_it_does_not_follow_a_success(self) -> None:
        assert await self.end_by(None) == [1]

    async def test_it_does_not_follow_a_fault(self) -> None:
        assert await self.end_by(RuntimeError()) == []
