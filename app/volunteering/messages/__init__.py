"""Messages of volunteering, and the listeners that send them."""

from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message
from app.volunteering.messages import changes, cover, guardians, ratings, signups
from app.volunteering.messages.signups import PlaceIsYours, SignupRejected

__all__ = ["LISTENERS", "MESSAGES", "PlaceIsYours", "SignupRejected"]

MESSAGES: tuple[type[Message], ...] = (
    *(
        *signups.MESSAGES,
        *changes.MESSAGES,
        *guardians.MESSAGES,
        *cover.MESSAGES,
        *ratings.MESSAGES,
    ),
)
LISTENERS: tuple[Listener, ...] = (
    *(*signups.LISTENERS, *changes.LISTENERS, *guardians.LISTENERS, *ratings.LISTENERS),
)
