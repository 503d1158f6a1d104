"""Hot lane: tickets, for a group at a time. Hold people, load_facts, decide (rules.py), write."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.communities.documents.hot import issue_many, issue_with, numbers_for
from app.communities.models import DocumentKind
from app.feedback.clocks import Clocks, next_notice_at
from app.feedback.events import TicketSubmitted
from app.feedback.models import TicketStatus
from app.feedback.tickets.rules import (
    Admitted,
    Facts,
    KnownCategory,
    Outcome,
    Person,
    SubmitTicketCommand,
    decide,
)
from app.feedback.tickets.schemas import TicketOut
from app.kernel.database.columns import uuid7
from app.kernel.database.idempotency import Key, StoredResponse, store_rows_sql
from app.kernel.jobs.events import emit_rows_sql
from app.kernel.lane.lane import Connection
from app.links.hot import show_with
from app.links.models import CardKind


async def submit_many(
    connection: Connection, community_id: UUID, commands: Sequence[SubmitTicketCommand]
) -> list[Outcome]:
    """Serves a group in the order given, nobody twice, in the transaction of the connection."""
    await lock_rows(connection, community_id, commands)
    facts = await load_facts(connection, community_id, commands)
    return await apply(connection, community_id, commands, facts)


LOCK = """
SELECT p.id FROM participants p
WHERE p.community_id = $1 AND (p.user_id = ANY($2::uuid[]) OR p.id = ANY($3::uuid[]))
ORDER BY p.id FOR NO KEY UPDATE
"""


async def lock_rows(
    connection: Connection, community_id: UUID, commands: Sequence[SubmitTicketCommand]
) -> None:
    """People, in the order of ids: how many tickets of theirs are open, and which keys they have
    used, is decided by who holds them."""
    await connection.fetch(LOCK, community_id, *_who(commands))


# A statement of its own: what is read must be newer than the wait for the locks.
LOAD = """
SELECT k.fingerprint, k.status, k.location, k.body,
       p.id, p.status,
       c.id, c.is_active, c.response_minutes, c.resolution_minutes,
       l.kind, own.open,
       (SELECT h.short_number FROM communities h WHERE h.id = $1)
FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[])
    WITH ORDINALITY AS w (user_id, participant_id, category_id, place_id, key_id, n)
LEFT JOIN idempotency_keys k ON k.community_id = $1 AND k.id = w.key_id
LEFT JOIN participants p
    ON p.community_id = $1 AND (p.user_id = w.user_id OR p.id = w.participant_id)
LEFT JOIN service_categories c ON c.community_id = $1 AND c.id = w.category_id
LEFT JOIN places l ON l.community_id = $1 AND l.id = w.place_id
LEFT JOIN LATERAL (
    SELECT count(*)::int AS open FROM tickets t
    WHERE t.community_id = $1 AND t.participant_id = p.id AND t.is_open
) own ON true
ORDER BY w.n
"""


async def load_facts(
    connection: Connection, community_id: UUID, commands: Sequence[SubmitTicketCommand]
) -> list[Facts]:
    rows = await connection.fetch(
        LOAD,
        community_id,
        *_who(commands),
        [w.wanted.category_id for w in commands],
        [w.wanted.place_id for w in commands],
        [w.key and w.key.id_for(w.by, "hot") for w in commands],
    )
    return [_facts(tuple(row.values())) for row in rows]


def _who(commands: Sequence[SubmitTicketCommand]) -> tuple[list[UUID | None], list[UUID | None]]:
    """Users of those who come themselves, participants of those for whom the desk comes."""
    users = [None if w.on_behalf_of else w.by for w in commands]
    return users, [w.on_behalf_of for w in commands]


def _facts(row: tuple[Any, ...]) -> Facts:
    kept, person, category = row[:4], row[4:6], row[6:10]
    return Facts(
        kept=None if kept[0] is None else (kept[0], StoredResponse(kept[1], kept[3], kept[2])),
        person=None if person[0] is None else Person(*person),
        category=None if category[0] is None else KnownCategory(*category),
        place_kind=row[10],
        open=row[11],
        short_number=row[12] or 0,
    )


@dataclass(frozen=True, slots=True)
class NewTicket:
    command: SubmitTicketCommand
    admitted: Admitted
    clocks: Clocks
    shown: TicketOut
    answer: StoredResponse


async def apply(
    connection: Connection,
    community_id: UUID,
    commands: Sequence[SubmitTicketCommand],
    facts: Sequence[Facts],
) -> list[Outcome]:
    """Decides each command in turn; then numbers those admitted, and writes them together."""
    decided = [decide(known, command) for known, command in zip(facts, commands, strict=True)]
    many = sum(isinstance(outcome, Admitted) for outcome in decided)
    if many == 0:
        return [outcome for outcome in decided if not isinstance(outcome, Admitted)]
    at, short_number = commands[0].at, facts[0].short_number
    kind = DocumentKind.TICKET
    numbers = iter(await numbers_for(connection, community_id, short_number, kind, many, at))
    outcomes: list[Outcome] = []
    tickets: list[NewTicket] = []
    for command, outcome in zip(commands, decided, strict=True):
        if isinstance(outcome, Admitted):
            tickets.append(ticket := _new_ticket(community_id, command, outcome, next(numbers)))
            outcomes.append(ticket.answer)
        else:
            outcomes.append(outcome)
    await write_rows(connection, community_id, tickets)
    return outcomes


def _new_ticket(
    community_id: UUID, command: SubmitTicketCommand, admitted: Admitted, number: str
) -> NewTicket:
    running = admitted.category.clocks(command.at)
    shown = TicketOut(
        id=uuid7(),
        number=number,
        **dict(command.wanted),  # what is more than a ticket's, of the desk's, is left out
        status=TicketStatus.SUBMITTED,
        submitted_at=command.at,
        response_due_at=running.response_due_at,
        responded_at=None,
        resolution_due_at=running.resolution_due_at,
        stopped_at=None,
        paused_minutes=0,
        department_id=None,
        disputes=0,
        closed_at=None,
    )
    location = f"/v1/communities/{community_id}/tickets/{shown.id}"
    answer = StoredResponse(201, shown.model_dump_json().encode(), location)
    return NewTicket(command, admitted, running, shown, answer)


ADD = """
INSERT INTO tickets AS t
    (community_id, id, number, category_id, participant_id, text, place_id, gcj02_longitude,
     gcj02_latitude, visibility, submitted_at, response_warn_at, response_due_at,
     resolution_warn_at, resolution_due_at, next_notice_at, entered_by, channel, witness,
     status, is_open, is_shown, search_grams, disputes, paused_minutes, notices, version)
