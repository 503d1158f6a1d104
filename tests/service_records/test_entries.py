"""Service entries from a presence to confirmed minutes, for residents, leaders and staff."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Participant, Role
from app.identity.another_person import record_equipment
from app.identity.models import EquipmentKind
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.kernel.jobs.events import emit
from app.service_records.entries.queries import confirmed_entries, confirmed_minutes
from app.service_records.events import AttendanceLeft
from app.service_records.models import (
    Attendance,
    AttendanceStatus,
    CheckMeans,
    EntryObjection,
    EntryStatus,
    Occasion,
    OccasionKind,
    PendingEntry,
    ServiceEntry,
)
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, staff
from tests.now import NOW
from tests.service_records.entries import an_entry, an_occasion, put
from tests.service_records.rows import a_leader

REASON = {"reason": "与活动照片不符"}


def a_presence(
    occasion: Occasion,
    person: Participant,
    *,
    first: timedelta = timedelta(0),
    last: timedelta = timedelta(0),
    means: CheckMeans = CheckMeans.CODE,
    by: UUID | None = None,
    **columns: Any,
) -> Attendance:
    """Makes an attendance that came `first` after the start and left `last` after the end."""
    attendance = Attendance(
        community_id=occasion.community_id,
        id=uuid7(),
        occasion_id=occasion.id,
        participant_id=person.id,
        status=AttendanceStatus.EXPECTED,
        checked_in_at=occasion.starts_at + first,
        check_in_means=means,
        checked_in_by=by,
        checked_out_at=occasion.ends_at + last,
        check_out_means=means,
        checked_out_by=by,
        **columns,
    )
    put(attendance, AttendanceStatus.LEFT)
    return attendance


class Entries:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.person = await a_participant(database, self.community)
        self.neighbour = await a_participant(database, self.community)
        self.worker = await staff(database, self.community, Role.COMMUNITY_ADMIN)
        self.second = await staff(database, self.community, Role.COMMUNITY_ADMIN)
        self.path = f"/v1/communities/{self.community}/service-entries"

    async def left(self, *attendances: Attendance, at: timedelta = timedelta(0)) -> None:
        """Saves the presences, tells that they have ended, and lets the worker record them."""
        async with self.database.transaction() as session:
            session.add_all(attendances)
        async with self.database.transaction() as session:
            for one in attendances:
                emit(session, self.community, AttendanceLeft(attendance_id=one.id))
        with clock.frozen(clock.now() + at):
            await Worker(self.database).run_due()

    async def rows(self) -> list[ServiceEntry]:
        query = select(ServiceEntry).filter_by(community_id=self.community)
        async with self.database.transaction() as session:
            return list(await session.scalars(query.order_by(ServiceEntry.id)))

    async def act(
        self, entry: ServiceEntry, verb: str, by: UUID, body: dict[str, Any] | None = None
    ) -> Response:
        path = f"/admin{self.path}/{entry.id}/{verb}"
        return await self.http.post(path, json=body, headers=as_admin(by, str(uuid7())))

    async def of_worker(self) -> Participant:
        """Makes a participant of the worker's own account."""
        person = await a_participant(self.database, self.community)
        async with self.database.transaction() as session:
            session.add(person)
            person.user_id = self.worker
        return person

    async def in_days(self, days: int) -> None:
        """Lets the sweeps run so many days later."""
        with clock.frozen(clock.now() + timedelta(days=days)):
            await Worker(self.database).sweep()
            await Worker(self.database).run_due()

    async def inbox(self, person: Participant) -> list[str]:
        await Worker(self.database).run_due()
        answer = await self.http.get("/v1/me/inbox", headers=as_(person.user_id))
        return [message["title"] for message in answer.json()["items"]]


