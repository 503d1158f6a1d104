"""Ballots from opening to publication: sweeps, counts, certification, result and vote board."""

import re
from collections import Counter
from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select, text

from app.communities.models import Participant, Role
from app.consultations.messages.ballots import BATCH_SIZE
from app.consultations.models import (
    COUNTING_DELAY,
    Ballot,
    BallotStatus,
    Tally,
    Topic,
    TopicStatus,
)
from app.consultations.results.board import write_boards
from app.consultations.sweeps import SWEEPS
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.jobs.events import EventRow
from app.kernel.jobs.sweeps import find_due
from app.kernel.privacy.audit import AuditEntry
from app.notifications.followers import follow
from app.notifications.inbox import InboxMessage, content_of
from app.worker import Worker
from tests.audit import audited
from tests.client import as_, as_admin
from tests.consultations.ballots import (
    CHOICES,
    CLOSES,
    OPENS,
    a_ballot,
    path_of,
    reread,
    vote,
)
from tests.factories import a_community, participants, staff
from tests.routes import OPERATIONS

OVER = CLOSES + COUNTING_DELAY
BALLOT_PATH = re.compile(r"ballot|/votes|vote-board|topic_id}/result")
NOTE = {"note": "表决通过，下月施工"}
AGAINST = {"lift": "no", "colour": "red"}
CAST = [CHOICES] * 8 + [AGAINST] * 4


async def sweep(database: Database) -> None:
    """Runs all sweeps of consultations that are due now."""
    async with database.transaction() as session:
        for one in SWEEPS:
            for community_id, row_id, _due_at in await find_due(session, one, clock.now(), None):
                await one.run(session, (community_id, row_id), clock.now())


class BallotWithVotes:
    """Ballot with 40 voters of whom twelve have voted, and staff."""

    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.people = await participants(database, self.community, 40)
        self.ballot = await a_ballot(database, self.community)
        self.worker = await staff(database, self.community)
        self.colleague = await staff(database, self.community)
        self.receipts = [
            (await vote(http, self.ballot, person, choices=choices)).json()["receipt"]
            for person, choices in zip(self.people, CAST, strict=False)
        ]

    async def pass_time(self) -> None:
        await sweep(self.database)
        with clock.frozen(OVER):
            await sweep(self.database)

    async def ask(self, subpath: str, voter: Participant | None = None) -> Response:
        user = (voter or self.people[0]).user_id
        return await self.http.get(path_of(self.ballot, subpath), headers=as_(user))

    async def act(self, verb: str, by: UUID | None, body: object = None) -> Response:
        path = f"/admin/v1/communities/{self.community}/ballots/{self.ballot.id}/{verb}"
        return await self.http.post(path, json=body, headers=as_admin(by))

    async def read(self, subpath: str, by: UUID | None = None) -> Response:
        path = f"/admin/v1/communities/{self.community}/ballots{subpath}"
        return await self.http.get(path, headers=as_admin(by or self.worker))

    async def certified(self) -> None:
        await self.pass_time()
        await self.act("certify", self.worker)
        assert (await self.act("certify/confirm", self.colleague)).status_code == 200

    async def published(self) -> None:
        await self.certified()
        answer = await self.act("publish", self.worker, NOTE)
        assert answer.status_code == 200, answer.text

    async def status(self) -> BallotStatus:
        return (await reread(self.database, self.ballot)).status


class TestTime(BallotWithVotes):
    async def test_it_opens_when_it_is_time_and_not_before(self) -> None:
        with clock.frozen(OPENS - timedelta(seconds=1)):
            await sweep(self.database)
        assert await self.status() is BallotStatus.ANNOUNCED
        with clock.frozen(OPENS):
            await sweep(self.database)
        assert await self.status() is BallotStatus.OPEN

    async def test_it_closes_when_what_was_in_time_has_settled(self) -> None:
        await sweep(self.database)
        with clock.frozen(OVER - timedelta(seconds=1)):
            await sweep(self.database)
        assert await self.status() is BallotStatus.OPEN
        with clock.frozen(OVER):
            await sweep(self.database)
            await sweep(self.database)
        assert await self.status() is BallotStatus.CLOSED
        async with self.database.transaction() as session:
            kinds = Counter(row.read().kind for row in await session.scalars(select(EventRow)))
        assert kinds == {"consultations.ballot_opened": 1, "consultations.ballot_closed": 1}

    async def test_a_worker_that_slept_through_it_catches_up(self) -> None:
        with clock.frozen(OVER):
            await sweep(self.database)
            await sweep(self.database)
        assert await self.status() is BallotStatus.CLOSED

    async def test_what_was_counted_is_what_was_cast(self) -> None:
        await self.pass_time()
        assert (await reread(self.database, self.ballot)).require_tally() == Tally(
            12,
            {
                "lift": {"yes": 8, "no": 4, "abstain": 0},
                "colour": {"red": 4, "green": 8, "abstain": 0},
            },
        )


READING = [
    str(operation)
    for operation in OPERATIONS
    if operation.method == "GET" and BALLOT_PATH.search(operation.path)
]
COUNTS = {"turnout", "voted", "present", "valid", "votes", "counts", "tally", "totals", "items"}


