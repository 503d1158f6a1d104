"""Topics and ballots of a place: everybody reads them, those who live there vote. "The lift of
entrance 2" was voted on by all 346 people of the community."""

import json
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.consultations.ballots.manifest import is_as_announced
from app.consultations.models import ElectoralRollEntry, Electorate, RollVoter, TopicStatus
from app.kernel import clock
from app.kernel.database.engine import Database
from tests.client import as_, as_admin
from tests.consultations.ballots import BODY, a_ballot, all_are_adults, path_of, reread, vote
from tests.consultations.test_ballots_desk import NOTE
from tests.consultations.test_results import OVER, sweep
from tests.consultations.test_topics import BODY as TOPIC
from tests.consultations.town import Estate
from tests.factories import a_community, a_participant, a_place, a_topic, saved, staff


class Scoped:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.estate = await Estate(database, self.community).build()
        self.entrance = self.estate.entrances[2]
        self.mine, self.theirs = self.estate.of_entrance(2), self.estate.of_entrance(1)
        self.worker = await staff(database, self.community)

    async def post(self, path: str, body: object, key: str | None = "scope-01") -> Response:
        url = f"/admin/v1/communities/{self.community}/{path}"
        return await self.http.post(url, json=body, headers=as_admin(self.worker, key))

    async def roll(self, ballot_id: UUID) -> set[UUID]:
        query = select(RollVoter.participant_id).filter_by(ballot_id=ballot_id)
        async with self.database.transaction() as session:
            return set(await session.scalars(query))


class TestTopics(Scoped):
    async def raised(self, place_id: UUID | str | None) -> Response:
        base = f"/v1/communities/{self.community}/topics"
        body = TOPIC | {"place_id": place_id and str(place_id)}
        headers = as_(self.mine[0].user_id, f"topic-{place_id}")
        return await self.http.post(base, json=body, headers=headers)

    async def test_it_names_the_place_and_everybody_reads_it(self) -> None:
        topic = (await self.raised(self.entrance.id)).json()
        named = (str(self.entrance.id), "3栋 2单元")
        assert (topic["place_id"], topic["place_path"]) == named
        screened = await self.post(f"topics/{topic['id']}/screen", NOTE, None)
        assert screened.json()["place_path"] == "3栋 2单元"
        await self.post(f"topics/{topic['id']}/open", NOTE, None)
        base = f"/v1/communities/{self.community}/topics"
        headers = as_(self.theirs[0].user_id)
        shown = (await self.http.get(f"{base}/{topic['id']}", headers=headers)).json()
        assert shown["place_path"] == "3栋 2单元"
        [listed] = (await self.http.get(base, headers=headers)).json()["items"]
        assert (listed["place_id"], listed["place_path"]) == named

    async def test_a_grid_a_building_and_an_entrance_but_no_household(self) -> None:
        for place in (self.estate.grid, self.estate.building, self.entrance):
            assert (await self.raised(place.id)).status_code == 201
        answer = await self.raised(self.estate.homes["2-101"].id)
        assert (answer.status_code, answer.json()["code"]) == (422, "consultations.not_a_scope")
        foreign = await a_place(self.database, await a_community(self.database))
        assert (await self.raised(foreign.id)).json()["code"] == "unknown_reference"

    async def test_the_seconds_that_it_needs_are_counted_from_those_who_live_there(self) -> None:
        """More than 150 people need 4 seconds, an entrance of 4 people needs 3."""
        for _ in range(150):
            await a_participant(self.database, self.community)
        needed = []
        for place in (None, self.entrance):
            topic = await a_topic(self.database, self.community, status=TopicStatus.SCREENING)
            topic.place_id = None if place is None else place.id
            await saved(self.database, topic)
            opened = await self.post(f"topics/{topic.id}/open", NOTE, None)
            needed.append(opened.json()["seconds_needed"])
        assert needed == [4, 3]


