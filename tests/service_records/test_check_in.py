"""POST /v1/communities/{community_id}/check-ins, and the code that it takes."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient
from sqlalchemy import select, text, update

from app.communities.models import ParticipantStatus
from app.identity.consents.texts import TEXTS
from app.identity.models import Purpose
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.database.idempotency import RESPONSE, IdempotencyRecord
from app.service_records.attendances.service import release
from app.service_records.check_ins.sweeps import SWEEPS
from app.service_records.models import Attendance, AttendanceStatus, Occasion
from app.worker import Worker
from tests.client import as_
from tests.factories import a_participant, a_shift, a_signup, a_user, consented
from tests.service_records.scene import a_scene, code_of

MINUTE = timedelta(minutes=1)
CENTRE = {"gcj02_longitude": 116.4, "gcj02_latitude": 39.9}


class TestCheckIn:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.scene = await a_scene(http, database)
        self.me, self.signup = await self.scene.expected()
        self.at = self.scene.start - 10 * MINUTE

    async def code(self, status: int, *, at: datetime | None = None, **body: Any) -> str:
        answer = await self.scene.check_in(self.me.user_id, at or self.at, **body)
        assert answer.status_code == status, answer.text
        return str(answer.json().get("code"))

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.scene.check_in(None, self.at)).status_code == 401

    async def test_outsiders_and_those_who_left_are_refused(self) -> None:
        outsider = await a_user(self.scene.database)
        departed = await a_participant(
            self.scene.database, self.scene.community, status=ParticipantStatus.LEFT
        )
        for user in (outsider, departed.user_id):
            assert (await self.scene.check_in(user, self.at)).status_code == 403

    async def test_the_code_names_the_occasion_and_the_answer_is_the_attendance(self) -> None:
        answer = await self.scene.check_in(self.me.user_id, self.at)
        assert answer.status_code == 201
        body = answer.json()
        assert body["id"] == str(self.signup.id)
        assert body["occasion_id"] == str(self.scene.shift.id)
        assert (body["status"], body["check_in_means"]) == ("present", "code")
        assert body["actions"] == ["check_out"]
        stored = await self.scene.attendance(self.signup)
        assert (stored.status, stored.checked_in_at) == ("present", self.at)
        path = answer.headers["location"].removeprefix(f"{self.scene.here}/")
        assert (await self.scene.get(self.me.user_id, path, self.at)).json() == body

    async def test_the_same_nonce_gives_the_same_bytes_also_with_a_later_code(self) -> None:
        first = await self.scene.check_in(self.me.user_id, self.at)
        again = await self.scene.check_in(self.me.user_id, self.at + 20 * MINUTE)
        assert (again.status_code, again.content) == (201, first.content)
        assert again.headers["idempotent-replayed"] == "true"

    async def test_a_nonce_is_not_stored_in_clear(self) -> None:
        await self.scene.check_in(self.me.user_id, self.at, nonce="nonce-of-mine-0001")
        async with self.scene.database.transaction() as session:
            rows = await session.execute(
                text("SELECT k::text FROM idempotency_keys k WHERE community_id = :c"),
                {"c": self.scene.community},
            )
            [row] = rows.scalars().all()
        assert "nonce-of-mine" not in row
        assert b"nonce-of-mine".hex() not in row

    async def test_a_nonce_of_another_occasion_is_refused(self) -> None:
        other = await a_shift(
            self.scene.database, self.scene.community, starts_in=timedelta(hours=3)
        )
        await self.scene.check_in(self.me.user_id, self.at)
        code = code_of(other.id, self.at)
        answer = await self.scene.check_in(self.me.user_id, self.at, code=code)
        assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")

    async def test_a_second_check_in_is_told_the_first_time(self) -> None:
        await self.scene.check_in(self.me.user_id, self.at)
        answer = await self.scene.check_in(self.me.user_id, self.at + MINUTE, nonce="nonce-0009")
        body = answer.json()
        assert (answer.status_code, body["code"]) == (409, "service_records.already_checked_in")
        assert datetime.fromisoformat(body["checked_in_at"]) == self.at
        assert (await self.scene.attendance(self.signup)).checked_in_at == self.at

    async def test_the_window_is_from_half_an_hour_before_the_start_to_the_end(self) -> None:
        opens = self.scene.start - 30 * MINUTE
        answer = await self.scene.check_in(self.me.user_id, opens - timedelta(seconds=1))
        assert answer.json()["code"] == "service_records.check_in_not_open"
        assert datetime.fromisoformat(answer.json()["opens_at"]) == opens
        assert await self.code(409, at=self.scene.end) == "service_records.check_in_closed"
        last = self.scene.end - timedelta(seconds=1)
        assert await self.code(201, at=last) == "None"

    async def test_the_first_instant_of_the_window_is_in_it(self) -> None:
        await self.code(201, at=self.scene.start - 30 * MINUTE)

    async def test_a_code_is_good_in_its_step_and_the_next(self) -> None:
        shown = code_of(self.scene.shift.id, self.at)
        expired = "service_records.code_expired"
        assert await self.code(409, code=shown, at=self.at + MINUTE) == expired
        assert await self.code(409, code=shown, at=self.at - MINUTE) == expired
        await self.code(201, code=shown, at=self.at + timedelta(seconds=59))

    async def test_a_typed_code_may_be_misread(self) -> None:
        shown = code_of(self.scene.shift.id, self.at)
        typed = shown.replace("-", " ").replace("0", "o").replace("1", "l").lower()
        await self.code(201, code=typed)

    async def test_what_is_no_code_or_a_code_of_nowhere_is_told_so(self) -> None:
        unknown = "service_records.code_unknown"
        assert await self.code(409, code="hello") == unknown
        assert await self.code(409, code=code_of(uuid4(), self.at)) == unknown

    async def test_a_code_of_another_community_is_unknown(self) -> None:
        other = await a_scene(self.scene.http, self.scene.database)
        code = code_of(other.shift.id, self.at)
        assert await self.code(409, code=code) == "service_records.code_unknown"

    async def test_who_is_not_expected_is_told_so(self) -> None:
        other = await a_shift(
            self.scene.database, self.scene.community, starts_in=timedelta(hours=3)
        )
        answer = await self.scene.check_in(
            self.me.user_id, self.at, code=code_of(other.id, self.at)
        )
        body = answer.json()
        assert (answer.status_code, body["code"]) == (409, "service_records.not_expected")
        assert body["occasion_id"] == str(other.id)

    async def test_who_has_withdrawn_is_not_expected_any_more(self) -> None:
        await self.withdraw()
        assert await self.code(409) == "service_records.not_expected"

    async def test_who_signs_up_again_is_expected_again(self) -> None:
        await self.withdraw()
        again = await a_signup(self.scene.database, self.scene.shift, self.me)
        answer = await self.scene.check_in(self.me.user_id, self.at)
        assert (answer.status_code, answer.json()["id"]) == (201, str(again.id))

    async def test_a_cancelled_occasion_takes_nobody(self) -> None:
        await self.change(Occasion, status="cancelled")
        assert await self.code(409) == "service_records.occasion_cancelled"

    async def test_a_moved_occasion_is_judged_as_it_stands(self) -> None:
        later = timedelta(hours=3)
        await self.change(
            Occasion, starts_at=self.scene.start + later, ends_at=self.scene.end + later
        )
        assert await self.code(409) == "service_records.check_in_not_open"
        await self.code(201, at=self.at + later)

    async def test_an_absence_stands_until_it_is_corrected(self) -> None:
        await self.change(Attendance, status="absent")
        assert await self.code(409) == "service_records.attendance_wrong_state"

    async def withdraw(self) -> None:
        """Withdraws the sign-up, as it was when the person had not come yet."""
        path = f"signups/{self.signup.id}/withdraw"
        early = self.at - timedelta(hours=1)
        answer = await self.scene.post(self.me.user_id, path, None, early)
        assert answer.status_code == 200
        if (await self.scene.attendance(self.signup)).status is AttendanceStatus.EXPECTED:
            async with self.scene.database.transaction() as session:
                await release(session, self.scene.community, self.signup.id)

    async def change(self, model: type[Attendance] | type[Occasion], **values: object) -> None:
        async with self.scene.database.transaction() as session:
            await session.execute(
                update(model).filter_by(community_id=self.scene.community).values(values)
            )


class TestLocation:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.scene = await a_scene(http, database)
        self.me, self.signup = await self.scene.expected()
        self.at = self.scene.start
        async with database.transaction() as session:
            await session.execute(
                update(Occasion).filter_by(community_id=self.scene.community).values(CENTRE)
            )

    async def position(
        self, north: float = 0.0, accuracy: float | None = 20.0
    ) -> tuple[str | None, str | None]:
        location = {
            "gcj02_longitude": CENTRE["gcj02_longitude"],
            "gcj02_latitude": CENTRE["gcj02_latitude"] + north,
            "accuracy_meters": accuracy,
        }
        answer = await self.scene.check_in(self.me.user_id, self.at, location=location)
        assert answer.status_code == 201, answer.text
        body = answer.json()
        stored = await self.scene.attendance(self.signup)
        assert (stored.in_position, stored.in_accuracy) == (
            body["in_position"],
            body["in_accuracy"],
        )
        return body["in_position"], body["in_accuracy"]

    async def consent(self) -> None:
        assert self.me.user_id is not None
        await consented(self.scene.database, self.me.user_id, Purpose.LOCATION_AT_CHECK_IN)

    async def test_with_consent_inside_or_outside_is_all_that_is_kept(self) -> None:
        await self.consent()
        assert await self.position(north=0.001) == ("inside", "within_50_m")

    async def test_being_far_away_is_no_reason_to_refuse(self) -> None:
        await self.consent()
        assert await self.position(north=1.0, accuracy=500) == ("outside", "beyond_200_m")

    async def test_without_consent_it_is_not_looked_at(self) -> None:
        assert await self.position() == (None, None)

    async def test_coordinates_are_nowhere_in_the_database(self) -> None:
        await self.consent()
        await self.position(north=0.0123456789)
        async with self.scene.database.transaction() as session:
            attendance = await session.scalar(
                text("SELECT a::text FROM attendances a WHERE a.community_id = :c"),
                {"c": self.scene.community},
            )
            records = (
                await session.scalars(
                    select(IdempotencyRecord).filter_by(community_id=self.scene.community)
                )
            ).all()
        assert "39.91" not in str(attendance)
        for record in records:
            sealed = record.response_sealed or b""
            assert b"39.91" not in RESPONSE.open(record.community_id, record.id, sealed)
        assert len(records) == 1

    async def test_a_withdrawn_consent_ends_the_use(self) -> None:
        await self.consent()
        assert self.me.user_id is not None
        consent = f"/v1/me/consents/{Purpose.LOCATION_AT_CHECK_IN}"
        with clock.frozen(self.at):
            answer = await self.scene.http.put(
                consent,
                json={
                    "is_granted": False,
                    "text_version": TEXTS[Purpose.LOCATION_AT_CHECK_IN].version,
                },
                headers=as_(self.me.user_id),
            )
        assert answer.status_code == 200
        assert await self.position() == (None, None)

    async def test_who_was_near_is_forgotten_after_a_year(self) -> None:
        await self.consent()
        await self.position()
        for days, is_stored in ((365, True), (367, False)):
            with clock.frozen(self.scene.end + timedelta(days=days)):
                await Worker(self.scene.database, sweeps=SWEEPS).sweep()
            stored = await self.scene.attendance(self.signup)
            assert (stored.in_position is not None) is is_stored
            assert (stored.in_accuracy_sealed is not None) is is_stored
        assert stored.checked_in_at == self.at


class TestCheckOut:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.scene = await a_scene(http, database)
        self.me, self.signup = await self.scene.expected()
        self.at = self.scene.start + 60 * MINUTE
        await self.scene.check_in(self.me.user_id, self.scene.start)

    async def code(self, status: int, nonce: str = "nonce-0002", **body: Any) -> str:
        answer = await self.scene.check_out(
            self.me.user_id, self.signup.id, self.at, nonce=nonce, **body
        )
        assert answer.status_code == status, answer.text
        return str(answer.json().get("code"))

    async def test_it_ends_the_presence_with_or_without_a_code(self) -> None:
        answer = await self.scene.check_out(self.me.user_id, self.signup.id, self.at)
        body = answer.json()
        assert (answer.status_code, body["status"], body["actions"]) == (200, "left", [])
        assert (body["check_out_means"], body["check_in_means"]) == ("self", "code")
        stored = await self.scene.attendance(self.signup)
        assert (stored.status, stored.checked_out_at) == ("left", self.at)
        assert not stored.is_closed_by_sweep

    async def test_with_the_code_its_means_is_the_code(self) -> None:
        await self.code(200, code=code_of(self.scene.shift.id, self.at))
        assert (await self.scene.attendance(self.signup)).check_out_means == "code"

    async def test_the_code_of_another_occasion_or_time_is_refused(self) -> None:
        other = code_of(uuid4(), self.at)
        assert await self.code(409, code=other) == "service_records.code_of_another_occasion"
        early = code_of(self.scene.shift.id, self.at - 2 * MINUTE)
        assert await self.code(409, code=early) == "service_records.code_expired"

    async def test_the_same_nonce_gives_the_same_bytes(self) -> None:
        first = await self.scene.check_out(self.me.user_id, self.signup.id, self.at)
        again = await self.scene.check_out(self.me.user_id, self.signup.id, self.at + MINUTE)
        assert (again.status_code, again.content) == (200, first.content)

    async def test_a_second_check_out_is_told_the_first_time(self) -> None:
        await self.code(200)
        answer = await self.scene.check_out(
            self.me.user_id, self.signup.id, self.at + MINUTE, nonce="nonce-0009"
        )
        body = answer.json()
        assert (answer.status_code, body["code"]) == (409, "service_records.already_checked_out")
        assert datetime.fromisoformat(body["checked_out_at"]) == self.at

    async def test_nobody_checks_out_of_what_they_have_not_come_to(self) -> None:
        person, signup = await self.scene.expected()
        answer = await self.scene.check_out(person.user_id, signup.id, self.at)
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "service_records.not_checked_in",
        )

    async def test_the_attendance_of_another_person_is_not_found(self) -> None:
        other = await a_participant(self.scene.database, self.scene.community)
        for id_ in (self.signup.id, uuid4()):
            answer = await self.scene.check_out(other.user_id, id_, self.at)
            assert answer.status_code == 404
        stored = await self.scene.attendance(self.signup)
        assert stored.status is AttendanceStatus.PRESENT


class TestCodes:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.scene = await a_scene(http, database)
        self.me, self.signup = await self.scene.expected()
        self.at = self.scene.start

    @property
    def path(self) -> str:
        return f"occasions/{self.scene.shift.id}/check-in-code"

    async def test_the_leader_shows_the_code_that_is_taken(self) -> None:
        answer = await self.scene.get(self.scene.leader.user_id, self.path, self.at)
        body = answer.json()
        assert (answer.status_code, body["code"]) == (200, code_of(self.scene.shift.id, self.at))
        assert datetime.fromisoformat(body["next_at"]) == self.at + timedelta(seconds=30)
        last = datetime.fromisoformat(body["valid_until"]) - timedelta(seconds=1)
        taken = await self.scene.check_in(self.me.user_id, last, code=body["code"])
        assert taken.status_code == 201

    async def test_only_leaders_of_the_activity_see_it(self) -> None:
        assert (await self.scene.get(self.me.user_id, self.path, self.at)).status_code == 403
        other = await a_scene(self.scene.http, self.scene.database)
        foreign = await self.scene.get(other.leader.user_id, self.path, self.at)
        assert foreign.status_code == 404

    async def test_it_is_shown_from_two_hours_before_until_the_end(self) -> None:
        two_hours, second = timedelta(hours=2), timedelta(seconds=1)
        instants = {
            self.scene.start - two_hours - second: 409,
            self.scene.start - two_hours: 200,
            self.scene.end - second: 200,
            self.scene.end: 409,
        }
        for at, status in instants.items():
            answer = await self.scene.get(self.scene.leader.user_id, self.path, at)
            assert answer.status_code == status
            assert status == 200 or {"earliest", "latest"} <= answer.json().keys()

    async def test_a_person_has_a_code_of_their_own(self) -> None:
        path = f"check-ins/{self.signup.id}/personal-code"
        answer = await self.scene.get(self.me.user_id, path, self.at)
        body = answer.json()
        assert answer.status_code == 200
        assert UUID(body["attendance_id"]) == self.signup.id
        taken = await self.scene.confirm(self.signup.id, self.at, personal_code=body["code"])
        assert (taken.status_code, taken.json()["check_in_means"]) == (200, "leader")
        assert (await self.scene.get(self.scene.leader.user_id, path, self.at)).status_code == 404
