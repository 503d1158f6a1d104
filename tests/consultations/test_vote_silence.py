"""While people vote, nothing that others can look at moves: no answer, no tag, no figure, no line,
no event, no audit entry, no message."""

import logging
from collections.abc import Sequence
from typing import Any

import pytest
from fastapi import FastAPI
from httpx import AsyncClient
from sqlalchemy import func, select

from app.communities.models import Participant
from app.consultations.models import Ballot, Electorate
from app.kernel.database.engine import Database
from app.kernel.jobs.events import EventRow
from app.kernel.privacy.audit import AuditEntry
from app.main import create_app
from app.notifications.inbox import InboxMessage
from app.settings import Settings
from tests.client import as_, as_admin, client_of_app
from tests.consultations.ballots import a_ballot, change, path_of, vote
from tests.factories import a_claim, a_community, a_household, a_participant, participants, staff


class Voting:
    @pytest.fixture(autouse=True)
    async def arrange(self, database: Database) -> None:
        self.database = database
        self.community = await a_community(database)
        self.people = await participants(database, self.community, 12)
        self.ballot = await a_ballot(database, self.community)
        self.reader = await a_participant(database, self.community)
        self.worker = await staff(database, self.community)

    async def everybody_votes(self, http: AsyncClient) -> None:
        for n, person in enumerate(self.people):
            choices = {"lift": "yes" if n % 2 else "no", "colour": "red"}
            answer = await vote(http, self.ballot, person, choices=choices)
            assert answer.status_code == 201
            assert (await change(http, self.ballot, person)).status_code == 200
            path = path_of(self.ballot, "votes/mine")
            mine = await http.get(path, headers=as_(person.user_id))
            assert mine.status_code == 200


class TestAnswers(Voting):
    async def look(self, http: AsyncClient) -> list[tuple[bytes, str | None]]:
        """Returns body and tag of all that a resident who does not vote, and staff, can read."""
        here = f"/v1/communities/{self.community}"
        topic, ballot = self.ballot.topic_id, self.ballot.id
        asked: Sequence[tuple[str, dict[str, str]]] = [
            *((path, as_(self.reader.user_id)) for path in self._resident_paths(here, topic)),
            *(
                (f"/admin{here}{rest}", as_admin(self.worker))
                for rest in (
                    *("/topics", f"/topics/{topic}", "/ballots", f"/ballots/{ballot}"),
                    *(f"/ballots/{ballot}/roll", f"/ballots/{ballot}/result"),
                )
            ),
        ]
        answers = [await http.get(path, headers=headers) for path, headers in asked]
        return [(_without_request(answer.json()), answer.headers.get("etag")) for answer in answers]

    def _resident_paths(self, here: str, topic: object) -> list[str]:
        rest = ("", "/ballot", "/result", "/vote-board?question=lift")
        return [f"{here}/topics", *(f"{here}/topics/{topic}{one}" for one in rest)]

    async def test_others_read_the_same_bytes_before_and_after(self, http: AsyncClient) -> None:
        before = await self.look(http)
        await self.everybody_votes(http)
        assert await self.look(http) == before


def _without_request(body: dict[str, Any] | None) -> bytes:
    if body is None:
        return b"null"
    return repr({name: value for name, value in body.items() if name != "request_id"}).encode()


class TestTraces(Voting):
    @pytest.fixture(autouse=True)
    def app(self, arrange: None, database: Database) -> FastAPI:
        return create_app(Settings.demo(log_requests=True), database)

    async def test_no_figure_and_no_line_of_the_log(
        self, app: FastAPI, caplog: pytest.LogCaptureFixture
    ) -> None:
        async with client_of_app(app) as http:
            with caplog.at_level(logging.DEBUG):
                await self.everybody_votes(http)
            [family] = app.state.requests.collect()
            assert family.samples == []
            lines = [line for line in caplog.records if line.name.startswith("linli")]
            assert lines == []
            # The instrument works: another route is counted, and has its line.
            with caplog.at_level(logging.INFO):
                await http.get("/v1/communities", headers=as_(self.reader.user_id))
        [family] = app.state.requests.collect()
        assert family.samples
        assert [line for line in caplog.records if line.name == "linli.access"]

    async def test_no_event_no_audit_entry_and_no_message(self, app: FastAPI) -> None:
        async with client_of_app(app) as http:
            await self.everybody_votes(http)
        async with self.database.transaction() as session:
            for model in (EventRow, AuditEntry, InboxMessage):
                assert await session.scalar(select(func.count()).select_from(model)) == 0


async def test_the_household_sees_that_it_has_voted_and_not_how(
    http: AsyncClient, database: Database
) -> None:
    community = await a_community(database)
    home = await a_household(database, community)
    couple: list[Participant] = [await a_participant(database, community) for _ in range(2)]
    for person in couple:
        await a_claim(database, person, home, approved=True)
    ballot: Ballot = await a_ballot(database, community, electorate=Electorate.HOUSEHOLDS)
    await vote(http, ballot, couple[0])
    for subpath in ("ballot", "votes/mine"):
        answer = await http.get(path_of(ballot, subpath), headers=as_(couple[1].user_id))
        shown = answer.json()
        assert (shown.get("has_voted", True), shown.get("choices")) == (True, None)


async def test_voters_are_told_in_plain_words_before_they_vote(
    http: AsyncClient, database: Database
) -> None:
    me = await a_participant(database, await a_community(database))
    home = await a_household(database, me.community_id)
    await a_claim(database, me, home, approved=True)
    shown = []
    for electorate in Electorate:
        ballot = await a_ballot(database, me.community_id, electorate=electorate)
        answer = await http.get(path_of(ballot, "ballot"), headers=as_(me.user_id))
        shown.append(answer.json()["who_sees_votes"])
    for words in ("截止前", "截止后", "回执码", "密钥"):
        assert all(words in one["zh"] for one in shown)
    for words in ("Before the close", "After the close", "receipt code", "keys"):
        assert all(words in one["en"] for one in shown)
    assert ["household" in one["en"] for one in shown] == [False, True]