class TestRecord(Entries):
    async def test_presence_within_the_occasion_is_recorded_in_whole_minutes(self) -> None:
        occasion = await an_occasion(self.database, self.community)
        early, cut = timedelta(minutes=-20), timedelta(minutes=-30, seconds=-1)
        await self.left(a_presence(occasion, self.person, first=early, last=cut))
        [entry] = await self.rows()
        assert (entry.minutes, entry.status) == (89, EntryStatus.RECORDED)
        assert (entry.starts_at, entry.title) == (occasion.starts_at, occasion.title)
        assert (entry.source, entry.recorded_by) == (OccasionKind.DUTY, None)

    async def test_what_ends_before_its_occasion_waits_for_the_end(self) -> None:
        ends_at = clock.now() + timedelta(hours=1)
        occasion = await an_occasion(self.database, self.community, ends_at=ends_at)
        await self.left(a_presence(occasion, self.person, last=timedelta(minutes=-70)))
        assert await self.rows() == []
        with clock.frozen(ends_at + timedelta(minutes=1)):
            await Worker(self.database).sweep()
        [entry] = await self.rows()
        assert entry.minutes == 50
        async with self.database.transaction() as session:
            assert list(await session.scalars(select(PendingEntry))) == []

    async def test_an_occasion_that_was_moved_is_judged_as_it_stands(self) -> None:
        ends_at = clock.now() + timedelta(hours=1)
        occasion = await an_occasion(self.database, self.community, ends_at=ends_at)
        await self.left(a_presence(occasion, self.person, last=timedelta(minutes=-70)))
        async with self.database.transaction() as session:
            session.add(occasion)
            occasion.starts_at -= timedelta(minutes=-30)
            occasion.ends_at += timedelta(hours=1)
        with clock.frozen(ends_at + timedelta(minutes=1)):
            await Worker(self.database).sweep()
        assert await self.rows() == []
        with clock.frozen(ends_at + timedelta(hours=1, minutes=2)):
            await Worker(self.database).sweep()
        assert [entry.minutes for entry in await self.rows()] == [20]

    async def test_the_same_presence_is_recorded_once(self) -> None:
        occasion = await an_occasion(self.database, self.community)
        presence = a_presence(occasion, self.person)
        await self.left(presence)
        async with self.database.transaction() as session:
            for _ in range(2):
                emit(session, self.community, AttendanceLeft(attendance_id=presence.id))
        await Worker(self.database).run_due()
        assert len(await self.rows()) == 1

    async def test_two_places_at_one_time_count_once(self) -> None:
        first = await an_occasion(self.database, self.community)
        second = await an_occasion(
            self.database, self.community, ends_at=first.ends_at + timedelta(minutes=30)
        )
        await self.left(a_presence(first, self.person), a_presence(second, self.person))
        assert sum(entry.minutes for entry in await self.rows()) == 150

    async def test_another_persons_time_is_not_touched(self) -> None:
        occasion = await an_occasion(self.database, self.community)
        await self.left(a_presence(occasion, self.person), a_presence(occasion, self.neighbour))
        assert [entry.minutes for entry in await self.rows()] == [120, 120]

    async def test_a_clock_that_is_far_off_makes_no_minutes_and_the_desk_does(self) -> None:
        one = await an_occasion(self.database, self.community)
        doubted = a_presence(one, self.person, has_clock_doubt=True)
        entered = a_presence(
            one, self.neighbour, has_clock_doubt=True, means=CheckMeans.DESK, by=self.worker
        )
        await self.left(doubted, entered)
        [entry] = await self.rows()
        assert (entry.participant_id, entry.recorded_by) == (self.neighbour.id, self.worker)

    async def test_across_new_year_the_day_is_that_of_the_start_in_shanghai(self) -> None:
        ends_at = NOW.replace(month=12, day=31, hour=18, minute=0)
        occasion = await an_occasion(self.database, self.community, ends_at=ends_at, hours=4)
        await self.left(a_presence(occasion, self.person), at=timedelta(days=40))
        [entry] = await self.rows()
        assert (entry.minutes, str(entry.served_on)) == (240, "2026-12-31")

    async def test_who_is_still_there_has_no_entry(self) -> None:
        occasion = await an_occasion(self.database, self.community)
        presence = a_presence(occasion, self.person)
        put(presence, AttendanceStatus.ABSENT)
        await self.left(presence)
        assert await self.rows() == []


