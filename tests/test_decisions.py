"""Whoever enters what somebody asks for does not decide it. Each decision about what may have been
entered at the desk is in `DECISIONS`."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient

from app.communities.models import Channel, Participant, Role
from app.identity.another_person import record_equipment
from app.identity.models import EquipmentKind
from app.kernel import clock
from app.kernel.database.engine import Database
from app.service_records.models import Attendance
from tests.client import as_admin
from tests.double_reporting import members
from tests.double_reporting.units import a_unit_registration
from tests.factories import (
    a_claim,
    a_community,
    a_household,
    a_participant,
    a_person_without_phone,
    a_shift,
    a_signup,
    staff,
)
from tests.organizations.units import a_unit, an_organization
from tests.routes import OPERATIONS
from tests.service_records.certificates import SIGNING, a_certificate, a_volunteer

REASON = {"reason": "材料不全"}


@dataclass(frozen=True)
class Town:
    http: AsyncClient
    database: Database
    community: UUID
    worker: UUID
    """The one who enters."""
    resident: Participant


async def residence(town: Town) -> UUID:
    home = await a_household(town.database, town.community)
    row = await a_claim(town.database, town.resident, home)
    return await entered(town, row, row.id)


async def member(town: Town) -> UUID:
    organization = await members.an_organization(town.database, town.community)
    row = await members.a_registration(town.database, town.resident, organization.id, on_paper=True)
    row.proceedings = row.proceedings.with_(entered_by=town.worker)
    async with town.database.transaction() as session:
        session.add(row)
    return row.id


async def unit(town: Town) -> UUID:
    organization = await an_organization(town.database, await a_unit(town.database, town.community))
    row = await a_unit_registration(town.database, town.community, organization)
    return await entered(town, row, row.id)


async def post_claim(town: Town) -> UUID:
    post = await members.a_post(town.database, town.community)
    row = await members.a_post_claim(town.database, post, town.resident)
    return await entered(town, row, row.id)


async def signup(town: Town) -> UUID:
    shift = await a_shift(town.database, town.community, needs_review=True)
    answer = await town.http.post(
        f"/admin/v1/communities/{town.community}/shifts/{shift.id}/signups",
        json={
            "on_behalf_of": str(town.resident.id),
            "witness": "王芳",
            "is_risk_acknowledged": True,
        },
        headers=as_admin(town.worker, "sign-up-1"),
    )
    assert answer.json()["status"] == "pending_review"
    return UUID(answer.json()["id"])


async def disputed_absence(town: Town) -> UUID:
    shift = await a_shift(town.database, town.community, starts_in=timedelta(hours=-3))
    row = await a_signup(town.database, shift, town.resident)
    async with town.database.transaction() as session:
        attendance = await session.get_one(Attendance, (town.community, row.id))
        attendance.mark_absent(uuid4(), None, clock.now())
        attendance.dispute(town.worker, "当天在场", clock.now())
    return row.id


async def certificate(town: Town) -> UUID:
    volunteer = await a_volunteer(town.database, town.community)
    row = await a_certificate(town.database, volunteer)
    return await entered(town, row, row.id)


async def entered(town: Town, row: Any, row_id: UUID) -> UUID:
    row.entered_by, row.channel, row.witness = town.worker, Channel.DESK, "王芳"
    async with town.database.transaction() as session:
        session.add(row)
    return row_id


DECISIONS: dict[str, tuple[Callable[[Town], Awaitable[UUID]], dict[str, Any]]] = {
    "residence-claims/{}/approve": (residence, {}),
    "residence-claims/{}/reject": (residence, REASON),
    "member-registrations/{}/return": (member, REASON),
    "member-registrations/{}/approve": (member, {"verify_method": "community"}),
    "member-registrations/{}/decline": (member, REASON),
    "unit-registrations/{}/return": (unit, REASON),
    "unit-registrations/{}/approve": (unit, {}),
    "unit-registrations/{}/decline": (unit, REASON),
    "claims/{}/approve": (post_claim, {}),
    "claims/{}/reject": (post_claim, REASON),
    "attendances/{}/uphold": (disputed_absence, REASON),
    "attendances/{}/correct": (disputed_absence, REASON),
    "certificates/{}/issue": (certificate, SIGNING),
    "certificates/{}/decline": (certificate, REASON),
    "signups/{}/approve": (signup, {}),
    "signups/{}/reject": (signup, REASON),
}


@pytest.fixture
async def town(http: AsyncClient, database: Database) -> Town:
    here = await a_community(database)
    worker = await staff(database, here, Role.COMMUNITY_ADMIN)
    resident = await a_participant(database, here)
    return Town(http, database, here, worker, resident)


@pytest.mark.parametrize("decision", DECISIONS)
async def test_who_has_entered_it_does_not_decide_it(town: Town, decision: str) -> None:
    """It was so for all of them."""
    arrange, body = DECISIONS[decision]
    row = await arrange(town)
    path = f"/admin/v1/communities/{town.community}/{decision.format(row)}"
    mine = await town.http.post(path, json=body or None, headers=as_admin(town.worker))
    assert (mine.status_code, mine.json()["code"]) == (403, "communities.second_person_needed")
    puppet = await staff(town.database, town.community, Role.COMMUNITY_ADMIN)
    async with town.database.transaction() as session:
        record_equipment(session, puppet, EquipmentKind.CREATED, by_id=town.worker, now=clock.now())
    answer = await town.http.post(path, json=body or None, headers=as_admin(puppet))
    assert answer.status_code == 403
    colleague = await staff(town.database, town.community, Role.COMMUNITY_ADMIN)
    answer = await town.http.post(path, json=body or None, headers=as_admin(colleague))
    assert answer.status_code == 200, answer.text


def test_each_decision_is_an_operation() -> None:
    """Decisions that nobody enters at the desk, as those on topics and tickets, are not here."""
    known = {str(operation) for operation in OPERATIONS}
    prefix = "POST /admin/v1/communities/{community_id}/"
    ids = {
        **{"residence-claims": "claim_id", "claims": "claim_id", "signups": "signup_id"},
        **{"attendances": "attendance_id", "certificates": "certificate_id"},
    }
    for decision in DECISIONS:
        parameter = ids.get(decision.partition("/")[0], "registration_id")
        assert prefix + decision.format(f"{{{parameter}}}") in known


async def test_nobody_makes_a_resident_alone(town: Town) -> None:
    """It was so: who had entered a person also approved a claim that a colleague had entered."""
    elder = await a_person_without_phone(town.database, town.community)
    elder.entered_by = town.worker
    colleague = await staff(town.database, town.community, Role.COMMUNITY_ADMIN)
    claim = await a_claim(town.database, elder, await a_household(town.database, town.community))
    async with town.database.transaction() as session:
        session.add(elder)
        claim.entered_by = colleague
        session.add(claim)
    path = f"/admin/v1/communities/{town.community}/residence-claims/{claim.id}/approve"
    for alone in (town.worker, colleague):
        answer = await town.http.post(path, headers=as_admin(alone))
        assert answer.json()["code"] == "communities.second_person_needed"
    third = await staff(town.database, town.community, Role.COMMUNITY_ADMIN)
    assert (await town.http.post(path, headers=as_admin(third))).status_code == 200
