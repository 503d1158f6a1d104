"""POST /v1/me/data-exports: everything that is stored of a person, and nothing of another one."""

import json
from datetime import timedelta
from html import escape
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Participant
from app.features import PERSONAL_DATA
from app.identity.consents.texts import TEXTS
from app.identity.models import Purpose
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.privacy.personal_data import DERIVED, personal_columns, sealed_fields
from app.privacy.models import DataExport
from app.worker import Worker
from tests.client import as_
from tests.factories import a_community, a_user, consented
from tests.now import NOW
from tests.privacy.whole import a_whole_person, canaries

PATH = "/v1/me/data-exports"
OF_OTHERS = {
    *(
        "administrators",
        "role_grants",
        "equipments",
        "account_links",
        "grant_proposals",
        "audit_contents",
    ),
    *("data_exports", "erasure_requests"),
}
"""Tables in which only administrators have rows, and those of the rights themselves."""


class Exports:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.user = await a_user(database)

    async def request(self, by: UUID | None, key: str = "export-01") -> Response:
        return await self.http.post(PATH, headers=as_(by, key))

    async def made(self, by: UUID) -> dict[str, Any]:
        """Requests an export, lets the worker make it, and returns it as its person sees it."""
        assert (await self.request(by)).status_code == 201
        await Worker(self.database).run_due()
        [export] = (await self.http.get(PATH, headers=as_(by))).json()["items"]
        return dict(export)


class TestRequest(Exports):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.request(None)).status_code == 401

    async def test_it_is_made_by_the_worker(self) -> None:
        answer = await self.request(self.user)
        assert answer.status_code == 201
        assert (answer.json()["ready_at"], answer.json()["download"]) == (None, None)
        await Worker(self.database).run_due()
        export = (await self.http.get(answer.headers["location"], headers=as_(self.user))).json()
        assert export["ready_at"] is not None
        assert export["download"]["html_path"].startswith("/v1/data-exports/")

    async def test_there_is_one_at_a_time(self) -> None:
        await self.made(self.user)
        answer = await self.request(self.user, "export-02")
        assert (answer.status_code, answer.json()["code"]) == (409, "privacy.data_export_open")

    async def test_another_persons_is_not_there(self) -> None:
        export = await self.made(self.user)
        other = as_(await a_user(self.database))
        assert (await self.http.get(f"{PATH}/{export['id']}", headers=other)).status_code == 404
        assert (await self.http.get(PATH, headers=other)).json()["items"] == []

    async def test_a_day_later_it_is_deleted(self) -> None:
        export = await self.made(self.user)
        with clock.frozen(NOW + timedelta(days=1, minutes=1)):
            await Worker(self.database).sweep()
        async with self.database.transaction() as session:
            assert list(await session.scalars(select(DataExport))) == []
        assert (await self.http.get(export["download"]["json_path"])).status_code == 404

    async def test_it_goes_with_a_consent_that_is_withdrawn(self) -> None:
        purpose = Purpose.PARTY_MEMBERSHIP
        await consented(self.database, self.user, purpose)
        export = await self.made(self.user)
        body = {"is_granted": False, "text_version": TEXTS[purpose].version}
        path = f"/v1/me/consents/{purpose}"
        assert (await self.http.put(path, json=body, headers=as_(self.user))).status_code == 200
        await Worker(self.database).run_due()
        assert (await self.http.get(PATH, headers=as_(self.user))).json()["items"] == []
        assert (await self.http.get(export["download"]["json_path"])).status_code == 404


