"""Races on real connections: one effect per key, numbers without a gap, no more open tickets than
the rule allows, one move of two at once, one rating."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Sequence
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import NumberedDocument, Participant, Role
from app.feedback.history.service import note_by_clock
from app.feedback.models import (
    EntryKind,
    ServiceCategory,
    Ticket,
    TicketEntry,
    TicketRating,
    TicketStatus,
)
from app.feedback.tickets.hot import SUBMIT_TICKET
from app.feedback.tickets.rules import MAX_OPEN_TICKETS
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.jobs.events import EventRow
from tests.client import as_, as_admin
from tests.factories import a_community, participants, staff
from tests.feedback.rows import a_category, a_department, a_ticket_in, reread
from tests.now import NOW
from tests.planted_bugs import LaneWithoutLocks, Rendezvous

PEOPLE, REPEATS = 60, 3


@pytest.fixture
async def community(own_database: Database) -> UUID:
    return await a_community(own_database)


@pytest.fixture
async def category(own_database: Database, community: UUID) -> ServiceCategory:
    return await a_category(own_database, community)


async def submit(
    http: AsyncClient, category: ServiceCategory, person: Participant, key: str
) -> Response:
    path = f"/v1/communities/{category.community_id}/tickets"
    body = {"category_id": str(category.id), "text": "路灯不亮"}
    headers = as_(person.user_id, key)
    return await http.post(path, json=body, headers=headers)


async def submit_all(
    phones: Sequence[AsyncClient], category: ServiceCategory, people: Sequence[Participant]
) -> list[Response]:
    """Submits three times at once for each person with one key, through different processes."""
    with clock.frozen(NOW):
        return await asyncio.gather(
            *(
                submit(phones[n % len(phones)], category, person, "ticket-01")
                for person in people
                for n in range(REPEATS)
            )
        )


async def assert_one_ticket_each(
    database: Database, answers: Sequence[Response], people: Sequence[Participant]
) -> None:
    async with database.transaction() as session:
        tickets = (await session.scalars(select(Ticket))).all()
        documents = (await session.scalars(select(NumberedDocument))).all()
        events = (await session.scalars(select(EventRow))).all()
    assert Counter(answer.status_code for answer in answers) == {201: len(people) * REPEATS}
    assert Counter(ticket.participant_id for ticket in tickets) == {p.id: 1 for p in people}
    assert len(events) == len(documents) == len(people)
    serials = sorted(int(ticket.number.split("-")[2]) for ticket in tickets)
    assert serials == list(range(1, len(people) + 1))
    assert {d.subject_id: d.number for d in documents} == {t.id: t.number for t in tickets}
    bodies = {answer.content for answer in answers}
    assert len(bodies) == len(people)


async def test_one_effect_per_key_and_numbers_without_a_gap(
    own_database: Database, phones: list[AsyncClient], category: ServiceCategory
) -> None:
    people = await participants(own_database, category.community_id, PEOPLE)
    answers = await submit_all(phones, category, people)
    await assert_one_ticket_each(own_database, answers, people)


async def test_this_race_catches_one_who_checks_and_then_inserts(
    own_database: Database,
    apps: list[FastAPI],
    phones: list[AsyncClient],
    category: ServiceCategory,
) -> None:
    rendezvous = Rendezvous(len(apps), seconds=2)  # lanes do not end together
    for app in apps:
        app.state.lane = LaneWithoutLocks(own_database, SUBMIT_TICKET, rendezvous)
    people = await participants(own_database, category.community_id, 8)
    floods = await asyncio.gather(*(flood(phones, category, person) for person in people))
    with pytest.raises(AssertionError):
        assert floods == [{201: MAX_OPEN_TICKETS, 409: MAX_OPEN_TICKETS}] * len(people)


async def flood(
    phones: Sequence[AsyncClient], category: ServiceCategory, me: Participant
) -> Counter[int]:
    """Submits twice as many tickets of one person as may be open, each under a key of its own."""
    with clock.frozen(NOW):
        answers = await asyncio.gather(
            *(
                submit(phones[n % len(phones)], category, me, f"ticket-{n:02}")
                for n in range(2 * MAX_OPEN_TICKETS)
            )
        )
    return Counter(answer.status_code for answer in answers)


async def test_no_more_are_open_than_the_rule_says(
    own_database: Database, phones: list[AsyncClient], category: ServiceCategory
) -> None:
    people = await participants(own_database, category.community_id, 3)
    floods = await asyncio.gather(*(flood(phones, category, person) for person in people))
    assert floods == [{201: MAX_OPEN_TICKETS, 409: MAX_OPEN_TICKETS}] * len(people)


async def test_of_two_moves_at_once_one_is_made(
    own_database: Database, phones: list[AsyncClient], community: UUID
) -> None:
    worker = await staff(own_database, community)
    ticket = await a_ticket_in(own_database, community, TicketStatus.SUBMITTED)
    path = f"/admin/v1/communities/{community}/tickets/{ticket.id}"

    def accept(n: int) -> Awaitable[Response]:
        return phones[n % len(phones)].post(f"{path}/accept", headers=as_admin(worker))

    with clock.frozen(NOW):
        answers = await asyncio.gather(*(accept(n) for n in range(10)))
    assert Counter(answer.status_code for answer in answers) == {200: 1, 409: 9}
    async with own_database.transaction() as session:
        assert len((await session.scalars(select(TicketEntry))).all()) == 1


async def test_of_many_ratings_at_once_one_counts(
    own_database: Database, phones: list[AsyncClient], community: UUID
) -> None:
    [me] = await participants(own_database, community, 1)
    ticket = await a_ticket_in(own_database, community, TicketStatus.RESOLVED, me)
    path = f"/v1/communities/{community}/tickets/{ticket.id}/rating"
    body = {"solved": "yes", "satisfied": 5}

    def rate(n: int) -> Awaitable[Response]:
        headers = as_(me.user_id, f"rating-{n:02}")
        return phones[n % len(phones)].post(path, json=body, headers=headers)

    with clock.frozen(NOW):
        answers = await asyncio.gather(*(rate(n) for n in range(10)))
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: 9}
    async with own_database.transaction() as session:
        assert len((await session.scalars(select(TicketRating))).all()) == 1


async def test_of_a_rating_and_a_dispute_at_once_one_reopens(
    own_database: Database, phones: list[AsyncClient], community: UUID
) -> None:
    people = await participants(own_database, community, 4)
    tickets = [
        await a_ticket_in(own_database, community, TicketStatus.RESOLVED, me) for me in people
    ]
    with clock.frozen(NOW):
        await asyncio.gather(
            *(
                reopen(phones[n % len(phones)], ticket, me, verb)
                for me, ticket in zip(people, tickets, strict=True)
                for n, verb in enumerate(["rating", "dispute"])
            )
        )
    assert_reopened_once([await reread(own_database, community, t.id) for t in tickets])


async def reopen(http: AsyncClient, ticket: Ticket, me: Participant, verb: str) -> Response:
    bodies = {"rating": {"solved": "no", "satisfied": 1}, "dispute": {"reason": "还是不亮"}}
    path = f"/v1/communities/{ticket.community_id}/tickets/{ticket.id}/{verb}"
    return await http.post(path, json=bodies[verb], headers=as_(me.user_id, f"{verb}-0001"))


def assert_reopened_once(tickets: Sequence[Ticket]) -> None:
    assert {(ticket.status, ticket.disputes) for ticket in tickets} == {(TicketStatus.REOPENED, 1)}


async def test_giving_back_and_starting_at_once_one_is_made(
    own_database: Database, phones: list[AsyncClient], community: UUID
) -> None:
    worker = await staff(own_database, community)
    tickets = [await a_ticket_in(own_database, community, TicketStatus.ASSIGNED) for _ in range(4)]
    base = f"/admin/v1/communities/{community}/tickets"

    def act(n: int, ticket: Ticket) -> Awaitable[Response]:
        verb, body = [("give-back", {"reason": "不归我们管"}), ("start", None)][n]
        http = phones[n % len(phones)]
        return http.post(f"{base}/{ticket.id}/{verb}", json=body, headers=as_admin(worker))

    with clock.frozen(NOW):
        answers = await asyncio.gather(*(act(n, ticket) for ticket in tickets for n in range(2)))
    assert Counter(answer.status_code for answer in answers) == {200: 4, 409: 4}
    await assert_has_department_while_worked_on(own_database, community, tickets)


async def assert_has_department_while_worked_on(
    database: Database, community: UUID, tickets: Sequence[Ticket]
) -> None:
    for ticket in tickets:
        again = await reread(database, community, ticket.id)
        is_at_work = again.status is TicketStatus.IN_PROGRESS
        assert is_at_work == (again.department_id is not None)
        async with database.transaction() as session:
            entries = select(TicketEntry).filter_by(community_id=community, ticket_id=ticket.id)
            assert len((await session.scalars(entries)).all()) == 1


async def test_this_race_catches_one_who_gives_back_what_was_read_before(
    own_database: Database, community: UUID
) -> None:
    """Both look without a lock, and then write."""
    ticket = await a_ticket_in(own_database, community, TicketStatus.ASSIGNED)
    rendezvous = Rendezvous(2, seconds=2)

    async def act(verb: str) -> None:
        async with own_database.transaction() as session:
            row = await session.get_one(Ticket, (community, ticket.id))
            await rendezvous.wait()
            row.give_back() if verb == "give_back" else row.start()
            kind = EntryKind.GIVEN_BACK if verb == "give_back" else EntryKind.STARTED
            await note_by_clock(session, row, kind)

    with clock.frozen(NOW):
        await asyncio.gather(act("give_back"), act("start"))
    with pytest.raises(AssertionError):
        await assert_has_department_while_worked_on(own_database, community, [ticket])


async def test_closing_a_department_and_assigning_to_it_at_once(
    own_database: Database, phones: list[AsyncClient], community: UUID
) -> None:
    worker = await staff(own_database, community)
    admin = await staff(own_database, community, Role.COMMUNITY_ADMIN)
    base = f"/admin/v1/communities/{community}"
    for _ in range(4):
        department = await a_department(own_database, community)
        ticket = await a_ticket_in(own_database, community, TicketStatus.ACCEPTED)
        closing = phones[0].put(
            f"{base}/departments/{department.id}",
            json={"name": department.name, "contact": department.contact, "is_active": False},
            headers=as_admin(admin) | {"If-Match": '"1"'},
        )
        assigning = phones[1].post(
            f"{base}/tickets/{ticket.id}/assign",
            json={"department_id": str(department.id)},
            headers=as_admin(worker),
        )
        with clock.frozen(NOW):
            closed, assigned = await asyncio.gather(closing, assigning)
        assert (closed.status_code, assigned.status_code) in {(200, 422), (409, 200)}
