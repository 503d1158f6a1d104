"""/admin/v1/communities/{community_id}/residence-claims"""

from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import (
    Participant,
    ParticipantKind,
    ParticipantStatus,
    PlaceKind,
    ResidenceClaim,
    Role,
    ScopeKind,
)
from app.identity.models import LoginSession, TokenAudience
from app.kernel.database.engine import Database
from app.worker import Worker
from tests.audit import audited
from tests.client import as_, as_admin
from tests.factories import (
    a_claim,
    a_community,
    a_household,
    a_participant,
    a_person_without_phone,
    a_place,
    granted,
    staff,
)


class Review:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.grid = await a_place(database, self.community, kind=PlaceKind.GRID, name="一网格")
        building = await a_place(database, self.community, parent=self.grid)
        self.household = await a_household(database, self.community, building=building)
        self.claimant = await a_participant(database, self.community, kind=ParticipantKind.VISITOR)

    def path(self, rest: str = "") -> str:
        return f"/admin/v1/communities/{self.community}/residence-claims{rest}"

    async def post(
        self,
        by: UUID | None,
        rest: str,
        body: dict[str, object] | None = None,
        key: str = "k-000001",
    ) -> Response:
        return await self.http.post(self.path(rest), json=body, headers=as_admin(by, key))

    async def a_grid_worker(self) -> UUID:
        return await granted(
            self.database,
            Role.GRID_WORKER,
            ScopeKind.PLACE,
            self.grid.id,
            community_id=self.community,
        )

    async def person(self) -> Participant:
        async with self.database.transaction() as session:
            return await session.get_one(Participant, (self.community, self.claimant.id))

    async def actions(self) -> list[str]:
        return [entry.action for entry in await audited(self.database)]

    async def messages(self) -> list[tuple[str, str]]:
        await Worker(self.database).run_due()
        inbox = await self.http.get("/v1/me/inbox", headers=as_(self.claimant.user_id))
        return [(item["kind"], item["body"]) for item in inbox.json()["items"]]


VERBS: list[tuple[str, dict[str, object]]] = [
    ("approve", {}),
    ("reject", {"reason": "不在登记册中"}),
    ("end", {"reason": "已搬走"}),
    ("withdraw", {"witness": "李敏"}),
    ("renew", {"witness": "李敏"}),
    ("reveal", {"fields": ["real_name"], "reason": "核对登记册"}),
]


