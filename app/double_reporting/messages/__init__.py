"""Messages of double reporting: their texts, and the listeners that send them."""

from app.double_reporting.messages import duties, post_claims, registrations, residences, units
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message

MESSAGES: tuple[type[Message], ...] = (
    *duties.MESSAGES,
    *post_claims.MESSAGES,
    *registrations.MESSAGES,
    *residences.MESSAGES,
    *units.MESSAGES,
)
LISTENERS: tuple[Listener, ...] = (
    *duties.LISTENERS,
    *post_claims.LISTENERS,
    *registrations.LISTENERS,
    *residences.LISTENERS,
    *units.LISTENERS,
)
