"""Check-ins at once: two leaders and one person, two phones of one person, one packet from twenty
phones, and a check-in against a withdrawal. Each race is seen to catch a lane without locks."""

import asyncio
from collections.abc import Awaitable, Sequence
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from httpx import AsyncClient, Response
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from app.communities.models import Participant
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.jobs.events import EventRow
from app.service_records.check_ins.hot import CHECK_IN, CHECK_OUT
from app.service_records.models import Attendance
from app.volunteering.models import Signup
from tests.client import as_
from tests.factories import a_participant
from tests.planted_bugs import LaneWithoutLocks, Rendezvous, sessions_without_locks
from tests.service_records.rows import a_leader
from tests.service_records.scene import Scene, a_scan, a_scene, code_of

PEOPLE = 12
MINUTE = timedelta(minutes=1)
Person = tuple[Participant, Signup]


@pytest.fixture
async def scene(own_database: Database, clients: list[AsyncClient]) -> Scene:
    return await a_scene(clients[0], own_database)


@pytest.fixture
async def people(scene: Scene) -> list[Person]:
    return [await scene.expected() for _ in range(PEOPLE)]


async def at_once(scene: Scene, *calls: Awaitable[Response]) -> list[Response]:
    with clock.frozen(scene.start - 10 * MINUTE):
        return await asyncio.gather(*calls)


async def post(
    http: AsyncClient, scene: Scene, who: Participant, path: str, body: object
) -> Response:
    return await http.post(f"{scene.here}/{path}", json=body, headers=as_(who.user_id))


async def left_events(scene: Scene) -> list[str]:
    """Returns the attendances of the events from which hours follow."""
    async with scene.database.transaction() as session:
        rows = await session.scalars(select(EventRow).filter_by(community_id=scene.community))
        stored = [row.read() for row in rows if row.kind == "service_records"]
    kind = "service_records.attendance_left"
    return [one.payload["attendance_id"] for one in stored if one.kind == kind]


# ---------------------------------------------------------------- two leaders scan one person


async def leaders_scan(
    clients: Sequence[AsyncClient], scene: Scene, people: Sequence[Person]
) -> None:
    second = await a_participant(scene.database, scene.community)
    await a_leader(scene.database, scene.community, scene.shift.activity_id, second.id)
    leaders = (scene.leader, second)
    answers = await at_once(
        scene,
        *(
            post(clients[n], scene, leader, f"attendances/{signup.id}/check-in", {})
            for _, signup in people
            for n, leader in enumerate(leaders)
        ),
    )
    for (_, signup), pair in zip(
        people, zip(answers[::2], answers[1::2], strict=True), strict=True
    ):
        assert sorted(answer.status_code for answer in pair) == [200, 409]
        [first] = [n for n, answer in enumerate(pair) if answer.status_code == 200]
        stored = await scene.attendance(signup)
        assert stored.checked_in_by == leaders[first].id
        assert pair[1 - first].json()["code"] == "service_records.already_checked_in"


async def test_of_two_leaders_who_scan_one_person_one_is_first(
    clients: list[AsyncClient], scene: Scene, people: list[Person]
) -> None:
    await leaders_scan(clients, scene, people)


@pytest.mark.not_under_faketime
async def test_the_leaders_race_catches_leaders_without_locks(
    own_engine: AsyncEngine, clients: list[AsyncClient], scene: Scene, people: list[Person]
) -> None:
    async with sessions_without_locks(own_engine, "attendances"):
        with pytest.raises(AssertionError, match=r"\[200, 200\]"):
            await leaders_scan(clients, scene, people[:2])


# ---------------------------------------------------------------- check-out twice


async def come(scene: Scene, people: Sequence[Person]) -> None:
    for person, _ in people:
        answer = await scene.check_in(person.user_id, scene.start - 20 * MINUTE)
        assert answer.status_code == 201


async def check_out_twice(
    clients: Sequence[AsyncClient], scene: Scene, people: Sequence[Person]
) -> None:
    answers = await at_once(
        scene,
        *(
            post(
                clients[n],
                scene,
                person,
                f"check-ins/{signup.id}/check-out",
                {"nonce": f"nonce-000{n}"},
            )
            for person, signup in people
            for n in range(2)
        ),
    )
    for pair in zip(answers[::2], answers[1::2], strict=True):
        assert sorted(answer.status_code for answer in pair) == [200, 409]
    assert sorted(await left_events(scene)) == sorted(str(signup.id) for _, signup in people)


async def test_of_two_phones_that_check_out_one_person_one_is_first(
    clients: list[AsyncClient], scene: Scene, people: list[Person]
) -> None:
    await come(scene, people)
    await check_out_twice(clients, scene, people)


