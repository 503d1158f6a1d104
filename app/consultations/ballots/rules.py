"""Conditions under which a ballot may be announced. Pure; asked of drafts, too, so that staff learn
of them before they invite people."""

from datetime import datetime, timedelta
from typing import Any, Protocol

from app.consultations.errors import (
    LegalEffectNotOffered,
    PluralityNeedsChoice,
    RuleTooWeak,
    WindowTooShort,
)
from app.consultations.models import LegalEffect, QuestionKind, Rule
from app.kernel.errors import DomainError

OFFERED = frozenset({LegalEffect.ADVISORY})
"""The legal effects that a ballot may have. A resolution needs meetings, a roll from the register
and votes on paper, which do not exist yet (docs/domain.md)."""
MIN_WINDOW = timedelta(days=1)


class Asked(Protocol):
    """A draft: the body of a request, or the row."""

    @property
    def legal_effect(self) -> LegalEffect: ...
    @property
    def opens_at(self) -> datetime: ...
    @property
    def closes_at(self) -> datetime: ...


def require_sound(asked: Asked, questions: list[dict[str, Any]], rule: dict[str, Any]) -> None:
    """Raises the first reason for which such a ballot may not be announced."""
    refusal = (
        refusal_by_effect(asked.legal_effect)
        or refusal_by_window(asked.opens_at, asked.closes_at)
        or refusal_by_rule(Rule.read(rule), {QuestionKind(one["kind"]) for one in questions})
    )
    if refusal is not None:
        raise refusal


def refusal_by_effect(effect: LegalEffect) -> DomainError | None:
    """Refuses every effect that is not offered; carries those that are."""
    return None if effect in OFFERED else LegalEffectNotOffered(offered=sorted(OFFERED))


def refusal_by_window(opens_at: datetime, closes_at: datetime) -> DomainError | None:
    earliest = opens_at + MIN_WINDOW
    return None if closes_at >= earliest else WindowTooShort(earliest=earliest)


def refusal_by_rule(rule: Rule, kinds: set[QuestionKind]) -> DomainError | None:
    """Refuses a quorum that nobody has to meet, and a share below one half: fewer than half decide
    only by plurality, which the rule then names."""
    if rule.plurality and QuestionKind.SINGLE not in kinds:
        return PluralityNeedsChoice()
    quorum, passing = rule.quorum, rule.passing
    is_weak = quorum.numerator == 0 or 2 * passing.numerator < passing.denominator
    return RuleTooWeak() if is_weak else None
