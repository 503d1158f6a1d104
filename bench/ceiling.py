"""The ceiling: plain Starlette and asyncpg at the same jobs, as fast as Python does them.

It has the same HTTP server (uvicorn with uvloop and httptools) and the same statements in the same
order, prepared and with generic plans, on asyncpg's own pool of the same size without its
resetting round trip. It checks a token's signature with python-jose once and remembers it, writes
JSON with pydantic-core straight from the rows, and freezes memory after the start. A write
(plain.py) is one transaction.

It has no rules and problems, no checks of input (query, fields, media type, length) or of the
login, no limits, signed cursors, ETags, replays, security headers, request ids or metrics. It also
lacks the means by which the service makes up for them: writes in groups, and one read for all who
wait for the same page.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from hashlib import blake2b
from json import loads
from typing import Any
from uuid import UUID

import asyncpg
from jose import jwt
from pydantic_core import to_json
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.kernel.ops import memory
from app.volunteering.activities.hot import END_OF_TIME, PUBLISHED
from bench.plain import Call, Job, check_in, sign_up, submit, vote

JSON = "application/json"
BEARER = "Bearer "
START = (datetime(1, 1, 2, tzinfo=UTC), UUID(int=0))
SHOWN = 20
JOBS: tuple[tuple[str, Job], ...] = (
    ("/shifts/{shift_id}/signups", sign_up),
    ("/topics/{topic_id}/votes", vote),
    ("/tickets", submit),
    ("/check-ins", check_in),
)


class Ceiling:
    """The application of one process."""

    def __init__(self, url: str, key: bytes, pool_size: int) -> None:
        self._url = url
        self._key = key
        self._pool_size = pool_size
        self._seen: dict[str, UUID] = {}
        self._pool: asyncpg.Pool

    def app(self) -> Starlette:
        here = "/v1/communities/{community_id}"
        return Starlette(
            lifespan=self._lifespan,
            routes=[
                *(Route(here + path, self._writes(job), methods=["POST"]) for path, job in JOBS),
                Route(f"{here}/activities", self.list_activities),
            ],
        )

    @asynccontextmanager
    async def _lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        size = self._pool_size
        settings = {"timezone": "UTC", "plan_cache_mode": "force_generic_plan"}
        self._pool = await asyncpg.create_pool(
            self._url, min_size=size, max_size=size, reset=_leave_it, server_settings=settings
        )
        memory.freeze()
        yield
        await self._pool.close()

    def _caller(self, request: Request) -> UUID:
        token = request.headers["authorization"].removeprefix(BEARER)
        user = self._seen.get(token)
        if user is None:
            claims = jwt.decode(token, self._key, algorithms=["HS256"], audience="linli-resident")
            user = self._seen[token] = UUID(claims["sub"])
        return user

    async def list_activities(self, request: Request) -> Response:
        self._caller(request)
        community_id = UUID(request.path_params["community_id"])
        given = request.query_params.get("to")
        to = END_OF_TIME if given is None else datetime.fromisoformat(given)
        async with self._pool.acquire() as connection:
            rows = await connection.fetch(
                PUBLISHED, community_id, *START, SHOWN + 1, datetime.now(UTC), to
            )
        items = [dict(row) for row in rows[:SHOWN]]
        last = items[-1]
        next_cursor = f"{last['starts_at']}/{last['id']}" if len(rows) > SHOWN else None
        return Response(to_json({"items": items, "next_cursor": next_cursor}), media_type=JSON)

    def _writes(self, job: Job) -> Callable[[Request], Awaitable[Response]]:
        async def write(request: Request) -> Response:
            user = self._caller(request)
            body = await request.body()
            key = request.headers["idempotency-key"].encode()
            call = Call(
                UUID(request.path_params["community_id"]),
                user,
                request.path_params,
                loads(body),
                UUID(bytes=blake2b(user.bytes + key, digest_size=16).digest()),
                blake2b(request.url.path.encode() + body, digest_size=16).digest(),
            )
            async with self._pool.acquire() as connection, connection.transaction():
                answer = await job(connection, call)
            return Response(answer.body, 201, {"Location": answer.location}, JSON)

        return write


async def _leave_it(_connection: Any) -> None:
    """Does nothing: no setting of a connection is ever changed."""