class TestVerbs(Review):
    @pytest.mark.parametrize(("verb", "body"), VERBS)
    async def test_who_may_not(self, verb: str, body: dict[str, object]) -> None:
        claim = await a_claim(self.database, self.claimant, self.household)
        rest = f"/{claim.id}/{verb}"
        assert (await self.post(None, rest, body)).status_code == 401
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.post(outsider, rest, body)).status_code == 404
        auditor = await staff(self.database, self.community, Role.AUDITOR)
        assert (await self.post(auditor, rest, body)).status_code == 403
        assert (await self.post(self.worker, f"/{uuid4()}/{verb}", body)).status_code == 404

    @pytest.mark.parametrize(("verb", "body"), VERBS)
    async def test_a_household_outside_the_grid_is_not_there(
        self, verb: str, body: dict[str, object]
    ) -> None:
        elsewhere = await a_household(self.database, self.community)
        claim = await a_claim(self.database, self.claimant, elsewhere)
        answer = await self.post(await self.a_grid_worker(), f"/{claim.id}/{verb}", body)
        assert answer.status_code == (403 if verb in ("withdraw", "renew") else 404)

    @pytest.mark.parametrize(("verb", "body"), VERBS[1:])
    async def test_reasons_and_witnesses_are_needed(
        self, verb: str, body: dict[str, object]
    ) -> None:
        claim = await a_claim(self.database, self.claimant, self.household)
        for wrong in ({}, dict.fromkeys(body, ""), body | {"status": "approved"}):
            answer = await self.post(self.worker, f"/{claim.id}/{verb}", dict(wrong))
            assert answer.status_code == 422

    @pytest.mark.parametrize(
        ("verb", "body", "is_approved"),
        [(*VERBS[0], True), (*VERBS[1], True), (*VERBS[2], False), (*VERBS[4], False)],
    )
    async def test_not_in_this_state(
        self, verb: str, body: dict[str, object], is_approved: bool
    ) -> None:
        claim = await a_claim(self.database, self.claimant, self.household, approved=is_approved)
        answer = await self.post(self.worker, f"/{claim.id}/{verb}", body)
        assert answer.status_code == 409
        assert answer.json()["code"] == "communities.residence_claim_wrong_state"
        assert await self.actions() == []

    async def test_nobody_decides_where_they_live_themselves(self) -> None:
        assert self.claimant.user_id is not None
        own = await granted(
            self.database, Role.COMMUNITY_ADMIN, ScopeKind.PLATFORM, user_id=self.claimant.user_id
        )
        async with self.database.transaction() as session:
            login = await session.get_one(LoginSession, (own, own))
            login.audience = TokenAudience.ADMIN
        claim = await a_claim(self.database, self.claimant, self.household)
        assert (await self.post(own, f"/{claim.id}/approve")).status_code == 403

    async def test_approved_by_the_grid_worker_they_are_a_resident(self) -> None:
        worker = await self.a_grid_worker()
        claim = await a_claim(self.database, self.claimant, self.household)
        answer = await self.post(worker, f"/{claim.id}/approve")
        assert (answer.status_code, answer.json()["status"]) == (200, "approved")
        person = await self.person()
        assert (person.kind, person.household_id) == ("resident", self.household.id)
        async with self.database.transaction() as session:
            stored = await session.get_one(ResidenceClaim, (self.community, claim.id))
        assert stored.decided_by == worker
        assert await self.actions() == ["residence_claim.approved"]
        [(kind, body)] = await self.messages()
        assert kind == "communities.residence_approved"
        assert "临里" in body

    async def test_rejected_with_the_reason(self) -> None:
        claim = await a_claim(self.database, self.claimant, self.household)
        answer = await self.post(self.worker, f"/{claim.id}/reject", {"reason": "不在登记册中"})
        assert answer.json()["status"] == "rejected"
        [(kind, body)] = await self.messages()
        assert kind == "communities.residence_rejected"
        assert "不在登记册中" in body
        assert (await self.person()).kind == "visitor"

    async def test_ended_with_the_reason(self) -> None:
        claim = await a_claim(self.database, self.claimant, self.household, approved=True)
        answer = await self.post(self.worker, f"/{claim.id}/end", {"reason": "已搬走"})
        assert answer.json()["status"] == "ended"
        assert (await self.person()).household_id is None
        assert [kind for kind, _ in await self.messages()] == ["communities.residence_ended"]

    async def test_withdrawn_at_the_desk_and_told(self) -> None:
        claim = await a_claim(self.database, self.claimant, self.household)
        answer = await self.post(self.worker, f"/{claim.id}/withdraw", {"witness": "李敏"})
        assert answer.json()["status"] == "withdrawn"
        assert await self.actions() == ["residence_claim.withdrawn"]
        assert [kind for kind, _ in await self.messages()] == ["communities.residence_withdrawn"]

    async def test_renewed_at_the_desk(self) -> None:
        claim = await a_claim(self.database, self.claimant, self.household, approved=True)
        answer = await self.post(self.worker, f"/{claim.id}/renew", {"witness": "李敏"})
        assert answer.json()["status"] == "approved"
        assert await self.actions() == ["residence_claim.renewed"]

    async def test_the_name_is_revealed_with_a_reason(self) -> None:
        claim = await a_claim(self.database, self.claimant, self.household)
        body: dict[str, object] = {"fields": ["real_name"], "reason": "核对登记册"}
        answer = await self.post(self.worker, f"/{claim.id}/reveal", body)
        assert answer.json()["real_name"] == "王秀英"
        assert await self.actions() == ["contact.revealed"]


