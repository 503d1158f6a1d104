"""A cursor is where a page ended, or malformed."""

from base64 import urlsafe_b64encode
from uuid import uuid4

import pytest
from httpx import AsyncClient

from app.kernel.database.engine import Database
from app.kernel.web import pages
from app.kernel.web.pages import START, Cursor
from tests.client import as_
from tests.factories import a_user


def test_a_place_is_read_as_it_was_written() -> None:
    assert Cursor.read(START.encode()) == START


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "now"])
async def test_a_time_beyond_all_times_is_malformed(
    http: AsyncClient, database: Database, at: str
) -> None:
    told = f"{at}/{uuid4()}".encode()
    cursor = urlsafe_b64encode(pages._seal(told) + told).decode()
    path = f"/v1/communities/{uuid4()}/activities"
    answer = await http.get(path, params={"cursor": cursor}, headers=as_(await a_user(database)))
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")


async def test_a_cursor_that_was_not_made_here_is_malformed(
    http: AsyncClient, database: Database
) -> None:
    made_up = urlsafe_b64encode(b"12345678" + f"2026-12-05T00:00:00+00:00/{uuid4()}".encode())
    answer = await http.get(
        f"/v1/communities/{uuid4()}/activities",
        params={"cursor": made_up.decode()},
        headers=as_(await a_user(database)),
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")
