"""GET /v1/me/home and the counts of GET /v1/me"""

from datetime import timedelta
from typing import Any, cast
from uuid import UUID

import pytest
from httpx import AsyncClient
from sqlalchemy import text

from app.communities.models import Participant
from app.consultations.models import RollStatus, TopicStatus
from app.consultations.models.roll import ElectoralRollEntry
from app.double_reporting.models import MemberRegistrationStatus, PostClaimStatus
from app.feedback.models import ANSWER_WINDOW, RATING_WINDOW, TicketStatus
from app.home.schemas import HomeOut
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.notifications.inbox import Matter, notify
from app.notifications.security_messages import LoginEnded
from tests.client import as_
from tests.consultations.ballots import a_ballot
from tests.double_reporting.members import a_post, a_post_claim, a_registration
from tests.factories import (
    a_claim,
    a_community,
    a_household,
    a_participant,
    a_person,
    a_place,
    a_shift,
    a_signup,
    a_topic,
    a_user,
    joined,
)
from tests.feedback.rows import a_ticket_in
from tests.now import NOW
from tests.subjects import about

DAY = timedelta(days=1)


class Home:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_participant(database, self.community)

    async def home(self, who: Participant | None = None, **query: str) -> dict[str, Any]:
        user = cast(UUID, (who or self.me).user_id)
        answer = await self.http.get("/v1/me/home", params=query, headers=as_(user))
        assert answer.status_code == 200, answer.text
        HomeOut.model_validate_json(answer.content)
        shown: dict[str, Any] = answer.json()
        return shown

    async def counts(self, who: Participant | None = None) -> dict[str, int]:
        answer = await self.http.get("/v1/me", headers=as_((who or self.me).user_id))
        counts: dict[str, int] = answer.json()["counts"]
        return counts


class TestWho(Home):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.http.get("/v1/me/home")).status_code == 401

    async def test_a_community_that_one_has_not_joined_is_not_found(self) -> None:
        other = await a_community(self.database)
        for community in (other, uuid7()):
            path = f"/v1/me/home?community_id={community}"
            answer = await self.http.get(path, headers=as_(self.me.user_id))
            assert (answer.status_code, answer.json()["code"]) == (404, "not_found")

    async def test_no_id_and_an_unknown_parameter_are_refused(self) -> None:
        for query in ("community_id=home", "limit=3"):
            answer = await self.http.get(f"/v1/me/home?{query}", headers=as_(self.me.user_id))
            assert answer.status_code == 422

    async def test_somebody_without_a_community_sees_an_empty_screen(self) -> None:
        user = await a_user(self.database)
        answer = await self.http.get("/v1/me/home", headers=as_(user))
        shown = HomeOut.model_validate_json(answer.content)
        assert (shown.communities, shown.community, shown.me, shown.waiting) == ([], None, None, [])
        assert answer.json()["activities"] == {"items": [], "next_cursor": None}


