"""The functions that follow each event, from the listeners of all features."""

from collections import defaultdict

from app.double_reporting import events as reporting
from app.features import LISTENERS
from app.kernel.jobs.events import Event, Handler, Handlers


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
