"""Checks after a run: answers, rows, records and events agree, and nothing is given twice."""

from collections.abc import Mapping
from json import loads

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from app.consultations.models import Vote
from app.kernel.database.idempotency import RESPONSE

CHECKS = {
    "oversold roles": """
        SELECT count(*) FROM shift_roles r WHERE r.taken > r.capacity OR r.taken <> (
            SELECT count(*) FROM signups g WHERE g.community_id = r.community_id
            AND g.role_id = r.id AND g.status = 'confirmed')""",
    "lines with a gap": """
        SELECT count(*) FROM shifts s WHERE s.queued <> (
            SELECT count(*) FROM signups g WHERE g.community_id = s.community_id
            AND g.shift_id = s.id AND g.position BETWEEN 1 AND s.queued)""",
    "places left with people waiting": """
        SELECT count(*) FROM shift_roles r JOIN shifts s
            ON s.community_id = r.community_id AND s.id = r.shift_id
        WHERE r.taken < r.capacity AND s.queued > 0""",
    "sign-ups answered without their row": """
        SELECT count(*) FROM opened_records k
        WHERE k.location LIKE '%/signups/%' AND NOT EXISTS (
            SELECT FROM signups g WHERE g.community_id = k.community_id
            AND g.id = (convert_from(k.body, 'UTF8')::json->>'id')::uuid
            AND g.status = convert_from(k.body, 'UTF8')::json->>'status')""",
    "confirmed sign-ups that nobody expects, and the reverse": """
        SELECT count(*) FROM signups g FULL JOIN (
            SELECT * FROM attendances t WHERE EXISTS (
                SELECT FROM occasions o WHERE o.community_id = t.community_id
                AND o.id = t.occasion_id AND o.kind = 'shift')) a
            ON a.community_id = g.community_id AND a.id = g.id
        WHERE (g.status = 'confirmed') IS DISTINCT FROM (a.status = 'expected')
            AND NOT (g.status <> 'confirmed' AND (a.id IS NULL OR a.status = 'released'))""",
    "roll entries without their one vote": """
        SELECT count(*) FROM electoral_roll e WHERE (e.status = 'voted')::int <> (
            SELECT count(*) FROM votes v WHERE v.community_id = e.community_id
            AND v.ballot_id = e.ballot_id AND v.id = e.id)""",
    "receipts without their vote": """
        SELECT count(*) FROM opened_records k
        WHERE k.location LIKE '%/votes/mine' AND NOT EXISTS (
            SELECT FROM opened_votes v WHERE v.community_id = k.community_id
            AND v.ballot_id = (convert_from(k.body, 'UTF8')::json->>'ballot_id')::uuid
            AND decode(v.receipt, 'hex') =
                sha256(convert_to(convert_from(k.body, 'UTF8')::json->>'receipt', 'UTF8')))""",
    "check-ins answered without their row": """
        SELECT count(*) FROM opened_records k
        WHERE k.location LIKE '%/check-ins/%' AND NOT EXISTS (
            SELECT FROM attendances a WHERE a.community_id = k.community_id
            AND a.id = (convert_from(k.body, 'UTF8')::json->>'id')::uuid AND a.status = 'present'
            AND abs(extract(epoch FROM a.checked_in_at
                - (convert_from(k.body, 'UTF8')::json->>'checked_in_at')::timestamptz)) < 0.001)""",
    "serial numbers with a gap": """
        SELECT count(*) FROM number_counters n WHERE n.last <> (
            SELECT count(DISTINCT split_part(t.number, '-', 3)::int) FROM tickets t
            WHERE t.community_id = n.community_id
            AND split_part(t.number, '-', 3)::int BETWEEN 1 AND n.last)""",
    "tickets answered or numbered otherwise": """
        SELECT count(*) FROM opened_records k
        WHERE k.location LIKE '%/tickets/%' AND NOT EXISTS (
            SELECT FROM tickets t JOIN numbered_documents d
                ON d.community_id = t.community_id AND d.subject_id = t.id AND d.number = t.number
            WHERE t.community_id = k.community_id
            AND t.id = (convert_from(k.body, 'UTF8')::json->>'id')::uuid
            AND t.number = convert_from(k.body, 'UTF8')::json->>'number')""",
    "people with too many open tickets": """
        SELECT count(*) FROM (
            SELECT FROM tickets t WHERE t.is_open
            GROUP BY t.community_id, t.person_index HAVING count(*) > 10) many""",
}
OPENED = "CREATE TEMPORARY TABLE opened_records (community_id UUID, location TEXT, body BYTEA)"
OPENED_VOTES = """
CREATE TEMPORARY TABLE opened_votes (community_id UUID, ballot_id UUID, receipt TEXT)
"""
RECORDS = "SELECT count(*) FROM opened_records WHERE location LIKE "
EMITTED = "SELECT count(*) FROM events WHERE kind = "
COUNTS = {
    "sign-ups": {
        "rows": "SELECT count(*) FROM signups",
        "keys": f"{RECORDS} '%/signups/%'",
        "events": f"{EMITTED} 'volunteering'",
    },
    "votes": {
        "rows": "SELECT count(*) FROM votes",
        "keys": f"{RECORDS} '%/votes/mine'",
    },
    "check-ins": {
        "rows": "SELECT count(*) FROM attendances WHERE status = 'present'",
        "keys": f"{RECORDS} '%/check-ins/%'",
    },
    "tickets": {
        "rows": "SELECT count(*) FROM tickets",
        "keys": f"{RECORDS} '%/tickets/%'",
        "events": f"{EMITTED} 'feedback'",
        "numbers": "SELECT count(*) FROM numbered_documents",
        "cards": "SELECT count(*) FROM cards",
    },
}


