"""POST /v1/communities/{community_id}/check-in-packets: scans made without network."""

from datetime import datetime, timedelta
from itertools import permutations
from typing import Any
from uuid import uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import update

from app.kernel import clock
from app.kernel.database.engine import Database
from app.service_records.check_ins.sweeps import SWEEPS
from app.service_records.models import Attendance, AttendanceStatus, Occasion
from app.worker import Worker
from tests.factories import a_participant, a_signup
from tests.service_records.rows import a_leader
from tests.service_records.scene import a_scan, a_scene, personal_code_of

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


class TestPacket:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.scene = await a_scene(http, database)
        self.me, self.signup = await self.scene.expected()
        self.start, self.end = self.scene.start, self.scene.end
        self.sent_at = self.end + 60 * MINUTE

    async def upload(
        self,
        *scans: dict[str, Any],
        clock_is: timedelta = timedelta(0),
        sent_at: datetime | None = None,
    ) -> list[str]:
        """Uploads scans of a phone whose clock is ahead by `clock_is`; returns the outcomes."""
        at = sent_at or self.sent_at
        off = [scan | {"at": self.moved(scan["at"], clock_is)} for scan in scans]
        answer = await self.scene.upload(self.scene.packet(off, at + clock_is), at)
        assert answer.status_code == 200, answer.text
        return [result["outcome"] for result in answer.json()["results"]]

    def moved(self, at: str, by: timedelta) -> str:
        return (datetime.fromisoformat(at) + by).isoformat()

    async def presence(self) -> tuple[str, datetime | None, datetime | None]:
        stored = await self.scene.attendance(self.signup)
        return stored.status, stored.checked_in_at, stored.checked_out_at

    def came(self, minutes: int) -> dict[str, Any]:
        return a_scan(self.signup.id, self.start + minutes * MINUTE)

    def left(self, minutes: int) -> dict[str, Any]:
        return a_scan(self.signup.id, self.start + minutes * MINUTE, "check_out")

    async def test_scans_and_ticks_become_presence(self) -> None:
        at = self.start + 5 * MINUTE
        scan = a_scan(personal_code_of(self.signup.id, at), at)
        assert await self.upload(scan, self.left(90)) == ["counted", "counted"]
        stored = await self.scene.attendance(self.signup)
        assert (stored.check_in_means, stored.checked_in_by) == ("packet", self.scene.leader.id)
        assert await self.presence() == ("left", at, self.start + 90 * MINUTE)

    async def test_sent_again_it_changes_nothing(self) -> None:
        packet = self.scene.packet([self.came(1), self.left(60)], self.sent_at)
        first = await self.scene.upload(packet, self.sent_at)
        before = await self.presence()
        again = await self.scene.upload(packet, self.sent_at + MINUTE)
        assert [one["outcome"] for one in first.json()["results"]] == ["counted", "counted"]
        assert [one["outcome"] for one in again.json()["results"]] == ["known", "known"]
        assert await self.presence() == before

    async def test_the_earliest_scan_counts_in_every_order_of_packets(self) -> None:
        """Two phones: each has scanned the coming and the going."""
        scans = [self.came(3), self.came(1), self.left(70), self.left(65)]
        for order in permutations(scans):
            self.me, self.signup = await self.scene.expected()
            for scan in order:
                await self.upload(scan | {"scanned": str(self.signup.id)})
            assert await self.presence() == (
                "left",
                self.start + MINUTE,
                self.start + 65 * MINUTE,
            )

    async def test_two_phones_of_two_leaders_make_one_attendance(self) -> None:
        second = await a_participant(self.scene.database, self.scene.community)
        activity = self.scene.shift.activity_id
        await a_leader(self.scene.database, self.scene.community, activity, second.id)
        packets = [
            self.scene.packet([self.came(4)], self.sent_at),
            self.scene.packet([self.came(2), self.left(50)], self.sent_at, leader=second.id),
        ]
        for packet, by in zip(packets, (self.scene.leader, second), strict=True):
            assert (await self.scene.upload(packet, self.sent_at, by.user_id)).status_code == 200
        assert await self.presence() == (
            "left",
            self.start + 2 * MINUTE,
            self.start + 50 * MINUTE,
        )
        assert (await self.scene.attendance(self.signup)).checked_in_by == second.id

    async def test_an_earlier_scan_counts_before_a_check_in_by_code(self) -> None:
        await self.scene.check_in(self.me.user_id, self.start + 10 * MINUTE)
        assert await self.upload(self.came(2), sent_at=self.start + 20 * MINUTE) == ["counted"]
        assert await self.presence() == ("present", self.start + 2 * MINUTE, None)

    @pytest.mark.parametrize("minutes", [-5, 5])
    async def test_a_clock_off_by_five_minutes_loses_nothing(self, minutes: int) -> None:
        off = minutes * MINUTE
        scans = (self.came(-30), self.left(120))
        assert await self.upload(*scans, clock_is=off) == ["counted", "counted"]
        assert await self.presence() == ("left", self.start - 30 * MINUTE, self.end)

    async def test_a_personal_code_is_good_although_both_clocks_are_off(self) -> None:
        at = self.start + 5 * MINUTE
        shown = personal_code_of(self.signup.id, at - 5 * MINUTE)
        assert await self.upload(a_scan(shown, at), clock_is=5 * MINUTE) == ["counted"]

    @pytest.mark.parametrize("days", [-1, 1])
    async def test_a_clock_off_by_a_day_is_flagged_and_counts_nothing(self, days: int) -> None:
        outcomes = await self.upload(self.came(1), self.left(60), clock_is=days * DAY)
        assert outcomes == ["clock_doubt", "clock_doubt"]
        assert await self.presence() == ("expected", None, None)
        assert (await self.scene.attendance(self.signup)).has_clock_doubt
        # What shows the presence otherwise outweighs it.
        await self.upload(self.came(1))
        assert not (await self.scene.attendance(self.signup)).has_clock_doubt

    async def test_a_clock_that_was_set_between_is_doubted_too(self) -> None:
        assert await self.upload(self.came(-24 * 60), self.came(24 * 60)) == ["clock_doubt"] * 2
        assert (await self.scene.attendance(self.signup)).has_clock_doubt

    async def test_scans_outside_of_the_occasion_do_not_count(self) -> None:
        assert await self.upload(self.came(-31), self.came(120)) == ["too_early", "too_late"]
        assert (await self.presence())[0] == "expected"

    async def test_a_moved_occasion_judges_as_it_stands(self) -> None:
        await self.change(
            Occasion,
            starts_at=self.start + 60 * MINUTE,
            ends_at=self.end + 60 * MINUTE,
        )
        assert await self.upload(self.came(20), self.came(40)) == ["too_early", "counted"]

    async def test_a_scan_of_a_check_out_replaces_the_end(self) -> None:
        await self.scene.check_in(self.me.user_id, self.start)
        with clock.frozen(self.end + MINUTE):
            await Worker(self.scene.database, sweeps=SWEEPS).sweep()
        assert (await self.scene.attendance(self.signup)).is_closed_by_sweep
        assert await self.upload(self.left(30)) == ["counted"]
        stored = await self.scene.attendance(self.signup)
        assert (stored.checked_out_at, stored.is_closed_by_sweep) == (
            self.start + 30 * MINUTE,
            False,
        )

    async def test_what_does_not_count_is_answered_scan_by_scan(self) -> None:
        own = await a_signup(self.scene.database, self.scene.shift, self.scene.leader)
        other = await a_scene(self.scene.http, self.scene.database)
        _, elsewhere = await other.expected()
        at = self.start
        wrong = personal_code_of(self.signup.id, at - 60 * MINUTE)
        scans = [
            a_scan(own.id, at),
            a_scan(elsewhere.id, at),
            a_scan(uuid4(), at),
            a_scan("no code", at),
            a_scan(wrong, at),
            a_scan(self.signup.id, at),
        ]
        assert await self.upload(*scans) == [
            *("own", "not_expected", "not_expected", "code_wrong", "code_wrong", "counted"),
        ]

    async def test_released_and_absent_people_are_left_as_they_are(self) -> None:
        for status, outcome in (("released", "not_expected"), ("absent", "marked_absent")):
            await self.change(Attendance, status=status)
            assert await self.upload(self.came(1)) == [outcome]
            assert (await self.presence())[0] == status
        await self.change(Occasion, status="cancelled")
        await self.change(Attendance, status="released")
        assert await self.upload(self.came(1)) == ["cancelled"]

    async def test_what_the_desk_has_entered_stays(self) -> None:
        await self.change(
            Attendance,
            **{
                "status": AttendanceStatus.PRESENT,
                "checked_in_at": self.start + 20 * MINUTE,
                "check_in_means": "desk",
            },
        )
        assert await self.upload(self.came(1)) == ["known"]

    async def change(self, model: type[Attendance] | type[Occasion], **values: object) -> None:
        async with self.scene.database.transaction() as session:
            await session.execute(
                update(model).filter_by(community_id=self.scene.community).values(values)
            )


