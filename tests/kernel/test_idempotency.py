"""A key stands for one request, to the last byte; its record tells nothing to who has the table
alone, and its response is given to who may still see it."""

from datetime import timedelta
from hashlib import blake2b
from uuid import UUID

import pytest
from fastapi import Request
from httpx import AsyncClient, Response
from sqlalchemy import delete, select, update
from starlette.types import Message

from app.communities.models import Participant, ParticipantStatus, Role, RoleGrant
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.database.idempotency import IdempotencyRecord, Key
from app.kernel.web.idempotency import optional_key
from app.kernel.web.limits import Count, Limit, count
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, a_shift, staff
from tests.now import NOW

SIGN_UP = {"is_risk_acknowledged": True}
FIRST = ("POST", "/v1/a", b"day=1", b'"1"', b"{}")


async def key_of(method: str, path: str, query: bytes, version: bytes, body: bytes) -> Key | None:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    headers = [(b"if-match", version)]
    scope = {"type": "http", "method": method, "path": path, "query_string": query}
    return await optional_key(Request(scope | {"headers": headers}, receive), "one-key-1")


@pytest.mark.parametrize(
    "other",
    [
        ("PUT", "/v1/a", b"day=1", b'"1"', b"{}"),
        ("POST", "/v1/b", b"day=1", b'"1"', b"{}"),
        ("POST", "/v1/a", b"day=2", b'"1"', b"{}"),
        ("POST", "/v1/a", b"day=1", b'"2"', b"{}"),
        ("POST", "/v1/a", b"day=1", b"", b"{}"),
        ("POST", "/v1/a", b"day=1", b'"1"', b"{ }"),
    ],
)
async def test_another_request_is_another_one(other: tuple[str, str, bytes, bytes, bytes]) -> None:
    first = await key_of(*FIRST)
    assert first is not None
    assert await key_of(*FIRST) == first
    assert await key_of(*other) != first


class TestReplays:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.admin = await staff(database, self.community, Role.COMMUNITY_ADMIN)
        self.path = f"/admin/v1/communities/{self.community}/departments"

    async def add(self, key: str = "department-1") -> Response:
        body = {"name": "城管办", "contact": "一楼3号窗口"}
        return await self.http.post(self.path, json=body, headers=as_admin(self.admin, key))

    async def records(self) -> list[IdempotencyRecord]:
        async with self.database.transaction() as session:
            return list(await session.scalars(select(IdempotencyRecord)))

    async def test_a_replay_is_the_first_response_with_all_its_headers(self) -> None:
        first, again = await self.add(), await self.add()
        assert again.headers.pop("idempotent-replayed") == "true"
        first.headers.pop("x-request-id")
        again.headers.pop("x-request-id")
        assert (again.status_code, again.content) == (201, first.content)
        assert again.headers == first.headers
        department = f"{self.path}/{first.json()['id']}"
        body = {"name": "城管办", "contact": "二楼", "is_active": True}
        headers = as_admin(self.admin, "change-1") | {"If-Match": first.headers["etag"]}
        changed = await self.http.put(department, json=body, headers=headers)
        replayed = await self.http.put(department, json=body, headers=headers)
        assert replayed.headers["etag"] == changed.headers["etag"] != first.headers["etag"]

    async def test_a_record_does_not_date_its_request(self) -> None:
        with clock.frozen(NOW + timedelta(minutes=17, seconds=5)):
            await self.add()
        [record] = await self.records()
        assert record.expires_at == NOW + timedelta(hours=73)

    async def test_a_list_read_with_a_key_is_not_stored(self) -> None:
        await self.add()
        read = as_admin(self.admin, "read-list-1")
        assert len((await self.http.get(self.path, headers=read)).json()["items"]) == 1
        assert len(await self.records()) == 1

    async def test_who_has_lost_the_right_is_shown_no_response(self) -> None:
        """A worker whose grant was taken away could read the responses of 72 hours."""
        assert (await self.add()).status_code == 201
        async with self.database.transaction() as session:
            await session.execute(delete(RoleGrant).filter_by(user_id=self.admin))
        hidden = await self.add()
        assert (hidden.status_code, hidden.json()["code"]) == (404, "idempotency_replay_hidden")
        assert "城管办" not in hidden.text

    async def test_who_may_less_now_is_shown_no_response(self) -> None:
        assert (await self.add()).status_code == 201
        async with self.database.transaction() as session:
            await session.execute(
                update(RoleGrant).filter_by(user_id=self.admin).values(role=Role.AUDITOR)
            )
        refused = await self.add()
        assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
        assert "城管办" not in refused.text

    async def test_an_old_response_is_gone_but_nothing_is_done_twice(self) -> None:
        await self.add()
        with clock.frozen(NOW + timedelta(hours=74)):
            # The sweep has not come by yet.
            gone = await self.add()
        assert gone.status_code in (401, 409)
        assert len(await self.records()) == 1


