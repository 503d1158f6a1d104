"""Search terms of rows that are there: one-character terms, and words behind the 200th character.

Revision ID: 202611272200
Revises: 202611272100
"""

from collections.abc import Iterator
from unicodedata import normalize

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare

revision = "202611272200"
down_revision: str | None = "202611272100"
branch_labels = None
depends_on = None

ROWS_AT_A_TIME = 500
MAX_TERMS = 8_000
SCOPED, SHARED = ("community_id", "id"), ("id",)
# Only tickets that are shown have terms: nothing of the others may be found.
TABLES = (
    ("communities", SHARED, ("name", "address"), "true"),
    ("work_units", SHARED, ("name",), "true"),
    ("party_organizations", SHARED, ("name",), "true"),
    ("activities", SCOPED, ("title", "summary", "address", "organiser"), "true"),
    ("topics", SCOPED, ("title", "text"), "true"),
    ("tickets", SCOPED, ("text",), "is_shown"),
)


def search_terms(*texts: str) -> list[str]:
    """Makes terms as `app.kernel.database.search_terms` does at the time of this revision."""
    terms: dict[str, None] = {}
    for text in texts:
        for word in normalize("NFKC", text).casefold().split():
            terms.update(dict.fromkeys(word))
            terms.update(dict.fromkeys(word[n : n + 2] for n in range(len(word) - 1)))
    return list(terms)[:MAX_TERMS]


def _rows(
    table: str, key: tuple[str, ...], texts: tuple[str, ...], condition: str
) -> Iterator[sa.RowMapping]:
    """All rows in the order of their keys, some at a time."""
    names = ", ".join(key)
    first = f"SELECT {', '.join(key + texts)} FROM {table} WHERE {condition}"
    rest = f" ORDER BY {names} LIMIT {ROWS_AT_A_TIME}"
    later = f" AND ({names}) > ({', '.join(f':{name}' for name in key)})"
    connection = op.get_bind()
    rows = connection.execute(sa.text(first + rest)).mappings().all()
    while rows:
        yield from rows
        last = {name: rows[-1][name] for name in key}
        rows = connection.execute(sa.text(first + later + rest), last).mappings().all()


def _rebuild(table: str, key: tuple[str, ...], texts: tuple[str, ...], condition: str) -> None:
    """A row that somebody has written meanwhile is left alone: its text is another one."""
    same = (f"{name} IS NOT DISTINCT FROM :{name}" for name in texts)
    where = " AND ".join([*(f"{table}.{name} = :{name}" for name in key), *same])
    update = sa.text(f"UPDATE {table} SET search_grams = :terms WHERE {where}").bindparams(
        sa.bindparam("terms", type_=sa.ARRAY(sa.Text()))
    )
    for row in _rows(table, key, texts, condition):
        terms = search_terms(*(row[name] or "" for name in texts))
        op.get_bind().execute(update, {**row, "terms": terms})


def upgrade() -> None:
    prepare()
    # Each row is written in a transaction of its own, so that nobody waits for the others. What
    # was interrupted begins anew.
    with op.get_context().autocommit_block():
        for table, key, texts, condition in TABLES:
            _rebuild(table, key, texts, condition)


def downgrade() -> None:
    prepare()