class TestPacketKey:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.scene = await a_scene(http, database)
        self.me, self.signup = await self.scene.expected()
        self.at = self.scene.end
        self.scans = [a_scan(self.signup.id, self.scene.start)]

    async def refusal(self, packet: dict[str, Any], **how: Any) -> tuple[int, str]:
        answer: Response = await self.scene.upload(packet, how.pop("at", self.at), **how)
        return answer.status_code, answer.json()["code"]

    async def test_the_key_of_the_leader_signs(self) -> None:
        path = f"occasions/{self.scene.shift.id}/packet-key"
        for at in (self.scene.start - DAY - MINUTE, self.scene.end + DAY):
            early = await self.scene.get(self.scene.leader.user_id, path, at)
            assert early.json()["code"] == "service_records.packet_key_not_open"
        assert (await self.scene.get(self.me.user_id, path, self.at)).status_code == 403
        given = (
            await self.scene.get(self.scene.leader.user_id, path, self.scene.start - DAY)
        ).json()
        assert given["leader_id"] == str(self.scene.leader.id)
        expires_at = datetime.fromisoformat(given["key_expires_at"])
        assert expires_at == self.scene.end + DAY
        packet = self.scene.packet(self.scans, self.at, expires_at=expires_at)
        assert (await self.scene.upload(packet, self.at)).status_code == 200

    async def test_what_is_changed_after_signing_is_refused(self) -> None:
        packet = self.scene.packet(self.scans, self.at)
        later = (self.scene.end + 5 * DAY).isoformat()
        changes: list[dict[str, Any]] = [
            {"signature": "0" * 64},
            {"uploaded_at": later},
            {"key_expires_at": later},
            {"leader_id": str(self.me.id)},
            {"scans": [a_scan(self.signup.id, self.scene.start - MINUTE)]},
            {"scans": [a_scan(self.signup.id, self.scene.start, "check_out")]},
        ]
        for change in changes:
            assert await self.refusal(packet | change) == (
                422,
                "service_records.packet_signature_wrong",
            )
        stored = await self.scene.attendance(self.signup)
        assert stored.status is AttendanceStatus.EXPECTED

    async def test_a_key_of_another_leader_or_occasion_does_not_sign(self) -> None:
        other = await a_scene(self.scene.http, self.scene.database)
        forged = "service_records.packet_signature_wrong"
        packet = self.scene.packet(self.scans, self.at, leader=other.leader.id)
        assert (await self.refusal(packet | {"leader_id": str(self.scene.leader.id)}))[1] == forged

    async def test_a_key_expires(self) -> None:
        packet = self.scene.packet(self.scans, self.at)
        expired = await self.refusal(packet, at=self.scene.end + DAY)
        assert expired == (409, "service_records.packet_key_expired")

    async def test_who_does_not_lead_uploads_nothing(self) -> None:
        packet = self.scene.packet(self.scans, self.at)
        assert await self.refusal(packet, by=self.me.user_id) == (403, "forbidden")
        unknown = await self.refusal(packet | {"occasion_id": str(uuid4())})
        assert unknown == (422, "unknown_reference")
