"""Locks that others wait for: no cycles, and a wait that is too long is told as such."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest
from httpx import AsyncClient
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel import clock
from app.kernel.database.engine import Database, lock
from app.volunteering.models import LIVE, Shift, ShiftRole, Signup
from tests.client import as_, as_admin
from tests.factories import (
    a_community,
    a_participant,
    a_person_without_phone,
    a_shift,
    a_signup,
    an_activity,
    participants,
    staff,
)
from tests.now import NOW

WAIT_FOR_ME = text(
    "SELECT count(*) FROM pg_locks"
    " WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
)
BODY = {"is_risk_acknowledged": True}


async def until_one_waits_for(session: AsyncSession) -> None:
    """Each look takes a moment in which the application goes on."""
    async with asyncio.timeout(30):
        while await session.scalar(WAIT_FOR_ME) != 1:
            pass


async def test_publishing_takes_shifts_in_the_order_of_the_hot_lane(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    community_id = await a_community(own_database)
    draft = await an_activity(own_database, community_id)
    for id_ in (UUID(int=2), UUID(int=1)):  # the lower id behind the higher one
        await a_shift(own_database, community_id, of=draft, id_=id_)
    by = await staff(own_database, community_id)
    path = f"/admin/v1/communities/{community_id}/activities/{draft.id}/publish"
    async with own_database.transaction() as session:
        held = (await session.scalars(select(Shift).order_by(Shift.id))).all()
        await lock(session, held[0])
        publishing = asyncio.create_task(phones[0].post(path, headers=as_admin(by)))
        await until_one_waits_for(session)
        await lock(session, held[1])
    assert (await publishing).status_code == 200


@pytest.mark.not_under_faketime
async def test_a_desk_that_waits_too_long_is_invited_to_try_again(
    own_database: Database, clients: list[AsyncClient]
) -> None:
    shift = await a_shift(own_database, await a_community(own_database))
    by = await staff(own_database, shift.community_id)
    elder = await a_person_without_phone(own_database, shift.community_id)
    path = f"/admin/v1/communities/{shift.community_id}/shifts/{shift.id}/signups"
    body = BODY | {"on_behalf_of": str(elder.id), "witness": "王芳"}
    async with own_database.transaction() as session:
        await lock(session, await session.merge(shift, load=False))
        answer = await clients[0].post(path, json=body, headers=as_admin(by, "desk-0001"))
    assert (answer.status_code, answer.json()["code"]) == (503, "busy")


async def test_one_key_in_both_lanes_holds_nobody_up(
    own_database: Database, clients: list[AsyncClient], phones: list[AsyncClient]
) -> None:
    """Withdrawal has the key and waits for the shift; sign-up has the shift and keeps a key."""
    shift = await a_shift(own_database, await a_community(own_database), places=3)
    me = await a_participant(own_database, shift.community_id)
    other = await a_shift(own_database, shift.community_id, starts_in=timedelta(5))
    mine = await a_signup(own_database, shift, me)
    here = f"/v1/communities/{shift.community_id}"
    headers = as_(me.user_id, "one-key-1")
    with clock.frozen(NOW):
        async with own_database.transaction() as session:
            await lock(session, await session.merge(shift, load=False))
            leaving = asyncio.create_task(
                phones[0].post(f"{here}/signups/{mine.id}/withdraw", headers=headers)
            )
            await until_one_waits_for(session)
            async with asyncio.timeout(30):
                answer = await clients[1].post(
                    f"{here}/shifts/{other.id}/signups", json=BODY, headers=headers
                )
        assert answer.status_code == 201
        assert (await leaving).status_code == 200


async def test_who_waited_while_it_was_cancelled_is_told_so(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    """A statement that joins and waits sees the row as it was; the second look does not."""
    shift = await a_shift(own_database, await a_community(own_database), places=3)
    me = await a_participant(own_database, shift.community_id)
    path = f"/v1/communities/{shift.community_id}/shifts/{shift.id}/signups"
    async with own_database.transaction() as session:
        held = await session.get_one(Shift, (shift.community_id, shift.id))
        await lock(session, held)
        waiting = asyncio.create_task(
            phones[0].post(path, json=BODY, headers=as_(me.user_id, "sign-up-1"))
        )
        await until_one_waits_for(session)
        held.cancel()
    answer = await waiting
    assert (answer.status_code, answer.json()["code"]) == (409, "volunteering.signups_closed")


async def test_cancelling_revising_and_leaving_in_a_rush_never_deadlock(
    own_database: Database, clients: list[AsyncClient]
) -> None:
    """Everything that holds several rows at once, at once: nobody waits in a circle, and in the
    end nobody has a place on what is cancelled."""
    community_id = await a_community(own_database)
    activity = await an_activity(own_database, community_id, published=True)
    shifts = [
        await a_shift(
            own_database, community_id, of=activity, places=5, starts_in=timedelta(days=2 + n)
        )
        for n in range(3)
    ]
    people = await participants(own_database, community_id, 30)
    by = await staff(own_database, community_id)
    here, there = f"/v1/communities/{community_id}", f"/admin/v1/communities/{community_id}"

    async def come_and_go(n: int) -> list[int]:
        http, who = clients[n % 3], people[n].user_id
        path = f"{here}/shifts/{shifts[n % 3].id}/signups"
        answer = await http.post(path, json=BODY, headers=as_(who, "sign-up-1"))
        if answer.status_code != 201 or n % 2:
            return [answer.status_code]
        path = f"{here}/signups/{answer.json()['id']}/withdraw"
        return [answer.status_code, (await http.post(path, headers=as_(who))).status_code]

    async def cancel() -> list[int]:
        await asyncio.sleep(0.05)
        path = f"{there}/activities/{activity.id}/cancel"
        answer = await clients[0].post(path, json={"reason": "暴雨"}, headers=as_admin(by))
        return [answer.status_code]

    answers = await asyncio.gather(*(come_and_go(n) for n in range(30)), cancel())
    assert {status for several in answers for status in several} <= {200, 201, 409}
    async with own_database.transaction() as session:
        live = select(Signup.status).where(Signup.status.in_(LIVE))
        assert (await session.scalars(live)).all() == []
        assert set(await session.scalars(select(ShiftRole.taken))) == {0}
