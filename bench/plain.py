"""The writes of the ceiling: the same statements as the service, one request per transaction."""

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
from app.kernel.database.idempotency import LIFETIME, store_rows_sql
from app.kernel.jobs.events import emit_rows_sql, family_of
from app.service_records.attendances import hot as attendances
from app.service_records.check_ins import statements as check_ins
from app.service_records.check_ins.codes import read_code
from app.volunteering.events import SignedUp
from app.volunteering.signups import hot as signups


class Call(NamedTuple):
    """A request, as the jobs need it."""

    community_id: UUID
    user: UUID
    path: Mapping[str, str]
    body: dict[str, Any]
    key_id: UUID
    fingerprint: bytes


class Answer(NamedTuple):
    body: bytes
    location: str


Job = Callable[[Any, Call], Awaitable[Answer]]


async def sign_up(connection: Any, call: Call) -> Answer:
    """Runs lock, load, add, expect, count, emit and store."""
    here, users = call.community_id, [call.user]
    shift_id, role_id = UUID(call.path["shift_id"]), call.body.get("role_id")
    await connection.fetch(signups.LOCK, here, users, [None], [shift_id])
    (row,) = await connection.fetch(
        signups.LOAD, here, users, [None], [shift_id], [role_id], [clock.now()], [call.key_id]
    )
    signup, now = _admit(tuple(row.values()), shift_id), datetime.now(UTC)
    answer = Answer(to_json(signup), f"/signups/{signup['id']}")
    names = ("id", "shift_id", "role_id", "participant_id", "status", "position")
    columns = [[signup[name]] for name in names]
    await connection.execute(signups.ADD, here, *columns, [now], users, ["self"], [None])
    if signup["position"] is None:
        expected = [signup["id"]], [shift_id], [signup["participant_id"]], [now]
        await connection.execute(attendances.EXPECT, here, *expected)
        counts = [signup["role_id"]], [signup["taken"]]
        await connection.execute(signups.COUNT_TAKEN, here, *counts)
    else:
        counts = [signup["shift_id"]], [signup["position"]]
        await connection.execute(signups.COUNT_QUEUED, here, *counts)
    fields = ("status", "position")
    payload = to_json({"signup_id": signup["id"], **{name: signup[name] for name in fields}})
    kind = SignedUp.kind
    await _emit(connection, "signups", here, signup["id"], kind, payload.decode(), now)
    await _store(connection, "signups", call, signup["id"], answer, now)
    return answer


def _admit(row: tuple[Any, ...], shift_id: UUID) -> dict[str, Any]:
    """Gives a place if there is one, else the next position of the waitlist."""
    queued, _age, _lapse_at, role_id, capacity, taken = row[14:20]
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


async def vote(connection: Any, call: Call) -> Answer:
    """Runs lock, load, add, mark and store."""
    here, users, topics = call.community_id, [call.user], [UUID(call.path["topic_id"])]
    await connection.fetch(votes.LOCK, here, users, topics)
    (row,) = await connection.fetch(votes.LOAD, here, users, topics, [call.key_id])
    participant_id, ballot_id, entry_id = row[4], row[5], row[10]
    code, now = new_code(), datetime.now(UTC)
    content = to_json([call.body["choices"], digest_of(code), now])
    await connection.execute(votes.ADD, here, [entry_id], [ballot_id], [participant_id], [content])
    await connection.execute(votes.MARK, here, [entry_id])
    body = to_json({"ballot_id": ballot_id, "receipt": code, "cast_at": now})
    answer = Answer(body, f"/topics/{topics[0]}/votes/mine")
    await _store(connection, "votes", call, entry_id, answer, now)
    return answer


async def check_in(connection: Any, call: Call) -> Answer:
    """Runs lock, load, mark and store."""
    here, users, now = call.community_id, [call.user], datetime.now(UTC)
    name = read_code(call.body["code"]).name
    locked = [row["id"] for row in await connection.fetch(check_ins.LOCK, here, users, [name])]
    (row,) = await connection.fetch(
        check_ins.LOAD, here, users, [name], [now], locked, [call.key_id]
    )
    id_, presence = row[16], _presence(tuple(row.values()), now)
    await connection.execute(check_ins.CHECK_IN_ROWS, here, [id_], [now], [None], [None])
    answer = Answer(to_json(presence), f"/check-ins/{id_}")
    await _store(connection, "attendances", call, id_, answer, now)
    return answer


