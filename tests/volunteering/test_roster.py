"""POST /admin/v1/communities/{community_id}/shifts/{shift_id}/roster"""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response

from app.communities.models import Participant, PlaceKind, Role, ScopeKind
from app.identity.models import Administrator, Purpose, User
from app.kernel import clock
from app.kernel.database.engine import Database
from app.volunteering.models import Shift
from app.worker import Worker
from tests.audit import audited
from tests.client import as_, as_admin
from tests.factories import (
    a_claim,
    a_community,
    a_participant,
    a_place,
    a_shift,
    a_signup,
    consented,
    granted,
    saved,
    staff,
)
from tests.now import NOW

REASON = "活动当天点名"


class TestRoster:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.here = await a_community(database)
        self.worker = await staff(database, self.here)
        name = Administrator(
            user_id=self.worker, login_name="wangfang", name="王芳", created_at=NOW
        )
        await saved(database, name)
        self.building = await a_place(database, self.here, name="3栋")
        self.shift: Shift = await a_shift(database, self.here, places=9)

    async def resident(self, flat: str, name: str, phone: str | None = None) -> Participant:
        home = await a_place(
            self.database, self.here, name=flat, kind=PlaceKind.HOUSEHOLD, parent=self.building
        )
        person = await a_participant(self.database, self.here)
        await a_claim(self.database, person, home, real_name=name, approved=True)
        assert person.user_id is not None
        if phone is not None:
            await consented(self.database, person.user_id, Purpose.PHONE)
            async with self.database.transaction() as session:
                (await session.get_one(User, person.user_id)).phone = phone
        return person

    async def roster(self, by: UUID | None, shift: UUID | None = None, **body: Any) -> Response:
        path = f"/admin/v1/communities/{self.here}/shifts/{shift or self.shift.id}/roster"
        return await self.http.post(path, json={"reason": REASON} | body, headers=as_admin(by))

    async def work(self) -> None:
        worker = Worker(self.database)
        await worker.run_once()
        with clock.frozen(NOW + timedelta(minutes=2)):
            await worker.run_once()
            await worker.run_once()

    async def test_who_comes_is_shown_in_the_order_of_the_print_and_told_apart(self) -> None:
        """It was impossible to ring those who were expected."""
        people = [
            await self.resident("502", "李敏", "+8613800000001"),
            await self.resident("301", "李敏"),
            await a_participant(self.database, self.here),
        ]
        for person in people:
            await a_signup(self.database, self.shift, person)
        answer = (await self.roster(self.worker)).json()
        assert answer["shift_id"] == str(self.shift.id)
        rows = [
            (row["number"], row["real_name"], row["phone"], row["place_path"], row["status"])
            for row in answer["items"]
        ]
        assert rows == [
            (1, "李敏", None, "3栋 301", "confirmed"),
            (2, "李敏", "+8613800000001", "3栋 502", "confirmed"),
            (3, None, None, None, "confirmed"),
        ]
        assert answer["items"][0]["missing"] == [{"field": "phone", "because": "no_consent"}]
        assert answer["items"][2]["display_name"] == "秀英"

    async def test_only_who_has_a_place_stands_on_it(self) -> None:
        self.shift = await a_shift(self.database, self.here, places=1)
        first = await self.resident("502", "李敏")
        for person in (first, await self.resident("301", "王芳")):
            await a_signup(self.database, self.shift, person)
        [row] = (await self.roster(self.worker)).json()["items"]
        assert (row["participant_id"], row["role_name"]) == (str(first.id), "")

    async def test_it_is_one_reveal_and_each_person_is_told(self) -> None:
        people = [await self.resident(f"{n}01", "李敏") for n in range(3)]
        for person in people:
            await a_signup(self.database, self.shift, person)
        assert (await self.roster(self.worker)).status_code == 200
        [entry] = await audited(self.database)
        assert (entry.action, entry.subject_id) == ("contacts.revealed", self.shift.id)
        assert (entry.facts["reason"], entry.facts["people"]) == (REASON, "3")
        await self.work()
        for person in people:
            headers = as_(person.user_id)
            log = (await self.http.get("/v1/me/access-log", headers=headers)).json()["items"]
            [item] = log
            assert (item["who"], item["is_reading"]) == ("社区工作人员王芳", True)
            assert item["what"] == "因您的志愿活动“清扫楼道”报名查看了您的真实姓名、住址"
            inbox = (await self.http.get("/v1/me/inbox", headers=headers)).json()["items"]
            [message] = [one for one in inbox if one["kind"] == "privacy.data_seen"]
            assert message["body"].startswith("社区工作人员王芳因您的志愿活动“清扫楼道”报名于")
        left = [(await self.roster(self.worker)).status_code for _ in range(20)]
        assert left == [200] * 19 + [429]

    async def test_who_may_not(self) -> None:
        grid_worker = await granted(
            self.database, Role.GRID_WORKER, ScopeKind.PLACE, self.building.id, self.here
        )
        auditor = await staff(self.database, self.here, Role.AUDITOR)
        outsider = await staff(self.database, await a_community(self.database))
        refused = ((None, 401), (outsider, 404), (grid_worker, 403), (auditor, 403))
        for by, status in refused:
            assert (await self.roster(by)).status_code == status
        assert (await self.roster(self.worker, UUID(int=1))).status_code == 404
        assert (await self.roster(self.worker, reason="")).status_code == 422
        assert await audited(self.database) == []

    async def test_the_list_of_sign_ups_tells_two_of_one_name_apart(self) -> None:
        """Two rows were 秀英 and nothing else."""
        elsewhere = await a_place(self.database, self.here, name="9栋")
        first = await self.resident("502", "李敏")
        self.building = elsewhere
        for person in (first, await self.resident("301", "李敏")):
            await a_signup(self.database, self.shift, person)
        path = f"/admin/v1/communities/{self.here}/shifts/{self.shift.id}/signups"
        seen = {}
        for role in (Role.COMMUNITY_WORKER, Role.AUDITOR):
            by = await staff(self.database, self.here, role)
            items = (await self.http.get(path, headers=as_admin(by))).json()["items"]
            seen[role] = [(row["display_name"], row["real_name"], row["building"]) for row in items]
        assert seen == {
            Role.COMMUNITY_WORKER: [("秀英", "李**", "3栋"), ("秀英", "李**", "9栋")],
            Role.AUDITOR: [("秀英", None, None)] * 2,
        }
