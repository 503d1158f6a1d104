"""Rule of how many opinions one resident may submit on a topic. Pure."""

from app.consultations.errors import TooManyOpinions
from app.kernel.errors import DomainError

MAX_OPINIONS_ON_TOPIC = 20
"""Opinions and replies of one resident on one topic, hidden and withdrawn ones included: whoever
could withdraw and post again without end could fill a topic."""


def refusal_by_cap(opinions: int) -> DomainError | None:
    """Refuses another opinion of a resident who has posted that many on the topic."""
    has_too_many = opinions >= MAX_OPINIONS_ON_TOPIC
    return TooManyOpinions(most=MAX_OPINIONS_ON_TOPIC) if has_too_many else None
