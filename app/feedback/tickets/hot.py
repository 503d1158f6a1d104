"""Hot lane: submitting tickets, for a group at a time."""

from collections.abc import Sequence
from uuid import UUID

from app.communities.documents.hot import issue_many, issue_with, numbers_for
from app.communities.models import DocumentKind
from app.communities.people import Person, indexes_of_people, person_ids, refuse_inactive
from app.feedback.clocks import Clocks, next_notice_at
from app.feedback.events import TicketSubmitted
from app.feedback.models import Location, Origin, Ticket, TicketStatus
from app.feedback.tickets.rules import Admitted, Category, Facts, SubmitTicketCommand, decide
from app.feedback.tickets.schemas import TicketOut
from app.kernel.database.columns import uuid7
from app.kernel.database.idempotency import StoredResponse
from app.kernel.lane.connection import Connection
from app.kernel.lane.hot_command import JOIN_STORED, STORED, HotCommand, NewRow, Values, write_rows
from app.links.hot import add_cards_sql
from app.links.models import CardKind

# A person is locked before their tickets are counted, so that the limit of open ones holds.
LOCK = """
SELECT p.id, p.user_id FROM participants p
WHERE p.community_id = $1 AND (p.user_id = ANY($2::uuid[]) OR p.id = ANY($3::uuid[]))
ORDER BY p.id FOR NO KEY UPDATE
"""
LOAD = f"""
SELECT {STORED},
       p.id, p.status,
       c.id, c.is_active, c.response_minutes, c.resolution_minutes, c.name,
       (SELECT string_agg(a.name, ' ' ORDER BY array_position(l.path, a.id)) FROM places a
        WHERE a.community_id = $1 AND a.id = ANY(l.path) AND (a.kind <> 'grid' OR a.id = l.id)),
       l.kind, own.open,
       (SELECT h.short_number FROM communities h WHERE h.id = $1)
FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::bytea[], $7::bytea[], $8::uuid[])
    WITH ORDINALITY AS w (user_id, participant_id, category_id, place_id, person_index,
                          person_index_even, key_id, n)
{JOIN_STORED}
LEFT JOIN participants p
    ON p.community_id = $1 AND (p.user_id = w.user_id OR p.id = w.participant_id)
LEFT JOIN service_categories c ON c.community_id = $1 AND c.id = w.category_id
LEFT JOIN places l ON l.community_id = $1 AND l.id = w.place_id
LEFT JOIN LATERAL (
    SELECT count(*)::int AS open FROM tickets t
    WHERE t.community_id = $1 AND t.is_open
      AND (t.person_index = w.person_index OR t.person_index_even = w.person_index_even)
) own ON true
ORDER BY w.n
"""
ADD = """
INSERT INTO tickets AS t
    (community_id, id, number, kind, category_id, person_sealed, person_index, person_index_even,
     text_sealed, location_sealed, visibility, submitted_at, response_warn_at, response_due_at,
     resolution_warn_at, resolution_due_at, next_notice_at, entered_by, channel, witness_sealed,
     origin, status, is_open, is_shown, search_grams, disputes, resolutions, paused_minutes,
     notices, version)
SELECT c.community_id, u.id, u.number, u.kind, u.category_id, u.person, u.person_index,
       u.person_index_even, u.text, u.location, u.visibility, u.submitted_at,
       u.response_warn_at, u.response_due_at, u.resolution_warn_at, u.resolution_due_at,
       u.next_notice_at, u.entered_by, u.channel, u.witness,
       'resident', 'submitted', true, false, '{}', 0, 0, 0, '{}', 1
FROM service_categories c
JOIN unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::bytea[], $7::bytea[], $8::bytea[],
            $9::bytea[], $10::bytea[], $11::text[], $12::timestamptz[], $13::timestamptz[],
            $14::timestamptz[], $15::timestamptz[], $16::timestamptz[], $17::timestamptz[],
            $18::uuid[], $19::text[], $20::bytea[])
    AS u (id, number, kind, category_id, person, person_index, person_index_even, text, location,
          visibility, submitted_at, response_warn_at, response_due_at, resolution_warn_at,
          resolution_due_at, next_notice_at, entered_by, channel, witness)
    ON c.id = u.category_id
WHERE c.community_id = $1
"""
ACTIONS_AFTER_SUBMISSION = ["withdraw", "supplement"]
"""Actions of its author on a new ticket, as `actions_of_author` says."""
ISSUE = issue_with("tickets")
ADD_CARDS = add_cards_sql("tickets")


def load_arguments(commands: Sequence[SubmitTicketCommand]) -> Values:
    contents = [command.content for command in commands]
    return [content.category_id for content in contents], [content.place_id for content in contents]


