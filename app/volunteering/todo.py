"""Duties of staff in volunteering: sign-ups to review."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ColumnElement, Numeric, Select, String, cast, func, select
from sqlalchemy.dialects.postgresql import BIT
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.staff.inbox import follow_duty
from app.staff.subjects import StaffSubjectKind
from app.staff.todo import Todo, waiting_columns
from app.volunteering.events import SignedUp, SignupDecided, SignupReviewEnded
from app.volunteering.models import Activity, Shift, Signup, SignupStatus

REVIEW_WITHIN = timedelta(days=3)
"""Time for the answer to somebody who has signed up; at most until the start of the shift."""


def _made_at() -> ColumnElement[datetime]:
    """The instant at which a sign-up was made, which its id (UUIDv7) begins with."""
    digits = func.left(func.replace(cast(Signup.id, String), "-", ""), 12)
    milliseconds = cast(cast(func.concat("x", digits), BIT(48)), BigInteger)
    return func.to_timestamp(cast(milliseconds, Numeric) / 1000)


def signups_to_review(now: datetime) -> Select[Any]:
    """Selects sign-ups under review for shifts that are not over."""
    columns = waiting_columns(
        Signup.community_id,
        Signup.id,
        since=_made_at(),
        due_at=func.least(_made_at() + REVIEW_WITHIN, Shift.starts_at),
        name=Activity.title,
        entered_by=Signup.entered_by,
    )
    return (
        select(*columns)
        .select_from(Signup)
        .join(Shift, (Shift.community_id == Signup.community_id) & (Shift.id == Signup.shift_id))
        .join(
            Activity,
            (Activity.community_id == Shift.community_id) & (Activity.id == Shift.activity_id),
        )
        .where(Signup.status == SignupStatus.PENDING_REVIEW, Shift.ends_at > now)
    )


SIGNUP = Todo(
    kind="volunteering.signup",
    title=Text("待审核的志愿报名", "Sign-ups to review"),
    body=Text(
        "{community}有人报名“{name}”，请在{due_at}前审核。",
        "Somebody has signed up for “{name}” in {community}: please review it by {due_at}.",
    ),
    subject=StaffSubjectKind.SIGNUP,
    permission="signup:manage",
    waiting=signups_to_review,
)


async def follow_signup(
    session: AsyncSession, community_id: UUID, event: SignedUp | SignupDecided | SignupReviewEnded
) -> None:
    """Tells staff of a sign-up under review, and closes the message when it is decided or gone.
    Most sign-ups need no review, and cost nothing here."""
    is_of_no_duty = isinstance(event, SignedUp) and event.status not in (
        None,
        SignupStatus.PENDING_REVIEW,
    )
    if not is_of_no_duty:
        await follow_duty(session, community_id, SIGNUP, event.signup_id)


TODOS = (SIGNUP,)
LISTENERS = tuple(
    Listener("volunteering.follow_signup", event, follow_signup)
    for event in (SignedUp, SignupDecided, SignupReviewEnded)
)
