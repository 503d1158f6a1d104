"""Codes, fence, packets and the decision on a check-in, without a database."""

import hmac
import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.communities.acting import ActingFor
from app.communities.people import Person
from app.service_records.check_ins import codes, packets
from app.service_records.check_ins.fence import Location, Point, distance_meters, is_inside
from app.service_records.check_ins.rules import (
    Admitted,
    CheckInCommand,
    CheckOutCommand,
    Facts,
    LockedAttendance,
    OccasionFacts,
    decide,
    decide_leaving,
)
from app.service_records.check_ins.schemas import Packet, ScanAct
from app.service_records.models import Accuracy, AttendanceStatus, Position
from tests.each import each

KEY = bytes(range(32))
OCCASION = UUID("0192d3f4-5a6b-7c8d-9e0f-a1b2c3d4e5f6")
ATTENDANCE = UUID("0192d3f4-0000-7000-8000-000000000002")
START = datetime(2026, 12, 6, 2, 0, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
CENTRE = Point(116.4, 39.9)
CLIENTS = (Path(__file__).parents[2] / "docs/clients.md").read_text()


# ---------------------------------------------------------------- codes


def test_a_code_is_the_documented_hmac_and_names_its_occasion() -> None:
    step = codes.step_of(START)
    shown = codes.occasion_code(KEY, OCCASION, step)
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}", shown)
    read = codes.read_code(shown)
    text = b"occasion" + OCCASION.bytes + step.to_bytes(8)
    assert read.name == "3d4e5f6"
    assert read.proof == hmac.digest(KEY, text, "sha256")[:4]


@given(st.binary(min_size=32, max_size=32), st.uuids(), st.integers(2, 2**32))
def test_every_code_is_read_as_it_was_shown(key: bytes, occasion_id: UUID, step: int) -> None:
    code = codes.read_code(codes.occasion_code(key, occasion_id, step))
    for seconds, is_good in ((-1, False), (0, True), (59, True), (60, False)):
        at = codes.start_of(step) + timedelta(seconds=seconds)
        assert codes.proves(code, key, occasion_id, at) is is_good


@each(["", "hello", "ABCD-EFGH-JKM", "ABCD-EFGH-JKMNP", "ABCD-EFGH-JKM!", "ABCD-EFGH-JKMU"])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="code"):
        codes.read_code(text)


@given(st.text(max_size=60))
def test_no_text_breaks_the_readers(text: str) -> None:
    for read in (codes.read_code, codes.read_personal_code):
        try:
            read(text)
        except ValueError:
            continue


def test_a_personal_code_is_of_one_person_and_time() -> None:
    own = codes.personal_key(KEY, ATTENDANCE)
    id_, proof = codes.read_personal_code(
        codes.personal_code(own, ATTENDANCE, codes.step_of(START))
    )
    assert id_ == ATTENDANCE
    assert codes.proves_person(proof, KEY, ATTENDANCE, START)
    assert codes.proves_person(proof, KEY, ATTENDANCE, START + timedelta(seconds=59))
    assert not codes.proves_person(proof, KEY, ATTENDANCE, START + MINUTE)
    assert not codes.proves_person(proof, KEY, OCCASION, START)
    assert codes.proves_person(proof, KEY, ATTENDANCE, START + 5 * MINUTE, 5 * MINUTE)


# ---------------------------------------------------------------- fence

FENCE = [
    (0.0, 0.0, True),
    (0.00269, 0.0, True),  # 299 m to the north
    (0.00271, 0.0, False),  # 301 m
    (0.0, 0.0035, True),  # 299 m to the east, at 39.9 degrees
    (0.0, 0.0036, False),
    (-1.0, 0.0, False),
]


@each(FENCE)
def test_the_fence_is_a_circle(case: tuple[float, float, bool]) -> None:
    north, east, inside = case
    point = Point(CENTRE.longitude + east, CENTRE.latitude + north)
    assert is_inside(point, CENTRE, 300) is inside


def test_distances_are_right_also_around_the_globe() -> None:
    beijing, shanghai = Point(116.4074, 39.9042), Point(121.4737, 31.2304)
    assert distance_meters(beijing, shanghai) == pytest.approx(1_067_000, rel=0.005)
    assert distance_meters(Point(179.9999, 0), Point(-179.9999, 0)) == pytest.approx(22.2, rel=0.01)
    assert distance_meters(Point(0, 0), Point(180, 0)) == pytest.approx(20_015_000, rel=0.001)


BUCKETS = [
    *((None, "unknown"), (0, "within_50_m"), (50, "within_50_m"), (50.1, "within_200_m")),
    *((200, "within_200_m"), (201, "beyond_200_m")),
]


@each(BUCKETS)
def test_accuracy_is_coarse(case: tuple[float | None, str]) -> None:
    meters, bucket = case
    assert Location(CENTRE, meters).accuracy == bucket


def test_a_location_does_not_show_in_logs() -> None:
    assert "39" not in repr(Location(CENTRE, 39.0))


# ---------------------------------------------------------------- decisions

FACTS = Facts(
    person=Person(UUID(int=1), "active"),
    occasion=OccasionFacts(
        OCCASION, "shift", "清扫楼道", "open", START, START + 2 * HOUR, CENTRE, KEY
    ),
    attendance=LockedAttendance(ATTENDANCE, "expected"),
)
CAME = START - 5 * MINUTE


