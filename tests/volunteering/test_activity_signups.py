"""Signing up for several dates of an activity in one call, and withdrawing from them."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import ParticipantStatus, Role
from app.kernel import clock
from app.kernel.database.engine import Database
from app.service_records.models import Attendance
from app.volunteering.models import Shift, Signup
from tests.client import as_, as_admin
from tests.factories import (
    a_community,
    a_participant,
    a_role,
    a_shift,
    a_signup,
    an_activity,
    staff,
    the_role,
)
from tests.now import NOW


class TestManyDates:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_participant(database, self.community)
        self.activity = await an_activity(database, self.community, published=True)
        # Made in an order that is neither that of time nor that of ids.
        self.shifts = [await self.shift(days) for days in (4, 2, 3)]
        self.path = f"/v1/communities/{self.community}/activities/{self.activity.id}/signups"
        self.desk_path = f"/admin{self.path}"

    async def shift(self, days: float, places: int = 2, **more: Any) -> Shift:
        return await a_shift(
            self.database,
            self.community,
            of=self.activity,
            places=places,
            starts_in=timedelta(days=days),
            **more,
        )

    async def sign_up(
        self, *shifts: Shift | UUID, key: str = "dates-001", language: str = "", **more: Any
    ) -> Response:
        ids = [str(one.id if isinstance(one, Shift) else one) for one in shifts]
        body = {"is_risk_acknowledged": True} | ({"shift_ids": ids} if ids else {"all": True})
        headers = as_(self.me.user_id, key) | {"Accept-Language": language}
        return await self.http.post(self.path, json=body | more, headers=headers)

    async def withdraw(self, *shifts: Shift) -> Response:
        body = {"shift_ids": [str(one.id) for one in shifts]} if shifts else {"all": True}
        return await self.http.post(
            f"{self.path}/withdraw", json=body, headers=as_(self.me.user_id)
        )

    async def mine(self) -> list[Signup]:
        async with self.database.transaction() as session:
            query = select(Signup).filter_by(participant_id=self.me.id).order_by(Signup.id)
            return list(await session.scalars(query))

    async def test_anonymous_is_asked_to_log_in_and_strangers_to_join(self) -> None:
        body = {"is_risk_acknowledged": True, "all": True}
        assert (await self.http.post(self.path, json=body)).status_code == 401
        stranger = await a_participant(self.database, await a_community(self.database))
        answer = await self.http.post(self.path, json=body, headers=as_(stranger.user_id))
        assert answer.json()["code"] == "communities.not_a_participant"

    @pytest.mark.parametrize(
        "body",
        [
            {},
            {"all": True},
            {"is_risk_acknowledged": True},
            {"is_risk_acknowledged": True, "all": False},
            {"is_risk_acknowledged": True, "shift_ids": []},
            {"is_risk_acknowledged": True, "all": True, "shift_ids": [str(UUID(int=1))]},
            {"is_risk_acknowledged": True, "shift_ids": [str(UUID(int=n)) for n in range(61)]},
        ],
    )
    async def test_what_names_no_dates_or_too_many_is_malformed(self, body: Any) -> None:
        answer = await self.http.post(self.path, json=body, headers=as_(self.me.user_id))
        assert answer.status_code == 422

    async def test_all_dates_are_answered_the_soonest_first(self) -> None:
        items = (await self.sign_up()).json()["items"]
        by_time = sorted(self.shifts, key=lambda one: one.starts_at)
        assert [one["shift_id"] for one in items] == [str(one.id) for one in by_time]
        assert {one["signup"]["status"] for one in items} == {"confirmed"}
        assert {one["problem"] for one in items} == {None}
        assert [(await the_role(self.database, one)).taken for one in self.shifts] == [1, 1, 1]
        async with self.database.transaction() as session:
            expected = (await session.scalars(select(Attendance.id))).all()
        assert set(expected) == {one.id for one in await self.mine()}

    async def test_each_date_has_its_own_answer(self) -> None:
        full = await self.shift(5, places=1)
        await a_signup(self.database, full)
        reviewed = await self.shift(6, needs_review=True)
        closed = await self.shift(1 / 48)
        elsewhere = await a_shift(self.database, self.community, starts_in=timedelta(days=9))
        named = await self.shift(7)
        named_role = await a_role(self.database, named, name="引导")
        answer = await self.sign_up(full, reviewed, closed, elsewhere, uuid4(), self.shifts[0])
        assert answer.status_code == 200
        assert [
            one["signup"]["status"] if one["signup"] else one["problem"]["code"]
            for one in answer.json()["items"]
        ] == [
            "volunteering.signups_closed",
            "confirmed",
            "waitlisted",
            "pending_review",
            *["not_found"] * 2,
        ]
        assert named_role.taken == 0

    async def test_a_role_is_named_once_for_all(self) -> None:
        await a_role(self.database, self.shifts[0], name="引导")
        items = (await self.sign_up(role_name="引导")).json()["items"]
        assert [
            one["signup"]["status"] if one["signup"] else one["problem"]["code"] for one in items
        ] == ["volunteering.role_missing", "volunteering.role_missing", "confirmed"]

    async def test_of_two_that_overlap_the_earlier_is_taken(self) -> None:
        later = await self.shift(4 + 1 / 24)
        items = (await self.sign_up(later, self.shifts[0])).json()["items"]
        assert [one["shift_id"] for one in items] == [str(self.shifts[0].id), str(later.id)]
        assert items[0]["signup"]["status"] == "confirmed"
        assert items[1]["problem"]["code"] == "volunteering.shifts_overlap"
        assert len(await self.mine()) == 1

    async def test_the_earlier_that_is_refused_leaves_the_later_one(self) -> None:
        later = await self.shift(4 + 1 / 24)
        async with self.database.transaction() as session:
            stored = await session.get_one(Shift, (self.community, self.shifts[0].id))
            stored.signup_closes_at = NOW
        items = (await self.sign_up(later, self.shifts[0])).json()["items"]
        assert items[0]["problem"]["code"] == "volunteering.signups_closed"
        assert items[1]["signup"]["status"] == "confirmed"

    async def test_the_same_key_gives_the_same_answer_and_another_one_is_told(self) -> None:
        first = await self.sign_up()
        again = await self.sign_up()
        assert (again.content, again.headers["Idempotent-Replayed"]) == (first.content, "true")
        other = await self.sign_up(key="dates-002")
        codes = {one["problem"]["code"] for one in other.json()["items"]}
        assert codes == {"volunteering.already_signed_up"}
        assert len(await self.mine()) == 3

    async def test_a_shift_named_twice_is_answered_once(self) -> None:
        items = (await self.sign_up(self.shifts[0], self.shifts[0])).json()["items"]
        assert len(items) == len(await self.mine()) == 1

    async def test_problems_are_told_in_the_language_of_the_caller(self) -> None:
        chinese = (await self.sign_up(uuid4())).json()["items"][0]["problem"]
        assert (chinese["status"], chinese["title"]) == (404, "没有找到您要的内容")
        english = (await self.sign_up(uuid4(), key="dates-002", language="en")).json()
        assert english["items"][0]["problem"]["title"] == "Not found"

    async def test_who_is_blocked_gets_nothing(self) -> None:
        self.me = await a_participant(
            self.database, self.community, status=ParticipantStatus.BLOCKED
        )
        assert (await self.sign_up()).json()["code"] == "communities.participant_inactive"

    async def test_drafts_are_not_found(self) -> None:
        draft = await an_activity(self.database, self.community)
        self.path = f"/v1/communities/{self.community}/activities/{draft.id}/signups"
        assert (await self.sign_up()).status_code == 404

    async def test_withdrawal_from_some_and_from_all(self) -> None:
        await self.sign_up()
        waiting = await a_signup(self.database, self.shifts[1])
        third = await a_signup(self.database, self.shifts[1])
        items = (await self.withdraw(self.shifts[1])).json()["items"]
        assert [one["signup"]["status"] for one in items] == ["withdrawn"]
        assert waiting.id != third.id
        twice = (await self.withdraw(self.shifts[1])).json()["items"]
        assert [one["problem"]["code"] for one in twice] == ["not_found"]
        rest = (await self.withdraw()).json()["items"]
        assert [one["shift_id"] for one in rest] == [
            str(self.shifts[2].id),
            str(self.shifts[0].id),
        ]
        assert {one.status for one in await self.mine()} == {"withdrawn"}
        assert (await the_role(self.database, self.shifts[0])).taken == 0

    async def test_what_has_begun_is_refused_and_the_rest_withdrawn(self) -> None:
        await self.sign_up()
        with clock.frozen(self.shifts[1].starts_at):
            items = (await self.withdraw(*self.shifts)).json()["items"]
        assert items[0]["problem"]["code"] == "volunteering.shift_started"
        assert [one["signup"]["status"] for one in items[1:]] == ["withdrawn"] * 2

    async def test_nobody_withdraws_others(self) -> None:
        other = await a_signup(self.database, self.shifts[0])
        items = (await self.withdraw(self.shifts[0])).json()["items"]
        assert items[0]["problem"]["code"] == "not_found"
        async with self.database.transaction() as session:
            stored = await session.get_one(Signup, (self.community, other.id))
        assert stored.status == "confirmed"

    async def test_the_desk_signs_up_and_withdraws_for_a_resident(self) -> None:
        worker = await staff(self.database, self.community)
        entry = {"on_behalf_of": str(self.me.id), "witness": "赵云", "all": True}
        signed_up = await self.http.post(
            self.desk_path,
            json=entry | {"is_risk_acknowledged": True},
            headers=as_admin(worker, "desk-0001"),
        )
        assert [one["signup"]["status"] for one in signed_up.json()["items"]] == ["confirmed"] * 3
        assert {(one.entered_by, one.channel) for one in await self.mine()} == {(worker, "desk")}
        withdrawn = await self.http.post(
            f"{self.desk_path}/withdraw", json=entry, headers=as_admin(worker)
        )
        assert [one["signup"]["status"] for one in withdrawn.json()["items"]] == ["withdrawn"] * 3

    async def test_the_desk_needs_the_right_to_do_so_and_a_person(self) -> None:
        entry = {"on_behalf_of": str(uuid4()), "witness": "赵云", "all": True}
        body = entry | {"is_risk_acknowledged": True}
        auditor = await staff(self.database, self.community, role=Role.AUDITOR)
        worker = await staff(self.database, self.community)
        for path in (self.desk_path, f"{self.desk_path}/withdraw"):
            json = body if path == self.desk_path else entry
            refused = await self.http.post(path, json=json, headers=as_admin(auditor, "desk-0001"))
            assert refused.status_code == 403
            nobody = await self.http.post(path, json=json, headers=as_admin(worker, "desk-0002"))
            assert nobody.json()["code"] == "unknown_reference"
