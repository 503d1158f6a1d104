"""Runs the listeners of events: each once for an event, in a transaction of its own, whoever else
is at work and whichever of them fail."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from pydantic import ValidationError
from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert

from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.jobs.events import (
    EVENTS,
    Event,
    EventRow,
    HandledEvent,
    StoredEvent,
    Unreadable,
    settle,
)
from app.kernel.jobs.failures import FAILURES, ListenerFailure, after_attempt, record_failure
from app.kernel.jobs.listeners import Listener
from app.kernel.logs import where

log = logging.getLogger(__name__)

UNREADABLE_DELAY = timedelta(seconds=30)
"""Time for which an event that this version cannot read is left to workers of another version."""
LISTENER_TIMEOUT_SECONDS = 30


class Dispatcher:
    """Follows events with the listeners that it is given."""

    def __init__(self, database: Database, listeners: Sequence[Listener]) -> None:
        self._database = database
        self._listeners: defaultdict[str, list[Listener]] = defaultdict(list)
        for listener in listeners:
            self._listeners[listener.event.kind].append(listener)

    async def run_events(self, stop: asyncio.Event) -> int:
        """One round over the communities in which something has happened; counts the events."""
        return await EVENTS.run_due(self._database, self._follow, stop)

    async def run_retries(self, stop: asyncio.Event) -> int:
        """One round over the listeners that have failed and are due again; counts them."""
        return await FAILURES.run_due(self._database, self._retry, stop)

    async def _follow(self, row: EventRow) -> None:
        """Run all listeners once. Those that fail are tried again later, each by itself."""
        try:
            stored = row.read()
            event = self._event_of(stored)
        except Unreadable as unreadable:
            return await self._put_back(row, unreadable)
        failed: list[tuple[Listener, Exception]] = []
        for listener in self._listeners[stored.kind]:
            error = await self._run(listener, row, event)
            if error is not None:
                failed.append((listener, error))
        now = clock.now()
        # Each listener has committed by now. If the worker dies here, the event stays open, and
        # the marks of its listeners keep them from running again.
        async with self._database.transaction() as session:
            await settle(session, row, now)
            for listener, error in failed:
                await record_failure(session, row, listener, error, now)

    async def _retry(self, row: ListenerFailure) -> None:
        try:
            stored = row.read()
            listener = self._find(stored)
            event = self._event_of(stored)
        except Unreadable as unreadable:
            return await self._put_back(row, unreadable)
        error = await self._run(listener, row, event)
        async with self._database.transaction() as session:
            if error is None:
                await session.execute(
                    delete(ListenerFailure).filter_by(community_id=row.community_id, id=row.id)
                )
            else:
                values = after_attempt(row, listener, error, clock.now())
                await FAILURES.write(session, row, **values)

    def _find(self, stored: StoredEvent) -> Listener:
        for listener in self._listeners.get(stored.kind, ()):
            if listener.name == stored.listener:
                return listener
        raise Unreadable("unknown_listener")

    def _event_of(self, stored: StoredEvent) -> Event:
        if stored.kind not in self._listeners:
            raise Unreadable("unknown_kind")
        try:
            return self._listeners[stored.kind][0].event.model_validate(stored.payload)
        except ValidationError:
            raise Unreadable("invalid_payload") from None

    async def _run(
        self, listener: Listener, row: EventRow | ListenerFailure, event: Event
    ) -> Exception | None:
        """Returns the error of a listener that has failed; it has left nothing behind then."""
        community_id, now = row.community_id, clock.now()
        ids = listener.handled_ids(row.event_id, is_of_former_version=row.is_of_former_version)
        rows = [{"community_id": community_id, "id": id_, "handled_at": now} for id_ in ids]
        mark = insert(HandledEvent).on_conflict_do_nothing().returning(HandledEvent.id)
        try:
            async with (
                asyncio.timeout(LISTENER_TIMEOUT_SECONDS),
                self._database.transaction() as session,
            ):
                # First: another worker at the same event waits here until this transaction has
                # ended, and then knows whether the listener has run.
                marked = (await session.scalars(mark.values(rows))).all()
                if len(marked) == len(ids):
                    await listener.handle(session, community_id, event)
        except Exception as error:
            log.error("%s of %s failed: %s", listener.name, row.event_id, where(error))
            return error
        return None

    async def _put_back(self, row: EventRow | ListenerFailure, reason: Unreadable) -> None:
        """Leave it to a worker of another version, and count no failure."""
        log.warning("%s of kind %s cannot be read: %s", row.id, row.kind, reason)
        values = {"due_at": clock.now() + UNREADABLE_DELAY}
        async with self._database.transaction() as session:
            if isinstance(row, EventRow):
                await EVENTS.write(session, row, error=str(reason), **values)
            else:
                await FAILURES.write(session, row, **values)
