"""Absences: noted after the end, told, disputed by the person, and decided by a second person."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.jobs.events import EventRow
from app.notifications.inbox import InboxMessage, content_of
from app.service_records.models import Attendance, CheckMeans
from app.worker import Worker
from tests.audit import audited
from tests.client import as_, as_admin
from tests.factories import (
    a_community,
    a_participant,
    a_shift,
    a_signup,
    an_activity,
    staff,
)
from tests.service_records.rows import a_leader, the_attendance
from tests.service_records.test_leaders import an_adult
from tests.subjects import opened

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
OBJECTION, ANSWER = "当天我在场，忘记签到了", "同组志愿者证实"


class Case:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        activity = await an_activity(database, self.community, published=True)
        self.shift = await a_shift(database, self.community, of=activity)
        self.leader = await an_adult(database, self.community)
        await a_leader(database, self.community, activity.id, self.leader.id)
        self.me = await a_participant(database, self.community)
        self.mine = await a_signup(database, self.shift, self.me)
        self.path = f"/v1/communities/{self.community}/attendances/{self.mine.id}"

    async def mark(self, who: UUID | None = None, id_: UUID | None = None) -> Response:
        path = self.path.replace(str(self.mine.id), str(id_ or self.mine.id))
        headers = as_(who or self.leader.user_id)
        return await self.http.post(f"{path}/mark-absent", json={}, headers=headers)

    async def dispute(self) -> Response:
        body = {"reason": OBJECTION}
        return await self.http.post(f"{self.path}/dispute", json=body, headers=as_(self.me.user_id))

    async def decide(self, verb: str, by: UUID | None = None, **body: Any) -> Response:
        return await self.http.post(
            f"/admin{self.path}/{verb}",
            json={"reason": ANSWER} | body,
            headers=as_admin(by or self.worker),
        )

    async def row(self) -> Attendance:
        return await the_attendance(self.database, self.community, self.mine.id)

    async def kinds(self) -> list[tuple[UUID | None, str]]:
        await Worker(self.database).run_due()
        async with self.database.transaction() as session:
            rows = await session.scalars(select(InboxMessage).order_by(InboxMessage.id))
            return [(one.participant_id, content_of(one).kind) for one in rows]

    async def todo(self, who: UUID) -> list[str]:
        answer = await self.http.get("/admin/v1/me/todo", headers=as_admin(who))
        return [one["kind"] for one in answer.json()["items"] if one["count"]]


class TestMarkAbsent(Case):
    async def test_only_after_the_end_while_the_roster_is_open(self) -> None:
        for at, status, code in (
            (self.shift.ends_at - MINUTE, 409, "service_records.occasion_not_over"),
            (self.shift.ends_at + 24 * HOUR, 409, "service_records.roster_closed"),
            (self.shift.ends_at, 200, None),
        ):
            with clock.frozen(at):
                answer = await self.mark()
            assert (answer.status_code, answer.json().get("code")) == (status, code)
        assert (await self.row()).status == "absent"

    async def test_the_person_is_told_and_may_dispute_it(self) -> None:
        with clock.frozen(self.shift.ends_at):
            await self.mark()
            assert await self.kinds() == [(self.me.id, "service_records.absence_noted")]
            async with self.database.transaction() as session:
                [message] = await session.scalars(select(InboxMessage))
            assert await opened(self.http, message, self.me.user_id or UUID(int=0)) == 200
            mine = await self.http.get(self.path, headers=as_(self.me.user_id))
        assert (mine.json()["status"], mine.json()["actions"]) == ("absent", ["dispute"])
        entries = await audited(self.database, self.community)
        assert [(one.action, one.about) for one in entries] == [
            ("attendance.marked_absent", self.me.id)
        ]

    async def test_the_reason_is_shown_to_the_person(self) -> None:
        with clock.frozen(self.shift.ends_at):
            body = {"reason": "电话未接通"}
            headers = as_(self.leader.user_id)
            await self.http.post(f"{self.path}/mark-absent", json=body, headers=headers)
            assert await self.kinds() == [(self.me.id, "service_records.absence_noted_with_reason")]

    async def test_who_has_come_is_not_absent(self) -> None:
        async with self.database.transaction() as session:
            row = await session.get_one(Attendance, (self.community, self.mine.id))
            row.check_in(self.shift.starts_at, CheckMeans.CODE)
        with clock.frozen(self.shift.ends_at):
            refused = await self.mark()
        assert refused.json()["code"] == "service_records.attendance_wrong_state"

    async def test_nobody_but_its_leaders_finds_it(self) -> None:
        with clock.frozen(self.shift.ends_at):
            assert (await self.mark(self.me.user_id)).status_code == 404
        assert (await self.row()).status == "expected"

    async def test_a_leader_does_not_mark_themselves(self) -> None:
        shift = await a_shift(self.database, self.community, of=None, starts_in=timedelta(days=3))
        await a_leader(self.database, self.community, shift.activity_id, self.leader.id)
        own = await a_signup(self.database, shift, self.leader)
        with clock.frozen(shift.ends_at):
            refused = await self.mark(id_=own.id)
        assert refused.json()["code"] == "communities.second_person_needed"

    async def test_at_the_desk_not_before_the_end_either(self) -> None:
        with clock.frozen(self.shift.ends_at - MINUTE):
            path = f"/admin{self.path}/mark-absent"
            body = {"witness": "王芳"}
            refused = await self.http.post(path, json=body, headers=as_admin(self.worker))
        assert refused.json()["code"] == "service_records.occasion_not_over"

    async def test_at_the_desk_later_too(self) -> None:
        with clock.frozen(self.shift.ends_at + 72 * HOUR):
            body = {"witness": "王芳"}
            path = f"/admin{self.path}/mark-absent"
            answer = await self.http.post(path, json=body, headers=as_admin(self.worker))
        assert answer.json()["status"] == "absent"


class TestDispute(Case):
    @pytest.fixture(autouse=True)
    async def _absent(self, arrange: None) -> None:
        self.at = self.shift.ends_at + HOUR
        with clock.frozen(self.at):
            assert (await self.mark()).status_code == 200
            assert (await self.dispute()).status_code == 200

    async def test_staff_have_to_decide_it(self) -> None:
        with clock.frozen(self.at):
            await Worker(self.database).run_due()
            assert await self.todo(self.worker) == ["service_records.disputed_absence"]
            await self.decide("uphold")
            await Worker(self.database).run_due()
            assert await self.todo(self.worker) == []

    async def test_once_only(self) -> None:
        with clock.frozen(self.at):
            assert (await self.dispute()).status_code == 409

    async def test_upheld_it_stands_with_the_reason(self) -> None:
        with clock.frozen(self.at):
            answer = await self.decide("uphold")
            assert answer.status_code == 200, answer.text
            kinds = await self.kinds()
        assert kinds[-1] == (self.me.id, "service_records.absence_upheld")
        row = await self.row()
        assert (row.status, row.decision_reason) == ("absent", ANSWER)

    async def test_corrected_the_person_was_there_and_hours_can_follow(self) -> None:
        times: dict[str, Any] = {
            "checked_in_at": (self.shift.starts_at + 10 * MINUTE).isoformat(),
            "checked_out_at": (self.shift.ends_at - 20 * MINUTE).isoformat(),
        }
        with clock.frozen(self.at):
            answer = await self.decide("correct", **times)
            assert answer.status_code == 200, answer.text
            assert await self.left() == 1
            kinds = await self.kinds()
        assert kinds[-1] == (self.me.id, "service_records.absence_corrected")
        row = await self.row()
        assert row.status == "left"
        assert row.checked_in_at == self.shift.starts_at + 10 * MINUTE
        assert row.checked_out_at == self.shift.ends_at - 20 * MINUTE
        assert (row.check_in_means, row.checked_in_by) == ("desk", self.worker)

    async def left(self) -> int:
        """Counts the events from which hours follow."""
        async with self.database.transaction() as session:
            rows = await session.scalars(select(EventRow))
            return sum(row.read().kind == "service_records.attendance_left" for row in rows)

    async def test_without_times_it_was_from_the_start_to_the_end(self) -> None:
        with clock.frozen(self.at):
            await self.decide("correct")
        row = await self.row()
        assert (row.checked_in_at, row.checked_out_at) == (
            self.shift.starts_at,
            self.shift.ends_at,
        )

    async def test_a_presence_lies_within_the_occasion(self) -> None:
        start, end = self.shift.starts_at, self.shift.ends_at
        for first, until in ((start - MINUTE, end), (start, end + MINUTE), (end, start)):
            times: dict[str, Any] = {
                "checked_in_at": first.isoformat(),
                "checked_out_at": until.isoformat(),
            }
            with clock.frozen(self.at):
                refused = await self.decide("correct", **times)
            assert (refused.status_code, refused.json()["code"]) == (
                422,
                "service_records.times_outside",
            )
        assert (await self.row()).status == "disputed"

    async def test_the_person_decides_nothing_about_themselves(self) -> None:
        mine = await staff(self.database, self.community)
        async with self.database.transaction() as session:
            self.me.user_id = mine
            session.add(self.me)
        for verb in ("uphold", "correct"):
            with clock.frozen(self.at):
                refused = await self.decide(verb, by=mine)
            assert refused.json()["code"] == "communities.second_person_needed"


class TestSecondPerson(Case):
    async def test_who_has_marked_it_at_the_desk_does_not_decide(self) -> None:
        colleague = await staff(self.database, self.community)
        with clock.frozen(self.shift.ends_at + HOUR):
            path = f"/admin{self.path}/mark-absent"
            body = {"witness": "王芳"}
            await self.http.post(path, json=body, headers=as_admin(self.worker))
            await self.dispute()
            page = await self.http.get(f"/admin{self.path}", headers=as_admin(self.worker))
            assert page.json()["actions"] == []
            for verb in ("uphold", "correct"):
                refused = await self.decide(verb)
                assert refused.json()["code"] == "communities.second_person_needed"
            page = await self.http.get(f"/admin{self.path}", headers=as_admin(colleague))
            assert page.json()["actions"] == ["uphold", "correct"]
            assert (await self.decide("uphold", by=colleague)).status_code == 200