def check_in(at: datetime, location: Location | None = None) -> CheckInCommand:
    code = codes.read_code(codes.occasion_code(KEY, OCCASION, codes.step_of(at)))
    return CheckInCommand(ActingFor.oneself(UUID(int=1)), at, code, location=location)


def with_occasion(**values: object) -> Facts:
    assert FACTS.occasion is not None
    return replace(FACTS, occasion=replace(FACTS.occasion, **values))  # type: ignore[arg-type]  # Each test gives what its field takes.


def with_attendance(status: str) -> Facts:
    return replace(FACTS, attendance=LockedAttendance(ATTENDANCE, status, CAME))


REFUSALS = [
    (replace(FACTS, person=None), START, "communities.not_a_participant"),
    (replace(FACTS, person=Person(UUID(int=1), "left")), START, "communities.participant_inactive"),
    (replace(FACTS, occasion=None), START, "service_records.code_unknown"),
    (with_occasion(status="cancelled"), START, "service_records.occasion_cancelled"),
    (replace(FACTS, attendance=None), START, "service_records.not_expected"),
    (with_attendance("present"), START, "service_records.already_checked_in"),
    (with_attendance("left"), START, "service_records.already_checked_in"),
    (with_attendance("absent"), START, "service_records.attendance_wrong_state"),
    (with_attendance("disputed"), START, "service_records.attendance_wrong_state"),
    (FACTS, START - 31 * MINUTE, "service_records.check_in_not_open"),
    (FACTS, START + 2 * HOUR, "service_records.check_in_closed"),
    (with_occasion(code_key=None), START, "service_records.code_expired"),
    (with_occasion(code_key=bytes(32)), START, "service_records.code_expired"),
]


@each(REFUSALS, lambda case: str(case[2]))
def test_each_reason_to_refuse_a_check_in(case: tuple[Facts, datetime, str]) -> None:
    facts, at, code = case
    decision = decide(facts, check_in(at))
    assert not isinstance(decision, Admitted)
    assert decision.code == code


@each([START - 30 * MINUTE, START, START + 2 * HOUR - timedelta(microseconds=1)])
def test_the_window_holds_its_first_and_not_its_last_instant(at: datetime) -> None:
    assert isinstance(decide(FACTS, check_in(at)), Admitted)


@each([(CENTRE, Position.INSIDE), (Point(0, 0), Position.OUTSIDE)])
def test_a_place_is_noted_and_refuses_nobody(case: tuple[Point, Position]) -> None:
    point, position = case
    admitted = decide(FACTS, check_in(START, Location(point, 20)))
    assert isinstance(admitted, Admitted)
    assert (admitted.position, admitted.accuracy) == (position, Accuracy.WITHIN_50_M)


def test_without_a_point_of_the_occasion_a_place_says_nothing() -> None:
    admitted = decide(with_occasion(centre=None), check_in(START, Location(CENTRE, 20)))
    assert isinstance(admitted, Admitted)
    assert (admitted.position, admitted.accuracy) == (None, None)


LEAVING = [
    ("present", None),
    ("expected", "service_records.not_checked_in"),
    ("left", "service_records.already_checked_out"),
    ("absent", "service_records.attendance_wrong_state"),
    ("released", "service_records.attendance_wrong_state"),
]


@each(LEAVING)
def test_only_who_is_present_leaves(case: tuple[str, str | None]) -> None:
    status, code = case
    command = CheckOutCommand(ActingFor.oneself(UUID(int=1)), START + HOUR, ATTENDANCE)
    decision = decide_leaving(with_attendance(status), command)
    assert getattr(decision, "code", None) == code


# ---------------------------------------------------------------- packets


def test_the_example_for_clients_is_what_the_server_takes() -> None:
    [example] = re.findall(r"```json\n(.+?)\n```", CLIENTS, re.DOTALL)
    [signed] = re.findall(r"```text\n(linli-packet-1.+?)\n```", CLIENTS, re.DOTALL)
    packet = Packet.model_validate(json.loads(example))
    assert packets.signed_text(packet) == signed
    assert packets.is_signed(packet, KEY)
    assert packets.packet_key(KEY, packet.leader_id, packet.key_expires_at).hex() in CLIENTS
    assert codes.personal_key(KEY, ATTENDANCE).hex() in CLIENTS
    scan = packet.scans[0]
    _, proof = codes.read_personal_code(scan.scanned)
    assert codes.proves_person(proof, KEY, ATTENDANCE, scan.at)


scans = st.lists(
    st.tuples(st.sampled_from(ScanAct), st.integers(0, 240)), min_size=1, max_size=6
).map(
    # All who come have come before anybody leaves: otherwise a leader has mixed them up.
    lambda made: [
        (act, START + (n % 120 + (120 if act is ScanAct.CHECK_OUT else 0)) * MINUTE)
        for act, n in made
    ]
)


@given(scans, st.randoms(use_true_random=False))
def test_the_order_of_scans_does_not_matter(
    made: list[tuple[ScanAct, datetime]], chance: Random
) -> None:
    shuffled = list(made)
    chance.shuffle(shuffled)
    ends = []
    for order in (made, shuffled, [*shuffled, *made]):
        presence = packets.Presence(AttendanceStatus.EXPECTED)
        for act, at in order:
            presence = packets.count(presence, act, at)
        ends.append(presence)
    assert ends[0] == ends[1] == ends[2]
    came = [at for act, at in made if act is ScanAct.CHECK_IN]
    left = [at for act, at in made if act is ScanAct.CHECK_OUT]
    assert ends[0].first == min(came or left)
    assert ends[0].last == (min(left) if left else None)
