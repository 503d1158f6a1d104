"""Duties of a post: planned from its rule for those who serve, skipped, released, cancelled."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from app.communities.models import Role
from app.double_reporting.models import DutyStatus, MemberRegistrationStatus, Post, PostClaimStatus
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.service_records.models import Attendance, AttendanceStatus, CheckMeans, OccasionStatus
from tests.audit import audited
from tests.client import as_, as_admin
from tests.double_reporting.duties import (
    FRIDAY,
    FRIDAYS,
    WITNESS,
    Duties,
    attendance_of,
    duties_of,
    sweep_at,
)
from tests.double_reporting.members import a_post, a_registration
from tests.factories import a_community, staff

S, D = PostClaimStatus, DutyStatus


class TestSchedule(Duties):
    BODY = {
        "category": "care",
        "title": "夜间巡逻",
        "description": "两人一组，沿小区主路巡查。",
        "schedule": "每周五 19:00 至 21:00",
        "capacity": 2,
    }
    DUTY = {"duty_rule": "RRULE:freq=weekly;byday=fr", "duty_time": "19:00", "duty_minutes": 120}

    @pytest.mark.parametrize(
        "duty",
        [
            {"duty_rule": FRIDAYS},
            DUTY | {"duty_time": "7 pm"},
            DUTY | {"duty_time": "24:00"},
            DUTY | {"duty_minutes": 0},
            DUTY | {"duty_minutes": 1441},
            DUTY | {"duty_rule": "FREQ=HOURLY"},
            DUTY | {"duty_rule": "每周五"},
        ],
    )
    async def test_a_rule_that_is_none_is_refused(self, duty: dict[str, object]) -> None:
        answer = await self.desk("/posts", self.BODY | duty)
        assert answer.status_code == 422

    async def test_it_stands_beside_the_words(self) -> None:
        shown = (await self.desk("/posts", self.BODY | self.DUTY)).json()
        assert (shown["duty_rule"], shown["duty_time"], shown["duty_minutes"]) == (
            *(FRIDAYS, "19:00"),
            120,
        )

    async def test_who_has_claimed_the_post_has_agreed_to_it(self) -> None:
        await self.serve()
        path = f"/admin{self.path(f'/posts/{self.post.id}')}"
        body = self.BODY | self.DUTY | {"duty_rule": "FREQ=WEEKLY;BYDAY=SA", "capacity": 9}
        body |= {"category": "safety_patrol", "risk_statement": self.post.risk_statement}
        body |= {"is_insured": True}
        headers = as_admin(self.party) | {"If-Match": '"1"'}
        answer = await self.http.put(path, json=body, headers=headers)
        assert (answer.status_code, answer.json()["fields"]) == (409, ["duty_rule"])

    async def test_a_post_that_nobody_serves_on_has_no_dates(self) -> None:
        await self.serve(status=S.APPROVED)
        await self.sweep()
        assert await self.days() == []


class TestPlan(Duties):
    async def test_four_weeks_are_planned_for_who_serves(self) -> None:
        await self.serve()
        await self.sweep()
        duties = await duties_of(self.database, self.me)
        weeks = [FRIDAY + timedelta(weeks=n) for n in range(4)]
        assert [duty.starts_at for duty in duties] == weeks
        assert {duty.status for duty in duties} == {D.PLANNED}
        occasions = await self.occasions()
        assert [(one.id, one.starts_at, one.title) for one in occasions] == [
            (duty.duty_day_id, duty.starts_at, "夜间巡逻") for duty in duties
        ]
        assert {one.source_id for one in occasions} == {self.post.id}
        for duty in duties:
            assert await attendance_of(self.database, duty) == AttendanceStatus.EXPECTED
        assert await self.messages() == []

    async def test_time_adds_dates_and_repeats_none(self) -> None:
        await self.serve()
        await self.sweep()
        await self.sweep(timedelta(hours=1))
        assert len(await self.states()) == 4
        await self.sweep(timedelta(days=7))
        starts = [duty.starts_at for duty in await duties_of(self.database, self.me)]
        assert starts == [FRIDAY + timedelta(weeks=n) for n in range(5)]

    async def test_who_begins_later_gets_what_lies_ahead(self) -> None:
        await self.serve()
        await self.sweep()
        other = await self.another()
        await self.serve(other)
        await sweep_at(self.database, FRIDAY)
        starts = [duty.starts_at for duty in await duties_of(self.database, other)]
        assert starts[0] == FRIDAY + timedelta(weeks=1)

    @pytest.mark.parametrize("status", [S.APPLIED, S.APPROVED, S.LEAVING])
    async def test_who_does_not_serve_or_wants_to_leave_gets_none(
        self, status: PostClaimStatus
    ) -> None:
        await self.serve(await self.another())
        await self.serve(status=status)
        await self.sweep()
        assert await self.states() == []

    async def test_the_last_day_of_the_post_is_the_last(self) -> None:
        last = (FRIDAY + timedelta(days=8)).date()
        async with self.database.transaction() as session:
            await session.execute(
                update(Post)
                .where(Post.community_id == self.community, Post.id == self.post.id)
                .values(until_on=last)
            )
        await self.serve()
        await self.sweep()
        assert len(await self.states()) == 2

    async def test_members_and_others_have_duties_that_nobody_can_tell_apart(self) -> None:
        member = await self.another()
        await a_registration(self.database, member, uuid7(), MemberRegistrationStatus.ACTIVE)
        for person in (self.me, member):
            await self.serve(person)
        await self.sweep()
        mine, theirs = [await duties_of(self.database, one) for one in (self.me, member)]
        facts = [
            [{name: value for name, value in vars(duty).items() if name in SAID} for duty in duties]
            for duties in (mine, theirs)
        ]
        assert facts[0] == facts[1]


SAID = {"starts_at", "status", "is_late_skip", "is_offered", "offered_to", "taken_over_from"}


class TestMine(Duties):
    async def test_the_next_one_comes_first_with_what_may_be_done(self) -> None:
        duty = await self.served()
        page = await self.read("/duties/me?limit=2")
        first = page["items"][0]
        assert (first["id"], first["title"]) == (str(duty.id), "夜间巡逻")
        assert first["starts_at"] == "2026-12-11T11:00:00Z"
        assert first["ends_at"] == "2026-12-11T13:00:00Z"
        assert (first["attendance_status"], first["overlaps"]) == ("expected", [])
        assert first["skip_in_time_until"] == "2026-12-10T11:00:00Z"
        assert first["actions"] == ["skip", "offer"]
        rest = await self.read(f"/duties/me?limit=2&cursor={page['next_cursor']}")
        assert len(rest["items"]) == 2
        assert await self.read(f"/duties/{duty.id}") == first

    async def test_those_that_are_over_are_a_list_of_their_own(self) -> None:
        await self.served()
        with clock.frozen(FRIDAY + timedelta(hours=2)):
            ahead = await self.read("/duties/me")
            past = await self.read("/duties/me?when=past")
        assert (len(ahead["items"]), len(past["items"])) == (3, 1)
        assert past["items"][0]["actions"] == []

    async def test_another_s_is_not_found(self) -> None:
        duty = await self.served()
        other = await self.another()
        path = self.path(f"/duties/{duty.id}")
        assert (await self.http.get(path)).status_code == 401
        assert (await self.http.get(path, headers=as_(other.user_id))).status_code == 404
        assert (await self.act(duty, "skip", other.user_id)).status_code == 404

    async def test_what_lies_at_the_same_time_is_named(self) -> None:
        other = await a_post(self.database, self.community, rule=FRIDAYS)
        await self.serve(post=other)
        await self.serve()
        await self.sweep()
        items = (await self.read("/duties/me"))["items"]
        assert {tuple(item["overlaps"]) for item in items} == {("夜间巡逻",)}


class TestSkip(Duties):
    async def test_a_day_before_it_is_in_time(self) -> None:
        duty = await self.served()
        with clock.frozen(FRIDAY - timedelta(days=1)):
            answer = await self.act(duty, "skip")
        assert (answer.status_code, answer.json()["status"]) == (200, "skipped")
        assert (answer.json()["is_late_skip"], answer.json()["actions"]) == (False, [])
        assert answer.json()["attendance_status"] == "released"
        again = await self.act(duty, "skip")
        assert (again.status_code, again.json()["state"]) == (409, "skipped")

    async def test_later_it_is_flagged(self) -> None:
        duty = await self.served()
        with clock.frozen(FRIDAY - timedelta(days=1) + timedelta(seconds=1)):
            answer = await self.act(duty, "skip")
        assert (answer.status_code, answer.json()["is_late_skip"]) == (200, True)

    async def test_from_the_start_on_it_is_refused(self) -> None:
        duty = await self.served()
        with clock.frozen(FRIDAY):
            answer = await self.act(duty, "skip")
        assert answer.json()["code"] == "double_reporting.duty_started"
        assert await attendance_of(self.database, duty) == AttendanceStatus.EXPECTED

    async def test_who_has_checked_in_does_not_skip(self) -> None:
        duty = await self.served()
        async with self.database.transaction() as session:
            row = await session.get_one(Attendance, (self.community, duty.id))
            row.check_in(FRIDAY, CheckMeans.CODE)
        answer = await self.act(duty, "skip")
        assert answer.json()["code"] == "service_records.attendance_wrong_state"
        assert (await self.states())[0] == D.PLANNED

    async def test_a_skipped_date_is_not_planned_again(self) -> None:
        duty = await self.served()
        await self.act(duty, "skip")
        await self.sweep(timedelta(hours=1))
        assert await self.states() == [D.SKIPPED, D.PLANNED, D.PLANNED, D.PLANNED]

    async def test_at_the_desk_they_are_told(self) -> None:
        duty = await self.served()
        answer = await self.desk(f"/duties/{duty.id}/skip", WITNESS)
        assert answer.json()["status"] == "skipped"
        assert ("duty.skipped", WITNESS) in [
            (entry.action, entry.facts) for entry in await audited(self.database)
        ]
        assert await self.messages() == ["desk_acted"]


class TestRelease(Duties):
    """Whoever serves no more is expected nowhere, from the same transaction on."""

    @pytest.mark.parametrize(("status", "verb"), [(S.SERVING, "complete"), (S.LEAVING, "release")])
    async def test_the_end_of_service_releases_what_lies_ahead(
        self, status: PostClaimStatus, verb: str
    ) -> None:
        claim = await self.serve()
        await self.sweep()
        if status is S.LEAVING:
            path = self.path(f"/claims/{claim.id}/ask-to-leave")
            await self.http.post(path, json={"reason": "搬家"}, headers=as_(self.me.user_id))
            assert set(await self.states()) == {D.PLANNED}
        assert (await self.desk(f"/claims/{claim.id}/{verb}")).status_code == 200
        assert set(await self.states()) == {D.RELEASED}
        assert await self.expected() == 0

    async def test_who_is_blocked_or_leaves_is_released(self) -> None:
        await self.serve()
        await self.sweep()
        path = self.path("/participants/me/leave")
        assert (await self.http.post(path, headers=as_(self.me.user_id))).status_code == 200
        await self.messages()
        assert set(await self.states()) == {D.RELEASED}
        assert await self.expected() == 0

    async def test_a_duty_under_way_stays(self) -> None:
        claim = await self.serve()
        await self.sweep()
        with clock.frozen(FRIDAY):
            await self.desk(f"/claims/{claim.id}/complete")
        assert await self.states() == [D.PLANNED, D.RELEASED, D.RELEASED, D.RELEASED]

    async def test_who_comes_back_is_planned_anew(self) -> None:
        claim = await self.serve()
        await self.sweep()
        await self.desk(f"/claims/{claim.id}/complete")
        await self.serve()
        await self.sweep(timedelta(hours=1))
        assert sorted(await self.states()) == [D.PLANNED] * 4 + [D.RELEASED] * 4

    async def expected(self) -> int:
        async with self.database.transaction() as session:
            query = select(func.count()).where(
                Attendance.community_id == self.community,
                Attendance.participant_id == self.me.id,
                Attendance.status == AttendanceStatus.EXPECTED,
            )
            return await session.scalar(query) or 0


class TestDays(Duties):
    async def test_they_are_listed_with_numbers_for_who_manages_posts(self) -> None:
        duty = await self.served()
        await self.act(duty, "skip")
        await self.serve(await self.another())
        await self.sweep(timedelta(hours=1))
        page = await self.read_as_staff(f"/duty-days?post_id={self.post.id}")
        assert page["total"] == 4
        first = page["items"][0]
        assert (first["title"], first["day"]) == ("夜间巡逻", "2026-12-11")
        assert (first["planned"], first["skipped"], first["present"]) == (1, 1, 0)
        assert first["actions"] == ["cancel"]
        assert await self.read_as_staff(f"/duty-days/{first['id']}") == first
        roster = await self.read_as_staff(f"/duty-days/{first['id']}/duties")
        assert roster["total"] == 2
        assert {one["status"] for one in roster["items"]} == {"skipped", "planned"}
        assert {one["display_name"] for one in roster["items"]} == {self.me.display_name}
        assert (await self.read_as_staff("/duty-days?when=past"))["total"] == 0

    async def test_others_may_not_see_them(self) -> None:
        duty = await self.served()
        path = f"/admin{self.path(f'/duty-days/{duty.duty_day_id}')}"
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        elsewhere = await staff(self.database, await a_community(self.database), Role.PARTY_ADMIN)
        for rest in ("", "/duties"):
            assert (await self.http.get(path + rest)).status_code == 401
            assert (await self.http.get(path + rest, headers=as_admin(grid))).status_code == 403
            missing = await self.http.get(path + rest, headers=as_admin(elsewhere))
            assert missing.status_code == 404

    async def test_a_cancelled_date_releases_and_tells_everybody(self) -> None:
        duty = await self.served()
        other = await self.another()
        await self.serve(other)
        await self.sweep(timedelta(hours=1))
        await self.act(duty, "skip")
        path = f"/duty-days/{duty.duty_day_id}/cancel"
        assert (await self.desk(path, {"reason": ""})).status_code == 422
        answer = await self.desk(path, {"reason": "当晚停电检修"})
        assert (answer.json()["status"], answer.json()["cancel_reason"]) == (
            "cancelled",
            "当晚停电检修",
        )
        assert (await self.states(other))[0] == D.RELEASED
        assert (await self.occasions())[0].status == OccasionStatus.CANCELLED
        assert await self.messages(other) == ["duty_day_cancelled"]
        assert await self.messages() == []
        await self.sweep(timedelta(hours=2))
        assert len(await self.states(other)) == 4

    async def test_it_ends_with_its_occasion(self) -> None:
        duty = await self.served()
        await sweep_at(self.database, FRIDAY + timedelta(hours=2))
        day, occasion = (await self.days())[0], (await self.occasions())[0]
        assert (day.id, day.status, occasion.status) == (duty.duty_day_id, "ended", "ended")
        refused = await self.desk(f"/duty-days/{day.id}/cancel", {"reason": "晚了"})
        assert (refused.status_code, refused.json()["state"]) == (409, "ended")
