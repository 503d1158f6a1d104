"""Statements by which hot lanes make attendances."""

# $2 to $4 are arrays: ids of the causes, occasions and participants. The occasion of a shift is
# there since the shift was added.
EXPECT = """
INSERT INTO attendances
    (community_id, id, occasion_id, participant_id, status, is_closed_by_sweep, has_clock_doubt)
SELECT o.community_id, u.id, o.id, u.participant_id, 'expected', false, false
FROM occasions o
JOIN unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS u (id, occasion_id, participant_id)
    ON o.id = u.occasion_id
WHERE o.community_id = $1
"""
