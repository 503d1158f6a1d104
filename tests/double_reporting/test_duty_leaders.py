"""Leaders of posts and service days; who was only invited is not marked as absent; check-in at a
duty as at a shift; the next duty on the home screen."""

from datetime import timedelta
from typing import Any

import pytest
from httpx import Response

from app.communities.models import AgeBand, Participant, Role
from app.double_reporting.models import Duty, DutyStatus
from app.kernel import clock
from app.service_records.models import AttendanceStatus
from app.worker import Worker
from tests.client import as_, as_admin
from tests.double_reporting.duties import (
    FRIDAY,
    SATURDAY,
    SERVICE_DAY,
    WITNESS,
    Duties,
    attendance_of,
    duties_of,
)
from tests.factories import a_community, staff

A = AttendanceStatus


class Leaders(Duties):
    @pytest.fixture(autouse=True)
    async def an_adult(self, arrange: None) -> None:
        self.leader = await self.another()
        async with self.database.transaction() as session:
            row = await session.get_one(Participant, (self.community, self.leader.id))
            row.age_band = AgeBand.ADULT

    async def name(self, path: str, person: Participant | None = None) -> Response:
        body = {"participant_id": str((person or self.leader).id)}
        return await self.desk(f"{path}/leaders", body)

    async def announced(self) -> str:
        row = (await self.desk("/service-days", SERVICE_DAY)).json()
        return f"/service-days/{row['id']}"

    async def invited(self) -> tuple[str, Duty]:
        path = await self.announced()
        await self.serve()
        await self.sweep()
        [duty] = [
            one for one in await duties_of(self.database, self.me) if one.starts_at == SATURDAY
        ]
        return path, duty

    async def mark_absent(self, duty: Duty) -> Response:
        path = self.path(f"/attendances/{duty.id}/mark-absent")
        return await self.http.post(path, json={}, headers=as_(self.leader.user_id))

    async def led(self) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = (await self.read("/led-occasions", self.leader))["items"]
        return items


class TestLeaders(Leaders):
    async def test_of_a_post_or_a_service_day_they_lead_its_dates(self) -> None:
        path, _ = await self.invited()
        for of in (f"/posts/{self.post.id}", path):
            assert (await self.name(of)).status_code == 201
            [shown] = (await self.read_as_staff(f"{of}/leaders"))["items"]
            assert shown["participant_id"] == str(self.leader.id)
            again = await self.name(of)
            assert again.json()["code"] == "service_records.already_leader"
        assert len(await self.led()) == 5

    async def test_one_whose_age_nobody_knows_does_not_lead(self) -> None:
        refused = await self.name(f"/posts/{self.post.id}", self.me)
        assert refused.json()["code"] == "service_records.leader_not_adult"

    async def test_removed_they_lead_no_more(self) -> None:
        path, _ = await self.invited()
        await self.name(path)
        assert len(await self.led()) == 1
        rest = f"/admin{self.path(path)}/leaders/{self.leader.id}"
        answer = await self.http.delete(rest, headers=as_admin(self.party))
        assert answer.status_code == 204
        assert await self.led() == []

    async def test_others_may_not_name_them(self) -> None:
        path = await self.announced()
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        elsewhere = await staff(self.database, await a_community(self.database), Role.PARTY_ADMIN)
        body = {"participant_id": str(self.leader.id)}
        for of in (f"/posts/{self.post.id}", path):
            assert (await self.desk(f"{of}/leaders", body, grid)).status_code == 403
            assert (await self.desk(f"{of}/leaders", body, elsewhere)).status_code == 404

    async def test_not_of_what_is_over(self) -> None:
        path = await self.announced()
        await self.desk(f"{path}/end")
        await self.desk(f"/posts/{self.post.id}/close")
        for of in (f"/posts/{self.post.id}", path):
            assert (await self.name(of)).status_code == 409


