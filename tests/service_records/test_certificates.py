"""Certificates of service: requested, issued, checked by anybody, and revoked."""

import json
from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import pypdfium2
import pytest
import rfc8785
import zxingcpp
from httpx import AsyncClient, Response
from sqlalchemy import select, update

from app.communities.events import ParticipantLeft
from app.communities.models import DocumentKind, NumberedDocument, Participant, Role
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.jobs.events import emit
from app.kernel.privacy.personal_data import Blanked
from app.service_records.events import EntryReversed
from app.service_records.models import (
    Certificate,
    EntryStatus,
    Occasion,
    OccasionKind,
    ServiceEntry,
)
from app.service_records.personal_data import PERSONAL_DATA
from app.worker import Worker
from tests.audit import audited
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, staff
from tests.service_records.certificates import NAME, SIGNING, a_volunteer, served, text_of
from tests.service_records.entries import an_entry, an_occasion, put


class Certificates:
    """A volunteer with 12 h 35 min of confirmed service, and two of the staff."""

    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_volunteer(database, self.community)
        self.entry = await served(database, self.me, 600)
        await served(database, self.me, 155, days_ago=5, title="河道巡护", kind=OccasionKind.DUTY)
        self.worker = await staff(database, self.community)
        self.colleague = await staff(database, self.community)
        self.path = f"/v1/communities/{self.community}/certificates"

    async def ask(self, by: UUID | None = None, key: str = "ask-00001", **body: Any) -> Response:
        headers = as_(by or self.me.user_id, key)
        return await self.http.post(self.path, json=body, headers=headers)

    async def act(
        self,
        certificate: str,
        verb: str,
        by: UUID | None = None,
        body: dict[str, Any] | None = None,
    ) -> Response:
        path = f"/admin{self.path}/{certificate}/{verb}"
        headers = as_admin(by or self.worker)
        return await self.http.post(path, json=body, headers=headers)

    async def issued(self, **body: Any) -> dict[str, Any]:
        requested = (await self.ask(**body)).json()
        answer = await self.act(requested["id"], "issue", body=SIGNING)
        assert answer.status_code == 200, answer.text
        shown: dict[str, Any] = answer.json()
        return shown

    async def pdf(self, certificate: dict[str, Any]) -> bytes:
        path = f"{self.path}/{certificate['id']}/pdf"
        answer = await self.http.get(path, headers=as_(self.me.user_id))
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
        return answer.content

    async def content(self) -> dict[str, Any]:
        async with self.database.transaction() as session:
            row = await session.scalar(
                select(Certificate).where(Certificate.community_id == self.community)
            )
            assert row is not None
            content: dict[str, Any] = row.content
            return content

    async def titles(self) -> list[str]:
        await Worker(self.database).run_due()
        inbox = await self.http.get("/v1/me/inbox", headers=as_(self.me.user_id))
        return [message["title"] for message in inbox.json()["items"]]

    async def todo(self, by: UUID | None = None) -> dict[str, int]:
        await Worker(self.database).run_due()
        answer = await self.http.get("/admin/v1/me/todo", headers=as_admin(by or self.worker))
        kinds = answer.json()["items"]
        return {
            one["kind"]: one["count"]
            for one in kinds
            if "certificate" in one["kind"] and one["count"]
        }


