"""An activity with its shifts in one call: places, waitlist, and the caller's own part."""

from datetime import timedelta
from typing import Any

import pytest
from httpx import AsyncClient

from app.communities.models import AgeBand, Participant, ParticipantKind, Place, Role
from app.kernel import clock
from app.kernel.database.engine import Database
from app.volunteering.models import AgeLimit, Audience, Shift
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import (
    a_claim,
    a_community,
    a_household,
    a_participant,
    a_place,
    a_shift,
    a_signup,
    a_user,
    an_activity,
    staff,
)
from tests.now import NOW

HOUR = timedelta(hours=1)


class Shown:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.activity = await an_activity(database, self.community, published=True)
        self.shift = await a_shift(database, self.community, of=self.activity, places=2)
        self.me = await a_participant(database, self.community)
        self.here = f"/v1/communities/{self.community}"

    async def get(self, user: object, path: str = "") -> dict[str, Any]:
        path = f"{self.here}/activities/{self.activity.id}{path}"
        answer = await self.http.get(path, headers=as_(user))  # type: ignore[arg-type]  # an id
        assert answer.status_code == 200, answer.text
        shown: dict[str, Any] = answer.json()
        return shown

    async def mine(self, who: Participant | None = None) -> dict[str, Any]:
        [shift] = (await self.get((who or self.me).user_id))["shifts"]
        shown: dict[str, Any] = shift
        return shown

    async def filled(self, people: int) -> list[Participant]:
        found = [await a_participant(self.database, self.community) for _ in range(people)]
        for person in found:
            await a_signup(self.database, self.shift, person)
        return found


class TestOwnPart(Shown):
    async def test_the_activity_carries_its_shifts(self) -> None:
        shown = await self.get(self.me.user_id)
        assert shown["title"] == "清扫楼道"
        assert shown["shifts"] == (await self.get(self.me.user_id, "/shifts"))["items"]

    async def test_a_free_place_may_be_taken(self) -> None:
        shift = await self.mine()
        assert (shift["confirmed"], shift["waiting"], shift["ahead"]) == (0, 0, None)
        assert (shift["my_signup"], shift["my_overlap"]) == (None, None)
        assert shift["my_eligibility"] == {"may": True, "because": None}
        assert shift["actions"] == ["sign_up"]

    async def test_confirmed_waiting_and_how_many_are_before_me(self) -> None:
        people = await self.filled(5)
        shift = await self.mine(people[4])
        assert (shift["confirmed"], shift["waiting"], shift["ahead"]) == (2, 3, 2)
        assert (shift["my_signup"]["status"], shift["my_signup"]["ahead"]) == ("waitlisted", 2)
        assert shift["actions"] == shift["my_signup"]["actions"] == ["withdraw"]
        assert shift["my_eligibility"]["because"] == "volunteering.already_signed_up"
        first = await self.mine(people[0])
        assert (first["my_signup"]["status"], first["ahead"]) == ("confirmed", None)
        await self.http.post(
            f"{self.here}/signups/{(await self.mine(people[2]))['my_signup']['id']}/withdraw",
            headers=as_(people[2].user_id),
        )
        after = await self.mine(people[4])
        assert (after["waiting"], after["ahead"]) == (2, 1)
        listed = await self.http.get("/v1/me/signups", headers=as_(people[4].user_id))
        [item] = listed.json()["items"]
        assert (item["ahead"], item["actions"]) == (1, ["withdraw"])

    async def test_the_line_is_that_of_the_role(self) -> None:
        await self.filled(3)
        other = await a_shift(self.database, self.community, of=self.activity, starts_in=5 * HOUR)
        assert (await a_signup(self.database, other, self.me)).position is None
        last = await a_participant(self.database, self.community)
        await a_signup(self.database, self.shift, last)
        assert [s["ahead"] for s in (await self.get(last.user_id))["shifts"]] == [None, 1]

    async def test_what_is_withdrawn_is_mine_no_more(self) -> None:
        [me] = await self.filled(1)
        mine = (await self.mine(me))["my_signup"]
        answer = await self.http.post(
            f"{self.here}/signups/{mine['id']}/withdraw", headers=as_(me.user_id)
        )
        assert (answer.json()["status"], answer.json()["actions"]) == ("withdrawn", [])
        shift = await self.mine(me)
        assert (shift["my_signup"], shift["actions"]) == (None, ["sign_up"])

    async def test_a_shift_at_the_same_time_or_shortly_before_is_shown_before_choosing(
        self,
    ) -> None:
        at = self.shift.starts_at - NOW
        cases = [
            (at - 2 * HOUR - timedelta(minutes=30), None),
            (at - 2 * HOUR - timedelta(minutes=29), "short_gap"),
            (at - 2 * HOUR, "short_gap"),
            (at - HOUR, "same_time"),
            (at + 2 * HOUR + timedelta(minutes=29), "short_gap"),
            (at + 2 * HOUR + timedelta(minutes=30), None),
        ]
        for starts_in, kind in cases:
            me = await a_participant(self.database, self.community)
            other = await a_shift(self.database, self.community, starts_in=starts_in)
            await a_signup(self.database, other, me)
            shift = await self.mine(me)
            assert (shift["my_overlap"] and shift["my_overlap"]["kind"]) == kind
            assert shift["my_eligibility"]["may"] is (kind != "same_time")
            if kind is not None:
                assert shift["my_overlap"]["shift_id"] == str(other.id)
                assert shift["my_overlap"]["title"] == "清扫楼道"

    async def test_whatever_would_refuse_says_so_before(self) -> None:
        visitor = await a_participant(self.database, self.community, kind=ParticipantKind.VISITOR)
        cases: list[tuple[dict[str, Any], str]] = [
            ({"audience": Audience.RESIDENTS}, "not_invited"),
            ({"age": AgeLimit.ADULTS}, "adults_only"),
            ({"signup_opens_at": NOW + HOUR}, "signups_not_open"),
            ({"signup_closes_at": NOW}, "signups_closed"),
        ]
        for columns, code in cases:
            async with self.database.transaction() as session:
                row = await session.get_one(Shift, (self.community, self.shift.id))
                before = {name: getattr(row, name) for name in columns}
                for name, value in columns.items():
                    setattr(row, name, value)
            shift = await self.mine(visitor)
            assert shift["my_eligibility"]["because"] == f"volunteering.{code}"
            assert shift["actions"] == []
            async with self.database.transaction() as session:
                row = await session.get_one(Shift, (self.community, self.shift.id))
                for name, value in before.items():
                    setattr(row, name, value)

    async def test_who_has_not_joined_sees_it_and_may_not(self) -> None:
        [shift] = (await self.get(await a_user(self.database)))["shifts"]
        assert shift["my_eligibility"]["because"] == "communities.not_a_participant"
        assert shift["my_signup"] is None

    async def test_the_age_that_the_desk_knows_counts(self) -> None:
        async with self.database.transaction() as session:
            row = await session.get_one(Participant, (self.community, self.me.id))
            row.age_band = AgeBand.FROM_14_TO_17
        because = (await self.mine())["my_eligibility"]["because"]
        assert because == "volunteering.guardian_needed"

    async def test_after_the_start_nothing_is_left_to_do(self) -> None:
        [me] = await self.filled(1)
        with clock.frozen(self.shift.starts_at):
            shift = await self.mine(me)
        assert (shift["actions"], shift["my_signup"]["actions"]) == ([], [])


