"""Changes of service entries. Each locks its entries in the order of ids."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, load_active_participant, record_desk_act
from app.communities.calendars.queries import working_days_from
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.kernel import clock
from app.kernel.database.engine import get_row, lock
from app.kernel.errors import DomainError
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.service_records.entries.errors import EntryCorrected, OwnServiceEntry
from app.service_records.entries.second_persons import Decider, load_decider
from app.service_records.events import (
    EntryConfirmed,
    EntryObjected,
    EntryPosted,
    EntryReturned,
    ObjectionAnswered,
    OccasionEntriesMoved,
)
from app.service_records.models import (
    EntryObjection,
    EntryStatus,
    Occasion,
    ServiceEntry,
)

NOTICE_WORKING_DAYS = 3
"""Working days for which an entry is shown before it counts."""

Outcome = tuple[ServiceEntry, DomainError | None]


async def review(session: AsyncSession, entry: ServiceEntry, by: Staff) -> ServiceEntry:
    """Reviews an entry. Raises OwnServiceEntry, and SecondPersonNeeded for who has vouched."""
    await lock(session, entry)
    _review(session, entry, await load_decider(session, by, [entry]), clock.now())
    _moved(session, entry.community_id, [entry])
    return entry


async def review_all(
    session: AsyncSession, occasion: Occasion, ids: Collection[UUID] | None, by: Staff
) -> list[Outcome]:
    """Reviews the recorded entries of an occasion, or those that are named. What refuses one does
    not hold up the others."""
    entries = await _locked(session, occasion, ids, EntryStatus.RECORDED)
    decider, now = await load_decider(session, by, entries), clock.now()
    return _each(session, entries, lambda entry: _review(session, entry, decider, now))


async def post(session: AsyncSession, entry: ServiceEntry, by: Staff) -> ServiceEntry:
    """Shows an entry to the community for its notice period; objections are dismissed by it."""
    await lock(session, entry)
    decider, now = await load_decider(session, by, [entry]), clock.now()
    _post(session, entry, decider, now, await _notice_end(session, by.community_id, now))
    await _answer_objections(session, [entry], now, is_upheld=False)
    _moved(session, entry.community_id, [entry])
    return entry


async def post_all(
    session: AsyncSession, occasion: Occasion, ids: Collection[UUID] | None, by: Staff
) -> list[Outcome]:
    """Posts the reviewed entries of an occasion, or those that are named. One with an objection
    is posted by itself alone: somebody has to have read it."""
    entries = await _locked(session, occasion, ids, EntryStatus.REVIEWED)
    if ids is None:
        objected = {one.entry_id for one in await _open_objections(session, entries)}
        entries = [entry for entry in entries if entry.id not in objected]
    decider, now = await load_decider(session, by, entries), clock.now()
    end = await _notice_end(session, by.community_id, now)
    done = _each(session, entries, lambda entry: _post(session, entry, decider, now, end))
    posted = [entry for entry, refusal in done if refusal is None]
    await _answer_objections(session, posted, now, is_upheld=False)
    return done


async def give_back(
    session: AsyncSession, entry: ServiceEntry, reason: str, by: Staff
) -> ServiceEntry:
    """Returns an entry to the leaders, with a reason; objections are upheld by it."""
    await lock(session, entry)
    (await load_decider(session, by, [entry])).require_not_own(entry)
    now = clock.now()
    entry.return_(now, by.id, reason)
    await _answer_objections(session, [entry], now, is_upheld=True)
    emit(session, entry.community_id, EntryReturned(entry_id=entry.id))
    record(session, by, "service_entry.returned", entry, entry.participant_id)
    _moved(session, entry.community_id, [entry])
    return entry


async def resubmit(
    session: AsyncSession, entry: ServiceEntry, note: str, acting: ActingFor
) -> ServiceEntry:
    """Answers a return: the entry is reviewed again, as it is. Raises EntryCorrected where another
    one stands in its place."""
    await lock(session, entry)
    entry.require("resubmit")
    await require_uncorrected(session, entry)
    person = await get_row(session, Participant, entry.community_id, entry.participant_id)
    if person.user_id == acting.by:
        raise OwnServiceEntry
    entry.resubmit(acting.by, note)
    _moved(session, entry.community_id, [entry])
    record_desk_act(session, entry.community_id, acting, "service_entry.resubmitted", entry)
    return entry


async def object_to(
    session: AsyncSession, entry: ServiceEntry, reason: str, acting: ActingFor
) -> ServiceEntry:
    """Objects to an entry in its notice period: it goes back to the reviewers."""
    person = await load_active_participant(session, entry.community_id, acting)
    await lock(session, entry)
    entry.object()
    objection = EntryObjection(
        community_id=entry.community_id,
        entry_id=entry.id,
        participant_id=person.id,
        reason=reason,
        objected_at=clock.now(),
        **acting.columns,
    )
    session.add(objection)
    event = EntryObjected(entry_id=entry.id, objection_id=objection.id)
    emit(session, entry.community_id, event)
    _moved(session, entry.community_id, [entry])
    record_desk_act(session, entry.community_id, acting, "service_entry.objected", objection)
    return entry


async def confirm(session: AsyncSession, entry: ServiceEntry, now: datetime) -> None:
    """Confirms an entry whose notice period is over; nothing where somebody has objected."""
    await lock(session, entry)
    is_over = entry.notice_ends_at is not None and entry.notice_ends_at <= now
    if entry.status is EntryStatus.IN_NOTICE and is_over:
        entry.confirm(now)
        emit(session, entry.community_id, EntryConfirmed(entry_id=entry.id))


async def require_uncorrected(session: AsyncSession, entry: ServiceEntry) -> None:
    """Raises EntryCorrected where another entry stands in the place of a locked one."""
    correction = select(ServiceEntry.id).where(
        ServiceEntry.community_id == entry.community_id, ServiceEntry.corrects_id == entry.id
    )
    if await session.scalar(correction) is not None:
        raise EntryCorrected


def _review(session: AsyncSession, entry: ServiceEntry, decider: Decider, now: datetime) -> None:
    entry.require("review")
    decider.require_second(entry)
    entry.review(now, decider.staff.id)
    record(session, decider.staff, "service_entry.reviewed", entry, entry.participant_id)


def _post(
    session: AsyncSession, entry: ServiceEntry, decider: Decider, now: datetime, end: datetime
) -> None:
    entry.require("post")
    decider.require_not_own(entry)
    entry.post(now, decider.staff.id, end)
    emit(session, entry.community_id, EntryPosted(entry_id=entry.id))
    record(session, decider.staff, "service_entry.posted", entry, entry.participant_id)


def _each(
    session: AsyncSession, entries: Sequence[ServiceEntry], act: Callable[[ServiceEntry], None]
) -> list[Outcome]:
    """Does it to each entry, and returns what refused those to which it could not be done."""
    done: list[Outcome] = []
    for entry in entries:
        try:
            act(entry)
        except DomainError as refusal:
            done.append((entry, refusal))
        else:
            done.append((entry, None))
    moved = [entry for entry, refusal in done if refusal is None]
    if moved:
        _moved(session, moved[0].community_id, moved)
    return done


def _moved(session: AsyncSession, community_id: UUID, entries: Sequence[ServiceEntry]) -> None:
    for occasion_id in sorted({entry.occasion_id for entry in entries}):
        emit(session, community_id, OccasionEntriesMoved(occasion_id=occasion_id))


async def _locked(
    session: AsyncSession,
    occasion: Occasion,
    ids: Collection[UUID] | None,
    status: EntryStatus,
) -> Sequence[ServiceEntry]:
    """Locks the entries of an occasion that are named, or all in the state."""
    chosen = ServiceEntry.status == status if ids is None else ServiceEntry.id.in_(ids)
    statement = (
        select(ServiceEntry)
        .where(
            ServiceEntry.community_id == occasion.community_id,
            ServiceEntry.occasion_id == occasion.id,
            ServiceEntry.reverses_id.is_(None),
            chosen,
        )
        .order_by(ServiceEntry.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    return (await session.scalars(statement)).all()


async def _notice_end(session: AsyncSession, community_id: UUID, now: datetime) -> datetime:
    calendar = await working_days_from(session, community_id, now)
    return calendar.end_after(now, NOTICE_WORKING_DAYS)


async def _open_objections(
    session: AsyncSession, entries: Sequence[ServiceEntry]
) -> Sequence[EntryObjection]:
    if not entries:
        return ()
    query = select(EntryObjection).where(
        EntryObjection.community_id == entries[0].community_id,
        EntryObjection.entry_id.in_([entry.id for entry in entries]),
        EntryObjection.answered_at.is_(None),
    )
    return (await session.scalars(query)).all()


async def _answer_objections(
    session: AsyncSession, entries: Sequence[ServiceEntry], now: datetime, *, is_upheld: bool
) -> None:
    for objection in await _open_objections(session, entries):
        objection.answered_at, objection.is_upheld = now, is_upheld
        answered = ObjectionAnswered(objection_id=objection.id)
        emit(session, objection.community_id, answered)
