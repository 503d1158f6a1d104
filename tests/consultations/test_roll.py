"""Electoral roll: who is enrolled, what everybody is told of their right to vote, and whose a vote
is when somebody moves before it is cast."""

from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient
from sqlalchemy import select

from app.communities.models import (
    AgeBand,
    Participant,
    ParticipantKind,
    ParticipantStatus,
    ResidenceClaim,
    ResidenceClaimStatus,
)
from app.consultations.models import Ballot, Electorate, RollVoter
from app.kernel import clock
from app.kernel.database.engine import Database
from app.worker import Worker
from tests.client import as_, as_admin
from tests.consultations.ballots import CLOSES, OPENS, a_ballot, all_are_adults, path_of, vote
from tests.consultations.test_results import sweep
from tests.consultations.town import Estate
from tests.factories import (
    a_claim,
    a_community,
    a_participant,
    a_person_without_phone,
    a_user,
    saved,
    staff,
)


class Rolls:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)

    async def voters(self, ballot: Ballot) -> set[UUID]:
        query = select(RollVoter.participant_id).filter_by(ballot_id=ballot.id)
        async with self.database.transaction() as session:
            return set(await session.scalars(query))

    async def eligibility(self, ballot: Ballot, user: UUID | None) -> dict[str, Any]:
        answer = await self.http.get(path_of(ballot, "ballot"), headers=as_(user))
        shown: dict[str, Any] = answer.json()["my_eligibility"]
        return shown

    async def why(self, ballot: Ballot, person: Participant) -> str | None:
        shown = await self.eligibility(ballot, person.user_id)
        assert shown["may"] is (shown["because"] is None)
        because: str | None = shown["because"]
        return because


class TestEnrolled(Rolls):
    @pytest.mark.parametrize("electorate", Electorate)
    async def test_nobody_who_cannot_vote(self, electorate: Electorate) -> None:
        """Leaves out who has no login, is blocked, has left, is a minor, or of whom nobody has
        noted that they are an adult."""
        estate = await Estate(self.database, self.community).build()
        me, *others = [person for couple in estate.people.values() for person in couple]
        me.age_band = AgeBand.ADULT
        for person, band in zip(others, (AgeBand.UNDER_14, AgeBand.FROM_14_TO_17), strict=False):
            person.age_band = band
        blocked, left = others[2:4]
        blocked.age_band = left.age_band = AgeBand.ADULT
        blocked.move("block")
        left.move("leave")
        elder = await a_person_without_phone(self.database, self.community)
        await a_claim(self.database, elder, estate.homes["2-102"], approved=True)
        elder.age_band = AgeBand.ADULT
        for person in (me, *others, elder):
            await saved(self.database, person)
        ballot = await a_ballot(
            self.database, self.community, electorate=electorate, announced=False
        )
        for person in others[4:]:
            person.age_band = None
            await saved(self.database, person)
        await self.announce(ballot)
        assert await self.voters(ballot) == {me.id}

    async def announce(self, ballot: Ballot) -> None:
        from_body = {"note": "下周起表决"}
        path = f"/admin/v1/communities/{self.community}/ballots/{ballot.id}"
        body = (await self.http.get(path, headers=as_admin(self.worker))).json()
        fields = ("title", "electorate", "rule", "questions")
        changed = {name: body[name] for name in fields} | {
            "questions": [{"key": "lift", "kind": "yes_no_abstain", "title": "是否加装"}],
            "opens_at": "2026-12-20T00:00:00Z",
            "closes_at": "2026-12-27T00:00:00Z",
        }
        headers = as_admin(self.worker) | {"If-Match": "*"}
        revised = await self.http.put(path, json=changed, headers=headers)
        assert revised.status_code == 200, revised.text
        answer = await self.http.post(
            f"{path}/announce", json=from_body, headers=as_admin(self.worker)
        )
        assert answer.status_code == 200, answer.text


class TestEligibility(Rolls):
    async def test_everybody_is_told_whether_they_may_and_why_not(self) -> None:
        me = await a_participant(self.database, self.community)
        child = await a_participant(self.database, self.community)
        child.age_band = AgeBand.UNDER_14
        await saved(self.database, child)
        ballot = await a_ballot(self.database, self.community)
        late = await a_participant(self.database, self.community)
        await all_are_adults(self.database, self.community)
        unknown = await a_participant(self.database, self.community)
        visitor = await a_participant(self.database, self.community, kind=ParticipantKind.VISITOR)
        blocked = await a_participant(
            self.database, self.community, status=ParticipantStatus.BLOCKED
        )
        expected = {
            me: None,
            child: "not_known_adult",
            unknown: "not_known_adult",
            late: "not_on_roll",
            visitor: "residence_not_verified",
            blocked: "inactive",
        }
        assert [await self.why(ballot, person) for person in expected] == [*expected.values()]
        outsider = await self.eligibility(ballot, await a_user(self.database))
        assert outsider == {"may": False, "because": "not_a_participant"}

    async def test_in_time_alone_and_once(self) -> None:
        me = await a_participant(self.database, self.community)
        ballot = await a_ballot(self.database, self.community)
        for at, because in ((OPENS.replace(year=2025), "not_open_yet"), (CLOSES, "closed")):
            with clock.frozen(at):
                assert await self.why(ballot, me) == because
        assert (await vote(self.http, ballot, me)).status_code == 201
        assert await self.why(ballot, me) == "voted"


