"""POST /v1/communities/{community_id}/topics/{topic_id}/votes, and PUT …/votes/mine"""

from datetime import timedelta
from hashlib import sha256
from uuid import uuid4

import pytest
from httpx import AsyncClient
from sqlalchemy import func, select

from app.communities.models import ParticipantKind
from app.consultations.models import ElectoralRollEntry, Electorate
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.database.idempotency import IdempotencyRecord
from app.kernel.jobs import retention
from app.kernel.jobs.events import EventRow
from app.kernel.privacy.audit import AuditEntry
from app.worker import Worker
from tests.client import as_
from tests.consultations.ballots import (
    CHOICES,
    CLOSES,
    OPENS,
    a_ballot,
    change,
    contents_of,
    path_of,
    vote,
    votes_of,
)
from tests.factories import a_claim, a_community, a_household, a_participant, a_user
from tests.now import NOW

MOMENT = timedelta(microseconds=1)


class TestVote:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_participant(database, self.community)
        self.ballot = await a_ballot(database, self.community)

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await vote(self.http, self.ballot, None)).status_code == 401

    async def test_the_stored_receipt_is_gone_when_the_ballot_closes(self) -> None:
        """The code proves a vote: it is stored for repeats of the request, and no longer."""
        cast = await vote(self.http, self.ballot, self.me)
        with clock.frozen(CLOSES - MOMENT):
            repeated = await vote(self.http, self.ballot, self.me)
            assert (repeated.status_code, repeated.content) == (201, cast.content)
        with clock.frozen(CLOSES):
            gone = await vote(self.http, self.ballot, self.me)
        with clock.frozen(CLOSES + MOMENT):
            await Worker(self.database, sweeps=retention.SWEEPS).sweep()
            async with self.database.transaction() as session:
                stored = await session.scalar(select(func.count()).select_from(IdempotencyRecord))
            closed = await vote(self.http, self.ballot, self.me)
        assert (gone.status_code, gone.json()["code"]) == (409, "idempotency_response_gone")
        assert stored == 0
        assert (closed.status_code, closed.json()["code"]) == (
            409,
            "consultations.voting_closed",
        )
        assert len(await votes_of(self.database, self.ballot)) == 1

    async def test_a_topic_without_a_ballot_is_not_found(self) -> None:
        path = f"/v1/communities/{self.community}/topics/{uuid4()}/votes"
        answer = await self.http.post(
            path, json={"choices": CHOICES}, headers=as_(self.me.user_id, "my-vote-1")
        )
        assert answer.status_code == 404

    async def test_a_draft_is_not_found(self) -> None:
        draft = await a_ballot(self.database, self.community, announced=False)
        assert (await vote(self.http, draft, self.me)).status_code == 404

    async def test_an_outsider_is_told_to_join_first(self) -> None:
        answer = await vote(self.http, self.ballot, await a_user(self.database))
        assert (answer.status_code, answer.json()["code"]) == (
            403,
            "communities.not_a_participant",
        )

    @pytest.mark.parametrize("kind", ParticipantKind)
    async def test_who_is_not_on_the_roll_may_not(self, kind: ParticipantKind) -> None:
        """Refuses visitors, and residents who came after the roll was drawn up."""
        late = await a_participant(self.database, self.community, kind=kind)
        answer = await vote(self.http, self.ballot, late)
        assert (answer.status_code, answer.json()["code"]) == (403, "consultations.not_on_roll")

    async def test_without_a_key_it_is_refused(self) -> None:
        answer = await vote(self.http, self.ballot, self.me, key=None)
        assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_missing")

    @pytest.mark.parametrize("choices", [{}, "yes", {"lift": 1}, {"lift": "y" * 40}, None])
    async def test_malformed(self, choices: object) -> None:
        answer = await vote(self.http, self.ballot, self.me, choices=choices)
        assert answer.status_code == 422

    @pytest.mark.parametrize(
        "choices",
        [
            {"lift": "yes"},
            {"lift": "maybe", "colour": "red"},
            {"lift": "yes", "colour": "yes"},
            CHOICES | {"other": "yes"},
        ],
    )
    async def test_an_unknown_option_and_a_question_left_out(self, choices: object) -> None:
        answer = await vote(self.http, self.ballot, self.me, choices=choices)
        assert (answer.status_code, answer.json()["code"]) == (422, "consultations.unknown_choice")
        assert await votes_of(self.database, self.ballot) == []

    async def test_the_window_decides_to_the_moment(self) -> None:
        for at, code in (
            (OPENS - MOMENT, "consultations.voting_not_open"),
            (CLOSES, "consultations.voting_closed"),
            (CLOSES + timedelta(30), "consultations.voting_closed"),
        ):
            with clock.frozen(at):
                answer = await vote(self.http, self.ballot, self.me)
            assert (answer.status_code, answer.json()["code"]) == (409, code)
        with clock.frozen(CLOSES - MOMENT):
            assert (await vote(self.http, self.ballot, self.me)).status_code == 201

    async def test_a_second_vote_is_refused(self) -> None:
        await vote(self.http, self.ballot, self.me)
        answer = await vote(self.http, self.ballot, self.me, key="my-vote-2")
        assert (answer.status_code, answer.json()["code"]) == (409, "consultations.already_voted")
        assert len(await votes_of(self.database, self.ballot)) == 1

    async def test_it_is_kept_once_under_the_digest_of_its_receipt(self) -> None:
        answer = await vote(self.http, self.ballot, self.me)
        assert answer.status_code == 201
        assert answer.headers["location"] == path_of(self.ballot, "votes/mine")
        [stored] = await votes_of(self.database, self.ballot)
        [content] = await contents_of(self.database, self.ballot)
        assert (stored.cast_by, content.cast_at) == (self.me.id, NOW)
        assert content.choices == CHOICES
        assert content.receipt_sha256 == sha256(answer.json()["receipt"].encode()).hexdigest()
        mine = await self.http.get(answer.headers["location"], headers=as_(self.me.user_id))
        assert mine.json()["choices"] == CHOICES

    async def test_the_same_key_is_answered_the_same_and_another_body_refused(self) -> None:
        first = await vote(self.http, self.ballot, self.me)
        repeated = await vote(self.http, self.ballot, self.me)
        assert (repeated.status_code, repeated.content) == (201, first.content)
        assert repeated.headers["idempotent-replayed"] == "true"
        other = await vote(self.http, self.ballot, self.me, choices={"lift": "no", "colour": "red"})
        assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")

    async def test_no_event_and_no_audit_entry_knows_of_it(self) -> None:
        await vote(self.http, self.ballot, self.me)
        async with self.database.transaction() as session:
            for model in (EventRow, AuditEntry):
                assert await session.scalar(select(func.count()).select_from(model)) == 0

    async def test_who_has_a_paper_vote_votes_no_more(self) -> None:
        async with self.database.transaction() as session:
            [entry] = await session.scalars(
                select(ElectoralRollEntry).filter_by(community_id=self.community)
            )
            entry.move("hand_out")
        answer = await vote(self.http, self.ballot, self.me)
        assert answer.json()["code"] == "consultations.voted_on_paper"

    async def test_the_roll_decides_also_for_who_is_blocked_since(self) -> None:
        self.me.block()
        async with self.database.transaction() as session:
            session.add(self.me)
        assert (await vote(self.http, self.ballot, self.me)).status_code == 201


