"""Events: one row a business fact, written in the transaction in which it happened."""

from datetime import datetime
from functools import cache
from typing import Any, ClassVar, NamedTuple, cast
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Index, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel import clock
from app.kernel.crypto.boxes import Unopenable
from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import EMITTED, LISTENED_KINDS, Base
from app.kernel.jobs.leases import Leased, Queue
from app.kernel.privacy.at_rest import PaddedJson
from app.kernel.privacy.sealed import Row, own


class Event(BaseModel):
    """A business fact; its fields are ids, never personal data."""

    model_config = ConfigDict(frozen=True)
    kind: ClassVar[str]


class Unreadable(Exception):
    """This version has no listener for the event, or cannot read what it holds."""


class StoredEvent(NamedTuple):
    """Kind and payload of an event, and the listener's name where a row is of one listener."""

    kind: str
    payload: dict[str, Any]
    listener: str | None = None


class HasEvent(Leased):
    """Rows of a queue that hold an event. What has happened is sealed, for it would tell who has
    complained, or that somebody has become a member; in clear stands the feature alone."""

    kind: Mapped[str]
    """Family of the kind: the name of its feature. What the version before has written holds the
    whole kind, and its payload in clear."""
    payload: Mapped[dict[str, Any] | None]
    """None but in rows of the version before."""
    event_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "personal"})
    event = PaddedJson("event_sealed", least=256)
    """JSON of `StoredEvent`."""

    @property
    def is_of_former_version(self) -> bool:
        return self.event_sealed is None

    def read(self) -> StoredEvent:
        """Opens the event for its listeners and for the operator. Raises Unreadable."""
        if self.event_sealed is None:
            return StoredEvent(self.kind, self.payload or {}, getattr(self, "listener", None))
        try:
            opened: Any = own(cast(Row, self), HasEvent.event)
            return StoredEvent(**opened)
        except (Unopenable, TypeError):
            raise Unreadable("unopenable") from None


def family_of(kind: str) -> str:
    return kind.partition(".")[0]


class EventRow(HasEvent, Base):
    """Open until it is settled: each of its listeners has handled it, or has a row of its own in
    `listener_failures` from which it is tried again."""

    __tablename__ = "events"
    PRIVACY = "internal"
    settled_at: Mapped[datetime | None]
    failures: Mapped[int]
    """Counted by workers of the version before `listener_failures`; 0 since then."""
    error: Mapped[str | None]
    """Why no worker could read it so far."""

    __table_args__ = (
        Index("ix_events_due", "due_at", "id", postgresql_where=text("settled_at IS NULL")),
        Index(
            "ix_events_due_here",
            *("community_id", "due_at", "id"),
            postgresql_where=text("settled_at IS NULL"),
        ),
    )

    @property
    def event_id(self) -> UUID:
        return self.id


EVENTS = Queue(EventRow, EventRow.settled_at)


async def settle(session: AsyncSession, row: EventRow, now: datetime) -> None:
    """Close an event whose listeners have all run, whoever holds its lease by now. Two workers
    whose listeners hang for longer than a lease would else take it from each other for ever.
    Nobody reads it any more: what the version before has left in clear goes."""
    former = {"kind": family_of(row.kind), "payload": None} if row.is_of_former_version else {}
    await session.execute(
        update(EventRow)
        .filter_by(community_id=row.community_id, id=row.id, settled_at=None)
        .values(settled_at=now, error=None, leased_until=None, **former)
    )


class HandledEvent(CommunityScoped, Base):
    """One listener has handled one event; under an id that is made of both."""

    __tablename__ = "handled_events"
    PRIVACY = "internal"
    handled_at: Mapped[datetime]


def emit(session: AsyncSession, community_id: UUID, event: Event) -> None:
    """Write the event in the caller's transaction, unless this program has no listener for it."""
    listened_kinds = session.info.get(LISTENED_KINDS)
    if listened_kinds is not None and event.kind not in listened_kinds:
        return
    row = EventRow(
        community_id=community_id,
        kind=family_of(event.kind),
        event=stored(event),
        due_at=clock.now(),
        failures=0,
    )
    session.add(row)
    session.info[EMITTED] = True


def stored(event: Event) -> dict[str, Any]:
    return StoredEvent(event.kind, event.model_dump(mode="json"))._asdict()


def seal_event(community_id: UUID, event_id: UUID, event: Event) -> bytes:
    """Seals an event for `emit_rows_sql`."""
    return EventRow.event.seal_for(EventRow, community_id, event_id, stored(event))


@cache
def emit_rows_sql(table: str) -> str:
    """Returns the statement that emits for a group: $2 ids of rows of `table` that the group has
    written, $3 ids of the events, $4 the sealed events, $5 the family, $6 the instant. It is
    driven by `table` as `store_rows_sql` is."""
    return f"""
INSERT INTO events AS e (community_id, id, kind, event_sealed, due_at, failures)
SELECT r.community_id, u.id, $5, u.event, $6, 0
FROM {table} r
JOIN unnest($2::uuid[], $3::uuid[], $4::bytea[]) AS u (row_id, id, event) ON r.id = u.row_id
WHERE r.community_id = $1
"""
