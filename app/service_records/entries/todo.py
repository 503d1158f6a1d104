"""Duties of staff on service entries: to review and to post those of an occasion, and to reverse
one as the second person."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.service_records.events import OccasionEntriesMoved, ReversalMoved
from app.service_records.models import EntryStatus, ServiceEntry
from app.staff.inbox import follow_duty
from app.staff.subjects import StaffSubjectKind
from app.staff.todo import Todo, waiting_columns, waiting_rows

WITHIN = timedelta(days=7)
"""Time for each step, so that hours count while people remember them."""


def _occasions_with(status: EntryStatus) -> Select[Any]:
    """Selects the occasions of which entries are in the state, each as one duty."""
    since = func.min(func.coalesce(ServiceEntry.reviewed_at, ServiceEntry.recorded_at))
    columns = waiting_columns(
        ServiceEntry.community_id,
        ServiceEntry.occasion_id,
        since=since,
        due_at=since + WITHIN,
        name=func.min(ServiceEntry.title),
    )
    return (
        select(*columns)
        .where(ServiceEntry.status == status)
        .group_by(ServiceEntry.community_id, ServiceEntry.occasion_id)
    )


def to_review(_now: datetime) -> Select[Any]:
    return _occasions_with(EntryStatus.RECORDED)


def to_post(_now: datetime) -> Select[Any]:
    return _occasions_with(EntryStatus.REVIEWED)


def to_reverse(_now: datetime) -> Select[Any]:
    return waiting_rows(
        ServiceEntry,
        ServiceEntry.status == EntryStatus.CONFIRMED,
        ServiceEntry.reversal_requested_at.is_not(None),
        since=ServiceEntry.reversal_requested_at,
        due_at=ServiceEntry.reversal_requested_at + WITHIN,
        name=ServiceEntry.title,
        not_for=ServiceEntry.reversal_requested_by,
    )


ENTRIES_TO_REVIEW = Todo(
    kind="service_records.entries_to_review",
    title=Text("待审核的服务时长", "Service entries to review"),
    body=Text(
        "{community}“{name}”的服务时长已生成，请在{due_at}前审核。",
        "The service entries of “{name}” in {community} are recorded: please review them by"
        " {due_at}.",
    ),
    subject=StaffSubjectKind.SERVICE_OCCASION,
    permission="signup:manage",
    waiting=to_review,
)
ENTRIES_TO_POST = Todo(
    kind="service_records.entries_to_post",
    title=Text("待公示的服务时长", "Service entries to post"),
    body=Text(
        "{community}“{name}”有已审核或有人提出异议的服务时长，请在{due_at}前公示或退回。",
        "Service entries of “{name}” in {community} are reviewed, or somebody objects to them:"
        " please post or return them by {due_at}.",
    ),
    subject=StaffSubjectKind.SERVICE_OCCASION,
    permission="signup:manage",
    waiting=to_post,
)
ENTRY_REVERSAL = Todo(
    kind="service_records.entry_reversal",
    title=Text("待第二人确认的时长冲正", "Reversals of service entries to confirm"),
    body=Text(
        "{community}有人申请冲正“{name}”的一条服务时长，请另一名工作人员在{due_at}前确认或退回。",
        "Somebody asks to reverse a service entry of “{name}” in {community}: another person is to"
        " confirm or refuse it by {due_at}.",
    ),
    subject=StaffSubjectKind.SERVICE_ENTRY,
    permission="signup:manage",
    waiting=to_reverse,
)
TODOS = (ENTRIES_TO_REVIEW, ENTRIES_TO_POST, ENTRY_REVERSAL)


async def follow_occasion(
    session: AsyncSession, community_id: UUID, event: OccasionEntriesMoved
) -> None:
    await follow_duty(session, community_id, ENTRIES_TO_REVIEW, event.occasion_id)
    await follow_duty(session, community_id, ENTRIES_TO_POST, event.occasion_id)


async def follow_reversal(session: AsyncSession, community_id: UUID, event: ReversalMoved) -> None:
    await follow_duty(session, community_id, ENTRY_REVERSAL, event.entry_id)


LISTENERS = (
    Listener("service_records.follow_occasion", OccasionEntriesMoved, follow_occasion),
    Listener("service_records.follow_reversal", ReversalMoved, follow_reversal),
)