class TestWay(Entries):
    async def test_minutes_are_reviewed_shown_for_three_working_days_and_confirmed(self) -> None:
        occasion = await an_occasion(self.database, self.community)
        await self.left(a_presence(occasion, self.person))
        [entry] = await self.rows()
        reviewed = await self.act(entry, "review", self.worker)
        assert (reviewed.status_code, reviewed.json()["status"]) == (200, "reviewed")
        posted = (await self.act(entry, "post", self.worker)).json()
        # 5 December 2026 is a Saturday: Monday to Wednesday, and 24:00 in Shanghai.
        assert posted["notice_ends_at"] == "2026-12-09T16:00:00Z"
        await self.in_days(4)
        [before] = await self.rows()
        assert before.status is EntryStatus.IN_NOTICE
        async with self.database.transaction() as session:
            assert await confirmed_minutes(session, self.community, self.person.id) == 0
        await self.in_days(5)
        async with self.database.transaction() as session:
            of = (session, self.community, self.person.id)
            assert await confirmed_minutes(*of) == 120
            assert await confirmed_minutes(*of, year=2026) == 120
            assert await confirmed_minutes(*of, year=2025) == 0
            assert [one.id for one in await confirmed_entries(*of)] == [entry.id]
        assert (await self.inbox(self.person))[:2] == ["服务时长已确认", "服务时长公示中"]

    async def test_the_community_sees_masked_names_alone(self) -> None:
        await an_entry(self.database, self.person, EntryStatus.IN_NOTICE)
        await an_entry(self.database, self.person, EntryStatus.REVIEWED)
        headers = as_(self.neighbour.user_id)
        [item] = (await self.http.get(f"{self.path}/notices", headers=headers)).json()["items"]
        assert item["masked_name"] == f"{self.person.display_name[:1]}**"
        assert self.person.display_name not in str(item)
        assert str(self.person.id) not in str(item)
        assert (item["is_mine"], item["actions"]) == (False, ["object"])
        outsider = await a_participant(self.database, await a_community(self.database))
        answer = await self.http.get(f"{self.path}/notices", headers=as_(outsider.user_id))
        assert answer.status_code == 404

    async def test_a_name_of_one_character_is_masked_whole(self) -> None:
        async with self.database.transaction() as session:
            session.add(self.person)
            self.person.display_name = "岚"
        await an_entry(self.database, self.person, EntryStatus.IN_NOTICE)
        headers = as_(self.neighbour.user_id)
        [item] = (await self.http.get(f"{self.path}/notices", headers=headers)).json()["items"]
        assert item["masked_name"] == "**"

    async def test_others_see_no_entry_before_its_notice(self) -> None:
        entry = await an_entry(self.database, self.person)
        for person, status in ((self.person, 200), (self.neighbour, 404)):
            answer = await self.http.get(f"{self.path}/{entry.id}", headers=as_(person.user_id))
            assert answer.status_code == status

    async def test_my_list_has_what_counts_and_what_does_not(self) -> None:
        await an_entry(self.database, self.person, EntryStatus.CONFIRMED)
        await an_entry(self.database, self.person)
        await an_entry(self.database, self.neighbour, EntryStatus.CONFIRMED)
        mine = (await self.http.get(f"{self.path}/me", headers=as_(self.person.user_id))).json()
        assert (len(mine["items"]), mine["confirmed_minutes"]) == (2, 120)

    async def test_a_returned_entry_is_answered_by_a_leader_never_by_its_person(self) -> None:
        entry = await an_entry(self.database, self.person)
        for leader in (self.person, self.neighbour):
            await a_leader(self.database, self.community, entry.source_id, leader.id)
        returned = await self.act(entry, "return", self.worker, REASON)
        assert (returned.status_code, returned.json()["status"]) == (200, "returned")
        assert "服务时长已退回" in await self.inbox(self.neighbour)
        path, body = f"{self.path}/{entry.id}/resubmit", {"note": "照片是提前拍的"}
        own = await self.http.post(path, json=body, headers=as_(self.person.user_id))
        assert (own.status_code, own.json()["code"]) == (403, "service_records.own_entry")
        theirs = await self.http.post(path, json=body, headers=as_(self.neighbour.user_id))
        assert (theirs.status_code, theirs.json()["status"]) == (200, "recorded")


