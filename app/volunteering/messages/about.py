"""Parts that the messages of volunteering share: the shift or activity that they are about, and to
whom they go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import get_row
from app.kernel.jobs.messages import Message
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind
from app.volunteering.models import Activity, Shift, Signup, SignupStatus


@dataclass(frozen=True, slots=True)
class AboutShift(Message):
    title: str
    starts_at: datetime


async def load_about(
    session: AsyncSession, community_id: UUID, shift_id: UUID
) -> tuple[str, datetime]:
    """Returns the first two variables of messages about a shift."""
    shift = await get_row(session, Shift, community_id, shift_id)
    activity = await get_row(session, Activity, community_id, shift.activity_id)
    return activity.title, shift.starts_at


def notify_person(session: AsyncSession, signup: Signup, message: Message) -> None:
    """Sends a message about their sign-up to the person whose it is."""
    subject = Subject(SubjectKind.SIGNUP, signup.id)
    notify(session, signup.community_id, [signup.participant_id], message, subject=subject)


def notify_each(
    session: AsyncSession, activity: Activity, signups: Iterable[Signup], message: Message
) -> None:
    """Sends a message about an activity to the people of the sign-ups, once to each."""
    people = list(dict.fromkeys(signup.participant_id for signup in signups))
    subject = Subject(SubjectKind.ACTIVITY, activity.id)
    notify(session, activity.community_id, people, message, subject=subject)


async def signups_in(
    session: AsyncSession,
    community_id: UUID,
    shift_ids: Sequence[UUID],
    states: Iterable[SignupStatus],
) -> Sequence[Signup]:
    """Returns the sign-ups for the shifts that are in one of the states."""
    query = (
        select(Signup)
        .where(
            Signup.community_id == community_id,
            Signup.shift_id.in_(shift_ids),
            Signup.status.in_(sorted(states)),
        )
        .order_by(Signup.id)
    )
    return (await session.scalars(query)).all()
