"""A person has at most one submitted and one approved claim, however many requests come at once."""

import asyncio
from collections import Counter
from uuid import UUID

import pytest
from httpx import AsyncClient
from sqlalchemy import select, text

from app.communities.models import (
    Channel,
    Participant,
    Place,
    ResidenceClaim,
    ResidenceClaimStatus,
)
from app.identity.models import Purpose
from app.kernel import clock
from app.kernel.database.engine import Database
from tests.client import as_, as_admin
from tests.factories import (
    a_claim,
    a_community,
    a_household,
    a_participant,
    consented,
    staff,
)
from tests.planted_bugs import Rendezvous

REQUESTS = 12


@pytest.fixture
async def me(own_database: Database) -> Participant:
    me = await a_participant(own_database, await a_community(own_database))
    assert me.user_id is not None
    await consented(own_database, me.user_id, Purpose.RESIDENCE)
    return me


@pytest.fixture
async def household(own_database: Database, me: Participant) -> Place:
    return await a_household(own_database, me.community_id)


async def assert_one_claim(database: Database, me: Participant, codes: list[int]) -> None:
    query = select(ResidenceClaim.status).filter_by(participant_id=me.id)
    async with database.transaction() as session:
        states = list(await session.scalars(query))
    assert states == ["submitted"]
    assert Counter(codes) == {201: 1, 409: REQUESTS - 1}


async def test_submitted_from_many_devices_at_once_there_is_one(
    own_database: Database, phone: AsyncClient, me: Participant, household: Place
) -> None:
    path = f"/v1/communities/{me.community_id}/residence-claims"
    body = {"household_id": str(household.id), "real_name": "王秀英"}
    answers = await asyncio.gather(
        *(
            phone.post(path, json=body, headers=as_(me.user_id, f"claim-{n:03}"))
            for n in range(REQUESTS)
        )
    )
    await assert_one_claim(own_database, me, [answer.status_code for answer in answers])


async def check_then_insert(
    database: Database, me: Participant, home_id: UUID, rendezvous: Rendezvous
) -> int:
    """A planted bug: it reads, and then writes by what may have changed since."""
    async with database.transaction() as session:
        query = select(ResidenceClaim.id).filter_by(
            community_id=me.community_id, participant_id=me.id, status="submitted"
        )
        is_there = await session.scalar(query) is not None
        await rendezvous.wait()
        if is_there:
            return 409
        claim = ResidenceClaim(
            community_id=me.community_id,
            participant_id=me.id,
            household_id=home_id,
            real_name="王秀英",
            status=ResidenceClaimStatus.SUBMITTED,
            submitted_at=clock.now(),
            entered_by=me.user_id,
            channel=Channel.SELF,
        )
        session.add(claim)
    return 201


async def test_this_race_catches_one_who_checks_and_then_inserts(
    own_database: Database, me: Participant, household: Place
) -> None:
    async with own_database.transaction() as session:
        await session.execute(text("DROP INDEX uq_residence_claims_submitted"))
    rendezvous = Rendezvous(REQUESTS)
    codes = await asyncio.gather(
        *(check_then_insert(own_database, me, household.id, rendezvous) for _ in range(REQUESTS))
    )
    with pytest.raises(AssertionError):
        await assert_one_claim(own_database, me, list(codes))


async def test_two_workers_approve_while_the_person_withdraws_and_one_of_them_wins(
    own_database: Database, phone: AsyncClient, me: Participant, household: Place
) -> None:
    worker = await staff(own_database, me.community_id)
    former = await a_claim(own_database, me, household, approved=True)
    claim = await a_claim(own_database, me, await a_household(own_database, me.community_id))
    path = f"/communities/{me.community_id}/residence-claims/{claim.id}"
    approvals = [phone.post(f"/admin/v1{path}/approve", headers=as_admin(worker)) for _ in range(4)]
    withdrawals = [phone.post(f"/v1{path}/withdraw", headers=as_(me.user_id)) for _ in range(2)]
    answers = await asyncio.gather(*approvals, *withdrawals)
    assert Counter(answer.status_code for answer in answers) == {200: 1, 409: 5}
    async with own_database.transaction() as session:
        query = select(ResidenceClaim).filter_by(participant_id=me.id)
        states = {row.id: row.status for row in await session.scalars(query)}
        person = await session.get_one(Participant, (me.community_id, me.id))
    if states[claim.id] == "approved":
        assert states[former.id] == "ended"
        assert person.household_id == claim.household_id
    else:
        assert (states[claim.id], states[former.id]) == ("withdrawn", "approved")
        assert person.household_id == former.household_id
