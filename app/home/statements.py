"""The statements of the home screen. Each branch reads one kind of row of a person in a community,
by an index that begins with the community, and stops after the rows that the screen shows."""

from collections.abc import Iterable
from enum import StrEnum

from app.communities.models import ResidenceClaimStatus
from app.consultations.models import TopicStatus
from app.double_reporting.models import LIVE_CLAIM, LIVE_DUTY, LIVE_MEMBER_REGISTRATION
from app.feedback.models import OPEN, TicketStatus
from app.volunteering.models import LIVE


def _listed(states: Iterable[StrEnum]) -> str:
    """Writes states as literals: a generic plan uses a partial index only for those."""
    return ", ".join(f"'{state}'" for state in sorted(states))


def _residence(status: ResidenceClaimStatus) -> str:
    """Writes the branch of the claim in this state; each of the two has an index of its own."""
    return f"""
UNION ALL
(SELECT 'residence', d.id, h.id, NULL, NULL, d.status, NULL, d.expires_at,
        (SELECT string_agg(l.name, ' ' ORDER BY cardinality(l.path)) FROM places l
         WHERE l.community_id = $1 AND l.id = ANY(h.path) AND l.kind <> 'grid'),
        NULL, NULL
 FROM residence_claims d
 JOIN places h ON h.community_id = $1 AND h.id = d.household_id
 WHERE d.community_id = $1 AND d.participant_id = $2 AND d.status = '{status}'
 LIMIT 1)"""


COMMUNITIES = """
SELECT c.id, c.name, m.participant_id
FROM my_communities m JOIN communities c ON c.id = m.community_id
WHERE m.user_id = $1
ORDER BY m.joined_at DESC, c.id
"""
TOPIC = _listed({TopicStatus.OPEN, TopicStatus.DELIBERATING, TopicStatus.BALLOTING})
TICKET = _listed({*OPEN, TicketStatus.RESOLVED})
MAX_UNREAD = 100
"""The count of unread messages ends here: it is read at each visit."""

# $1 community, $2 participant, $3 now; then the keyed indexes, odd ones before even ones, by which
# the person's messages ($4, $5), tickets ($6, $7) and registrations ($8, $9) are found.
UNREAD_MESSAGES = """
FROM inbox_messages i
WHERE i.community_id = $1 AND i.read_at IS NULL
  AND (i.participant_id = $2
       OR i.recipient_index = ANY($4::bytea[]) OR i.recipient_index_even = ANY($5::bytea[]))
"""
UPCOMING_SIGNUPS = f"""
FROM signups s
JOIN shifts h ON h.community_id = $1 AND h.id = s.shift_id
JOIN activities a ON a.community_id = $1 AND a.id = h.activity_id
WHERE s.community_id = $1 AND s.participant_id = $2 AND s.status IN ({_listed(LIVE)})
  AND (s.offer_expires_at IS NULL OR s.offer_expires_at > $3) AND h.ends_at > $3
"""
TAKES_PART = """EXISTS (
    SELECT FROM participants me
    WHERE me.community_id = $1 AND me.id = $2 AND me.status <> 'left')"""
