"""A worker that lags: what people read is what happened, each once, and nothing that has become
untrue meanwhile."""

from datetime import datetime, timedelta
from typing import Any, get_args
from uuid import UUID

import pytest
from httpx import AsyncClient
from sqlalchemy import select

from app.communities.models import Participant, Role
from app.consultations.ballots.service import open_ballot
from app.consultations.events import BallotAnnounced
from app.consultations.messages.ballots import notify_ballot_announced
from app.consultations.models import TopicStatus
from app.consultations.topics.service import notify_overdue
from app.double_reporting.events import PostApplied, ServiceStarted
from app.double_reporting.models import PostClaim, PostClaimStatus
from app.features import LISTENERS
from app.feedback.events import TicketSubmitted
from app.identity.models import Purpose
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.jobs.events import Event, EventRow, emit
from app.notifications.inbox import InboxMessage, content_of, is_to
from app.volunteering.events import PlaceHandedOn, SignedUp
from app.volunteering.models import Signup
from app.worker import Worker
from tests.client import as_, as_admin
from tests.consultations.ballots import CLOSES, a_ballot
from tests.double_reporting.members import (
    a_post,
    a_post_claim,
    a_registration,
    an_organization,
)
from tests.factories import (
    a_community,
    a_participant,
    a_shift,
    a_signup,
    a_topic,
    consented,
    participants,
    staff,
)
from tests.now import NOW

MINUTE = timedelta(minutes=1)


class Lag:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)

    async def post(self, path: str, headers: dict[str, str], body: Any = None) -> None:
        side, _, rest = path.partition("/")
        prefix = {"admin": "/admin/v1", "resident": "/v1"}[side]
        path = f"{prefix}/communities/{self.community}/{rest}"
        answer = await self.http.post(path, json=body, headers=headers)
        assert answer.is_success, answer.text

    async def messages_of(self, who: Participant, at: datetime = NOW) -> list[str]:
        """Returns what the worker writes to their inbox when it comes at last."""
        with clock.frozen(at):
            while await Worker(self.database).run_due():
                pass
        async with self.database.transaction() as session:
            rows = await session.scalars(
                select(InboxMessage).where(is_to(self.community, who.id)).order_by(InboxMessage.id)
            )
            return [content_of(row).kind.partition(".")[2] for row in rows]


class TestRegistrations(Lag):
    async def test_returned_resubmitted_and_approved_is_told_as_that(self) -> None:
        """The approval is told once, and the return not as something to be mended."""
        party = await staff(self.database, self.community, Role.PARTY_ADMIN)
        organization = await an_organization(self.database, self.community)
        me = await a_participant(self.database, self.community)
        assert me.user_id is not None
        await consented(self.database, me.user_id, Purpose.PARTY_MEMBERSHIP)
        id_ = (await a_registration(self.database, me, organization.id)).id
        sheet = {"organization_id": str(organization.id), "real_name": "王秀英"}
        path = f"member-registrations/{id_}"
        await self.post(f"admin/{path}/return", as_admin(party), {"reason": "请写清党支部"})
        with clock.frozen(NOW + MINUTE):
            await self.post(
                f"resident/{path}/submit",
                as_(me.user_id),
                sheet | {"skills": ["first_aid"], "remarks": "周末"},
            )
            await self.post(f"admin/{path}/approve", as_admin(party), {})
        messages = await self.messages_of(me, NOW + 2 * MINUTE)
        assert messages == ["registration_was_returned", "registration_active"]
        inbox = await self.http.get("/v1/me/inbox", headers=as_(me.user_id))
        assert "12月5日12:00" in inbox.json()["items"][-1]["body"]

    async def test_in_time_the_return_is_told_with_its_reason(self) -> None:
        party = await staff(self.database, self.community, Role.PARTY_ADMIN)
        organization = await an_organization(self.database, self.community)
        me = await a_participant(self.database, self.community)
        row = await a_registration(self.database, me, organization.id)
        path = f"admin/member-registrations/{row.id}"
        await self.post(f"{path}/return", as_admin(party), {"reason": "请写清党支部"})
        assert await self.messages_of(me) == ["registration_returned"]

    async def test_an_approval_that_has_ended_is_told_as_its_end(self) -> None:
        party = await staff(self.database, self.community, Role.PARTY_ADMIN)
        organization = await an_organization(self.database, self.community)
        me = await a_participant(self.database, self.community)
        assert me.user_id is not None
        await consented(self.database, me.user_id, Purpose.PARTY_MEMBERSHIP)
        row = await a_registration(self.database, me, organization.id)
        path = f"admin/member-registrations/{row.id}"
        await self.post(f"{path}/approve", as_admin(party), {})
        await self.post(f"{path}/end", as_admin(party), {"reason": "组织关系已转出"})
        assert await self.messages_of(me) == ["registration_ended"]


