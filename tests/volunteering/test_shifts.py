"""/admin/v1/communities/{community_id}: shifts with their roles, and how residents see them."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Role
from app.kernel.database.engine import Database
from app.notifications.inbox import InboxMessage, content_of
from app.volunteering.models import Activity, Signup
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, a_shift, a_signup, an_activity, staff
from tests.now import NOW

STARTS = NOW + timedelta(days=3)


def shift_body(places: int = 2, **fields: Any) -> dict[str, Any]:
    return {
        "starts_at": STARTS.isoformat(),
        "ends_at": (STARTS + timedelta(hours=2)).isoformat(),
        "roles": [{"capacity": places}],
    } | fields


class TestShifts:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.activity = await an_activity(database, self.community, published=True)
        self.community_path = f"/admin/v1/communities/{self.community}"

    async def add(self, by: UUID | None, **fields: Any) -> Response:
        return await self.http.post(
            f"{self.community_path}/activities/{self.activity.id}/shifts",
            json=shift_body(**fields),
            headers=as_admin(by, "shift-001"),
        )

    async def revise(self, shift_id: object, tag: str = '"1"', **fields: Any) -> Response:
        return await self.http.put(
            f"{self.community_path}/shifts/{shift_id}",
            json=shift_body(**fields),
            headers=as_admin(self.worker) | {"If-Match": tag},
        )

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.add(by=None)).status_code == 401

    async def test_staff_of_another_community_find_nothing(self) -> None:
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.add(by=outsider)).status_code == 404

    async def test_a_grid_worker_may_not(self) -> None:
        grid_worker = await staff(self.database, self.community, role=Role.GRID_WORKER)
        assert (await self.add(by=grid_worker)).status_code == 403

    @pytest.mark.parametrize(
        "fields",
        [
            {"ends_at": STARTS.isoformat()},
            {"starts_at": 0},
            {"starts_at": "2026-12-08T12:00:00"},
            {"starts_at": "1700000000"},
            {"signup_opens_at": "0001-01-01T00:00:00Z"},
            {"roles": []},
            {"roles": [{"capacity": 0}]},
            {"roles": [{"capacity": 1}, {"capacity": 2}]},
            {"signup_closes_at": (STARTS + timedelta(hours=1)).isoformat()},
            {"withdraw_until": (STARTS + timedelta(hours=1)).isoformat()},
            {"signup_opens_at": STARTS.isoformat()},
        ],
    )
    async def test_times_and_places_that_make_no_sense_are_malformed(
        self, fields: dict[str, Any]
    ) -> None:
        assert (await self.add(self.worker, **fields)).status_code == 422

    async def test_a_cancelled_activity_gets_no_shift(self) -> None:
        async with self.database.transaction() as session:
            stored = await session.get_one(Activity, (self.community, self.activity.id))
            stored.cancel(NOW, "暴雨")
        assert (await self.add(self.worker)).json()["code"] == "volunteering.activity_wrong_state"

    async def test_it_is_added_with_sensible_times_and_residents_see_it(self) -> None:
        answer = await self.add(self.worker)
        shown = answer.json()
        assert answer.status_code == 201
        assert shown["signup_closes_at"] == shown["starts_at"] == "2026-12-08T04:00:00Z"
        assert shown["withdraw_until"] == "2026-12-07T04:00:00Z"
        assert shown["signup_opens_at"] == "2026-12-05T04:00:00Z"
        assert [(r["name"], r["remaining"]) for r in shown["roles"]] == [("", 2)]
        resident = await a_participant(self.database, self.community)
        seen = await self.http.get(
            f"/v1/communities/{self.community}/activities/{self.activity.id}/shifts",
            headers=as_(resident.user_id),
        )
        [item] = seen.json()["items"]
        assert {name: item[name] for name in shown if name != "actions"} == {
            name: value for name, value in shown.items() if name != "actions"
        }
        assert (shown["actions"], item["actions"]) == (["revise", "cancel"], ["sign_up"])

    async def test_the_activity_spans_its_shifts(self) -> None:
        await self.add(self.worker)
        async with self.database.transaction() as session:
            stored = await session.get_one(
                Activity, (self.community, self.activity.id), populate_existing=True
            )
        assert (stored.starts_at, stored.ends_at) == (STARTS, STARTS + timedelta(hours=2))

    async def test_a_sign_up_names_its_role_where_there_are_several(self) -> None:
        roles = [{"name": "引导", "capacity": 1}, {"name": "搬运", "capacity": 1}]
        shift = (await self.add(self.worker, roles=roles)).json()
        me = await a_participant(self.database, self.community)
        path = f"/v1/communities/{self.community}/shifts/{shift['id']}/signups"

        async def sign_up(key: str, **body: Any) -> Response:
            body = {"is_risk_acknowledged": True} | body
            return await self.http.post(path, json=body, headers=as_(me.user_id, key))

        assert (await sign_up("sign-up-1")).json()["code"] == "volunteering.role_missing"
        foreign = await sign_up("sign-up-2", role_id=str(me.id))
        assert foreign.json()["code"] == "unknown_reference"
        role = shift["roles"][0]["id"]
        assert (await sign_up("sign-up-3", role_id=role)).json()["role_id"] == role

    async def test_more_places_go_to_those_in_line_in_order(self) -> None:
        shift = await a_shift(self.database, self.community, of=self.activity)
        signups = [await a_signup(self.database, shift) for _ in range(4)]
        answer = await self.revise(shift.id, places=3)
        assert (answer.status_code, answer.json()["roles"][0]["remaining"]) == (200, 0)
        async with self.database.transaction() as session:
            statuses = [
                (await session.get_one(Signup, (self.community, s.id))).status for s in signups
            ]
        assert statuses == ["confirmed", "offered", "offered", "waitlisted"]

    async def test_fewer_places_than_are_taken_break_no_promise(self) -> None:
        shift = await a_shift(self.database, self.community, of=self.activity, places=2)
        for _ in range(2):
            await a_signup(self.database, shift)
        refused = await self.revise(shift.id, places=1)
        assert (refused.status_code, refused.json()["code"], refused.json()["taken"]) == (
            409,
            "capacity_taken",
            2,
        )

    async def test_a_role_for_which_somebody_signed_up_stays(self) -> None:
        shift = await a_shift(self.database, self.community, of=self.activity)
        await a_signup(self.database, shift)
        refused = await self.revise(shift.id, roles=[{"name": "搬运", "capacity": 1}])
        assert refused.json()["code"] == "volunteering.role_in_use"

    async def test_a_stale_version_is_refused(self) -> None:
        shift = await a_shift(self.database, self.community, of=self.activity)
        assert (await self.revise(shift.id, tag='"2"')).status_code == 412

    async def test_all_who_signed_up_are_told_of_another_time(self) -> None:
        shift = await a_shift(self.database, self.community, of=self.activity)
        signup = await a_signup(self.database, shift)
        await self.revise(shift.id)
        await Worker(self.database).run_due()
        async with self.database.transaction() as session:
            message = (await session.scalars(select(InboxMessage))).one()
        assert (message.participant_id, content_of(message).kind) == (
            signup.participant_id,
            "volunteering.shift_is_moved",
        )
        assert content_of(message).variables["starts_at"] == str(STARTS)

    async def test_one_shift_is_cancelled_and_the_activity_goes_on(self) -> None:
        shift = await a_shift(self.database, self.community, of=self.activity)
        other = await a_shift(self.database, self.community, of=self.activity)
        path = f"{self.community_path}/shifts/{shift.id}/cancel"
        answer = await self.http.post(
            path, json={"reason": "场地维修"}, headers=as_admin(self.worker)
        )
        assert (answer.status_code, answer.json()["status"]) == (200, "cancelled")
        again = await self.http.post(
            path, json={"reason": "场地维修"}, headers=as_admin(self.worker)
        )
        assert again.json()["code"] == "volunteering.shift_wrong_state"
        shown = await self.http.get(
            f"{self.community_path}/shifts/{other.id}", headers=as_admin(self.worker)
        )
        assert (shown.json()["status"], shown.headers["etag"]) == ("open", '"1"')
