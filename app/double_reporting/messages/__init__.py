"""Messages of double reporting: each with its texts, and the listener that sends it."""

from app.double_reporting.messages import post_claims, registrations
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message

MESSAGES: tuple[type[Message], ...] = (
    *post_claims.MESSAGES,
    *registrations.MESSAGES,
)
LISTENERS: tuple[Listener, ...] = (
    *post_claims.LISTENERS,
    *registrations.LISTENERS,
)
