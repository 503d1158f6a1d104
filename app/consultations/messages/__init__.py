"""Messages of consultations, and the listeners that send them."""

from app.consultations.messages import ballots, households, opinions, topics
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message

MESSAGES: tuple[type[Message], ...] = (
    *ballots.MESSAGES,
    *households.MESSAGES,
    *opinions.MESSAGES,
    *topics.MESSAGES,
)
LISTENERS: tuple[Listener, ...] = (
    *ballots.LISTENERS,
    *opinions.LISTENERS,
    *topics.LISTENERS,
)
