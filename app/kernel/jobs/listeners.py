"""Listeners: what follows an event, under a name that outlives the function."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.jobs.events import Event

Handle = Callable[[AsyncSession, UUID, Any], Awaitable[None]]
"""Takes the session of a transaction of its own, the community, and the event."""


@dataclass(frozen=True, slots=True)
class Listener:
    """One function that follows one kind of event, once for each event."""

    name: str
    """Written with the event that it has handled, so it never changes: `volunteering.free_places`.
    A function may be renamed or moved; its listener keeps the name."""
    event: type[Event]
    handle: Handle
    carries_rule: bool = False
    """Whether a rule rests on it (a consent withdrawn, places given up): it is then tried for
    days. One that only tells people is given up sooner."""
