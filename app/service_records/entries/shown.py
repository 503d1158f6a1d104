"""Service entries as people and staff see them: names beside ids, and what each may do now."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.calendars.queries import working_days_from
from app.communities.display_names import display_names
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.identity.administrators.queries import names_of
from app.kernel import clock
from app.kernel.database.engine import get_row
from app.kernel.privacy.sealed import masked
from app.kernel.web.pages import Order, Page, newest_first, paginate, paginate_rows
from app.service_records.entries.policies import may_manage_entry
from app.service_records.entries.queries import (
    anomalies_of,
    confirmed_minutes,
    entries_for_staff,
    entries_in_notice,
    entries_of_person,
)
from app.service_records.entries.schemas import (
    AnomalyOut,
    AnomalyQuery,
    BatchItem,
    BatchOut,
    MyEntriesPage,
    MyEntriesQuery,
    NoticeOut,
    ObjectionOut,
    OccasionEntriesQuery,
    ServiceEntryOut,
    StaffEntryDetail,
    StaffEntryOut,
    StaffEntryQuery,
)
from app.service_records.entries.service import Outcome
from app.service_records.entries.words import WHAT
from app.service_records.models import (
    EntryObjection,
    EntryStatus,
    Occasion,
    ServiceAnomaly,
    ServiceEntry,
)

LATEST_SERVICE = Order((ServiceEntry.starts_at, ServiceEntry.id), is_descending=True)
STAFF_VERBS = frozenset({"review", "return", "post"})


def masked_name(person: Participant | None) -> str | None:
    """Returns the first character of the verified name, or else of the name that others see; none
    of a name of one character, which would be shown whole."""
    if person is None:
        return None
    shown = person.display_name
    return masked(person, Participant.real_name) or f"{shown[: len(shown) > 1]}**"


def show_entry(
    entry: ServiceEntry, person: Participant | None, *, is_mine: bool, leads: bool = False
) -> ServiceEntryOut:
    verbs = {"object"} | ({"resubmit"} if leads and not is_mine else set())
    of_caller: dict[str, Any] = {
        "masked_name": masked_name(person),
        "is_mine": is_mine,
        "return_reason": entry.return_reason if is_mine or leads else None,
        "actions": entry.actions(verbs),
    }
    return ServiceEntryOut(**_columns(ServiceEntryOut, entry, of_caller), **of_caller)


async def list_mine(session: AsyncSession, me: Participant, query: MyEntriesQuery) -> MyEntriesPage:
    """Lists a person's own entries, the latest service first."""
    statement = entries_of_person(me.community_id, me.id, query.status, query.year)
    page = await paginate(session, statement, query, LATEST_SERVICE)
    return MyEntriesPage(
        items=[show_entry(entry, me, is_mine=True) for entry in page.items],
        next_cursor=page.next_cursor,
        confirmed_minutes=await confirmed_minutes(session, me.community_id, me.id, year=query.year),
    )


async def list_notices(session: AsyncSession, me: Participant, query: Any) -> Page[NoticeOut]:
    """Lists the entries in their notice period, as the community sees them."""
    statement = entries_in_notice(me.community_id)
    page = await paginate_rows(session, statement, query, newest_first(ServiceEntry.id))
    return page.with_items([show_notice(entry, person, me) for entry, person in page.items])


def show_notice(entry: ServiceEntry, person: Participant | None, me: Participant) -> NoticeOut:
    of_caller: dict[str, Any] = {
        "masked_name": masked_name(person),
        "is_mine": entry.participant_id == me.id,
        "actions": entry.actions({"object"}),
    }
    return NoticeOut(**_columns(NoticeOut, entry, of_caller), **of_caller)


async def list_for_staff(
    session: AsyncSession, staff: Staff, query: StaffEntryQuery
) -> Page[StaffEntryOut]:
    statement = entries_for_staff(staff.community_id, query.status, query.participant_id, None)
    return await _page(session, staff, query, statement)


async def list_of_occasion(
    session: AsyncSession, staff: Staff, occasion: Occasion, query: OccasionEntriesQuery
) -> Page[StaffEntryOut]:
    statement = entries_for_staff(staff.community_id, query.status, None, occasion.id)
    return await _page(session, staff, query, statement)


async def show_to_staff(
    session: AsyncSession, entry: ServiceEntry, staff: Staff
) -> StaffEntryDetail:
    person = await get_row(session, Participant, entry.community_id, entry.participant_id)
    [shown] = await _show_all(session, staff, [(entry, person)])
    warning = None
    if entry.notice_ends_at is not None and entry.posted_at is not None:
        calendar = await working_days_from(session, entry.community_id, entry.posted_at)
        said = calendar.warning(entry.posted_at, entry.notice_ends_at)
        warning = None if said is None else said.zh
    return StaffEntryDetail(
        **shown.model_dump(),
        objections=await _objections(session, entry),
        calendar_warning=warning,
    )


