"""Seconds and residences that one worker enters alone count for no topic and no electoral roll."""

import asyncio
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Channel, Participant, ResidenceClaim, Role
from app.consultations.models import ElectoralRollEntry, Topic, TopicSecond
from app.identity.another_person import record_equipment
from app.identity.models import EquipmentKind
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from tests.client import as_, as_admin
from tests.consultations.ballots import a_ballot
from tests.factories import (
    a_claim,
    a_community,
    a_household,
    a_participant,
    a_person_without_phone,
    a_topic,
    staff,
)


class Desk:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.colleague = await staff(database, self.community)
        self.topic = await a_topic(database, self.community, seconds_needed=3)
        self.base = f"/admin/v1/communities/{self.community}/topics/{self.topic.id}"

    async def second(self, person: Participant, by: UUID | None = None) -> Response:
        body = {"on_behalf_of": str(person.id), "witness": "王芳"}
        headers = as_admin(by or self.worker)
        return await self.http.post(f"{self.base}/second", json=body, headers=headers)

    async def second_oneself(self, person: Participant) -> Response:
        path = f"/v1/communities/{self.community}/topics/{self.topic.id}/second"
        return await self.http.post(path, headers=as_(person.user_id))

    async def waiting(self, by: UUID | None = None) -> list[str]:
        answer = await self.http.get(f"{self.base}/seconds", headers=as_admin(by or self.worker))
        return [one["id"] for one in answer.json()["items"]]

    async def confirm(self, second: object, by: UUID | None) -> Response:
        path = f"{self.base}/seconds/{second}/confirm"
        return await self.http.post(path, headers=as_admin(by))

    async def stored(self) -> Topic:
        async with self.database.transaction() as session:
            return await session.get_one(Topic, (self.community, self.topic.id))


class TestOneWorkerAlone(Desk):
    async def test_brings_no_topic_to_deliberation(self) -> None:
        for _ in range(5):
            elder = await a_person_without_phone(self.database, self.community)
            assert (await self.second(elder)).status_code == 200
        topic = await self.stored()
        assert (topic.status, topic.seconds) == ("open", 0)
        for second in await self.waiting():
            answer = await self.confirm(second, self.worker)
            assert (answer.status_code, answer.json()["code"]) == (
                403,
                "communities.second_person_needed",
            )
        assert (await self.stored()).seconds == 0

    async def test_nor_with_an_account_of_their_own_making(self) -> None:
        elder = await a_person_without_phone(self.database, self.community)
        await self.second(elder)
        async with self.database.transaction() as session:
            record_equipment(
                session, self.colleague, EquipmentKind.LINK, by_id=self.worker, now=clock.now()
            )
        [second] = await self.waiting()
        assert (await self.confirm(second, self.colleague)).status_code == 403

    async def test_puts_nobody_on_a_roll(self) -> None:
        """A residence that one and the same account has entered and approved is nobody's vote."""
        household = await a_household(self.database, self.community)
        mine, ours = [await a_participant(self.database, self.community) for _ in range(2)]
        for person, decided_by in ((mine, self.worker), (ours, self.colleague)):
            claim = await a_claim(self.database, person, household, approved=True)
            async with self.database.transaction() as session:
                row = await session.get_one(ResidenceClaim, (self.community, claim.id))
                row.entered_by, row.decided_by = self.worker, decided_by
                row.channel, row.witness = Channel.DESK, "王芳"
        ballot = await a_ballot(self.database, self.community)
        async with self.database.transaction() as session:
            query = select(ElectoralRollEntry.participant_id).filter_by(ballot_id=ballot.id)
            assert list(await session.scalars(query)) == [ours.id]


class TestConfirm(Desk):
    async def test_who_may_not_is_told_in_order(self) -> None:
        elder = await a_person_without_phone(self.database, self.community)
        await self.second(elder)
        [second] = await self.waiting()
        outsider = await staff(self.database, await a_community(self.database))
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        for by, status in ((None, 401), (outsider, 404), (grid, 403)):
            assert (await self.confirm(second, by)).status_code == status
        assert (await self.confirm(uuid7(), self.colleague)).status_code == 404
        other = await a_topic(self.database, self.community)
        elsewhere = self.base.replace(str(self.topic.id), str(other.id))
        path = f"{elsewhere}/seconds/{second}/confirm"
        assert (await self.http.post(path, headers=as_admin(self.colleague))).status_code == 404

    async def test_two_persons_make_it_count_once(self) -> None:
        people = [await a_person_without_phone(self.database, self.community) for _ in range(3)]
        for person in people:
            await self.second(person)
        waiting = await self.waiting(self.colleague)
        counts = [(await self.confirm(one, self.colleague)).json()["seconds"] for one in waiting]
        assert counts == [1, 2, 3]
        assert (await self.stored()).status == "deliberating"
        again = await self.confirm(waiting[0], self.colleague)
        assert again.status_code == 409
        assert await self.waiting() == []
        async with self.database.transaction() as session:
            rows = list(await session.scalars(select(TopicSecond)))
        assert {row.confirmed_by for row in rows} == {self.colleague}

    async def test_the_resident_confirms_it_by_seconding(self) -> None:
        person = await a_participant(self.database, self.community)
        await self.second(person)
        assert (await self.second_oneself(person)).json()["seconds"] == 1
        assert (await self.second_oneself(person)).status_code == 409
        assert await self.waiting() == []

    async def test_one_s_own_counts_at_once_and_waits_for_nobody(self) -> None:
        person = await a_participant(self.database, self.community)
        assert (await self.second_oneself(person)).json()["seconds"] == 1
        assert await self.waiting() == []


async def test_confirmed_by_two_colleagues_at_once_it_counts_once(
    own_database: Database, phone: AsyncClient
) -> None:
    community = await a_community(own_database)
    worker = await staff(own_database, community)
    colleagues = [await staff(own_database, community) for _ in range(2)]
    topic = await a_topic(own_database, community, seconds_needed=3)
    person = await a_participant(own_database, community)
    base = f"/admin/v1/communities/{community}/topics/{topic.id}"
    body = {"on_behalf_of": str(person.id), "witness": "王芳"}
    assert (await phone.post(f"{base}/second", json=body, headers=as_admin(worker))).is_success
    listed = await phone.get(f"{base}/seconds", headers=as_admin(worker))
    [second] = listed.json()["items"]
    confirm = f"{base}/seconds/{second['id']}/confirm"
    own = f"/v1/communities/{community}/topics/{topic.id}/second"
    answers = await asyncio.gather(
        *(phone.post(confirm, headers=as_admin(colleague)) for colleague in colleagues),
        phone.post(own, headers=as_(person.user_id)),
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    async with own_database.transaction() as session:
        assert (await session.get_one(Topic, (community, topic.id))).seconds == 1
