"""Every refusal is a documented problem, and quotes nothing of what was sent."""

import logging
from collections.abc import AsyncIterator
from typing import Annotated
from uuid import uuid4

import pytest
from fastapi import Body
from httpx import ASGITransport, AsyncClient
from pydantic import ValidationError
from sqlalchemy import Text, cast, select
from sqlalchemy.dialects.postgresql import JSONB

from app.communities.models import Channel
from app.kernel.database.engine import Database
from app.kernel.web.bodies import MAX_BODY_BYTES
from app.kernel.web.dependencies import Session
from app.volunteering.models import Signup, SignupStatus
from app.volunteering.signups.schemas import DeskSignUp
from tests.client import an_app, as_, client_of_app
from tests.factories import a_community, a_participant, a_shift, staff, the_role
from tests.routes import OPERATIONS

PROBLEM = "application/problem+json"


@pytest.mark.parametrize("prefix", ["/v1", "/admin/v1"])
@pytest.mark.parametrize(
    "body", [b'{"a": "\xff"}', b"[" * 100_000, b'{"a": ' + b"1" * 5000 + b"}"], ids=range(3)
)
async def test_a_body_that_cannot_be_read_is_malformed(
    http: AsyncClient, database: Database, prefix: str, body: bytes
) -> None:
    community = await a_community(database)
    path = f"{prefix}/communities/{community}/shifts/{uuid4()}/signups"
    headers = as_(await staff(database, community), "broken-01")
    headers["content-type"] = "application/json"
    answer = await http.post(path, content=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")


@pytest.mark.parametrize("prefix", ["/v1", "/admin/v1"])
@pytest.mark.parametrize("in_pieces", [False, True])
async def test_a_huge_body_is_too_large(http: AsyncClient, prefix: str, in_pieces: bool) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(MAX_BODY_BYTES // 1024 + 1):
            yield b" " * 1024

    path = f"{prefix}/communities/{uuid4()}/shifts/{uuid4()}/signups"
    headers = as_(uuid4(), "too-large") | {"content-type": "application/json"}
    body = pieces() if in_pieces else b" " * (MAX_BODY_BYTES + 1)
    answer = await http.post(path, content=body, headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (413, PROBLEM)


async def test_a_query_where_there_is_none_is_malformed(
    http: AsyncClient, subtests: pytest.Subtests
) -> None:
    """Lists refuse what they do not know by their models."""
    for operation in OPERATIONS:
        if any(one["in"] == "query" for one in operation.spec.get("parameters", ())):
            continue
        body = operation.body()
        headers = body.pop("headers", {}) | {"Idempotency-Key": "nonsense-1"}
        target = f"{operation.target()}?nonsense=1"
        with subtests.test(str(operation)):
            answer = await http.request(operation.method, target, headers=headers, **body)
            assert (answer.status_code, answer.headers["content-type"]) == (422, PROBLEM)
            assert answer.json()["errors"] == [{"pointer": "/query", "code": "extra_forbidden"}]
            assert "nonsense" not in answer.text


async def test_an_impossible_method_tells_the_possible_ones(http: AsyncClient) -> None:
    answer = await http.put(f"/v1/communities/{uuid4()}/activities")
    assert (answer.status_code, answer.headers["content-type"]) == (405, PROBLEM)
    assert answer.headers["allow"] == "GET"


async def test_a_slash_too_many_is_not_found(http: AsyncClient) -> None:
    answer = await http.get(f"/v1/communities/{uuid4()}/activities/")
    assert (answer.status_code, answer.headers["content-type"]) == (404, PROBLEM)


async def test_who_is_not_known_is_told_how_to_log_in(http: AsyncClient) -> None:
    answer = await http.get(f"/v1/communities/{uuid4()}/activities")
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


@pytest.mark.parametrize("language", ["en", "EN-GB,zh;q=0.5"])
async def test_its_title_is_english_for_those_who_prefer_that(
    http: AsyncClient, language: str
) -> None:
    answer = await http.get("/nowhere", headers={"Accept-Language": language})
    assert answer.json()["title"] == "Not found"


async def test_it_is_stored_nowhere(http: AsyncClient) -> None:
    assert (await http.get("/nowhere")).headers["cache-control"] == "no-store"


async def test_the_log_says_where_and_quotes_no_row(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    shift = await a_shift(database, await a_community(database))
    me = await a_participant(database, shift.community_id)
    role = await the_role(database, shift)
    app = an_app(database)

    @app.post("/broken")
    async def forget_the_desk(session: Session) -> None:
        session.add(
            Signup(
                community_id=shift.community_id,
                shift_id=shift.id,
                role_id=role.id,
                participant_id=me.id,
                status=SignupStatus.CONFIRMED,
                is_late_withdrawal=False,
                entered_by=me.user_id,
                channel=Channel.SELF,
                witness="王芳",
            )
        )

    with caplog.at_level(logging.ERROR):
        async with client_of_app(app) as http:
            assert (await http.post("/broken")).status_code == 500
    assert "IntegrityError 23514" in caplog.text
    assert "王芳" not in caplog.text


async def test_what_nobody_expected_is_not_quoted_either(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    app, name = an_app(database), "王芳"

    @app.get("/broken")
    async def look_up() -> None:
        raise KeyError(name)

    async with AsyncClient(transport=ASGITransport(app), base_url="http://localhost") as http:
        answer = await http.get("/broken")  # nothing is left for the server to log
    assert (answer.status_code, answer.headers["content-type"]) == (500, PROBLEM)
    assert "KeyError" in caplog.text
    assert "look_up" in caplog.text
    assert "王芳" not in caplog.text


@pytest.mark.parametrize("as_json", [False, True])
async def test_a_text_that_cannot_be_stored_is_malformed(database: Database, as_json: bool) -> None:
    app = an_app(database)

    @app.post("/texts")
    async def store(text: Annotated[str, Body()], session: Session) -> None:
        await session.execute(select(cast(text, JSONB if as_json else Text)))

    async with client_of_app(app) as http:
        answer = await http.post("/texts", json="a\0b")
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")


def test_a_failed_validation_does_not_quote_its_input() -> None:
    with pytest.raises(ValidationError) as failed:
        DeskSignUp.model_validate({"witness": "王芳" * 40})
    assert "王芳" not in str(failed.value)
