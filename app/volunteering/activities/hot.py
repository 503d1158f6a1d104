"""Hot lane: the list of activities with their free places."""

from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from pydantic_core import to_json

from app.kernel import clock
from app.kernel.database.search_terms import query_terms
from app.kernel.lane.connection import Connection
from app.kernel.lane.lane import Lane
from app.kernel.web.conditional import Tagged
from app.kernel.web.pages import START, Cursor
from app.volunteering.activities.schemas import ActivityQuery
from app.volunteering.models import ActivityStatus

# Ids as text: asyncpg's UUID class is slow to write as JSON.
COLUMNS = """
SELECT a.id::text AS id, a.title, a.summary, a.category, a.audience, a.address, a.starts_at,
       a.ends_at, places.next_starts_at, a.recurrence_zh, a.recurrence_en,
       places.capacity, places.remaining
"""
# Joined laterally beside the LIMIT, so that places are counted for the rows shown and no others.
PLACES = """
CROSS JOIN LATERAL (
    SELECT min(s.starts_at) FILTER (WHERE s.ends_at > $5) AS next_starts_at,
           coalesce(sum(r.capacity) FILTER (WHERE NOT r.is_closed), 0)::int AS capacity,
           coalesce(sum(r.capacity - r.taken) FILTER (WHERE NOT r.is_closed), 0)::int AS remaining
    FROM shifts s
    JOIN shift_roles r ON r.community_id = $1 AND r.shift_id = s.id
    WHERE s.community_id = $1 AND s.activity_id = a.id AND s.status = 'open'
) places
"""
PAGE = """
  AND (a.starts_at, a.id) > ($2, $3) AND a.ends_at > $5 AND a.starts_at < $6
ORDER BY a.starts_at, a.id
LIMIT $4
"""
PUBLISHED = f"""{COLUMNS}
FROM activities a {PLACES}
WHERE a.community_id = $1 AND a.status = 'published' {PAGE}"""
SEARCH = f"""{COLUMNS}
FROM activities a {PLACES}
WHERE a.community_id = $1 AND a.status = $7::text AND a.search_grams @> $8::text[] {PAGE}"""
"""The statement for a search, and for lists of another status than published."""

END_OF_TIME = datetime(9999, 12, 31, tzinfo=UTC)


async def list_activities(lane: Lane, community_id: UUID, query: ActivityQuery) -> Tagged:
    """Returns an ActivityPage; callers who wait for the same page share one, for nothing in it
    depends on the reader."""
    page = partial(read_page, community_id, query)
    return await lane.read(page, share_key=(list_activities, community_id, *query))


async def read_page(community_id: UUID, query: ActivityQuery, connection: Connection) -> Tagged:
    """Writes the page's bytes straight from the rows, whose columns bear the names of the fields
    of ActivityPage. One row more than the limit is read: it shows that there is another page."""
    is_search = query.status is not ActivityStatus.PUBLISHED or query.q is not None
    since = query.from_ or (clock.now() if query.status is ActivityStatus.PUBLISHED else START.at)
    page = (community_id, *query.after, query.limit + 1, since, query.to or END_OF_TIME)
    search = (query.status, query_terms(query.q or "")) if is_search else ()
    rows = await connection.fetch(SEARCH if is_search else PUBLISHED, *page, *search)
    shown = rows[: query.limit]
    has_more = len(rows) > query.limit
    cursor = Cursor(shown[-1]["starts_at"], UUID(shown[-1]["id"])).encode() if has_more else None
    return Tagged.of(to_json({"items": [dict(row) for row in shown], "next_cursor": cursor}))