class TestPostClaims(Lag):
    @pytest.fixture(autouse=True)
    async def arrange_claim(self, arrange: None) -> None:
        self.party = await staff(self.database, self.community, Role.PARTY_ADMIN)
        self.me = await a_participant(self.database, self.community)
        self.posting = await a_post(self.database, self.community)

    async def claim(self) -> str:
        """Applied for by the resident, so that there is an event."""
        headers = as_(self.me.user_id, "claim-0001")
        await self.post(
            f"resident/posts/{self.posting.id}/claims", headers, {"accepts_schedule": True}
        )
        async with self.database.transaction() as session:
            return str((await session.scalars(select(PostClaim.id))).one())

    async def test_applied_and_approved_is_told_once(self) -> None:
        claim = await self.claim()
        await self.post(f"admin/claims/{claim}/approve", as_admin(self.party))
        assert await self.messages_of(self.me) == ["claim_approved"]

    async def test_approved_and_given_up_is_told_as_given_up(self) -> None:
        claim = await self.claim()
        await self.post(f"admin/claims/{claim}/approve", as_admin(self.party))
        await self.post(f"admin/claims/{claim}/withdraw", as_admin(self.party), {"witness": "王芳"})
        assert await self.messages_of(self.me) == ["claim_withdrawn"]

    async def test_service_that_is_over_does_not_begin(self) -> None:
        row = await a_post_claim(
            self.database, self.posting, self.me, status=PostClaimStatus.SERVING
        )
        async with self.database.transaction() as session:
            emit(session, self.community, ServiceStarted(claim_id=row.id))
        await self.post(f"admin/claims/{row.id}/complete", as_admin(self.party))
        assert await self.messages_of(self.me) == ["service_completed"]


class TestBallots(Lag):
    async def test_voting_has_begun_is_not_told_after_the_close(self) -> None:
        [me] = await participants(self.database, self.community, 1)
        ballot = await a_ballot(self.database, self.community)
        async with self.database.transaction() as session:
            session.add(ballot)
            await open_ballot(session, ballot, NOW)
        assert await self.messages_of(me, CLOSES) == []

    async def test_and_until_then_it_is(self) -> None:
        [me] = await participants(self.database, self.community, 1)
        ballot = await a_ballot(self.database, self.community)
        async with self.database.transaction() as session:
            session.add(ballot)
            await open_ballot(session, ballot, NOW)
        assert await self.messages_of(me, CLOSES - MINUTE) == ["ballot_opened"]

    async def test_that_it_will_begin_is_not_told_once_it_has(self) -> None:
        [me] = await participants(self.database, self.community, 1)
        ballot = await a_ballot(self.database, self.community, opens_in=MINUTE)
        for after, expected in (
            (timedelta(0), ["ballot_announced"]),
            (MINUTE, ["ballot_announced"]),
        ):
            with clock.frozen(NOW + after):
                async with self.database.transaction() as session:
                    event = BallotAnnounced(ballot_id=ballot.id)
                    await notify_ballot_announced(session, self.community, event)
            assert await self.messages_of(me, NOW + after) == expected

    async def test_an_answer_that_has_come_is_not_overdue(self) -> None:
        me = await a_participant(self.database, self.community)
        topic = await a_topic(self.database, self.community, by=me, status=TopicStatus.SCREENING)
        worker = await staff(self.database, self.community)
        late = topic.answer_due_at + MINUTE
        with clock.frozen(late):
            async with self.database.transaction() as session:
                session.add(topic)
                await notify_overdue(session, topic, late)
            await self.post(
                f"admin/topics/{topic.id}/decline", as_admin(worker), {"reason": "不属于社区事务"}
            )
        assert await self.messages_of(me, late + MINUTE) == ["topic_declined"]