class TestRequest(Certificates):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.http.post(self.path, json={})).status_code == 401

    async def test_someone_of_another_community_finds_nothing(self) -> None:
        outsider = await a_participant(self.database, await a_community(self.database))
        assert (await self.ask(by=outsider.user_id)).status_code == 404

    async def test_days_in_the_wrong_order_are_malformed(self) -> None:
        answer = await self.ask(first_day="2026-02-01", last_day="2026-01-01")
        assert answer.status_code == 422

    async def test_no_whole_number_of_an_identity_document_is_taken(self) -> None:
        document = {"type": "resident_identity_card", "last_four": "11010119900101204X"}
        assert (await self.ask(document=document)).status_code == 422

    async def test_who_has_served_nothing_that_is_confirmed_gets_none(self) -> None:
        other = await a_volunteer(self.database, self.community, "李雷")
        await an_entry(self.database, other, EntryStatus.IN_NOTICE)
        answer = await self.ask(by=other.user_id)
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "certificates.nothing_confirmed",
        )

    async def test_a_second_request_waits_for_the_first(self) -> None:
        assert (await self.ask()).status_code == 201
        answer = await self.ask(key="ask-00002")
        assert (answer.status_code, answer.json()["code"]) == (409, "certificates.request_open")

    async def test_a_repetition_is_the_same_request(self) -> None:
        first, again = await self.ask(), await self.ask()
        assert (again.status_code, again.json()) == (201, first.json())

    async def test_who_has_no_verified_name_states_one_which_staff_see(self) -> None:
        visitor = await a_volunteer(self.database, self.community, None)
        await served(self.database, visitor)
        answer = await self.ask(by=visitor.user_id)
        assert (answer.status_code, answer.json()["code"]) == (409, "certificates.name_needed")
        requested = await self.ask(by=visitor.user_id, key="ask-00002", name="赵㛃")
        shown = await self.http.get(
            f"/admin{self.path}/{requested.json()['id']}", headers=as_admin(self.worker)
        )
        assert (shown.json()["stated_name"], shown.json()["name"]) == ("赵㛃", None)
        issued = await self.act(requested.json()["id"], "issue", body=SIGNING)
        assert issued.status_code == 200
        assert (await self.content())["name"] == "赵㛃"

    async def test_it_is_taken_back_while_nobody_has_decided(self) -> None:
        requested = (await self.ask()).json()
        assert requested["actions"] == ["withdraw"]
        path = f"{self.path}/{requested['id']}/withdraw"
        answer = await self.http.post(path, headers=as_(self.me.user_id))
        assert answer.json()["status"] == "withdrawn"
        assert (await self.act(requested["id"], "issue", body=SIGNING)).status_code == 409

    async def test_the_staff_have_it_to_do_and_are_told_once(self) -> None:
        requested = (await self.ask()).json()
        assert await self.todo() == {"service_records.certificate_to_issue": 1}
        await self.act(requested["id"], "decline", body={"reason": "请先核对服务记录"})
        assert await self.todo() == {}
        assert "志愿服务记录证明未能出具" in await self.titles()

    async def test_another_persons_certificate_is_not_there(self) -> None:
        requested = (await self.ask()).json()
        other = await a_participant(self.database, self.community)
        for end in ("", "/pdf"):
            answer = await self.http.get(
                f"{self.path}/{requested['id']}{end}", headers=as_(other.user_id)
            )
            assert answer.status_code == 404

    async def test_a_grid_worker_issues_none(self) -> None:
        requested = (await self.ask()).json()
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        answer = await self.act(requested["id"], "issue", by=grid, body=SIGNING)
        assert answer.status_code == 403

    async def test_who_leaves_takes_the_request_back(self) -> None:
        requested = (await self.ask()).json()
        async with self.database.transaction() as session:
            key = {"community_id": self.community, "id": self.me.id}
            (await session.get_one(Participant, key)).leave()
            emit(session, self.community, ParticipantLeft(participant_id=self.me.id))
        assert await self.todo() == {}
        shown = await self.http.get(f"{self.path}/{requested['id']}", headers=as_(self.me.user_id))
        assert shown.json()["status"] == "withdrawn"


