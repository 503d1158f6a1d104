"""Hot lane: cards of a group of new rows."""


def add_cards_sql(table: str) -> str:
    """Returns the statement that adds the cards of a group, which are not public yet: $2 ids of
    rows of `table` that the group has written, $3 their titles, $4 the kind, $5 the status.
    It is driven by `table` as `store_rows_sql` is."""
    return f"""
INSERT INTO cards AS c (community_id, id, kind, title, status, is_public)
SELECT r.community_id, r.id, $4, u.title, $5, false
FROM {table} r
JOIN unnest($2::uuid[], $3::text[]) AS u (row_id, title) ON r.id = u.row_id
WHERE r.community_id = $1
"""