class TestSecondPerson(Entries):
    async def test_nobody_decides_on_their_own_minutes(self) -> None:
        person = await self.of_worker()
        failures = []
        for verb, status, body in (
            ("review", EntryStatus.RECORDED, None),
            ("return", EntryStatus.RECORDED, REASON),
            ("post", EntryStatus.REVIEWED, None),
            ("request-reversal", EntryStatus.CONFIRMED, REASON),
        ):
            entry = await an_entry(self.database, person, status)
            answer = await self.act(entry, verb, self.worker, body)
            if (answer.status_code, answer.json().get("code")) != (
                403,
                "service_records.own_entry",
            ):
                failures.append((verb, answer.text))
        assert not failures

    async def test_an_account_that_the_person_has_set_up_is_the_same_person(self) -> None:
        entry = await an_entry(self.database, self.person)
        assert self.person.user_id is not None
        async with self.database.transaction() as session:
            record_equipment(
                session,
                self.worker,
                EquipmentKind.CREATED,
                by_id=self.person.user_id,
                now=clock.now(),
            )
        assert (await self.act(entry, "review", self.worker)).status_code == 403
        assert (await self.act(entry, "review", self.second)).status_code == 200

    async def test_who_has_vouched_for_the_presence_does_not_review_it(self) -> None:
        occasion = await an_occasion(self.database, self.community)
        leader = await self.of_worker()
        await self.left(
            a_presence(occasion, self.person, means=CheckMeans.DESK, by=self.worker),
            a_presence(occasion, self.neighbour, means=CheckMeans.ROSTER, by=leader.id),
        )
        for entry in await self.rows():
            mine = await self.act(entry, "review", self.worker)
            assert (mine.status_code, mine.json()["code"]) == (
                403,
                "communities.second_person_needed",
            )
            assert (await self.act(entry, "review", self.second)).status_code == 200

    async def test_a_batch_answers_for_each_entry(self) -> None:
        occasion = await an_occasion(self.database, self.community)
        own = await self.of_worker()
        mine = await an_entry(self.database, own, occasion=occasion)
        other = await an_entry(self.database, self.person, occasion=occasion)
        path = f"/admin/v1/communities/{self.community}/occasions/{occasion.id}/service-entries"
        answer = await self.http.post(f"{path}/review", json={}, headers=as_admin(self.worker))
        outcome = {item["entry_id"]: item["refusal"] for item in answer.json()["items"]}
        assert outcome == {
            str(mine.id): "service_records.own_entry",
            str(other.id): None,
        }
        assert answer.json()["done"] == 1
        posted = await self.http.post(f"{path}/post", json={}, headers=as_admin(self.second))
        assert [item["status"] for item in posted.json()["items"]] == ["in_notice"]
        listed = await self.http.get(path, headers=as_admin(self.second))
        assert listed.json()["total"] == 2


class TestObjection(Entries):
    async def object(self, entry: ServiceEntry, by: Participant) -> Response:
        path = f"{self.path}/{entry.id}/object"
        return await self.http.post(path, json=REASON, headers=as_(by.user_id))

    async def test_an_objection_brings_the_entry_back_and_its_words_stay_sealed(self) -> None:
        entry = await an_entry(self.database, self.person, EntryStatus.IN_NOTICE)
        answer = await self.object(entry, self.neighbour)
        assert (answer.status_code, answer.json()["status"]) == (200, "reviewed")
        async with self.database.transaction() as session:
            [row] = await session.scalars(select(EntryObjection))
            assert row.reason == REASON["reason"]
            assert REASON["reason"].encode() not in row.reason_sealed
        assert "服务时长需重新审核" in await self.inbox(self.person)
        own = await self.http.get(f"{self.path}/{entry.id}", headers=as_(self.person.user_id))
        assert REASON["reason"] not in own.text
        detail = await self.http.get(f"/admin{self.path}/{entry.id}", headers=as_admin(self.worker))
        assert detail.json()["objections"][0]["reason"] == REASON["reason"]
        await self.in_days(10)
        [entry_now] = await self.rows()
        assert entry_now.status is EntryStatus.REVIEWED

    async def test_the_objector_is_told_what_comes_of_it(self) -> None:
        upheld = await an_entry(self.database, self.person, EntryStatus.IN_NOTICE)
        dismissed = await an_entry(self.database, self.person, EntryStatus.IN_NOTICE)
        for entry in (upheld, dismissed):
            await self.object(entry, self.neighbour)
        await self.act(upheld, "return", self.worker, REASON)
        assert (await self.act(dismissed, "post", self.worker)).status_code == 200
        titles = await self.inbox(self.neighbour)
        assert sorted(titles[:2]) == ["您的异议已核实", "您的异议已采纳"]

    async def test_the_person_is_told_how_it_ends(self) -> None:
        entry = await an_entry(self.database, self.person, EntryStatus.IN_NOTICE)
        await self.object(entry, self.neighbour)
        assert await self.inbox(self.person) == ["服务时长需重新审核"]
        await self.act(entry, "return", self.worker, REASON)
        assert (await self.inbox(self.person))[0] == "服务时长已退回"

    async def test_a_batch_does_not_pass_over_an_objection(self) -> None:
        occasion = await an_occasion(self.database, self.community)
        entry = await an_entry(self.database, self.person, EntryStatus.IN_NOTICE, occasion=occasion)
        await self.object(entry, self.neighbour)
        path = f"/admin/v1/communities/{self.community}/occasions/{occasion.id}/service-entries"
        answer = await self.http.post(f"{path}/post", json={}, headers=as_admin(self.worker))
        assert answer.json()["items"] == []

    async def test_what_is_confirmed_takes_no_objection(self) -> None:
        entry = await an_entry(self.database, self.person, EntryStatus.CONFIRMED)
        answer = await self.object(entry, self.neighbour)
        assert (answer.status_code, answer.json()["state"]) == (409, "confirmed")