async def open_records(connection: AsyncConnection) -> None:
    """Opens what the service has sealed, into a table that ends with the connection. The ceiling
    has stored the same in clear."""
    await connection.execute(text(OPENED))
    records = await connection.execute(
        text("SELECT community_id, id, response_sealed FROM idempotency_keys")
    )
    rows = []
    for community_id, id_, sealed in records:
        is_clear = sealed.startswith(b"{")
        opened = sealed if is_clear else RESPONSE.open(community_id, id_, sealed)
        head, _, body = opened.partition(b"\n")
        location = loads(head).get("Location")
        rows.append({"community_id": community_id, "location": location, "body": body})
    if rows:
        await connection.execute(
            text("INSERT INTO opened_records VALUES (:community_id, :location, :body)"), rows
        )


async def open_votes(connection: AsyncConnection) -> None:
    """Opens the votes in the same way."""
    await connection.execute(text(OPENED_VOTES))
    votes = await connection.execute(
        text("SELECT community_id, id, ballot_id, content_sealed FROM votes")
    )
    rows = []
    for community_id, id_, ballot_id, stored in votes:
        if stored[:1] == b"[":
            receipt = loads(stored)[1]
        else:
            content = Vote.content.open_for(Vote, community_id, id_, stored)
            receipt = None if content is None else content.receipt_sha256
        rows.append({"community_id": community_id, "ballot_id": ballot_id, "receipt": receipt})
    if rows:
        await connection.execute(
            text("INSERT INTO opened_votes VALUES (:community_id, :ballot_id, :receipt)"), rows
        )


async def verify(url: str, answered: Mapping[str, int]) -> None:
    """Prints what is stored, and fails unless it agrees with `answered`: answers of each kind."""
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        await open_records(connection)
        await open_votes(connection)
        wrong = {name: await connection.scalar(text(sql)) for name, sql in CHECKS.items()}
        stored = {
            kind: {name: await connection.scalar(text(sql)) for name, sql in counts.items()}
            for kind, counts in COUNTS.items()
        }
    await engine.dispose()
    for kind, counts in stored.items():
        found = ", ".join(f"{name} {n:,}" for name, n in counts.items())
        print(f"{kind}: answered {answered[kind]:,}; {found}")
    print(", ".join(f"{name}: {n}" for name, n in wrong.items()))
    do_agree = all(set(counts.values()) == {answered[kind]} for kind, counts in stored.items())
    if any(wrong.values()) or not do_agree:
        raise SystemExit("answers and stored rows do not agree")
