"""Duty of staff to read opinions: new ones before anybody else sees them, reported ones again."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.events import (
    OpinionHidden,
    OpinionPassed,
    OpinionReadEnded,
    OpinionRefused,
    OpinionToRead,
)
from app.consultations.models import Opinion, Topic
from app.consultations.opinions.queries import IS_TO_READ
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.staff.inbox import follow_duty
from app.staff.subjects import StaffSubjectKind
from app.staff.todo import Todo, waiting_rows

READ_WITHIN = timedelta(days=2)


def opinions_to_read(_now: datetime) -> Select[Any]:
    return waiting_rows(
        Opinion,
        IS_TO_READ,
        Topic.community_id == Opinion.community_id,
        Topic.id == Opinion.topic_id,
        since=Opinion.posted_at,
        due_at=Opinion.posted_at + READ_WITHIN,
        name=Topic.title,
        not_for=Opinion.entered_by,
    )


OPINION = Todo(
    kind="consultations.opinion",
    title=Text("待阅读的意见", "Opinions to read"),
    body=Text(
        "{community}的议题“{name}”有一条意见待阅读，请在{due_at}前决定是否公开。",
        "An opinion on “{name}” in {community} waits to be read by {due_at}.",
    ),
    subject=StaffSubjectKind.OPINION,
    permission="topic:manage",
    waiting=opinions_to_read,
)


async def follow_opinion(
    session: AsyncSession,
    community_id: UUID,
    event: OpinionToRead | OpinionPassed | OpinionRefused | OpinionHidden | OpinionReadEnded,
) -> None:
    await follow_duty(session, community_id, OPINION, event.opinion_id)


TODOS = (OPINION,)
LISTENERS = tuple(
    Listener("consultations.follow_opinion", event, follow_opinion)
    for event in (OpinionToRead, OpinionPassed, OpinionRefused, OpinionHidden, OpinionReadEnded)
)