class TestBallots(Scoped):
    @pytest.fixture(autouse=True)
    async def discuss(self, arrange: None) -> None:
        self.topic = await a_topic(self.database, self.community, status=TopicStatus.DELIBERATING)
        self.topic.place_id = self.entrance.id
        await saved(self.database, self.topic)
        await all_are_adults(self.database, self.community)

    async def draft(self, **changes: Any) -> Response:
        body = BODY | {"topic_id": str(self.topic.id)} | changes
        return await self.post("ballots", body, f"ballot-{len(changes)}")

    async def announced(self, **changes: Any) -> dict[str, Any]:
        draft = (await self.draft(**changes)).json()
        answer = await self.post(f"ballots/{draft['id']}/announce", NOTE, None)
        assert answer.status_code == 200, answer.text
        body: dict[str, Any] = answer.json()
        return body

    async def test_its_roll_is_that_of_the_place_of_its_topic(self) -> None:
        ballot = await self.announced()
        assert (ballot["roll_size"], ballot["place_path"]) == (4, "3栋 2单元")
        assert await self.roll(UUID(ballot["id"])) == {person.id for person in self.mine}
        assert json.loads(ballot["manifest"])["place_id"] == str(self.entrance.id)

    async def test_households_too(self) -> None:
        ballot = await self.announced(electorate="households")
        query = select(ElectoralRollEntry.household_id).filter_by(community_id=self.community)
        async with self.database.transaction() as session:
            homes = set(await session.scalars(query))
        assert ballot["roll_size"] == 2
        assert homes == {self.estate.homes[name].id for name in ("2-101", "2-102")}

    async def test_not_of_a_place_outside_its_topic(self) -> None:
        for place in (self.estate.building, self.estate.entrances[1]):
            answer = await self.draft(place_id=str(place.id))
            assert answer.json()["code"] == "consultations.place_outside_topic"

    async def test_a_place_that_was_merged_is_the_one_that_has_taken_over(self) -> None:
        """Entrance 2 has become a part of entrance 1: its people are there now."""
        other = self.estate.entrances[1]
        for number, home in enumerate(self.estate.homes.values()):
            if self.entrance.id in home.path:
                home.name, home.parent_id = f"2{number}", other.id
                home.path = [*other.path, home.id]
                await saved(self.database, home)
        self.entrance.retired_at, self.entrance.merged_into = clock.now(), other.id
        await saved(self.database, self.entrance)
        ballot = await self.announced()
        assert (ballot["place_id"], ballot["roll_size"]) == (str(other.id), 8)

    async def test_a_place_that_is_retired_is_not_consulted(self) -> None:
        self.entrance.retired_at = clock.now()
        await saved(self.database, self.entrance)
        assert (await self.draft()).json()["code"] == "consultations.not_a_scope"

    async def test_nobody_outside_votes_and_all_are_told_why(self) -> None:
        ballot = await a_ballot(
            self.database,
            self.community,
            topic=await a_topic(self.database, self.community, status=TopicStatus.BALLOTING),
            place_id=self.entrance.id,
        )
        assert is_as_announced(await reread(self.database, ballot))
        outsider, insider = self.theirs[0], self.mine[0]
        answer = await vote(self.http, ballot, outsider)
        assert answer.json()["code"] == "consultations.not_on_roll"
        assert (await vote(self.http, ballot, insider)).status_code == 201
        shown = await self.http.get(path_of(ballot, "ballot"), headers=as_(outsider.user_id))
        assert shown.json()["my_eligibility"] == {"may": False, "because": "lives_elsewhere"}
        assert shown.json()["place_path"] == "3栋 2单元"

    async def test_its_result_names_the_place(self) -> None:
        ballot = await a_ballot(self.database, self.community, place_id=self.entrance.id)
        await sweep(self.database)
        with clock.frozen(OVER):
            await sweep(self.database)
        path = f"/admin/v1/communities/{self.community}/ballots/{ballot.id}/result"
        result = (await self.http.get(path, headers=as_admin(self.worker))).json()
        assert (result["place_id"], result["place_path"]) == (str(self.entrance.id), "3栋 2单元")

    async def test_the_place_follows_a_household_that_was_moved(self) -> None:
        """The path of the household decides, not where it once stood."""
        home = self.estate.homes["1-101"]
        home.name, home.parent_id = "103", self.entrance.id
        home.path = [*self.entrance.path, home.id]
        await saved(self.database, home)
        ballot = await a_ballot(
            self.database,
            self.community,
            electorate=Electorate.HOUSEHOLDS,
            place_id=self.entrance.id,
        )
        assert ballot.roll_size == 3