class TestQueue(Review):
    async def list_claims(self, by: UUID | None, rest: str = "", **query: Any) -> Response:
        return await self.http.get(self.path(rest), params=query, headers=as_admin(by))

    async def test_who_may_not(self) -> None:
        assert (await self.list_claims(None)).status_code == 401
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.list_claims(outsider)).status_code == 404
        auditor = await staff(self.database, self.community, Role.AUDITOR)
        assert (await self.list_claims(auditor)).status_code == 403

    async def test_each_sees_the_claims_of_their_places_masked(self) -> None:
        inside = await a_claim(self.database, self.claimant, self.household)
        other = await a_participant(self.database, self.community)
        elsewhere = await a_household(self.database, self.community)
        outside = await a_claim(self.database, other, elsewhere, approved=True)
        answer = await self.list_claims(self.worker)
        assert [i["id"] for i in answer.json()["items"]] == [str(inside.id), str(outside.id)]
        assert "王秀英" not in answer.text
        [item] = (await self.list_claims(await self.a_grid_worker())).json()["items"]
        assert (item["id"], item["real_name"]) == (str(inside.id), "王**")
        assert item["household"] == "3栋 101"
        [approved] = (await self.list_claims(self.worker, status="approved")).json()["items"]
        assert approved["id"] == str(outside.id)
        shown = (await self.list_claims(self.worker, f"/{inside.id}")).json()
        assert shown == shown | item


class TestSubmitAtDesk(Review):
    async def submit(self, by: UUID | None, claimant: UUID, **fields: object) -> Response:
        body: dict[str, object] = {
            "on_behalf_of": str(claimant),
            "household_id": str(self.household.id),
            "real_name": "王秀英",
            "has_paper_consent": True,
            "witness": "李敏",
        }
        return await self.post(by, "", body | fields)

    async def test_who_may_not(self) -> None:
        assert (await self.submit(None, self.claimant.id)).status_code == 401
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.submit(outsider, self.claimant.id)).status_code == 404
        assert (await self.submit(await self.a_grid_worker(), self.claimant.id)).status_code == 403

    @pytest.mark.parametrize(
        "fields", [{"has_paper_consent": False}, {"witness": ""}, {"channel": "self"}]
    )
    async def test_consent_on_paper_and_a_witness_are_needed(
        self, fields: dict[str, object]
    ) -> None:
        assert (await self.submit(self.worker, self.claimant.id, **fields)).status_code == 422

    async def test_those_of_elsewhere_and_those_who_left(self) -> None:
        foreign = await a_participant(self.database, await a_community(self.database))
        assert (await self.submit(self.worker, foreign.id)).json()["code"] == "unknown_reference"
        left = await a_participant(self.database, self.community, status=ParticipantStatus.LEFT)
        assert (await self.submit(self.worker, left.id)).status_code == 403

    async def test_a_person_without_a_phone_lives_somewhere_too(self) -> None:
        elder = await a_person_without_phone(self.database, self.community)
        answer = await self.submit(self.worker, elder.id)
        assert (answer.status_code, answer.json()["status"]) == (201, "submitted")
        again = await self.post(
            self.worker,
            "",
            {
                "on_behalf_of": str(elder.id),
                "household_id": str(self.household.id),
                "real_name": "王秀英",
                "has_paper_consent": True,
                "witness": "李敏",
            },
            key="k-000002",
        )
        assert again.json()["code"] == "communities.residence_claim_open"
        async with self.database.transaction() as session:
            stored = (await session.scalars(select(ResidenceClaim))).one()
        assert (stored.channel, stored.witness, stored.entered_by) == (
            "desk",
            "李敏",
            self.worker,
        )
        assert await self.actions() == ["residence_claim.submitted"]
