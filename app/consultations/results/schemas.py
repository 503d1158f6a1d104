"""Results and the vote board as the API shows them."""

from datetime import datetime
from uuid import UUID

from app.consultations.ballots.schemas import RuleOut
from app.consultations.models import BallotStatus, Electorate, LegalEffect, QuestionKind
from app.consultations.results.outcome import Reason
from app.kernel.web.schemas import Out


class OptionCount(Out):
    key: str
    title: str
    votes: int


class QuestionResult(Out):
    key: str
    kind: QuestionKind
    title: str
    options: list[OptionCount]
    is_quorum_met: bool
    is_passed: bool
    winner: str | None
    reason: Reason
    present: int
    valid: int


class ResultOut(Out):
    ballot_id: UUID
    topic_id: UUID
    title: str
    status: BallotStatus
    electorate: Electorate
    legal_effect: LegalEffect
    rule: RuleOut
    manifest_sha256: str
    roll_size: int
    turnout: int
    """Votes returned, abstentions among them."""
    questions: list[QuestionResult]
    closed_at: datetime
    certified_at: datetime | None
    published_at: datetime | None


class BoardVote(Out):
    receipt_sha256: str
    """SHA-256 of the receipt code, in hexadecimal digits."""
    choices: dict[str, str]


class VoteBoard(Out):
    """Votes of a published ballot, for anybody to count again and for voters to find their own.
    Where the roll is smaller than 30, single votes could be guessed at: then it has totals only,
    and no items."""

    ballot_id: UUID
    manifest_sha256: str
    turnout: int
    totals: dict[str, dict[str, int]]
    is_totals_only: bool
    items: list[BoardVote]
    next_cursor: str | None