class TestMoves(Rolls):
    @pytest.fixture(autouse=True)
    async def settle(self, arrange: None) -> None:
        self.estate = await Estate(self.database, self.community).build()
        self.first, self.second = self.estate.people["2-101"]

    async def a_ballot(self, electorate: Electorate = Electorate.HOUSEHOLDS) -> Ballot:
        return await a_ballot(self.database, self.community, electorate=electorate)

    async def moves_out(self, person: Participant) -> None:
        query = select(ResidenceClaim.id).filter_by(
            participant_id=person.id, status=ResidenceClaimStatus.APPROVED
        )
        async with self.database.transaction() as session:
            claim = (await session.scalars(query)).one()
        path = f"/admin/v1/communities/{self.community}/residence-claims/{claim}/end"
        answer = await self.http.post(
            path, json={"reason": "已搬走"}, headers=as_admin(self.worker)
        )
        assert answer.status_code == 200, answer.text
        await self.run_worker()

    async def moves_in(self, home: str) -> Participant:
        """Has a new adult claim the home, and the worker of the community approve it."""
        person = await a_participant(self.database, self.community, kind=ParticipantKind.VISITOR)
        home_place = self.estate.homes[home]
        claim = await a_claim(self.database, person, home_place, real_name="李新来")
        path = f"/admin/v1/communities/{self.community}/residence-claims/{claim.id}/approve"
        answer = await self.http.post(path, json={"is_adult": True}, headers=as_admin(self.worker))
        assert answer.status_code == 200, answer.text
        await self.run_worker()
        return person

    async def run_worker(self) -> None:
        while await Worker(self.database).run_due():
            pass

    async def test_a_households_vote_falls_to_its_others(self) -> None:
        ballot = await self.a_ballot()
        await self.moves_out(self.first)
        assert await self.why(ballot, self.first) == "residence_not_verified"
        refused = await vote(self.http, ballot, self.first)
        assert refused.json()["code"] == "consultations.not_on_roll"
        assert (await vote(self.http, ballot, self.second)).status_code == 201

    async def test_a_persons_own_falls_away(self) -> None:
        ballot = await self.a_ballot(Electorate.RESIDENTS)
        await self.moves_out(self.first)
        assert self.first.id not in await self.voters(ballot)
        assert len(await self.voters(ballot)) == 7

    @pytest.mark.parametrize("is_before", [True, False])
    async def test_who_moves_in_after_them_votes_for_the_household(self, is_before: bool) -> None:
        """The newcomer is approved before the others have moved out, or after."""
        ballot = await self.a_ballot()
        newcomer = await self.moves_in("2-101") if is_before else None
        for person in (self.first, self.second):
            await self.moves_out(person)
        newcomer = newcomer or await self.moves_in("2-101")
        assert await self.why(ballot, newcomer) is None
        assert (await vote(self.http, ballot, newcomer)).status_code == 201

    async def test_who_moves_in_while_others_can_vote_is_not_enrolled(self) -> None:
        ballot = await self.a_ballot()
        newcomer = await self.moves_in("2-101")
        assert await self.why(ballot, newcomer) == "not_on_roll"

    async def test_a_vote_that_is_cast_stays_and_nobody_votes_again(self) -> None:
        ballot = await self.a_ballot()
        assert (await vote(self.http, ballot, self.first)).status_code == 201
        for person in (self.first, self.second):
            await self.moves_out(person)
        newcomer = await self.moves_in("2-101")
        answer = await vote(self.http, ballot, newcomer)
        assert answer.json()["code"] == "consultations.not_on_roll"

    async def test_who_has_voted_for_one_home_does_not_vote_for_another(self) -> None:
        ballot = await self.a_ballot()
        mover = self.estate.people["1-101"][0]
        assert (await vote(self.http, ballot, mover)).status_code == 201
        for person in (self.first, self.second):
            await self.moves_out(person)
        claim = await a_claim(self.database, mover, self.estate.homes["2-101"])
        path = f"/admin/v1/communities/{self.community}/residence-claims/{claim.id}/approve"
        await self.http.post(path, json={"is_adult": True}, headers=as_admin(self.worker))
        await self.run_worker()
        assert await self.why(ballot, mover) == "voted"

    async def test_who_leaves_the_community_gives_it_up(self) -> None:
        ballot = await self.a_ballot()
        path = f"/v1/communities/{self.community}/participants/me/leave"
        answer = await self.http.post(path, headers=as_(self.first.user_id))
        assert answer.status_code == 200, answer.text
        await self.run_worker()
        assert self.first.id not in await self.voters(ballot)


class TestHousehold(Rolls):
    async def bodies(self, person: Participant) -> list[str]:
        """Returns what the household's messages say to this person."""
        answer = await self.http.get("/v1/me/inbox", headers=as_(person.user_id))
        kind = "consultations.household_voted"
        return [one["body"] for one in answer.json()["items"] if one["kind"] == kind]

    async def test_the_others_are_told_that_it_has_voted_once_and_not_how(self) -> None:
        estate = await Estate(self.database, self.community).build()
        ballot = await a_ballot(self.database, self.community, electorate=Electorate.HOUSEHOLDS)
        first, second = estate.people["2-101"]
        assert (await vote(self.http, ballot, first)).status_code == 201
        for _ in range(2):
            await sweep(self.database)
        [body] = await self.bodies(second)
        assert "投出本户的一票" in body
        assert "不具有法律效力" in body
        for other in (first, *estate.people["1-101"]):
            assert await self.bodies(other) == []
        assert await self.why(ballot, second) == "household_voted"
