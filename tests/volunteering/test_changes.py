"""Changes of published activities and shifts: what is refused, who is told what, who is asked."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response

from app.communities.models import AgeBand, Participant
from app.kernel import clock
from app.kernel.database.engine import Database
from app.volunteering.models import Shift, Signup
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import (
    a_community,
    a_participant,
    a_role,
    a_shift,
    a_signup,
    an_activity,
    staff,
)
from tests.now import NOW

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
BODY: dict[str, Any] = {
    "title": "清扫楼道",
    "summary": "一起清扫三号楼的楼道",
    "category": "environment",
    "risk_statement": "户外活动，注意防滑",
    "organiser": "云桥社区居委会",
    "contact": "社区服务站窗口",
    "address": "3号楼前",
}


def _json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


class Changes:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.activity = await an_activity(database, self.community, published=True)
        self.shift = await a_shift(database, self.community, of=self.activity)
        self.me = await a_participant(database, self.community)
        self.mine = await a_signup(database, self.shift, self.me)
        self.here = f"/v1/communities/{self.community}"

    async def revise(self, **fields: Any) -> Response:
        return await self.http.put(
            f"/admin{self.here}/activities/{self.activity.id}",
            json=BODY | fields,
            headers=as_admin(self.worker) | {"If-Match": "*"},
        )

    async def move(self, shift: Shift | None = None, **fields: Any) -> Response:
        moved = shift or self.shift
        times = {
            "starts_at": moved.starts_at.isoformat(),
            "ends_at": moved.ends_at.isoformat(),
            "roles": [{"capacity": 1}],
        }
        return await self.http.put(
            f"/admin{self.here}/shifts/{moved.id}",
            json=times
            | {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in fields.items()},
            headers=as_admin(self.worker) | {"If-Match": "*"},
        )

    async def act(
        self, verb: str, signup: Signup | None = None, who: Participant | None = None, **body: Any
    ) -> Response:
        path = f"{self.here}/signups/{(signup or self.mine).id}/{verb}"
        who = who or self.me
        return await self.http.post(path, json=body or None, headers=as_(who.user_id))

    async def messages(self, who: Participant | None = None) -> list[tuple[str, str]]:
        """Kinds and bodies of the person's messages, oldest first, without reminders."""
        await Worker(self.database).run_once()
        answer = await self.http.get("/v1/me/inbox", headers=as_((who or self.me).user_id))
        items = reversed(answer.json()["items"])
        kinds = [(one["kind"].partition("."), one["body"]) for one in items]
        return [(kind, body) for (feature, _, kind), body in kinds if feature == "volunteering"]

    async def kinds(self, who: Participant | None = None) -> list[str]:
        return [kind for kind, _ in await self.messages(who)]

    async def signup(self, signup: Signup | None = None) -> Signup:
        async with self.database.transaction() as session:
            key = (self.community, (signup or self.mine).id)
            return await session.get_one(Signup, key, populate_existing=True)

    async def of_age(self, who: Participant, band: AgeBand | None) -> None:
        async with self.database.transaction() as session:
            row = await session.get_one(Participant, (self.community, who.id))
            row.age_band = band


