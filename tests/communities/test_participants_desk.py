"""/admin/v1/communities/{community_id}/participants"""

from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Participant, ParticipantStatus, PlaceKind, Role, ScopeKind
from app.kernel.database.engine import Database
from app.kernel.database.idempotency import IdempotencyRecord
from app.kernel.jobs.events import EventRow
from app.worker import Worker
from tests.audit import Audited, audited
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


class Desk:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)

    def path(self, rest: str = "") -> str:
        return f"/admin/v1/communities/{self.community}/participants{rest}"

    async def post(
        self, by: UUID | None, rest: str, body: dict[str, object], key: str | None = None
    ) -> Response:
        return await self.http.post(self.path(rest), json=body, headers=as_admin(by, key))

    async def get(self, by: UUID | None, rest: str = "", **query: Any) -> Response:
        return await self.http.get(self.path(rest), params=query, headers=as_admin(by))

    async def audited(self) -> Audited:
        [entry] = await audited(self.database)
        return entry

    async def a_grid_worker_with_a_resident(self) -> tuple[UUID, Participant]:
        grid = await a_place(self.database, self.community, kind=PlaceKind.GRID, name="一网格")
        building = await a_place(self.database, self.community, parent=grid)
        household = await a_household(self.database, self.community, building=building)
        resident = await a_participant(self.database, self.community)
        await a_claim(self.database, resident, household, approved=True)
        worker = await granted(
            self.database, Role.GRID_WORKER, ScopeKind.PLACE, grid.id, community_id=self.community
        )
        return worker, resident


class TestEnterAtDesk(Desk):
    async def enter(self, by: UUID | None, **fields: object) -> Response:
        body: dict[str, object] = {
            "display_name": "王奶奶",
            "real_name": "王秀英",
            "has_paper_consent": True,
            "witness": "李敏",
        }
        return await self.post(by, "", body | fields, key="enter-001")

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.enter(None)).status_code == 401

    async def test_staff_of_another_community_find_nothing(self) -> None:
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.enter(outsider)).status_code == 404

    async def test_a_grid_worker_may_not(self) -> None:
        grid_worker = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.enter(grid_worker)).status_code == 403

    @pytest.mark.parametrize("fields", [{"witness": ""}, {"channel": "self"}, {"status": "x"}])
    async def test_a_witness_and_a_desk_are_needed(self, fields: dict[str, Any]) -> None:
        assert (await self.enter(self.worker, **fields)).status_code == 422

    async def test_a_real_name_is_not_written_without_consent_on_paper(self) -> None:
        answer = await self.enter(self.worker, has_paper_consent=False)
        assert (answer.status_code, answer.json()["code"]) == (409, "identity.consent_required")
        bare = await self.enter(self.worker, has_paper_consent=False, real_name=None)
        assert bare.status_code == 201

    async def test_they_are_entered_with_a_sealed_name_and_audited(self) -> None:
        answer = await self.enter(self.worker)
        assert answer.status_code == 201
        assert (answer.json()["real_name"], answer.json()["has_user"]) == ("王**", False)
        shown = await self.http.get(answer.headers["location"], headers=as_admin(self.worker))
        assert shown.json() == shown.json() | answer.json()
        entry = await self.audited()
        assert entry.action == "participant.entered"
        assert "秀英" not in str(entry.facts)
        async with self.database.transaction() as session:
            record = (await session.scalars(select(IdempotencyRecord))).one()
        assert "秀英".encode() not in (record.response_sealed or b"")


class TestListParticipants(Desk):
    async def test_anonymous_outsiders_and_those_without_permission(self) -> None:
        assert (await self.get(None)).status_code == 401
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.get(outsider)).status_code == 404
        auditor = await staff(self.database, self.community, Role.AUDITOR)
        assert (await self.get(auditor)).status_code == 403

    async def test_names_are_masked_and_filters_are_held_to_the_community(self) -> None:
        elder = await a_person_without_phone(self.database, self.community)
        await a_participant(self.database, self.community, status=ParticipantStatus.LEFT)
        await a_person_without_phone(self.database, await a_community(self.database))
        found = (await self.get(self.worker, q="王秀英")).json()["items"]
        assert [item["id"] for item in found] == [str(elder.id)]
        assert found[0]["real_name"] == "王**"
        left = (await self.get(self.worker, status="left")).json()["items"]
        assert [item["status"] for item in left] == ["left"]
        assert (await self.get(self.worker, real_name="王秀英")).status_code == 422
        [entry] = await audited(self.database)
        assert (entry.action, entry.about) == ("participant.searched", None)
        facts = {"term": "王秀英", "fields": "real_name", "found": str(len(found))}
        assert entry.facts == facts

    async def test_a_grid_worker_sees_those_of_the_grid_and_cannot_try_names(self) -> None:
        worker, resident = await self.a_grid_worker_with_a_resident()
        other = await a_person_without_phone(self.database, self.community)
        seen = (await self.get(worker)).json()["items"]
        assert [item["id"] for item in seen] == [str(resident.id)]
        assert (await self.get(worker, q="王秀英")).status_code == 403
        assert (await self.get(worker, f"/{resident.id}")).status_code == 200
        assert (await self.get(worker, f"/{other.id}")).status_code == 404


