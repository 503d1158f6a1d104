"""Results and the vote board as the API shows them."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.consultations.ballots.schemas import PlainWords, RuleOut
from app.consultations.models import (
    BallotStatus,
    Electorate,
    LegalEffect,
    QuestionKind,
    TopicOutcome,
)
from app.consultations.results.outcome import Reason
from app.kernel.web.pages import PageQuery
from app.kernel.web.schemas import Out, line


class OptionCount(Out):
    key: str
    title: str
    votes: int | None = Field(description="Null where only the outcome is told.")


class QuestionResult(Out):
    """Outcome of one question. Where fewer than 10 have voted, or all chose alike, it has no
    counts."""

    key: str
    kind: QuestionKind
    title: str
    options: list[OptionCount]
    is_quorum_met: bool
    is_passed: bool
    winner: str | None
    reason: Reason
    present: int | None
    valid: int | None


class ResultOut(Out):
    ballot_id: UUID
    topic_id: UUID
    place_id: UUID | None
    place_path: str | None
    title: str
    status: BallotStatus
    electorate: Electorate
    legal_effect: LegalEffect
    rule: RuleOut
    manifest_sha256: str
    roll_size: int
    turnout: int | None
    """Votes returned, abstentions among them; None where only outcomes are told."""
    outcome: TopicOutcome
    is_passed: bool
    """True when each question has passed."""
    reason: Reason
    """The reason of the first question that has not passed."""
    in_words: PlainWords
    """Tells whether it has passed, why, and what that means in law."""
    questions: list[QuestionResult]
    closed_at: datetime
    certified_at: datetime | None
    published_at: datetime | None


class BoardVote(Out):
    receipt_sha256: str
    """SHA-256, in hexadecimal digits, of: the SHA-256 of the receipt code in hexadecimal digits, a
    slash, and the key of the question."""
    choice: str


class VoteBoard(Out):
    """Votes of a published ballot on one question, for anybody to count again and for voters to
    find their own. Each question has a board of its own, so that nobody sees whole votes. Where
    the roll is smaller than 30, single votes could be guessed at: then it has totals only. Where
    fewer than 10 have voted, or all chose alike, it has neither."""

    ballot_id: UUID
    manifest_sha256: str
    question: str
    turnout: int | None
    totals: dict[str, int] | None
    board_sha256: str | None
    """SHA-256 over all lines in order: receipt_sha256, a space, choice, a line feed."""
    is_totals_only: bool
    items: list[BoardVote]
    next_cursor: str | None


class BoardQuery(PageQuery):
    question: Annotated[str, line(32)]
    """Key of the question."""