class TestIssue(Certificates):
    async def test_it_says_what_order_67_asks_for(self) -> None:
        document = {"type": "resident_identity_card", "last_four": "204X"}
        certificate = await self.issued(document=document)
        assert (certificate["status"], certificate["hours"]) == ("issued", "12.5")
        said = text_of(await self.pdf(certificate))
        for part in (
            *(NAME, certificate["number"], "居民身份证 ****204X", "12.5 小时"),
            *("清扫楼道", "幸福里3号楼前", "10.0", "河道巡护", "2.5"),
            *("陈芳", "李敏", "010-0000 0012", "出具日期", "志愿者编号"),
        ):
            assert part in said, part

    async def test_only_confirmed_minutes_in_the_days_count(self) -> None:
        await an_entry(self.database, self.me, EntryStatus.REVIEWED)
        await served(self.database, self.me, 60, days_ago=400)
        first = clock.today() - timedelta(days=30)
        certificate = await self.issued(first_day=first.isoformat())
        assert certificate["hours"] == "12.5"

    async def test_it_does_not_tell_a_duty_from_a_shift(self) -> None:
        """Duties of the Party and shifts of residents are certified alike."""
        await self.issued()
        content = json.dumps(await self.content(), ensure_ascii=False)
        for word in ("duty", "shift", "source", "党", "双报到", "post"):
            assert word not in content

    async def test_without_a_document_the_own_number_stands_there(self) -> None:
        await self.issued()
        first = await self.content()
        assert first["document"] is None
        assert first["volunteer_number"].partition("-V-")[1] == "-V-"

    async def test_nobody_issues_what_they_have_entered(self) -> None:
        body = {"on_behalf_of": str(self.me.id), "witness": "王芳"}
        answer = await self.http.post(
            f"/admin{self.path}", json=body, headers=as_admin(self.worker, "desk-0001")
        )
        assert answer.status_code == 201
        certificate = answer.json()
        assert "issue" not in certificate["actions"]
        refused = await self.act(certificate["id"], "issue", body=SIGNING)
        assert refused.json()["code"] == "communities.second_person_needed"
        done = await self.act(certificate["id"], "issue", by=self.colleague, body=SIGNING)
        assert done.status_code == 200

    async def test_nobody_issues_their_own(self) -> None:
        async with self.database.transaction() as session:
            key = {"community_id": self.community, "id": self.me.id}
            (await session.get_one(Participant, key)).user_id = self.worker
        requested = await self.http.post(
            f"/admin{self.path}",
            json={"on_behalf_of": str(self.me.id), "witness": "王芳"},
            headers=as_admin(self.colleague, "desk-0001"),
        )
        refused = await self.act(requested.json()["id"], "issue", body=SIGNING)
        assert refused.json()["code"] == "communities.second_person_needed"

    async def test_it_is_issued_once(self) -> None:
        certificate = await self.issued()
        again = await self.act(certificate["id"], "issue", body=SIGNING)
        assert (again.status_code, again.json()["state"]) == (409, "issued")

    async def test_the_person_is_told_and_it_is_audited(self) -> None:
        await self.issued()
        assert "志愿服务记录证明已出具" in await self.titles()
        entries = await audited(self.database, self.community)
        assert "certificate.issued" in [entry.action for entry in entries]

    async def test_its_hash_is_that_of_its_content(self) -> None:
        await self.issued()
        async with self.database.transaction() as session:
            row = await session.scalar(
                select(Certificate).where(Certificate.community_id == self.community)
            )
            assert row is not None
            assert row.content_hash == sha256(rfc8785.dumps(row.content)).digest()

    async def test_what_was_issued_does_not_change_with_its_sources(self) -> None:
        certificate = await self.issued()
        before = await self.pdf(certificate)
        async with self.database.transaction() as session:
            key = {"community_id": self.community, "id": self.me.id}
            (await session.get_one(Participant, key)).real_name = "王五"
            await session.execute(
                update(Occasion)
                .where(Occasion.community_id == self.community)
                .values(address="别处", title="别的")
            )
        assert await self.pdf(certificate) == before

    async def test_the_desk_prints_it_and_that_is_audited(self) -> None:
        certificate = await self.issued()
        path = f"/admin{self.path}/{certificate['id']}/pdf"
        answer = await self.http.get(path, headers=as_admin(self.worker))
        assert answer.content.startswith(b"%PDF")
        entries = await audited(self.database, self.community)
        assert "certificate.printed" in [entry.action for entry in entries]

    async def test_its_code_opens_its_check(self) -> None:
        certificate = await self.issued()
        document = pypdfium2.PdfDocument(await self.pdf(certificate))
        page = document[len(document) - 1]
        (code,) = zxingcpp.read_barcodes(page.render(scale=2).to_pil())
        assert code.text.endswith(certificate["check_path"])

    async def test_a_name_that_the_font_lacks_is_told_and_marked(self) -> None:
        strange = await a_volunteer(self.database, self.community, "王\U0002f9b2")
        await served(self.database, strange)
        requested = (await self.ask(by=strange.user_id)).json()
        shown = await self.http.get(
            f"/admin{self.path}/{requested['id']}", headers=as_admin(self.worker)
        )
        assert shown.json()["unprintable"] == ["U+2F9B2"]

    async def test_a_certificate_of_120_services_is_small(self) -> None:
        for n in range(120):
            await served(self.database, self.me, 125, days_ago=n + 20, title=f"第{n}次巡护")
        document = await self.pdf(await self.issued())
        assert len(document) <= 200_000
        assert "第119次巡护" in text_of(document)


