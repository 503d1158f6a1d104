"""GET /admin/v1/communities/{community_id}/figures"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from json import dumps
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import text

from app.communities.models import Community, Role, ScopeKind
from app.consultations.models import Tally, TopicStatus
from app.feedback.models import TicketStatus
from app.figures.schemas import FiguresOut
from app.kernel import clock
from app.kernel.database.columns import PLATFORM, CommunityScoped
from app.kernel.database.engine import Base, Database
from app.service_records.models import EntryStatus
from tests.client import as_admin
from tests.consultations.ballots import a_ballot
from tests.factories import (
    a_community,
    a_participant,
    a_person_without_phone,
    a_place,
    a_shift,
    a_signup,
    a_topic,
    granted,
    saved,
    staff,
)
from tests.feedback.rows import a_ticket_in
from tests.now import NOW
from tests.service_records.entries import an_entry

WEEK = timedelta(weeks=1)
MONDAYS = [f"2026-{day}" for day in ("11-16", "11-23", "11-30")]
SPAN = {"from": MONDAYS[0], "to": MONDAYS[-1]}
LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)
COPY = """
INSERT INTO {table}
SELECT (jsonb_populate_record(t, CAST(:columns AS jsonb)
        || jsonb_build_object('id', i.id, 'number', i.id))).*
