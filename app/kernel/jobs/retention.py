"""Retention: rows that are stored for a while and then deleted (keys, handled events, counts)."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from app.kernel.database.columns import PLATFORM, CommunityScoped
from app.kernel.database.idempotency import IdempotencyRecord
from app.kernel.errors import Text
from app.kernel.jobs.events import EventRow, HandledEvent
from app.kernel.jobs.failures import ListenerFailure
from app.kernel.jobs.heartbeat import Heartbeat
from app.kernel.jobs.sweeps import DueRows, Key, Sweep, SweepFailure, SweepRun
from app.kernel.privacy.audit import AuditContent, AuditEntry, concerns
from app.kernel.privacy.personal_data import Blanked, Kept, Period, Person, PersonalData
from app.kernel.web.limits import Count

BATCH_SIZE = 5000

Column = InstrumentedAttribute[Any]
LIFETIMES: tuple[tuple[type[CommunityScoped], Column, timedelta], ...] = (
    (IdempotencyRecord, IdempotencyRecord.expires_at, timedelta(0)),
    (HandledEvent, HandledEvent.handled_at, timedelta(days=14)),
    (EventRow, EventRow.settled_at, timedelta(days=7)),
    (Count, Count.ends_at, timedelta(days=1)),
    (SweepRun, SweepRun.slot_at, timedelta(days=7)),
    (SweepFailure, SweepFailure.failed_at, timedelta(days=7)),
    (Heartbeat, Heartbeat.beat_at, timedelta(days=7)),
)
"""Rows to remove: model, the column that dates them, and how long they are stored. What says that
an event was handled outlives the event.
A listener that has failed has a copy of its event, and dead letters are never deleted."""


def _finder(
    model: type[CommunityScoped], since: Column, lifetime: timedelta
) -> Callable[[datetime], DueRows]:
    def due(now: datetime) -> DueRows:
        """Selects communities that have something too old; they stand for their rows."""
        return (
            select(model.community_id, model.community_id.label("row_id"), func.min(since))
            .where(since < now - lifetime)
            .group_by(model.community_id)
        )

    return due


def _remover(
    model: type[CommunityScoped], since: Column, lifetime: timedelta
) -> Callable[[AsyncSession, Key, datetime], Awaitable[None]]:
    async def remove(session: AsyncSession, key: Key, now: datetime) -> None:
        """A batch of one community, the oldest first, so that the next round takes the next."""
        # DELETE knows no LIMIT, and one statement must not run for minutes.
        batch = (
            select(model.id)
            .where(model.community_id == key[0], since < now - lifetime)
            .order_by(since)
            .limit(BATCH_SIZE)
        )
        await session.execute(
            delete(model).where(model.community_id == key[0], model.id.in_(batch))
        )

    return remove


SWEEPS = tuple(
    Sweep(
        f"retention.{model.__name__}",
        timedelta(minutes=10),
        _finder(model, since, lifetime),
        _remover(model, since, lifetime),
    )
    for model, since, lifetime in LIFETIMES
)

IDS_ALONE = "an event names rows by their ids, and holds no words of anybody"

AUDIT_CONTENT_LIFETIME = timedelta(days=3 * 365)
"""Time for which it can be read what an entry says beyond ids. The entry itself stays."""


def _concerning(person: Person) -> ColumnElement[bool]:
    ids = [id_ for id_ in (person.id_in_community, person.user_id) if id_ is not None]
    community_id = person.community_id or PLATFORM
    return and_(AuditContent.community_id == community_id, concerns(community_id, *ids))


PERSONAL_DATA = (
    PersonalData(
        model=EventRow,
        nobody=IDS_ALONE,
        erasure=Kept(IDS_ALONE),
        retention=Period(timedelta(days=7), EventRow.settled_at, by="retention.EventRow"),
    ),
    PersonalData(
        model=ListenerFailure,
        nobody=IDS_ALONE,
        erasure=Kept(IDS_ALONE),
        retention=Kept("until an operator has had it tried again"),
    ),
    PersonalData(
        model=AuditEntry,
        nobody="who acted is named by an id; who was concerned stands sealed in the content",
        erasure=Kept("proof of what the staff did; nobody may change it"),
        retention=Kept("proof of what the staff did; nobody may change it"),
    ),
    PersonalData(
        model=AuditContent,
        title=Text("工作人员的操作和查看记录", "What staff did and looked at"),
        rows=_concerning,
        withheld={
            "content_sealed": "the access log shows it in words, without the login of the staff",
            "about_sealed": "it is the id of the person who asks",
        },
        erasure=Blanked({"about": None, "content": None}),
        ties=False,
        retention=Period(
            AUDIT_CONTENT_LIFETIME,
            AuditContent.at,
            only=AuditContent.content_sealed.is_not(None),
            then=Blanked({"about": None, "content": None}),
        ),
    ),
    PersonalData(
        model=IdempotencyRecord,
        nobody="its id is a digest of actor and key: nobody is found by it",
        erasure=Kept("gone after 72 hours, long before an erasure is due"),
        retention=Period(
            timedelta(0), IdempotencyRecord.expires_at, by="retention.IdempotencyRecord"
        ),
    ),
)
