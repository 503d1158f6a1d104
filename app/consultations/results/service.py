"""Results of ballots: closed and counted, certified by two persons, published."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.communities.places.names import place_paths
from app.communities.two_persons import require_second_person
from app.consultations.ballots.rules import refusal_by_effect
from app.consultations.ballots.schemas import PlainWords, RuleOut
from app.consultations.ballots.service import find_current, get_current, require_as_announced
from app.consultations.disclosure import has_counts, shown_turnout
from app.consultations.events import (
    BallotActRequested,
    BallotCertified,
    BallotClosed,
    BallotPublished,
)
from app.consultations.models import (
    COUNTING_DELAY,
    Ballot,
    BallotStatus,
    QuestionKind,
    Tally,
    Topic,
    TwoPersonAct,
    VoteBoardEntry,
)
from app.consultations.results.board import on_board, write_boards
from app.consultations.results.decision import decide, in_words
from app.consultations.results.outcome import Outcome, Reason
from app.consultations.results.schemas import (
    BoardQuery,
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
from app.kernel.web.pages import oldest_first, paginate


async def close_ballot(session: AsyncSession, ballot: Ballot, now: datetime) -> None:
    """Close a ballot and store its counts, once every vote that came in time has been written."""
    await lock(session, ballot)
    if ballot.status is BallotStatus.OPEN and ballot.closes_at + COUNTING_DELAY <= now:
        ballot.close(now, await count_votes(session, ballot))
        emit(session, ballot.community_id, BallotClosed(ballot_id=ballot.id))


async def request_certification(session: AsyncSession, ballot: Ballot, *, by: Staff) -> Ballot:
    """Request the certification as the first of two persons."""
    await lock(session, ballot)
    ballot.request(TwoPersonAct.CERTIFY, by.id, None, clock.now())
    require_offered(ballot)
    require_as_announced(ballot)
    emit(session, ballot.community_id, BallotActRequested(ballot_id=ballot.id))
    record(session, by, "ballot.certification_asked", ballot)
    return ballot


async def confirm_certification(session: AsyncSession, ballot: Ballot, *, by: Staff) -> Ballot:
    """Certify as the second of two persons that what was counted is what was announced."""
    await lock(session, ballot)
    first = ballot.first_person(TwoPersonAct.CERTIFY)
    await require_second_person(session, first, by, "ballot:certify")
    ballot.certify(clock.now(), by.id)
    require_offered(ballot)
    require_as_announced(ballot)
    emit(session, ballot.community_id, BallotCertified(ballot_id=ballot.id))
    record(session, by, "ballot.certified", ballot)
    return ballot


async def publish(session: AsyncSession, ballot: Ballot, note: str, *, by: Staff) -> Ballot:
    """Publish a certified result with its vote boards. It decides the topic: adopted or
    rejected."""
    topic = await get_row(session, Topic, ballot.community_id, ballot.topic_id)
    await lock(session, topic, ballot)
    now = clock.now()
    ballot.require("publish")
    require_offered(ballot)
    ballot.publish(now, await write_boards(session, ballot, ballot.require_tally()))
    await topics.decide_by_result(session, topic, note, now, decide(ballot).outcome)
    emit(session, ballot.community_id, BallotPublished(ballot_id=ballot.id))
    record(session, by, "ballot.published", ballot)
    return ballot


def require_offered(ballot: Ballot) -> None:
    """Raises LegalEffectNotOffered for a ballot that was announced with an effect that is not
    offered: it becomes no resolution, and is annulled."""
    if (refusal := refusal_by_effect(ballot.legal_effect)) is not None:
        raise refusal


# ---------------------------------------------------------------- read


async def show(session: AsyncSession, ballot: Ballot) -> ResultOut:
    """Returns the result of a counted ballot, to staff as to everybody. The outcome is computed
    from the stored counts, each time the same."""
    tally, decision = ballot.require_tally(), decide(ballot)
    fields = {name: getattr(ballot, name) for name in _BALLOT_FIELDS}
    places = [] if ballot.place_id is None else [ballot.place_id]
    paths = await place_paths(session, ballot.community_id, places)
    return ResultOut(
        **fields,
        place_path=next(iter(paths.values()), None),
        ballot_id=ballot.id,
        rule=RuleOut.model_validate(ballot.rule),
        turnout=shown_turnout(tally),
        outcome=decision.outcome,
        is_passed=decision.reason is Reason.PASSED,
        reason=decision.reason,
        in_words=PlainWords.model_validate(in_words(decision.reason, ballot.legal_effect)),
        questions=[
            _result(question, tally, decision.outcomes[question["key"]])
            for question in ballot.questions
        ],
    )


async def show_to_staff(session: AsyncSession, ballot: Ballot, *, by: Staff) -> ResultOut:
    """Returns the result. Whoever reads it before it is published knows what nobody else does, so
    that is audited."""
    result = await show(session, ballot)
    if ballot.status is not BallotStatus.PUBLISHED:
        record(session, by, "ballot.result_read", ballot)
    return result


_BALLOT_FIELDS = (
    *("topic_id", "place_id", "title", "status", "electorate", "legal_effect", "manifest_sha256"),
    *("roll_size", "closed_at", "certified_at", "published_at"),
)


def _result(question: dict[str, Any], tally: Tally, outcome: Outcome) -> QuestionResult:
    counts = tally.counts[question["key"]]
    is_counted = has_counts(tally, question["key"])
    options = [
        OptionCount(
            key=option["key"],
            title=option["title"],
            votes=counts[option["key"]] if is_counted else None,
        )
        for option in question["options"]
    ]
    return QuestionResult(
        key=question["key"],
        kind=QuestionKind(question["kind"]),
        title=question["title"],
        options=options,
        is_quorum_met=outcome.is_quorum_met,
        is_passed=outcome.is_passed,
        winner=outcome.winner,
        reason=outcome.reason,
        present=outcome.present if is_counted else None,
        valid=outcome.valid if is_counted else None,
    )


async def find_published(session: AsyncSession, topic: Topic) -> ResultOut | None:
    """Returns the result of a topic's ballot, or None before it is published."""
    ballot = await find_current(session, topic)
    is_published = ballot is not None and ballot.status is BallotStatus.PUBLISHED
    return await show(session, ballot) if ballot is not None and is_published else None


async def get_published(session: AsyncSession, topic: Topic) -> Ballot:
    """Returns the ballot of a topic, or NotFound before its result is published."""
    ballot = await get_current(session, topic)
    if ballot.status is not BallotStatus.PUBLISHED:
        raise NotFound
    return ballot


async def show_board(session: AsyncSession, topic: Topic, query: BoardQuery) -> VoteBoard:
    """Lists the votes on one question in the order of their digests, which does not show who voted
    when. Raises NotFound for a question that the ballot does not ask."""
    ballot = await get_published(session, topic)
    tally = ballot.require_tally()
    if query.question not in tally.counts:
        raise NotFound
    digest = (ballot.board_digests or {}).get(query.question)
    is_counted = has_counts(tally, query.question)
    order = oldest_first(VoteBoardEntry.id)
    page = await paginate(session, on_board(ballot, query.question), query, order)
    return VoteBoard(
        ballot_id=ballot.id,
        manifest_sha256=ballot.manifest_sha256 or "",
        question=query.question,
        turnout=shown_turnout(tally),
        totals=dict(tally.counts[query.question]) if is_counted else None,
        board_sha256=digest,
        is_totals_only=is_counted and digest is None,
        items=[
            BoardVote(receipt_sha256=entry.receipt_sha256.hex(), choice=entry.choice)
            for entry in page.items
        ],
        next_cursor=page.next_cursor,
    )