class TestReviseActivity(Changes):
    async def test_what_publishing_refuses_every_later_change_refuses(self) -> None:
        cases: list[tuple[dict[str, Any], str]] = [
            ({"risk_level": "high"}, "insurance_missing"),
            ({"risk_level": "high", "is_insured": True, "age": "all"}, "adults_only_missing"),
            ({"risk_level": "high", "is_insured": True, "age": "from_14"}, "adults_only_missing"),
            ({"risk_statement": ""}, "risk_statement_missing"),
        ]
        for fields, code in cases:
            answer = await self.revise(**fields)
            assert (answer.status_code, answer.json()["code"]) == (409, f"volunteering.{code}")
        assert await self.messages() == []

    async def test_a_high_risk_is_for_adults_without_being_asked(self) -> None:
        answer = await self.revise(risk_level="high", is_insured=True)
        assert (answer.status_code, answer.json()["age"]) == (200, "adults")

    async def test_a_draft_may_be_incomplete_and_is_told_to_nobody(self) -> None:
        draft = await an_activity(self.database, self.community)
        self.activity = draft
        assert (await self.revise(risk_level="high", age="all")).status_code == 200
        path = f"/admin{self.here}/activities/{draft.id}/publish"
        refused = await self.http.post(path, headers=as_admin(self.worker))
        assert refused.json()["code"] == "volunteering.insurance_missing"

    async def test_it_is_not_published_for_a_day_that_is_over(self) -> None:
        old = await an_activity(self.database, self.community, starts_at=NOW - DAY)
        path = f"/admin{self.here}/activities/{old.id}/publish"
        refused = await self.http.post(path, headers=as_admin(self.worker))
        assert refused.json()["code"] == "volunteering.shifts_missing"

    async def test_another_place_is_told_and_leaving_is_free_for_a_day(self) -> None:
        with clock.frozen(NOW + DAY + HOUR):
            await self.revise(address="社区活动室")
            [(kind, body)] = await self.messages()
        assert kind == "activity_is_moved"
        assert "社区活动室" in body
        with clock.frozen(NOW + 2 * DAY - HOUR):
            left = await self.act("withdraw")
        assert left.json()["is_late_withdrawal"] is False

    async def test_other_words_for_the_risk_are_told(self) -> None:
        await self.revise(risk_statement="使用铁锹，注意安全")
        [(kind, body)] = await self.messages()
        assert kind == "risk_is_changed"
        assert "风险等级：低；未为志愿者投保。使用铁锹，注意安全" in body
        assert (await self.signup()).agree_by is None

    async def test_what_matters_to_nobody_is_not_told(self) -> None:
        await self.revise(title="清扫楼道和天台", summary="换个说法", needs_review=True)
        assert await self.messages() == []

    async def test_who_waits_and_who_is_under_review_is_told_too_and_who_has_left_is_not(
        self,
    ) -> None:
        waiting, gone = [await a_participant(self.database, self.community) for _ in range(2)]
        await a_signup(self.database, self.shift, waiting)
        left = await a_signup(self.database, self.shift, gone)
        await self.act("withdraw", left, gone)
        await self.revise(address="社区活动室")
        assert await self.kinds(waiting) == ["activity_is_moved"]
        assert await self.kinds(gone) == []

    async def test_one_message_to_who_comes_on_two_days(self) -> None:
        other = await a_shift(self.database, self.community, of=self.activity, starts_in=3 * DAY)
        await a_signup(self.database, other, self.me)
        await self.revise(address="社区活动室")
        assert await self.kinds() == ["activity_is_moved"]