def counts_in(body: Any) -> list[object]:
    """Returns every value in a body that reveals how many have voted, or how."""
    if isinstance(body, list):
        return [found for one in body for found in counts_in(one)]
    if not isinstance(body, dict):
        return []
    counts = [value for name, value in body.items() if name in COUNTS and value not in (None, [])]
    return counts + [found for value in body.values() for found in counts_in(value)]


class TestNobodySeesInterimResults(BallotWithVotes):
    @pytest.mark.parametrize("is_swept", [False, True])
    @pytest.mark.parametrize("at", [OPENS + timedelta(hours=2), OVER - timedelta(seconds=1)])
    async def test_on_no_route_and_nobody(self, *, is_swept: bool, at: Any) -> None:
        if is_swept:
            await sweep(self.database)
        admin = await staff(self.database, self.community, Role.COMMUNITY_ADMIN)
        with clock.frozen(at):
            shown = await self.ask("ballot")
            assert (shown.status_code, counts_in(shown.json())) == (200, [])
            assert (await self.ask("result")).json() is None
            assert (await self.ask("vote-board?question=lift")).status_code == 404
            for by in (self.worker, admin):
                answer = await self.read(f"/{self.ballot.id}/result", by)
                assert answer.json()["code"] == "consultations.ballot_wrong_state"
                assert counts_in(answer.json()) == []
                for subpath in (f"/{self.ballot.id}", f"/{self.ballot.id}/roll"):
                    answer = await self.read(subpath, by)
                    assert answer.status_code == 200
                    assert counts_in(answer.json()) == []
                listed = (await self.read("", by)).json()["items"]
                assert counts_in(listed) == []
        assert len(READING) == 8, "a new route that reads a ballot: look at it here"

    async def test_the_roll_has_a_size_and_after_the_close_a_turnout(self) -> None:
        before = (await self.read(f"/{self.ballot.id}/roll")).json()
        assert (before["size"], before["voters"], before["voted"]) == (40, 40, None)
        await self.pass_time()
        assert (await self.read(f"/{self.ballot.id}/roll")).json()["voted"] == 12


class TestCertify(BallotWithVotes):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.act("certify", None)).status_code == 401

    async def test_a_grid_worker_may_not(self) -> None:
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.act("certify", grid)).status_code == 403

    async def test_not_before_the_close(self) -> None:
        answer = await self.act("certify", self.worker)
        assert answer.json()["code"] == "consultations.ballot_wrong_state"

    async def test_staff_read_the_count_before_they_certify_it(self) -> None:
        await self.pass_time()
        body = (await self.read(f"/{self.ballot.id}/result")).json()
        assert (body["turnout"], body["roll_size"], body["status"]) == (12, 40, "closed")
        assert [q["reason"] for q in body["questions"]] == ["quorum_not_met"] * 2
        [entry] = await audited(self.database, self.community)
        assert (entry.action, entry.actor_id) == ("ballot.result_read", self.worker)

    async def test_two_persons_certify(self) -> None:
        await self.pass_time()
        answer = await self.act("certify/confirm", self.colleague)
        assert answer.json()["code"] == "consultations.nothing_to_confirm"
        assert (await self.act("certify", self.worker)).json()["status"] == "closed"
        answer = await self.act("certify/confirm", self.worker)
        assert answer.json()["code"] == "communities.second_person_needed"
        answer = await self.act("certify/confirm", self.colleague)
        assert (answer.status_code, answer.json()["status"]) == (200, "certified")

    async def test_what_was_asked_for_is_not_confirmed_as_something_else(self) -> None:
        await self.pass_time()
        await self.act("annul", self.worker, {"reason": "有人投诉"})
        answer = await self.act("certify/confirm", self.colleague)
        assert answer.json()["code"] == "consultations.nothing_to_confirm"

    async def test_a_ballot_that_was_altered_is_not_certified(self) -> None:
        await self.pass_time()
        async with self.database.transaction() as session:
            await session.execute(
                text(
                    "UPDATE ballots SET rule = jsonb_set(rule, '{passing_of}', '\"roll\"')"
                    " WHERE ballots.community_id = :community_id"
                ),
                {"community_id": self.community},
            )
        answer = await self.act("certify", self.worker)
        assert (answer.status_code, answer.json()["code"]) == (409, "consultations.ballot_altered")


