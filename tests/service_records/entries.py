"""Service entries that tests start from."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from app.communities.models import Channel, Participant
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.kernel.database.states import Stateful
from app.kernel.words import Worded
from app.service_records.models import (
    AnomalyKind,
    EntryObjection,
    EntryStatus,
    Occasion,
    OccasionKind,
    OccasionStatus,
    ServiceAnomaly,
    ServiceEntry,
)


async def an_occasion(
    database: Database, community_id: UUID, *, hours: int = 2, **columns: Any
) -> Occasion:
    """Saves an occasion that has ended an hour ago, without a shift."""
    ends_at = columns.pop("ends_at", clock.now() - timedelta(hours=1))
    defaults: dict[str, Any] = {
        "id": uuid7(),
        "kind": OccasionKind.DUTY,
        "source_id": uuid7(),
        "title": "河道巡护",
        "starts_at": ends_at - timedelta(hours=hours),
        "ends_at": ends_at,
        "status": OccasionStatus.OPEN,
        "code_key": bytes(32),
    }
    occasion = Occasion(community_id=community_id, **(defaults | columns))
    put(occasion, OccasionStatus.ENDED)
    async with database.transaction() as session:
        session.add(occasion)
    return occasion


def entry_of(
    occasion: Occasion,
    participant_id: UUID,
    status: EntryStatus = EntryStatus.RECORDED,
    **columns: Any,
) -> ServiceEntry:
    """Makes the entry of a presence during all of the occasion, in the state."""
    now = clock.now()
    minutes = (occasion.ends_at - occasion.starts_at) // timedelta(minutes=1)
    defaults: dict[str, Any] = {
        "participant_id": participant_id,
        "occasion_id": occasion.id,
        "attendance_id": uuid7(),
        "source": occasion.kind,
        "source_id": occasion.source_id,
        "title": occasion.title,
        "served_on": clock.day_of(occasion.starts_at),
        "starts_at": occasion.starts_at,
        "ends_at": occasion.ends_at,
        "minutes": minutes,
        "is_closed_by_sweep": False,
        "recorded_at": now,
    }
    if status in {EntryStatus.REVIEWED, EntryStatus.IN_NOTICE, EntryStatus.CONFIRMED}:
        defaults |= {"reviewed_at": now, "reviewed_by": uuid7()}
    if status is EntryStatus.IN_NOTICE:
        ends = now + timedelta(days=3)
        defaults |= {"posted_at": now, "posted_by": uuid7(), "notice_ends_at": ends}
    if status is EntryStatus.CONFIRMED:
        defaults |= {"notice_ends_at": now, "confirmed_at": now}
    entry = ServiceEntry(
        community_id=occasion.community_id,
        status=EntryStatus.RECORDED,
        **(defaults | columns),
    )
    put(entry, status)
    return entry


def put(row: Stateful, status: Worded) -> None:
    """Puts a new row into a state to which its verbs would lead."""
    row._is_moving = True
    row.status = status
    row._is_moving = False


async def an_entry(
    database: Database,
    person: Participant,
    status: EntryStatus = EntryStatus.RECORDED,
    *,
    occasion: Occasion | None = None,
    **columns: Any,
) -> ServiceEntry:
    """Saves an entry of the person, at an occasion of its own unless one is given."""
    occasion = occasion or await an_occasion(database, person.community_id)
    entry = entry_of(occasion, person.id, status, **columns)
    async with database.transaction() as session:
        session.add(entry)
    return entry


async def an_objection(
    database: Database, entry: ServiceEntry, by: Participant, reason: str = "当天没有看到他"
) -> EntryObjection:
    assert by.user_id is not None
    objection = EntryObjection(
        community_id=entry.community_id,
        entry_id=entry.id,
        participant_id=by.id,
        reason=reason,
        objected_at=clock.now(),
        entered_by=by.user_id,
        channel=Channel.SELF,
        witness=None,
    )
    async with database.transaction() as session:
        session.add(objection)
    return objection


async def an_anomaly(
    database: Database, entry: ServiceEntry, kind: AnomalyKind = AnomalyKind.BACK_DATED
) -> ServiceAnomaly:
    anomaly = ServiceAnomaly(
        community_id=entry.community_id,
        kind=kind,
        subject_id=entry.attendance_id,
        occasion_id=entry.occasion_id,
        participant_id=entry.participant_id,
        number=30,
        noted_at=clock.now(),
    )
    async with database.transaction() as session:
        session.add(anomaly)
    return anomaly
