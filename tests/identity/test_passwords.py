"""The hashes of passwords: how many may wait, and who may have one made."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from httpx import AsyncClient

from app.identity.administrators.passwords import MAX_WAITING, is_right, places
from app.kernel.database.engine import Database
from app.kernel.errors import Busy
from tests.identity.administrators import PASSWORD, an_administrator, logged_in


@contextmanager
def all_places_taken() -> Iterator[None]:
    """Fills the line of hashes, so that whoever asks for another one is told to come back."""
    for _ in range(MAX_WAITING):
        assert places.acquire(timeout=10)
    try:
        yield
    finally:
        places.release(MAX_WAITING)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PUT", "me/password", {"password": PASSWORD, "new_password": "another good one"}),
        ("POST", "me/second-factor", {"password": PASSWORD}),
        ("POST", "auth/sessions/current/step-up", {"password": PASSWORD}),
    ],
)
async def test_a_token_whose_login_has_ended_has_no_hash_made(
    http: AsyncClient, database: Database, method: str, path: str, body: dict[str, Any]
) -> None:
    """It was so: one ended login kept everybody else from logging in."""
    headers = await logged_in(http, await an_administrator(database))
    await http.delete("/admin/v1/auth/sessions/current", headers=headers)
    with all_places_taken():
        answer = await http.request(method, f"/admin/v1/{path}", json=body, headers=headers)
    assert answer.status_code == 401


async def test_a_link_that_is_none_has_no_hash_made(http: AsyncClient) -> None:
    body = {"token": "A" * 86, "password": "another good one"}
    with all_places_taken():
        answer = await http.post("/admin/v1/auth/account-links/use", json=body)
    assert answer.status_code == 404


async def test_a_login_is_told_to_come_back(http: AsyncClient) -> None:
    body = {"username": "nobody", "password": PASSWORD}
    with all_places_taken():
        answer = await http.post("/admin/v1/auth/sessions", json=body)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "1")


async def test_too_many_at_once_are_told_to_come_back() -> None:
    with all_places_taken(), pytest.raises(Busy):
        await is_right("a wrong password", None)
    assert not await is_right("a wrong password", None)


async def test_a_caller_who_is_gone_gives_the_place_back_when_the_hash_has_ended() -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0):
            await is_right("a wrong password", None)
    with all_places_taken():
        pass