class TestPublish(BallotWithVotes):
    async def test_not_before_it_is_certified(self) -> None:
        await self.pass_time()
        answer = await self.act("publish", self.worker, NOTE)
        assert answer.json()["code"] == "consultations.ballot_wrong_state"

    async def test_not_for_residents_before(self) -> None:
        await self.certified()
        answer = await self.ask("result")
        assert (answer.status_code, answer.json()) == (200, None)
        assert (await self.ask("vote-board?question=lift")).status_code == 404

    async def test_everybody_reads_what_was_decided_and_by_which_rule(self) -> None:
        await self.published()
        body = (await self.ask("result")).json()
        assert (body["turnout"], body["roll_size"], body["legal_effect"]) == (12, 40, "advisory")
        assert body["manifest_sha256"] == self.ballot.manifest_sha256
        assert body["rule"]["passing_of"] == "present"
        [lift, _colour] = body["questions"]
        assert {option["key"]: option["votes"] for option in lift["options"]} == {
            "yes": 8,
            "no": 4,
            "abstain": 0,
        }
        assert (lift["is_passed"], lift["reason"]) == (False, "quorum_not_met")

    async def test_the_topic_is_decided_and_it_is_audited(self) -> None:
        await self.published()
        async with self.database.transaction() as session:
            topic = await session.get_one(Topic, (self.community, self.ballot.topic_id))
            acts = list(await session.scalars(select(AuditEntry.action)))
        assert topic.status is TopicStatus.DECIDED
        assert {"ballot.certification_asked", "ballot.certified", "ballot.published"} <= set(acts)

    async def test_a_published_one_is_not_annulled(self) -> None:
        await self.published()
        answer = await self.act("annul", self.worker, {"reason": "太晚了"})
        assert answer.status_code == 409


class TestVoteBoard(BallotWithVotes):
    async def board(self, question: str) -> tuple[dict[str, Any], list[dict[str, str]]]:
        """Returns the last page of a board, and the lines of all pages."""
        lines: list[dict[str, str]] = []
        cursor, page = "", {"next_cursor": "first"}
        while page["next_cursor"]:
            page = (await self.ask(f"vote-board?question={question}&limit=5{cursor}")).json()
            lines += page["items"]
            cursor = f"&cursor={page['next_cursor']}"
        return page, lines

    async def test_anybody_counts_again_and_voters_find_their_vote(self) -> None:
        await self.published()
        for question in ("lift", "colour"):
            page, lines = await self.board(question)
            mine = [
                sha256(f"{sha256(receipt.encode()).hexdigest()}/{question}".encode()).hexdigest()
                for receipt in self.receipts
            ]
            by_receipt = {one["receipt_sha256"]: one["choice"] for one in lines}
            assert by_receipt == {
                digest: choices[question] for digest, choices in zip(mine, CAST, strict=True)
            }
            counted = Counter(one["choice"] for one in lines)
            assert counted == {key: n for key, n in page["totals"].items() if n}
            text = "".join(f"{one['receipt_sha256']} {one['choice']}\n" for one in lines)
            assert page["board_sha256"] == sha256(text.encode()).hexdigest()
            assert not page["is_totals_only"]
            assert all(set(one) == {"receipt_sha256", "choice"} for one in lines)

    async def test_the_boards_do_not_put_whole_votes_together(self) -> None:
        """Somebody who dictates a pattern of answers cannot look for it."""
        await self.published()
        boards = [(await self.board(question))[1] for question in ("lift", "colour")]
        lift, colour = ({one["receipt_sha256"][:16] for one in board} for board in boards)
        assert (len(lift), len(colour), lift & colour) == (12, 12, set())

    async def test_what_the_ballot_does_not_ask_has_no_board(self) -> None:
        await self.published()
        assert (await self.ask("vote-board?question=other")).status_code == 404
        assert (await self.ask("vote-board")).status_code == 422


async def test_a_small_roll_shows_totals_only(http: AsyncClient, database: Database) -> None:
    community = await a_community(database)
    people = await participants(database, community, 29)
    ballot = await a_ballot(database, community)
    for person, choices in zip(people, CAST, strict=False):
        await vote(http, ballot, person, choices=choices)
    await publish_directly(database, ballot)
    headers = as_(people[1].user_id)
    path = path_of(ballot, "vote-board?question=lift")
    board = (await http.get(path, headers=headers)).json()
    assert (board["is_totals_only"], board["items"], board["turnout"]) == (True, [], 12)
    assert (board["board_sha256"], board["totals"]["yes"]) == (None, 8)


async def publish_directly(database: Database, ballot: Ballot) -> None:
    with clock.frozen(OVER):
        await sweep(database)
        await sweep(database)
    async with database.transaction() as session:
        row = await session.get_one(Ballot, (ballot.community_id, ballot.id))
        row.move("certify")
        row.publish(OVER, await write_boards(session, row, row.require_tally()))


class TestMessages:
    async def test_each_on_the_roll_and_each_follower_once(self, own_database: Database) -> None:
        """Uses a roll that takes more than one statement."""
        community = await a_community(own_database)
        people = await participants(own_database, community, BATCH_SIZE + 1)
        ballot = await a_ballot(own_database, community)
        late = await participants(own_database, community, 1)
        async with own_database.transaction() as session:
            for person in (people[0], late[0]):
                await follow(session, community, ballot.topic_id, person.id)
        await sweep(own_database)
        await Worker(own_database).run_due()
        async with own_database.transaction() as session:
            messages = Counter(
                (row.participant_id, content_of(row).kind)
                for row in await session.scalars(select(InboxMessage))
            )
        kind = "consultations.ballot_opened"
        assert messages == Counter({(person.id, kind): 1 for person in (*people, *late)})