class TestAgree(Changes):
    GROWN: dict[str, Any] = {"risk_level": "medium"}

    async def test_whatever_grows_is_asked(self) -> None:
        await self.revise(is_insured=True, audience="residents", age="adults")
        cases: list[dict[str, Any]] = [
            {"audience": "residents", "age": "adults"},
            {"is_insured": True, "age": "adults"},
            {"is_insured": True, "audience": "residents"},
            {"is_insured": True, "audience": "residents", "age": "adults", "risk_level": "medium"},
        ]
        for fields in cases:
            await self.revise(is_insured=True, audience="residents", age="adults")
            async with self.database.transaction() as session:
                (await session.get_one(Signup, (self.community, self.mine.id))).agree_by = None
            await self.revise(**fields)
            assert (await self.signup()).agree_by == NOW + DAY

    async def test_a_narrower_audience_and_a_lower_risk_are_not(self) -> None:
        await self.revise(audience="residents", age="adults", is_insured=True)
        assert (await self.signup()).agree_by is None

    async def test_it_says_to_what_and_until_when(self) -> None:
        await self.revise(risk_level="medium", risk_statement="爬梯作业")
        [(kind, body)] = await self.messages()
        assert kind == "agreement_asked"
        for words in ("参加对象：所有人", "风险等级：中", "爬梯作业", "12月6日12:00前"):
            assert words in body
        shown = await self.http.get(
            f"{self.here}/signups/{self.mine.id}", headers=as_(self.me.user_id)
        )
        assert shown.json()["agree_by"] == "2026-12-06T04:00:00Z"

    async def test_who_agrees_keeps_the_place(self) -> None:
        await self.revise(**self.GROWN)
        answer = await self.act("agree", is_risk_acknowledged=True)
        assert (answer.status_code, answer.json()["agree_by"]) == (200, None)
        with clock.frozen(NOW + DAY):
            await Worker(self.database).run_once()
        assert (await self.signup()).status == "confirmed"
        again = await self.act("agree", is_risk_acknowledged=True)
        assert again.json()["code"] == "volunteering.nothing_to_agree"

    async def test_agreeing_acknowledges_the_risks(self) -> None:
        await self.revise(**self.GROWN)
        bodies: list[dict[str, Any]] = [{}, {"is_risk_acknowledged": False}]
        for body in bodies:
            assert (await self.act("agree", **body)).status_code == 422

    async def test_a_neighbour_does_not_agree_for_me(self) -> None:
        neighbour = await a_participant(self.database, self.community)
        answer = await self.act("agree", who=neighbour, is_risk_acknowledged=True)
        assert answer.status_code == 404

    async def test_who_does_not_answer_gives_the_place_to_the_next(self) -> None:
        waiting = await a_participant(self.database, self.community)
        theirs = await a_signup(self.database, self.shift, waiting)
        await self.revise(**self.GROWN)
        await self.act("agree", theirs, waiting, is_risk_acknowledged=True)
        with clock.frozen(NOW + DAY - timedelta(seconds=1)):
            await Worker(self.database).run_once()
            assert (await self.signup()).status == "confirmed"
        with clock.frozen(NOW + DAY):
            await Worker(self.database).run_once()
            assert await self.kinds() == ["agreement_asked", "agreement_lapsed"]
            assert (await self.signup()).status == "lapsed"
            assert (await self.signup(theirs)).status == "offered"
            assert (await self.kinds(waiting))[-1] == "place_is_offered"

    async def test_a_shift_that_begins_before_that_is_agreed_to_until_it_begins(self) -> None:
        with clock.frozen(NOW + 2 * DAY - HOUR):
            await self.revise(**self.GROWN)
        assert (await self.signup()).agree_by == self.shift.starts_at

    async def test_who_is_not_known_to_be_adult_does_not_agree_to_a_high_risk(self) -> None:
        await self.revise(risk_level="high", is_insured=True)
        refused = await self.act("agree", is_risk_acknowledged=True)
        assert (refused.status_code, refused.json()["code"]) == (403, "volunteering.adults_only")
        await self.of_age(self.me, AgeBand.ADULT)
        assert (await self.act("agree", is_risk_acknowledged=True)).status_code == 200

    async def test_the_desk_agrees_for_who_says_so(self) -> None:
        await self.revise(**self.GROWN)
        body = {"is_risk_acknowledged": True, "witness": "王芳"}
        path = f"/admin{self.here}/signups/{self.mine.id}/agree"
        answer = await self.http.post(path, json=body, headers=as_admin(self.worker))
        assert (answer.status_code, answer.json()["agree_by"]) == (200, None)


