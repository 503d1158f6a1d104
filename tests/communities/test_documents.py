"""GET /v1/documents/{number}: anybody may check a number, and it names no person."""

import asyncio
from datetime import UTC, datetime
from uuid import UUID

import pytest
from httpx import AsyncClient

from app.communities.documents import service as documents
from app.communities.documents.numbers import Number
from app.communities.models import DocumentKind
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from tests.factories import a_community
from tests.now import NOW

KIND = DocumentKind.TICKET


async def issued(database: Database, community_id: UUID, now: datetime = NOW) -> tuple[str, UUID]:
    subject = uuid7()
    async with database.transaction() as session:
        return await documents.issue(session, community_id, KIND, subject, now), subject


async def test_a_number_is_good_for_everybody_until_it_is_revoked(
    http: AsyncClient, database: Database
) -> None:
    community = await a_community(database)
    number, subject = await issued(database, community)
    answer = await http.get(f"/v1/documents/{number.lower()}")
    assert (answer.status_code, answer.json()) == (
        200,
        {
            "number": number,
            "kind": "ticket",
            "community_name": "临里",
            "issued_at": "2026-12-05T04:00:00Z",
            "is_valid": True,
        },
    )
    async with database.transaction() as session:
        await documents.revoke(session, community, subject, NOW)
    assert (await http.get(f"/v1/documents/{number}")).json()["is_valid"] is False


@pytest.mark.parametrize("number", ["0-2026-000001-ABCDEFGH", "x", "王芳"])
async def test_what_was_never_issued_is_not_found(http: AsyncClient, number: str) -> None:
    assert (await http.get(f"/v1/documents/{number}")).status_code == 404


async def test_who_guesses_the_serial_does_not_guess_the_number(
    http: AsyncClient, database: Database
) -> None:
    number, _ = await issued(database, await a_community(database))
    other = Number.read(number)
    assert other is not None
    guessed = other._replace(chance="22222222")
    assert (await http.get(f"/v1/documents/{guessed}")).status_code == 404


async def test_serials_begin_anew_each_year_of_the_place(database: Database) -> None:
    community = await a_community(database)
    new_year_in_shanghai = datetime(2026, 12, 31, 16, 0, tzinfo=UTC)
    numbers = [
        (await issued(database, community, now))[0] for now in (NOW, NOW, new_year_in_shanghai)
    ]
    read = [Number.read(number) for number in numbers]
    assert [(n and n.year, n and n.serial) for n in read] == [(2026, 1), (2026, 2), (2027, 1)]


async def test_twenty_at_once_get_twenty_serials(own_database: Database) -> None:
    community = await a_community(own_database)
    numbers = await asyncio.gather(*(issued(own_database, community) for _ in range(20)))
    read = [Number.read(number) for number, _ in numbers]
    assert sorted(n.serial for n in read if n) == list(range(1, 21))