class TestStaff(Shown):
    async def shown(self, user: object, path: str) -> dict[str, Any]:
        headers = as_admin(user)  # type: ignore[arg-type]  # an id
        answer = await self.http.get(f"/admin{self.here}{path}", headers=headers)
        shown: dict[str, Any] = answer.json()
        return shown

    async def test_each_answer_says_what_may_be_done(self) -> None:
        worker = await staff(self.database, self.community)
        grid_worker = await staff(self.database, self.community, Role.GRID_WORKER)
        await self.filled(1)
        activity, shift = f"/activities/{self.activity.id}", f"/shifts/{self.shift.id}"
        assert (await self.shown(worker, activity))["actions"] == ["revise", "cancel"]
        assert (await self.shown(worker, shift))["actions"] == ["revise", "cancel"]
        listed = await self.shown(worker, f"{shift}/signups")
        assert [one["actions"] for one in listed["items"]] == [["withdraw"]]
        for path in (activity, shift):
            assert (await self.shown(grid_worker, path))["actions"] == []
        with clock.frozen(self.shift.ends_at):
            shown = await self.shown(worker, activity)
            assert shown["actions"] == ["revise", "cancel", "complete"]
            assert (await self.shown(worker, shift))["actions"] == ["cancel"]
        draft = await an_activity(self.database, self.community)
        shown = await self.shown(worker, f"/activities/{draft.id}")
        assert shown["actions"] == ["revise", "publish"]