class TestMoveShift(Changes):
    async def test_neither_into_the_past_nor_longer_than_a_day(self) -> None:
        start = self.shift.starts_at
        for starts_at in [NOW - HOUR, NOW]:
            answer = await self.move(starts_at=starts_at, ends_at=NOW + HOUR)
            assert (answer.status_code, answer.json()["code"]) == (
                422,
                "volunteering.shift_in_past",
            )
        longer = await self.move(ends_at=start + DAY + timedelta(seconds=1))
        assert (longer.status_code, longer.json()["code"]) == (422, "malformed")
        assert (await self.move(ends_at=start + DAY)).status_code == 200

    async def test_nor_is_one_added_there(self) -> None:
        path = f"/admin{self.here}/activities/{self.activity.id}/shifts"
        for starts_at, hours, code in [
            (NOW - HOUR, 2, "volunteering.shift_in_past"),
            (NOW + HOUR, 25, "malformed"),
        ]:
            body = {
                "starts_at": starts_at.isoformat(),
                "ends_at": (starts_at + hours * HOUR).isoformat(),
                "roles": [{"capacity": 1}],
            }
            headers = as_admin(self.worker, f"shift-in-past-{hours}")
            answer = await self.http.post(path, json=body, headers=headers)
            assert (answer.status_code, answer.json()["code"]) == (422, code)

    async def test_both_times_are_told_with_year_and_end(self) -> None:
        await self.move(starts_at=self.shift.starts_at + 21 * HOUR, ends_at=NOW + 3 * DAY)
        [(kind, body)] = await self.messages()
        assert kind == "shift_is_moved"
        assert "原为2026年12月7日12:00至14:00，现改为2026年12月8日09:00至12:00" in body

    async def test_two_moves_before_anybody_was_told_are_told_in_order(self) -> None:
        day = self.shift.starts_at
        await self.move(starts_at=day + HOUR, ends_at=day + 2 * HOUR)
        await self.move(starts_at=day + 3 * HOUR, ends_at=day + 4 * HOUR)
        first, second = [body for _, body in await self.messages()]
        assert "12:00至14:00，现改为2026年12月7日13:00至14:00" in first
        assert "13:00至14:00，现改为2026年12月7日15:00至16:00" in second

    async def test_the_deadline_for_leaving_counts_from_the_move(self) -> None:
        moved_at = NOW + DAY + HOUR
        with clock.frozen(moved_at):
            answer = await self.move(starts_at=NOW + 5 * HOUR + DAY, ends_at=NOW + 6 * HOUR + DAY)
        assert answer.json()["withdraw_until"] == "2026-12-06T09:00:00Z"
        with clock.frozen(moved_at + 3 * HOUR):
            left = await self.act("withdraw")
        assert left.json()["is_late_withdrawal"] is False

    async def test_and_a_later_change_of_places_does_not_take_it_back(self) -> None:
        with clock.frozen(NOW + DAY + 12 * HOUR):
            moved: dict[str, Any] = {
                "starts_at": NOW + 2 * DAY + 4 * HOUR,
                "ends_at": NOW + 2 * DAY + 6 * HOUR,
            }
            first = await self.move(**moved)
            again = await self.move(**moved, roles=[{"capacity": 3}])
        until = [answer.json()["withdraw_until"] for answer in (first, again)]
        assert until == ["2026-12-07T08:00:00Z"] * 2
        with clock.frozen(NOW + 2 * DAY):
            assert (await self.act("withdraw")).json()["is_late_withdrawal"] is False

    async def test_who_then_overlaps_is_told_and_leaves_either_without_a_mark(self) -> None:
        other = await a_shift(self.database, self.community, starts_in=5 * DAY)
        theirs = await a_signup(self.database, other, self.me)
        neighbour = await a_participant(self.database, self.community)
        await a_signup(self.database, self.shift, neighbour)
        await self.move(starts_at=other.starts_at + HOUR, ends_at=other.ends_at + HOUR)
        [(kind, body)] = await self.messages()
        assert kind == "shift_now_overlaps"
        assert "“清扫楼道”（2026年12月10日12:00至14:00）时间冲突" in body
        assert await self.kinds(neighbour) == ["shift_is_moved"]
        with clock.frozen(other.starts_at - HOUR):
            left = await self.act("withdraw", theirs)
        assert left.json()["is_late_withdrawal"] is False

    async def test_what_overlaps_no_more_is_late_as_ever(self) -> None:
        other = await a_shift(self.database, self.community, starts_in=5 * DAY)
        await a_signup(self.database, other, self.me)
        await self.move(starts_at=other.ends_at, ends_at=other.ends_at + HOUR)
        assert await self.kinds() == ["shift_is_moved"]
        with clock.frozen(other.ends_at - HOUR):
            assert (await self.act("withdraw")).json()["is_late_withdrawal"] is True


