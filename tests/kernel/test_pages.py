"""A cursor is where a page ended, or malformed."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient
from sqlalchemy import Select, false, select

from app.communities.models import Role, RoleGrant, ScopeKind
from app.identity.models import User
from app.kernel.database.columns import PLATFORM, uuid7
from app.kernel.database.engine import Database
from app.kernel.web import pages
from app.kernel.web.pages import (
    START,
    Cursor,
    Order,
    PageQuery,
    earliest_first,
    newest_first,
    oldest_first,
    paginate,
    paginate_rows,
)
from tests.client import as_
from tests.factories import a_user
from tests.now import NOW


def test_a_place_is_read_as_it_was_written() -> None:
    assert Cursor.read(START.encode()) == START


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "now"])
async def test_a_time_beyond_all_times_is_malformed(
    http: AsyncClient, database: Database, at: str
) -> None:
    payload = f"{at}/{uuid4()}".encode()
    cursor = urlsafe_b64encode(pages._sign(payload) + payload).decode()
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


def test_a_cursor_of_a_list_by_id_is_written_as_it_has_always_been() -> None:
    grant = RoleGrant(id=uuid7())
    written = urlsafe_b64decode(oldest_first(RoleGrant.id).cursor_of(grant).encode())
    assert written[pages.SIGNATURE_BYTES :] == f"0001-01-02T00:00:00+00:00/{grant.id}".encode()


async def grants(database: Database, hours: Sequence[int]) -> tuple[UUID, list[UUID]]:
    """Grants of one user that begin so many hours from now; their ids in the order of creation."""
    user_id, ids = await a_user(database), sorted(uuid7() for _ in hours)
    rows = [
        RoleGrant(
            id=id_,
            user_id=user_id,
            role=Role.PLATFORM_ADMIN,
            scope_kind=ScopeKind.PLATFORM,
            scope_id=PLATFORM,
            valid_from=NOW + timedelta(hours=hour),
            granted_by=user_id,
        )
        for id_, hour in zip(ids, hours, strict=True)
    ]
    async with database.transaction() as session:
        session.add_all(rows)
    return user_id, ids


ORDERS = {
    "oldest first": (oldest_first(RoleGrant.id), [0, 1, 2, 3, 4]),
    "newest first": (newest_first(RoleGrant.id), [4, 3, 2, 1, 0]),
    "earliest first": (earliest_first(RoleGrant.valid_from, RoleGrant.id), [1, 4, 0, 2, 3]),
}


@pytest.mark.parametrize(("order", "expected"), ORDERS.values(), ids=ORDERS)
async def test_pages_together_are_the_list(
    database: Database, order: Order, expected: list[int]
) -> None:
    """Pages of two of five rows, three of which begin at the same instant."""
    user_id, ids = await grants(database, [7, 3, 7, 7, 3])
    listed: Select[RoleGrant] = select(RoleGrant).where(RoleGrant.user_id == user_id)
    found: list[UUID] = []
    sizes, query = [], PageQuery(limit=2, cursor=None)
    async with database.transaction() as session:
        while True:
            page = await paginate(session, listed, query, order)
            rows = await paginate_rows(session, listed.add_columns(RoleGrant.role), query, order)
            assert [(row, row.role) for row in page.items] == [tuple(row) for row in rows.items]
            assert rows.next_cursor == page.next_cursor
            found += [row.id for row in page.items]
            sizes.append(len(page.items))
            if page.next_cursor is None:
                break
            query = PageQuery(limit=2, cursor=page.next_cursor)
    assert (found, sizes) == ([ids[n] for n in expected], [2, 2, 1])


async def test_the_total_is_of_the_whole_list_on_each_page(database: Database) -> None:
    user_id, _ = await grants(database, [7, 3, 7, 7, 3])
    listed: Select[RoleGrant] = select(RoleGrant).where(RoleGrant.user_id == user_id)
    order, totals = oldest_first(RoleGrant.id), []
    async with database.transaction() as session:
        query: PageQuery | None = PageQuery(limit=2, cursor=None)
        while query is not None:
            page = await paginate(session, listed, query, order, counts=True)
            uncounted = await paginate(session, listed, query, order)
            assert (page.items, page.next_cursor) == (uncounted.items, uncounted.next_cursor)
            assert uncounted.total is None
            totals.append(page.total)
            cursor = page.next_cursor
            query = None if cursor is None else PageQuery(limit=2, cursor=cursor)
        end = PageQuery(limit=2, cursor=order.cursor_of(page.items[-1]).encode())
        beyond = await paginate(session, listed, end, order, counts=True)
        none = await paginate(session, listed.where(false()), end, order, counts=True)
    assert (totals, beyond.items, beyond.total, none.total) == ([5, 5, 5], [], 5, 0)


async def test_totals_of_joined_rows_count_rows(database: Database) -> None:
    user_id, _ = await grants(database, [1, 2, 3])
    listed = select(RoleGrant, User).join(User, User.id == RoleGrant.user_id)
    listed = listed.where(RoleGrant.user_id == user_id)
    query = PageQuery(limit=2, cursor=None)
    async with database.transaction() as session:
        page = await paginate_rows(session, listed, query, newest_first(RoleGrant.id), counts=True)
    assert page.total == 3
    assert [user.id for _, user in page.items] == [user_id, user_id]


async def test_no_total_counts_beyond_a_thousand(database: Database) -> None:
    user_id, _ = await grants(database, list(range(pages.MAX_TOTAL + 9)))
    listed: Select[RoleGrant] = select(RoleGrant).where(RoleGrant.user_id == user_id)
    async with database.transaction() as session:
        query = PageQuery(limit=1, cursor=None)
        page = await paginate(session, listed, query, oldest_first(RoleGrant.id), counts=True)
        assert await pages.count_rows(session, listed) == 1001
    assert page.total == 1001
