"""A topic as one screen, and what grid workers read of topics."""

from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response

from app.communities.models import Participant, ParticipantKind, Role, ScopeKind
from app.consultations.models import Topic, TopicStatus
from app.kernel import clock
from app.kernel.database.engine import Database
from tests.client import as_, as_admin
from tests.consultations.ballots import CLOSES, a_ballot, all_are_adults, change, vote
from tests.consultations.town import Estate
from tests.factories import (
    a_community,
    a_participant,
    a_place,
    a_topic,
    a_user,
    granted,
    saved,
    staff,
)

S = TopicStatus


class Screens:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_participant(database, self.community)
        self.worker = await staff(database, self.community)

    async def show(self, topic: Topic | UUID, user: UUID | None = None) -> dict[str, Any]:
        topic_id = topic.id if isinstance(topic, Topic) else topic
        path = f"/v1/communities/{self.community}/topics/{topic_id}"
        answer = await self.http.get(path, headers=as_(user or self.me.user_id))
        assert answer.status_code == 200, answer.text
        shown: dict[str, Any] = answer.json()
        return shown

    async def show_to_staff(self, topic: Topic | UUID) -> dict[str, Any]:
        topic_id = topic.id if isinstance(topic, Topic) else topic
        path = f"/admin/v1/communities/{self.community}/topics/{topic_id}"
        answer = await self.http.get(path, headers=as_admin(self.worker))
        assert answer.status_code == 200, answer.text
        shown: dict[str, Any] = answer.json()
        return shown


class TestResident(Screens):
    async def test_what_is_not_there_yet_is_null(self) -> None:
        topic = await a_topic(self.database, self.community)
        shown = await self.show(topic)
        missing = ("ballot", "result", "my_vote", "my_eligibility", "place_path", "outcome")
        assert {name: shown[name] for name in missing} == dict.fromkeys(missing)
        path = f"/v1/communities/{self.community}/topics/{topic.id}"
        for one in ("ballot", "result", "votes/mine"):
            answer = await self.http.get(f"{path}/{one}", headers=as_(self.me.user_id))
            assert (answer.status_code, answer.json()) == (200, None)

    async def test_the_card_of_its_ballot_and_my_vote(self) -> None:
        ballot = await a_ballot(self.database, self.community)
        before = await self.show(ballot.topic_id)
        assert before["ballot"]["id"] == str(ballot.id)
        assert before["ballot"]["legal_effect"] == "advisory"
        assert "不具有法律效力" in before["ballot"]["effect_in_words"]["zh"]
        assert "回执码" in before["ballot"]["who_sees_votes"]["zh"]
        assert before["my_eligibility"] == {"may": True, "because": None}
        assert "vote" in before["actions"]
        await vote(self.http, ballot, self.me)
        after = await self.show(ballot.topic_id)
        assert after["my_vote"]["choices"] == {"lift": "yes", "colour": "green"}
        assert (after["my_eligibility"]["because"], "vote" in after["actions"]) == ("voted", False)
        assert "change_vote" in after["actions"]
        assert (await change(self.http, ballot, self.me)).status_code == 200
        with clock.frozen(CLOSES):
            closed = await self.show(ballot.topic_id)
        assert "change_vote" not in closed["actions"]

    async def test_my_actions_are_those_that_succeed(self) -> None:
        other = await a_participant(self.database, self.community)
        mine = await a_topic(self.database, self.community, by=self.me)
        theirs = await a_topic(self.database, self.community, by=other)
        assert set((await self.show(mine))["actions"]) == {
            *("withdraw", "submit_opinion", "follow"),
        }
        assert set((await self.show(theirs))["actions"]) == {"second", "submit_opinion", "follow"}
        path = f"/v1/communities/{self.community}/topics/{theirs.id}/second"
        assert (await self.http.post(path, headers=as_(self.me.user_id))).is_success
        assert set((await self.show(theirs))["actions"]) == {"submit_opinion", "unfollow"}
        decided = await a_topic(self.database, self.community, status=S.DECIDED)
        assert (await self.show(decided))["actions"] == ["follow"]

    async def test_visitors_follow_and_outsiders_read(self) -> None:
        topic = await a_topic(self.database, self.community)
        visitor = await a_participant(self.database, self.community, kind=ParticipantKind.VISITOR)
        assert (await self.show(topic, visitor.user_id))["actions"] == ["follow"]
        assert (await self.show(topic, await a_user(self.database)))["actions"] == []


