"""GET /v1/me/access-log, and the message about each reading"""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient

from app.administration.words import DATA, FIELDS, fields_of
from app.communities.models import Participant, Role
from app.communities.reveals.contact import ContactField
from app.double_reporting.models import MemberField
from app.identity.models import Administrator
from app.kernel import clock
from app.kernel.database.engine import Database
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import (
    a_claim,
    a_community,
    a_household,
    a_participant,
    saved,
    staff,
)
from tests.now import NOW

PATH = "/v1/me/access-log"


class TestAccessLog:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.here = await a_community(database)
        self.me = await a_participant(database, self.here)
        self.worker = await self.named(await staff(database, self.here), "王芳")

    async def named(self, user_id: UUID, name: str) -> UUID:
        row = Administrator(
            user_id=user_id, login_name=f"n{user_id.hex[:8]}", name=name, created_at=NOW
        )
        await saved(self.database, row)
        return user_id

    async def log(self, person: Participant, **headers: str) -> list[dict[str, Any]]:
        answer = await self.http.get(PATH, headers=as_(person.user_id) | headers)
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    async def reveal(self) -> None:
        home = await a_household(self.database, self.here)
        claim = await a_claim(self.database, self.me, home)
        path = f"/admin/v1/communities/{self.here}/residence-claims/{claim.id}/reveal"
        answer = await self.http.post(
            path,
            json={"fields": ["real_name"], "reason": "核对身份"},
            headers=as_admin(self.worker),
        )
        assert answer.status_code == 200, answer.text

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.http.get(PATH)).status_code == 401

    async def test_it_says_who_saw_what_and_why(self) -> None:
        await self.reveal()
        [item] = await self.log(self.me)
        assert (item["who"], item["what"]) == (
            "社区工作人员王芳",
            "因您的居住申请查看了您的真实姓名",
        )
        assert (item["reason"], item["is_reading"]) == ("核对身份", True)
        assert (item["community_id"], item["community_name"]) == (str(self.here), "临里")

    async def test_others_do_not_see_it(self) -> None:
        await self.reveal()
        other = await a_participant(self.database, self.here)
        assert await self.log(other) == []

    async def test_it_covers_all_my_communities_newest_first(self) -> None:
        await self.reveal()
        path = f"/admin/v1/communities/{self.here}/participants/{self.me.id}/rename"
        body = {"display_name": "秀英奶奶", "witness": "李敏"}
        with clock.frozen(NOW + timedelta(minutes=1)):
            renamed = await self.http.post(path, json=body, headers=as_admin(self.worker))
        assert renamed.status_code == 200, renamed.text
        log = await self.log(self.me)
        assert [item["is_reading"] for item in log] == [False, True]
        assert log[0]["what"] == "修改了您的称呼"

    async def test_the_person_is_told_once(self) -> None:
        await self.reveal()
        worker = Worker(self.database)
        await worker.run_once()
        with clock.frozen(NOW + timedelta(minutes=2)):
            await worker.run_once()
        inbox = await self.http.get("/v1/me/inbox", headers=as_(self.me.user_id))
        messages = [one for one in inbox.json()["items"] if one["kind"] == "privacy.data_seen"]
        [message] = messages
        assert message["title"] == "有工作人员查看了您的信息"
        for word in ("社区工作人员王芳", "真实姓名", "核对身份"):
            assert word in message["body"]

    async def test_a_role_that_has_ended_is_that_of_its_time(self) -> None:
        await self.reveal()
        party = await staff(self.database, self.here, Role.PARTY_ADMIN)
        assert party != self.worker
        with clock.frozen(NOW + timedelta(days=1)):
            [item] = await self.log(self.me)
        assert item["who"].startswith("社区工作人员")


def test_each_field_that_can_be_shown_has_words_of_its_own() -> None:
    assert {*ContactField, *MemberField} <= FIELDS.keys()
    words = fields_of(["real_name", "phone", "household", "phone"])
    assert words.zh == "真实姓名、手机号码、住址"
    assert words.en == "real name, phone number and address"
    assert fields_of(["nothing"]) == DATA