class TestCheck(Certificates):
    async def check(self, number: str, end: str = "") -> Response:
        return await self.http.get(f"/v1/certificates/{number}{end}")

    async def test_anybody_sees_that_it_is_valid_and_no_name(self) -> None:
        certificate = await self.issued()
        answer = await self.check(certificate["number"])
        said = answer.json()
        assert (said["status"], said["name"], said["hours"]) == ("valid", "王**", "12.5")
        assert NAME not in answer.text
        assert "清扫楼道" not in answer.text

    async def test_a_number_is_read_in_any_case(self) -> None:
        certificate = await self.issued()
        assert (await self.check(certificate["number"].lower())).status_code == 200

    async def test_unknown_numbers_are_all_alike(self) -> None:
        number = (await self.issued())["number"]
        other = number[:-1] + ("A" if number[-1] != "A" else "B")
        answers = [await self.check(one) for one in (other, "9999-2026-000001-7KQX3MPA", "?")]
        assert {answer.status_code for answer in answers} == {404}
        assert len({answer.json()["title"] for answer in answers}) == 1

    async def test_a_number_of_another_kind_is_no_certificate(self) -> None:
        number = (await self.issued())["number"]
        async with self.database.transaction() as session:
            await session.execute(
                update(NumberedDocument)
                .where(NumberedDocument.community_id == self.community)
                .values(kind=DocumentKind.TICKET)
            )
        assert (await self.check(number)).status_code == 404

    async def test_after_an_erasure_it_goes_on_without_the_name(self) -> None:
        certificate = await self.issued()
        [declared] = [one for one in PERSONAL_DATA if one.model is Certificate]
        assert isinstance(declared.erasure, Blanked)
        async with self.database.transaction() as session:
            key = {"community_id": self.community, "id": UUID(certificate["id"])}
            row = await session.get_one(Certificate, key)
            for name, value in declared.erasure.values.items():
                setattr(row, name, value)
        said = (await self.check(certificate["number"])).json()
        assert (said["status"], said["name"], said["hours"]) == ("valid", None, "12.5")
        page = await self.check(certificate["number"], "/page")
        assert (page.status_code, "王" in page.text) == (200, False)
        path = f"{self.path}/{certificate['id']}/pdf"
        assert (await self.http.get(path, headers=as_(self.me.user_id))).status_code == 404

    async def test_guessing_is_limited_also_by_misses(self) -> None:
        statuses = [(await self.check("1-2026-000001-7KQX3MPA")).status_code for _ in range(31)]
        assert statuses == [404] * 30 + [429]

    async def test_the_page_has_no_script_and_a_strict_policy(self) -> None:
        certificate = await self.issued()
        page = await self.check(certificate["number"], "/page")
        assert page.headers["content-type"].startswith("text/html")
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "<script" not in page.text
        assert "width=device-width" in page.text
        assert page.text.index("有效") < page.text.index("Valid")
        assert "王**" in page.text
        assert NAME not in page.text

    async def test_the_page_of_an_unknown_number_says_so(self) -> None:
        page = await self.check("<b>1", "/page")
        assert (page.status_code, "查无此证明编号" in page.text) == (404, True)
        assert "<b>1" not in page.text


