"""Personal data reaches no log and no answer that refuses, whatever fails."""

import logging
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI, Request
from httpx import AsyncClient, Response
from sqlalchemy import text

from app.kernel import logs
from app.kernel.database.engine import Database
from app.kernel.errors import Conflict
from app.kernel.web.dependencies import Session
from app.main import create_app
from app.settings import Settings
from tests.canaries import CANARIES, CANARY_TEXT, NAME, OPENID, PHONE, SECRET, TOKEN
from tests.client import as_, as_admin, client_of_app
from tests.factories import a_community, a_user, staff
from tests.routes import OPERATIONS


@pytest.mark.parametrize("name", ["httpx", "httpcore"])
def test_clients_do_not_write_addresses(name: str) -> None:
    assert not logging.getLogger(name).isEnabledFor(logging.INFO)


@contextmanager
def configured() -> Iterator[None]:
    """Configures the log as a process does, at its most talkative level."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    logs.configure("DEBUG")
    root.handlers += before
    try:
        yield
    finally:
        root.handlers = before
        root.setLevel(level)


SENT: dict[str, Any] = {
    "entry": CANARY_TEXT,
    NAME: PHONE,
    "name": CANARY_TEXT,
    "code": CANARY_TEXT,
    "reason": CANARY_TEXT,
}
BROKEN = ("database", "program", "rule")


def break_things(app: FastAPI) -> None:
    @app.post("/broken/database")
    async def fails_in_the_database(session: Session, body: dict[str, Any]) -> None:
        await session.execute(text("SELECT CAST(:entry AS int)"), {"entry": body["entry"]})

    @app.post("/broken/program")
    async def fails_in_the_program(request: Request) -> None:
        raise RuntimeError(await request.json())

    @app.post("/broken/rule")
    async def fails_by_a_rule(body: dict[str, Any]) -> None:
        raise Conflict from ValueError(body["entry"])


async def everything(
    http: AsyncClient, here: UUID, everybody: Sequence[dict[str, str]]
) -> AsyncIterator[Response]:
    """Bad requests to every route, by everybody, full of what must not be seen again."""
    for kind in BROKEN:
        yield await http.post(f"/broken/{kind}", json=SENT)
    query = {NAME: PHONE, "cursor": CANARY_TEXT, "q": "x" * 900, "limit": CANARY_TEXT}
    for operation, headers in product(OPERATIONS, everybody):
        body: dict[str, Any] = {} if operation.method in {"GET", "DELETE"} else {"json": SENT}
        yield await http.request(
            operation.method,
            operation.target(community_id=here),
            params=query,
            headers=headers | {"Idempotency-Key": "canary-0001"},
            **body,
        )
    for path in (f"/v1/{PHONE}", f"/problems/{OPENID}", f"/docs/files/{SECRET}"):
        yield await http.get(path)


async def test_canaries_reach_no_log_and_no_refusal(
    database: Database,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    app = create_app(Settings.demo(log_requests=True), database)
    break_things(app)
    here = await a_community(database)
    everybody = (
        {"Authorization": f"Bearer {TOKEN}"},
        as_(await a_user(database)),
        as_admin(await staff(database, here)),
    )
    with configured():
        caplog.set_level(logging.INFO)
        async with client_of_app(app) as http:
            answers = [answer async for answer in everything(http, here, everybody)]
    refused = [answer for answer in answers if answer.status_code >= 400]
    assert len(refused) > len(OPERATIONS)
    written = "".join([caplog.text, *capfd.readouterr(), *(answer.text for answer in refused)])
    assert '"logger": "linli.access"' in written
    assert "RuntimeError" in written
    for canary in CANARIES:
        assert canary not in written