def _presence(row: tuple[Any, ...], now: datetime) -> dict[str, Any]:
    """Shows an attendance as it is answered."""
    names = ("occasion_id", "kind", "occasion_title", "starts_at", "ends_at")
    values = (row[7], row[8], row[9], row[11], row[12])
    return dict(zip(names, values, strict=True)) | {
        "id": row[16],
        "status": "present",
        "checked_in_at": now,
        "check_in_means": "code",
        "checked_out_at": None,
        "actions": ["check_out"],
    }


async def submit(connection: Any, call: Call) -> Answer:
    """Runs lock, load, number, add, issue, show, emit and store."""
    here, users, category_id = call.community_id, [call.user], UUID(call.body["category_id"])
    await connection.fetch(tickets.LOCK, here, users, [None])
    (row,) = await connection.fetch(
        tickets.LOAD,
        here,
        *(users, [None], [category_id], [None], [call.user.bytes], [None], [call.key_id]),
    )
    now = datetime.now(UTC)
    number = await _number(connection, here, row[14], now)
    ticket = _ticket(tuple(row.values()), call.body, number, now)
    ids = [ticket["id"]]
    columns = [[value] for value in _columns(ticket, call.user).values()]
    await connection.execute(tickets.ADD, here, *columns, [None], ["self"], [None])
    await connection.execute(tickets.ISSUE, here, ids, [uuid7()], [number], "ticket", now)
    await connection.execute(tickets.ADD_CARDS, here, ids, [number], "ticket", "submitted")
    fields = ("response_due_at", "resolution_due_at")
    payload = to_json({"ticket_id": ticket["id"], **{name: ticket[name] for name in fields}})
    kind = TicketSubmitted.kind
    await _emit(connection, "tickets", here, ticket["id"], kind, payload.decode(), now)
    answer = Answer(to_json(ticket), f"/tickets/{ticket['id']}")
    await _store(connection, "tickets", call, ticket["id"], answer, now)
    return answer


async def _number(connection: Any, here: UUID, short_number: int, now: datetime) -> str:
    year = clock.day_of(now).year
    (row,) = await connection.fetch(COUNT, here, counter_id("ticket", year), 1)
    return str(Number.new(short_number, year, row["last"]))


def _ticket(
    row: tuple[Any, ...], body: dict[str, Any], number: str, now: datetime
) -> dict[str, Any]:
    """Makes a ticket as it is answered."""
    response, resolution = timedelta(minutes=row[8]), timedelta(minutes=row[9])
    return {
        "id": uuid7(),
        "number": number,
        "kind": body.get("kind", "help"),
        "category_id": row[6],
        "category_name": row[10],
        "participant_id": row[4],
        "text": body["text"],
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


def _columns(ticket: dict[str, Any], user: UUID) -> dict[str, Any]:
    """Returns the columns in the order in which the statement takes them. What the service seals
    stands in clear: the ceiling seals nothing."""
    numbered = ("id", "number", "kind", "category_id")
    times = (
        *("visibility", "submitted_at", "response_warn_at", "response_due_at"),
        *("resolution_warn_at", "resolution_due_at", "next_notice_at"),
    )
    sealed = {
        "person": ticket["participant_id"].bytes,
        "person_index": user.bytes,
        "person_index_even": None,
        "text": ticket["text"].encode(),
        "location": None,
    }
    return (
        {name: ticket[name] for name in numbered} | sealed | {name: ticket[name] for name in times}
    )


async def _emit(
    connection: Any, table: str, here: UUID, row_id: UUID, kind: str, payload: str, now: datetime
) -> None:
    events = ([row_id], [uuid7()], [payload.encode()])
    await connection.execute(emit_rows_sql(table), here, *events, family_of(kind), now)


async def _store(
    connection: Any, table: str, call: Call, row_id: UUID, answer: Answer, now: datetime
) -> None:
    # As the service stores it, but in clear: the ceiling seals nothing.
    stored = to_json({"Location": answer.location}) + b"\n" + answer.body
    record = ([call.key_id], [call.fingerprint], [201], [stored], [now + LIFETIME])
    await connection.execute(store_rows_sql(table), call.community_id, [row_id], *record)