class TestHotReplays:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.shift = await a_shift(database, self.community)
        self.me = await a_participant(database, self.community)

    async def sign_up(self) -> Response:
        path = f"/v1/communities/{self.community}/shifts/{self.shift.id}/signups"
        return await self.http.post(path, json=SIGN_UP, headers=as_(self.me.user_id, "sign-up-1"))

    @pytest.mark.parametrize("status", [ParticipantStatus.LEFT, ParticipantStatus.BLOCKED])
    async def test_who_has_left_or_is_blocked_is_shown_no_response(
        self, status: ParticipantStatus
    ) -> None:
        assert (await self.sign_up()).status_code == 201
        async with self.database.transaction() as session:
            await session.execute(
                update(Participant)
                .filter_by(community_id=self.community, id=self.me.id)
                .values(status=status)
            )
        assert (await self.sign_up()).status_code == 403


class TestTheTableAlone:
    async def test_neither_who_nor_what_comes_back_from_a_record(
        self, http: AsyncClient, database: Database
    ) -> None:
        """The attack that recovered every vote: digests of each possible request are compared
        with the fingerprints, and of each person and key with the ids."""
        community = await a_community(database)
        admin = await staff(database, community, Role.COMMUNITY_ADMIN)
        path = f"/admin/v1/communities/{community}/departments"
        body = b'{"name":"\xe5\x9f\x8e\xe7\xae\xa1\xe5\x8a\x9e","contact":"301"}'
        headers = as_admin(admin, "department-1") | {"Content-Type": "application/json"}
        assert (await http.post(path, content=body, headers=headers)).status_code == 201
        async with database.transaction() as session:
            [record] = await session.scalars(select(IdempotencyRecord))
        target = f"POST {path}?".encode()
        guesses = {digest(target, body), digest(target, b"", body)}
        assert record.fingerprint not in guesses
        assert record.id != UUID(bytes=_blake2(admin.bytes + b"ordinary\0department-1"))
        stored = record.response_sealed or b""
        assert "城管办".encode() not in stored
        assert b"departments" not in stored

    async def test_no_address_comes_back_from_a_rate_counter(self, database: Database) -> None:
        """Address and minute of 407 of 412 login counters were recovered."""
        limit = Limit("login", 20, 60)
        async with database.transaction() as session:
            for last in range(50):
                await count(session, limit, f"192.0.2.{last}", NOW)
            ids = set(await session.scalars(select(Count.id)))
        assert len(ids) == 50
        minute = int(NOW.timestamp() // 60)
        guesses = {
            UUID(bytes=_blake2(f"login\0192.0.2.{last}\0{minute + off}".encode()))
            for last in range(256)
            for off in (-1, 0, 1)
        }
        assert ids & guesses == set()


def digest(*asked: bytes) -> bytes:
    return _blake2(b"\0".join(asked))


def _blake2(name: bytes) -> bytes:
    return blake2b(name, digest_size=16).digest()