class TestReverse(Entries):
    async def test_two_persons_reverse_by_a_reversing_entry(self) -> None:
        entry = await an_entry(self.database, self.person, EntryStatus.CONFIRMED)
        early = await self.act(entry, "reverse", self.second)
        assert early.json()["code"] == "service_records.reversal_not_requested"
        asked = await self.act(entry, "request-reversal", self.worker, REASON)
        assert asked.status_code == 200
        alone = await self.act(entry, "reverse", self.worker)
        assert (alone.status_code, alone.json()["code"]) == (
            403,
            "communities.second_person_needed",
        )
        done = await self.act(entry, "reverse", self.second)
        assert (done.status_code, done.json()["status"]) == (200, "reversed")
        original, reversing = await self.rows()
        assert (reversing.reverses_id, reversing.minutes) == (original.id, -120)
        assert original.minutes == 120
        async with self.database.transaction() as session:
            assert await confirmed_minutes(session, self.community, self.person.id) == 0
        assert "服务时长已冲正" in await self.inbox(self.person)
        again = await self.act(entry, "reverse", self.second)
        assert (again.status_code, again.json()["state"]) == (409, "reversed")

    async def test_a_correction_takes_a_part_of_the_presence_never_more(self) -> None:
        occasion = await an_occasion(self.database, self.community)
        presence = a_presence(occasion, self.person, last=timedelta(minutes=-30))
        await self.left(presence)
        [entry] = await self.rows()
        await self.act(entry, "return", self.worker, REASON)
        body = REASON | {
            "starts_at": occasion.starts_at.isoformat(),
            "ends_at": occasion.ends_at.isoformat(),
        }
        more = await self.act(entry, "correct", self.worker, body)
        assert (more.status_code, more.json()["code"]) == (
            422,
            "service_records.beyond_presence",
        )
        body["ends_at"] = (occasion.starts_at + timedelta(minutes=45)).isoformat()
        done = await self.act(entry, "correct", self.worker, body)
        assert (done.status_code, done.json()["minutes"]) == (201, 45)
        assert done.json()["corrects_id"] == str(entry.id)
        [_, corrected] = await self.rows()
        assert (await self.act(corrected, "review", self.worker)).status_code == 403
        assert (await self.act(corrected, "review", self.second)).status_code == 200
        again = await self.act(entry, "correct", self.worker, body)
        assert again.json()["code"] == "service_records.entry_corrected"

    async def test_a_request_can_be_dropped(self) -> None:
        entry = await an_entry(self.database, self.person, EntryStatus.CONFIRMED)
        await self.act(entry, "request-reversal", self.worker, REASON)
        twice = await self.act(entry, "request-reversal", self.second, REASON)
        assert twice.json()["code"] == "service_records.reversal_requested"
        assert (await self.act(entry, "drop-reversal", self.second)).status_code == 200
        gone = await self.act(entry, "reverse", self.second)
        assert gone.json()["code"] == "service_records.reversal_not_requested"