class TestScreen(Home):
    async def test_a_newcomer_sees_what_there_is_to_take_part_in(self) -> None:
        await a_shift(self.database, self.community)
        topic = await a_topic(self.database, self.community, status=TopicStatus.OPEN)
        await a_topic(self.database, self.community, status=TopicStatus.SUBMITTED)
        shown = await self.home()
        assert shown["community"] == {
            "id": str(self.community),
            "name": shown["communities"][0]["name"],
        }
        assert shown["me"]["id"] == str(self.me.id)
        assert shown["me"]["display_name"] == self.me.display_name
        assert [one["id"] for one in shown["topics"]] == [str(topic.id)]
        assert len(shown["activities"]["items"]) == 1
        assert shown["waiting"] == shown["tickets"] == shown["next_signups"] == []
        assert shown["registration"] is shown["residence"] is None

    async def test_the_next_shifts_come_soonest_first(self) -> None:
        for days in (9, 3, 6, 12):
            shift = await a_shift(self.database, self.community, starts_in=days * DAY)
            await a_signup(self.database, shift, self.me)
        past = await a_shift(self.database, self.community, starts_in=-2 * DAY)
        await a_signup(self.database, past, self.me)
        shown = (await self.home())["next_signups"]
        starts = [(NOW + days * DAY).strftime("%Y-%m-%dT%H:%M:%SZ") for days in (3, 6, 9)]
        assert [one["starts_at"] for one in shown] == starts
        assert {one["status"] for one in shown} == {"confirmed"}
        assert (await self.counts())["upcoming_signups"] == 4

    async def test_what_waits_for_me_stands_due_soonest_first(self) -> None:
        args = (self.database, self.community)
        await a_ticket_in(*args, TicketStatus.WAITING_FOR_RESIDENT, self.me)
        await a_ticket_in(*args, TicketStatus.RESOLVED, self.me)
        await a_ticket_in(*args, TicketStatus.IN_PROGRESS, self.me)
        await a_ticket_in(*args, TicketStatus.WAITING_FOR_RESIDENT)
        household = await a_household(*args)
        await a_claim(self.database, self.me, household, approved=True)
        await a_registration(self.database, self.me, uuid7(), MemberRegistrationStatus.RETURNED)
        shown = await self.home()
        due = [(one["kind"], one["due_at"]) for one in shown["waiting"]]
        answer, rate = (
            (NOW + window).strftime("%Y-%m-%dT%H:%M:%SZ")
            for window in (ANSWER_WINDOW, RATING_WINDOW)
        )
        assert due[2:] == [("complete_registration", None)]
        assert dict(due[:2]) == {"answer_ticket": answer, "rate_ticket": rate}
        for one in shown["waiting"]:
            assert one["subject"]["community_id"] == str(self.community)
        assert [one["status"] for one in shown["tickets"]] == [
            "in_progress",
            "waiting_for_resident",
        ]
        assert shown["registration"]["status"] == "returned"
        assert (await self.counts())["open_tickets"] == 2

    async def test_a_solution_that_one_has_rated_waits_no_more(self) -> None:
        ticket = await a_ticket_in(self.database, self.community, TicketStatus.RESOLVED, self.me)
        assert [one["kind"] for one in (await self.home())["waiting"]] == ["rate_ticket"]
        rated = await self.http.post(
            f"/v1/communities/{self.community}/tickets/{ticket.id}/rating",
            json={"solved": "no", "satisfied": 2, "comment": "", "reopen": False},
            headers=as_(self.me.user_id, "rating-001"),
        )
        assert (rated.status_code, rated.json()["status"]) == (201, "resolved")
        assert (await self.home())["waiting"] == []

    async def test_who_is_blocked_still_votes_and_nothing_waits_for_who_has_left(self) -> None:
        args = (self.database, self.community)
        household = await a_household(*args)
        await a_claim(self.database, self.me, household, approved=True)
        await a_ballot(*args)
        await a_ticket_in(*args, TicketStatus.RESOLVED, self.me)
        assert len((await self.home())["waiting"]) == 2
        for verb in ("block", "unblock", "leave"):
            async with self.database.transaction() as session:
                me = await session.get_one(Participant, (self.community, self.me.id))
                me.move(verb)
            left = {"block": ["vote"], "unblock": ["rate_ticket", "vote"], "leave": []}[verb]
            waiting = (await self.home())["waiting"]
            assert sorted(one["kind"] for one in waiting) == left, verb
            assert (await self.counts())["ballots_to_vote"] == left.count("vote")

    async def test_a_ballot_waits_until_one_has_voted(self) -> None:
        household = await a_household(self.database, self.community)
        await a_claim(self.database, self.me, household, approved=True)
        ballot = await a_ballot(self.database, self.community)
        stranger = await a_participant(self.database, self.community)
        waiting = (await self.home())["waiting"]
        assert [(one["kind"], one["subject"]["id"]) for one in waiting] == [
            ("vote", str(ballot.topic_id))
        ]
        assert (await self.home(stranger))["waiting"] == []
        assert (await self.counts())["ballots_to_vote"] == 1
        async with self.database.transaction() as session:
            entry = await session.get_one(
                ElectoralRollEntry, (self.community, await self.entry_of(ballot.id))
            )
            entry.move("vote")
        assert entry.status is RollStatus.VOTED
        assert (await self.home())["waiting"] == []
        assert (await self.counts())["ballots_to_vote"] == 0

    async def entry_of(self, ballot_id: UUID) -> UUID:
        query = "SELECT roll_entry_id FROM roll_voters WHERE ballot_id = :ballot"
        async with self.database.transaction() as session:
            found = await session.execute(text(query), {"ballot": ballot_id})
            return cast(UUID, found.scalar_one())

    async def test_posts_and_the_residence_with_the_names_of_its_places(self) -> None:
        post = await a_post(self.database, self.community)
        await a_post_claim(self.database, post, self.me, PostClaimStatus.SERVING)
        building = await a_place(self.database, self.community, name="3号楼")
        household = await a_household(self.database, self.community, name="502", building=building)
        await a_claim(self.database, self.me, household, approved=True)
        shown = await self.home()
        [claim] = shown["post_claims"]
        assert (claim["title"], claim["status"]) == ("夜间巡逻", "serving")
        assert shown["residence"]["place_path"] == "3号楼 502"
        assert shown["residence"]["status"] == "approved"

    async def test_unread_messages_of_each_matter_are_counted_to_a_hundred(self) -> None:
        async with self.database.transaction() as session:
            args = (session, self.community, [self.me.id], LoginEnded())
            notify(*args, subject=about(self.me.id))
            notify(*args, subject=about(self.me.id), names_nobody=True)
        assert (await self.home())["unread_messages"] == 2
        assert (await self.counts())["unread_messages"] == 2
        async with self.database.transaction() as session:
            people = [self.me.id] * 120
            notify(session, self.community, people, LoginEnded(), subject=about(self.me.id))
        assert (await self.home())["unread_messages"] == 100
        assert set(Matter) == {Matter.MEMBERSHIP, Matter.TICKET}


class TestOthers(Home):
    async def test_a_neighbour_has_nothing_of_mine(self) -> None:
        shift = await a_shift(self.database, self.community, starts_in=DAY)
        await a_signup(self.database, shift, self.me)
        await a_ticket_in(self.database, self.community, TicketStatus.IN_PROGRESS, self.me)
        neighbour = await a_participant(self.database, self.community)
        shown = await self.home(neighbour)
        assert shown["next_signups"] == shown["tickets"] == shown["waiting"] == []
        assert set((await self.counts(neighbour)).values()) == {0}

    async def test_each_community_has_its_own_screen_and_the_counts_are_of_all(self) -> None:
        other = await a_community(self.database)
        there = await joined(self.database, a_person(other, self.me.user_id))
        for community, person in ((self.community, self.me), (other, there)):
            shift = await a_shift(self.database, community, starts_in=DAY)
            await a_signup(self.database, shift, person)
        for community in (self.community, other):
            shown = await self.home(community_id=str(community))
            assert shown["community"]["id"] == str(community)
            assert len(shown["next_signups"]) == 1
            assert len(shown["communities"]) == 2
        assert (await self.counts())["upcoming_signups"] == 2
