"""Inbox of the staff: who is told, once, and what closes when a matter is settled."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community
from app.kernel import clock
from app.kernel.jobs.messages import Message
from app.kernel.privacy.sealed import shown
from app.staff.holders import holders_of
from app.staff.models import StaffContent, StaffMessage, digest_of, message_id
from app.staff.subjects import StaffSubject
from app.staff.times import with_times
from app.staff.todo import DutyMessage, Todo


async def notify_staff(
    session: AsyncSession,
    community_id: UUID,
    user_ids: Collection[UUID],
    message: Message,
    *,
    subject: StaffSubject,
    dedup: str,
) -> None:
    """Write news to the inbox of each administrator, once for each value of `dedup`. Nothing has to
    be done about it: a duty is told by `follow_duty`."""
    now = clock.now()
    rows = _rows(community_id, user_ids, message, subject, dedup, now)
    for row in rows:
        row["closed_at"] = now
    if rows:
        await session.execute(insert(StaffMessage).values(rows).on_conflict_do_nothing())


async def follow_duty(
    session: AsyncSession, community_id: UUID, todo: Todo, subject_id: UUID
) -> None:
    """Look whether the subject waits. If it does, tell those who have the duty and do not know yet,
    and close the messages of those who had it before; if it does not, close all. To be called by
    the listener of each event after which something may wait, or wait no more: it may be called
    again, late, and in any order."""
    row = await find_waiting(session, community_id, todo, subject_id)
    if row is None:
        await close_matter(session, community_id, todo, subject_id)
        return
    user_ids = await _tell(session, community_id, todo, row, todo.message, is_again=False)
    await close_matter(session, community_id, todo, subject_id, but_for=user_ids)


async def tell_again(session: AsyncSession, community_id: UUID, todo: Todo, row: Any) -> None:
    """Tell those who have the duty now that its time has run out."""
    await _tell(session, community_id, todo, row, todo.overdue_message, is_again=True)


async def close_matter(
    session: AsyncSession,
    community_id: UUID,
    todo: Todo,
    subject_id: UUID,
    *,
    but_for: Collection[UUID] = (),
) -> None:
    """Close everybody's message about the duty: it is done, or nobody has to do it any more."""
    matter = todo.matter(subject_id)
    left = [message_id(community_id, user_id, matter) for user_id in but_for]
    await session.execute(
        update(StaffMessage)
        .where(
            StaffMessage.community_id == community_id,
            StaffMessage.matter_digest == digest_of(community_id, matter),
            StaffMessage.closed_at.is_(None),
            StaffMessage.id.not_in(left),
        )
        .values(closed_at=clock.now())
        .execution_options(synchronize_session=False)
    )


async def find_waiting(
    session: AsyncSession, community_id: UUID, todo: Todo, subject_id: UUID
) -> Any:
    """Returns the row of the subject as the todo selects it; None where it does not wait."""
    rows = todo.waiting(clock.now()).subquery("w")
    query = select(rows).where(rows.c.community_id == community_id, rows.c.id == subject_id)
    found = await with_times(session, todo, (await session.execute(query)).all())
    return found[0] if found else None


async def is_told_again(
    session: AsyncSession, community_id: UUID, todo: Todo, subject_id: UUID
) -> bool:
    """Returns whether somebody's message about the duty says that its time has run out."""
    messages = select(StaffMessage).filter_by(
        community_id=community_id, matter_digest=digest_of(community_id, todo.matter(subject_id))
    )
    contents = [shown(row, StaffMessage.content) for row in await session.scalars(messages)]
    return any(one and one["kind"] == todo.overdue_message.kind for one in contents)


async def _tell(
    session: AsyncSession,
    community_id: UUID,
    todo: Todo,
    row: Any,
    kind: type[DutyMessage],
    *,
    is_again: bool,
) -> set[UUID]:
    """Writes the message to those who have the duty, and returns them. One who has an open message
    of the matter gets no second one, unless it is told again."""
    community = await session.get_one(Community, community_id)
    user_ids = await holders_of(session, community, todo, row)
    message = kind(community=community.name, name=row.name, due_at=row.due_at)
    subject = StaffSubject(todo.subject, row.id, row.parent_id)
    rows = _rows(community_id, user_ids, message, subject, todo.matter(row.id), clock.now())
    if rows:
        statement = insert(StaffMessage).values(rows)
        new = statement.excluded
        changed = {name: new[name] for name in ("content_sealed", "told_at", "read_at")}
        await session.execute(
            statement.on_conflict_do_update(
                index_elements=["community_id", "id"],
                set_=changed | {"closed_at": None},
                where=None if is_again else StaffMessage.closed_at.is_not(None),
            )
        )
    return user_ids


def _rows(
    community_id: UUID,
    user_ids: Collection[UUID],
    message: Message,
    subject: StaffSubject,
    matter: str,
    now: datetime,
) -> list[dict[str, Any]]:
    variables = {name: str(value) for name, value in asdict(message).items() if value is not None}
    content = StaffContent(message.kind, variables, subject.stored)._asdict()
    return [
        {
            "community_id": community_id,
            "id": (id_ := message_id(community_id, user_id, matter)),
            "user_id": user_id,
            "matter_digest": digest_of(community_id, matter),
            "content_sealed": StaffMessage.content.seal_for(
                StaffMessage, community_id, id_, content
            ),
            "told_at": now,
            "read_at": None,
            "closed_at": None,
        }
        for user_id in sorted(user_ids)
    ]