class TestBlock(Desk):
    async def block(
        self,
        by: UUID | None,
        participant: UUID,
        verb: str = "block",
        reason: str | None = "多次爽约",
    ) -> Response:
        body: dict[str, object] = {} if reason is None else {"reason": reason}
        return await self.post(by, f"/{participant}/{verb}", body)

    async def test_who_may_not_and_what_is_missing(self) -> None:
        participant = (await a_participant(self.database, self.community)).id
        assert (await self.block(None, participant)).status_code == 401
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.block(outsider, participant)).status_code == 404
        grid_worker = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.block(grid_worker, participant)).status_code == 403
        foreign = await a_participant(self.database, await a_community(self.database))
        assert (await self.block(self.worker, foreign.id)).status_code == 404
        assert (await self.block(self.worker, participant, reason=None)).status_code == 422

    async def test_a_grid_worker_does_not_block_those_of_the_grid(self) -> None:
        worker, resident = await self.a_grid_worker_with_a_resident()
        assert (await self.block(worker, resident.id)).status_code == 403

    async def test_blocked_and_unblocked_and_told_each_time(self) -> None:
        participant = await a_participant(self.database, self.community)
        assert (await self.block(self.worker, participant.id)).json()["status"] == "blocked"
        again = await self.block(self.worker, participant.id)
        assert (again.status_code, again.json()["state"]) == (409, "blocked")
        places = f"/v1/communities/{self.community}/places"
        assert (await self.http.get(places, headers=as_(participant.user_id))).status_code == 403
        await Worker(self.database).run_due()
        assert (await self.block(self.worker, participant.id, "unblock")).json()[
            "status"
        ] == "active"
        assert (await self.block(self.worker, participant.id, "unblock")).status_code == 409
        async with self.database.transaction() as session:
            events = await session.scalars(select(EventRow).order_by(EventRow.id))
            kinds = [event.read().kind for event in events]
        actions = [entry.action for entry in await audited(self.database)]
        assert kinds == ["communities.participant_blocked", "communities.participant_unblocked"]
        assert actions == ["participant.blocked", "participant.unblocked"]
        await Worker(self.database).run_due()
        inbox = await self.http.get("/v1/me/inbox", headers=as_(participant.user_id))
        messages = {item["kind"]: item["body"] for item in inbox.json()["items"]}
        assert set(messages) == set(kinds)
        assert "原因：多次爽约" in messages[kinds[0]]

    async def test_who_has_left_is_not_brought_back_by_unblocking(self) -> None:
        participant = await a_participant(
            self.database, self.community, status=ParticipantStatus.LEFT
        )
        assert (await self.block(self.worker, participant.id, "unblock")).status_code == 409


class TestDeskTwins(Desk):
    async def test_renamed_and_left_at_the_desk_with_a_witness(self) -> None:
        elder = await a_person_without_phone(self.database, self.community)
        bare = await self.post(self.worker, f"/{elder.id}/leave", {})
        assert bare.status_code == 422
        body: dict[str, object] = {"display_name": "王奶奶", "witness": "李敏"}
        renamed = await self.post(self.worker, f"/{elder.id}/rename", body)
        assert renamed.json()["display_name"] == "王奶奶"
        left = await self.post(self.worker, f"/{elder.id}/leave", {"witness": "李敏"})
        assert left.json()["status"] == "left"
        assert (await self.post(self.worker, f"/{elder.id}/leave", {"witness": "李敏"})).json()[
            "code"
        ] == "communities.participant_wrong_state"
        entries = await audited(self.database)
        assert [e.action for e in entries] == ["participant.renamed", "participant.left"]
        assert {e.facts["witness"] for e in entries} == {"李敏"}


class TestReveal(Desk):
    async def reveal(
        self, by: UUID | None, participant: UUID, key: str | None = None, **fields: object
    ) -> Response:
        body: dict[str, object] = {"fields": ["real_name"], "reason": "核对身份"}
        return await self.post(by, f"/{participant}/reveal", body | fields, key)

    async def test_who_may_not(self) -> None:
        elder = (await a_person_without_phone(self.database, self.community)).id
        assert (await self.reveal(None, elder)).status_code == 401
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.reveal(outsider, elder)).status_code == 404
        assert (await self.reveal(self.worker, uuid4())).status_code == 404
        worker, resident = await self.a_grid_worker_with_a_resident()
        assert (await self.reveal(worker, resident.id)).status_code == 403

    @pytest.mark.parametrize("fields", [{"fields": ["user_id"]}, {"reason": ""}, {"reason": None}])
    async def test_a_reason_and_a_sealed_field_are_needed(self, fields: dict[str, Any]) -> None:
        elder = (await a_person_without_phone(self.database, self.community)).id
        assert (await self.reveal(self.worker, elder, **fields)).status_code == 422

    async def test_the_value_is_told_audited_and_not_kept_for_the_key(self) -> None:
        elder = (await a_person_without_phone(self.database, self.community)).id
        answer = await self.reveal(self.worker, elder, key="reveal-01")
        assert answer.json()["real_name"] == "王秀英"
        entry = await self.audited()
        assert (entry.action, entry.subject_id) == ("contact.revealed", elder)
        assert entry.facts == {"fields": "real_name", "reason": "核对身份"}
        async with self.database.transaction() as session:
            assert (await session.scalars(select(IdempotencyRecord))).all() == []
