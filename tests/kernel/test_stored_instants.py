"""Stored instants are of a range that every part of the program can compute with."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Date, DateTime, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from app.communities.models import Role
from app.features import METADATA
from app.kernel.database.engine import Database
from app.kernel.database.instants import SUFFIX
from app.kernel.database.migrations import migrate
from tests.client import as_admin, client_of
from tests.factories import a_community, a_shift, staff

DROP = "ALTER TABLE {0} DROP CONSTRAINT ck_{0}_{1}" + SUFFIX
GRANT_FROM = "UPDATE role_grants SET valid_from = '{}' WHERE role_grants.user_id = :user"
FAR_SHIFTS = """
UPDATE shifts SET starts_at = '9998-01-01', ends_at = '9998-01-02'
WHERE shifts.community_id = :here
"""
FOUND = text("SELECT conname FROM pg_constraint WHERE conname LIKE '%' || :suffix AND convalidated")


async def test_each_column_of_an_instant_or_a_day_has_its_check(
    connection: AsyncConnection,
) -> None:
    columns = {
        f"ck_{table.name}_{column.name}{SUFFIX}"
        for table in METADATA.sorted_tables
        for column in table.columns
        if isinstance(column.type, DateTime | Date)
    }
    assert len(columns) > 90
    found = set(await connection.scalars(FOUND, {"suffix": SUFFIX}))
    assert found == columns
    assert [name for name in columns if len(name) > 50] == []


@pytest.mark.parametrize("value", ["0001-01-01T00:00Z", "-infinity", "infinity", "9999-12-31"])
async def test_an_end_of_the_calendar_is_not_stored(
    database: Database, connection: AsyncConnection, value: str
) -> None:
    worker = await staff(database, await a_community(database))
    with pytest.raises(DBAPIError, match=f"ck_role_grants_valid_from{SUFFIX}"):
        await connection.execute(text(GRANT_FROM.format(value)), {"user": worker})


async def test_rows_from_before_the_check_are_brought_into_the_range(
    own_url: str, own_database: Database
) -> None:
    """Grants and shifts as an earlier version took them: their people can call again."""
    here = await a_community(own_database)
    worker = await staff(own_database, here, role=Role.COMMUNITY_WORKER)
    shift = await a_shift(own_database, here)
    async with own_database.transaction() as session:
        for table, column in (
            ("role_grants", "valid_from"),
            ("shifts", "starts_at"),
            ("shifts", "ends_at"),
        ):
            await session.execute(text(DROP.format(table, column)))
        await session.execute(text(GRANT_FROM.format("-infinity")), {"user": worker})
        await session.execute(text(FAR_SHIFTS), {"here": here})
    await migrate(own_url)
    async with own_database.transaction() as session:
        [(starts_at, ends_at)] = await session.execute(
            text("SELECT starts_at, ends_at FROM shifts WHERE id = :id"), {"id": shift.id}
        )
    assert datetime(2199, 1, 1, tzinfo=UTC) < starts_at < ends_at < datetime(2200, 1, 1, tzinfo=UTC)
    async with client_of(own_database) as http:
        path = f"/admin/v1/communities/{here}/participants"
        assert (await http.get(path, headers=as_admin(worker))).status_code == 200