SELECT p.community_id, u.id, u.number, u.category_id, p.id, u.text, u.place_id, u.longitude,
       u.latitude, u.visibility, u.submitted_at, u.response_warn_at, u.response_due_at,
       u.resolution_warn_at, u.resolution_due_at, u.next_notice_at, u.entered_by, u.channel,
       u.witness, 'submitted', true, false, '{}', 0, 0, '{}', 1
FROM participants p
JOIN unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::uuid[], $8::float[],
            $9::float[], $10::text[], $11::timestamptz[], $12::timestamptz[], $13::timestamptz[],
            $14::timestamptz[], $15::timestamptz[], $16::timestamptz[], $17::uuid[], $18::text[],
            $19::text[])
    AS u (id, number, category_id, participant_id, text, place_id, longitude, latitude,
          visibility, submitted_at, response_warn_at, response_due_at, resolution_warn_at,
          resolution_due_at, next_notice_at, entered_by, channel, witness)
    ON p.id = u.participant_id
WHERE p.community_id = $1
"""
ISSUE = issue_with("tickets")
SHOW = show_with("tickets")
EMIT = emit_rows_sql("tickets")
STORE = store_rows_sql("tickets")


async def write_rows(
    connection: Connection, community_id: UUID, tickets: Sequence[NewTicket]
) -> None:
    """One statement a table: a chain of them (WITH … INSERT) is not single-shard on Citus."""
    rows = [_row(ticket) for ticket in tickets]
    await connection.execute(ADD, community_id, *map(list, zip(*rows, strict=True)))
    at = tickets[0].command.at
    numbered = [(ticket.shown.id, ticket.shown.number) for ticket in tickets]
    await issue_many(connection, ISSUE, community_id, DocumentKind.TICKET, numbered, at)
    ids, numbers = [id_ for id_, _ in numbered], [number for _, number in numbered]
    submitted = TicketStatus.SUBMITTED
    await connection.execute(SHOW, community_id, ids, numbers, CardKind.TICKET, submitted)
    payloads = [TicketSubmitted(ticket_id=id_).model_dump_json() for id_ in ids]
    events = [uuid7() for _ in ids]
    await connection.execute(EMIT, community_id, ids, events, payloads, TicketSubmitted.kind, at)
    kept = [_kept(ticket, ticket.command.key) for ticket in tickets if ticket.command.key]
    if kept:
        await connection.execute(STORE, community_id, *map(list, zip(*kept, strict=True)), at)


def _row(ticket: NewTicket) -> tuple[Any, ...]:
    shown, command, running = ticket.shown, ticket.command, ticket.clocks
    return (
        *(shown.id, shown.number, shown.category_id, ticket.admitted.person.id, shown.text),
        *(shown.place_id, shown.gcj02_longitude, shown.gcj02_latitude, shown.visibility),
        *(shown.submitted_at, running.response_warn_at, running.response_due_at),
        *(running.resolution_warn_at, running.resolution_due_at, next_notice_at(running)),
        *(command.by, command.channel, command.witness),
    )


def _kept(ticket: NewTicket, key: Key) -> tuple[Any, ...]:
    answer = ticket.answer
    key_id = key.id_for(ticket.command.by, "hot")
    return (ticket.shown.id, key_id, key.fingerprint, answer.location, answer.body)
