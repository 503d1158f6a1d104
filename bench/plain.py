"""What the ceiling writes: the same statements as the service, one request a transaction."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from pydantic_core import to_json

from app.communities.documents.hot import COUNT
from app.communities.documents.numbers import Number, counter_id
from app.consultations.voting import hot as votes
from app.consultations.voting.receipts import digest_of, new_code
from app.feedback.events import TicketSubmitted
from app.feedback.tickets import hot as tickets
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.volunteering.events import SignedUp
from app.volunteering.signups import hot as signups


class Asked(NamedTuple):
    community_id: UUID
    user: UUID
    path: Mapping[str, str]
    sent: dict[str, Any]
    key_id: UUID
    fingerprint: bytes


Told = tuple[bytes, str]
"""The body of the answer, and where what was made is found."""
Job = Callable[[Any, Asked], Awaitable[Told]]


async def sign_up(connection: Any, asked: Asked) -> Told:
    """Hold, look, add, emit, keep, count."""
    here, users = asked.community_id, [asked.user]
    shift_id, role_id = UUID(asked.path["shift_id"]), asked.sent.get("role_id")
    await connection.fetch(signups.LOCK, here, users, [None], [shift_id])
    (row,) = await connection.fetch(
        signups.LOAD, here, users, [None], [shift_id], [role_id], [asked.key_id]
    )
    signup, now = _admit(tuple(row.values()), shift_id), datetime.now(UTC)
    body, location = to_json(signup), f"/signups/{signup['id']}"
    ids = [signup["id"]]
    names = ("id", "shift_id", "role_id", "participant_id", "status", "position")
    columns = [[signup[name]] for name in names]
    await connection.execute(signups.ADD, here, *columns, [now], users, ["self"], [None])
    payload = to_json({"signup_id": signup["id"]}).decode()
    kind = SignedUp.kind
    await connection.execute(signups.EMIT, here, ids, [uuid7()], [payload], kind, now)
    await _keep(connection, signups.STORE, asked, ids, location, body, now)
    if signup["position"] is None:
        counts = [signup["role_id"]], [signup["taken"]]
        await connection.execute(signups.COUNT_TAKEN, here, *counts)
    else:
        counts = [signup["shift_id"]], [signup["position"]]
        await connection.execute(signups.COUNT_QUEUED, here, *counts)
    return body, location


def _admit(row: tuple[Any, ...], shift_id: UUID) -> dict[str, Any]:
    """A place if there is one, else the next position in the line."""
    queued, role_id, capacity, taken = row[14:18]
    has_room = taken < capacity
    return {
        "id": uuid7(),
        "shift_id": shift_id,
        "role_id": role_id,
        "participant_id": row[4],
        "status": "confirmed" if has_room else "waitlisted",
        "position": None if has_room else queued + 1,
        "taken": taken + 1,
    }


async def vote(connection: Any, asked: Asked) -> Told:
    """Hold, look, add, mark, keep."""
    here, users, topics = asked.community_id, [asked.user], [UUID(asked.path["topic_id"])]
    await connection.fetch(votes.LOCK, here, users, topics)
    (row,) = await connection.fetch(votes.LOAD, here, users, topics, [asked.key_id])
    who, ballot_id, entry_id = row[4], row[5], row[10]
    code, now, ids = new_code(), datetime.now(UTC), [uuid7()]
    columns = ([ballot_id], [entry_id], [who], [to_json(asked.sent["choices"]).decode()])
    await connection.execute(votes.ADD, here, ids, *columns, [digest_of(code)], [now])
    await connection.execute(votes.MARK, here, [entry_id])
    body = to_json({"ballot_id": ballot_id, "receipt": code, "cast_at": now})
    location = f"/topics/{topics[0]}/votes/mine"
    await _keep(connection, votes.STORE, asked, ids, location, body, now)
    return body, location


async def submit(connection: Any, asked: Asked) -> Told:
    """Hold, look, number, add, issue, show, emit, keep."""
    here, users, category_id = asked.community_id, [asked.user], UUID(asked.sent["category_id"])
    await connection.fetch(tickets.LOCK, here, users, [None])
    (row,) = await connection.fetch(
        tickets.LOAD, here, users, [None], [category_id], [None], [asked.key_id]
    )
    now = datetime.now(UTC)
    number = await _number(connection, here, row[12], now)
    ticket = _ticket(tuple(row.values()), asked.sent, number, now)
    ids = [ticket["id"]]
    columns = [[value] for value in ticket.values()]
    await connection.execute(tickets.ADD, here, *columns, users, ["self"], [None])
    await connection.execute(tickets.ISSUE, here, ids, [uuid7()], [number], "ticket", now)
    await connection.execute(tickets.SHOW, here, ids, [number], "ticket", "submitted")
    payload, kind = to_json({"ticket_id": ticket["id"]}).decode(), TicketSubmitted.kind
    await connection.execute(tickets.EMIT, here, ids, [uuid7()], [payload], kind, now)
    body, location = to_json(ticket), f"/tickets/{ticket['id']}"
    await _keep(connection, tickets.STORE, asked, ids, location, body, now)
    return body, location


async def _number(connection: Any, here: UUID, short_number: int, now: datetime) -> str:
    year = clock.day_of(now).year
    (row,) = await connection.fetch(COUNT, here, counter_id("ticket", year), 1)
    return str(Number.new(short_number, year, row["last"]))


def _ticket(
    row: tuple[Any, ...], sent: dict[str, Any], number: str, now: datetime
) -> dict[str, Any]:
    """In the order in which the statement takes it."""
    response, resolution = timedelta(minutes=row[8]), timedelta(minutes=row[9])
    return {
        "id": uuid7(),
        "number": number,
        "category_id": row[6],
        "participant_id": row[4],
        "text": sent["text"],
        "place_id": None,
        "gcj02_longitude": None,
        "gcj02_latitude": None,
        "visibility": "private",
        "submitted_at": now,
        "response_warn_at": now + response * 3 / 4,
        "response_due_at": now + response,
        "resolution_warn_at": now + resolution * 3 / 4,
        "resolution_due_at": now + resolution,
        "next_notice_at": now + response * 3 / 4,
    }


async def _keep(
    connection: Any,
    sql: str,
    asked: Asked,
    ids: list[UUID],
    location: str,
    body: bytes,
    now: datetime,
) -> None:
    kept = ([asked.key_id], [asked.fingerprint], [location], [body])
    await connection.execute(sql, asked.community_id, ids, *kept, now)
