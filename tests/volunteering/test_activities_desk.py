"""/admin/v1/communities/{community_id}/activities: draft, revise, cancel, complete"""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Role
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.privacy.audit import AuditEntry
from app.notifications.inbox import InboxMessage, content_of
from app.volunteering.models import Activity, Shift, Signup
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import (
    a_community,
    a_participant,
    a_shift,
    a_signup,
    an_activity,
    staff,
    the_role,
)
from tests.now import NOW

BODY: dict[str, Any] = {
    "title": "春季植树",
    "summary": "在小区东门种二十棵树",
    "description": "<p>请穿<strong>旧衣服</strong></p><script>alert(1)</script>",
    "category": "environment",
    "risk_statement": "使用铁锹，注意安全",
    "organiser": "云桥社区居委会",
    "contact": "社区服务站窗口",
    "address": "东门",
}


class TestActivitiesAtDesk:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.path = f"/admin/v1/communities/{self.community}/activities"

    async def draft(
        self, by: UUID | None, key: str | None = "draft-001", **fields: Any
    ) -> Response:
        return await self.http.post(self.path, json=BODY | fields, headers=as_admin(by, key))

    async def act(self, activity: Activity, verb: str, **body: Any) -> Response:
        return await self.http.post(
            f"{self.path}/{activity.id}/{verb}", json=body or None, headers=as_admin(self.worker)
        )

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.draft(by=None)).status_code == 401

    async def test_a_resident_is_not_logged_in_as_an_administrator(self) -> None:
        resident = await a_participant(self.database, self.community)
        answer = await self.http.get(self.path, headers=as_(resident.user_id))
        assert answer.status_code == 401

    async def test_staff_of_another_community_find_nothing(self) -> None:
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.draft(by=outsider)).status_code == 404

    async def test_a_grid_worker_reads_and_does_not_write(self) -> None:
        grid_worker = await staff(self.database, self.community, role=Role.GRID_WORKER)
        assert (await self.draft(by=grid_worker)).status_code == 403
        answer = await self.http.get(self.path, headers=as_admin(grid_worker))
        assert answer.status_code == 200

    @pytest.mark.parametrize(
        "fields",
        [
            *({"title": ""}, {"title": "x" * 61}, {"category": "party"}, {"status": "published"}),
            *({"gcj02_longitude": 116.4}, {"is_insured": "yes"}, {"contact": "a\x00b"}),
        ],
    )
    async def test_what_is_not_an_activity_is_malformed(self, fields: dict[str, Any]) -> None:
        assert (await self.draft(self.worker, **fields)).status_code == 422

    async def test_a_draft_is_made_clean_and_residents_do_not_see_it(self) -> None:
        answer = await self.draft(self.worker, title="  春季植树 ")
        assert (answer.status_code, answer.json()["status"]) == (201, "draft")
        assert answer.json()["title"] == "春季植树"
        assert answer.json()["description"] == "<p>请穿<strong>旧衣服</strong></p>"
        resident = await a_participant(self.database, self.community)
        path = answer.headers["location"].replace("/admin/v1", "/v1")
        assert (await self.http.get(path, headers=as_(resident.user_id))).status_code == 404
        shown = await self.http.get(answer.headers["location"], headers=as_admin(self.worker))
        assert (shown.json(), shown.headers["etag"]) == (answer.json(), '"1"')

    async def test_without_shifts_it_is_not_published(self) -> None:
        answer = await self.draft(self.worker)
        path = f"{self.path}/{answer.json()['id']}/publish"
        refused = await self.http.post(path, headers=as_admin(self.worker))
        assert (refused.status_code, refused.json()["code"]) == (
            409,
            "volunteering.shifts_missing",
        )

    async def test_a_high_risk_needs_insurance_before_publication(self) -> None:
        draft = (await self.draft(self.worker, risk_level="high")).json()
        refused = await self.http.post(
            f"{self.path}/{draft['id']}/publish", headers=as_admin(self.worker)
        )
        assert refused.json()["code"] == "volunteering.insurance_missing"

    @pytest.mark.parametrize(
        ("tag", "status"), [(None, 428), ('"7"', 412), ('W/"1"', 412), ('"1"', 200)]
    )
    async def test_nobody_writes_over_what_another_has_written(
        self, tag: str | None, status: int
    ) -> None:
        draft = (await self.draft(self.worker)).json()
        headers = as_admin(self.worker) | ({} if tag is None else {"If-Match": tag})
        answer = await self.http.put(
            f"{self.path}/{draft['id']}", json=BODY | {"title": "秋季植树"}, headers=headers
        )
        assert answer.status_code == status
        if status == 200:
            assert (answer.json()["title"], answer.headers["etag"]) == ("秋季植树", '"2"')

    async def test_a_revision_reaches_the_shifts_that_sign_up_decides_by(self) -> None:
        activity = await an_activity(self.database, self.community, published=True)
        shift = await a_shift(self.database, self.community, of=activity)
        await self.http.put(
            f"{self.path}/{activity.id}",
            json=BODY | {"audience": "residents", "needs_review": True},
            headers=as_admin(self.worker) | {"If-Match": f'"{activity.version}"'},
        )
        async with self.database.transaction() as session:
            stored = await session.get_one(Shift, (self.community, shift.id))
        assert (stored.audience, stored.needs_review) == ("residents", True)

    async def test_what_is_cancelled_is_not_revised(self) -> None:
        activity = await an_activity(self.database, self.community, published=True)
        await self.act(activity, "cancel", reason="暴雨")
        answer = await self.http.put(
            f"{self.path}/{activity.id}",
            json=BODY,
            headers=as_admin(self.worker) | {"If-Match": "*"},
        )
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "volunteering.activity_wrong_state",
        )

    async def test_a_cancellation_needs_a_reason(self) -> None:
        activity = await an_activity(self.database, self.community, published=True)
        assert (await self.act(activity, "cancel")).status_code == 422

    async def test_everybody_who_signed_up_is_told_why_it_is_cancelled(self) -> None:
        activity = await an_activity(self.database, self.community, published=True)
        shift = await a_shift(self.database, self.community, of=activity)
        mine, waiting = [await a_signup(self.database, shift) for _ in range(2)]
        answer = await self.act(activity, "cancel", reason="暴雨红色预警")
        assert (answer.json()["status"], answer.json()["cancel_reason"]) == (
            "cancelled",
            "暴雨红色预警",
        )
        await Worker(self.database).run_due()
        async with self.database.transaction() as session:
            messages = (await session.scalars(select(InboxMessage))).all()
            statuses = (await session.scalars(select(Signup.status))).all()
            stored = await session.get_one(Shift, (self.community, shift.id))
        assert {m.participant_id for m in messages} == {mine.participant_id, waiting.participant_id}
        assert {content_of(m).variables["reason"] for m in messages} == {"暴雨红色预警"}
        assert set(statuses) == {"cancelled"}
        assert (stored.status, (await the_role(self.database, shift)).taken) == ("cancelled", 0)

    async def test_it_is_completed_when_it_is_over_and_not_before(self) -> None:
        activity = await an_activity(self.database, self.community, published=True)
        refused = await self.act(activity, "complete")
        assert refused.json()["code"] == "volunteering.activity_not_over"
        with clock.frozen(NOW + timedelta(days=3)):
            answer = await self.act(activity, "complete")
        assert (answer.status_code, answer.json()["status"]) == (200, "completed")

    async def test_a_draft_is_not_completed(self) -> None:
        draft = await an_activity(self.database, self.community)
        assert (await self.act(draft, "complete")).json()["state"] == "draft"

    async def test_staff_see_all_newest_first_and_filter(self) -> None:
        first = await an_activity(self.database, self.community)
        second = await an_activity(self.database, self.community, published=True)
        await an_activity(self.database, await a_community(self.database))

        async def ids(**query: str) -> list[str]:
            answer = await self.http.get(self.path, params=query, headers=as_admin(self.worker))
            return [item["id"] for item in answer.json()["items"]]

        assert await ids() == [str(second.id), str(first.id)]
        assert await ids(status="draft") == [str(first.id)]
        page = await self.http.get(self.path, params={"limit": "1"}, headers=as_admin(self.worker))
        assert await ids(cursor=page.json()["next_cursor"]) == [str(first.id)]

    async def test_each_write_is_audited(self) -> None:
        draft = (await self.draft(self.worker)).json()
        async with self.database.transaction() as session:
            entry = (await session.scalars(select(AuditEntry))).one()
        assert (entry.action, entry.actor_id, str(entry.subject_id)) == (
            "activity.drafted",
            self.worker,
            draft["id"],
        )
