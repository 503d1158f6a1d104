"""Presences that change late: packets and corrections of the desk after the entry was recorded, and
scans of a clock that is far off."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Role
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.service_records.models import AnomalyKind, ServiceAnomaly, ServiceEntry
from app.worker import Worker
from tests.client import as_admin
from tests.factories import staff
from tests.service_records.scene import a_scan, a_scene

MINUTE = timedelta(minutes=1)


class Late:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.scene = await a_scene(http, database)
        self.me, self.signup = await self.scene.expected()
        self.start, self.end = self.scene.start, self.scene.end
        self.reviewer = await staff(database, self.scene.community, Role.COMMUNITY_ADMIN)

    async def came(self, minutes: int) -> None:
        """Checks in by the code, so many minutes after the start."""
        answer = await self.scene.check_in(self.me.user_id, self.start + minutes * MINUTE)
        assert answer.status_code == 201, answer.text

    async def upload(
        self, act: str, minutes: int, at: datetime, off: timedelta = 0 * MINUTE
    ) -> str:
        scan = a_scan(self.signup.id, self.start + minutes * MINUTE + off, act)
        answer = await self.scene.upload(self.scene.packet([scan], at + off), at)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["results"][0]["outcome"])

    async def sweep(self, after: timedelta = 5 * MINUTE) -> None:
        with clock.frozen(self.end + after):
            worker = Worker(self.scene.database)
            await worker.sweep()
            await worker.run_due()
            await worker.sweep()

    async def entries(self) -> list[ServiceEntry]:
        query = select(ServiceEntry).filter_by(community_id=self.scene.community)
        async with self.scene.database.transaction() as session:
            return list(await session.scalars(query.order_by(ServiceEntry.id)))

    async def shown(self) -> list[tuple[str, int]]:
        return [(entry.status, entry.minutes) for entry in await self.entries()]

    async def noted(self) -> dict[AnomalyKind, int]:
        query = select(ServiceAnomaly).filter_by(community_id=self.scene.community)
        async with self.scene.database.transaction() as session:
            return {one.kind: one.number for one in await session.scalars(query)}

    async def act(self, entry: ServiceEntry, verb: str, **body: Any) -> None:
        path = f"/admin{self.scene.here}/service-entries/{entry.id}/{verb}"
        with clock.frozen(self.end + 10 * MINUTE):
            headers = as_admin(self.reviewer, str(uuid7()))
            answer = await self.scene.http.post(path, json=body or None, headers=headers)
        assert answer.is_success, answer.text


class TestPacketAfterTheEntry(Late):
    async def test_an_earlier_check_in_loses_no_minutes(self) -> None:
        await self.came(60)
        await self.sweep()
        assert await self.shown() == [("recorded", 60)]
        assert await self.upload("check_in", 5, self.end + 30 * MINUTE) == "counted"
        await self.sweep(31 * MINUTE)
        assert await self.shown() == [("returned", 60), ("recorded", 115)]
        former, entry = await self.entries()
        assert (entry.corrects_id, entry.recorded_by) == (former.id, None)
        # The same packet again, and the same event again, change nothing.
        assert await self.upload("check_in", 5, self.end + 40 * MINUTE) == "known"
        await self.sweep(41 * MINUTE)
        assert len(await self.entries()) == 2

    async def test_a_check_out_leaves_no_more_than_was_served(self) -> None:
        await self.came(0)
        await self.sweep()
        assert await self.shown() == [("recorded", 120)]
        await self.upload("check_out", 30, self.end + 30 * MINUTE)
        await self.sweep(31 * MINUTE)
        assert await self.shown() == [("returned", 120), ("recorded", 30)]
        assert not (await self.entries())[1].is_closed_by_sweep

    async def test_a_presence_that_ended_before_the_start_leaves_nothing(self) -> None:
        await self.came(-30)
        await self.sweep()
        await self.upload("check_out", -10, self.end + 30 * MINUTE)
        await self.sweep(31 * MINUTE)
        assert await self.shown() == [("returned", 120)]
        assert AnomalyKind.OUTSIDE_OCCASION in await self.noted()

    async def test_what_was_returned_is_recorded_anew(self) -> None:
        await self.came(60)
        await self.sweep()
        await self.act((await self.entries())[0], "return", reason="来得更早，请上传离线签到")
        await self.upload("check_in", 5, self.end + 30 * MINUTE)
        await self.sweep(31 * MINUTE)
        assert await self.shown() == [("returned", 60), ("recorded", 115)]
        assert (await self.entries())[0].returned_by == self.reviewer

    async def test_what_was_reviewed_stays_and_is_noted_for_staff(self) -> None:
        await self.came(60)
        await self.sweep()
        await self.act((await self.entries())[0], "review")
        await self.upload("check_in", 5, self.end + 30 * MINUTE)
        await self.sweep(31 * MINUTE)
        assert await self.shown() == [("reviewed", 60)]
        assert (await self.noted())[AnomalyKind.CHANGED_LATER] == 115

    async def test_what_staff_have_corrected_stays_too(self) -> None:
        await self.came(60)
        await self.sweep()
        [entry] = await self.entries()
        await self.act(entry, "return", reason="中途离开")
        until = (self.end - 30 * MINUTE).isoformat()
        span = {"starts_at": entry.starts_at.isoformat(), "ends_at": until}
        await self.act(entry, "correct", reason="中途离开半小时", **span)
        await self.upload("check_in", 5, self.end + 30 * MINUTE)
        await self.sweep(31 * MINUTE)
        assert await self.shown() == [("returned", 60), ("recorded", 30)]
        assert (await self.noted())[AnomalyKind.CHANGED_LATER] == 115


class TestDoubtfulCheckOut(Late):
    async def test_the_check_in_counts_to_the_end_as_one_forgotten(self) -> None:
        await self.came(0)
        at, off = self.start + 60 * MINUTE, timedelta(days=1)
        assert await self.upload("check_out", 50, at, off) == "clock_doubt"
        await self.sweep()
        [entry] = await self.entries()
        assert (entry.minutes, entry.is_closed_by_sweep) == (120, True)
        assert {AnomalyKind.CLOCK_DOUBT, AnomalyKind.CLOSED_BY_SWEEP} == set(await self.noted())

    async def test_a_doubtful_check_in_makes_nothing(self) -> None:
        at, off = self.start + 60 * MINUTE, timedelta(days=-1)
        assert await self.upload("check_in", 0, at, off) == "clock_doubt"
        await self.sweep()
        assert await self.entries() == []


class TestMistakenCheckOut(Late):
    async def leave(self, minutes: int, **body: Any) -> Response:
        at = self.start + minutes * MINUTE
        return await self.scene.confirm(self.signup.id, at, "check-out", **body)

    async def enter(self, minutes: int, at: datetime, *, is_correction: bool = True) -> Response:
        body = {
            "at": (self.start + minutes * MINUTE).isoformat(),
            "witness": "王芳",
            "is_correction": is_correction,
        }
        path = f"/admin{self.scene.here}/attendances/{self.signup.id}/check-out"
        with clock.frozen(at):
            headers = as_admin(self.reviewer, str(uuid7()))
            return await self.scene.http.post(path, json=body, headers=headers)

    async def test_a_leader_says_so_until_the_end(self) -> None:
        await self.came(0)
        await self.leave(5)
        assert (await self.leave(90)).json()["code"] == "service_records.already_checked_out"
        assert (await self.leave(100, is_correction=True)).status_code == 200
        assert (await self.leave(120, is_correction=True)).status_code == 409
        await self.sweep()
        assert await self.shown() == [("recorded", 100)]

    async def test_what_the_person_said_is_for_the_desk(self) -> None:
        await self.came(0)
        await self.scene.check_out(self.me.user_id, self.signup.id, self.start + 5 * MINUTE)
        assert (await self.leave(100, is_correction=True)).status_code == 409
        await self.sweep()
        assert await self.shown() == [("recorded", 5)]
        later = self.end + 60 * MINUTE
        assert (await self.enter(110, later, is_correction=False)).status_code == 409
        assert (await self.enter(121, later)).status_code == 409
        assert (await self.enter(110, later)).json()["check_out_means"] == "desk"
        await self.sweep(61 * MINUTE)
        assert await self.shown() == [("returned", 5), ("recorded", 110)]
        # Who has entered it does not review it, and a packet does not undo it.
        path = f"/admin{self.scene.here}/service-entries/{(await self.entries())[1].id}/review"
        refused = await self.scene.http.post(path, headers=as_admin(self.reviewer, str(uuid7())))
        assert refused.json()["code"] == "communities.second_person_needed"
        assert await self.upload("check_out", 5, later) == "known"
