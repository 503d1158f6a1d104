"""One person in two rows: whoever reviews a residence is asked, before both count as residents."""

import asyncio
from collections import Counter

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import (
    AgeBand,
    Participant,
    ParticipantKind,
    ResidenceClaim,
)
from app.consultations.models import Electorate, RollVoter
from app.identity.models import Purpose, User
from app.kernel.database.engine import Database
from tests.audit import audited
from tests.client import as_, as_admin
from tests.consultations.ballots import a_ballot
from tests.factories import (
    a_claim,
    a_community,
    a_household,
    a_participant,
    a_person_without_phone,
    a_topic,
    a_user,
    consented,
    on_register,
    staff,
)

PHONE, OTHER_PHONE = "+8613800138000", "+8613900139000"


async def verified(database: Database, person: Participant, phone: str) -> None:
    async with database.transaction() as session:
        (await session.get_one(User, person.user_id)).phone = phone


class SamePerson:
    """An elder whom the desk has entered lives in the household; the same person has an app."""

    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.household = await a_household(database, self.community)
        self.worker = await staff(database, self.community)
        self.elder = await a_person_without_phone(database, self.community)
        claim = await a_claim(database, self.elder, self.household, approved=True)
        async with database.transaction() as session:
            # Who stands on a roll was entered by one person and approved by another one.
            row = await session.get_one(ResidenceClaim, (self.community, claim.id))
            row.decided_by = self.worker
            elder = await session.get_one(Participant, (self.community, self.elder.id))
            elder.age_band = AgeBand.ADULT
        self.me = await self.a_visitor()

    async def a_visitor(self) -> Participant:
        return await a_participant(self.database, self.community, kind=ParticipantKind.VISITOR)

    async def approve(self, claim: ResidenceClaim, key: str = "k-000001", **body: bool) -> Response:
        path = f"/admin/v1/communities/{self.community}/residence-claims/{claim.id}/approve"
        return await self.http.post(path, json=body, headers=as_admin(self.worker, key))

    async def assert_asked(self, answer: Response, *people: Participant) -> None:
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "communities.maybe_same_person",
        )
        assert answer.json()["participant_ids"] == [str(one.id) for one in people]