FROM {table} t, LATERAL (SELECT gen_random_uuid() AS id FROM generate_series(1, :number)) i
WHERE t.community_id = :community_id AND t.id = :id
"""
"""A column that the table has not is passed over."""


class Figures:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)

    async def ask(self, query: dict[str, str], by: UUID | None = None) -> Response:
        path = f"/admin/v1/communities/{self.community}/figures"
        return await self.http.get(path, params=query, headers=as_admin(by or self.worker))

    async def figures(self, **query: str) -> dict[str, Any]:
        answer = await self.ask(query or SPAN)
        assert answer.status_code == 200, answer.text
        FiguresOut.model_validate_json(answer.content)
        shown: dict[str, Any] = answer.json()
        return shown

    async def copies(self, row: Base, number: int, **columns: object) -> None:
        """Adds so many copies of a row to its table, which differ by their ids and in `columns`."""
        assert isinstance(row, CommunityScoped)
        values = {"columns": dumps(columns, default=str), "number": number}
        values |= {"community_id": row.community_id, "id": row.id}
        async with self.database.transaction() as session:
            await session.execute(text(COPY.format(table=row.__tablename__)), values)

    async def away(self, row: Base, instant: str) -> None:
        """Puts the instant of a row far back, so that its copies alone are counted."""
        assert isinstance(row, CommunityScoped)
        setattr(row, instant, LONG_AGO)
        await saved(self.database, row)

    async def joined(self, number: int, at: datetime) -> None:
        """Adds so many people who joined at that instant."""
        person = await a_person_without_phone(self.database, self.community)
        await self.copies(person, number, joined_at=at)
        async with self.database.transaction() as session:
            await session.delete(person)

    async def joined_by_week(self, *numbers: int) -> None:
        """Adds people of the last weeks, up to the present one."""
        for ago, number in enumerate(reversed(numbers)):
            await self.joined(number, NOW - ago * WEEK)

    async def submitted(self, status: TicketStatus, number: int, *, late: bool = False) -> None:
        ticket = await a_ticket_in(self.database, self.community, status)
        due_at = NOW - timedelta(hours=1) if late else NOW + timedelta(hours=1)
        await self.copies(ticket, number, submitted_at=NOW - WEEK, resolution_due_at=due_at)
        await self.away(ticket, "submitted_at")


class TestWho(Figures):
    async def test_staff_of_the_community_and_of_the_levels_above(self) -> None:
        async with self.database.transaction() as session:
            region_id = (await session.get_one(Community, self.community)).region_id
        assert region_id is not None
        above = await granted(self.database, Role.SUBDISTRICT_ADMIN, ScopeKind.REGION, region_id)
        platform = await granted(self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM, PLATFORM)
        party = await staff(self.database, self.community, Role.PARTY_ADMIN)
        for who in (self.worker, above, platform, party):
            assert (await self.ask({}, who)).status_code == 200

    async def test_who_answers_for_a_part_alone_may_not(self) -> None:
        place = await a_place(self.database, self.community)
        of_place = await granted(
            self.database, Role.COMMUNITY_WORKER, ScopeKind.PLACE, place.id, self.community
        )
        handler = await staff(self.database, self.community, Role.HANDLER)
        for who in (of_place, handler):
            assert (await self.ask({}, who)).status_code == 403
        stranger = await staff(self.database, await a_community(self.database))
        assert (await self.ask({}, stranger)).status_code == 404


class TestWeeks(Figures):
    async def test_the_last_twelve_by_default(self) -> None:
        answer = await self.ask({})
        weeks = answer.json()["weeks"]
        assert (len(weeks), weeks[0], weeks[-1]) == (12, "2026-09-14", "2026-11-30")

    async def test_any_days_stand_for_their_whole_weeks(self) -> None:
        shown = await self.figures(**{"from": "2026-11-22", "to": "2026-12-01"})
        assert shown["weeks"] == MONDAYS

    async def test_a_span_has_an_order_and_an_end(self) -> None:
        for span in (
            {"from": "2026-12-07"},
            {"from": "2026-11-30", "to": "2026-11-29"},
            {"from": "2025-11-23", "to": "2026-11-30"},
            {"from": "last week"},
            {"weeks": "3"},
        ):
            assert (await self.ask(span)).status_code == 422, span
        shown = await self.figures(**{"from": "2025-12-01", "to": "2026-11-30"})
        assert len(shown["weeks"]) == 53

    async def test_one_begins_on_monday_in_the_zone_of_the_service(self) -> None:
        monday = datetime(2026, 11, 29, 16, tzinfo=UTC)
        await self.joined(10, monday - timedelta(seconds=1))
        await self.joined(20, monday)
        assert (await self.figures())["participants"]["joined"] == [0, 10, 20]


class TestCounts(Figures):
    async def test_a_community_in_which_nothing_has_happened_has_noughts(self) -> None:
        shown = await self.figures()
        assert shown["community_name"] == "临里"
        assert (shown["hidden_below"], shown["has_hidden"]) == (10, False)
        assert shown["participants"] == {"joined": [0, 0, 0], "total": [0, 0, 0]}
        assert shown["turnout"] == {"electors": [0, 0, 0], "votes": [0, 0, 0]}
        assert {tuple(one["counts"]) for one in shown["tickets"]["by_state"]} == {(0, 0, 0)}

    async def test_signups_by_what_happened_in_the_week(self) -> None:
        shift = await a_shift(self.database, self.community, places=100)
        signup = await a_signup(self.database, shift)
        gone = {"status": "withdrawn", "confirmed_at": NOW - WEEK, "withdrawn_at": NOW}
        await self.copies(signup, 12, **gone)
        signups = (await self.figures())["signups"]
        assert signups == {"confirmed": [0, 12, None], "withdrawn": [0, 0, 12]}

    async def test_hours_are_those_confirmed_and_hidden_by_people(self) -> None:
        async def serve(status: EntryStatus, *days: date) -> None:
            for day in days:
                person = await a_participant(self.database, self.community)
                await an_entry(self.database, person, status, minutes=60, served_on=day)

        tuesday, before = date(2026, 11, 24), date(2026, 11, 17)
        await serve(EntryStatus.CONFIRMED, *[tuesday] * 9, before)
        await serve(EntryStatus.REVIEWED, *[tuesday] * 2)
        hours = (await self.figures())["hours"]
        assert hours == {"minutes": [None, None, 0], "people": [None, None, 0]}
        await serve(EntryStatus.CONFIRMED, tuesday + timedelta(days=5))
        hours = (await self.figures())["hours"]
        assert hours == {"minutes": [None, 600, 0], "people": [None, 10, 0]}

    async def test_nobody_serves_for_ten(self) -> None:
        """Ten entries of one person are no ten people."""
        person = await a_participant(self.database, self.community)
        for _ in range(10):
            await an_entry(self.database, person, EntryStatus.CONFIRMED, served_on=clock.today())
        hours = (await self.figures())["hours"]
        assert hours == {"minutes": [0, 0, None], "people": [0, 0, None]}

    async def test_topics_by_stage(self) -> None:
        topic = await a_topic(self.database, self.community, status=TopicStatus.OPEN)
        await self.copies(topic, 14, submitted_at=NOW - WEEK)
        await self.copies(topic, 3, submitted_at=NOW - WEEK, status="declined")
        stages = {
            one["stage"]: one["counts"] for one in (await self.figures())["topics"]["by_stage"]
        }
        assert list(stages) == list(TopicStatus)
        assert stages["open"] == [0, 14, None]
        assert stages["declined"] == [0, None, 0]
        assert stages["decided"] == [0, 0, 0]

    async def test_turnout_is_told_where_the_results_tell_it(self) -> None:
        await self.closed(40, Tally(30, {"lift": {"yes": 20, "no": 10}}))
        await self.closed(60, Tally(25, {"lift": {"yes": 20, "no": 5}}))
        await self.closed(80, Tally(9, {"lift": {"yes": 5, "no": 4}}))
        shown = await self.figures()
        assert shown["turnout"] == {"electors": [0, 0, 100], "votes": [0, 0, 55]}

    async def test_turnout_is_hidden_where_all_chose_alike(self) -> None:
        await self.closed(40, Tally(30, {"lift": {"yes": 30, "no": 0}}))
        shown = await self.figures()
        assert shown["turnout"] == {"electors": [0, 0, None], "votes": [0, 0, None]}

    async def closed(self, roll_size: int, tally: Tally) -> None:
        ballot = await a_ballot(
            *(self.database, self.community), announced=False, closes_in=-timedelta(minutes=2)
        )
        now = clock.now()
        ballot.enrol(roll_size, b"salt", "digest")
        ballot.announce(now - timedelta(days=8), "{}", "digest")
        ballot.open(now)
        ballot.close(now, tally)
        await saved(self.database, ballot)


class TestTickets(Figures):
    async def tickets(self) -> tuple[dict[str, list[int | None]], dict[str, list[int | None]]]:
        """The shown counts by state and by due time."""
        shown = (await self.figures())["tickets"]
        by_state = {one["status"]: one["counts"] for one in shown["by_state"]}
        return by_state, {one["due"]: one["counts"] for one in shown["by_due"]}

    async def test_by_state_and_by_due_time(self) -> None:
        await self.submitted(TicketStatus.ACCEPTED, 12)
        await self.submitted(TicketStatus.IN_PROGRESS, 13, late=True)
        await self.submitted(TicketStatus.RESOLVED, 14)
        await self.submitted(TicketStatus.CLOSED, 15, late=True)
        await self.submitted(TicketStatus.DECLINED, 16)
        by_state, by_due = await self.tickets()
        assert list(by_state) == list(TicketStatus)
        assert {state: counts[1] for state, counts in by_state.items() if counts[1]} == {
            **{"accepted": 12, "in_progress": 13, "resolved": 14, "closed": 15, "declined": 16}
        }
        assert {due: counts[1] for due, counts in by_due.items()} == {
            **{"open": 12, "overdue": 13, "answered_in_time": 14, "answered_late": 15}
        }

    async def test_a_small_state_cannot_be_computed_by_the_due_times(self) -> None:
        """Fifteen are open: if twelve were accepted, three would be in progress."""
        await self.submitted(TicketStatus.ACCEPTED, 12)
        await self.submitted(TicketStatus.IN_PROGRESS, 3)
        by_state, by_due = await self.tickets()
        assert [by_due[due][1] for due in ("open", "overdue")] == [15, 0]
        assert [by_state[state][1] for state in ("accepted", "in_progress")] == [None, None]

    async def test_a_small_due_time_cannot_be_computed_by_the_states(self) -> None:
        await self.submitted(TicketStatus.ACCEPTED, 12)
        await self.submitted(TicketStatus.ACCEPTED, 3, late=True)
        by_state, by_due = await self.tickets()
        assert by_state["accepted"][1] == 15
        assert [by_due[due][1] for due in ("open", "overdue")] == [None, None]

    async def test_the_communitys_own_count_too(self) -> None:
        ticket = await a_ticket_in(self.database, self.community, TicketStatus.ACCEPTED)
        own = {"origin": "community", "person_sealed": None, "person_index": None}
        await self.copies(ticket, 11, entered_by=self.worker, **own)
        by_state, _ = await self.tickets()
        assert by_state["accepted"][2] == 12


class TestDifferences(Figures):
    """Neither another span nor a total tells a hidden week."""

    async def test_a_week_is_the_same_in_every_span(self) -> None:
        await self.joined_by_week(3, 25, 4)
        whole = (await self.figures())["participants"]
        assert whole["joined"] == [None, 25, None]
        for first in range(3):
            for last in range(first, 3):
                span = {"from": MONDAYS[first], "to": MONDAYS[last]}
                part = (await self.figures(**span))["participants"]
                assert part == {name: counts[first : last + 1] for name, counts in whole.items()}

    async def test_the_total_tells_no_week_that_is_hidden(self) -> None:
        await self.joined_by_week(40, 5, 12)
        shown = (await self.figures())["participants"]
        assert shown == {"joined": [40, None, 12], "total": [40, 40, 52]}

    async def test_hidden_weeks_come_into_the_total_together(self) -> None:
        await self.joined_by_week(40, 5, 6, 4, 5, 30)
        shown = (await self.figures(to=MONDAYS[-1]))["participants"]
        assert shown["joined"][-6:] == [40, None, None, None, None, 30]
        assert shown["total"][-6:] == [40, 40, 40, 40, 60, 90]

    async def test_no_other_number_is_small(self) -> None:
        """Whatever is a number anywhere is nought, or ten and more."""
        await self.joined_by_week(40, 5, 12)
        await self.submitted(TicketStatus.CLOSED, 4)
        topic = await a_topic(self.database, self.community)
        await self.copies(topic, 4)
        shown = await self.figures()
        assert shown["has_hidden"]
        assert {number for number in numbers_in(shown) if 0 < number < 10} == set()


def numbers_in(value: Any) -> Iterator[int]:
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from numbers_in(part)
