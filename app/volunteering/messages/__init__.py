"""Messages of volunteering, and the listeners that send them."""

from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message
from app.volunteering.messages import changes, cover, guardians, offers, ratings, signups
from app.volunteering.messages.signups import PlaceIsYours, SignupRejected

__all__ = ["LISTENERS", "MESSAGES", "PlaceIsYours", "SignupRejected"]

PARTS = (signups, offers, changes, guardians, ratings)
MESSAGES: tuple[type[Message], ...] = (
    *(message for part in PARTS for message in part.MESSAGES),
    *cover.MESSAGES,
)
LISTENERS: tuple[Listener, ...] = tuple(one for part in PARTS for one in part.LISTENERS)
