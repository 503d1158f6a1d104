"""Statements of the hot lanes of check-in and check-out."""

from app.kernel.lane.hot_command import JOIN_STORED, STORED

# A code names its occasion by the last digits of the id. Attendances are all that is locked: a
# withdrawal takes the same lock, and LOAD sees no attendance that is not locked here.
LOCK = """
WITH attended AS MATERIALIZED (
    SELECT a.id FROM attendances a
    WHERE a.community_id = $1 AND a.id = ANY(ARRAY(
        SELECT m.id
        FROM unnest($2::uuid[], $3::text[]) AS w (user_id, name)
        JOIN participants p ON p.community_id = $1 AND p.user_id = w.user_id
        JOIN occasions o ON o.community_id = $1 AND right(o.id::text, 7) = w.name
        JOIN attendances m ON m.community_id = $1 AND m.participant_id = p.id
         AND m.occasion_id = o.id AND m.status <> 'released'
    ))
    ORDER BY a.id FOR NO KEY UPDATE
)
SELECT id FROM attended
"""
FACTS = """p.id, p.status,
       o.community_id, o.id, o.kind, o.title, o.status, o.starts_at, o.ends_at,
       o.gcj02_longitude, o.gcj02_latitude, o.code_key_sealed,
       a.id, a.status, a.checked_in_at, a.check_in_means, a.checked_out_at, a.check_out_means,
       a.is_closed_by_sweep, a.has_clock_doubt, a.in_position_sealed, a.in_accuracy_sealed"""
# Should two occasions share their last digits, the one that ends next is meant.
LOAD = f"""
SELECT {STORED},
       {FACTS}
FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $6::uuid[])
    WITH ORDINALITY AS w (user_id, name, at, key_id, n)
{JOIN_STORED}
LEFT JOIN participants p ON p.community_id = $1 AND p.user_id = w.user_id
LEFT JOIN LATERAL (
    SELECT * FROM occasions c
    WHERE c.community_id = $1 AND right(c.id::text, 7) = w.name
    ORDER BY c.ends_at < w.at, c.ends_at
    LIMIT 1
) o ON true
LEFT JOIN attendances a ON a.community_id = $1 AND a.occasion_id = o.id
    AND a.participant_id = p.id AND a.status <> 'released' AND a.id = ANY($5::uuid[])
ORDER BY w.n
"""
CHECK_IN_ROWS = """
UPDATE attendances a
SET status = 'present', checked_in_at = u.at, check_in_means = 'code', has_clock_doubt = false,
    in_position_sealed = u.position, in_accuracy_sealed = u.accuracy
FROM unnest($2::uuid[], $3::timestamptz[], $4::bytea[], $5::bytea[])
    AS u (id, at, position, accuracy)
WHERE a.community_id = $1 AND a.id = u.id
"""
LOCK_TO_LEAVE = """
WITH attended AS MATERIALIZED (
    SELECT a.id FROM attendances a
    WHERE a.community_id = $1 AND a.id = ANY(ARRAY(
        SELECT m.id
        FROM unnest($2::uuid[], $3::uuid[]) AS w (user_id, attendance_id)
        JOIN participants p ON p.community_id = $1 AND p.user_id = w.user_id
        JOIN attendances m ON m.community_id = $1 AND m.id = w.attendance_id
         AND m.participant_id = p.id
    ))
    ORDER BY a.id FOR NO KEY UPDATE
)
SELECT id FROM attended
"""
LOAD_TO_LEAVE = f"""
SELECT {STORED},
       {FACTS}
FROM unnest($2::uuid[], $3::uuid[], $4::uuid[])
    WITH ORDINALITY AS w (user_id, attendance_id, key_id, n)
{JOIN_STORED}
LEFT JOIN participants p ON p.community_id = $1 AND p.user_id = w.user_id
LEFT JOIN attendances a ON a.community_id = $1 AND a.id = w.attendance_id
    AND a.participant_id = p.id
LEFT JOIN occasions o ON o.community_id = $1 AND o.id = a.occasion_id
ORDER BY w.n
"""
CHECK_OUT_ROWS = """
UPDATE attendances a
SET status = 'left', checked_out_at = u.at, check_out_means = u.means, is_closed_by_sweep = false,
    has_clock_doubt = false,
    out_position_sealed = u.position, out_accuracy_sealed = u.accuracy
FROM unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::bytea[], $6::bytea[])
    AS u (id, at, means, position, accuracy)
WHERE a.community_id = $1 AND a.id = u.id
"""
