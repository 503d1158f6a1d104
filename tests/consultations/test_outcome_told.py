"""Results in words: whether a ballot has passed, why, and what that means in law, in the result, in
the topic, its list and each message. Receipts are named to those who have one."""

from typing import Any

import pytest
from httpx import AsyncClient
from sqlalchemy import select

from app.communities.models import Participant
from app.features import MESSAGES
from app.identity.models import Locale
from app.kernel.database.engine import Database
from app.notifications.followers import follow
from app.notifications.inbox import InboxMessage, content_of
from app.notifications.rendering import Renderer
from app.worker import Worker
from tests.client import as_
from tests.consultations.ballots import a_ballot, path_of, vote
from tests.consultations.test_results import NOTE, BallotWithVotes
from tests.factories import a_community, a_participant, participants, staff

ADVISORY = "不具有法律效力"
RECEIPT = "回执码"


class Told(BallotWithVotes):
    async def inbox(self, person: Participant) -> list[dict[str, str]]:
        while await Worker(self.database).run_due():
            pass
        query = select(InboxMessage).filter_by(participant_id=person.id)
        async with self.database.transaction() as session:
            contents = [content_of(row) for row in await session.scalars(query)]
        render = Renderer(MESSAGES).render
        return [
            {"kind": one.kind, "body": render(one.kind, one.variables, Locale.ZH)[1]}
            for one in contents
        ]

    async def topic(self) -> dict[str, Any]:
        path = path_of(self.ballot, "").rstrip("/")
        answer = await self.http.get(path, headers=as_(self.people[0].user_id))
        assert answer.status_code == 200
        shown: dict[str, Any] = answer.json()
        return shown

    async def listed(self) -> dict[str, Any]:
        path = f"/v1/communities/{self.community}/topics"
        [one] = (await self.http.get(path, headers=as_(self.people[0].user_id))).json()["items"]
        shown: dict[str, Any] = one
        return shown


class TestRejected(Told):
    async def test_the_result_says_that_and_why(self) -> None:
        await self.published()
        result = (await self.ask("result")).json()
        assert (result["outcome"], result["is_passed"], result["reason"]) == (
            *("rejected", False),
            "quorum_not_met",
        )
        assert "没有达到规则要求的比例" in result["in_words"]["zh"]
        assert ADVISORY in result["in_words"]["zh"]
        assert "advisory" in result["in_words"]["en"]

    async def test_the_topic_and_its_list_say_so(self) -> None:
        assert (await self.topic())["outcome"] is None
        await self.published()
        topic, listed = await self.topic(), await self.listed()
        assert (topic["status"], topic["outcome"]) == ("decided", "rejected")
        assert listed["outcome"] == "rejected"
        assert listed["ballot"]["legal_effect"] == "advisory"
        assert topic["result"]["outcome"] == "rejected"

    async def test_followers_and_voters_are_told(self) -> None:
        follower = await a_participant(self.database, self.community)
        async with self.database.transaction() as session:
            await follow(session, self.community, self.ballot.topic_id, follower.id)
        await self.published()
        [moved] = [
            one["body"]
            for one in await self.inbox(follower)
            if one["kind"] == "consultations.topic_decided"
        ]
        assert "未通过" in moved
        assert NOTE["note"] in moved

    async def test_each_message_about_the_ballot_says_what_it_means_in_law(self) -> None:
        await self.published()
        bodies = [
            one["body"]
            for one in await self.inbox(self.people[0])
            if one["kind"].startswith("consultations.ballot_")
        ]
        assert len(bodies) >= 2
        assert all(ADVISORY in body for body in bodies)

    async def test_a_receipt_is_named_to_those_who_have_voted_alone(self) -> None:
        await self.published()
        voted, silent = self.people[0], self.people[-1]
        for person, has_receipt in ((voted, True), (silent, False)):
            published = [
                one["body"] for one in await self.inbox(person) if "ballot_published" in one["kind"]
            ]
            assert len(published) == 1
            assert "未通过" in published[0]
            assert (RECEIPT in published[0]) is has_receipt


class TestAdopted(Told):
    @pytest.fixture(autouse=True)
    async def all_vote(self, arrange: None) -> None:
        for n, person in enumerate(self.people[12:], start=12):
            choices = {"lift": "yes", "colour": "green"}
            answer = await vote(self.http, self.ballot, person, choices=choices, key=f"more-{n:04}")
            assert answer.status_code == 201

    async def test_it_is_adopted_when_each_question_has_passed(self) -> None:
        await self.published()
        assert (await self.topic())["outcome"] == "adopted"
        result = (await self.ask("result")).json()
        assert (result["outcome"], result["is_passed"], result["reason"]) == (
            *("adopted", True),
            "passed",
        )
        assert result["in_words"]["zh"].startswith("通过")


class TestSmall(Told):
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        """Arranges a roll of 12, on which votes are not listed."""
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.people = await participants(database, self.community, 12)
        self.ballot = await a_ballot(database, self.community)
        self.worker = await staff(database, self.community)
        self.colleague = await staff(database, self.community)
        for n, person in enumerate(self.people):
            assert (await vote(http, self.ballot, person, key=f"small-{n:03}")).status_code == 201

    async def test_no_receipt_is_named_where_votes_are_not_listed(self) -> None:
        await self.published()
        bodies = [
            one["body"]
            for one in await self.inbox(self.people[0])
            if "ballot_published" in one["kind"]
        ]
        assert len(bodies) == 1
        assert RECEIPT not in bodies[0]