class TestRevoke(Certificates):
    async def test_it_takes_two_persons_and_a_reason_that_is_told(self) -> None:
        certificate = await self.issued()
        reason = {"reason": "时长登记有误"}
        asked = await self.act(certificate["id"], "request-revocation", body=reason)
        assert (asked.status_code, asked.json()["status"]) == (200, "issued")
        assert (await self.todo(self.colleague)) == {"service_records.certificate_revocation": 1}
        assert asked.json()["actions"] == ["drop_revocation"]
        alone = await self.act(certificate["id"], "revoke")
        assert alone.json()["code"] == "communities.second_person_needed"
        done = await self.act(certificate["id"], "revoke", by=self.colleague)
        assert done.json()["status"] == "revoked"
        checked = await self.http.get(f"/v1/certificates/{certificate['number']}")
        assert checked.json()["status"] == "revoked"
        assert checked.json()["revoked_on"] == clock.today().isoformat()
        document = await self.http.get(f"/v1/documents/{certificate['number']}")
        assert document.json()["is_valid"] is False
        assert "志愿服务记录证明已撤销" in await self.titles()
        assert "此证明已撤销" in text_of(await self.pdf(certificate))
        assert await self.todo(self.colleague) == {}

    async def test_nothing_is_confirmed_that_nobody_has_asked_for(self) -> None:
        certificate = await self.issued()
        answer = await self.act(certificate["id"], "revoke")
        assert answer.json()["code"] == "certificates.no_revocation_requested"

    async def test_a_second_person_may_refuse_and_it_stays_valid(self) -> None:
        certificate = await self.issued()
        await self.act(certificate["id"], "request-revocation", body={"reason": "时长登记有误"})
        refused = await self.act(certificate["id"], "drop-revocation", by=self.colleague)
        assert refused.json()["status"] == "issued"
        checked = await self.http.get(f"/v1/certificates/{certificate['number']}")
        assert checked.json()["status"] == "valid"


class TestReversal(Certificates):
    async def reverse(self, entry: ServiceEntry) -> None:
        async with self.database.transaction() as session:
            row = await session.get_one(
                ServiceEntry, {"community_id": self.community, "id": entry.id}
            )
            put(row, EntryStatus.REVERSED)
            emit(session, self.community, EntryReversed(entry_id=entry.id))

    async def test_it_is_shown_and_the_staff_have_it_to_do(self) -> None:
        certificate = await self.issued()
        await self.reverse(self.entry)
        assert await self.todo() == {"service_records.certificate_to_correct": 1}
        checked = (await self.http.get(f"/v1/certificates/{certificate['number']}")).json()
        assert (checked["status"], checked["corrected_on"]) == (
            "corrected",
            clock.today().isoformat(),
        )
        assert "证明所列服务时长有更正" in await self.titles()
        again = await self.ask(key="ask-00002")
        assert again.status_code == 201

    async def test_certificates_that_do_not_rest_on_it_stay_as_they_are(self) -> None:
        certificate = await self.issued()
        occasion = await an_occasion(self.database, self.community)
        other = await an_entry(self.database, self.me, EntryStatus.CONFIRMED, occasion=occasion)
        await self.reverse(other)
        assert await self.todo() == {}
        checked = (await self.http.get(f"/v1/certificates/{certificate['number']}")).json()
        assert checked["status"] == "valid"