class TestChangeOfVote:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.me = await a_participant(database, await a_community(database))
        self.ballot = await a_ballot(database, self.me.community_id)

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        answer = await self.http.put(path_of(self.ballot, "votes/mine"), json={"choices": CHOICES})
        assert answer.status_code == 401

    async def test_there_is_none_to_change_before_the_first(self) -> None:
        answer = await change(self.http, self.ballot, self.me)
        assert (answer.status_code, answer.json()["code"]) == (409, "consultations.not_voted")

    async def test_not_after_the_close(self) -> None:
        await vote(self.http, self.ballot, self.me)
        with clock.frozen(CLOSES):
            answer = await change(self.http, self.ballot, self.me)
        assert answer.json()["code"] == "consultations.voting_closed"

    async def test_the_new_one_counts_under_a_new_receipt(self) -> None:
        first = await vote(self.http, self.ballot, self.me)
        choices = {"lift": "abstain", "colour": "red"}
        answer = await change(self.http, self.ballot, self.me, choices)
        assert answer.status_code == 200
        [content] = await contents_of(self.database, self.ballot)
        assert content.choices == choices
        assert answer.json()["receipt"] != first.json()["receipt"]
        assert content.receipt_sha256 == sha256(answer.json()["receipt"].encode()).hexdigest()


class TestHouseholds:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        household = await a_household(database, self.community)
        self.couple = [await a_participant(database, self.community) for _ in range(2)]
        for person in self.couple:
            await a_claim(database, person, household, approved=True)
        self.homeless = await a_participant(database, self.community)
        self.ballot = await a_ballot(database, self.community, electorate=Electorate.HOUSEHOLDS)

    async def test_it_has_one_vote_and_who_cast_it_is_kept(self) -> None:
        first, second = self.couple
        assert self.ballot.roll_size == 1
        assert (await vote(self.http, self.ballot, first)).status_code == 201
        answer = await vote(self.http, self.ballot, second)
        assert answer.json()["code"] == "consultations.already_voted"
        [stored] = await votes_of(self.database, self.ballot)
        assert stored.cast_by == first.id
        shown = await self.http.get(path_of(self.ballot, "ballot"), headers=as_(second.user_id))
        assert (shown.json()["is_on_roll"], shown.json()["has_voted"]) == (True, True)

    async def test_who_cast_it_alone_may_change_it_and_is_told_what_it_says(self) -> None:
        first, second = self.couple
        await vote(self.http, self.ballot, first)
        answer = await change(self.http, self.ballot, second)
        assert (answer.status_code, answer.json()["code"]) == (
            403,
            "consultations.cast_by_another",
        )
        path = path_of(self.ballot, "votes/mine")
        theirs = (await self.http.get(path, headers=as_(second.user_id))).json()
        assert (theirs["choices"], theirs["cast_at"], theirs["is_cast_by_me"]) == (
            None,
            None,
            False,
        )
        assert (await change(self.http, self.ballot, first)).status_code == 200
        mine = (await self.http.get(path, headers=as_(first.user_id))).json()
        assert (mine["choices"], mine["is_cast_by_me"]) == (CHOICES, True)

    async def test_who_has_no_verified_household_is_not_on_the_roll(self) -> None:
        answer = await vote(self.http, self.ballot, self.homeless)
        assert answer.json()["code"] == "consultations.not_on_roll"
