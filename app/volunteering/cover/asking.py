"""Asking for cover: past helpers who consent to messages, are free, and may sign up."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.identity.consents.service import users_with_consent
from app.identity.models import Purpose
from app.kernel import clock
from app.kernel.database.engine import get_row
from app.kernel.jobs.listeners import Listener
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind
from app.volunteering.cover.queries import past_helpers
from app.volunteering.events import CoverWanted
from app.volunteering.messages.cover import CoverIsSought
from app.volunteering.models import Activity, Shift, Signup
from app.volunteering.signups.rules import refusal_by_age

MAX_ASKED = 30
"""People who are asked for one sign-up."""


async def ask_for_cover(session: AsyncSession, community_id: UUID, event: CoverWanted) -> None:
    """Asks at most MAX_ASKED people, unless the shift has begun or was cancelled meanwhile."""
    signup = await get_row(session, Signup, community_id, event.signup_id)
    shift = await get_row(session, Shift, community_id, signup.shift_id)
    if not shift.is_open or shift.signup_closes_at <= clock.now():
        return
    activity = await get_row(session, Activity, community_id, shift.activity_id)
    helpers = (await session.scalars(past_helpers(activity, shift, signup.participant_id))).all()
    asked = await _who_consent(session, [one for one in helpers if _fits(one, shift)])
    notify(
        session,
        community_id,
        [person.id for person in asked[:MAX_ASKED]],
        CoverIsSought(activity.title, shift.starts_at),
        subject=Subject(SubjectKind.ACTIVITY, activity.id),
    )


def _fits(person: Participant, shift: Shift) -> bool:
    """Returns whether the person's age lets them sign up by themselves."""
    has_guardian = person.has_guardian(clock.now())
    return refusal_by_age(person.age_for_rules, shift.age, has_guardian) is None


async def _who_consent(
    session: AsyncSession, people: Sequence[Participant]
) -> Sequence[Participant]:
    """Returns those who consent to messages, in the same order."""
    users = [person.user_id for person in people if person.user_id is not None]
    consenting = await users_with_consent(session, users, Purpose.NOTIFICATIONS)
    return [person for person in people if person.user_id in consenting]


LISTENERS = (Listener("volunteering.ask_for_cover", CoverWanted, ask_for_cover),)