class TestCheckIn(Leaders):
    async def test_a_leader_checks_in_at_a_duty_as_at_a_shift(self) -> None:
        await self.name(f"/posts/{self.post.id}")
        duty = await self.served()
        path = self.path(f"/attendances/{duty.id}/check-in")
        with clock.frozen(FRIDAY):
            answer = await self.http.post(path, json={}, headers=as_(self.leader.user_id))
            assert answer.status_code in (200, 201), answer.text
            shown = await self.read(f"/duties/{duty.id}")
        assert (shown["attendance_status"], shown["actions"]) == ("present", [])
        page = await self.read_as_staff(f"/duty-days/{duty.duty_day_id}")
        assert page["present"] == 1

    async def test_who_was_invited_just_comes(self) -> None:
        path, duty = await self.invited()
        await self.name(path)
        rest = self.path(f"/attendances/{duty.id}/check-in")
        with clock.frozen(SATURDAY):
            answer = await self.http.post(rest, json={}, headers=as_(self.leader.user_id))
        assert answer.status_code in (200, 201), answer.text
        assert await attendance_of(self.database, duty) == A.PRESENT


class TestAbsence(Leaders):
    async def test_who_was_only_invited_is_not_absent(self) -> None:
        path, duty = await self.invited()
        await self.name(path)
        with clock.frozen(SATURDAY + timedelta(hours=2)):
            refused = await self.mark_absent(duty)
            assert refused.json()["code"] == "service_records.nothing_promised"
            desk = await self.desk(f"/attendances/{duty.id}/mark-absent", WITNESS)
            assert desk.json()["code"] == "service_records.nothing_promised"
        assert await attendance_of(self.database, duty) == A.EXPECTED

    async def test_who_has_accepted_may_be(self) -> None:
        path, duty = await self.invited()
        await self.name(path)
        await self.act(duty, "accept")
        with clock.frozen(SATURDAY + timedelta(hours=2)):
            assert (await self.mark_absent(duty)).status_code == 200

    async def test_who_is_asked_anew_is_not(self) -> None:
        path, duty = await self.invited()
        await self.name(path)
        await self.act(duty, "accept")
        row = await self.read_as_staff(path)
        names = ("title", "description", "place", "minutes")
        body = {name: row[name] for name in names} | {"time": "09:30"}
        headers = as_admin(self.party) | {"If-Match": '"1"'}
        answer = await self.http.put(f"/admin{self.path(path)}", json=body, headers=headers)
        assert answer.status_code == 200, answer.text
        with clock.frozen(SATURDAY + timedelta(hours=3)):
            refused = await self.mark_absent(duty)
        assert refused.json()["code"] == "service_records.nothing_promised"

    async def test_who_was_only_invited_is_not_reminded(self) -> None:
        _, duty = await self.invited()
        with clock.frozen(SATURDAY - timedelta(hours=1)):
            worker = Worker(self.database)
            await worker.sweep()
            await worker.run_due()
            inbox = await self.http.get("/v1/me/inbox", headers=as_(self.me.user_id))
        titles = {item["subject"] and item["subject"]["id"] for item in inbox.json()["items"]}
        reminders = [one for one in inbox.json()["items"] if "社区清洁日" in one["body"]]
        assert [one["kind"] for one in reminders] == ["double_reporting.duty_invited"]
        assert str(duty.id) in titles


class TestHome(Leaders):
    async def home(self) -> Any:
        answer = await self.http.get("/v1/me/home", headers=as_(self.me.user_id))
        assert answer.status_code == 200, answer.text
        return answer.json()["next_duty"]

    async def test_it_shows_the_next_duty(self) -> None:
        assert await self.home() is None
        duty = await self.served()
        assert await self.home() == {
            "id": str(duty.id),
            "duty_day_id": str(duty.duty_day_id),
            "title": "夜间巡逻",
            "status": "planned",
            "starts_at": "2026-12-11T11:00:00Z",
            "ends_at": "2026-12-11T13:00:00Z",
        }
        await self.act(duty, "skip")
        shown = await self.home()
        assert shown["starts_at"] == "2026-12-18T11:00:00Z"
        with clock.frozen(FRIDAY + timedelta(weeks=1, hours=1)):
            assert await self.home() == shown

    async def test_an_invitation_is_shown_as_one(self) -> None:
        _, _ = await self.invited()
        with clock.frozen(SATURDAY - timedelta(hours=10)):
            assert (await self.home())["status"] == DutyStatus.INVITED
