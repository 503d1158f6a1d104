"""Statements by which hot lanes make attendances."""

# $2 to $5 are arrays: ids of the causes, occasions and participants, and since when they are
# expected. The occasion of a shift is there since the shift was added.
EXPECT = """
INSERT INTO attendances
    (community_id, id, occasion_id, participant_id, status, expected_at, is_closed_by_sweep,
     has_clock_doubt)
SELECT o.community_id, u.id, o.id, u.participant_id, 'expected', u.at, false, false
FROM occasions o
JOIN unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[])
    AS u (id, occasion_id, participant_id, at)
    ON o.id = u.occasion_id
WHERE o.community_id = $1
"""
