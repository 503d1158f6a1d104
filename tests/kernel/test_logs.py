"""What is personal reaches no log and no answer that refuses, whatever fails."""

import json
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
from tests.client import as_, as_admin, client_of_app
from tests.factories import a_community, a_user, staff
from tests.routes import OPERATIONS

PHONE, NAME, OPENID = "13911112222", "欧阳测试名", "oCanary_28-openid-0123456789"
TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.canary-signature"
SECRET, NUMBER = "canary-app-secret", "11010519491231002X"
CANARIES = (PHONE, NAME, OPENID, TOKEN, SECRET, NUMBER)
MESSAGE_BY_ENTRY = f"{NAME} {PHONE} {OPENID} {NUMBER} secret={SECRET} Bearer {TOKEN}"


def line_of(message: str, *arguments: object, **more: Any) -> dict[str, Any]:
    record = logging.LogRecord("app", logging.INFO, "", 0, message, arguments, None)
    record.__dict__.update(more)
    line: dict[str, Any] = json.loads(logs.formatter().format(record))
    return line


@pytest.mark.parametrize(
    ("told", "left"),
    [
        (f"call {PHONE} now", "call [phone] now"),
        ("call +86 139 1111 2222", "call [phone]"),
        ("+861012345678 rang", "[phone] rang"),
        (f"Authorization: Bearer {TOKEN}", "Authorization: Bearer [hidden]"),
        (f"took {TOKEN}", "took [token]"),
        (f"openid {OPENID}.", "openid [openid]."),
        (f"/jscode2session?appid=wx1&secret={SECRET}&js_code=0a1b", None),
        ('{"access_token": "72_abc", "expires_in": 7200}', None),
        (f"id {NUMBER}", "id [id]"),
    ],
)
def test_a_line_hides_what_is_personal(told: str, left: str | None) -> None:
    shown = line_of("%s", told)["event"]
    for canary in (*CANARIES, "0a1b", "72_abc"):
        assert canary not in shown
    assert left is None or shown == left


@pytest.mark.parametrize(
    "told",
    [
        "0193a5c0-7d1e-7c3a-9b52-3f6d2a41e8b7",
        "2026-12-05T04:00:00.123456+00:00",
        "one_function_of_some_length in /app/kernel/one_function_of_some_length.py, line 1234",
        "volunteering.shift_full: 1795550000",
    ],
)
def test_a_line_keeps_what_is_not(told: str) -> None:
    assert line_of(told)["event"] == told


def test_more_than_the_message_is_looked_through() -> None:
    assert line_of("told", by=f"Bearer {TOKEN}", many=3, kind=None)["by"] == "Bearer [hidden]"


def test_a_line_has_the_id_of_the_request() -> None:
    token = logs.request_id.set("gateway-1")
    try:
        assert line_of("told")["request_id"] == "gateway-1"
    finally:
        logs.request_id.reset(token)
    assert "request_id" not in line_of("told")


def test_an_error_says_where_and_not_what() -> None:
    try:
        raise KeyError(NAME)
    except KeyError as error:
        record = logging.LogRecord(
            "app", logging.ERROR, "", 0, "failed", (), (type(error), error, error.__traceback__)
        )
    written = logs.formatter().format(record)
    assert NAME not in written
    assert "KeyError" in written
    assert "test_an_error_says_where" in written


def test_line_breaks_stay_in_one_line() -> None:
    record = logging.LogRecord("app", logging.INFO, "", 0, "a\r\nb", (), None)
    assert "\n" not in logs.formatter().format(record)


@pytest.mark.parametrize("name", ["httpx", "httpcore"])
def test_clients_do_not_write_addresses(name: str) -> None:
    assert not logging.getLogger(name).isEnabledFor(logging.INFO)


@contextmanager
def configured() -> Iterator[None]:
    """As a process configures it, at the most talkative level."""
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
    "told": MESSAGE_BY_ENTRY,
    NAME: PHONE,
    "name": MESSAGE_BY_ENTRY,
    "code": MESSAGE_BY_ENTRY,
    "reason": MESSAGE_BY_ENTRY,
}
BROKEN = ("database", "program", "rule")


def break_things(app: FastAPI) -> None:
    @app.post("/broken/database")
    async def fails_in_the_database(session: Session, body: dict[str, Any]) -> None:
        await session.execute(text("SELECT CAST(:told AS int)"), {"told": body["told"]})

    @app.post("/broken/program")
    async def fails_in_the_program(request: Request) -> None:
        raise RuntimeError(await request.json())

    @app.post("/broken/rule")
    async def fails_by_a_rule(body: dict[str, Any]) -> None:
        raise Conflict from ValueError(body["told"])


async def everything(
    http: AsyncClient, here: UUID, everybody: Sequence[dict[str, str]]
) -> AsyncIterator[Response]:
    """Bad requests to every route, by everybody, full of what must not be seen again."""
    for kind in BROKEN:
        yield await http.post(f"/broken/{kind}", json=SENT)
    query = {NAME: PHONE, "cursor": MESSAGE_BY_ENTRY, "q": "x" * 900, "limit": MESSAGE_BY_ENTRY}
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
