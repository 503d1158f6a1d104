"""Results of ballots: closed and counted, certified by two persons, published."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.consultations.ballots.schemas import RuleOut
from app.consultations.ballots.service import get_current, require_as_announced
from app.consultations.events import BallotClosed, BallotPublished
from app.consultations.models import (
    COUNTING_DELAY,
    Ballot,
    BallotStatus,
    QuestionKind,
    Rule,
    Topic,
    TwoPersonAct,
    Vote,
)
from app.consultations.results.outcome import outcome_of
from app.consultations.results.schemas import (
    BoardVote,
    OptionCount,
    QuestionResult,
    ResultOut,
    VoteBoard,
)
from app.consultations.results.tally import count_votes
from app.consultations.topics import service as topics
from app.kernel import clock
from app.kernel.database.engine import get_row, lock
from app.kernel.errors import NotFound
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.web.pages import START, Cursor, PageQuery, page_of

MIN_LISTED_ROLL_SIZE = 30
"""Votes on a smaller roll are not listed, because one could guess whose they are."""


async def close_ballot(session: AsyncSession, ballot: Ballot, now: datetime) -> None:
    """Close a ballot and store its counts, once every vote that came in time has been written."""
    await lock(session, ballot)
    if ballot.status is BallotStatus.OPEN and ballot.closes_at + COUNTING_DELAY <= now:
        ballot.close(now, await count_votes(session, ballot))
        emit(session, ballot.community_id, BallotClosed(ballot_id=ballot.id))


async def request_certification(session: AsyncSession, ballot: Ballot, *, by: Staff) -> Ballot:
    """Request the certification as the first of two persons."""
    await lock(session, ballot)
    ballot.request(TwoPersonAct.CERTIFY, by.id, None)
    require_as_announced(ballot)
    record(session, by, "ballot.certification_asked", ballot)
    return ballot


async def confirm_certification(session: AsyncSession, ballot: Ballot, *, by: Staff) -> Ballot:
    """Certify as the second of two persons that what was counted is what was announced."""
    await lock(session, ballot)
    ballot.certify(clock.now(), by.id)
    require_as_announced(ballot)
    record(session, by, "ballot.certified", ballot)
    return ballot


async def publish(session: AsyncSession, ballot: Ballot, note: str, *, by: Staff) -> Ballot:
    """Publish a certified result, which decides the topic."""
    topic = await get_row(session, Topic, ballot.community_id, ballot.topic_id)
    await lock(session, topic, ballot)
    now = clock.now()
    ballot.publish(now)
    await topics.decide_by_result(session, topic, note, now)
    emit(session, ballot.community_id, BallotPublished(ballot_id=ballot.id))
    record(session, by, "ballot.published", ballot)
    return ballot


# ---------------------------------------------------------------- read


def show(ballot: Ballot) -> ResultOut:
    """Returns the result of a counted ballot. The outcome is computed from the stored counts, each
    time the same."""
    tally = ballot.require_tally()
    fields = {name: getattr(ballot, name) for name in _BALLOT_FIELDS}
    return ResultOut(
        **fields,
        ballot_id=ballot.id,
        rule=RuleOut.model_validate(ballot.rule),
        turnout=tally["present"],
        questions=[_result(ballot, question, tally) for question in ballot.questions],
    )


_BALLOT_FIELDS = (
    *("topic_id", "title", "status", "electorate", "legal_effect", "manifest_sha256"),
    *("roll_size", "closed_at", "certified_at", "published_at"),
)


def _result(ballot: Ballot, question: dict[str, Any], tally: dict[str, Any]) -> QuestionResult:
    counts, kind = tally["counts"][question["key"]], QuestionKind(question["kind"])
    outcome = outcome_of(
        kind,
        counts,
        present=tally["present"],
        roll=ballot.roll_size or 0,
        rule=Rule.read(ballot.rule),
    )
    options = [
        OptionCount(key=option["key"], title=option["title"], votes=counts[option["key"]])
        for option in question["options"]
    ]
    asked = {"key": question["key"], "kind": kind, "title": question["title"], "options": options}
    return QuestionResult(**asked, **{name: getattr(outcome, name) for name in _OUTCOME_FIELDS})


_OUTCOME_FIELDS = ("is_quorum_met", "is_passed", "winner", "reason", "present", "valid")


async def get_published(session: AsyncSession, topic: Topic) -> Ballot:
    """Returns the ballot of a topic, or NotFound before its result is published."""
    ballot = await get_current(session, topic)
    if ballot.status is not BallotStatus.PUBLISHED:
        raise NotFound
    return ballot


async def show_board(session: AsyncSession, topic: Topic, query: PageQuery) -> VoteBoard:
    """Lists votes in the order of their digests, which does not show who voted when."""
    ballot = await get_published(session, topic)
    tally = ballot.tally or {}
    is_small = (ballot.roll_size or 0) < MIN_LISTED_ROLL_SIZE
    votes = [] if is_small else await _votes(session, ballot, query)
    page = page_of(votes, query.limit, _cursor_of)
    items = [
        BoardVote(receipt_sha256=v.receipt_digest.hex(), choices=v.choices) for v in page.items
    ]
    return VoteBoard(
        ballot_id=ballot.id,
        manifest_sha256=ballot.manifest_sha256 or "",
        turnout=tally["present"],
        totals=tally["counts"],
        is_totals_only=is_small,
        items=items,
        next_cursor=page.next_cursor,
    )


async def _votes(session: AsyncSession, ballot: Ballot, query: PageQuery) -> list[Vote]:
    after = b"" if query.cursor is None else query.after.id.bytes + b"\xff" * 16
    statement = (
        select(Vote)
        .where(
            Vote.community_id == ballot.community_id,
            Vote.ballot_id == ballot.id,
            Vote.receipt_digest > after,
        )
        .order_by(Vote.receipt_digest)
        .limit(query.limit + 1)
    )
    return list(await session.scalars(statement))


def _cursor_of(vote: Vote) -> Cursor:
    """Returns a cursor made of the first half of the digest, which is enough to go on from."""
    return Cursor(START.at, UUID(bytes=vote.receipt_digest[:16]))