class TestTexts(Changes):
    async def test_one_shift_is_cancelled_and_not_the_activity(self) -> None:
        path = f"/admin{self.here}/shifts/{self.shift.id}/cancel"
        await self.http.post(path, json={"reason": "场地维修"}, headers=as_admin(self.worker))
        [(kind, body)] = await self.messages()
        assert kind == "shift_is_cancelled"
        assert "的班次已取消。原因：场地维修" in body

    async def test_the_activity_is_cancelled(self) -> None:
        path = f"/admin{self.here}/activities/{self.activity.id}/cancel"
        await self.http.post(path, json={"reason": "暴雨"}, headers=as_admin(self.worker))
        [(kind, body)] = await self.messages()
        assert kind == "activity_is_cancelled"
        assert "您报名的活动“清扫楼道”（12月7日12:00）已取消。原因：暴雨" in body

    async def test_more_places_are_not_somebody_s_leaving(self) -> None:
        waiting, next_one = [await a_participant(self.database, self.community) for _ in range(2)]
        await a_signup(self.database, self.shift, waiting)
        await a_signup(self.database, self.shift, next_one)
        await self.move(roles=[{"capacity": 2}])
        [(kind, body)] = await self.messages(waiting)
        assert kind == "added_place_offered"
        assert "增加了名额" in body
        assert "空出" not in body
        await self.act("withdraw")
        [(kind, body)] = await self.messages(next_one)
        assert kind == "place_is_offered"
        assert "有名额空出" in body

    async def test_who_waits_is_told_how_many_are_before_them(self) -> None:
        first, me = [await a_participant(self.database, self.community) for _ in range(2)]
        await a_signup(self.database, self.shift, first)
        await self.http.post(
            f"{self.here}/shifts/{self.shift.id}/signups",
            json={"is_risk_acknowledged": True},
            headers=as_(me.user_id, "sign-up-1"),
        )
        [(kind, body)] = await self.messages(me)
        assert kind == "signup_waitlisted"
        assert "前面还有1人" in body


class TestRoles(Changes):
    async def role_ids(self) -> dict[str, UUID]:
        path = f"/admin{self.here}/shifts/{self.shift.id}"
        shown = (await self.http.get(path, headers=as_admin(self.worker))).json()
        return {role["name"]: role["id"] for role in shown["roles"]}

    async def sign_up(self, who: Participant, role_id: object = None) -> Response:
        body = {"is_risk_acknowledged": True} | ({"role_id": str(role_id)} if role_id else {})
        path = f"{self.here}/shifts/{self.shift.id}/signups"
        return await self.http.post(path, json=body, headers=as_(who.user_id, f"role-{who.id}"))

    async def test_a_role_is_renamed_with_its_people_who_are_told(self) -> None:
        role = (await self.role_ids())[""]
        answer = await self.move(roles=[{"id": role, "name": "引导", "capacity": 1}])
        assert answer.status_code == 200
        [(kind, body)] = await self.messages()
        assert kind == "role_named"
        assert "现名为“引导”" in body
        assert str((await self.signup()).role_id) == role
        assert await self.role_ids() == {"引导": role}

    async def test_two_roles_swap_their_names(self) -> None:
        await a_role(self.database, self.shift, name="搬运")
        ids = await self.role_ids()
        swapped = [
            {"id": ids[""], "name": "搬运", "capacity": 1},
            {"id": ids["搬运"], "name": "引导", "capacity": 1},
        ]
        assert (await self.move(roles=swapped)).status_code == 200
        assert await self.role_ids() == {"搬运": ids[""], "引导": ids["搬运"]}

    async def test_an_id_of_another_shift_names_nothing(self) -> None:
        other = await a_shift(self.database, self.community, of=self.activity, starts_in=4 * DAY)
        role = await a_role(self.database, other, name="搬运")
        answer = await self.move(roles=[{"id": str(role.id), "name": "搬运", "capacity": 1}])
        assert answer.json()["code"] == "unknown_reference"
        twice = {"id": (await self.role_ids())[""], "capacity": 1}
        answer = await self.move(roles=[twice | {"name": "甲"}, twice | {"name": "乙"}])
        assert answer.status_code == 422

    async def test_a_closed_role_keeps_its_people_and_takes_no_more(self) -> None:
        waiting, late = [await a_participant(self.database, self.community) for _ in range(2)]
        theirs = await a_signup(self.database, self.shift, waiting)
        answer = await self.move(roles=[{"capacity": 2, "is_closed": True}])
        [role] = answer.json()["roles"]
        assert (role["is_closed"], role["remaining"]) == (True, 0)
        assert (await self.signup()).status == "confirmed"
        assert (await self.signup(theirs)).status == "lapsed"
        assert await self.kinds(waiting) == ["role_closed"]
        refused = await self.sign_up(late)
        assert (refused.status_code, refused.json()["code"]) == (409, "volunteering.role_closed")
        listed = await self.http.get(f"{self.here}/activities", headers=as_(late.user_id))
        [shown] = listed.json()["items"]
        assert (shown["capacity"], shown["remaining"]) == (0, 0)
        assert (await self.move(roles=[{"capacity": 2}])).status_code == 200
        assert (await self.sign_up(late)).status_code in {201, 409}

    async def test_nobody_under_review_is_approved_for_it(self) -> None:
        async with self.database.transaction() as session:
            row = await session.get_one(Shift, (self.community, self.shift.id))
            row.needs_review = True
        applicant = await a_participant(self.database, self.community)
        signup = (await self.sign_up(applicant)).json()
        await self.move(roles=[{"capacity": 2, "is_closed": True}])
        path = f"/admin{self.here}/signups/{signup['id']}/approve"
        refused = await self.http.post(path, headers=as_admin(self.worker))
        assert refused.json()["code"] == "volunteering.role_closed"


