"""A machine of acts around shifts: what anybody may send, in any order and at any time."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import Row, text

from app.kernel import clock
from tests.client import as_admin
from tests.properties.environment import Environment
from tests.properties.invariants import broken_rules
from tests.properties.town import PEOPLE, SHIFTS, Town
from tests.service_records.scene import a_packet, a_scan, code_of

Result = TypeVar("Result")
_instant = datetime.fromisoformat
people = st.integers(0, PEOPLE - 1)
shifts = st.integers(0, len(SHIFTS) - 1)
workers = st.integers(0, 1)
signups = st.integers(0, 5)
MINUTE = timedelta(minutes=1)
FROM_START = (-150, -61, -20, 0, 1, 45, 119, 120, 180, 26 * 60, 5 * 24 * 60)
"""Minutes from the start of a shift to which the clock goes: where deadlines, windows and notice
periods begin and end."""
REASON = {"reason": "按社区记录更正"}


@dataclass
class Bridge:
    """Runs what a rule does in the loop of the test, to which the application belongs."""

    loop: asyncio.AbstractEventLoop
    environment: Environment

    def run(self, act: Coroutine[Any, Any, Result]) -> Result:
        return asyncio.run_coroutine_threadsafe(act, self.loop).result()


class ServiceMachine(RuleBasedStateMachine):
    bridge: ClassVar[Bridge]

    def __init__(self) -> None:
        super().__init__()
        self.town: Town = self.run(self.bridge.environment.begin())

    def teardown(self) -> None:
        self.run(self.bridge.environment.end())

    def run(self, act: Coroutine[Any, Any, Result]) -> Result:
        return self.bridge.run(act)

    def act(self, who: int | UUID, path: str, body: object = None) -> None:
        """Does it as one of the people, by number or id."""
        person = who if isinstance(who, UUID) else self.town.people[who].id
        self.run(self.town.act(self.town.users[person], path, body))

    def lead(self, path: str, body: object = None) -> None:
        self.act(self.town.leader.id, path, body)

    def desk(
        self, worker: int, path: str, body: object = None, method: str = "POST", tag: str = "*"
    ) -> None:
        self.run(self.town.at_desk(worker, path, body, method, tag))

    def find(self, statement: str, **given: object) -> Row[Any] | None:
        return self.run(self._find(statement, given))

    async def _find(self, statement: str, given: dict[str, object]) -> Row[Any] | None:
        async with self.town.database.transaction() as session:
            rows = await session.execute(text(statement), {"here": self.town.community} | given)
            return rows.first()

    def signup(self, which: int) -> Row[Any] | None:
        """Returns a sign-up with its person and shift, counted from the newest on."""
        return self.find(
            "SELECT id, participant_id, shift_id FROM signups WHERE community_id = :here"
            " ORDER BY id DESC OFFSET :which LIMIT 1",
            which=which,
        )

    def entry(self, which: int) -> UUID | None:
        found = self.find(
            "SELECT id FROM service_entries WHERE community_id = :here ORDER BY id OFFSET :which"
            " LIMIT 1",
            which=which,
        )
        return None if found is None else found.id

    # ------------------------------------------------------------ time

    @initialize(busy=st.lists(shifts, min_size=2, max_size=PEOPLE))
    def people_have_signed_up(self, busy: list[int]) -> None:
        for person, shift in enumerate(busy):
            self.signs_up(person, shift)

    @rule(minutes=st.sampled_from(FROM_START), works=st.booleans())
    def the_clock_goes_on(self, minutes: int, works: bool) -> None:
        """It goes to a time around the next shift, and never back; the worker may be late."""
        start = self.find(
            "SELECT starts_at FROM shifts WHERE community_id = :here AND ends_at > :now"
            " ORDER BY starts_at LIMIT 1",
            now=self.town.now,
        )
        near = self.town.now if start is None else start.starts_at
        self.town.now = max(self.town.now + MINUTE, near + minutes * MINUTE)
        if works:
            self.the_worker_works()

    @rule()
    def the_worker_works(self) -> None:
        self.run(self.town.work())

    # ------------------------------------------------------------ places

    @rule(person=people, shift=shifts)
    def signs_up(self, person: int, shift: int) -> None:
        body = {"is_risk_acknowledged": True}
        self.act(person, f"/shifts/{self.town.shifts[shift]}/signups", body)

    @rule(person=people)
    def signs_up_for_all(self, person: int) -> None:
        body = {"is_risk_acknowledged": True, "all": True}
        self.act(person, f"/activities/{self.town.activity}/signups", body)

    @rule(which=signups, verb=st.sampled_from(("withdraw", "withdraw", "agree")))
    def leaves_or_agrees(self, which: int, verb: str) -> None:
        if (signup := self.signup(which)) is not None:
            body = {"is_risk_acknowledged": True} if verb == "agree" else None
            self.act(signup.participant_id, f"/signups/{signup.id}/{verb}", body)

    @rule(verb=st.sampled_from(("accept-offer", "decline-offer")))
    def answers_an_offer(self, verb: str) -> None:
        """An answer comes before or after the deadline."""
        offer = self.find(
            "SELECT id, participant_id FROM signups WHERE community_id = :here"
            " AND status = 'offered' LIMIT 1"
        )
        if offer is not None:
            self.act(offer.participant_id, f"/signups/{offer.id}/{verb}")

    @rule(shift=shifts, places=st.integers(1, 3), later=st.sampled_from((0, 0, 30, 26 * 60)))
    def the_shift_changes(self, shift: int, places: int, later: int) -> None:
        self.run(self._change(self.town.shifts[shift], later * MINUTE, places))

    @rule(person=people, one=shifts, other=shifts)
    def two_shifts_of_one_person_come_to_overlap(self, person: int, one: int, other: int) -> None:
        """Their sign-ups stay, and what they serve at both counts once."""
        self.signs_up(person, one)
        self.signs_up(person, other)
        starts = self.find(
            "SELECT a.starts_at AS there, b.starts_at AS here FROM shifts a, shifts b"
            " WHERE a.community_id = :here AND a.id = :one"
            " AND b.community_id = :here AND b.id = :other",
            one=self.town.shifts[one],
            other=self.town.shifts[other],
        )
        assert starts is not None
        later = starts.there + timedelta(hours=1) - starts.here
        self.run(self._change(self.town.shifts[other], later))
        self.town.now = max(self.town.now, starts.there)
        self.everybody_serves(is_led=True, minutes=45)

    async def _change(self, shift: UUID, later: timedelta, places: int | None = None) -> None:
        town = self.town
        path = f"/admin{town.here}/shifts/{shift}"
        with clock.frozen(town.now):
            seen = (await town.http.get(path, headers=as_admin(town.workers[0]))).json()
        times = {
            name: (_instant(seen[name]) + later).isoformat()
            for name in ("starts_at", "ends_at", "signup_closes_at", "withdraw_until")
        }
        opens_at = min(_instant(seen["signup_opens_at"]), _instant(seen["signup_opens_at"]) + later)
        if _instant(times["starts_at"]) > town.now:
            role = {
                "id": seen["roles"][0]["id"],
                "name": "",
                "capacity": places or seen["roles"][0]["capacity"],
            }
            body = times | {"signup_opens_at": opens_at.isoformat(), "roles": [role]}
            await town.at_desk(0, f"/shifts/{shift}", body, "PUT")

    @rule(shift=shifts)
    def the_shift_is_cancelled(self, shift: int) -> None:
        self.desk(0, f"/shifts/{self.town.shifts[shift]}/cancel", {"reason": "暴雨红色预警"})

    @rule(person=people, verb=st.sampled_from(("block", "unblock", "unblock")))
    def is_blocked(self, person: int, verb: str) -> None:
        self.desk(0, f"/participants/{self.town.people[person].id}/{verb}", REASON)

    # ------------------------------------------------------------ presence

    @rule(which=signups)
    def sends_the_code(self, which: int) -> None:
        if (signup := self.signup(which)) is not None:
            code = code_of(signup.shift_id, self.town.now)
            body = {"code": code, "nonce": self._nonce()}
            self.act(signup.participant_id, "/check-ins", body)

    @rule(which=signups)
    def leaves_the_place(self, which: int) -> None:
        if (signup := self.signup(which)) is not None:
            path = f"/check-ins/{signup.id}/check-out"
            self.act(signup.participant_id, path, {"nonce": self._nonce()})

    @rule(which=signups, verb=st.sampled_from(("check-in", "check-in", "check-out", "mark-absent")))
    def the_leader_ticks(self, which: int, verb: str) -> None:
        if (signup := self.signup(which)) is not None:
            self.lead(f"/attendances/{signup.id}/{verb}", {})

    @rule(
        which=signups,
        ago=st.integers(0, 200),
        verb=st.sampled_from(("check_in", "check_out")),
        off=st.sampled_from((0, 4, -4, 24 * 60)),
    )
    def a_packet_arrives(self, which: int, ago: int, verb: str, off: int) -> None:
        """A leader's phone whose clock is off sends a scan of before."""
        if (signup := self.signup(which)) is None:
            return
        town, of_phone = self.town, self.town.now + off * MINUTE
        scan = a_scan(signup.id, of_phone - ago * MINUTE, verb)
        until = town.now + timedelta(hours=6)
        packet = a_packet(signup.shift_id, town.leader.id, until, of_phone, [scan])
        self.lead("/check-in-packets", packet)

    @rule(which=signups, verdict=st.sampled_from(("uphold", "correct")))
    def an_absence_is_disputed(self, which: int, verdict: str) -> None:
        if (signup := self.signup(which)) is not None:
            self.act(signup.participant_id, f"/attendances/{signup.id}/dispute", REASON)
            self.desk(1, f"/attendances/{signup.id}/{verdict}", REASON)

    @rule(is_led=st.booleans(), minutes=st.sampled_from((0, 45)))
    def everybody_serves(self, is_led: bool, minutes: int) -> None:
        """All who are expected come, and most leave again before the end."""
        self.the_clock_goes_on(minutes, works=False)
        for which in self._expected_now():
            if is_led:
                self.the_leader_ticks(which, "check-in")
            else:
                self.sends_the_code(which)
        self.the_clock_goes_on(119, works=False)
        for which in self._expected_now()[1:]:
            self.leaves_the_place(which)
        self.the_clock_goes_on(180, works=True)

    def _expected_now(self) -> list[int]:
        """Returns the numbers of the sign-ups with a place where one can check in now."""
        found = self.find(
            "SELECT array_agg(n) AS numbers FROM (SELECT g.status, s.starts_at, s.ends_at,"
            " row_number() OVER (ORDER BY g.id DESC) - 1 AS n FROM signups g JOIN shifts s"
            " ON s.community_id = g.community_id AND s.id = g.shift_id"
            " WHERE g.community_id = :here) x"
            " WHERE status = 'confirmed' AND :now BETWEEN starts_at - interval '30 minutes'"
            " AND ends_at",
            now=self.town.now,
        )
        return [] if found is None else found.numbers or []

    def _nonce(self) -> str:
        return f"nonce-{self.town.acts:08}"

    # ------------------------------------------------------------ hours and points

    @rule(shift=shifts, verb=st.sampled_from(("review", "post")), worker=workers)
    def entries_go_on(self, shift: int, verb: str, worker: int) -> None:
        self.desk(worker, f"/occasions/{self.town.shifts[shift]}/service-entries/{verb}", {})

    @rule()
    def hours_are_confirmed(self) -> None:
        found = self.find(
            "SELECT array_agg(DISTINCT occasion_id) AS ids FROM service_entries"
            " WHERE community_id = :here AND status IN ('recorded', 'reviewed')"
        )
        for shift in (found and found.ids) or []:
            for verb in ("review", "post"):
                self.entries_go_on(self.town.shifts.index(shift), verb, 0)
        self.town.now += timedelta(days=5)
        self.the_worker_works()

    @rule(person=people, which=st.integers(0, 3))
    def somebody_objects(self, person: int, which: int) -> None:
        if (entry := self.entry(which)) is not None:
            self.act(person, f"/service-entries/{entry}/object", REASON)

    @rule(which=st.integers(0, 3), first=workers, second=workers)
    def an_entry_is_reversed(self, which: int, first: int, second: int) -> None:
        if (entry := self.entry(which)) is not None:
            self.desk(first, f"/service-entries/{entry}/request-reversal", REASON)
            self.desk(second, f"/service-entries/{entry}/reverse")

    @rule(person=people)
    def redeems(self, person: int) -> None:
        self.act(person, f"/rewards/{self.town.reward}/redemptions")

    @rule(verb=st.sampled_from(("fulfil", "cancel")))
    def a_redemption_ends(self, verb: str) -> None:
        redemption = self.find(
            "SELECT id FROM redemptions WHERE community_id = :here ORDER BY id DESC LIMIT 1"
        )
        if redemption is not None:
            body = {"witness": "周建国"} if verb == "cancel" else None
            self.desk(0, f"/redemptions/{redemption.id}/{verb}", body)

    @invariant()
    def everything_holds(self) -> None:
        assert self.run(broken_rules(self.town.database, self.town.community)) == {}
