"""Service days of the community: everybody who serves is invited, and nobody has to come."""

from datetime import timedelta
from typing import Any

import pytest

from app.communities.models import Role
from app.double_reporting.models import DutyStatus, MemberRegistrationStatus, PostClaimStatus
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.service_records.models import AttendanceStatus, OccasionStatus
from tests.client import as_admin
from tests.double_reporting.duties import (
    SATURDAY,
    SERVICE_DAY,
    WITNESS,
    Duties,
    attendance_of,
    duties_of,
    sweep_at,
)
from tests.double_reporting.members import a_post, a_registration
from tests.factories import a_community, staff

S, D, A = PostClaimStatus, DutyStatus, AttendanceStatus


class ServiceDays(Duties):
    @pytest.fixture(autouse=True)
    async def without_dates(self, arrange: None) -> None:
        self.post = await a_post(self.database, self.community, places=9)

    async def announced(self, **body: Any) -> Any:
        answer = await self.desk("/service-days", SERVICE_DAY | body)
        assert answer.status_code == 201, answer.text
        return answer.json()

    async def revise(self, row: Any, **body: Any) -> Any:
        names = ("title", "description", "place", "time", "minutes")
        path = f"/admin{self.path('/service-days/')}{row['id']}"
        tag = f'"{row["version"]}"'
        headers = as_admin(self.party) | {"If-Match": tag}
        whole = {name: row[name] for name in names} | body
        return await self.http.put(path, json=whole, headers=headers)


class TestAnnounce(ServiceDays):
    async def test_who_may_not_is_told_in_order(self) -> None:
        path = f"/admin{self.path('/service-days')}"
        assert (await self.http.post(path, json=SERVICE_DAY)).status_code == 401
        elsewhere = await staff(self.database, await a_community(self.database), Role.PARTY_ADMIN)
        assert (await self.desk("/service-days", SERVICE_DAY, elsewhere)).status_code == 404
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.desk("/service-days", SERVICE_DAY, grid)).status_code == 403

    @pytest.mark.parametrize(
        "wrong",
        [
            {"rule": "FREQ=YEARLY"},
            {"time": "25:00"},
            {"minutes": 5},
            {"until_on": "2026-11-01"},
            {"place": ""},
            {"points": 5},
        ],
    )
    async def test_malformed_is_refused(self, wrong: dict[str, Any]) -> None:
        assert (await self.desk("/service-days", SERVICE_DAY | wrong)).status_code == 422

    async def test_it_is_shown_in_words_to_everybody(self) -> None:
        row = await self.announced()
        assert (row["rule_in_words"]["zh"], row["actions"]) == ("每月第一个周六", ["revise", "end"])
        [listed] = (await self.read("/service-days"))["items"]
        assert (listed["id"], listed["place"]) == (row["id"], "社区服务站门前")
        page = await self.read_as_staff("/service-days?status=open")
        assert (page["total"], page["items"]) == (1, [row])
        assert await self.read_as_staff(f"/service-days/{row['id']}") == row


