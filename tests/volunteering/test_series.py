"""Series: shifts made ahead once for each date, dates skipped, and changes from a date on."""

from datetime import date, timedelta
from typing import Any

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Role
from app.kernel import clock
from app.kernel.database.engine import Database
from app.notifications.inbox import InboxMessage, content_of
from app.volunteering.models import Activity, Series, SeriesDate, Shift, Signup
from app.volunteering.sweeps import SWEEPS
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, a_signup, an_activity, staff
from tests.now import NOW

# Tests stand on Saturday, 5 December 2026, 12:00 in Shanghai.
SATURDAYS = [date(2026, 12, 12) + timedelta(weeks=n) for n in range(7)]


def series_body(**fields: Any) -> dict[str, Any]:
    return {
        "rule": "FREQ=WEEKLY;BYDAY=SA",
        "first_day": "2026-12-05",
        "start_time": "09:00",
        "length_minutes": 120,
        "roles": [{"capacity": 2}],
    } | fields


class TestSeries:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.activity = await an_activity(database, self.community, published=True)
        self.activity_path = f"/admin/v1/communities/{self.community}/activities/{self.activity.id}"
        self.reader = (await a_participant(database, self.community)).user_id
        self.keys = 0

    async def post(self, path: str = "", **body: Any) -> Response:
        self.keys += 1
        return await self.http.post(
            f"{self.activity_path}/series{path}",
            json=body or None,
            headers=as_admin(self.worker, f"series-{self.keys:03}"),
        )

    async def start(self, **fields: Any) -> dict[str, Any]:
        answer = await self.post(**series_body(**fields))
        assert answer.status_code == 201, answer.text
        shown: dict[str, Any] = answer.json()
        return shown

    async def change(self, tag: str = "*", **fields: Any) -> Response:
        body = {"from_day": "2026-12-12", "reason": "场地调整"} | fields
        return await self.http.put(
            f"{self.activity_path}/series",
            json=series_body(**body),
            headers=as_admin(self.worker) | {"If-Match": tag},
        )

    async def shifts(self) -> list[Shift]:
        async with self.database.transaction() as session:
            query = select(Shift).filter_by(activity_id=self.activity.id).order_by(Shift.starts_at)
            return list(await session.scalars(query))

    async def days(self, status: str = "open") -> list[date]:
        return [clock.day_of(one.starts_at) for one in await self.shifts() if one.status == status]

    async def messages(self) -> list[tuple[object, str, dict[str, Any]]]:
        await Worker(self.database).run_due()
        async with self.database.transaction() as session:
            rows = await session.scalars(select(InboxMessage).order_by(InboxMessage.id))
            contents = [(row.participant_id, content_of(row)) for row in rows]
        return [(person, content.kind, dict(content.variables)) for person, content in contents]

    async def sweep(self, after: timedelta) -> None:
        with clock.frozen(NOW + after):
            await Worker(self.database, sweeps=SWEEPS).sweep()

    async def test_preview_shows_the_next_dates_and_writes_nothing(self) -> None:
        shown = (
            await self.post("/preview", **series_body(rule="FREQ=MONTHLY;BYMONTHDAY=31"))
        ).json()
        assert shown["words_zh"] == "每月31日（当月没有的，跳过） 09:00–11:00"
        assert shown["skips_short_months"] is True
        assert [one["day"] for one in shown["dates"]][:3] == [
            "2026-12-31",
            "2027-01-31",
            "2027-03-31",
        ]
        assert shown["dates"][0]["starts_at"] == "2026-12-31T01:00:00Z"
        assert await self.shifts() == []

    @pytest.mark.parametrize(
        "rule", ["FREQ=SECONDLY", "FREQ=WEEKLY;COUNT=1000000000", "FREQ=WEEKLY;INTERVAL=1000"]
    )
    async def test_a_hostile_rule_is_refused_with_what_is_wrong(self, rule: str) -> None:
        for path in ("/preview", ""):
            answer = await self.post(path, **series_body(rule=rule))
            assert (answer.status_code, answer.json()["code"]) == (422, "recurrence_refused")
            assert answer.json()["detail"] != "重复规则不正确。"

    @pytest.mark.parametrize(
        "fields",
        [
            {"start_time": "24:00"},
            {"start_time": "9:00"},
            {"length_minutes": 1441},
            {"length_minutes": 0},
            {"roles": []},
            {"roles": [{"capacity": 1}, {"capacity": 2}]},
            {"opens_hours_before": 1, "closes_minutes_before": 60},
            {"weeks_ahead": 27},
        ],
    )
    async def test_what_makes_no_sense_is_malformed(self, fields: dict[str, Any]) -> None:
        assert (await self.post(**series_body(**fields))).status_code == 422

    async def test_a_grid_worker_may_not(self) -> None:
        self.worker = await staff(self.database, self.community, role=Role.GRID_WORKER)
        assert (await self.post(**series_body())).status_code == 403

    async def test_shifts_of_eight_weeks_are_made_at_once(self) -> None:
        shown = await self.start()
        # At noon of the first Saturday its own shift has begun already.
        assert await self.days() == [*SATURDAYS, date(2027, 1, 30)]
        first = (await self.shifts())[0]
        assert first.ends_at - first.starts_at == timedelta(hours=2)
        assert first.starts_at.isoformat() == "2026-12-12T01:00:00+00:00"
        assert first.withdraw_until == first.starts_at - timedelta(hours=24)
        assert first.is_published
        assert [one["day"] for one in shown["dates"]][7:9] == ["2027-01-30", "2027-02-06"]
        assert [one["shift_id"] is None for one in shown["dates"]][7:9] == [False, True]
        assert shown["words_zh"] == "每周六 09:00–11:00"

    async def test_sign_up_opens_and_closes_before_the_start(self) -> None:
        await self.start(opens_hours_before=72, closes_minutes_before=30)
        first = (await self.shifts())[0]
        assert first.signup_opens_at == first.starts_at - timedelta(hours=72)
        assert first.signup_closes_at == first.starts_at - timedelta(minutes=30)

    async def test_a_night_across_new_year_is_one_shift(self) -> None:
        shown = await self.start(
            rule="FREQ=MONTHLY;BYMONTHDAY=31;COUNT=1", start_time="20:00", length_minutes=720
        )
        [shift] = await self.shifts()
        assert shift.ends_at.isoformat() == "2027-01-01T00:00:00+00:00"
        assert shown["words_zh"].endswith("共1次 20:00–次日08:00")

    async def test_residents_see_rule_and_next_date(self) -> None:
        await self.start()
        path = f"/v1/communities/{self.community}/activities"
        listed = (await self.http.get(path, headers=as_(self.reader))).json()["items"]
        assert [one["next_starts_at"] for one in listed] == ["2026-12-12T01:00:00Z"]
        assert [one["recurrence_zh"] for one in listed] == ["每周六 09:00–11:00"]
        assert [one["recurrence_en"] for one in listed] == ["Every Saturday, 09:00–11:00"]
        opened = await self.http.get(f"{path}/{self.activity.id}", headers=as_(self.reader))
        assert opened.json()["next_starts_at"] == "2026-12-12T01:00:00Z"
        assert opened.json()["recurrence_zh"] == "每周六 09:00–11:00"

    async def test_each_week_one_more_is_made_once(self) -> None:
        await self.start()
        await self.sweep(timedelta(days=7))
        await self.sweep(timedelta(days=7, hours=1))
        assert (await self.days())[-1] == date(2027, 2, 6)
        assert len(await self.shifts()) == 9

    async def test_the_next_date_is_made_however_far_it_is(self) -> None:
        await self.start(rule="FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1", first_day="2027-06-01")
        assert await self.days() == [date(2027, 6, 1)]
        await self.sweep(timedelta(days=180))
        assert await self.days() == [date(2027, 12, 1)]

    async def test_an_activity_recurs_by_one_rule(self) -> None:
        await self.start()
        again = await self.post(**series_body())
        assert (again.status_code, again.json()["code"]) == (409, "volunteering.series_exists")

    async def test_a_rule_without_a_date_to_come_is_refused(self) -> None:
        for rule in ("FREQ=WEEKLY;UNTIL=20261201", "FREQ=WEEKLY;COUNT=1"):
            refused = await self.post(**series_body(rule=rule, first_day="2026-11-07"))
            assert refused.json()["code"] == "volunteering.not_a_date"

    async def test_a_draft_gets_its_shifts_and_publishing_opens_them(self) -> None:
        self.activity = await an_activity(self.database, self.community)
        self.activity_path = f"/admin/v1/communities/{self.community}/activities/{self.activity.id}"
        await self.start()
        assert {one.is_published for one in await self.shifts()} == {False}
        await self.http.post(f"{self.activity_path}/publish", headers=as_admin(self.worker))
        assert {one.is_published for one in await self.shifts()} == {True}

    async def test_cancelling_the_activity_cancels_all_to_come_and_ends_the_series(self) -> None:
        await self.start()
        await self.http.post(
            f"{self.activity_path}/cancel", json={"reason": "停办"}, headers=as_admin(self.worker)
        )
        assert await self.days() == []
        await self.sweep(timedelta(days=8))
        assert await self.days() == []
        shown = await self.http.get(f"{self.activity_path}/series", headers=as_admin(self.worker))
        assert (shown.json()["status"], shown.json()["actions"]) == ("ended", [])

    async def test_a_date_is_skipped_with_a_message_and_not_made_again(self) -> None:
        await self.start()
        signup = await a_signup(self.database, (await self.shifts())[1])
        shown = await self.post("/skip", day="2026-12-19", reason="场地维修")
        assert shown.json()["dates"][1]["skip_reason"] == "场地维修"
        await self.sweep(timedelta(days=1))
        assert date(2026, 12, 19) not in await self.days()
        [(person, kind, variables)] = [
            one for one in await self.messages() if one[1] == "volunteering.shift_is_cancelled"
        ]
        assert (person, variables["reason"]) == (signup.participant_id, "场地维修")
        assert kind

    async def test_a_date_far_ahead_is_skipped_before_it_is_made(self) -> None:
        await self.start()
        assert (await self.post("/skip", day="2027-02-06", reason="春节")).status_code == 200
        await self.sweep(timedelta(days=14))
        assert (await self.days())[-1] == date(2027, 2, 13)
        assert date(2027, 2, 6) not in await self.days()

    async def test_a_skipped_date_comes_back_with_a_new_shift(self) -> None:
        await self.start()
        former = (await self.shifts())[1]
        await self.post("/skip", day="2026-12-19", reason="场地维修")
        assert (await self.post("/restore", day="2026-12-19")).status_code == 200
        assert await self.days() == [*SATURDAYS, date(2027, 1, 30)]
        assert former.id not in [one.id for one in await self.shifts() if one.status == "open"]
        twice = await self.post("/restore", day="2026-12-19")
        assert twice.json()["code"] == "volunteering.not_a_date"

    @pytest.mark.parametrize("day", ["2026-12-13", "2026-11-28"])
    async def test_what_is_no_date_to_come_is_not_skipped(self, day: str) -> None:
        await self.start(first_day="2026-11-07")
        refused = await self.post("/skip", day=day, reason="场地维修")
        assert refused.json()["code"] == "volunteering.not_a_date"

    async def test_holidays_are_skipped_where_it_is_asked_for_and_may_come_back(self) -> None:
        spring = {"rule": "FREQ=MONTHLY;BYDAY=1SA", "first_day": "2027-02-01"}
        shown = (await self.post("/preview", **series_body(skips_holidays=True, **spring))).json()
        assert shown["dates"][0]["skip_reason"] is not None
        made = await self.start(skips_holidays=True, weeks_ahead=26, **spring)
        assert (await self.days())[0] == date(2027, 3, 6)
        assert (made["dates"][0]["day"], made["dates"][0]["shift_id"]) == ("2027-02-06", None)
        assert made["dates"][0]["skip_reason"] == shown["dates"][0]["skip_reason"]
        await self.post("/restore", day="2027-02-06")
        assert (await self.days())[0] == date(2027, 2, 6)

    async def test_behind_a_holiday_the_next_date_is_made(self) -> None:
        await self.start(rule="FREQ=MONTHLY;BYDAY=1SA", first_day="2027-02-01", skips_holidays=True)
        assert await self.days() == [date(2027, 3, 6)]

    async def test_a_paused_series_makes_nothing_until_it_is_resumed(self) -> None:
        await self.start()
        assert (await self.post("/pause")).json()["actions"] == [
            *("revise", "resume", "end", "skip", "restore")
        ]
        await self.sweep(timedelta(days=15))
        assert (await self.days())[-1] == date(2027, 1, 30)
        with clock.frozen(NOW + timedelta(days=15)):
            assert (await self.post("/resume")).status_code == 200
        assert (await self.days())[-1] == date(2027, 2, 13)

    async def test_a_paused_series_is_not_completed(self) -> None:
        await self.start()
        await self.post("/pause")
        await self.sweep(timedelta(days=70))
        async with self.database.transaction() as session:
            stored = await session.get_one(Activity, (self.community, self.activity.id))
        assert stored.status == "published"

    async def test_a_series_that_is_used_up_ends_and_its_activity_is_completed(self) -> None:
        await self.start(rule="FREQ=WEEKLY;COUNT=2")
        assert await self.days() == [date(2026, 12, 12)]
        await self.sweep(timedelta(days=8))
        await self.sweep(timedelta(days=9))
        async with self.database.transaction() as session:
            stored = await session.get_one(Activity, (self.community, self.activity.id))
        assert (stored.status, stored.recurrence_zh) == ("completed", None)

    async def test_ended_it_keeps_what_is_made_or_cancels_what_is_later(self) -> None:
        await self.start()
        ended = await self.post("/end", reason="项目结束", last_day="2026-12-19")
        assert (ended.json()["status"], ended.json()["actions"]) == ("ended", [])
        assert await self.days() == SATURDAYS[:2]
        refused = await self.post("/skip", day="2026-12-12", reason="场地维修")
        assert refused.json()["code"] == "volunteering.series_wrong_state"

    async def test_another_time_moves_the_shifts_with_their_people(self) -> None:
        await self.start()
        signup = await a_signup(self.database, (await self.shifts())[2])
        answer = await self.change(start_time="14:00", from_day="2026-12-19")
        outcomes = [(one["day"], one["outcome"]) for one in answer.json()["changes"]]
        assert outcomes == [
            *((f"{day}", "moved") for day in SATURDAYS[1:]),
            ("2027-01-30", "moved"),
        ]
        starts = [clock.local(one.starts_at).hour for one in await self.shifts()]
        assert starts == [9] + [14] * 7
        [(person, kind, variables)] = await self.messages()
        assert (person, kind) == (signup.participant_id, "volunteering.shift_is_moved")
        assert variables["former"] == "2026-12-26T01:00:00+00:00/2026-12-26T03:00:00+00:00"
        assert variables["present"] == "2026-12-26T06:00:00+00:00/2026-12-26T08:00:00+00:00"
        async with self.database.transaction() as session:
            stored = await session.get_one(Signup, (self.community, signup.id))
        assert stored.status == "confirmed"

    async def test_another_rule_cancels_what_is_not_in_it_and_makes_the_rest(self) -> None:
        await self.start()
        signup = await a_signup(self.database, (await self.shifts())[1])
        answer = await self.change(rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", first_day="2026-12-12")
        outcomes = {one["day"]: one["outcome"] for one in answer.json()["changes"]}
        assert [outcomes[f"{day}"] for day in SATURDAYS] == [
            *("revised", "cancelled") * 3,
            "revised",
        ]
        assert await self.days() == SATURDAYS[::2]
        [(person, kind, variables)] = await self.messages()
        assert (person, kind) == (signup.participant_id, "volunteering.shift_is_cancelled")
        assert variables["reason"] == "场地调整"
        back = await self.change()
        outcomes = {one["day"]: one["outcome"] for one in back.json()["changes"]}
        assert outcomes["2026-12-19"] == "added"
        assert await self.days() == [*SATURDAYS, date(2027, 1, 30)]

    async def test_before_the_day_of_the_change_the_former_rule_holds(self) -> None:
        await self.start(weeks_ahead=1)
        await self.change(rule="FREQ=WEEKLY;BYDAY=SU", from_day="2027-01-01", weeks_ahead=1)
        assert await self.days() == [*SATURDAYS[:3], date(2027, 1, 3)]

    async def test_fewer_places_than_are_taken_are_refused_for_that_date_alone(self) -> None:
        await self.start()
        for _ in range(2):
            await a_signup(self.database, (await self.shifts())[1])
        answer = await self.change(roles=[{"capacity": 1}], start_time="10:00")
        changes = answer.json()["changes"]
        assert [(one["outcome"], one["code"]) for one in changes][:3] == [
            ("moved", None),
            ("refused", "capacity_taken"),
            ("moved", None),
        ]
        hours = [clock.local(one.starts_at).hour for one in await self.shifts()]
        assert hours[:3] == [10, 9, 10]
        assert [kind for _, kind, _ in await self.messages()] == []

    async def test_a_role_with_people_stays_and_may_be_renamed(self) -> None:
        await self.start(roles=[{"name": "引导", "capacity": 2}])
        shift = (await self.shifts())[0]
        path = f"/v1/communities/{self.community}/activities/{self.activity.id}"
        role = (await self.http.get(path, headers=as_(self.reader))).json()["shifts"][0]["roles"][0]
        signed_up = await self.http.post(
            f"/v1/communities/{self.community}/shifts/{shift.id}/signups",
            json={"is_risk_acknowledged": True, "role_id": role["id"]},
            headers=as_(self.reader, "sign-up-1"),
        )
        assert signed_up.status_code == 201
        gone = await self.change(roles=[{"name": "搬运", "capacity": 2}])
        assert gone.json()["changes"][0]["code"] == "volunteering.role_in_use"
        await self.change(roles=[{"name": "搬运", "former_name": "引导", "capacity": 2}])
        shown = (await self.http.get(path, headers=as_(self.reader))).json()["shifts"][0]["roles"]
        assert [(one["id"], one["name"]) for one in shown] == [(role["id"], "搬运")]

    async def test_what_staff_have_changed_by_itself_is_left_alone_unless_asked_for(self) -> None:
        await self.start()
        shift = (await self.shifts())[0]
        by_hand = {
            "starts_at": (shift.starts_at + timedelta(hours=1)).isoformat(),
            "ends_at": (shift.ends_at + timedelta(hours=1)).isoformat(),
            "roles": [{"capacity": 2}],
        }
        await self.http.put(
            f"/admin/v1/communities/{self.community}/shifts/{shift.id}",
            json=by_hand,
            headers=as_admin(self.worker) | {"If-Match": "*"},
        )
        left = (await self.change(start_time="14:00")).json()
        assert left["changes"][0]["outcome"] == "left_alone"
        assert left["dates"][0]["is_changed"] is True
        taken = (await self.change(start_time="14:00", takes_changed=True)).json()
        assert taken["changes"][0]["outcome"] == "moved"
        assert taken["dates"][0]["is_changed"] is False

    async def test_what_has_begun_is_never_touched(self) -> None:
        await self.start()
        first = (await self.shifts())[0]
        with clock.frozen(first.starts_at + timedelta(minutes=1)):
            answer = await self.change(start_time="14:00")
        assert answer.json()["changes"][0]["day"] == "2026-12-19"
        assert (await self.shifts())[0].starts_at == first.starts_at

    async def test_a_change_needs_the_present_version_and_a_near_day(self) -> None:
        await self.start()
        assert (await self.change(tag='"7"')).status_code == 412
        far = await self.change(from_day="2027-07-01")
        assert far.json()["code"] == "volunteering.change_too_far"

    async def test_years_of_dates_do_not_hide_the_next_ones(self) -> None:
        await self.start(rule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", weeks_ahead=26)
        assert len(await self.days()) == 59
        await self.sweep(timedelta(days=59))
        path = f"/v1/communities/{self.community}/activities/{self.activity.id}/shifts"
        shown = (await self.http.get(path, headers=as_(self.reader))).json()["items"]
        assert len(shown) == 100
        assert shown[-1]["id"] == str((await self.shifts())[-1].id)

    async def test_the_series_is_found_by_its_activity_alone(self) -> None:
        other = await an_activity(self.database, self.community)
        self.activity_path = f"/admin/v1/communities/{self.community}/activities/{other.id}"
        assert (await self.post("/pause")).status_code == 404
        async with self.database.transaction() as session:
            assert (await session.scalars(select(Series))).all() == []
            assert (await session.scalars(select(SeriesDate))).all() == []
