"""POST /admin/v1/communities/{community_id}/activities/{activity_id}/publish"""

from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Role
from app.kernel.database.engine import Database
from app.kernel.privacy.audit import AuditEntry
from app.links.models import Card
from app.volunteering.models import Activity, Shift
from tests.client import as_admin
from tests.factories import a_community, a_shift, an_activity, staff


class TestPublishActivity:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.draft = await an_activity(database, self.community)

    async def publish(
        self, by: UUID | None, activity: object = None, key: str | None = None
    ) -> Response:
        path = f"/admin/v1/communities/{self.community}/activities/{activity or self.draft.id}"
        return await self.http.post(f"{path}/publish", headers=as_admin(by, key))

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.publish(by=None)).status_code == 401

    async def test_staff_of_another_community_find_nothing(self) -> None:
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.publish(by=outsider)).status_code == 404

    @pytest.mark.parametrize("key", [None, "publish-1"])
    async def test_a_community_that_does_not_exist_is_not_found(self, key: str | None) -> None:
        self.community = uuid4()
        assert (await self.publish(by=self.worker, key=key)).status_code == 404

    async def test_a_grid_worker_may_read_but_not_publish(self) -> None:
        grid_worker = await staff(self.database, self.community, role=Role.GRID_WORKER)
        assert (await self.publish(by=grid_worker)).status_code == 403

    async def test_an_id_that_is_none_is_malformed_and_not_echoed(self) -> None:
        answer = await self.publish(by=self.worker, activity="forty-two")
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed")
        assert "forty-two" not in answer.text

    async def test_twice_names_the_state(self) -> None:
        await self.publish(by=self.worker)
        answer = await self.publish(by=self.worker)
        assert answer.status_code == 409
        assert answer.json()["code"] == "volunteering.activity_wrong_state"
        assert (answer.json()["state"], answer.json()["wanted"]) == ("published", "published")

    async def test_it_is_offered_where_it_would_not_be_refused(self) -> None:
        async def actions() -> list[str]:
            path = f"/admin/v1/communities/{self.community}/activities/{self.draft.id}"
            found = await self.http.get(path, headers=as_admin(self.worker))
            return list(found.json()["actions"])

        assert "publish" in await actions()
        for name, unfit in (("risk_statement", ""), ("starts_at", None), ("risk_level", "high")):
            async with self.database.transaction() as session:
                row = await session.get_one(Activity, (self.community, self.draft.id))
                former = getattr(row, name)
                setattr(row, name, unfit)
            assert "publish" not in await actions(), name
            assert (await self.publish(by=self.worker)).status_code == 409, name
            async with self.database.transaction() as session:
                row = await session.get_one(Activity, (self.community, self.draft.id))
                setattr(row, name, former)
        assert (await self.publish(by=self.worker)).status_code == 200

    async def test_without_a_risk_statement_it_stays_a_draft(self) -> None:
        bare = await an_activity(self.database, self.community, risk_statement="")
        answer = await self.publish(by=self.worker, activity=bare.id)
        assert answer.json()["code"] == "volunteering.risk_statement_missing"
        async with self.database.transaction() as session:
            stored = await session.get_one(Activity, (self.community, bare.id))
        assert stored.status == "draft"

    async def test_it_is_published(self) -> None:
        answer = await self.publish(by=self.worker)
        assert (answer.status_code, answer.json()["status"]) == (200, "published")

    async def test_the_same_key_gives_the_same_answer_again(self) -> None:
        first = await self.publish(by=self.worker, key="publish-1")
        again = await self.publish(by=self.worker, key="publish-1")
        assert (again.status_code, again.content) == (200, first.content)
        assert again.headers["idempotent-replayed"] == "true"

    async def test_it_is_audited_and_its_shifts_are_open_for_sign_up(self) -> None:
        shift = await a_shift(self.database, self.community, of=self.draft)
        await self.publish(by=self.worker)
        async with self.database.transaction() as session:
            entry = (await session.scalars(select(AuditEntry))).one()
            stored = await session.get_one(Shift, (self.community, shift.id))
        assert (entry.action, entry.actor_id) == ("activity.published", self.worker)
        assert stored.is_published

    async def test_it_can_be_linked_to_what_led_to_it(self) -> None:
        await self.publish(by=self.worker)
        async with self.database.transaction() as session:
            card = (await session.scalars(select(Card))).one()
        assert (card.id, card.title, card.status, card.is_public) == (
            self.draft.id,
            "清扫楼道",
            "published",
            True,
        )
