"""A duty is handed on: offered to one person or to all of the post, and taken over with consent."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from httpx import Response

from app.communities.models import Participant
from app.double_reporting.models import Duty, DutyStatus, PostClaimStatus
from app.kernel import clock
from app.service_records.models import Attendance, AttendanceStatus, CheckMeans
from tests.client import as_
from tests.double_reporting.duties import (
    FRIDAY,
    FRIDAYS,
    WITNESS,
    Duties,
    attendance_of,
    duties_of,
)
from tests.double_reporting.members import a_post
from tests.factories import a_person_without_phone

D, A = DutyStatus, AttendanceStatus


class Swaps(Duties):
    async def colleague(self) -> tuple[Duty, Participant]:
        """Returns my duty, and somebody of my post who has skipped theirs."""
        other = await self.another()
        await self.serve(other)
        duty = await self.served()
        skipped = (await duties_of(self.database, other))[0]
        assert (await self.act(skipped, "skip", other.user_id)).status_code == 200
        return duty, other

    async def offer(self, duty: Duty, **body: Any) -> Response:
        return await self.act(duty, "offer", body=body)

    async def take(self, duty: Duty, by: Participant) -> Response:
        return await self.act(duty, "take-over", by.user_id)


class TestOffer(Swaps):
    async def test_colleagues_who_are_free_are_named_by_nickname(self) -> None:
        duty, other = await self.colleague()
        await self.serve(await self.another(), status=PostClaimStatus.APPROVED)
        page = await self.read(f"/duties/{duty.id}/colleagues")
        assert page["items"] == [
            {"participant_id": str(other.id), "display_name": other.display_name}
        ]

    async def test_it_stays_mine_until_somebody_accepts(self) -> None:
        duty, other = await self.colleague()
        answer = await self.offer(duty)
        assert (answer.status_code, answer.json()["status"]) == (200, "planned")
        assert (answer.json()["is_offered"], answer.json()["offered_to"]) == (True, None)
        assert answer.json()["actions"] == ["skip", "withdraw_offer"]
        assert await attendance_of(self.database, duty) == A.EXPECTED
        assert await self.messages(other) == ["duty_offered"]
        [offered] = (await self.read("/duties/offered", other))["items"]
        assert (offered["id"], offered["offered_by"]) == (str(duty.id), self.me.display_name)
        assert offered["actions"] == ["take_over"]
        assert (await self.read("/duties/offered"))["items"] == []

    async def test_one_who_is_asked_is_the_only_one_asked(self) -> None:
        duty, other = await self.colleague()
        third = await self.another()
        await self.serve(third)
        assert (await self.offer(duty, to=str(third.id))).status_code == 200
        assert (await self.read("/duties/offered", other))["items"] == []
        refused = await self.take(duty, other)
        assert refused.json()["code"] == "double_reporting.duty_not_offered"
        assert await self.messages(other) == []
        assert await self.messages(third) == ["duty_offered"]

    async def test_nobody_outside_the_post_can_be_asked(self) -> None:
        duty, _ = await self.colleague()
        stranger = await self.another()
        for person in (stranger, self.me):
            answer = await self.offer(duty, to=str(person.id))
            assert answer.status_code == 422
        refused = await self.take(duty, stranger)
        assert refused.status_code == 404

    async def test_withdrawn_nobody_takes_it(self) -> None:
        duty, other = await self.colleague()
        await self.offer(duty)
        answer = await self.act(duty, "withdraw-offer")
        assert (answer.status_code, answer.json()["is_offered"]) == (200, False)
        again = await self.act(duty, "withdraw-offer")
        assert again.json()["code"] == "double_reporting.duty_not_offered"
        refused = await self.take(duty, other)
        assert (refused.status_code, refused.json()["code"]) == (
            409,
            "double_reporting.duty_not_offered",
        )

    async def test_not_from_the_start_on(self) -> None:
        duty, other = await self.colleague()
        await self.offer(duty)
        with clock.frozen(FRIDAY):
            assert (await self.offer(duty)).json()["code"] == "double_reporting.duty_started"
            refused = await self.take(duty, other)
            assert (await self.read("/duties/offered", other))["items"] == []
        assert refused.json()["code"] == "double_reporting.duty_started"

    async def test_at_the_desk_they_are_told(self) -> None:
        duty, other = await self.colleague()
        offered = await self.desk(f"/duties/{duty.id}/offer", WITNESS)
        assert offered.json()["is_offered"] is True
        body = WITNESS | {"on_behalf_of": str(other.id)}
        taken = await self.desk(f"/duties/{duty.id}/take-over", body)
        assert (taken.status_code, taken.json()["status"]) == (200, "planned")
        assert sorted(await self.messages()) == ["desk_acted", "duty_taken_over"]
        assert "desk_acted" in await self.messages(other)

    async def test_the_desk_does_not_put_it_on_who_does_not_serve(self) -> None:
        duty, _ = await self.colleague()
        await self.offer(duty)
        elder = await a_person_without_phone(self.database, self.community)
        body = WITNESS | {"on_behalf_of": str(elder.id)}
        assert (await self.desk(f"/duties/{duty.id}/take-over", body)).status_code == 404


class TestTakeOver(Swaps):
    async def test_who_accepts_is_expected_and_the_other_is_not(self) -> None:
        duty, other = await self.colleague()
        await self.offer(duty)
        answer = await self.take(duty, other)
        assert (answer.status_code, answer.json()["status"]) == (200, "planned")
        assert answer.json()["attendance_status"] == "expected"
        assert answer.json()["id"] != str(duty.id)
        assert await attendance_of(self.database, duty) == A.RELEASED
        assert (await self.states())[0] == D.SWAPPED
        assert sorted((await self.states(other))[:2]) == [D.PLANNED, D.SKIPPED]
        assert await self.messages() == ["duty_taken_over"]
        again = await self.take(duty, other)
        assert (again.status_code, again.json()["state"]) == (409, "swapped")
        await self.sweep(timedelta(hours=1))
        assert len(await self.states()) == 4

    async def test_who_has_not_been_asked_takes_nothing(self) -> None:
        """A duty goes to another one only where both have said so."""
        duty, other = await self.colleague()
        refused = await self.take(duty, other)
        assert refused.json()["code"] == "double_reporting.duty_not_offered"
        assert (await self.states())[0] == D.PLANNED

    async def test_not_oneself_nor_who_is_on_duty_that_day(self) -> None:
        duty, other = await self.colleague()
        third = await self.another()
        await self.serve(third)
        await self.sweep(timedelta(hours=1))
        await self.offer(duty)
        mine = await self.take(duty, self.me)
        assert mine.json()["code"] == "double_reporting.duty_not_offered"
        refused = await self.take(duty, third)
        assert refused.json()["code"] == "double_reporting.already_on_duty"
        assert (await self.take(duty, other)).status_code == 200

    async def test_not_who_serves_elsewhere_at_the_time(self) -> None:
        duty, other = await self.colleague()
        elsewhere = await a_post(self.database, self.community, rule=FRIDAYS)
        await self.serve(other, post=elsewhere)
        await self.sweep(timedelta(hours=1))
        await self.offer(duty)
        refused = await self.take(duty, other)
        assert (refused.status_code, refused.json()["code"]) == (
            409,
            "double_reporting.duties_overlap",
        )
        assert refused.json()["titles"] == ["夜间巡逻"]
        assert await attendance_of(self.database, duty) == A.EXPECTED

    async def test_not_who_is_blocked(self) -> None:
        duty, other = await self.colleague()
        await self.offer(duty)
        path = self.path("/participants/me/leave")
        await self.http.post(path, headers=as_(other.user_id))
        assert (await self.take(duty, other)).status_code == 403

    async def test_not_where_the_other_has_come_after_all(self) -> None:
        duty, other = await self.colleague()
        await self.offer(duty)
        async with self.database.transaction() as session:
            row = await session.get_one(Attendance, (self.community, duty.id))
            row.check_in(FRIDAY, CheckMeans.CODE)
        refused = await self.take(duty, other)
        assert refused.json()["code"] == "service_records.attendance_wrong_state"
        assert (await self.states(other)).count(D.PLANNED) == 3

    async def test_what_was_taken_over_can_be_skipped_and_handed_on(self) -> None:
        duty, other = await self.colleague()
        await self.offer(duty)
        await self.take(duty, other)
        taken = await self.taken_over(other)
        assert (await self.act(taken, "skip", other.user_id)).status_code == 200
        assert await attendance_of(self.database, taken) == A.RELEASED

    async def test_the_end_of_service_releases_it_too(self) -> None:
        other = await self.another()
        claim = await self.serve(other)
        duty = await self.served()
        skipped = (await duties_of(self.database, other))[0]
        await self.act(skipped, "skip", other.user_id)
        await self.offer(duty)
        await self.take(duty, other)
        taken = await self.taken_over(other)
        assert (await self.desk(f"/claims/{claim.id}/complete")).status_code == 200
        assert await attendance_of(self.database, taken) == A.RELEASED

    async def taken_over(self, person: Participant) -> Duty:
        rows: Sequence[Duty] = await duties_of(self.database, person)
        [taken] = [row for row in rows if row.taken_over_from is not None]
        return taken