class TestToReview(Shown):
    """Sign-ups to review wait in the to-do, and the staff's message ends with the review."""

    async def applied(self) -> str:
        async with self.database.transaction() as session:
            (await session.get_one(Shift, (self.community, self.shift.id))).needs_review = True
        answer = await self.http.post(
            f"{self.here}/shifts/{self.shift.id}/signups",
            json={"is_risk_acknowledged": True},
            headers=as_(self.me.user_id, "apply-001"),
        )
        signup_id: str = answer.json()["id"]
        return signup_id

    async def waiting(self, worker: object) -> tuple[int, int]:
        """Returns the count in the to-do, and that of open messages."""
        await Worker(self.database).run_due()
        headers = as_admin(worker)  # type: ignore[arg-type]  # an id
        todo = (await self.http.get("/admin/v1/me/todo", headers=headers)).json()["items"]
        counts = {one["kind"]: one["count"] for one in todo}
        inbox = (await self.http.get("/admin/v1/me/inbox", headers=headers)).json()["items"]
        still_open = [one for one in inbox if one.get("closed_at") is None]
        return counts.get("volunteering.signup", 0), len(still_open)

    async def test_however_it_ends(self) -> None:
        worker = await staff(self.database, self.community)
        for verb in ("approve", "reject", "withdraw", "cancel"):
            signup = await self.applied()
            assert await self.waiting(worker) == (1, 1)
            if verb == "withdraw":
                path, headers = f"{self.here}/signups/{signup}/{verb}", as_(self.me.user_id)
            elif verb == "cancel":
                path = f"/admin{self.here}/shifts/{self.shift.id}/cancel"
                headers = as_admin(worker)
            else:
                path, headers = f"/admin{self.here}/signups/{signup}/{verb}", as_admin(worker)
            body = {"reason": "年龄不符"} if verb in {"reject", "cancel"} else None
            answer = await self.http.post(path, json=body, headers=headers)
            assert answer.status_code == 200, answer.text
            assert await self.waiting(worker) == (0, 0)
            self.me = await a_participant(self.database, self.community)

    async def test_it_is_due_within_three_days_or_before_the_shift(self) -> None:
        worker = await staff(self.database, self.community)
        await self.applied()
        await self.waiting(worker)
        path = "/admin/v1/me/todo/volunteering.signup"
        listed = (await self.http.get(path, headers=as_admin(worker))).json()
        [item] = listed["items"]
        assert item["name"] == "清扫楼道"
        # The instant of the sign-up is that of its id, which has the clock of the machine.
        assert item["due_at"] <= "2026-12-07T04:00:00Z"


class TestPlace(Shown):
    """An activity may address the people of a place; everybody sees it."""

    BODY: dict[str, Any] = {
        "title": "清扫楼道",
        "summary": "一起清扫三号楼的楼道",
        "category": "environment",
        "risk_statement": "户外活动，注意防滑",
        "organiser": "云桥社区居委会",
        "contact": "社区服务站窗口",
        "address": "3号楼前",
    }

    async def revise(self, place_id: object) -> dict[str, Any]:
        worker = await staff(self.database, self.community)
        answer = await self.http.put(
            f"/admin{self.here}/activities/{self.activity.id}",
            json=self.BODY | {"place_id": str(place_id)},
            headers=as_admin(worker) | {"If-Match": "*"},
        )
        shown: dict[str, Any] = answer.json()
        return shown

    async def test_who_lives_there_is_addressed_and_all_see_it(self) -> None:
        building = await a_place(self.database, self.community, name="3号楼")
        home = await a_household(self.database, self.community, building=building)
        await a_claim(self.database, self.me, home, approved=True)
        neighbour = await a_participant(self.database, self.community)
        assert (await self.get(neighbour.user_id))["is_addressed_to_me"] is True
        assert (await self.revise(building.id))["place_path"] == "3号楼"
        people = [(self.me.user_id, True), (neighbour.user_id, False)]
        for user, is_addressed in people:
            shown = await self.get(user)
            assert (shown["place_path"], shown["is_addressed_to_me"]) == ("3号楼", is_addressed)
            assert shown["shifts"][0]["actions"] == ["sign_up"]

    async def test_a_place_that_was_merged_means_who_has_taken_over(self) -> None:
        old, new = [await a_place(self.database, self.community, name=n) for n in ("甲楼", "乙楼")]
        home = await a_household(self.database, self.community, building=new)
        await a_claim(self.database, self.me, home, approved=True)
        await self.revise(old.id)
        assert (await self.get(self.me.user_id))["is_addressed_to_me"] is False
        async with self.database.transaction() as session:
            row = await session.get_one(Place, (self.community, old.id))
            row.merged_into, row.retired_at = new.id, NOW
        assert (await self.get(self.me.user_id))["is_addressed_to_me"] is True
        assert (await self.revise(old.id))["status"] == "published"
        self.activity = await an_activity(self.database, self.community, published=True)
        assert (await self.revise(old.id))["code"] == "unknown_reference"

    async def test_neither_a_household_nor_a_place_elsewhere(self) -> None:
        home = await a_household(self.database, self.community)
        elsewhere = await a_place(self.database, await a_community(self.database))
        for place in (home, elsewhere):
            assert (await self.revise(place.id))["code"] == "unknown_reference"
