"""A day of an administrator's office, with a client that nobody has written."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

from app.communities.models import Role
from app.consultations.models import TopicStatus
from app.consultations.sweeps import SWEEPS
from app.identity.models import Purpose
from app.kernel import clock
from app.kernel.database.engine import Database
from app.worker import Worker
from tests.client import as_admin
from tests.consultations.ballots import all_are_adults
from tests.double_reporting.members import a_registration, an_organization
from tests.factories import (
    a_community,
    a_participant,
    a_topic,
    consented,
    participants,
    staff,
)
from tests.faults.process import Service
from tests.feedback.rows import a_department, a_ticket
from tests.generated.conftest import Generated


@asynccontextmanager
async def client_for(generated: Generated, service: Service, user: UUID) -> AsyncIterator[Any]:
    token = as_admin(user)["Authorization"].removeprefix("Bearer ")
    client = generated("client").AuthenticatedClient(
        base_url=service.base, token=token, raise_on_unexpected_status=True
    )
    async with client:
        yield client


async def test_an_activity_is_drafted_given_a_shift_and_published(
    generated: Generated, service: Service, own_database: Database
) -> None:
    community = await a_community(own_database)
    worker = await staff(own_database, community)
    async with client_for(generated, service, worker) as client:
        await draft_and_publish(generated, client, community)


async def draft_and_publish(generated: Generated, client: Any, community: UUID) -> None:
    models, api = generated("models"), "api.activities"
    draft = await generated(f"{api}.draft_activity").asyncio(
        community,
        client=client,
        idempotency_key="draft-001",
        body=models.ActivityIn(
            title="春季植树",
            summary="在小区东门种二十棵树",
            category=models.Category.ENVIRONMENT,
            organiser="云桥社区居委会",
            contact="社区服务站窗口",
            address="东门",
            risk_statement="使用铁锹，注意安全",
        ),
    )
    assert draft.status == models.ActivityStatus.DRAFT
    starts_at = clock.now() + timedelta(days=9)
    shift = await generated("api.shifts.add_shift").asyncio(
        community,
        draft.id,
        client=client,
        idempotency_key="shift-001",
        body=models.ShiftIn(
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            roles=[models.RoleIn(capacity=20)],
        ),
    )
    assert shift.roles[0].remaining == 20
    publish = generated(f"{api}.publish_activity")
    published = await publish.asyncio(community, draft.id, client=client)
    assert published.status == models.ActivityStatus.PUBLISHED
    again = await publish.asyncio(community, draft.id, client=client)
    assert (type(again), again.code) == (models.Problem, "volunteering.activity_wrong_state")


async def test_a_member_is_approved_with_a_receipt(
    generated: Generated, service: Service, own_database: Database
) -> None:
    community = await a_community(own_database)
    me = await a_participant(own_database, community)
    organization = await an_organization(own_database, community)
    registration = await a_registration(own_database, me, organization.id)
    assert me.user_id is not None
    await consented(own_database, me.user_id, Purpose.PARTY_MEMBERSHIP)
    secretary = await staff(own_database, community, role=Role.PARTY_ADMIN)
    async with client_for(generated, service, secretary) as client:
        models = generated("models")
        approved = await generated("api.double_reporting.approve_member_registration").asyncio(
            community, registration.id, client=client, body=models.MemberApproval()
        )
    assert str(approved.status) == "active"
    assert approved.receipt_number


async def test_a_ballot_is_announced_held_certified_by_two_and_published(
    generated: Generated, service: Service, own_database: Database
) -> None:
    """Opened and closed by the worker, when the database's time has come."""
    community = await a_community(own_database)
    await participants(own_database, community, 3)
    await all_are_adults(own_database, community)
    topic = await a_topic(own_database, community, status=TopicStatus.DELIBERATING)
    roles = (Role.COMMUNITY_WORKER, Role.COMMUNITY_ADMIN)
    worker, secretary = [await staff(own_database, community, role=role) for role in roles]
    models, now = generated("models"), clock.now()
    opens_at, closes_at = now + timedelta(days=8), now + timedelta(days=9)
    async with client_for(generated, service, worker) as client:
        draft = await generated("api.ballots.draft_ballot").asyncio(
            community,
            client=client,
            idempotency_key="ballot-001",
            body=models.NewBallot(
                topic_id=topic.id,
                title="加装扶手",
                electorate=models.Electorate.RESIDENTS,
                questions=[
                    models.Question(
                        key="rail",
                        kind=models.QuestionKind.YES_NO_ABSTAIN,
                        title="是否加装扶手",
                    )
                ],
                opens_at=opens_at,
                closes_at=closes_at,
            ),
        )
        announced = await generated("api.ballots.announce_ballot").asyncio(
            community, draft.id, client=client, body=models.Announcement(note="公告七日")
        )
        assert str(announced.status) == "announced"
        for then in (opens_at, closes_at + timedelta(minutes=5)):
            with clock.frozen(then):
                await Worker(own_database, sweeps=SWEEPS).sweep()
        asked = await generated("api.results.request_ballot_certification").asyncio(
            community, draft.id, client=client
        )
        assert str(asked.status) == "closed"
    async with client_for(generated, service, secretary) as client:
        certified = await generated("api.results.confirm_ballot_certification").asyncio(
            community, draft.id, client=client
        )
        published = await generated("api.results.publish_ballot_result").asyncio(
            community, draft.id, client=client, body=models.Announcement(note="结果公布")
        )
    assert (str(certified.status), str(published.status)) == ("certified", "published")


async def test_a_ticket_is_accepted_assigned_and_resolved(
    generated: Generated, service: Service, own_database: Database
) -> None:
    community = await a_community(own_database)
    ticket = await a_ticket(own_database, community)
    department = await a_department(own_database, community)
    models, api = generated("models"), "api.tickets"
    worker = await staff(own_database, community)
    async with client_for(generated, service, worker) as client:
        await generated(f"{api}.accept_ticket").asyncio(community, ticket.id, client=client)
        await generated(f"{api}.assign_ticket").asyncio(
            community,
            ticket.id,
            client=client,
            body=models.TicketAssignment(department_id=department.id),
        )
        await generated(f"{api}.start_ticket").asyncio(community, ticket.id, client=client)
        resolved = await generated(f"{api}.resolve_ticket").asyncio(
            community, ticket.id, client=client, body=models.TicketResolution(text="已更换灯泡")
        )
    assert str(resolved.status) == "resolved"