async def show_batch(
    session: AsyncSession, community_id: UUID, outcomes: Sequence[Outcome]
) -> BatchOut:
    people = {entry.participant_id for entry, _ in outcomes}
    names = await display_names(session, community_id, people)
    ends = [entry.notice_ends_at for entry, _ in outcomes if entry.notice_ends_at is not None]
    warning = None
    if ends:
        now = clock.now()
        calendar = await working_days_from(session, community_id, now)
        said = calendar.warning(now, max(ends))
        warning = None if said is None else said.zh
    return BatchOut(
        items=[
            BatchItem(
                entry_id=entry.id,
                participant_id=entry.participant_id,
                display_name=names[entry.participant_id],
                status=entry.status,
                refusal=None if refusal is None else refusal.code,
                refusal_title=None if refusal is None else refusal.title.zh,
            )
            for entry, refusal in outcomes
        ],
        done=sum(refusal is None for _, refusal in outcomes),
        calendar_warning=warning,
    )


async def list_anomalies(
    session: AsyncSession, staff: Staff, query: AnomalyQuery
) -> Page[AnomalyOut]:
    """Lists noted facts, newest first."""
    statement = anomalies_of(staff.community_id, query.kind)
    order = newest_first(ServiceAnomaly.id)
    page = await paginate_rows(session, statement, query, order, counts=True)
    return page.with_items(
        [
            AnomalyOut(
                id=row.id,
                kind=row.kind,
                what=WHAT[row.kind].zh.format(number=row.number),
                number=row.number,
                occasion_id=occasion.id,
                occasion_title=occasion.title,
                occasion_starts_at=occasion.starts_at,
                subject_id=row.subject_id,
                participant_id=row.participant_id,
                display_name=None if person is None else person.display_name,
                noted_at=row.noted_at,
            )
            for row, occasion, person in page.items
        ]
    )


async def _page(
    session: AsyncSession, staff: Staff, query: Any, statement: Any
) -> Page[StaffEntryOut]:
    order = newest_first(ServiceEntry.id)
    page = await paginate_rows(session, statement, query, order, counts=True)
    return page.with_items(await _show_all(session, staff, page.items))


async def _show_all(
    session: AsyncSession, staff: Staff, rows: Sequence[tuple[ServiceEntry, Participant]]
) -> list[StaffEntryOut]:
    accounts = {
        id_ for entry, _ in rows for id_ in (entry.reviewed_by, entry.reversal_requested_by)
    }
    names = await names_of(session, accounts)
    shown = []
    for entry, person in rows:
        of_caller: dict[str, Any] = {
            "display_name": person.display_name,
            "masked_name": masked_name(person),
            "reviewed_by_name": names.get(entry.reviewed_by),
            "reversal_requested_by_name": names.get(entry.reversal_requested_by),
            "actions": _actions_of_staff(entry, staff),
        }
        shown.append(StaffEntryOut(**_columns(StaffEntryOut, entry, of_caller), **of_caller))
    return shown


def _actions_of_staff(entry: ServiceEntry, staff: Staff) -> list[str]:
    if not may_manage_entry(staff, entry) or entry.is_reversing:
        return []
    actions = entry.actions(STAFF_VERBS)
    if entry.status is EntryStatus.CONFIRMED:
        if entry.reversal_requested_at is None:
            return ["request-reversal"]
        is_first = entry.reversal_requested_by == staff.id
        return ["drop-reversal"] if is_first else ["reverse", "drop-reversal"]
    if entry.status in {EntryStatus.RETURNED, EntryStatus.REVERSED}:
        return [*actions, "correct"]
    return actions


async def _objections(session: AsyncSession, entry: ServiceEntry) -> list[ObjectionOut]:
    query = (
        select(EntryObjection)
        .where(
            EntryObjection.community_id == entry.community_id, EntryObjection.entry_id == entry.id
        )
        .order_by(EntryObjection.id)
    )
    rows = (await session.scalars(query)).all()
    names = await display_names(session, entry.community_id, {row.participant_id for row in rows})
    return [
        ObjectionOut(
            id=row.id,
            participant_id=row.participant_id,
            display_name=names[row.participant_id],
            reason=row.reason,
            objected_at=row.objected_at,
            answered_at=row.answered_at,
            is_upheld=row.is_upheld,
        )
        for row in rows
    ]


def _columns(shape: type[Any], entry: ServiceEntry, others: dict[str, Any]) -> dict[str, Any]:
    """Returns the fields of the answer that are columns of the entry."""
    return {name: getattr(entry, name) for name in shape.model_fields.keys() - others.keys()}
