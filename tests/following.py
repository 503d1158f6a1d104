"""A client that reads again what it has written: where `Location` leads, and whether a write has
answered what a read answers. The tests of one transaction call the application through it."""

import re
from collections import Counter
from collections.abc import Iterator

from fastapi import FastAPI
from fastapi.routing import APIRoute
from httpx import URL, AsyncBaseTransport, Request, Response

TIMES_OF_EACH = 6
"""How often a process follows a kind of write; to follow each would make all tests much longer."""
IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
FOLLOWED: Counter[tuple[str, str, int]] = Counter()
"""Kinds of writes by method, path without ids, and status, as often as they were seen."""


class Follower(AsyncBaseTransport):
    """Transport that fails the test where a write and the read after it do not agree."""

    def __init__(self, network: AsyncBaseTransport, app: FastAPI) -> None:
        self._network = network
        self._routes = [route for route in app.routes if isinstance(route, APIRoute)]

    async def handle_async_request(self, request: Request) -> Response:
        answer = await self._network.handle_async_request(request)
        if request.method in ("POST", "PUT") and answer.is_success:
            await answer.aread()
            kind = (request.method, IDS.sub("{}", request.url.path), answer.status_code)
            FOLLOWED[kind] += 1
            if FOLLOWED[kind] <= TIMES_OF_EACH and "idempotent-replayed" not in answer.headers:
                await self._follow(request, answer)
        return answer

    async def aclose(self) -> None:
        await self._network.aclose()

    async def _follow(self, request: Request, answer: Response) -> None:
        """Raises AssertionError where the read after the write says something else."""
        written = self._route_of(request.method, request.url.path)
        location = answer.headers.get("location")
        if location is not None:
            read = await self._read(request, location)
            assert read.status_code == 200, f"{request.url.path}: Location {location}: {read.text}"
        for path in [location] if location is not None else _paths_of(request.url.path):
            route = self._route_of("GET", path)
            if written is None or route is None or not _are_alike(written, route):
                continue
            if location is None:
                read = await self._read(request, path)
            # An act may take its row out of the sight of who has done it.
            if read.status_code == 200:
                _compare(f"{request.method} {written.path_format}", answer, read)
            return

    async def _read(self, request: Request, path: str) -> Response:
        headers = {
            name: request.headers[name]
            for name in ("host", "authorization", "accept-language")
            if name in request.headers
        }
        url = URL(request.url).join(path).copy_with(query=None)
        read = await self._network.handle_async_request(Request("GET", url, headers=headers))
        await read.aread()
        return read

    def _route_of(self, method: str, path: str) -> APIRoute | None:
        for route in self._routes:
            if method in (route.methods or ()) and route.path_regex.match(path):
                return route
        return None


def _are_alike(written: APIRoute, read: APIRoute) -> bool:
    return written.response_model is not None and written.response_model is read.response_model


def _paths_of(path: str) -> Iterator[str]:
    """Yields the path of the row on which a verb acts: its own for a PUT, else one without the
    verb, which may have two words (`certify/confirm`)."""
    for _ in range(3):
        yield path
        path = path.rpartition("/")[0]


def _compare(name: str, answer: Response, read: Response) -> None:
    write, after = answer.json(), read.json()
    if write.get("id") != after.get("id"):
        return  # Who takes a duty over has another one.
    differences = {
        field: (write.get(field), after.get(field))
        for field in write.keys() | after.keys()
        if write.get(field) != after.get(field)
    }
    assert not differences, f"{name}: written and read differ: {differences}"
    tags = answer.headers.get("etag"), read.headers.get("etag")
    assert tags[0] == tags[1], f"{name}: ETag {tags}"