def locked_arguments(
    community_id: UUID, commands: Sequence[SubmitTicketCommand], locked: Sequence[Values]
) -> Values:
    """Makes the arrays of the keyed index by which a person's own tickets are found."""
    return indexes_of_people(Ticket.participant_id, Ticket, community_id, commands, locked)


def read_facts(rows: Sequence[Values]) -> list[Facts]:
    return [_facts(row) for row in rows]


def _facts(row: Values) -> Facts:
    person, category, (place_path, *counted) = row[:2], row[2:7], row[7:]
    place_kind, open_tickets, short_number = counted
    return Facts(
        person=None if person[0] is None else Person(*person),
        category=None if category[0] is None else Category(*category),
        place_path=place_path,
        place_kind=place_kind,
        open_tickets=open_tickets,
        short_number=short_number or 0,
    )


async def write(
    connection: Connection,
    community_id: UUID,
    admitted: Sequence[tuple[SubmitTicketCommand, Admitted]],
) -> list[NewRow]:
    """Numbers the tickets, then adds them with their documents and cards."""
    # A group is of one community, so the number of the first one's is that of all.
    (command, first), kind = admitted[0], DocumentKind.TICKET
    numbers = await numbers_for(
        connection, community_id, first.short_number, kind, len(admitted), command.at
    )
    tickets = [
        _new_ticket(community_id, *one, number)
        for one, number in zip(admitted, numbers, strict=True)
    ]
    await write_rows(connection, ADD, community_id, [ticket.values for ticket in tickets])
    ids = [ticket.id for ticket in tickets]
    numbered = list(zip(ids, numbers, strict=True))
    await issue_many(connection, ISSUE, community_id, kind, numbered, command.at)
    card = (CardKind.TICKET, TicketStatus.SUBMITTED)
    await connection.execute(ADD_CARDS, community_id, ids, numbers, *card)
    return tickets


def _shape_new(
    command: SubmitTicketCommand, admitted: Admitted, running: Clocks, number: str
) -> TicketOut:
    return TicketOut(
        id=uuid7(),
        number=number,
        origin=Origin.RESIDENT,
        category_name=admitted.category.name,
        place_path=admitted.place_path,
        **dict(command.content),  # A desk ticket has more fields, which TicketOut ignores.
        status=TicketStatus.SUBMITTED,
        submitted_at=command.at,
        response_due_at=running.response_due_at,
        responded_at=None,
        resolution_due_at=running.resolution_due_at,
        stopped_at=None,
        paused_minutes=0,
        department_id=None,
        department_name=None,
        disputes=0,
        resolutions=0,
        escalated_at=None,
        review_on=None,
        merged_into=None,
        closed_at=None,
        actions=ACTIONS_AFTER_SUBMISSION,
    )


def _new_ticket(
    community_id: UUID, command: SubmitTicketCommand, admitted: Admitted, number: str
) -> NewRow:
    running = admitted.category.clocks(command.at)
    shown = _shape_new(command, admitted, running, number)
    acting = command.acting
    values = (
        *(shown.id, shown.number, shown.kind, shown.category_id),
        *_sealed(community_id, shown, admitted.person.id),
        *(shown.visibility, shown.submitted_at),
        *(running.response_warn_at, running.response_due_at),
        *(running.resolution_warn_at, running.resolution_due_at, next_notice_at(running)),
        *(acting.confidential_columns["entered_by"], acting.channel),
        acting.sealed_witness(Ticket, community_id, shown.id),
    )
    location = f"/v1/communities/{community_id}/tickets/{shown.id}"
    response = StoredResponse(201, shown.model_dump_json().encode(), {"Location": location})
    event = TicketSubmitted(
        ticket_id=shown.id,
        response_due_at=shown.response_due_at,
        resolution_due_at=shown.resolution_due_at,
    )
    return NewRow(shown.id, values, response, event)


def _sealed(community_id: UUID, shown: TicketOut, author: UUID) -> Values:
    """Seals author, text and location; between them stands the author's keyed index."""
    row = (Ticket, community_id, shown.id)
    indexes = Ticket.participant_id.indexes_for(Ticket, community_id, author)
    place = Location(shown.place_id, shown.gcj02_longitude, shown.gcj02_latitude).stored()
    return (
        Ticket.participant_id.seal_for(*row, author),
        indexes["person_index"],
        indexes["person_index_even"],
        Ticket.text.seal_for(*row, shown.text),
        None if place is None else Ticket.location.seal_for(*row, place),
    )


SUBMIT_TICKET = HotCommand[SubmitTicketCommand, Facts, Admitted](
    table="tickets",
    lock=LOCK,
    load=LOAD,
    lock_arguments=person_ids,
    load_arguments=load_arguments,
    locked_arguments=locked_arguments,
    read_facts=read_facts,
    decide=decide,
    refuse_replay=refuse_inactive,
    write=write,
)
