"""Rules of places, presence, hours and points that hold after every step. Each statement finds what
breaks one of them, and is empty where nothing does."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import text

from app.kernel.database.engine import Database

BROKEN: Mapping[str, str] = {
    "a place is taken by each confirmed sign-up and each open offer, and by nobody else": """
        SELECT r.id, r.taken, r.capacity, count(g.id)
        FROM shift_roles r
        JOIN shifts s ON s.community_id = r.community_id AND s.id = r.shift_id
        LEFT JOIN signups g ON g.community_id = r.community_id AND g.role_id = r.id
            AND g.status IN ('confirmed', 'offered')
        WHERE r.community_id = :here AND s.status <> 'cancelled'
        GROUP BY r.id, r.taken, r.capacity
        HAVING r.taken <> count(g.id) OR r.taken > r.capacity
    """,
    "a person has one live sign-up for a shift": """
        SELECT g.shift_id, g.participant_id FROM signups g
        WHERE g.community_id = :here
          AND g.status IN ('confirmed', 'offered', 'waitlisted', 'pending_review')
        GROUP BY g.shift_id, g.participant_id HAVING count(*) > 1
    """,
    "positions in a line are total, and given in order": """
        SELECT g.id FROM signups g
        JOIN shifts s ON s.community_id = g.community_id AND s.id = g.shift_id
        WHERE g.community_id = :here AND g.position IS NOT NULL
          AND (g.position > s.queued OR EXISTS (
              SELECT FROM signups o WHERE o.community_id = g.community_id AND o.id <> g.id
                AND o.shift_id = g.shift_id AND o.position = g.position))
    """,
    "who waits has a position": """
        SELECT g.id FROM signups g
        WHERE g.community_id = :here AND g.status = 'waitlisted' AND g.position IS NULL
    """,
    "an offer has a deadline, not after the start": """
        SELECT g.id FROM signups g
        JOIN shifts s ON s.community_id = g.community_id AND s.id = g.shift_id
        WHERE g.community_id = :here AND g.status = 'offered'
          AND (g.offer_expires_at IS NULL OR g.offer_expires_at > s.starts_at)
    """,
    "confirmed sign-ups of one person do not overlap": """
        SELECT a.id, b.id FROM signups a
        JOIN shifts s ON s.community_id = a.community_id AND s.id = a.shift_id
        JOIN signups b ON b.community_id = a.community_id AND b.id > a.id
            AND b.participant_id = a.participant_id AND b.status = 'confirmed'
        JOIN shifts t ON t.community_id = b.community_id AND t.id = b.shift_id
        WHERE a.community_id = :here AND a.status = 'confirmed'
          AND s.starts_at < t.ends_at AND t.starts_at < s.ends_at
          AND s.changed_at IS NULL AND t.changed_at IS NULL
    """,
    "an attendance has its one cause": """
        SELECT t.id FROM attendances t
        LEFT JOIN signups g ON g.community_id = t.community_id AND g.id = t.id
            AND g.shift_id = t.occasion_id AND g.participant_id = t.participant_id
        WHERE t.community_id = :here AND g.id IS NULL
    """,
    "who has a place is expected, and nobody else is": """
        SELECT g.id, g.status, t.status FROM signups g
        LEFT JOIN attendances t ON t.community_id = g.community_id AND t.id = g.id
        WHERE g.community_id = :here
          AND ((g.status = 'confirmed') <> (t.status IS NOT NULL AND t.status <> 'released'))
          AND NOT (g.status = 'cancelled' AND t.status = 'left')
    """,
    "a presence ends after it has begun": """
        SELECT t.id FROM attendances t
        WHERE t.community_id = :here AND t.checked_out_at < t.checked_in_at
    """,
    "an entry has the whole minutes of its presence within the shift, at most": """
        SELECT e.id FROM service_entries e
        JOIN attendances t ON t.community_id = e.community_id AND t.id = e.attendance_id
        JOIN occasions o ON o.community_id = e.community_id AND o.id = e.occasion_id
        WHERE e.community_id = :here AND e.reverses_id IS NULL
          AND (e.minutes < 0 OR e.participant_id <> t.participant_id
            OR e.minutes * interval '1 minute' > least(t.checked_out_at, o.ends_at)
               - greatest(t.checked_in_at, o.starts_at))
    """,
    "no minute counts twice for one person": """
        SELECT e.participant_id, sum(e.minutes), total.minutes
        FROM service_entries e
        JOIN LATERAL (
            SELECT floor(extract(epoch FROM sum(upper(span) - lower(span))) / 60) AS minutes
            FROM unnest((
                SELECT range_agg(tstzrange(x.starts_at, x.ends_at)) FROM service_entries x
                WHERE x.community_id = e.community_id AND x.participant_id = e.participant_id
                  AND x.reverses_id IS NULL AND x.status <> 'reversed')) AS span
        ) total ON true
        WHERE e.community_id = :here
        GROUP BY e.participant_id, total.minutes
        HAVING sum(e.minutes) > coalesce(total.minutes, 0)
    """,
    "what is reversed has one reversing entry of the same minutes": """
        SELECT e.id FROM service_entries e
        LEFT JOIN service_entries r ON r.community_id = e.community_id AND r.reverses_id = e.id
        WHERE e.community_id = :here AND e.reverses_id IS NULL
        GROUP BY e.id, e.status, e.minutes
        HAVING (e.status = 'reversed') <> (count(r.id) = 1)
            OR coalesce(sum(r.minutes), -e.minutes) <> -e.minutes
    """,
    "a presence has one entry that counts": """
        SELECT e.attendance_id FROM service_entries e
        WHERE e.community_id = :here AND e.reverses_id IS NULL AND e.status <> 'reversed'
          AND NOT EXISTS (SELECT FROM service_entries c
              WHERE c.community_id = e.community_id AND c.corrects_id = e.id)
        GROUP BY e.attendance_id HAVING count(*) > 1
    """,
    "a balance is the sum of its transfers, and never negative": """
        SELECT a.id, a.balance, sum(m.signed) FROM point_accounts a
        LEFT JOIN LATERAL (
            SELECT CASE WHEN t.to_account_id = a.id THEN t.amount ELSE -t.amount END AS signed
            FROM point_transfers t
            WHERE t.community_id = a.community_id AND a.id IN (t.to_account_id, t.from_account_id)
        ) m ON true
        WHERE a.community_id = :here AND a.kind = 'person'
        GROUP BY a.id, a.balance
        HAVING a.balance <> coalesce(sum(m.signed), 0) OR a.balance < 0
    """,
    "points come from confirmed service alone, once for each entry": """
        SELECT t.id FROM point_transfers t
        LEFT JOIN service_entries e ON e.community_id = t.community_id AND e.id = t.cause_id
        WHERE t.community_id = :here AND t.kind = 'grant'
          AND (e.id IS NULL OR e.status NOT IN ('confirmed', 'reversed'))
    """,
    "as many rewards are taken as are redeemed": """
        SELECT w.id FROM rewards w
        LEFT JOIN redemptions d ON d.community_id = w.community_id AND d.reward_id = w.id
            AND d.status <> 'cancelled'
        WHERE w.community_id = :here
        GROUP BY w.id, w.taken, w.capacity HAVING w.taken <> count(d.id) OR w.taken > w.capacity
    """,
}


ANY = ", ".join(f"EXISTS ({statement})" for statement in BROKEN.values())


async def broken_rules(
    database: Database, community_id: UUID
) -> dict[str, list[tuple[object, ...]]]:
    """Returns the rules that do not hold in the community, with what breaks them."""
    here = {"here": community_id}
    async with database.transaction() as session:
        answers = (await session.execute(text(f"SELECT {ANY}"), here)).one()
        return {
            rule: [tuple(row) for row in await session.execute(text(statement), here)]
            for (rule, statement), is_broken in zip(BROKEN.items(), answers, strict=True)
            if is_broken
        }