class TestInvited(ServiceDays):
    async def test_everybody_who_serves_is_invited_members_and_others_alike(self) -> None:
        await self.announced()
        member = await self.another()
        await a_registration(self.database, member, uuid7(), MemberRegistrationStatus.ACTIVE)
        applicant, bystander = await self.another(), await self.another()
        for person in (self.me, member):
            await self.serve(person)
        await self.serve(applicant)
        await self.serve(bystander, status=S.APPROVED)
        await a_registration(self.database, bystander, uuid7(), MemberRegistrationStatus.ACTIVE)
        await self.sweep()
        for person in (self.me, member, applicant):
            assert await self.states(person) == [D.INVITED]
            assert await self.messages(person) == ["duty_invited"]
        assert await self.states(bystander) == []

    async def test_who_serves_twice_is_invited_once(self) -> None:
        await self.announced()
        await self.serve()
        other = await self.serve(post=await a_post(self.database, self.community))
        await self.sweep()
        await self.sweep(timedelta(hours=1))
        assert await self.states() == [D.INVITED]
        await self.desk(f"/claims/{other.id}/complete")
        await self.sweep(timedelta(hours=2))
        assert await self.states() == [D.INVITED]

    async def test_who_does_not_come_is_not_asked_again_for_another_post(self) -> None:
        await self.announced()
        await self.serve()
        await self.sweep()
        [duty] = await duties_of(self.database, self.me)
        await self.act(duty, "skip")
        await self.serve(post=await a_post(self.database, self.community))
        await self.sweep(timedelta(hours=1))
        assert await self.states() == [D.SKIPPED]

    async def test_the_end_of_the_last_service_ends_the_invitation(self) -> None:
        await self.announced()
        claim = await self.serve()
        await self.sweep()
        await self.desk(f"/claims/{claim.id}/complete")
        assert await self.states() == [D.RELEASED]

    async def test_who_begins_later_is_invited_too(self) -> None:
        await self.announced()
        await self.sweep()
        assert len(await self.days()) == 1
        await self.serve()
        await self.sweep(timedelta(hours=1))
        [duty] = await duties_of(self.database, self.me)
        assert (duty.starts_at, duty.status) == (SATURDAY, D.INVITED)

    async def test_it_is_accepted_once(self) -> None:
        duty = await self.invited()
        shown = await self.read(f"/duties/{duty.id}")
        assert (shown["title"], shown["place"]) == ("社区清洁日", "社区服务站门前")
        assert shown["actions"] == ["accept", "skip"]
        answer = await self.act(duty, "accept")
        assert (answer.status_code, answer.json()["status"]) == (200, "planned")
        assert answer.json()["actions"] == ["skip"]
        again = await self.act(duty, "accept")
        assert (again.status_code, again.json()["state"]) == (409, "planned")

    async def test_at_the_desk_they_are_told(self) -> None:
        duty = await self.invited()
        answer = await self.desk(f"/duties/{duty.id}/accept", WITNESS)
        assert answer.json()["status"] == "planned"
        assert sorted(await self.messages()) == ["desk_acted", "duty_invited"]

    async def test_an_invitation_is_never_skipped_late(self) -> None:
        duty = await self.invited()
        with clock.frozen(SATURDAY - timedelta(minutes=1)):
            answer = await self.act(duty, "skip")
        assert (answer.json()["status"], answer.json()["is_late_skip"]) == ("skipped", False)

    async def test_it_is_handed_to_nobody(self) -> None:
        duty = await self.invited()
        await self.act(duty, "accept")
        answer = await self.act(duty, "offer", body={})
        assert answer.json()["code"] == "double_reporting.duty_of_everybody"

    async def test_who_does_not_answer_was_not_absent(self) -> None:
        duty = await self.invited()
        await sweep_at(self.database, SATURDAY + timedelta(hours=2))
        assert (await self.states())[0] == D.RELEASED
        assert await attendance_of(self.database, duty) == A.RELEASED
        with clock.frozen(SATURDAY + timedelta(hours=2)):
            assert (await self.act(duty, "accept")).status_code == 409

    async def invited(self) -> Any:
        await self.announced()
        await self.serve()
        await self.sweep()
        return (await duties_of(self.database, self.me))[0]


class TestRevise(ServiceDays):
    async def test_a_new_time_moves_the_dates_and_asks_anew(self) -> None:
        row = await self.announced()
        await self.serve()
        await self.sweep()
        [duty] = await duties_of(self.database, self.me)
        await self.act(duty, "accept")
        assert await self.messages() == ["duty_invited"]
        answer = await self.revise(row, time="14:00")
        assert (answer.status_code, answer.json()["version"]) == (200, 2)
        [moved] = await duties_of(self.database, self.me)
        assert (moved.status, moved.starts_at) == (D.INVITED, SATURDAY + timedelta(hours=5))
        assert (await self.occasions())[0].starts_at == moved.starts_at
        assert await self.messages() == ["duty_day_moved", "duty_invited"]

    async def test_new_words_ask_nobody_and_are_shown(self) -> None:
        row = await self.announced()
        await self.serve()
        await self.sweep()
        [duty] = await duties_of(self.database, self.me)
        await self.act(duty, "accept")
        assert (await self.revise(row, title="清洁家园日")).status_code == 200
        assert await self.states() == [D.PLANNED]
        assert (await self.occasions())[0].title == "清洁家园日"
        assert await self.messages() == ["duty_invited"]

    async def test_its_dates_do_not_become_others(self) -> None:
        row = await self.announced()
        assert (await self.revise(row, rule="FREQ=WEEKLY;BYDAY=MO")).status_code == 422

    async def test_a_stale_version_is_refused(self) -> None:
        row = await self.announced()
        assert (await self.revise(row, time="14:00")).status_code == 200
        assert (await self.revise(row, time="15:00")).status_code == 412


class TestEnd(ServiceDays):
    async def test_its_dates_are_cancelled_and_people_are_told(self) -> None:
        row = await self.announced()
        await self.serve()
        await self.sweep()
        path = f"/service-days/{row['id']}/end"
        answer = await self.desk(path)
        assert (answer.json()["status"], answer.json()["actions"]) == ("ended", [])
        assert await self.states() == [D.RELEASED]
        assert (await self.occasions())[0].status == OccasionStatus.CANCELLED
        assert await self.messages() == ["duty_day_cancelled", "duty_invited"]
        await self.sweep(timedelta(days=40))
        assert len(await self.days()) == 1
        assert (await self.read("/service-days"))["items"] == []
        headers = as_admin(self.party, "desk-0002")
        again = await self.http.post(f"/admin{self.path(path)}", headers=headers)
        assert (again.status_code, again.json()["state"]) == (409, "ended")