class TestDuties(Entries):
    async def todo(self, by: UUID) -> dict[str, int]:
        await Worker(self.database).run_due()
        path = f"/admin/v1/communities/{self.community}/todo"
        kinds = (await self.http.get(path, headers=as_admin(by))).json()["items"]
        return {one["kind"]: one["count"] for one in kinds if one["count"]}

    async def test_an_occasion_is_one_duty_to_review_then_to_post(self) -> None:
        occasion = await an_occasion(self.database, self.community)
        await self.left(a_presence(occasion, self.person), a_presence(occasion, self.neighbour))
        assert await self.todo(self.worker) == {"service_records.entries_to_review": 1}
        path = f"/admin/v1/communities/{self.community}/occasions/{occasion.id}/service-entries"
        await self.http.post(f"{path}/review", json={}, headers=as_admin(self.worker))
        assert await self.todo(self.worker) == {"service_records.entries_to_post": 1}
        await self.http.post(f"{path}/post", json={}, headers=as_admin(self.worker))
        assert await self.todo(self.worker) == {}

    async def test_a_reversal_waits_for_the_others_alone(self) -> None:
        entry = await an_entry(self.database, self.person, EntryStatus.CONFIRMED)
        await self.act(entry, "request-reversal", self.worker, REASON)
        assert await self.todo(self.worker) == {}
        assert await self.todo(self.second) == {"service_records.entry_reversal": 1}


class TestAnomalies(Entries):
    async def found(self, **query: str) -> list[dict[str, Any]]:
        path = f"/admin/v1/communities/{self.community}/service-anomalies"
        answer = await self.http.get(path, params=query, headers=as_admin(self.worker))
        assert answer.status_code == 200, answer.text
        assert answer.json()["total"] == len(answer.json()["items"])
        return list(answer.json()["items"])

    async def kinds(self) -> set[str]:
        return {one["kind"] for one in await self.found()}

    async def test_an_ordinary_presence_is_no_anomaly(self) -> None:
        occasion = await an_occasion(self.database, self.community)
        await self.left(a_presence(occasion, self.person, means=CheckMeans.LEADER, by=uuid7()))
        assert await self.kinds() == set()

    async def test_what_the_desk_enters_days_later_is_back_dated(self) -> None:
        occasion = await an_occasion(self.database, self.community)
        presence = a_presence(occasion, self.person, means=CheckMeans.DESK, by=self.worker)
        await self.left(presence, at=timedelta(days=3))
        [found] = await self.found(kind="back_dated")
        assert (found["number"], found["display_name"]) == (73, self.person.display_name)

    async def test_many_within_one_second_are_noted_once(self) -> None:
        occasion = await an_occasion(self.database, self.community)
        people = [await a_participant(self.database, self.community) for _ in range(5)]
        ticked = [a_presence(occasion, one, means=CheckMeans.ROSTER, by=uuid7()) for one in people]
        await self.left(*ticked)
        [found] = await self.found(kind="same_second")
        assert (found["number"], found["subject_id"]) == (5, str(occasion.id))

    async def test_what_cannot_be_and_what_is_in_doubt_is_noted(self) -> None:
        one = await an_occasion(self.database, self.community)
        other = await an_occasion(self.database, self.community)
        long = await an_occasion(self.database, self.community, hours=13)
        early = timedelta(hours=-3)
        await self.left(
            a_presence(one, self.person),
            a_presence(other, self.person),
            a_presence(one, self.neighbour, first=early, last=early),
            a_presence(long, await a_participant(self.database, self.community)),
            a_presence(
                long,
                await a_participant(self.database, self.community),
                has_clock_doubt=True,
                is_closed_by_sweep=True,
            ),
        )
        assert await self.kinds() == {
            *("two_places", "outside_occasion", "long_day", "clock_doubt", "closed_by_sweep")
        }

    async def test_a_leader_who_confirms_the_same_few_is_noted(self) -> None:
        leader = await a_participant(self.database, self.community)
        for day in range(5):
            ends_at = clock.now() - timedelta(days=day, hours=1)
            occasion = await an_occasion(self.database, self.community, ends_at=ends_at)
            await self.left(
                a_presence(occasion, self.person, means=CheckMeans.ROSTER, by=leader.id)
            )
            assert ("same_few" in await self.kinds()) == (day == 4)
        [found] = await self.found(kind="same_few")
        assert (found["participant_id"], found["number"]) == (str(leader.id), 5)
