"""Outcomes alone are published, to anybody, where fewer than ten have voted or all chose alike."""

from collections.abc import Sequence
from typing import Any

import pytest
from httpx import AsyncClient

from app.consultations.ballots.schemas import RuleIn, ShareIn
from app.consultations.models import Ballot
from app.kernel.database.engine import Database
from tests.client import as_, as_admin
from tests.consultations.ballots import a_ballot, path_of, vote
from tests.consultations.test_results import counts_in, publish_directly
from tests.factories import a_community, participants, staff

YES, NO, ABSTAIN = (
    {"lift": lift, "colour": colour}
    for lift, colour in (("yes", "green"), ("no", "red"), ("abstain", "abstain"))
)
RULE = RuleIn()


class Results:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.people = await participants(database, self.community, 40)
        self.worker = await staff(database, self.community)

    async def published(self, cast: Sequence[dict[str, str]], rule: RuleIn = RULE) -> Ballot:
        ballot = await a_ballot(self.database, self.community, rule=rule)
        for n, (person, choices) in enumerate(zip(self.people, cast, strict=False)):
            answer = await vote(
                self.http, ballot, person, choices=choices, key=f"{ballot.id}-{n:03}"
            )
            assert answer.status_code == 201
        await publish_directly(self.database, ballot)
        return ballot

    async def ask(self, ballot: Ballot, subpath: str) -> dict[str, Any]:
        headers = as_(self.people[-1].user_id)
        answer: dict[str, Any] = (
            await self.http.get(path_of(ballot, subpath), headers=headers)
        ).json()
        return answer

    async def ask_as_staff(self, ballot: Ballot, subpath: str) -> dict[str, Any]:
        path = f"/admin/v1/communities/{self.community}/ballots/{ballot.id}{subpath}"
        answer: dict[str, Any] = (await self.http.get(path, headers=as_admin(self.worker))).json()
        return answer

    async def all_answers(self, ballot: Ballot) -> list[dict[str, Any]]:
        """Whatever tells of a counted ballot, to residents and to staff."""
        return [
            *[await self.ask(ballot, one) for one in ("", "ballot", "result")],
            *[await self.ask(ballot, f"vote-board?question={key}") for key in ("lift", "colour")],
            *[await self.ask_as_staff(ballot, one) for one in ("", "/roll", "/result")],
        ]


class TestFew(Results):
    async def test_nobody_is_told_a_count(self) -> None:
        ballot = await self.published([YES] * 5 + [NO] * 4)
        for answer in await self.all_answers(ballot):
            assert counts_in(answer) == [], answer

    async def test_everybody_is_told_the_outcome(self) -> None:
        ballot = await self.published([YES] * 5 + [NO] * 4)
        for answer in (
            await self.ask(ballot, "result"),
            await self.ask_as_staff(ballot, "/result"),
        ):
            [lift, _colour] = answer["questions"]
            assert (lift["is_passed"], lift["reason"]) == (False, "quorum_not_met")
            assert {option["votes"] for option in lift["options"]} == {None}

    async def test_the_tenth_vote_makes_it_countable(self) -> None:
        ballot = await self.published([YES] * 5 + [NO] * 5)
        result = await self.ask(ballot, "result")
        assert result["turnout"] == 10
        board = await self.ask(ballot, "vote-board?question=lift&limit=50")
        assert len(board["items"]) == board["turnout"] == 10

    async def test_the_reason_does_not_tell_how_votes_were_spread(self) -> None:
        """A tie of two votes would tell both, and no valid vote that both abstained."""
        rule = RuleIn(quorum=ShareIn(numerator=0, denominator=1, is_inclusive=True))
        for cast in ([YES, NO], [ABSTAIN, ABSTAIN], [NO, NO]):
            ballot = await self.published(cast, rule)
            lift = (await self.ask(ballot, "result"))["questions"][0]
            assert (lift["is_quorum_met"], lift["reason"]) == (True, "below_threshold")


class TestAlike(Results):
    async def test_a_question_on_which_all_chose_alike_has_no_counts_and_no_board(self) -> None:
        ballot = await self.published(
            [{"lift": "yes", "colour": "red" if n % 2 else "green"} for n in range(12)]
        )
        result = await self.ask(ballot, "result")
        lift, colour = result["questions"]
        assert counts_in(lift) == []
        assert {option["votes"] for option in colour["options"]} == {0, 6}
        board = await self.ask(ballot, "vote-board?question=lift")
        assert (board["items"], board["totals"], board["board_sha256"]) == ([], None, None)
        assert len((await self.ask(ballot, "vote-board?question=colour"))["items"]) == 12

    async def test_where_all_questions_are_so_the_turnout_is_not_told_either(self) -> None:
        ballot = await self.published([YES] * 12)
        for answer in await self.all_answers(ballot):
            assert counts_in(answer) == [], answer
