"""Answers for several dates, in the language that the caller prefers."""

from collections.abc import Sequence

from fastapi import Request

from app.kernel.errors import DomainError
from app.kernel.web.problems import prefers_english
from app.volunteering.activity_signups.schemas import DateAnswer, DateAnswers, DateProblem
from app.volunteering.activity_signups.service import DateOutcome


def show(request: Request, outcomes: Sequence[DateOutcome]) -> DateAnswers:
    is_english = prefers_english(request.headers.get("accept-language", ""))
    return DateAnswers(items=[_answer(one, is_english=is_english) for one in outcomes])


def _answer(one: DateOutcome, *, is_english: bool) -> DateAnswer:
    refusal = one.outcome if isinstance(one.outcome, DomainError) else None
    return DateAnswer(
        shift_id=one.shift_id,
        starts_at=one.starts_at,
        signup=None if isinstance(one.outcome, DomainError) else one.outcome,
        problem=None if refusal is None else DateProblem.of(refusal, is_english=is_english),
    )