class TestDownload(Exports):
    async def test_the_link_needs_no_login_and_gives_a_file(self) -> None:
        links = (await self.made(self.user))["download"]
        as_json = await self.http.get(links["json_path"])
        assert as_json.json()["user_id"] == str(self.user)
        page = await self.http.get(links["html_path"])
        assert page.headers["content-type"] == "application/octet-stream"
        assert page.headers["content-disposition"].startswith("attachment; ")
        assert page.headers["cache-control"] == "no-store"

    async def test_it_lasts_five_minutes(self) -> None:
        links = (await self.made(self.user))["download"]
        for seconds, status in ((299, 200), (300, 404)):
            with clock.frozen(NOW + timedelta(seconds=seconds)):
                assert (await self.http.get(links["json_path"])).status_code == status

    async def test_a_forged_link_leads_nowhere(self) -> None:
        path = (await self.made(self.user))["download"]["json_path"].partition("?")[0]
        start, token = path.rsplit("/", 1)
        for place in range(len(token) - 1):  # The last sign has bits that say nothing.
            other = "A" if token[place] != "A" else "B"
            forged = f"{start}/{token[:place]}{other}{token[place + 1 :]}"
            assert (await self.http.get(forged)).status_code == 404, place
        for odd in ("x", "-", "%20", "A" * 80, token + "AAAA"):
            assert (await self.http.get(f"{start}/{odd}")).status_code == 404, odd

    async def test_at_rest_it_is_sealed(self) -> None:
        await self.made(self.user)
        async with self.database.transaction() as session:
            [content] = await session.scalars(select(DataExport.content_sealed))
        assert content is not None
        assert str(self.user).encode() not in content


class TestContent(Exports):
    @pytest.fixture(autouse=True)
    async def arrange_person(self, arrange: None) -> None:
        community = await a_community(self.database)
        self.me: Participant = await a_whole_person(self.http, self.database, community)
        assert self.me.user_id is not None
        self.canaries = await canaries(self.database, self.me.user_id, self.me)
        self.export = await self.made(self.me.user_id)

    async def read(self, form: str) -> str:
        return (await self.http.get(self.export["download"][f"{form}_path"])).text

    async def test_every_word_is_in_the_file_and_on_the_page(self) -> None:
        content, page = await self.read("json"), await self.read("html")
        withheld = {
            f"{data.model.__tablename__}.{column.removesuffix('_sealed')}"
            for data in PERSONAL_DATA
            for column in data.withheld
        }
        assert len(self.canaries) > 25
        for name, canary in self.canaries.items():
            assert (canary in content) == (name not in withheld), name
            is_id = name.endswith(("_id", "_by"))
            assert (escape(canary) in page) == (name not in withheld and not is_id), name

    async def test_every_personal_column_of_every_table_is_there(self) -> None:
        content = json.loads(await self.read("json"))
        rows = {part["table"]: part["rows"] for part in content["tables"]}
        for data in PERSONAL_DATA:
            if data.rows is None or data.model.__tablename__ in OF_OTHERS:
                continue
            assert rows[data.model.__tablename__], data.model
            sealed = {column: field.name for column, field in sealed_fields(data.model).items()}
            assert set(rows[data.model.__tablename__][0]) == {
                sealed.get(column.name, column.name)
                for column in personal_columns(data.model)
                if not column.name.endswith(DERIVED) and column.name not in data.withheld
            }

    async def test_nothing_of_another_person_is_there(self) -> None:
        other = await a_whole_person(
            self.http, self.database, self.me.community_id, openid="another-openid"
        )
        assert other.user_id is not None
        theirs = await self.made(other.user_id)
        content = (await self.http.get(theirs["download"]["json_path"])).text
        assert [name for name, canary in self.canaries.items() if canary in content] == []

    async def test_markup_in_a_word_is_no_markup_on_the_page(self) -> None:
        async with self.database.transaction() as session:
            me = await session.get_one(Participant, (self.me.community_id, self.me.id))
            me.display_name = "<script>x</script>"
        with clock.frozen(NOW + timedelta(days=1, minutes=1)):
            await Worker(self.database).sweep()
            assert self.me.user_id is not None
            assert (await self.request(self.me.user_id, "export-03")).status_code == 201
            await Worker(self.database).run_due()
            [export] = (await self.http.get(PATH, headers=as_(self.me.user_id))).json()["items"]
            page = (await self.http.get(export["download"]["html_path"])).text
        assert "<script>" not in page
        assert "&lt;script&gt;" in page
