"""Member registrations as Party administrators and the desk handle them."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response

from app.communities.models import Participant, Role
from app.double_reporting.models import MemberRegistrationStatus
from app.identity.models import Purpose, User
from app.kernel.database.engine import Database
from app.worker import Worker
from tests.audit import audited
from tests.client import as_, as_admin
from tests.double_reporting.members import a_registration, an_organization
from tests.factories import (
    a_community,
    a_household,
    a_participant,
    a_person,
    a_person_without_phone,
    consented,
    joined,
    staff,
)

S = MemberRegistrationStatus
WHY = {"reason": "请写清所在党支部"}
BODIES: dict[str, Any] = {"return": WHY, "approve": {}, "decline": WHY, "end": WHY}


class Review:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.committee = await an_organization(database, self.community)
        self.branch = await an_organization(database, self.community, self.committee)
        self.party = await staff(database, self.community, Role.PARTY_ADMIN)
        self.me = await self.person()

    async def person(self) -> Participant:
        participant = await a_participant(self.database, self.community)
        assert participant.user_id is not None
        await consented(self.database, participant.user_id, Purpose.PARTY_MEMBERSHIP)
        return participant

    def path(self, rest: str = "") -> str:
        return f"/admin/v1/communities/{self.community}/member-registrations{rest}"

    async def registered(self, status: MemberRegistrationStatus = S.SUBMITTED) -> str:
        row = await a_registration(self.database, self.me, self.branch.id, status)
        return str(row.id)

    async def verb(
        self, id_: str, verb: str, by: UUID | None, body: Any = None, key: str | None = None
    ) -> Response:
        body = BODIES[verb] if body is None else body
        return await self.http.post(
            self.path(f"/{id_}/{verb}"), json=body, headers=as_admin(by, key)
        )

    async def message_kinds(self) -> list[str]:
        await Worker(self.database).run_due()
        inbox = await self.http.get("/v1/me/inbox", headers=as_(self.me.user_id))
        return [item["kind"] for item in inbox.json()["items"]]

    async def audited(self) -> list[tuple[str, UUID, dict[str, Any]]]:
        entries = await audited(self.database)
        return [(entry.action, entry.community_id, entry.facts) for entry in entries]


class TestDecide(Review):
    @pytest.mark.parametrize("verb", BODIES)
    async def test_who_may_not_is_told_in_order(self, verb: str) -> None:
        id_ = await self.registered()
        assert (await self.verb(id_, verb, None)).status_code == 401
        elsewhere = await staff(self.database, await a_community(self.database), Role.PARTY_ADMIN)
        assert (await self.verb(id_, verb, elsewhere)).status_code == 404
        for role in (Role.COMMUNITY_WORKER, Role.SUBDISTRICT_ADMIN, Role.AUDITOR):
            other = await staff(self.database, self.community, role)
            assert (await self.verb(id_, verb, other)).status_code == 403, role

    async def test_nobody_decides_about_themselves(self) -> None:
        own = await joined(self.database, a_person(self.community, self.party))
        row = await a_registration(self.database, own, self.branch.id)
        assert (await self.verb(str(row.id), "approve", self.party)).status_code == 403

    @pytest.mark.parametrize("verb", ["return", "decline", "end"])
    async def test_without_a_reason_it_is_malformed(self, verb: str) -> None:
        id_ = await self.registered()
        assert (await self.verb(id_, verb, self.party, {"reason": ""})).status_code == 422

    async def test_only_the_unit_s_liaison_confirms_for_the_unit(self) -> None:
        body = {"verify_method": "unit_liaison"}
        answer = await self.verb(await self.registered(), "approve", self.party, body)
        assert answer.status_code == 422

    @pytest.mark.parametrize(
        ("status", "verb"),
        [
            (S.RETURNED, "approve"),
            (S.ACTIVE, "decline"),
            (S.SUBMITTED, "end"),
            (S.ACTIVE, "return"),
        ],
    )
    async def test_in_another_state_it_is_a_conflict(
        self, status: MemberRegistrationStatus, verb: str
    ) -> None:
        answer = await self.verb(await self.registered(status), verb, self.party)
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "double_reporting.member_registration_wrong_state",
        )

    @pytest.mark.parametrize("role", [Role.PARTY_ADMIN, Role.COMMUNITY_ADMIN])
    async def test_approved_with_a_receipt_that_names_nobody(self, role: Role) -> None:
        by = await staff(self.database, self.community, role)
        body = {"verify_method": "paper_slip"}
        answer = await self.verb(await self.registered(), "approve", by, body)
        shown = answer.json()
        assert (shown["status"], shown["verify_method"]) == ("active", "paper_slip")
        check = await self.http.get(f"/v1/documents/{shown['receipt_number']}")
        assert (check.json()["kind"], check.json()["is_valid"]) == ("registration", True)
        assert "秀英" not in check.text
        assert await self.message_kinds() == ["double_reporting.registration_active"]
        assert await self.audited() == [("registration.approved", self.community, {})]

    @pytest.mark.parametrize(("verb", "status"), [("return", "returned"), ("decline", "declined")])
    async def test_returned_or_declined_with_the_reason(self, verb: str, status: str) -> None:
        answer = await self.verb(await self.registered(), verb, self.party)
        assert (answer.json()["status"], answer.json()["reason"]) == (status, WHY["reason"])
        assert await self.message_kinds() == [f"double_reporting.registration_{status}"]

    async def test_ended_the_receipt_is_good_no_more(self) -> None:
        id_ = await self.registered()
        number = (await self.verb(id_, "approve", self.party)).json()["receipt_number"]
        answer = await self.verb(id_, "end", self.party)
        assert (answer.json()["status"], answer.json()["end_reason"]) == ("ended", WHY["reason"])
        assert not (await self.http.get(f"/v1/documents/{number}")).json()["is_valid"]
        assert "double_reporting.registration_ended" in await self.message_kinds()


class TestQueue(Review):
    async def test_masked_in_order_for_party_administrators_alone(self) -> None:
        first, id_ = await self.registered(S.ACTIVE), self.me
        self.me = await self.person()
        second = await self.registered()
        worker = await staff(self.database, self.community)
        for rest in ("", f"/{second}"):
            assert (await self.http.get(self.path(rest))).status_code == 401
            refused = await self.http.get(self.path(rest), headers=as_admin(worker))
            assert refused.status_code == 403
        page = (await self.http.get(self.path(), headers=as_admin(self.party))).json()
        assert [item["id"] for item in page["items"]] == sorted([first, second])
        by_id = {item["id"]: item for item in page["items"]}
        assert by_id[first]["participant_id"] == str(id_.id)
        query = {"status": "submitted"}
        waiting = await self.http.get(self.path(), params=query, headers=as_admin(self.party))
        assert [item["real_name"] for item in waiting.json()["items"]] == ["王**"]
        assert str(self.branch.id) not in waiting.text
        one = await self.http.get(self.path(f"/{second}"), headers=as_admin(self.party))
        assert one.json() == waiting.json()["items"][0]

    async def reveal(self, id_: str, by: UUID | None, **body: Any) -> Response:
        body = {"reason": "核对党组织"} | body
        return await self.http.post(self.path(f"/{id_}/reveal"), json=body, headers=as_admin(by))

    async def test_who_may_not_open_a_sheet_is_told_in_order(self) -> None:
        id_ = await self.registered()
        assert (await self.reveal(id_, None)).status_code == 401
        worker = await staff(self.database, self.community)
        assert (await self.reveal(id_, worker)).status_code == 403
        for fields in ([], ["skills"]):
            assert (await self.reveal(id_, self.party, fields=fields)).status_code == 422

    async def test_a_sheet_is_opened_whole_by_one_audited_reveal(self) -> None:
        """It was one field a call: a sheet took five reveals of the twenty of an hour, and neither
        phone nor household was among them."""
        home = await a_household(self.database, self.community)
        assert self.me.user_id is not None
        await consented(self.database, self.me.user_id, Purpose.PHONE)
        async with self.database.transaction() as session:
            me = await session.get_one(Participant, (self.community, self.me.id))
            me.live_in(home.id, "王秀英")
            user = await session.get_one(User, self.me.user_id)
            user.phone = "+861000000009"
        answer = await self.reveal(await self.registered(), self.party)
        assert answer.status_code == 200, answer.text
        shown = answer.json()
        assert home.name in shown.pop("household")
        assert shown == {
            "real_name": "王秀英",
            "phone": "+861000000009",
            "contact": "+86 10 0000 0009",
            "organization_id": str(self.branch.id),
            "organization_name": self.branch.name,
            "skills": ["first_aid"],
            "service_kinds": ["care"],
            "times": ["weekend_daytime"],
            "remarks": "会用急救设备",
        }
        [(action, community, facts)] = await self.audited()
        assert (action, community, facts["reason"]) == (
            "sealed.revealed",
            self.community,
            "核对党组织",
        )
        assert facts["fields"] == "real_name,phone,contact,household,organization,offer"

    async def test_the_member_is_told_of_it_in_neutral_words(self) -> None:
        await self.reveal(await self.registered(), self.party, fields=["contact"])
        await Worker(self.database).run_once()
        await self.message_kinds()
        inbox = await self.http.get("/v1/me/inbox", headers=as_(self.me.user_id))
        [item] = inbox.json()["items"]
        assert item["kind"] == "privacy.data_seen"
        assert "联系方式" in item["body"]
        assert not [word for word in ("党员", "报到") if word in item["title"]]
        log = await self.http.get("/v1/me/access-log", headers=as_(self.me.user_id))
        assert len(log.json()["items"]) == 1

    async def test_what_is_not_asked_for_stays_closed(self) -> None:
        answer = await self.reveal(await self.registered(), self.party, fields=["organization"])
        opened = {name for name, value in answer.json().items() if value is not None}
        assert opened == {"organization_id", "organization_name"}


class TestDesk(Review):
    def sheet(self, participant: Participant, **fields: Any) -> dict[str, Any]:
        paper = {"on_behalf_of": str(participant.id), "has_paper_consent": True, "witness": "王芳"}
        return paper | {"organization_id": str(self.branch.id), "real_name": "王秀英"} | fields

    async def register(self, by: UUID | None, participant: Participant, **fields: Any) -> Response:
        body = self.sheet(participant, **fields)
        return await self.http.post(self.path(), json=body, headers=as_admin(by, "desk-0001"))

    async def test_who_may_not_is_told_in_order(self) -> None:
        assert (await self.register(None, self.me)).status_code == 401
        worker = await staff(self.database, self.community)
        assert (await self.register(worker, self.me)).status_code == 403
        for fields in ({"has_paper_consent": False}, {"witness": ""}):
            assert (await self.register(self.party, self.me, **fields)).status_code == 422
        answer = await self.register(self.party, self.me, on_behalf_of=str(uuid4()))
        assert answer.json()["code"] == "unknown_reference"

    async def test_who_has_no_phone_reports_on_paper(self) -> None:
        elder = await a_person_without_phone(self.database, self.community)
        answer = await self.register(self.party, elder)
        assert (answer.status_code, answer.json()["status"]) == (201, "submitted")
        shown = await self.http.get(answer.headers["location"], headers=as_admin(self.party))
        assert (shown.status_code, shown.json()["channel"]) == (200, "desk")
        id_ = answer.json()["id"]
        second = await staff(self.database, self.community, Role.COMMUNITY_ADMIN)
        assert (await self.verb(id_, "return", second)).status_code == 200
        body = {"organization_id": str(self.branch.id), "real_name": "王秀英", "witness": "王芳"}
        again = await self.verb(id_, "submit", self.party, body)
        assert again.json()["status"] == "submitted"
        assert (await self.verb(id_, "approve", second)).json()["status"] == "active"
        ended = await self.verb(id_, "withdraw", self.party, {"witness": "王芳"})
        assert ended.json()["status"] == "ended"
        actions = [action for action, _, _ in await self.audited()]
        assert actions == [
            "registration.submitted",
            "registration.returned",
            "registration.submitted",
            "registration.approved",
            "registration.withdrawn",
        ]

    async def test_who_has_one_is_told(self) -> None:
        await self.register(self.party, self.me)
        assert await self.message_kinds() == ["double_reporting.registration_entered"]
