"""One live registration of an organization in a community, however many submit and decide."""

import asyncio
from collections import Counter
from uuid import UUID

import pytest
from httpx import AsyncClient
from sqlalchemy import func, select, text

from app.communities.models import Channel, NumberedDocument, Role, RoleGrant
from app.double_reporting.models import UnitBasis, UnitRegistration, UnitRegistrationStatus
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database, warm_pool
from app.organizations.models import PartyOrganization
from tests.client import as_admin
from tests.double_reporting.units import a_unit_registration
from tests.factories import a_community, an_administrator, staff
from tests.organizations.units import a_liaison, a_unit, an_organization
from tests.planted_bugs import Rendezvous

REQUESTS = 12
SHEET = {
    "headcount_of_members": 18,
    "services_offered": "周末开放操场",
    "liaison_name": "李敏",
    "liaison_phone": "+86 10 0000 0001",
}


@pytest.fixture(autouse=True)
async def _warm(own_database: Database) -> None:
    """Opens a connection for each request, so that none ends before the others have begun."""
    await warm_pool(own_database, REQUESTS)


@pytest.fixture
async def organization(own_database: Database) -> PartyOrganization:
    unit = await a_unit(own_database, await a_community(own_database))
    return await an_organization(own_database, unit)


async def community_of(database: Database, organization: PartyOrganization) -> str:
    query = text("SELECT community_id FROM work_units WHERE id = :id")
    async with database.transaction() as session:
        return str(await session.scalar(query, {"id": organization.work_unit_id}))


async def assert_one_registration(database: Database, codes: list[int]) -> None:
    async with database.transaction() as session:
        states = list(await session.scalars(select(UnitRegistration.status)))
    assert states == ["submitted"]
    assert Counter(codes) == {201: 1, 409: REQUESTS - 1}


async def test_submitted_by_the_liaison_and_at_the_desk_at_once_there_is_one(
    own_database: Database, phone: AsyncClient, organization: PartyOrganization
) -> None:
    community_id = await community_of(own_database, organization)
    liaison = await a_liaison(own_database, organization)
    party = await staff(own_database, UUID(community_id), Role.PARTY_ADMIN)
    own = f"/admin/v1/party-organizations/{organization.id}/unit-registrations"
    desk = f"/admin/v1/communities/{community_id}/unit-registrations"
    mine = SHEET | {"community_id": community_id}
    theirs = SHEET | {"on_behalf_of": str(organization.id), "witness": "王芳"}
    answers = await asyncio.gather(
        *(
            phone.post(own, json=mine, headers=as_admin(liaison, f"register-{n}"))
            for n in range(REQUESTS // 2)
        ),
        *(
            phone.post(desk, json=theirs, headers=as_admin(party, f"register-{n}"))
            for n in range(REQUESTS // 2)
        ),
    )
    await assert_one_registration(own_database, [answer.status_code for answer in answers])


async def check_then_insert(
    database: Database, organization: PartyOrganization, rendezvous: Rendezvous
) -> int:
    """A planted bug: it reads, and then writes by what may have changed since."""
    community_id = UUID(await community_of(database, organization))
    async with database.transaction() as session:
        query = select(UnitRegistration.id).filter_by(
            community_id=community_id, organization_id=organization.id
        )
        is_there = await session.scalar(query) is not None
        await rendezvous.wait()
        if is_there:
            return 409
        registration = UnitRegistration(
            community_id=community_id,
            organization_id=organization.id,
            basis=UnitBasis.SITS_HERE,
            headcount_of_members=1,
            services_offered="开放操场",
            liaison_name="李敏",
            liaison_phone="+86 10 0000 0001",
            status=UnitRegistrationStatus.SUBMITTED,
            submitted_at=clock.now(),
            entered_by=PLATFORM,
            channel=Channel.SELF,
        )
        session.add(registration)
    return 201


async def test_this_race_catches_one_who_checks_and_then_inserts(
    own_database: Database, organization: PartyOrganization
) -> None:
    async with own_database.transaction() as session:
        await session.execute(text("DROP INDEX uq_unit_registrations_live"))
    rendezvous = Rendezvous(REQUESTS)
    codes = await asyncio.gather(
        *(check_then_insert(own_database, organization, rendezvous) for _ in range(REQUESTS))
    )
    with pytest.raises(AssertionError):
        await assert_one_registration(own_database, list(codes))


async def test_approved_and_withdrawn_at_once_one_of_them_wins(
    own_database: Database, phone: AsyncClient
) -> None:
    unit = await a_unit(own_database, community_id := await a_community(own_database))
    mine = await an_organization(own_database, unit)
    liaison = await a_liaison(own_database, mine)
    party = await staff(own_database, community_id, Role.PARTY_ADMIN)
    row = await a_unit_registration(own_database, community_id, mine)
    path = f"/admin/v1/communities/{community_id}/unit-registrations/{row.id}/approve"
    own = f"/admin/v1/party-organizations/{mine.id}/unit-registrations/{row.id}/withdraw"
    answers = await asyncio.gather(
        *(phone.post(path, headers=as_admin(party)) for _ in range(4)),
        *(phone.post(own, headers=as_admin(liaison)) for _ in range(2)),
    )
    assert Counter(answer.status_code for answer in answers) == {200: 1, 409: 5}
    async with own_database.transaction() as session:
        state = await session.scalar(select(UnitRegistration.status))
        issued = await session.scalar(select(func.count()).select_from(NumberedDocument))
    assert (state, issued) in {("approved", 1), ("withdrawn", 0)}


async def test_appointed_by_many_at_once_there_is_one_grant(
    own_database: Database, phone: AsyncClient
) -> None:
    unit = await a_unit(own_database, community_id := await a_community(own_database))
    mine = await an_organization(own_database, unit)
    party = await staff(own_database, community_id, Role.PARTY_ADMIN)
    second = await staff(own_database, community_id, Role.COMMUNITY_ADMIN)
    person = await an_administrator(own_database, "chen.lan")
    path = f"/admin/v1/party-organizations/{mine.id}/liaison-proposals"
    body = {"login_name": "chen.lan", "letter_number": "12"}
    answers = await asyncio.gather(
        *(
            phone.post(path, json=body, headers=as_admin(party, f"propose-{n}"))
            for n in range(REQUESTS)
        )
    )
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: REQUESTS - 1}
    [proposal] = [answer.json()["id"] for answer in answers if answer.status_code == 201]
    answers = await asyncio.gather(
        *(
            phone.post(f"{path}/{proposal}/confirm", headers=as_admin(second, f"confirm-{n}"))
            for n in range(REQUESTS)
        )
    )
    assert Counter(answer.status_code for answer in answers) == {200: 1, 409: REQUESTS - 1}
    async with own_database.transaction() as session:
        grants = list(await session.scalars(select(RoleGrant.id).filter_by(user_id=person)))
    assert len(grants) == 1