@pytest.mark.not_under_faketime
async def test_the_check_out_race_catches_a_lane_without_locks(
    own_database: Database,
    apps: list[FastAPI],
    clients: list[AsyncClient],
    scene: Scene,
    people: list[Person],
) -> None:
    await come(scene, people[:1])
    rendezvous = Rendezvous(2, seconds=2)
    for app in apps:
        app.state.lane = LaneWithoutLocks(own_database, CHECK_OUT, rendezvous)
    with pytest.raises(AssertionError, match=r"\[200, 200\]"):
        await check_out_twice(clients, scene, people[:1])


# ---------------------------------------------------------------- one packet, twenty phones


async def upload_at_once(
    clients: Sequence[AsyncClient], scene: Scene, people: Sequence[Person], phones: int
) -> None:
    sent_at = scene.start - 10 * MINUTE
    scans: list[dict[str, Any]] = []
    for _, signup in people:
        scans += [
            a_scan(signup.id, scene.start - 25 * MINUTE),
            a_scan(signup.id, scene.start - 15 * MINUTE, "check_out"),
        ]
    packet = scene.packet(scans, sent_at)
    answers = await at_once(
        scene,
        *(
            post(clients[n % len(clients)], scene, scene.leader, "check-in-packets", packet)
            for n in range(phones)
        ),
    )
    assert {answer.status_code for answer in answers} == {200}
    outcomes = [[one["outcome"] for one in answer.json()["results"]] for answer in answers]
    for of_scan in zip(*outcomes, strict=True):
        assert sorted(of_scan) == ["counted", *["known"] * (phones - 1)]
    assert sorted(await left_events(scene)) == sorted(str(signup.id) for _, signup in people)
    for _, signup in people:
        stored = await scene.attendance(signup)
        assert stored.checked_out_at == scene.start - 15 * MINUTE


async def test_one_packet_from_twenty_phones_counts_once(
    phones: list[AsyncClient], scene: Scene, people: list[Person]
) -> None:
    await upload_at_once(phones, scene, people, 20)


@pytest.mark.not_under_faketime
async def test_the_packet_race_catches_uploads_without_locks(
    own_engine: AsyncEngine, clients: list[AsyncClient], scene: Scene, people: list[Person]
) -> None:
    async with sessions_without_locks(own_engine, "attendances"):
        with pytest.raises(AssertionError, match="counted"):
            await upload_at_once(clients, scene, people[:1], 3)


# ---------------------------------------------------------------- check-in against withdrawal


async def come_or_withdraw(
    clients: Sequence[AsyncClient], scene: Scene, people: Sequence[Person]
) -> None:
    code = code_of(scene.shift.id, scene.start - 10 * MINUTE)
    calls: list[Awaitable[Response]] = []
    for person, signup in people:
        body = {"code": code, "nonce": "nonce-0001"}
        calls.append(post(clients[0], scene, person, "check-ins", body))
        calls.append(post(clients[1], scene, person, f"signups/{signup.id}/withdraw", None))
    answers = await at_once(scene, *calls)
    for (_, signup), pair in zip(
        people, zip(answers[::2], answers[1::2], strict=True), strict=True
    ):
        stored = await scene.attendance(signup)
        statuses = [answer.status_code for answer in pair]
        assert statuses in ([201, 409], [409, 200]), [answer.text for answer in pair]
        has_come = statuses[0] == 201
        assert stored.status == ("present" if has_come else "released")
        async with scene.database.transaction() as session:
            key = (scene.community, signup.id)
            status = (await session.get_one(Signup, key)).status
        assert status == ("confirmed" if has_come else "withdrawn")


async def test_who_checks_in_and_withdraws_at_once_does_one_of_them(
    clients: list[AsyncClient], scene: Scene, people: list[Person]
) -> None:
    await come_or_withdraw(clients, scene, people)


@pytest.mark.not_under_faketime
async def test_the_race_against_withdrawal_catches_a_lane_without_locks(
    own_database: Database,
    apps: list[FastAPI],
    clients: list[AsyncClient],
    scene: Scene,
    people: list[Person],
) -> None:
    rendezvous = Rendezvous(2, seconds=1)
    for app in apps:
        app.state.lane = LaneWithoutLocks(own_database, CHECK_IN, rendezvous)
    with pytest.raises(AssertionError, match=r"\[201, 200\]"):
        await come_or_withdraw(clients, scene, people[:1])


async def test_two_phones_of_one_person_check_in_once(
    clients: list[AsyncClient], scene: Scene, people: list[Person]
) -> None:
    code = code_of(scene.shift.id, scene.start - 10 * MINUTE)
    answers = await at_once(
        scene,
        *(
            post(clients[n], scene, person, "check-ins", {"code": code, "nonce": f"nonce-000{n}"})
            for person, _ in people
            for n in range(2)
        ),
    )
    for pair in zip(answers[::2], answers[1::2], strict=True):
        assert sorted(answer.status_code for answer in pair) == [201, 409]
    async with scene.database.transaction() as session:
        statuses = await session.scalars(select(Attendance.status))
    assert set(statuses) == {"present"}
