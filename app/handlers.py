"""The one list of listeners: what follows an event, each once, in its own transaction."""

from collections import defaultdict

from app.consultations import messages as consultation_messages
from app.double_reporting import events as reporting
from app.double_reporting import listeners as reporting_listeners
from app.double_reporting import messages as reporting_messages
from app.feedback import messages as feedback_messages
from app.kernel.jobs.events import Event, Handler, Handlers
from app.kernel.jobs.listeners import Listener
from app.notifications import community_messages, security_messages
from app.notifications.inbox import Message
from app.volunteering import listeners as volunteering_listeners
from app.volunteering import messages as volunteering_messages

LISTENERS: tuple[Listener, ...] = (
    *security_messages.LISTENERS,
    *community_messages.LISTENERS,
    *volunteering_listeners.LISTENERS,
    *volunteering_messages.LISTENERS,
    *consultation_messages.LISTENERS,
    *feedback_messages.LISTENERS,
    *reporting_listeners.LISTENERS,
    *reporting_messages.LISTENERS,
)
_MESSAGES: tuple[type[Message], ...] = (
    *security_messages.MESSAGES,
    *community_messages.MESSAGES,
    *volunteering_messages.MESSAGES,
    *consultation_messages.MESSAGES,
    *feedback_messages.MESSAGES,
    *reporting_messages.MESSAGES,
)
MESSAGES = {message.kind: message for message in _MESSAGES}
"""Every message that an inbox can show, by its kind."""


def _handlers(*unheard: type[Event]) -> Handlers:
    """The functions of each event; `unheard` are known, and nothing follows them."""
    found: defaultdict[type[Event], tuple[Handler, ...]] = defaultdict(tuple)
    for listener in LISTENERS:
        found[listener.event] += (listener.handle,)
    return {event: () for event in unheard} | dict(found)


HANDLERS = _handlers(
    reporting.UnitRegistrationSubmitted,
    reporting.UnitRegistrationReturned,
    reporting.UnitRegistrationApproved,
    reporting.UnitRegistrationDeclined,
    reporting.UnitRegistrationWithdrawn,
    reporting.UnitRegistrationEnded,
)