class TestAges(Changes):
    async def sign_up(self, limit: str, band: AgeBand | None, **desk: Any) -> Response:
        who = await a_participant(self.database, self.community)
        await self.of_age(who, band)
        activity = await an_activity(self.database, self.community, published=True)
        shift = await a_shift(self.database, self.community, of=activity)
        async with self.database.transaction() as session:
            (await session.get_one(Shift, (self.community, shift.id))).age = limit  # type: ignore[assignment]  # text as the API has it
        path, body = f"{self.here}/shifts/{shift.id}/signups", {"is_risk_acknowledged": True}
        if not desk:
            return await self.http.post(path, json=body, headers=as_(who.user_id, "age-sign-up"))
        body |= {"on_behalf_of": str(who.id), "witness": "王芳"} | desk
        headers = as_admin(self.worker, f"age-{who.id}")
        return await self.http.post(f"/admin{path}", json=body, headers=headers)

    async def test_each_limit_and_each_age(self) -> None:
        cases: list[tuple[str, AgeBand | None, str]] = [
            ("adults", None, "adults_only"),
            ("adults", AgeBand.FROM_14_TO_17, "adults_only"),
            ("adults", AgeBand.UNDER_14, "adults_only"),
            ("adults", AgeBand.ADULT, ""),
            ("from_14", None, ""),
            ("from_14", AgeBand.UNDER_14, "too_young"),
            ("from_14", AgeBand.FROM_14_TO_17, "guardian_needed"),
            ("from_14", AgeBand.ADULT, ""),
            ("all", None, ""),
            ("all", AgeBand.UNDER_14, "guardian_needed"),
            ("all", AgeBand.FROM_14_TO_17, "guardian_needed"),
            ("all", AgeBand.ADULT, ""),
        ]
        for limit, band, code in cases:
            answer = await self.sign_up(limit, band)
            expected = (403, f"volunteering.{code}") if code else (201, None)
            assert (answer.status_code, answer.json().get("code")) == expected

    async def test_a_guardian_agrees_at_the_desk_and_not_to_a_high_risk(self) -> None:
        minor = AgeBand.FROM_14_TO_17
        cases = [
            ("all", False, 403),
            ("all", True, 201),
            ("from_14", True, 201),
            ("adults", True, 403),
        ]
        for limit, has_consent, status in cases:
            answer = await self.sign_up(limit, minor, has_guardian_consent=has_consent)
            assert answer.status_code == status