class TestReview(SamePerson):
    @pytest.mark.parametrize("name", ["王秀英", "王 秀\u3000英", "王\u200d秀英"])
    async def test_the_reviewer_is_asked_about_a_resident_of_the_same_name(self, name: str) -> None:
        claim = await a_claim(self.database, self.me, self.household, real_name=name)
        await self.assert_asked(await self.approve(claim), self.elder)

    async def test_nobody_seconds_twice_or_stands_on_a_roll_twice(self) -> None:
        claim = await a_claim(self.database, self.me, self.household)
        await self.approve(claim)
        topic = await a_topic(self.database, self.community)
        path = f"communities/{self.community}/topics/{topic.id}/second"
        body = {"on_behalf_of": str(self.elder.id), "witness": "王芳"}
        desk = await self.http.post(f"/admin/v1/{path}", json=body, headers=as_admin(self.worker))
        assert desk.status_code == 200
        mine = await self.http.post(f"/v1/{path}", headers=as_(self.me.user_id))
        assert (mine.status_code, mine.json()["code"]) == (403, "consultations.residents_only")
        login = await a_user(self.database)
        async with self.database.transaction() as session:
            # A login of their own, for only then can they vote.
            elder = await session.get_one(Participant, (self.community, self.elder.id))
            elder.user_id = login
        ballot = await a_ballot(self.database, self.community, electorate=Electorate.RESIDENTS)
        async with self.database.transaction() as session:
            voters = select(RollVoter.participant_id).filter_by(ballot_id=ballot.id)
            assert list(await session.scalars(voters)) == [self.elder.id]

    async def test_who_says_that_they_are_two_makes_two_residents(self) -> None:
        claim = await a_claim(self.database, self.me, self.household)
        assert (await self.approve(claim, is_another_person=True)).status_code == 200
        [entry] = [
            one
            for one in await audited(self.database, self.community)
            if one.action == "residence_claim.approved"
        ]
        assert entry.facts["another_than"] == str(self.elder.id)

    async def test_when_one_of_them_has_left_nobody_is_asked(self) -> None:
        claim = await a_claim(self.database, self.me, self.household)
        path = f"/admin/v1/communities/{self.community}/participants/{self.elder.id}/leave"
        answer = await self.http.post(
            path, json={"witness": "王芳"}, headers=as_admin(self.worker, "k-000002")
        )
        assert answer.status_code == 200
        assert (await self.approve(claim)).status_code == 200

    async def test_two_claims_under_one_name_are_asked_about_each_other(self) -> None:
        here = await a_household(self.database, self.community)
        other = await self.a_visitor()
        mine = await a_claim(self.database, self.me, here, real_name="阿依·古丽")
        theirs = await a_claim(self.database, other, here, real_name="阿依•古丽")
        await self.assert_asked(await self.approve(mine), other)
        await self.assert_asked(await self.approve(theirs, key="k-000002"), self.me)

    async def test_a_phone_of_the_register_that_another_participant_has_is_asked_about(
        self,
    ) -> None:
        here = await a_household(self.database, self.community)
        await on_register(self.database, here, "李国强", PHONE)
        await verified(self.database, self.me, PHONE)
        elder = await a_person_without_phone(self.database, self.community)
        claim = await a_claim(self.database, elder, here, real_name="李国强")
        await self.assert_asked(await self.approve(claim), self.me)

    async def test_a_son_whose_phone_the_register_has_for_his_mother_is_another_person(
        self,
    ) -> None:
        here = await a_household(self.database, self.community)
        await on_register(self.database, here, "李桂兰", PHONE)
        await verified(self.database, self.me, PHONE)
        await a_claim(self.database, self.me, here, real_name="王强", approved=True)
        elder = await a_person_without_phone(self.database, self.community)
        claim = await a_claim(self.database, elder, here, real_name="李桂兰")
        assert (await self.approve(claim)).status_code == 200

    async def test_other_names_and_other_households_are_other_people(self) -> None:
        elsewhere = await a_household(self.database, self.community)
        for n, (household, name) in enumerate(
            [(self.household, "王秀兰"), (elsewhere, "王秀英"), (self.household, "王秀")]
        ):
            claim = await a_claim(self.database, await self.a_visitor(), household, real_name=name)
            assert (await self.approve(claim, key=f"k-{n:06}")).status_code == 200

    async def test_the_register_alone_does_not_make_a_second_resident(self) -> None:
        assert self.me.user_id is not None
        await consented(self.database, self.me.user_id, Purpose.RESIDENCE)
        await verified(self.database, self.me, PHONE)
        await on_register(self.database, self.household, "王秀英", PHONE)
        body = {"household_id": str(self.household.id), "real_name": "王秀英"}
        path = f"/v1/communities/{self.community}/residence-claims"
        answer = await self.http.post(path, json=body, headers=as_(self.me.user_id, "k-000001"))
        assert (answer.status_code, answer.json()["status"]) == (201, "submitted")


class Namesakes:
    """Two phones under one name in one household: the register matches both."""

    @pytest.fixture(autouse=True)
    async def arrange(self, own_database: Database) -> None:
        self.database = own_database
        self.community = await a_community(own_database)
        self.household = await a_household(own_database, self.community)
        self.people = []
        for phone in (PHONE, OTHER_PHONE):
            person = await a_participant(own_database, self.community, kind=ParticipantKind.VISITOR)
            assert person.user_id is not None
            await consented(own_database, person.user_id, Purpose.RESIDENCE)
            await verified(own_database, person, phone)
            await on_register(own_database, self.household, "王秀英", phone)
            self.people.append(person)

    async def kinds(self) -> Counter[str]:
        async with self.database.transaction() as session:
            query = select(Participant.kind).filter_by(community_id=self.community)
            return Counter(map(str, await session.scalars(query)))


class TestRace(Namesakes):
    async def test_matched_at_the_same_time_nobody_is_approved_without_a_question(
        self, phone: AsyncClient
    ) -> None:
        path = f"/v1/communities/{self.community}/residence-claims"
        body = {"household_id": str(self.household.id), "real_name": "王秀英"}
        answers = await asyncio.gather(
            *(
                phone.post(path, json=body, headers=as_(one.user_id, "claim-001"))
                for one in self.people
            )
        )
        assert [answer.status_code for answer in answers] == [201, 201]
        assert {answer.json()["status"] for answer in answers} == {"submitted"}
        assert await self.kinds() == {"visitor": 2}
