"""Hot lane: numbers of documents for a group, taken by one statement under the counter's lock."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.communities.documents.numbers import Number, counter_id
from app.communities.models import DocumentKind
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.lane.connection import Connection

COUNT = """
INSERT INTO number_counters AS n (community_id, id, last) VALUES ($1, $2, $3::int)
ON CONFLICT (community_id, id) DO UPDATE SET last = n.last + $3::int
RETURNING n.last
"""


async def numbers_for(
    connection: Connection,
    community_id: UUID,
    short_number: int,
    kind: DocumentKind,
    count: int,
    now: datetime,
) -> list[str]:
    """Takes numbers in the order of their serials; `issue_many` then adds their documents. The
    counter is one row of the community: take numbers as late as possible."""
    year = clock.day_of(now).year
    # The counter returns its last serial: the group has that one and those just before it.
    [row] = await connection.fetch(COUNT, community_id, counter_id(kind, year), count)
    first = row["last"] - count + 1
    return [str(Number.new(short_number, year, first + n)) for n in range(count)]


def issue_with(table: str) -> str:
    """Returns the statement that adds the documents of a group: $2 ids of rows of `table` that the
    group has written, $3 ids of the documents, $4 their numbers, $5 the kind, $6 the instant. It
    is driven by `table` as `store_rows_sql` is."""
    return f"""
INSERT INTO numbered_documents AS d (community_id, id, number, kind, subject_id, issued_at)
SELECT r.community_id, u.id, u.number, $5, r.id, $6
FROM {table} r
JOIN unnest($2::uuid[], $3::uuid[], $4::text[]) AS u (row_id, id, number) ON r.id = u.row_id
WHERE r.community_id = $1
"""


async def issue_many(
    connection: Connection,
    sql: str,
    community_id: UUID,
    kind: DocumentKind,
    numbered: Sequence[tuple[UUID, str]],
    now: datetime,
) -> None:
    """Executes a statement of `issue_with` for ids of rows and their numbers."""
    subjects, numbers = [id_ for id_, _ in numbered], [number for _, number in numbered]
    ids = [uuid7() for _ in numbered]
    await connection.execute(sql, community_id, subjects, ids, numbers, kind, now)
