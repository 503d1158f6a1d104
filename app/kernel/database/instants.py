"""Range of stored instants and days, held by a CHECK on each column.

The driver takes the ends of Python's calendar for infinity and gives them back without an offset,
and a row with one of them broke each request that read it. What comes in is of this century; the
range leaves room for what is computed from that. `migrate` adds the checks after the revisions, so
that no revision has to name them and no new column is without one."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection, text

EARLIEST, LATEST = "1970-01-01", "2200-01-01"
SUFFIX = "_range"
"""Ending of the names of these checks, which the comparison with the models passes over."""
KINDS = {"timestamp with time zone": "timestamptz", "date": "date"}
COLUMNS = text(
    """
SELECT c.table_name, c.column_name, c.data_type, (
    SELECT a.attname FROM pg_index i JOIN pg_attribute a
    ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
    WHERE i.indisprimary AND i.indrelid = to_regclass(quote_ident(c.table_name))
)
FROM information_schema.columns c
JOIN information_schema.tables t USING (table_schema, table_name)
WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type = ANY(:kinds)
AND NOT EXISTS (
    SELECT FROM pg_constraint k
    WHERE k.conname = 'ck_' || c.table_name || '_' || c.column_name || :suffix AND k.convalidated
    AND k.conrelid = to_regclass(quote_ident(c.table_name))
)
ORDER BY 1, 2
"""
)
MENDED = """
{column} = CASE
    WHEN {column} = '-infinity' THEN '{earliest}'::{kind}
    WHEN {column} = 'infinity' THEN '{latest}'::{kind}
    WHEN {column} < '{earliest}'
        THEN ('1971-01-01'::timestamptz - ('1971-01-01'::timestamptz - {column}) / 10000)::{kind}
    WHEN {column} > '{latest}' THEN LEAST(
        ('2199-01-01'::timestamptz + ({column} - '2199-01-01'::timestamptz) / 10000)::{kind},
        '{latest}'::{kind}
    )
    ELSE {column}
END
"""
"""Brings what was stored before there was a check into the range. Of two instants of a row the
earlier one stays the earlier: ten thousand years become one, at the end of the range."""
IS_BEYOND = "{column} NOT BETWEEN '{earliest}' AND '{latest}'"
ADD = """
ALTER TABLE {table} ADD CONSTRAINT {check}
CHECK ({column} BETWEEN '{earliest}'::{kind} AND '{latest}'::{kind}) NOT VALID
"""
DROP = "ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {check}"
VALIDATE = "ALTER TABLE {table} VALIDATE CONSTRAINT {check}"


class Column(NamedTuple):
    table: str
    name: str
    kind: str
    tenant: str
    """The first column of the key: community or person, or the id of a table that is shared."""

    @property
    def check(self) -> str:
        return f"ck_{self.table}_{self.name}{SUFFIX}"

    def sql(self, template: str) -> str:
        known = {"earliest": EARLIEST, "latest": LATEST, "check": self.check}
        return template.format(table=self.table, column=self.name, kind=self.kind, **known)


def hold_range(connection: Connection) -> Iterator[str]:
    """Adds the check of each column that has none: for new rows at once, then for those that are
    there. Yields the table after each step, which is to be committed, so that no table is locked
    while it is read."""
    given = {"kinds": list(KINDS), "suffix": SUFFIX}
    found = [
        Column(table, name, KINDS[kind], tenant)
        for table, name, kind, tenant in connection.execute(COLUMNS, given).all()
    ]
    for table, columns in groupby(found, lambda column: column.table):
        for _ in _hold(connection, table, list(columns)):
            yield table


def _hold(connection: Connection, table: str, columns: Sequence[Column]) -> Iterator[None]:
    for column in columns:
        connection.execute(text(column.sql(DROP)))
        connection.execute(text(column.sql(ADD)))
    yield
    changes = ", ".join(column.sql(MENDED) for column in columns)
    where = " OR ".join(column.sql(IS_BEYOND) for column in columns)
    tenant = columns[0].tenant
    # One statement for all columns of a row, for other checks hold between them.
    mend = text(f"UPDATE {table} SET {changes} WHERE {table}.{tenant} = :tenant AND ({where})")
    tenants = connection.scalars(text(f"SELECT DISTINCT {tenant} FROM {table} WHERE {where}"))
    for found in tenants.all():
        connection.execute(mend, {"tenant": found})
        yield
    for column in columns:
        connection.execute(text(column.sql(VALIDATE)))
        yield
