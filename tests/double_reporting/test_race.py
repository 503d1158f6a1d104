"""The last place claimed by 50 people at once, and two registrations of one person at once."""

import asyncio
from collections import Counter
from collections.abc import Sequence

import pytest
from fastapi import FastAPI
from httpx import AsyncClient, Response
from sqlalchemy import select, text

from app.communities.models import Channel, Participant
from app.double_reporting.members.queries import is_of
from app.double_reporting.models import (
    MemberRegistration,
    MemberRegistrationStatus,
    Post,
    PostClaim,
    Proceedings,
    RegistrationForm,
)
from app.double_reporting.post_claims.hot import CLAIM_POST
from app.identity.models import Purpose
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.organizations.models import PartyOrganization
from tests.client import as_
from tests.double_reporting.members import a_post, an_organization
from tests.factories import a_community, a_participant, consented, participants
from tests.planted_bugs import LaneWithoutLocks, Rendezvous

PEOPLE, REQUESTS = 50, 12


# ---------------------------------------------------------------- claims


@pytest.fixture
async def post(own_database: Database) -> Post:
    return await a_post(own_database, await a_community(own_database), places=1)


@pytest.fixture
async def people(own_database: Database, post: Post) -> list[Participant]:
    return await participants(own_database, post.community_id, PEOPLE)


async def claim_at_once(
    phones: Sequence[AsyncClient], post: Post, people: Sequence[Participant]
) -> list[Response]:
    """Sends one claim of each person at the same time, spread over the instances."""
    path = f"/v1/communities/{post.community_id}/posts/{post.id}/claims"
    body = {"accepts_schedule": True}
    return await asyncio.gather(
        *(
            phones[n % len(phones)].post(
                path, json=body, headers=as_(person.user_id, f"apply-{n:03}")
            )
            for n, person in enumerate(people)
        )
    )


async def assert_one_claim(database: Database, post: Post, answers: Sequence[Response]) -> None:
    async with database.transaction() as session:
        claims = (await session.scalars(select(PostClaim).filter_by(post_id=post.id))).all()
        stored = await session.get_one(Post, (post.community_id, post.id))
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: PEOPLE - 1}
    refused = {a.json()["code"] for a in answers if a.status_code == 409}
    assert refused == {"double_reporting.post_full"}
    assert (len(claims), stored.taken) == (1, 1)


async def test_the_last_place_goes_to_exactly_one_of_fifty(
    own_database: Database, phones: list[AsyncClient], post: Post, people: list[Participant]
) -> None:
    await assert_one_claim(own_database, post, await claim_at_once(phones, post, people))


async def test_this_race_catches_one_who_checks_and_then_claims(
    own_database: Database,
    apps: list[FastAPI],
    phones: list[AsyncClient],
    post: Post,
    people: list[Participant],
) -> None:
    rendezvous = Rendezvous(len(apps), seconds=2)  # lanes do not end together
    for app in apps:
        app.state.lane = LaneWithoutLocks(own_database, CLAIM_POST, rendezvous)
    answers = await claim_at_once(phones, post, people)
    with pytest.raises(AssertionError):
        await assert_one_claim(own_database, post, answers)


# ---------------------------------------------------------------- registrations


@pytest.fixture
async def me(own_database: Database) -> Participant:
    me = await a_participant(own_database, await a_community(own_database))
    assert me.user_id is not None
    await consented(own_database, me.user_id, Purpose.PARTY_MEMBERSHIP)
    return me


@pytest.fixture
async def organization(own_database: Database, me: Participant) -> PartyOrganization:
    return await an_organization(own_database, me.community_id)


async def assert_one_registration(database: Database, me: Participant, codes: list[int]) -> None:
    query = select(MemberRegistration.status).where(is_of(me))
    async with database.transaction() as session:
        states = list(await session.scalars(query))
    assert states == ["submitted"]
    assert Counter(codes) == {201: 1, 409: REQUESTS - 1}


async def test_registered_from_many_devices_at_once_there_is_one(
    own_database: Database,
    phones: list[AsyncClient],
    me: Participant,
    organization: PartyOrganization,
) -> None:
    path = f"/v1/communities/{me.community_id}/member-registrations"
    body = {"organization_id": str(organization.id), "real_name": "王秀英"}
    answers = await asyncio.gather(
        *(
            phones[n % 3].post(path, json=body, headers=as_(me.user_id, f"member-{n:03}"))
            for n in range(REQUESTS)
        )
    )
    await assert_one_registration(own_database, me, [answer.status_code for answer in answers])


async def register_carelessly(database: Database, me: Participant, rendezvous: Rendezvous) -> int:
    """A planted bug: it reads, and then writes by what may have changed since."""
    async with database.transaction() as session:
        query = select(MemberRegistration.id).where(is_of(me))
        is_there = await session.scalar(query) is not None
        await rendezvous.wait()
        if is_there:
            return 409
        row = MemberRegistration(
            community_id=me.community_id,
            person=str(me.id),
            status=MemberRegistrationStatus.SUBMITTED,
        )
        assert me.user_id is not None
        row.proceedings = Proceedings(
            submitted_at=clock.now(), entered_by=me.user_id, channel=Channel.SELF
        )
        row.seal(RegistrationForm(uuid7(), "王秀英", ""))
        session.add(row)
    return 201


async def test_this_race_catches_one_who_checks_and_then_registers(
    own_database: Database, me: Participant
) -> None:
    async with own_database.transaction() as session:
        await session.execute(text("DROP INDEX uq_member_registrations_live"))
    rendezvous = Rendezvous(REQUESTS)
    codes = await asyncio.gather(
        *(register_carelessly(own_database, me, rendezvous) for _ in range(REQUESTS))
    )
    with pytest.raises(AssertionError):
        await assert_one_registration(own_database, me, list(codes))
