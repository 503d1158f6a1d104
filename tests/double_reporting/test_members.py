"""Members' own registrations: sealed, and with a separate consent."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import NumberedDocument, ParticipantStatus, Role
from app.double_reporting.models import (
    MemberRegistration,
    MemberRegistrationStatus,
    PostClaim,
    PostClaimStatus,
)
from app.identity.consents.texts import TEXTS
from app.identity.models import Purpose
from app.kernel.database.engine import Database
from app.kernel.database.idempotency import IdempotencyRecord
from app.kernel.jobs.events import EventRow
from app.kernel.privacy.audit import AuditEntry
from app.notifications.inbox import InboxMessage
from app.worker import Worker
from tests.client import as_, as_admin
from tests.double_reporting.members import a_post, a_post_claim, a_registration, an_organization
from tests.factories import a_community, a_participant, a_user, consented, staff

S = MemberRegistrationStatus


class Members:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.organization = await an_organization(database, self.community)
        self.party = await staff(database, self.community, Role.PARTY_ADMIN)
        self.me = await a_participant(database, self.community)
        assert self.me.user_id is not None
        self.user = self.me.user_id
        await consented(database, self.user, Purpose.PARTY_MEMBERSHIP)

    def path(self, rest: str = "") -> str:
        return f"/v1/communities/{self.community}/member-registrations{rest}"

    def sheet(self, **fields: Any) -> dict[str, Any]:
        defaults = {"organization_id": str(self.organization.id), "real_name": "王秀英"}
        return defaults | {"skills": ["first_aid"], "remarks": "周末都行"} | fields

    async def mine(self) -> dict[str, Any]:
        answer = await self.http.get(self.path("/me"), headers=as_(self.user))
        assert answer.status_code == 200
        shown: dict[str, Any] = answer.json()
        return shown

    async def row(self, id_: object) -> MemberRegistration | None:
        async with self.database.transaction() as session:
            return await session.get(MemberRegistration, (self.community, id_))

    async def state(self, id_: object) -> str | None:
        row = await self.row(id_)
        return None if row is None else row.status

    async def registered(self, status: MemberRegistrationStatus = S.SUBMITTED) -> str:
        row = await a_registration(self.database, self.me, self.organization.id, status)
        return str(row.id)

    async def message_kinds(self) -> list[str]:
        for _ in range(3):  # Listeners emit events that have listeners themselves.
            await Worker(self.database).run_due()
        inbox = await self.http.get("/v1/me/inbox", headers=as_(self.user))
        return [item["kind"] for item in inbox.json()["items"]]


class TestRegisterMember(Members):
    async def register(
        self, by: UUID | None, key: str | None = "member-01", **fields: Any
    ) -> Response:
        return await self.http.post(self.path(), json=self.sheet(**fields), headers=as_(by, key))

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.register(None)).status_code == 401

    async def test_who_has_not_joined_finds_nothing(self) -> None:
        assert (await self.register(await a_user(self.database))).status_code == 404

    async def test_who_has_left_may_not(self) -> None:
        left = await a_participant(self.database, self.community, status=ParticipantStatus.LEFT)
        assert (await self.register(left.user_id)).status_code == 403

    @pytest.mark.parametrize(
        "fields",
        [
            {"real_name": ""},
            {"status": "active"},
            {"id_number": "1"},
            {"joined_on": "2020-07-01"},
        ],
    )
    async def test_nothing_but_the_sheet_is_taken_or_repeated(self, fields: dict[str, Any]) -> None:
        answer = await self.register(self.user, **fields)
        assert answer.status_code == 422
        assert "王秀英" not in answer.text
        assert (await self.register(self.user, key=None)).status_code == 400

    async def test_an_unknown_organization_is_refused(self) -> None:
        answer = await self.register(self.user, organization_id=str(uuid4()))
        assert (answer.status_code, answer.json()["code"]) == (
            422,
            "double_reporting.organization_unknown",
        )

    async def test_without_the_separate_consent_it_is_refused(self) -> None:
        other = await a_participant(self.database, self.community)
        assert other.user_id is not None
        await consented(self.database, other.user_id, Purpose.PROFILE)
        answer = await self.register(other.user_id)
        assert (answer.status_code, answer.json()["code"]) == (409, "identity.consent_required")
        assert answer.json()["purpose"] == "party_membership"

    @pytest.mark.parametrize("status", [S.SUBMITTED, S.RETURNED, S.ACTIVE])
    async def test_a_second_one_is_a_conflict_while_one_lives(
        self, status: MemberRegistrationStatus
    ) -> None:
        await self.registered(status)
        answer = await self.register(self.user)
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "double_reporting.member_registered",
        )

    async def test_it_waits_for_review_and_only_i_read_what_i_wrote(self) -> None:
        answer = await self.register(self.user)
        assert (answer.status_code, answer.json()["status"]) == (201, "submitted")
        shown = await self.http.get(answer.headers["location"], headers=as_(self.user))
        assert shown.json() == answer.json()
        sheet = (await self.mine())["registration"]["sheet"]
        assert (sheet["organization_name"], sheet["skills"]) == (
            self.organization.name,
            ["first_aid"],
        )
        neighbour = await a_participant(self.database, self.community)
        for rest in (f"/{answer.json()['id']}",):
            theirs = await self.http.get(self.path(rest), headers=as_(neighbour.user_id))
            assert theirs.status_code == 404

    async def test_nothing_of_membership_stands_anywhere_in_clear(self) -> None:
        answer = await self.register(self.user)
        id_ = answer.json()["id"]
        approval = f"/admin{self.path(f'/{id_}/approve')}"
        await self.http.post(approval, json={}, headers=as_admin(self.party, "approve-01"))
        await self.message_kinds()
        secrets = {str(self.organization.id), self.organization.name, "秀英", "first_aid", "周末"}
        async with self.database.transaction() as session:
            rows = [
                row
                for table in (
                    IdempotencyRecord,
                    AuditEntry,
                    EventRow,
                    InboxMessage,
                    NumberedDocument,
                )
                for row in (await session.scalars(select(table))).all()
            ]
            rows.append(
                await session.get_one(MemberRegistration, (self.community, answer.json()["id"]))
            )
        assert len(rows) >= 6
        for row in rows:
            columns = {n: v for n, v in vars(row).items() if not n.startswith("_")}
            text = f"{columns} {getattr(row, 'body', b'').decode(errors='ignore')}"
            assert not [secret for secret in secrets if secret in text], type(row)


class TestSubmitAgain(Members):
    async def submit(self, id_: str, by: UUID | None, **fields: Any) -> Response:
        path = self.path(f"/{id_}/submit")
        return await self.http.post(path, json=self.sheet(**fields), headers=as_(by))

    async def test_who_may_not_is_told_in_order(self) -> None:
        id_ = await self.registered(S.RETURNED)
        assert (await self.submit(id_, None)).status_code == 401
        other = await a_participant(self.database, self.community)
        assert (await self.submit(id_, other.user_id)).status_code == 404
        assert (await self.submit(id_, self.user, real_name="")).status_code == 422

    @pytest.mark.parametrize("status", [S.SUBMITTED, S.ACTIVE])
    async def test_only_what_was_returned(self, status: MemberRegistrationStatus) -> None:
        answer = await self.submit(await self.registered(status), self.user)
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "double_reporting.member_registration_wrong_state",
        )

    async def test_written_anew_the_old_decision_is_forgotten(self) -> None:
        id_ = await self.registered(S.RETURNED)
        answer = await self.submit(id_, self.user, skills=["repairs"])
        assert (answer.json()["status"], answer.json()["reason"]) == ("submitted", None)
        assert (await self.mine())["registration"]["sheet"]["skills"] == ["repairs"]


class TestWithdrawRegistration(Members):
    async def withdraw(self, id_: str, by: UUID | None) -> Response:
        return await self.http.post(self.path(f"/{id_}/withdraw"), headers=as_(by))

    async def test_only_ones_own(self) -> None:
        id_ = await self.registered()
        assert (await self.withdraw(id_, None)).status_code == 401
        other = await a_participant(self.database, self.community)
        assert (await self.withdraw(id_, other.user_id)).status_code == 404

    async def test_twice_is_a_conflict(self) -> None:
        id_ = await self.registered()
        assert (await self.withdraw(id_, self.user)).json()["status"] == "withdrawn"
        assert (await self.withdraw(id_, self.user)).status_code == 409

    async def test_an_active_one_ends_and_its_claims_go_on(self) -> None:
        id_ = await self.registered(S.ACTIVE)
        post = await a_post(self.database, self.community)
        claim = await a_post_claim(self.database, post, self.me)
        assert (await self.withdraw(id_, self.user)).json()["status"] == "ended"
        async with self.database.transaction() as session:
            stored = await session.get_one(PostClaim, (self.community, claim.id))
        assert stored.status is PostClaimStatus.APPLIED
        mine = await self.mine()
        assert (mine["registration"]["status"], mine["claims"][0]["title"]) == ("ended", post.title)


class TestConsent(Members):
    async def decide(self, is_granted: bool) -> None:
        body = {
            "is_granted": is_granted,
            "text_version": TEXTS[Purpose.PARTY_MEMBERSHIP].version,
        }
        path = "/v1/me/consents/party_membership"
        answer = await self.http.put(path, json=body, headers=as_(self.user))
        assert answer.status_code == 200

    async def test_withdrawn_it_ends_is_deleted_and_i_am_told(self) -> None:
        id_ = await self.registered(S.ACTIVE)
        await self.decide(False)
        message_kinds = await self.message_kinds()
        assert await self.row(id_) is None
        assert (await self.mine())["registration"] is None
        assert message_kinds == ["double_reporting.registration_forgotten"]

    async def test_withdrawn_the_stored_answer_is_not_given_again(self) -> None:
        desk = {"has_paper_consent": True, "witness": "李主任"}
        by_path = {
            self.path(): (self.sheet(), as_(self.user, "member-09")),
            f"/admin{self.path()}": (
                self.sheet(on_behalf_of=str(self.me.id), **desk),
                as_admin(self.party, "member-09"),
            ),
        }
        for path, (body, headers) in by_path.items():
            await self.decide(True)
            created = await self.http.post(path, json=body, headers=headers)
            again = await self.http.post(path, json=body, headers=headers)
            assert (again.status_code, again.content) == (201, created.content)
            await self.decide(False)
            await self.message_kinds()
            answer = await self.http.post(path, json=body, headers=headers)
            assert (answer.status_code, answer.json()["code"]) == (404, "idempotency_replay_hidden")
            assert created.json()["id"] not in answer.text

    async def test_what_is_over_is_deleted_too(self) -> None:
        id_ = await self.registered()
        await self.http.post(self.path(f"/{id_}/withdraw"), headers=as_(self.user))
        await self.decide(False)
        assert await self.message_kinds() == ["double_reporting.registration_forgotten"]
        assert await self.row(id_) is None

    async def test_given_again_meanwhile_nothing_is_lost(self) -> None:
        id_ = await self.registered()
        await self.decide(False)
        await self.decide(True)
        assert await self.message_kinds() == []
        assert await self.state(id_) == "submitted"

    async def test_between_withdrawal_and_its_effect_nobody_approves(self) -> None:
        id_ = await self.registered()
        await self.decide(False)
        path = f"/admin{self.path(f'/{id_}/approve')}"
        answer = await self.http.post(path, json={}, headers=as_admin(self.party))
        assert (answer.status_code, answer.json()["code"]) == (409, "identity.consent_required")

    async def test_who_leaves_is_registered_no_more(self) -> None:
        id_ = await self.registered(S.ACTIVE)
        path = f"/v1/communities/{self.community}/participants/me/leave"
        await self.http.post(path, headers=as_(self.user))
        await self.message_kinds()
        assert await self.state(id_) == "ended"
