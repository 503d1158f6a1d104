"""Leaders of activities: who may be one, what they see, and when."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import AgeBand, Participant, ParticipantStatus
from app.kernel import clock
from app.kernel.database.engine import Database
from app.notifications.inbox import InboxMessage, content_of
from app.service_records.models import Leader
from app.worker import Worker
from tests.audit import audited
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, a_shift, a_signup, an_activity, staff
from tests.now import NOW
from tests.service_records.rows import a_leader
from tests.subjects import opened

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


async def an_adult(database: Database, community: UUID, **about: Any) -> Participant:
    person = await a_participant(database, community, **about)
    async with database.transaction() as session:
        person.age_band = AgeBand.ADULT
        session.add(person)
    return person


class Case:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.activity = await an_activity(database, self.community, published=True)
        self.shift = await a_shift(database, self.community, of=self.activity)
        self.leader = await an_adult(database, self.community)
        self.here = f"/v1/communities/{self.community}"

    async def name(self, who: UUID, key: str = "name-leader-1") -> Response:
        return await self.http.post(
            f"/admin{self.here}/activities/{self.activity.id}/leaders",
            json={"participant_id": str(who)},
            headers=as_admin(self.worker, key),
        )

    async def messages(self) -> list[InboxMessage]:
        await Worker(self.database).run_due()
        async with self.database.transaction() as session:
            return list(await session.scalars(select(InboxMessage).order_by(InboxMessage.id)))

    async def leaders(self) -> list[UUID]:
        query = select(Leader.participant_id).filter_by(community_id=self.community)
        async with self.database.transaction() as session:
            return list(await session.scalars(query))


class TestNameLeader(Case):
    async def test_an_adult_is_named_and_told(self) -> None:
        answer = await self.name(self.leader.id)
        assert answer.status_code == 201, answer.text
        listed = await self.http.get(
            f"/admin{self.here}/activities/{self.activity.id}/leaders",
            headers=as_admin(self.worker),
        )
        assert [one["participant_id"] for one in listed.json()["items"]] == [str(self.leader.id)]
        [message] = await self.messages()
        assert message.participant_id == self.leader.id
        assert content_of(message).kind == "service_records.leader_is_named"
        assert await opened(self.http, message, self.leader.user_id or UUID(int=0)) == 200
        entries = [entry.action for entry in await audited(self.database, self.community)]
        assert entries == ["leader.named"]

    async def test_of_a_draft_too_though_nobody_can_open_it_yet(self) -> None:
        self.activity = await an_activity(self.database, self.community)
        assert (await self.name(self.leader.id)).status_code == 201
        [message] = await self.messages()
        assert await opened(self.http, message, self.leader.user_id or UUID(int=0)) == 200

    @pytest.mark.parametrize("age", [None, AgeBand.FROM_14_TO_17, AgeBand.UNDER_14])
    async def test_minors_and_people_of_unknown_age_lead_nothing(self, age: AgeBand | None) -> None:
        person = await a_participant(self.database, self.community)
        async with self.database.transaction() as session:
            person.age_band = age
            session.add(person)
        refused = await self.name(person.id)
        assert (refused.status_code, refused.json()["code"]) == (
            409,
            "service_records.leader_not_adult",
        )

    async def test_who_has_left_or_lives_elsewhere_leads_nothing(self) -> None:
        gone = await an_adult(self.database, self.community, status=ParticipantStatus.LEFT)
        assert (await self.name(gone.id)).json()["code"] == "communities.participant_inactive"
        other = await an_adult(self.database, await a_community(self.database))
        assert (await self.name(other.id, "name-leader-2")).json()["code"] == "unknown_reference"

    async def test_nobody_is_named_twice(self) -> None:
        await self.name(self.leader.id)
        again = await self.name(self.leader.id, "name-leader-2")
        assert again.json()["code"] == "service_records.already_leader"
        assert await self.leaders() == [self.leader.id]

    async def test_who_is_removed_is_told_and_leads_no_more(self) -> None:
        await self.name(self.leader.id)
        path = f"/admin{self.here}/activities/{self.activity.id}/leaders/{self.leader.id}"
        removed = await self.http.delete(path, headers=as_admin(self.worker))
        assert removed.status_code == 204
        assert [content_of(one).kind for one in await self.messages()] == [
            "service_records.leader_is_named",
            "service_records.leader_is_removed",
        ]
        assert await self.leaders() == []
        again = await self.http.delete(path, headers=as_admin(self.worker))
        assert again.status_code == 404

    async def test_who_leaves_the_community_leads_no_more(self) -> None:
        await self.name(self.leader.id)
        path = f"{self.here}/participants/me/leave"
        assert (await self.http.post(path, headers=as_(self.leader.user_id))).status_code == 200
        await Worker(self.database).run_due()
        assert await self.leaders() == []


class TestRoster(Case):
    @pytest.fixture(autouse=True)
    async def _led(self, arrange: None) -> None:
        await a_leader(self.database, self.community, self.activity.id, self.leader.id)
        self.person = await a_participant(self.database, self.community)
        self.signup = await a_signup(self.database, self.shift, self.person)
        self.path = f"{self.here}/occasions/{self.shift.id}/attendances"

    async def roster(self, who: Participant | None = None) -> Response:
        who = who or self.leader
        return await self.http.get(self.path, headers=as_(who.user_id))

    async def test_it_is_open_from_two_hours_before_to_a_day_after(self) -> None:
        start, end = self.shift.starts_at, self.shift.ends_at
        for at, status in {
            start - 2 * HOUR - MINUTE: 409,
            start - 2 * HOUR: 200,
            end: 200,
            end + 24 * HOUR - MINUTE: 200,
            end + 24 * HOUR: 409,
        }.items():
            with clock.frozen(at):
                answer = await self.roster()
            assert answer.status_code == status, at
            if status == 409:
                assert answer.json()["code"] == "service_records.roster_closed"
                assert answer.json()["opens_at"] == (start - 2 * HOUR).isoformat().replace(
                    "+00:00", "Z"
                )

    async def test_a_moved_shift_is_judged_as_it_stands(self) -> None:
        starts_at = self.shift.starts_at + 5 * HOUR
        moved = await self.http.put(
            f"/admin{self.here}/shifts/{self.shift.id}",
            json={
                "starts_at": starts_at.isoformat(),
                "ends_at": (starts_at + HOUR).isoformat(),
                "roles": [{"capacity": 1}],
            },
            headers=as_admin(self.worker) | {"If-Match": "*"},
        )
        assert moved.status_code == 200
        with clock.frozen(self.shift.starts_at):
            assert (await self.roster()).status_code == 409
        with clock.frozen(starts_at):
            assert (await self.roster()).status_code == 200

    async def test_it_shows_masked_names_and_no_phone(self) -> None:
        async with self.database.transaction() as session:
            self.person.real_name = "欧阳秀英"
            session.add(self.person)
        with clock.frozen(self.shift.starts_at):
            answer = (await self.roster()).json()
        [row] = answer["items"]
        assert (row["attendance_id"], row["status"]) == (str(self.signup.id), "expected")
        assert row["real_name"] == "欧**"
        assert row["actions"] == ["check_in"]
        assert not {"phone", "household", "user_id"} & row.keys()
        assert (answer["occasion"]["expected"], answer["occasion"]["present"]) == (1, 0)

    async def test_who_waits_or_has_withdrawn_is_not_on_it(self) -> None:
        waiting = await a_participant(self.database, self.community)
        await a_signup(self.database, self.shift, waiting)
        path = f"{self.here}/signups/{self.signup.id}/withdraw"
        assert (await self.http.post(path, headers=as_(self.person.user_id))).status_code == 200
        with clock.frozen(self.shift.starts_at):
            assert (await self.roster()).json()["items"] == []

    async def test_nobody_else_sees_it(self) -> None:
        with clock.frozen(self.shift.starts_at):
            assert (await self.roster(self.person)).status_code == 403
            other = await an_adult(self.database, self.community)
            activity = await an_activity(self.database, self.community, published=True)
            await a_leader(self.database, self.community, activity.id, other.id)
            assert (await self.roster(other)).status_code == 403

    async def test_a_blocked_leader_sees_nothing(self) -> None:
        async with self.database.transaction() as session:
            self.leader.block()
            session.add(self.leader)
        with clock.frozen(self.shift.starts_at):
            assert (await self.roster()).status_code == 403

    async def test_staff_see_it_at_any_time_and_count_it(self) -> None:
        answer = await self.http.get(f"/admin{self.path}", headers=as_admin(self.worker))
        assert answer.json()["total"] == 1
        [row] = answer.json()["items"]
        assert row["actions"] == ["check_in"]
        filtered = await self.http.get(
            f"/admin{self.path}?status=present", headers=as_admin(self.worker)
        )
        assert filtered.json() == {"items": [], "next_cursor": None, "total": 0}


class TestLedOccasions(Case):
    async def led(self) -> list[dict[str, Any]]:
        path = f"{self.here}/led-occasions"
        answer = await self.http.get(path, headers=as_(self.leader.user_id))
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    async def test_mine_today_and_to_come_the_earliest_first(self) -> None:
        later = await a_shift(
            self.database, self.community, of=self.activity, starts_in=timedelta(days=9)
        )
        over = await a_shift(
            self.database, self.community, of=self.activity, starts_in=timedelta(days=-3)
        )
        await a_shift(self.database, self.community)
        assert await self.led() == []
        await a_leader(self.database, self.community, self.activity.id, self.leader.id)
        await a_signup(self.database, self.shift)
        first, second = await self.led()
        assert [first["id"], second["id"]] == [str(self.shift.id), str(later.id)]
        assert (first["expected"], first["present"], first["actions"]) == (1, 0, [])
        with clock.frozen(self.shift.starts_at - HOUR):
            assert (await self.led())[0]["actions"] == ["roster", "check_in"]
        with clock.frozen(over.ends_at + 23 * HOUR):
            assert (await self.led())[0]["id"] == str(over.id)
        assert over.ends_at < NOW - 24 * HOUR
