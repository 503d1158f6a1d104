"""GET /v1/me/consents, PUT /v1/me/consents/{purpose}"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.identity.consents.service import require_consent
from app.identity.consents.texts import LABELS, RIGHTS_LABEL, TEXTS, ConsentText
from app.identity.errors import ConsentRequired
from app.identity.models import ConsentEntry, Purpose, User
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.errors import Text
from tests.client import as_
from tests.factories import a_user, saved
from tests.now import NOW

PATH = "/v1/me/consents"
VERSION = TEXTS[Purpose.PHONE].version


class Consents:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.user = await a_user(database)

    async def get(self, by: UUID | None, query: str = "") -> Response:
        return await self.http.get(PATH + query, headers=as_(by))

    async def put(
        self, by: UUID | None, purpose: str = "phone", minutes: int = 0, **body: Any
    ) -> Response:
        payload = {"is_granted": True, "text_version": VERSION, **body}
        with clock.frozen(NOW + timedelta(minutes=minutes)):
            return await self.http.put(f"{PATH}/{purpose}", json=payload, headers=as_(by))

    async def ledger(self) -> list[tuple[bool, str]]:
        query = select(ConsentEntry).order_by(ConsentEntry.decided_at)
        async with self.database.transaction() as session:
            entries = list(await session.scalars(query))
        return [(entry.is_granted, entry.text_version) for entry in entries]

    async def is_granted(self, user: UUID, purpose: Purpose = Purpose.PHONE) -> bool:
        async with self.database.transaction() as session:
            try:
                await require_consent(session, user, purpose)
            except ConsentRequired:
                return False
        return True


class TestList(Consents):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.get(None)).status_code == 401

    @pytest.mark.parametrize("query", ["?user_id=1", "?purpose=advertising"])
    async def test_malformed(self, query: str) -> None:
        assert (await self.get(self.user, query)).status_code == 422

    async def test_every_purpose_is_told_with_its_text(self) -> None:
        page = (await self.get(self.user)).json()
        assert [item["purpose"] for item in page["items"]] == [p.value for p in Purpose]
        assert page["next_cursor"] is None
        for item in page["items"]:
            assert (item["is_granted"], item["decided_at"]) == (False, None)
            assert item["text"]["zh"]
            assert item["text"]["en"]

    async def test_ones_own_decisions_are_seen_and_nobody_elses(self) -> None:
        await self.put(self.user)
        for user, is_granted in ((self.user, True), (await a_user(self.database), False)):
            [item] = (await self.get(user, "?purpose=phone")).json()["items"]
            assert item["is_granted"] is is_granted


class TestDecide(Consents):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.put(None)).status_code == 401

    async def test_a_purpose_that_does_not_exist(self) -> None:
        assert (await self.put(self.user, "advertising")).status_code == 422

    @pytest.mark.parametrize(
        "body",
        [
            {"is_granted": None},
            {"text_version": ""},
            {"text_version": VERSION.upper()},
            {"decided_at": "2020-01-01T00:00:00Z"},
            {"user_id": "1"},
        ],
    )
    async def test_malformed(self, body: Mapping[str, Any]) -> None:
        assert (await self.put(self.user, **body)).status_code == 422

    async def test_a_text_that_is_not_the_present_one(self) -> None:
        answer = await self.put(self.user, text_version="0" * 32)
        assert answer.status_code == 409
        assert answer.json()["code"] == "identity.consent_text_outdated"
        assert answer.json()["text_version"] == VERSION
        assert await self.ledger() == []

    async def test_it_is_granted_and_withdrawn_and_nothing_is_forgotten(self) -> None:
        for minutes, is_granted in enumerate([True, False, True]):
            answer = await self.put(self.user, minutes=minutes, is_granted=is_granted)
            assert answer.status_code == 200
            assert answer.json()["is_granted"] is is_granted
            assert await self.is_granted(self.user) is is_granted
        assert await self.ledger() == [(True, VERSION), (False, VERSION), (True, VERSION)]

    async def test_the_same_again_says_nothing_new(self) -> None:
        await self.put(self.user)
        answer = await self.put(self.user, minutes=5)
        assert answer.json()["decided_at"] == "2026-12-05T04:00:00Z"
        assert len(await self.ledger()) == 1

    async def test_a_consent_is_to_one_purpose_only(self) -> None:
        await self.put(self.user)
        assert not await self.is_granted(self.user, Purpose.RESIDENCE)
        assert not await self.is_granted(await a_user(self.database))

    async def test_without_consent_the_phone_is_deleted(self) -> None:
        async with self.database.transaction() as session:
            (await session.get_one(User, self.user)).phone = "+8610000000000"
        await self.put(self.user, is_granted=False)
        async with self.database.transaction() as session:
            user = await session.get_one(User, self.user)
        assert (user.phone_sealed, user.phone_index) == (None, None)


class TestTexts(Consents):
    async def test_consent_to_a_text_that_said_something_else_holds_no_more(self) -> None:
        entry = ConsentEntry(
            user_id=self.user,
            purpose=Purpose.PHONE,
            text_version="0" * 32,
            is_granted=True,
            decided_at=NOW,
        )
        await saved(self.database, entry)
        assert not await self.is_granted(self.user)
        [item] = (await self.get(self.user, "?purpose=phone")).json()["items"]
        assert item["is_granted"] is False

    def test_a_text_says_which_earlier_wordings_said_the_same(self) -> None:
        text = ConsentText(Text("甲", "a"), same=frozenset({"0" * 32}))
        assert text.holds(text.version)
        assert text.holds("0" * 32)
        assert not text.holds("1" * 32)

    def test_each_text_has_a_version_of_its_own(self) -> None:
        assert set(TEXTS) == set(Purpose)
        assert len({text.version for text in TEXTS.values()}) == len(Purpose)

    def test_each_text_names_handler_data_purpose_recipients_retention_need_and_rights(
        self,
    ) -> None:
        labels = [*LABELS.values(), RIGHTS_LABEL]
        for purpose, text in TEXTS.items():
            for label in labels:
                assert f"\n{label.zh}：" in text.text.zh, (purpose, label.zh)
                assert f"\n{label.en}: " in text.text.en, (purpose, label.en)
            assert all(len(line.partition("：")[2]) >= 9 for line in text.text.zh.split("\n")[1:])

    def test_the_text_on_membership_names_the_liaison_of_the_unit(self) -> None:
        text = TEXTS[Purpose.PARTY_MEMBERSHIP].text
        assert "联络员" in text.zh
        assert "liaison" in text.en

    def test_the_text_on_the_phone_names_all_who_may_see_it(self) -> None:
        """Grid workers and departments reach people, too; the text named community workers."""
        text = TEXTS[Purpose.PHONE].text
        for recipient in ("社区工作人员", "网格员", "承办您诉求的部门", "告知您"):
            assert recipient in text.zh

    def test_no_text_promises_what_is_not_built(self) -> None:
        """Nothing is sent outside the inbox until this sentence goes."""
        assert "尚未通过微信或者短信发送" in TEXTS[Purpose.NOTIFICATIONS].text.zh

    def test_the_residence_says_that_it_is_noted_who_is_an_adult(self) -> None:
        assert TEXTS[Purpose.RESIDENCE].text.zh.count("是否成年") == 3

    @pytest.mark.parametrize(
        ("purpose", "version", "holds"),
        [
            (Purpose.PHONE, "15f6b6f6e550a2da5f55e822c0e1abad", False),
            (Purpose.PHONE, "38ac21f1fdec5b14725e06c2b4f9db64", True),
            (Purpose.RESIDENCE, "fad43c3f06343a88a6b0fe89a1fb8bd2", False),
            (Purpose.RESIDENCE, "e5e666c99c2e932dbf1aa15d92c20556", False),
            (Purpose.LOCATION_AT_CHECK_IN, "77c043caed9396a562437e17c24e02e0", False),
            (Purpose.PARTY_MEMBERSHIP, "0d324e327cbfb98dffb6f6c4faf5b040", False),
        ],
    )
    def test_consent_to_a_former_text_holds_where_that_text_hid_nothing(
        self, purpose: Purpose, version: str, holds: bool
    ) -> None:
        assert TEXTS[purpose].holds(version) is holds
