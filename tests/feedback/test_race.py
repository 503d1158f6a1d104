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

from app.communities.models import NumberedDocument, Participant
from app.feedback.models import ServiceCategory, Ticket, TicketEntry, TicketRating, TicketStatus
from app.feedback.tickets.hot import SUBMIT_TICKET
from app.feedback.tickets.rules import MAX_OPEN_TICKETS
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.jobs.events import EventRow
from tests.client import as_, as_admin
from tests.factories import a_community, participants, staff
from tests.feedback.rows import a_category, a_ticket_in
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