class TestSignups(Lag):
    @pytest.fixture(autouse=True)
    async def arrange_shift(self, arrange: None) -> None:
        self.worker = await staff(self.database, self.community)
        self.shift = await a_shift(self.database, self.community, places=1)
        await a_signup(self.database, self.shift)
        self.me = await a_participant(self.database, self.community)
        headers = as_(self.me.user_id, "sign-up-1")
        await self.post(
            f"resident/shifts/{self.shift.id}/signups", headers, {"is_risk_acknowledged": True}
        )
        async with self.database.transaction() as session:
            query = select(Signup.id).filter_by(participant_id=self.me.id)
            self.mine = (await session.scalars(query)).one()

    async def test_who_has_got_a_place_is_not_told_to_wait(self) -> None:
        async with self.database.transaction() as session:
            signup = await session.get_one(Signup, (self.community, self.mine))
            signup.promote(NOW)
            emit(session, self.community, PlaceHandedOn(signup_id=self.mine))
        assert await self.messages_of(self.me) == ["place_is_yours"]

    async def test_who_has_given_the_place_up_is_not_told_that_they_have_it(self) -> None:
        async with self.database.transaction() as session:
            signup = await session.get_one(Signup, (self.community, self.mine))
            signup.promote(NOW)
            emit(session, self.community, PlaceHandedOn(signup_id=self.mine))
        await self.post(f"resident/signups/{self.mine}/withdraw", as_(self.me.user_id))
        assert await self.messages_of(self.me) == []

    async def test_an_event_of_the_former_version_is_told_as_the_row_stands(self) -> None:
        async with self.database.transaction() as session:
            [row] = await session.scalars(select(EventRow))
            row.kind, row.payload = SignedUp.kind, {"signup_id": str(self.mine)}
            row.event_sealed = None
        assert await self.messages_of(self.me) == ["signup_waitlisted"]


class TestParticipants(Lag):
    async def test_blocked_and_unblocked_is_told_as_unblocked(self) -> None:
        me = await a_participant(self.database, self.community)
        worker = await staff(self.database, self.community)
        for verb in ("block", "unblock"):
            path = f"admin/participants/{me.id}/{verb}"
            await self.post(path, as_admin(worker), {"reason": "多次爽约"})
        assert await self.messages_of(me) == ["participant_unblocked"]


FACTS = {UUID, datetime, int, bool, str, type(None)}
EVENTS: set[type[Event]] = {listener.event for listener in LISTENERS}
WORDS = {"status", "purpose", "act", "reason", "source_kind", "title"}
"""Fields with a word of a closed list, the reason that a message gives, and the public title of an
activity or a post: an event is sealed."""


@pytest.mark.parametrize("event", sorted(EVENTS, key=str))
def test_events_hold_ids_instants_and_numbers(event: type[Event]) -> None:
    for name, field in event.model_fields.items():
        types = set(get_args(field.annotation)) or {field.annotation}
        assert types <= FACTS, name
        assert str not in types or name in WORDS, name


def test_the_events_of_hot_lanes_have_listeners() -> None:
    """They are written without asking, in statements of their own."""
    assert {SignedUp, PostApplied, TicketSubmitted} <= EVENTS
