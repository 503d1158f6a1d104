"""GET and PUT /v1/me, POST /v1/me/phone"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.identity.consents.texts import TEXTS
from app.identity.me.schemas import masked
from app.identity.models import LoginSession, Purpose, TokenAudience, User
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.kernel.privacy.audit import AuditEntry
from app.kernel.privacy.sealed import own
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import a_community, a_person, a_user, joined, saved
from tests.identity.wechat import Wechat
from tests.now import NOW

PHONE = "+8610000000000"


class Me:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database, wechat: Wechat) -> None:
        self.http, self.database, self.wechat = http, database, wechat
        self.user = await a_user(database)

    async def get(self, by: UUID | None = None) -> Response:
        return await self.http.get("/v1/me", headers=as_(by or self.user))

    async def account(self) -> dict[str, Any]:
        """Returns what is shown of the account, without the counts, which only reading adds."""
        shown: dict[str, Any] = (await self.get()).json()
        shown.pop("counts")
        return shown

    async def stored(self) -> User:
        async with self.database.transaction() as session:
            return await session.get_one(User, self.user)


class TestGet(Me):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.http.get("/v1/me")).status_code == 401

    async def test_one_sees_oneself(self) -> None:
        assert set((await self.get()).json()["counts"].values()) == {0}
        assert await self.account() == {
            "id": str(self.user),
            "nickname": None,
            "locale": "zh",
            "phone": None,
            "created_at": "2026-12-05T04:00:00Z",
            "erasure": None,
        }

    async def test_one_sees_that_ones_account_is_going_to_be_erased(self) -> None:
        await self.http.delete("/v1/me", headers=as_(self.user))
        pending = (await self.get()).json()["erasure"]
        assert pending == {
            "requested_at": "2026-12-05T04:00:00Z",
            "begins_at": "2026-12-19T04:00:00Z",
            "erase_by": "2026-12-20T04:00:00Z",
        }
        await self.http.post("/v1/me/keep", headers=as_(self.user))
        assert (await self.get()).json()["erasure"] is None


class TestPut(Me):
    async def put(self, by: UUID | None, **body: Any) -> Response:
        payload = {"nickname": "阿珍", "locale": "en", **body}
        return await self.http.put("/v1/me", json=payload, headers=as_(by))

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.put(None)).status_code == 401

    @pytest.mark.parametrize(
        "body",
        [
            {"nickname": ""},
            {"nickname": "x" * 51},
            {"nickname": "two\nlines"},
            {"nickname": "\u202eturned"},
            {"locale": "fr"},
            {"locale": None},
            *({name: "1"} for name in ("id", "role", "status", "version", "phone", "created_at")),
        ],
    )
    async def test_malformed_and_nothing_is_changed(self, body: Mapping[str, Any]) -> None:
        answer = await self.put(self.user, **body)
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed")
        assert (await self.stored()).nickname is None

    async def test_the_whole_must_be_sent(self) -> None:
        answer = await self.http.put("/v1/me", json={"locale": "en"}, headers=as_(self.user))
        assert answer.status_code == 422

    async def test_it_is_changed_and_nobody_elses(self) -> None:
        other = await a_user(self.database)
        answer = await self.put(self.user, nickname=" 阿珍 ")
        assert answer.status_code == 200
        assert answer.json() == await self.account()
        assert (answer.json()["nickname"], answer.json()["locale"]) == ("阿珍", "en")
        assert (await self.get(other)).json()["nickname"] is None

    async def test_a_nickname_can_be_taken_back(self) -> None:
        await self.put(self.user)
        assert (await self.put(self.user, nickname=None)).json()["nickname"] is None


class TestPhone(Me):
    async def post(
        self, by: UUID | None = None, phone: str = PHONE, key: str | None = None
    ) -> Response:
        return await self.send({"code": await self.wechat.a_phone(phone)}, by or self.user, key)

    async def send(
        self, body: Mapping[str, Any], by: UUID | None, key: str | None = None
    ) -> Response:
        return await self.http.post("/v1/me/phone", json=body, headers=as_(by, key))

    async def consent(self, user: UUID, is_granted: bool = True) -> None:
        body = {"is_granted": is_granted, "text_version": TEXTS[Purpose.PHONE].version}
        path = "/v1/me/consents/phone"
        assert (await self.http.put(path, json=body, headers=as_(user))).status_code == 200

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.send({"code": "x"}, None)).status_code == 401

    @pytest.mark.parametrize("body", [{}, {"code": ""}, {"code": "x", "phone": PHONE}])
    async def test_malformed_and_a_typed_number_is_none(self, body: Mapping[str, Any]) -> None:
        await self.consent(self.user)
        answer = await self.send(body, self.user)
        assert answer.status_code == 422
        assert PHONE not in answer.text

    async def test_without_consent_wechat_is_not_even_asked(self) -> None:
        answer = await self.post()
        assert (answer.status_code, answer.json()["code"]) == (409, "identity.consent_required")
        assert answer.json()["purpose"] == "phone"
        assert await self.wechat.asked() == 0

    async def test_nor_with_one_that_was_withdrawn(self) -> None:
        await self.consent(self.user)
        await self.consent(self.user, is_granted=False)
        assert (await self.post()).status_code == 409

    async def test_a_code_that_is_used_up(self) -> None:
        await self.consent(self.user)
        answer = await self.send({"code": "made up"}, self.user)
        assert (answer.status_code, answer.json()["code"]) == (401, "wechat.code_invalid")

    async def test_it_belongs_to_who_has_verified_it_last(self) -> None:
        """The new owner was refused for ever, and the former one knew nothing."""
        here = await a_community(self.database)
        other = await a_user(self.database)
        await joined(self.database, a_person(here, other))
        for user in (other, self.user):
            await self.consent(user)
        await self.post(other)
        answer = await self.post()
        assert (answer.status_code, answer.json()["phone"]) == (200, "100****0000")
        former = await self.get(other)
        assert (former.status_code, former.json()["phone"]) == (200, None)
        await Worker(self.database).run_due()
        inbox = (await self.http.get("/v1/me/inbox", headers=as_(other))).json()["items"]
        assert [message["kind"] for message in inbox] == ["identity.phone_lost"]
        assert (await self.post(other)).status_code == 200
        assert (await self.get()).json()["phone"] is None

    async def test_an_administrator_can_take_no_number_that_way(self) -> None:
        admin = await a_user(self.database, TokenAudience.ADMIN)
        body = {"code": await self.wechat.a_phone(PHONE)}
        answer = await self.http.post("/v1/me/phone", json=body, headers=as_admin(admin))
        assert answer.status_code == 401

    async def test_it_is_kept_sealed_and_shown_masked(self) -> None:
        await self.consent(self.user)
        answer = await self.post()
        assert (answer.status_code, answer.json()["phone"]) == (200, "100****0000")
        assert await self.account() == answer.json()
        stored = await self.stored()
        assert own(stored, User.phone) == PHONE
        assert stored.phone_sealed is not None
        assert PHONE.encode() not in stored.phone_sealed
        async with self.database.transaction() as session:
            assert not list(await session.scalars(select(AuditEntry)))

    async def test_the_same_again_is_no_conflict(self) -> None:
        await self.consent(self.user)
        await self.post()
        assert (await self.post()).status_code == 200

    async def test_sent_again_with_its_key_it_is_the_same_answer(self) -> None:
        await self.consent(self.user)
        body = {"code": await self.wechat.a_phone(PHONE)}
        first = await self.send(body, self.user, "phone-key-1")
        again = await self.send(body, self.user, "phone-key-1")
        assert (again.status_code, again.content) == (200, first.content)
        assert again.headers["Idempotent-Replayed"] == "true"
        assert await self.wechat.asked() == 1
        other = await self.send({"code": "another"}, self.user, "phone-key-1")
        assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")

    async def test_without_consent_its_answer_is_not_given_again(self) -> None:
        await self.consent(self.user)
        body = {"code": await self.wechat.a_phone(PHONE)}
        await self.send(body, self.user, "phone-key-1")
        await self.consent(self.user, is_granted=False)
        answer = await self.send(body, self.user, "phone-key-1")
        assert (answer.status_code, answer.json()["code"]) == (409, "identity.consent_required")

    async def test_another_number_ends_all_other_logins(self) -> None:
        await self.consent(self.user)
        elsewhere = LoginSession(
            user_id=self.user,
            id=uuid7(),
            audience=TokenAudience.RESIDENT,
            secret_hash=b"",
            rotated_at=NOW,
            created_at=NOW,
        )
        await saved(self.database, elsewhere)
        query = select(LoginSession.id).filter_by(user_id=self.user, revoked_at=None)
        for phone, held in ((PHONE, {self.user, elsewhere.id}), ("+8610000000001", {self.user})):
            await self.post(phone=phone)
            async with self.database.transaction() as session:
                assert set(await session.scalars(query)) == held

    @pytest.mark.parametrize(
        ("phone", "shown"),
        [("+8613800000000", "138****0000"), ("+85255501234", "852****1234")],
    )
    def test_what_is_shown_of_a_number(self, phone: str, shown: str) -> None:
        assert masked(phone) == shown