class TestStaff(Screens):
    async def test_the_acts_of_each_state(self) -> None:
        expected = {
            S.SUBMITTED: ["screen", "withdraw"],
            S.SCREENING: ["open", "decline", "withdraw"],
            S.OPEN: ["deliberate", "withdraw", "draft_ballot"],
            S.DELIBERATING: ["decide", "draft_ballot"],
            S.DECIDED: [],
        }
        for status, actions in expected.items():
            topic = await a_topic(self.database, self.community, status=status)
            assert (await self.show_to_staff(topic))["actions"] == actions

    async def test_its_ballot_also_as_a_draft_and_what_may_be_done(self) -> None:
        draft = await a_ballot(self.database, self.community, announced=False)
        shown = await self.show_to_staff(draft.topic_id)
        assert shown["ballot"]["actions"] == ["revise", "announce"]
        assert "draft_ballot" not in shown["actions"]
        resident = await self.show(draft.topic_id)
        assert resident["ballot"] is None

    async def test_a_second_person_sees_that_they_are_asked(self) -> None:
        ballot = await a_ballot(self.database, self.community)
        colleague = await staff(self.database, self.community)
        path = f"/admin/v1/communities/{self.community}/ballots/{ballot.id}"
        asked = await self.http.post(
            f"{path}/annul", json={"reason": "选项写错了"}, headers=as_admin(self.worker)
        )
        assert asked.json()["actions"] == ["annul"]
        shown = (await self.http.get(path, headers=as_admin(colleague))).json()
        assert shown["actions"] == ["annul", "annul_confirm"]


class TestGrid(Screens):
    """A grid worker of one grid. Every route of topics had answered 403."""

    @pytest.fixture(autouse=True)
    async def settle(self, arrange: None) -> None:
        self.estate = await Estate(self.database, self.community).build()
        grid = ScopeKind.PLACE, self.estate.grid.id, self.community
        self.grid_worker = await granted(self.database, Role.GRID_WORKER, *grid)
        self.elsewhere = await a_place(self.database, self.community, name="9栋")

    async def ask(self, path: str = "") -> Response:
        url = f"/admin/v1/communities/{self.community}/topics{path}"
        return await self.http.get(url, headers=as_admin(self.grid_worker))

    async def a_topic(
        self,
        *,
        status: S = S.OPEN,
        place_id: UUID | None = None,
        by: Participant | None = None,
    ) -> Topic:
        topic = await a_topic(self.database, self.community, status=status, by=by)
        topic.place_id = place_id
        return await saved(self.database, topic)

    async def test_reads_what_concerns_the_grid(self) -> None:
        neighbour = self.estate.people["1-101"][0]
        theirs = [
            await self.a_topic(place_id=self.estate.entrances[1].id),
            await self.a_topic(place_id=self.estate.entrances[1].id, status=S.SUBMITTED),
            await self.a_topic(),
            await self.a_topic(by=neighbour, status=S.SUBMITTED),
        ]
        others = [
            await self.a_topic(place_id=self.elsewhere.id),
            await self.a_topic(by=self.me, status=S.SUBMITTED),
        ]
        listed = (await self.ask()).json()["items"]
        assert {one["id"] for one in listed} == {str(topic.id) for topic in theirs}
        for topic in theirs:
            for path in ("", "/opinions", "/seconds"):
                assert (await self.ask(f"/{topic.id}{path}")).status_code == 200
        for topic in others:
            assert (await self.ask(f"/{topic.id}")).status_code == 404

    async def test_sees_the_ballot_and_does_nothing(self) -> None:
        ballot = await a_ballot(self.database, self.community)
        await all_are_adults(self.database, self.community)
        shown = (await self.ask(f"/{ballot.topic_id}")).json()
        assert (shown["actions"], shown["ballot"]["actions"]) == ([], [])
        path = f"/admin/v1/communities/{self.community}/topics/{ballot.topic_id}/deliberate"
        answer = await self.http.post(
            path, json={"note": "开始协商"}, headers=as_admin(self.grid_worker)
        )
        assert answer.status_code == 403
