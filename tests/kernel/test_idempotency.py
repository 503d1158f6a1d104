"""A key stands for one request, to the last byte."""

import pytest
from fastapi import Request
from starlette.types import Message

from app.kernel.database.idempotency import Key
from app.kernel.web.idempotency import optional_key


async def key_of(method: str, path: str, query: bytes, body: bytes) -> Key | None:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    scope = {"type": "http", "method": method, "path": path, "query_string": query, "headers": []}
    return await optional_key(Request(scope, receive), "one-key-1")


@pytest.mark.parametrize(
    "other",
    [
        ("PUT", "/v1/a", b"day=1", b"{}"),
        ("POST", "/v1/b", b"day=1", b"{}"),
        ("POST", "/v1/a", b"day=2", b"{}"),
        ("POST", "/v1/a", b"day=1", b"{ }"),
    ],
)
async def test_another_request_is_another_one(other: tuple[str, str, bytes, bytes]) -> None:
    first = await key_of("POST", "/v1/a", b"day=1", b"{}")
    assert first is not None
    assert await key_of("POST", "/v1/a", b"day=1", b"{}") == first
    assert await key_of(*other) != first
