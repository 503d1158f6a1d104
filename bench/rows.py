"""Many rows for lists and counts, made by the database itself; the last tenth is still open."""

from app.kernel.database.columns import PLATFORM

VOTERS = 1000
"""The number of people, and of votes of each ballot."""
DEPARTMENTS = 4
ID = """
CREATE FUNCTION pg_temp.id(n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex(n), 12, '0') || '70008000' || left(md5(n::text), 12))::uuid
$$;
"""
PEOPLE = f"""
INSERT INTO participants
    (community_id, id, display_name_sealed, kind, status, joined_at, entered_by, channel,
     witness_sealed)
SELECT '{PLATFORM}', pg_temp.id(n), '', 'resident', 'active', now(), '{PLATFORM}', 'desk',
       ''
FROM generate_series(1, {VOTERS}) n;
"""
ACTIVITIES = f"""
INSERT INTO activities
    (community_id, id, title, summary, description, category, audience, address, risk_level,
     risk_statement, is_insured, needs_review, organiser, contact, status, starts_at, ends_at,
     published_at, search_grams, version)
SELECT '{PLATFORM}', pg_temp.id(n), '清扫楼道', '一起清扫三号楼的楼道', '<p>请穿防滑的鞋。</p>',
       'environment', 'everyone', '3号楼前', 'low', '注意脚下', false, false, '居委会', '窗口',
       CASE WHEN at > now() THEN 'published' ELSE 'completed' END, at, at + interval '1 hour',
       now(), '{{}}', 1
FROM generate_series(1, $rows) n, LATERAL (SELECT now() + (n - $over) * interval '1 hour') t (at);
INSERT INTO shifts
    (community_id, id, activity_id, status, is_published, audience, needs_review, starts_at,
     ends_at, signup_opens_at, signup_closes_at, withdraw_until, queued, version)
SELECT community_id, id, id, 'open', true, 'everyone', false, starts_at, ends_at,
       starts_at - interval '7 days', starts_at, starts_at, 0, 1
FROM activities;
INSERT INTO shift_roles
    (community_id, id, shift_id, name, requirement, capacity, taken)
SELECT community_id, id, id, '', '', 20, 5 FROM shifts;
INSERT INTO occasions
    (community_id, id, kind, source_id, title, starts_at, ends_at, status, code_key_sealed)
SELECT community_id, id, 'shift', activity_id, '清扫楼道', starts_at, ends_at, 'open', ''
FROM shifts;
"""
TICKETS = f"""
INSERT INTO departments (community_id, id, name, contact, is_active, version)
SELECT '{PLATFORM}', pg_temp.id(n), n::text, '窗口', true, 1
FROM generate_series(1, {DEPARTMENTS}) n;
INSERT INTO service_categories
    (community_id, id, name, description, level, response_minutes, resolution_minutes, is_active,
     version)
SELECT '{PLATFORM}', pg_temp.id(n), n::text, '', 'seven_days', 1440, 10080, true, 1
FROM generate_series(1, 10) n;
INSERT INTO tickets
    (community_id, id, number, kind, origin, category_id, person_sealed, person_index,
     text_sealed, visibility,
     status, is_open, is_shown, search_grams, submitted_at, department_id, disputes,
     resolutions, paused_minutes, response_warn_at, response_due_at, resolution_warn_at,
     resolution_due_at,
     notices, channel, version)
SELECT '{PLATFORM}', pg_temp.id(n), n::text, 'report', 'resident', pg_temp.id(1 + n % 10), '',
       uuid_send(pg_temp.id(1 + n % {VOTERS})), '',
       CASE WHEN n % 3 = 0 THEN 'public' ELSE 'private' END,
       CASE WHEN n > $over THEN 'in_progress' ELSE 'closed' END, n > $over, n % 3 = 0, '{{}}',
       at, pg_temp.id(1 + n % {DEPARTMENTS}), 0, 0, 0, at, at, at, at, '{{}}', 'self', 1
FROM generate_series(1, $rows) n, LATERAL (SELECT now() + (n - $over) * interval '1 hour') t (at);
"""
TOPICS = f"""
INSERT INTO topics
    (community_id, id, title, text, category, participant_id, status, submitted_at,
     answer_due_at, opened_at, seconds, opinions_for, opinions_against, opinions_neutral,
     search_grams, version, entered_by, channel)
SELECT '{PLATFORM}', pg_temp.id(n), '加装电梯', '征求意见', 'facilities',
       pg_temp.id(1 + n % {VOTERS}), CASE WHEN n % 10 = 0 THEN 'declined' ELSE 'decided' END,
       now(), now(), CASE WHEN n % 10 > 0 THEN now() END, 0, 0, 0, 0, '{{}}', 1, '{PLATFORM}',
       'self'
FROM generate_series(1, $rows) n;
"""
VOTES = f"""
INSERT INTO ballots
    (community_id, id, topic_id, title, mode, electorate, legal_effect, questions, rule,
     notice_days, opens_at, closes_at, status, manifest_sha256, version)
SELECT '{PLATFORM}', pg_temp.id(n), pg_temp.id(n), '加装电梯', 'recorded', 'residents',
       'advisory', '[]', '{{}}', 7, now(), now() + interval '1 day', 'open', '', 1
FROM generate_series(1, $rows / {VOTERS}) n;
INSERT INTO electoral_roll (community_id, id, ballot_id, participant_id, status)
SELECT '{PLATFORM}', pg_temp.id(n), pg_temp.id(1 + (n - 1) / {VOTERS}),
       pg_temp.id(1 + (n - 1) % {VOTERS}), 'voted'
FROM generate_series(1, $rows) n;
INSERT INTO votes
    (community_id, id, ballot_id, cast_by, content_sealed)
SELECT community_id, id, ballot_id, participant_id, decode(repeat(md5(id::text), 10), 'hex')
FROM electoral_roll;
"""
FILL = ID + PEOPLE + ACTIVITIES + TICKETS + TOPICS + VOTES


def filling(rows: int) -> str:
    """Returns the SQL that inserts so many rows of each kind."""
    return FILL.replace("$rows", str(rows)).replace("$over", str(rows * 9 // 10))
