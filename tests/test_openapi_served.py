"""The served documents are those that lie in `openapi/`, and nobody waits while they are made."""

import asyncio
from collections.abc import AsyncIterator
from time import monotonic

import pytest
from httpx import AsyncClient

from app.cli.export_openapi import OPENAPI
from app.kernel.database.engine import Database
from tests.client import client_of

SERVED = {
    "/docs/openapi.json": "resident",
    "/admin/docs/openapi.json": "admin",
    "/docs/labels.json": "labels",
}


@pytest.fixture
async def http(database: Database) -> AsyncIterator[AsyncClient]:
    """Client of an application that has made no document yet."""
    async with client_of(database) as http:
        yield http


async def test_six_who_ask_at_once_keep_nobody_waiting(http: AsyncClient) -> None:
    """The readiness of the process is asked while the documents are made."""
    answered: list[str] = []
    longest = 0.0

    async def get(path: str) -> None:
        assert (await http.get(path)).status_code == 200
        answered.append(path)

    async def watch() -> None:
        nonlocal longest
        while len(answered) < 7:
            began = monotonic()
            await asyncio.sleep(0)
            longest = max(longest, monotonic() - began)

    began = monotonic()
    documents = [asyncio.create_task(get(path)) for path in [*SERVED] * 2]
    watching = asyncio.create_task(watch())
    await get("/healthz")
    assert answered == ["/healthz"]
    await asyncio.gather(*documents, watching)
    # Were they made in the event loop, it would stand still all the time.
    assert longest < (monotonic() - began) / 2


@pytest.mark.parametrize("path", SERVED)
async def test_they_are_those_that_are_exported(http: AsyncClient, path: str) -> None:
    plain = await http.get(path, headers={"Accept-Encoding": "identity"})
    assert plain.text == (OPENAPI / f"{SERVED[path]}.json").read_text(encoding="utf-8")
    assert "content-encoding" not in plain.headers
    compressed = await http.get(path, headers={"Accept-Encoding": "gzip, br"})
    assert compressed.headers["content-encoding"] == "gzip"
    assert compressed.headers["vary"] == "Accept-Encoding"
    assert compressed.content == plain.content
    assert compressed.headers["etag"] != plain.headers["etag"]
    assert int(compressed.headers["content-length"]) < len(plain.content) / 2


async def test_what_a_browser_has_is_not_sent_again(http: AsyncClient) -> None:
    first = await http.get("/docs/openapi.json")
    tag = {"If-None-Match": first.headers["etag"]}
    second = await http.get("/docs/openapi.json", headers=tag)
    assert (second.status_code, second.content) == (304, b"")
    assert second.headers["etag"] == first.headers["etag"]
    assert (await http.get("/admin/docs/openapi.json", headers=tag)).status_code == 200
