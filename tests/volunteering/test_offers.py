"""Places that come free are offered to the next in line, who accepts or declines them in time."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import AgeBand, Participant, ParticipantKind
from app.kernel import clock
from app.kernel.database.engine import Database
from app.service_records.models import Attendance
from app.volunteering.models import AgeLimit, Audience, Shift, Signup
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import (
    a_community,
    a_participant,
    a_shift,
    a_signup,
    staff,
    the_role,
)
from tests.now import NOW

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
LAPSED = 2 * HOUR
"""The deadline of an offer that is made at NOW, which is noon."""
KNOWS_RISK: dict[str, Any] = {"is_risk_acknowledged": True}


class Offers:
    """A shift with one place, which `holder` has; `first` and `second` wait for it."""

    starts_in = timedelta(days=2)

    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.here = f"/v1/communities/{self.community}"
        self.worker = await staff(database, self.community)
        self.shift = await a_shift(database, self.community, starts_in=self.starts_in)
        self.people = [await a_participant(database, self.community) for _ in range(3)]
        self.holder, self.first, self.second = self.people
        self.mine = {
            person.id: (await a_signup(database, self.shift, person)).id for person in self.people
        }

    async def act(
        self, verb: str, who: Participant, after: timedelta = timedelta(0), **body: Any
    ) -> Response:
        path = f"{self.here}/signups/{self.mine[who.id]}/{verb}"
        with clock.frozen(NOW + after):
            return await self.http.post(path, json=body or None, headers=as_(who.user_id))

    async def at_desk(self, verb: str, who: Participant, after: timedelta = HOUR) -> Response:
        path = f"/admin{self.here}/signups/{self.mine[who.id]}/{verb}"
        with clock.frozen(NOW + after):
            body = {"witness": "王芳"}
            return await self.http.post(path, json=body, headers=as_admin(self.worker))

    async def sign_up(
        self, who: Participant, after: timedelta, key: str = "sign-up-again"
    ) -> Response:
        path = f"{self.here}/shifts/{self.shift.id}/signups"
        with clock.frozen(NOW + after):
            return await self.http.post(
                path, json=KNOWS_RISK, headers=as_(who.user_id, "sign-up-again")
            )

    async def get(self, path: str, who: Participant, after: timedelta) -> Any:
        with clock.frozen(NOW + after):
            return (await self.http.get(path, headers=as_(who.user_id))).json()

    async def shown(self, who: Participant, after: timedelta = timedelta(0)) -> dict[str, Any]:
        shown: dict[str, Any] = await self.get(
            f"{self.here}/signups/{self.mine[who.id]}", who, after
        )
        return shown

    async def stored(self, *people: Participant) -> list[str]:
        """Returns the states as they are written."""
        async with self.database.transaction() as session:
            rows = await session.execute(select(Signup.id, Signup.status))
            states = {id_: str(status) for id_, status in rows}
        return [states[self.mine[person.id]] for person in people or self.people]

    async def taken(self) -> int:
        return (await the_role(self.database, self.shift)).taken

    async def offer(self, after: timedelta = timedelta(0)) -> None:
        assert (await self.act("withdraw", self.holder, after)).status_code == 200

    async def run(self, after: timedelta) -> None:
        with clock.frozen(NOW + after):
            await Worker(self.database).run_once()

    async def messages(self, who: Participant, after: timedelta = HOUR) -> list[tuple[str, str]]:
        with clock.frozen(NOW + after):
            await Worker(self.database).run_due()
        items = (await self.get("/v1/me/inbox?limit=100", who, after))["items"]
        return [(one["kind"].partition(".")[2], one["body"]) for one in reversed(items)]

    async def revise(self, after: timedelta = timedelta(0), **changes: Any) -> Response:
        async with self.database.transaction() as session:
            shift = await session.get_one(Shift, (self.community, self.shift.id))
        body: dict[str, Any] = {
            "starts_at": shift.starts_at.isoformat(),
            "ends_at": shift.ends_at.isoformat(),
            "roles": [{"capacity": (await the_role(self.database, shift)).capacity}],
        }
        path = f"/admin{self.here}/shifts/{shift.id}"
        with clock.frozen(NOW + after):
            headers = as_admin(self.worker) | {"If-Match": f'"{shift.version}"'}
            return await self.http.put(path, json=body | changes, headers=headers)


class TestOffer(Offers):
    async def test_the_next_in_line_is_asked_and_the_place_is_taken_meanwhile(self) -> None:
        await self.offer()
        shown = await self.shown(self.first)
        assert (shown["status"], shown["position"]) == ("offered", 1)
        assert datetime.fromisoformat(shown["offer_expires_at"]) == NOW + LAPSED
        assert shown["actions"] == ["accept_offer", "decline_offer", "withdraw"]
        assert await self.stored() == ["withdrawn", "offered", "waitlisted"]
        newcomer = await a_participant(self.database, self.community)
        assert (await self.sign_up(newcomer, HOUR)).json()["status"] == "waitlisted"
        path = f"{self.here}/activities/{self.shift.activity_id}/shifts"
        [shift] = (await self.get(path, newcomer, HOUR))["items"]
        assert (shift["confirmed"], shift["offered"], shift["waiting"]) == (0, 1, 2)
        assert shift["roles"][0]["remaining"] == 0

    async def test_who_is_asked_is_told_until_when(self) -> None:
        await self.offer()
        [(kind, body)] = await self.messages(self.first)
        assert kind == "place_is_offered"
        assert "12月5日14:00" in body.replace(" ", "")

    async def test_it_waits_on_the_home_screen_until_its_deadline(self) -> None:
        await self.offer()
        [waiting] = (await self.get("/v1/me/home", self.first, HOUR))["waiting"]
        assert waiting["kind"] == "accept_offer"
        assert waiting["subject"]["id"] == str(self.mine[self.first.id])
        assert datetime.fromisoformat(waiting["due_at"]) == NOW + LAPSED
        later = await self.get("/v1/me/home", self.first, LAPSED)
        assert (later["waiting"], later["next_signups"]) == ([], [])

    async def test_accepted_it_is_a_place_and_the_person_is_expected(self) -> None:
        await self.offer()
        answer = await self.act("accept-offer", self.first, LAPSED - SECOND)
        assert (answer.status_code, answer.json()["status"]) == (200, "confirmed")
        assert answer.json()["offer_expires_at"] is None
        assert await self.taken() == 1
        async with self.database.transaction() as session:
            expected = await session.get_one(Attendance, (self.community, self.mine[self.first.id]))
        assert expected.status == "expected"

    async def test_nobody_is_expected_who_has_not_accepted(self) -> None:
        await self.offer()
        async with self.database.transaction() as session:
            rows = (await session.scalars(select(Attendance))).all()
        assert [row.status for row in rows] == ["released"]

    async def test_declined_it_goes_to_the_next_at_once_and_is_no_late_mark(self) -> None:
        await self.offer(timedelta(days=1, hours=1))
        answer = await self.act("decline-offer", self.first, timedelta(days=1, hours=2))
        assert (answer.json()["status"], answer.json()["is_late_withdrawal"]) == ("declined", False)
        assert await self.stored() == ["withdrawn", "declined", "offered"]
        assert await self.taken() == 1

    async def test_withdrawn_after_the_deadline_for_leaving_it_is_no_late_mark_either(self) -> None:
        await self.offer(timedelta(days=1, hours=1))
        answer = await self.act("withdraw", self.first, timedelta(days=1, hours=2))
        assert (answer.json()["status"], answer.json()["is_late_withdrawal"]) == (
            "withdrawn",
            False,
        )
        assert await self.stored(self.second) == ["offered"]

    async def test_a_second_answer_finds_another_state(self) -> None:
        await self.offer()
        await self.act("decline-offer", self.first)
        for verb in ("decline-offer", "accept-offer"):
            answer = await self.act(verb, self.first)
            assert (answer.status_code, answer.json()["state"]) == (409, "declined")
        assert (await self.act("accept-offer", self.second)).status_code == 200
        assert (await self.act("accept-offer", self.second)).json()["state"] == "confirmed"

    async def test_only_an_offer_is_answered_and_by_its_person(self) -> None:
        waiting = await self.act("accept-offer", self.first)
        assert (waiting.status_code, waiting.json()["state"]) == (409, "waitlisted")
        self.mine[self.second.id] = self.mine[self.first.id]
        assert (await self.act("accept-offer", self.second)).status_code == 404

    async def test_the_desk_answers_for_who_says_so_and_they_are_told(self) -> None:
        await self.offer()
        accepted = await self.at_desk("accept-offer", self.first)
        assert (accepted.status_code, accepted.json()["status"]) == (200, "confirmed")
        assert [kind for kind, _ in await self.messages(self.first)][-1] == "offer_accepted"
        await self.act("withdraw", self.first)
        declined = await self.at_desk("decline-offer", self.second)
        assert declined.json()["status"] == "declined"
        assert [kind for kind, _ in await self.messages(self.second)][-1] == "offer_declined"

    async def test_at_night_people_have_until_the_morning(self) -> None:
        await self.offer(timedelta(hours=11))  # at eleven in the evening
        shown = await self.shown(self.first, timedelta(hours=11))
        assert datetime.fromisoformat(shown["offer_expires_at"]) == NOW + timedelta(hours=22)

    async def test_more_time_is_the_activity_s_to_give(self) -> None:
        async with self.database.transaction() as session:
            shift = await session.get_one(Shift, (self.community, self.shift.id))
            shift.offer_hours = 5
        await self.offer()
        shown = await self.shown(self.first)
        assert datetime.fromisoformat(shown["offer_expires_at"]) == NOW + 5 * HOUR


class TestLapse(Offers):
    """Nothing sweeps here: an offer is over at its deadline by itself."""

    async def test_every_read_says_so(self) -> None:
        await self.offer()
        shown = await self.shown(self.first, LAPSED)
        assert (shown["status"], shown["offer_expires_at"]) == ("lapsed", None)
        assert shown["actions"] == []
        [mine] = (await self.get("/v1/me/signups", self.first, LAPSED))["items"]
        assert (mine["status"], mine["actions"]) == ("lapsed", [])
        for status, count in (("lapsed", 1), ("offered", 0)):
            listed = await self.get(f"/v1/me/signups?status={status}", self.first, LAPSED)
            assert len(listed["items"]) == count
        path = f"{self.here}/activities/{self.shift.activity_id}"
        [shift] = (await self.get(path, self.first, LAPSED))["shifts"]
        assert shift["my_signup"] is None
        assert shift["actions"] == ["sign_up"]
        path = f"/admin{self.here}/shifts/{self.shift.id}/signups?status=lapsed"
        with clock.frozen(NOW + LAPSED):
            answer = await self.http.get(path, headers=as_admin(self.worker))
        [listed] = answer.json()["items"]
        assert (listed["status"], listed["actions"]) == ("lapsed", [])

    @pytest.mark.parametrize("verb", ["accept-offer", "decline-offer", "withdraw"])
    async def test_every_act_is_refused(self, verb: str) -> None:
        await self.offer()
        answer = await self.act(verb, self.first, LAPSED)
        assert (answer.status_code, answer.json()["state"]) == (409, "lapsed")

    async def test_whoever_signs_up_passes_it_on_and_waits_behind(self) -> None:
        await self.offer()
        newcomer = await a_participant(self.database, self.community)
        answer = await self.sign_up(newcomer, LAPSED)
        assert (answer.status_code, answer.json()["status"]) == (201, "waitlisted")
        assert await self.stored() == ["withdrawn", "lapsed", "offered"]

    async def test_who_had_it_signs_up_again_at_the_end_of_the_line(self) -> None:
        await self.offer()
        answer = await self.sign_up(self.first, LAPSED)
        assert (answer.json()["status"], answer.json()["position"]) == ("waitlisted", 3)
        await self.act("decline-offer", self.second, LAPSED)
        assert (await self.stored(self.first)) == ["lapsed"]  # the old one does not come back

    async def test_where_nobody_waits_whoever_signs_up_has_the_place(self) -> None:
        await self.act("withdraw", self.second)
        await self.offer()
        newcomer = await a_participant(self.database, self.community)
        path = f"{self.here}/activities/{self.shift.activity_id}/shifts"
        [shift] = (await self.get(path, newcomer, LAPSED))["items"]
        assert (shift["roles"][0]["remaining"], shift["offered"]) == (1, 0)
        answer = await self.sign_up(newcomer, LAPSED)
        assert answer.json()["status"] == "confirmed"
        assert await self.taken() == 1

    async def test_it_keeps_nobody_from_another_shift_at_that_time(self) -> None:
        await self.offer()
        other = await a_shift(self.database, self.community, starts_in=self.starts_in)
        path = f"{self.here}/shifts/{other.id}/signups"
        for after, status in ((LAPSED - SECOND, 409), (LAPSED, 201)):
            with clock.frozen(NOW + after):
                headers = as_(self.first.user_id, f"other-{status}")
                answer = await self.http.post(path, json=KNOWS_RISK, headers=headers)
            assert answer.status_code == status

    async def test_the_sweep_passes_it_on_and_its_person_is_told(self) -> None:
        await self.offer()
        await self.run(LAPSED - SECOND)
        assert await self.stored(self.first) == ["offered"]
        await self.run(LAPSED)
        assert await self.stored() == ["withdrawn", "lapsed", "offered"]
        kinds = [kind for kind, _ in await self.messages(self.first, LAPSED)]
        assert kinds == ["place_is_offered", "offer_lapsed"]


class TestNearStart(Offers):
    async def test_below_two_hours_before_the_start_nobody_is_asked(self) -> None:
        await self.offer(self.starts_in - 2 * HOUR + SECOND)
        assert await self.stored() == ["withdrawn", "confirmed", "waitlisted"]

    async def test_who_has_a_place_elsewhere_at_that_time_is_passed_over_then(self) -> None:
        await self.elsewhere(self.first)
        await self.offer(self.starts_in - HOUR)
        assert await self.stored() == ["withdrawn", "waitlisted", "confirmed"]

    async def test_who_has_a_place_elsewhere_accepts_when_they_have_left_it(self) -> None:
        other = await self.elsewhere(self.first)
        await self.offer()
        refused = await self.act("accept-offer", self.first)
        assert (refused.status_code, refused.json()["code"]) == (409, "volunteering.shifts_overlap")
        assert await self.stored(self.first) == ["offered"]
        path = f"{self.here}/signups/{other}/withdraw"
        await self.http.post(path, headers=as_(self.first.user_id))
        assert (await self.act("accept-offer", self.first)).status_code == 200

    async def elsewhere(self, who: Participant) -> UUID:
        """Gives the person a place at the same time, as only a move does it."""
        other = await a_shift(self.database, self.community, starts_in=self.starts_in)
        return (await a_signup(self.database, other, who)).id


class TestChanges(Offers):
    async def test_fewer_places_than_are_taken_or_offered_are_refused(self) -> None:
        await self.revise(roles=[{"capacity": 2}])
        assert await self.stored() == ["confirmed", "offered", "waitlisted"]
        refused = await self.revise(roles=[{"capacity": 1}])
        assert (refused.status_code, refused.json()["taken"]) == (409, 2)

    async def test_a_place_whose_offer_is_over_is_taken_away_where_nobody_waits(self) -> None:
        await self.act("withdraw", self.second)
        await self.revise(roles=[{"capacity": 2}])
        answer = await self.revise(LAPSED, roles=[{"capacity": 1}])
        assert answer.status_code == 200
        assert await self.stored() == ["confirmed", "lapsed", "withdrawn"]

    async def test_a_closed_role_keeps_what_it_has_promised(self) -> None:
        await self.offer()
        await self.revise(roles=[{"capacity": 1, "is_closed": True}])
        assert await self.stored(self.first, self.second) == ["offered", "lapsed"]
        assert (await self.act("accept-offer", self.first)).status_code == 200

    async def test_a_move_gives_new_time_to_answer_and_says_so(self) -> None:
        await self.offer()
        start = NOW + timedelta(hours=4)
        moved = {
            "starts_at": start.isoformat(),
            "ends_at": (start + HOUR).isoformat(),
        }
        assert (await self.revise(HOUR, **moved)).status_code == 200
        shown = await self.shown(self.first, HOUR)
        deadline = datetime.fromisoformat(shown["offer_expires_at"])
        assert deadline == NOW + HOUR + HOUR * 3 / 2
        assert (await self.messages(self.first))[-1][0] == "offer_is_moved"
        await self.run(deadline - NOW)
        assert await self.stored(self.first, self.second) == ["lapsed", "confirmed"]

    async def test_a_cancelled_shift_cancels_its_offers(self) -> None:
        await self.offer()
        path = f"/admin{self.here}/shifts/{self.shift.id}/cancel"
        await self.http.post(path, json={"reason": "暴雨"}, headers=as_admin(self.worker))
        assert await self.stored(self.first, self.second) == ["cancelled", "cancelled"]
        answer = await self.act("accept-offer", self.first)
        assert (answer.status_code, answer.json()["state"]) == (409, "cancelled")
        assert await self.taken() == 0

    async def test_an_offer_that_was_over_is_not_cancelled_with_its_shift(self) -> None:
        await self.offer()
        path = f"/admin{self.here}/shifts/{self.shift.id}/cancel"
        with clock.frozen(NOW + LAPSED):
            await self.http.post(path, json={"reason": "暴雨"}, headers=as_admin(self.worker))
        assert await self.stored(self.first, self.second) == ["lapsed", "cancelled"]

    async def test_the_offer_of_who_is_blocked_goes_on(self) -> None:
        await self.offer()
        path = f"/admin{self.here}/participants/{self.first.id}/block"
        await self.http.post(path, json={"reason": "多次爽约"}, headers=as_admin(self.worker))
        refused = await self.act("accept-offer", self.first)
        assert (refused.status_code, refused.json()["code"]) == (
            403,
            "communities.participant_inactive",
        )
        await Worker(self.database).run_due()
        assert await self.stored() == ["withdrawn", "withdrawn", "offered"]
        assert await self.taken() == 1

    async def test_who_is_asked_about_a_change_agrees_before_accepting(self) -> None:
        await self.offer()
        await self.change(lambda shift, signup: signup.ask_to_agree(NOW + timedelta(days=1)))
        assert (await self.shown(self.first))["actions"] == ["decline_offer", "withdraw", "agree"]
        refused = await self.act("accept-offer", self.first)
        assert (refused.status_code, refused.json()["code"]) == (
            409,
            "volunteering.agreement_first",
        )
        await self.act("agree", self.first, **KNOWS_RISK)
        assert (await self.act("accept-offer", self.first)).status_code == 200

    async def test_whom_the_ages_exclude_now_is_refused_and_passed_over(self) -> None:
        await self.of_age(self.first, AgeBand.FROM_14_TO_17)
        await self.offer()
        await self.change(lambda shift, signup: setattr(shift, "age", AgeLimit.ADULTS))
        refused = await self.act("accept-offer", self.first)
        assert (refused.status_code, refused.json()["code"]) == (403, "volunteering.adults_only")
        await self.of_age(self.second, AgeBand.FROM_14_TO_17)
        await self.act("decline-offer", self.first)
        assert await self.stored(self.first, self.second) == ["declined", "waitlisted"]

    async def test_whom_the_audience_excludes_now_is_refused(self) -> None:
        await self.offer()
        await self.change(lambda shift, signup: setattr(shift, "audience", Audience.RESIDENTS))
        async with self.database.transaction() as session:
            row = await session.get_one(Participant, (self.community, self.first.id))
            row.kind = ParticipantKind.VISITOR
        refused = await self.act("accept-offer", self.first)
        assert (refused.status_code, refused.json()["code"]) == (403, "volunteering.not_invited")

    async def change(self, change: Any) -> None:
        async with self.database.transaction() as session:
            shift = await session.get_one(Shift, (self.community, self.shift.id))
            signup = await session.get_one(Signup, (self.community, self.mine[self.first.id]))
            change(shift, signup)

    async def of_age(self, who: Participant, band: AgeBand) -> None:
        async with self.database.transaction() as session:
            row = await session.get_one(Participant, (self.community, who.id))
            row.age_band = band
