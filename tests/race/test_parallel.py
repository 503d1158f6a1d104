"""The same key at the same time; and more callers than connections."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.communities.acting import ActingFor
from app.communities.models import Participant
from app.kernel import clock
from app.kernel.database.engine import Database, open_engine
from app.kernel.database.idempotency import Key, StoredResponse
from app.kernel.errors import Broken, Busy, DomainError
from app.kernel.lane.batching import Limits
from app.kernel.lane.connection import Connection, driver_connection
from app.kernel.lane.lane import Lane
from app.volunteering.models import Shift, Signup
from app.volunteering.signups.hot import SIGN_UP
from app.volunteering.signups.rules import SignUpCommand
from tests.client import as_, client_of
from tests.factories import a_community, a_participant, a_shift, a_signup, participants
from tests.now import NOW

OTHERS_CLOSED = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
BODY = {"is_risk_acknowledged": True}


async def sign_up(http: AsyncClient, shift: Shift, who: Participant, key: str) -> Response:
    path = f"/v1/communities/{shift.community_id}/shifts/{shift.id}/signups"
    return await http.post(path, json=BODY, headers=as_(who.user_id, key))


def assert_one_answer(answers: list[Response], status: int) -> None:
    assert {answer.status_code for answer in answers} == {status}
    assert len({answer.content for answer in answers}) == 1
    assert len({answer.headers.get("location") for answer in answers}) == 1
    replayed = [answer for answer in answers if answer.headers.get("idempotent-replayed")]
    assert len(replayed) == len(answers) - 1


async def test_one_key_in_the_hot_lane_is_one_answer(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    shift = await a_shift(own_database, await a_community(own_database))
    me = await a_participant(own_database, shift.community_id)
    with clock.frozen(NOW):
        answers = await asyncio.gather(
            *(sign_up(http, shift, me, "sign-up-1") for http in phones * 4)
        )
    assert_one_answer(answers, 201)


async def test_one_key_in_the_ordinary_lane_is_one_answer(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    shift = await a_shift(own_database, await a_community(own_database))
    me = await a_participant(own_database, shift.community_id)
    signup = await a_signup(own_database, shift, me)
    path = f"/v1/communities/{shift.community_id}/signups/{signup.id}/withdraw"
    with clock.frozen(NOW):
        answers = await asyncio.gather(
            *(http.post(path, headers=as_(me.user_id, "withdraw-1")) for http in phones * 3)
        )
    assert_one_answer(answers, 200)


async def test_eight_keys_of_one_person_are_one_signup(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    shift = await a_shift(own_database, await a_community(own_database), places=9)
    me = await a_participant(own_database, shift.community_id)
    with clock.frozen(NOW):
        answers = await asyncio.gather(
            *(sign_up(phones[n % 3], shift, me, f"sign-up-{n}") for n in range(8))
        )
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: 7}


async def test_two_shifts_at_the_same_time_are_one_signup(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    community_id = await a_community(own_database)
    shifts = [await a_shift(own_database, community_id, places=50) for _ in range(2)]
    people = await participants(own_database, community_id, 20)
    with clock.frozen(NOW):
        answers = await asyncio.gather(
            *(
                sign_up(phones[n], shifts[n], person, f"sign-up-{n}")
                for person in people
                for n in range(2)
            )
        )
    assert Counter(answer.status_code for answer in answers) == {201: 20, 409: 20}


async def test_one_bad_command_in_a_group_and_one_who_went_away(own_database: Database) -> None:
    shift = await a_shift(own_database, await a_community(own_database), places=50)
    people = await participants(own_database, shift.community_id, 20)
    lane = Lane(own_database, Limits())
    commands = [
        SignUpCommand(
            shift.id,
            ActingFor.oneself(person.user_id or person.id),
            NOW,
            key=Key("sign-up-1", b"this"),
        )
        for person in people
    ]
    bad: Any = "not bytes"
    commands[7] = replace(commands[7], key=Key("sign-up-1", bad))
    tasks = [
        asyncio.create_task(
            lane.submit(SIGN_UP.serve_many, shift.community_id, command.acting.by, command)
        )
        for command in commands
    ]
    await asyncio.sleep(0)
    tasks[13].cancel()
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    refused = {n: type(o) for n, o in enumerate(outcomes) if not isinstance(o, StoredResponse)}
    assert refused == {7: Broken, 13: asyncio.CancelledError}
    async with own_database.transaction() as session:
        signups = (await session.scalars(select(Signup.participant_id))).all()
    assert set(signups) == {p.id for n, p in enumerate(people) if n not in refused}


async def test_a_hundred_callers_share_sixteen_connections(
    own_database: Database, clients: list[AsyncClient]
) -> None:
    community_id = await a_community(own_database)
    shift = await a_shift(own_database, community_id, places=9)
    people = await participants(own_database, community_id, 50)
    leaving = await a_shift(own_database, community_id, places=9)
    mine = [await a_signup(own_database, leaving, person) for person in people[:25]]

    async def all_of_it() -> list[Response]:
        here = f"/v1/communities/{community_id}"
        return await asyncio.gather(
            *(sign_up(clients[0], shift, person, "sign-up-1") for person in people[25:]),
            *(clients[0].get(f"{here}/activities", headers=as_(p.user_id)) for p in people),
            *(
                clients[0].post(f"{here}/signups/{signup.id}/withdraw", headers=as_(p.user_id))
                for signup, p in zip(mine, people, strict=False)
            ),
        )

    with clock.frozen(NOW):
        async with asyncio.timeout(30):
            answers = await all_of_it()
    assert Counter(answer.status_code for answer in answers) == {200: 75, 201: 25}


async def test_when_the_server_has_closed_all_connections_nobody_notices(
    own_database: Database, own_engine: AsyncEngine, clients: list[AsyncClient]
) -> None:
    shift = await a_shift(own_database, await a_community(own_database), places=9)
    people = await participants(own_database, shift.community_id, 8)
    async with AsyncExitStack() as stack:
        several = [await stack.enter_async_context(own_engine.connect()) for _ in range(8)]
        closed = asyncio.Semaphore(0)
        for connection in several[1:]:
            raw = await driver_connection(connection)
            raw.add_termination_listener(lambda _: closed.release())
        await several[0].execute(OTHERS_CLOSED)
        for _ in several[1:]:
            await closed.acquire()
    with clock.frozen(NOW):
        answers = [await sign_up(clients[0], shift, person, "sign-up-1") for person in people]
    assert {answer.status_code for answer in answers} == {201}


async def close_own_connection(
    connection: Connection, _community_id: UUID, _wishes: Sequence[str]
) -> list[str | DomainError]:
    await connection.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    return []


async def test_a_connection_lost_in_the_middle_is_an_invitation_to_try_again(
    own_database: Database,
) -> None:
    lane = Lane(own_database, Limits())
    for _ in range(3):
        with pytest.raises(Busy):
            await lane.submit(close_own_connection, await a_community(own_database), uuid4(), "")
    assert len(await lane.fetch("SELECT 1")) == 1


async def test_without_a_database_every_lane_invites_to_try_again() -> None:
    nowhere = Database.of(open_engine("postgresql+asyncpg://nobody@127.0.0.1:1/nothing"))
    here, who = f"/v1/communities/{uuid4()}", as_(uuid4(), "sign-up-1")
    async with client_of(nowhere) as http:
        answers = [
            await http.post(f"{here}/shifts/{uuid4()}/signups", json=BODY, headers=who),
            await http.get(f"{here}/activities", headers=who),
            await http.post(f"{here}/signups/{uuid4()}/withdraw", headers=who),
        ]
    assert [answer.status_code for answer in answers] == [503, 503, 503]
