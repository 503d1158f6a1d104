"""POST /v1/communities/{community_id}/shifts/{shift_id}/signups"""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import ParticipantKind, ParticipantStatus
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.jobs.events import EventRow
from app.volunteering.models import Audience, Shift, Signup
from app.volunteering.signups.schemas import SignupOut
from tests.client import as_
from tests.factories import a_community, a_participant, a_shift, a_user, the_role
from tests.now import NOW

BODY = {"is_risk_acknowledged": True}


class TestSignUp:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.shift = await a_shift(database, self.community)
        self.me = await a_participant(database, self.community)

    async def sign_up(
        self,
        by: UUID | None,
        shift: Shift | None = None,
        key: str | None = "sign-up-1",
        body: object = BODY,
        after: timedelta = timedelta(0),
    ) -> Response:
        path = f"/v1/communities/{self.community}/shifts/{(shift or self.shift).id}/signups"
        with clock.frozen(NOW + after):
            return await self.http.post(path, json=body, headers=as_(by, key))

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.sign_up(by=None)).status_code == 401

    async def test_a_shift_of_another_community_is_not_found(self) -> None:
        foreign = await a_shift(self.database, await a_community(self.database))
        assert (await self.sign_up(by=self.me.user_id, shift=foreign)).status_code == 404

    async def test_an_outsider_is_told_to_join_first(self) -> None:
        answer = await self.sign_up(by=await a_user(self.database))
        assert (answer.status_code, answer.json()["code"]) == (
            403,
            "communities.not_a_participant",
        )

    async def test_who_has_left_may_not(self) -> None:
        departed = await a_participant(self.database, self.community, status=ParticipantStatus.LEFT)
        answer = await self.sign_up(by=departed.user_id)
        assert (answer.status_code, answer.json()["code"]) == (
            403,
            "communities.participant_inactive",
        )

    async def test_a_visitor_may_not_where_residents_are_invited(self) -> None:
        shift = await a_shift(self.database, self.community, audience=Audience.RESIDENTS)
        visitor = await a_participant(self.database, self.community, kind=ParticipantKind.VISITOR)
        answer = await self.sign_up(by=visitor.user_id, shift=shift)
        assert (answer.status_code, answer.json()["code"]) == (403, "volunteering.not_invited")

    async def test_without_a_key_it_is_refused(self) -> None:
        answer = await self.sign_up(by=self.me.user_id, key=None)
        assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_missing")

    async def test_risks_must_be_acknowledged(self) -> None:
        answer = await self.sign_up(by=self.me.user_id, body={"is_risk_acknowledged": False})
        assert answer.status_code == 422
        assert answer.json()["errors"] == [
            {"pointer": "/body/is_risk_acknowledged", "code": "literal_error"}
        ]

    async def test_an_unknown_field_is_refused_and_not_echoed(self) -> None:
        answer = await self.sign_up(by=self.me.user_id, body=BODY | {"secret": 1})
        assert answer.status_code == 422
        assert "secret" not in answer.text

    async def test_a_key_used_for_another_shift_is_refused(self) -> None:
        await self.sign_up(by=self.me.user_id)
        other = await a_shift(self.database, self.community, starts_in=timedelta(9))
        answer = await self.sign_up(by=self.me.user_id, shift=other)
        assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")

    async def test_before_the_window_it_tells_when_it_opens(self) -> None:
        answer = await self.sign_up(by=self.me.user_id, after=-timedelta(days=8))
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "volunteering.signups_not_open",
        )
        assert answer.json()["opens_at"] == "2026-11-28T04:00:00Z"

    async def test_when_the_window_has_closed_it_is_too_late(self) -> None:
        answer = await self.sign_up(by=self.me.user_id, after=timedelta(days=2, hours=-1))
        assert (answer.status_code, answer.json()["code"]) == (409, "volunteering.signups_closed")

    async def test_once_more_under_another_key_is_a_conflict(self) -> None:
        await self.sign_up(by=self.me.user_id)
        answer = await self.sign_up(by=self.me.user_id, key="sign-up-2")
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "volunteering.already_signed_up",
        )

    async def test_two_shifts_at_the_same_time_are_a_conflict(self) -> None:
        await self.sign_up(by=self.me.user_id)
        late = await a_shift(
            self.database, self.community, starts_in=timedelta(days=2, minutes=119)
        )
        answer = await self.sign_up(by=self.me.user_id, shift=late, key="sign-up-2")
        assert (answer.status_code, answer.json()["code"]) == (409, "volunteering.shifts_overlap")

    async def test_the_first_has_the_place_and_the_others_wait_in_order(self) -> None:
        others = [await a_participant(self.database, self.community) for _ in range(2)]
        answers = [await self.sign_up(by=p.user_id) for p in (self.me, *others)]
        shown = [SignupOut.model_validate_json(answer.content) for answer in answers]
        assert [answer.status_code for answer in answers] == [201, 201, 201]
        assert [(s.status, s.position) for s in shown] == [
            ("confirmed", None),
            ("waitlisted", 1),
            ("waitlisted", 2),
        ]
        assert answers[0].headers["location"] == (
            f"/v1/communities/{self.community}/signups/{shown[0].id}"
        )

    async def test_the_same_key_gives_the_same_bytes_again(self) -> None:
        first = await self.sign_up(by=self.me.user_id)
        again = await self.sign_up(by=self.me.user_id)
        assert (again.status_code, again.content) == (201, first.content)
        assert again.headers["location"] == first.headers["location"]
        assert "idempotent-replayed" not in first.headers
        assert again.headers["idempotent-replayed"] == "true"

    async def test_the_place_is_counted_and_the_event_is_written(self) -> None:
        answer = await self.sign_up(by=self.me.user_id)
        signup_id = UUID(answer.json()["id"])
        async with self.database.transaction() as session:
            signup = await session.get_one(Signup, (self.community, signup_id))
            shift = await session.get_one(
                Shift, (self.community, self.shift.id), populate_existing=True
            )
            event = (await session.scalars(select(EventRow))).one()
        assert SignupOut.model_validate(signup).model_dump(mode="json") == answer.json()
        assert (signup.entered_by, signup.channel, signup.witness) == (
            self.me.user_id,
            "self",
            None,
        )
        taken = (await the_role(self.database, self.shift)).taken
        assert (signup.confirmed_at, taken, shift.queued) == (NOW, 1, 0)
        assert event.read()[:2] == (
            "volunteering.signed_up",
            {"signup_id": str(signup_id), "status": "confirmed", "position": None},
        )

    async def test_a_refusal_leaves_nothing_behind(self) -> None:
        await self.sign_up(by=self.me.user_id, after=timedelta(days=9))
        async with self.database.transaction() as session:
            assert (await session.scalars(select(Signup))).all() == []
            assert (await session.scalars(select(EventRow))).all() == []
        assert (await self.sign_up(by=self.me.user_id)).status_code == 201

    async def test_nothing_is_found_under_an_id_that_nobody_has(self) -> None:
        self.shift.id = uuid4()
        assert (await self.sign_up(by=self.me.user_id)).status_code == 404