"""No ballot waits for who has left. Who stands on a roll votes also while they are blocked, so that
no administrator keeps anybody from voting."""
BALLOTS_TO_VOTE = f"""
FROM ballots b
JOIN roll_voters v ON v.community_id = $1 AND v.ballot_id = b.id
JOIN electoral_roll e ON e.community_id = $1 AND e.id = v.roll_entry_id
WHERE b.community_id = $1 AND b.status IN ('announced', 'open') AND b.opens_at <= $3
  AND b.closes_at > $3 AND v.participant_id = $2 AND e.status = 'none'
  AND {TAKES_PART}
"""
MY_TICKET = "t.community_id = $1 AND (t.person_index = $6 OR t.person_index_even = $7)"
COUNTS = f"""
SELECT (SELECT count(*) FROM (SELECT {UNREAD_MESSAGES} LIMIT {MAX_UNREAD}) unread)
           AS unread_messages,
       (SELECT count(*) {UPCOMING_SIGNUPS}) AS upcoming_signups,
       (SELECT count(*) {BALLOTS_TO_VOTE}) AS ballots_to_vote,
       (SELECT count(*) FROM tickets t WHERE {MY_TICKET} AND t.status IN ({_listed(OPEN)}))
           AS open_tickets
"""
PERSON = f"""
SELECT 'me' AS part, p.id, p.id AS parent_id, NULL::text AS title, p.kind::text AS kind,
       p.status::text AS status, p.joined_at AS starts_at, NULL::timestamptz AS ends_at,
       NULL::text AS words, NULL::int AS number, p.display_name_sealed AS sealed
FROM participants p
WHERE p.community_id = $1 AND p.id = $2
UNION ALL
SELECT 'unread', $2, $2, NULL, NULL, NULL, NULL, NULL, NULL, count(*)::int, NULL
FROM (
    SELECT {UNREAD_MESSAGES} LIMIT {MAX_UNREAD}
) unread
UNION ALL
(SELECT 'signup', s.id, a.id, a.title, NULL, s.status, h.starts_at, h.ends_at, a.address,
        s.position, NULL
 {UPCOMING_SIGNUPS}
 ORDER BY h.starts_at, s.id LIMIT 3)
UNION ALL
(SELECT 'offer', s.id, a.id, a.title, NULL, s.status, NULL, s.offer_expires_at, NULL, NULL, NULL
 {UPCOMING_SIGNUPS} AND s.status = 'offered'
 ORDER BY s.offer_expires_at, s.id LIMIT 10)
UNION ALL
(SELECT 'ballot', b.topic_id, b.id, b.title, NULL, b.legal_effect, b.opens_at, b.closes_at, NULL,
        NULL, NULL
 {BALLOTS_TO_VOTE}
 ORDER BY b.closes_at, b.id LIMIT 10)
UNION ALL
(SELECT 'ticket', t.id, t.id, k.name,
        CASE WHEN EXISTS (
            SELECT FROM ticket_ratings g
            WHERE g.community_id = $1 AND g.ticket_id = t.id AND g.resolution = t.resolutions
        ) THEN 'rated' END,
        t.status, t.stopped_at, t.resolution_due_at, t.number, NULL, NULL
 FROM tickets t
 JOIN service_categories k ON k.community_id = $1 AND k.id = t.category_id
 WHERE {MY_TICKET} AND t.status IN ({TICKET})
 ORDER BY t.id DESC LIMIT 20)
UNION ALL
(SELECT 'post_claim', c.id, o.id, o.title, NULL, c.status, c.serves_from, NULL, NULL, NULL, NULL
 FROM post_claims c
 JOIN posts o ON o.community_id = $1 AND o.id = c.post_id
 WHERE c.community_id = $1 AND c.participant_id = $2 AND c.status IN ({_listed(LIVE_CLAIM)})
 ORDER BY c.id DESC LIMIT 3)
UNION ALL
(SELECT 'duty', u.id, y.id, coalesce(w.title, z.title), NULL, u.status, y.starts_at, y.ends_at,
        NULL, NULL, NULL
 FROM duties u
 JOIN duty_days y ON y.community_id = $1 AND y.id = u.duty_day_id
 LEFT JOIN posts w ON w.community_id = $1 AND w.id = y.post_id
 LEFT JOIN service_days z ON z.community_id = $1 AND z.id = y.service_day_id
 WHERE u.community_id = $1 AND u.participant_id = $2 AND u.status IN ({_listed(LIVE_DUTY)})
   AND u.starts_at > $3 - interval '24 hours' AND y.ends_at > $3
 ORDER BY u.starts_at, u.id LIMIT 1)
UNION ALL
(SELECT 'registration', r.id, r.id, NULL, NULL, r.status, NULL, NULL, NULL, NULL, NULL
 FROM member_registrations r
 WHERE r.community_id = $1 AND (r.person_index = $8 OR r.person_index_even = $9)
   AND r.status IN ({_listed(LIVE_MEMBER_REGISTRATION)})
 LIMIT 1)
{_residence(ResidenceClaimStatus.APPROVED)}
{_residence(ResidenceClaimStatus.SUBMITTED)}
UNION ALL
(SELECT 'topic', q.id, q.id, q.title, NULL, q.status, NULL, NULL, NULL, NULL, NULL
 FROM topics q
 WHERE q.community_id = $1 AND q.opened_at IS NOT NULL AND q.status IN ({TOPIC})
 ORDER BY q.id DESC LIMIT 3)
"""
