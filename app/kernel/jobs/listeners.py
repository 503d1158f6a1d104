"""Listeners: what follows an event, under a name that outlives the function."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.crypto.digests import keyed_digest
from app.kernel.jobs.events import Event

Handle = Callable[[AsyncSession, UUID, Any], Awaitable[None]]
"""Takes the session of a transaction of its own, the community, and the event."""


@dataclass(frozen=True, slots=True)
class Listener:
    """One function that follows one kind of event, once for each event."""

    name: str
    """Written with the event that it has handled, so it never changes: feature, dot, what it does.
    A function may be renamed or moved; its listener keeps the name."""
    event: type[Event]
    handle: Handle
    carries_rule: bool = False
    """True where a rule rests on it: it is then tried for days. A listener that only sends messages
    is given up sooner."""
    formerly: str = ""
    """Name under which an earlier version wrote what it had handled, and may write it still while
    both versions are at work."""

    def handled_ids(self, event_id: UUID, *, is_of_former_version: bool = False) -> list[UUID]:
        """Ids in `handled_events` that say that it has handled the event. An event of the version
        before has the ids that its workers know: one for each name."""
        if not is_of_former_version:
            return [handled_id(event_id, self.name)]
        names = [self.name, self.formerly] if self.formerly else [self.name]
        return [former_handled_id(event_id, name) for name in names]


def handled_id(event_id: UUID, name: str) -> UUID:
    """Returns an id made of both, so that no look-up is needed to write it once. It is keyed: the
    names of listeners are known, and would tell what has happened."""
    return UUID(bytes=keyed_digest("handled event", event_id.bytes, name))


def former_handled_id(event_id: UUID, name: str) -> UUID:
    """Returns the id that the version before has written: without a key."""
    return UUID(bytes=blake2b(event_id.bytes + name.encode(), digest_size=16).digest())
