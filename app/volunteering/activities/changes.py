"""Changes of a published activity: who has signed up is told of another place and of other risks,
and asked anew where risk or audience have grown."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple, Self

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.jobs.events import emit
from app.volunteering.events import ActivityMoved, AgreementAsked, RiskChanged
from app.volunteering.models import (
    RISKS,
    Activity,
    AgeLimit,
    Audience,
    RiskLevel,
    Shift,
)
from app.volunteering.signups.offers import pass_on
from app.volunteering.signups.queries import live_signups

TIME_TO_AGREE = timedelta(hours=24)
"""Time in which those who have signed up agree to what has grown; at most until the start."""
AGES = (AgeLimit.ADULTS, AgeLimit.FROM_14, AgeLimit.ALL)
"""Limits of age, the narrowest first."""
AUDIENCES = (Audience.RESIDENTS, Audience.EVERYONE)
"""Audiences, the narrowest first."""


class Risk(NamedTuple):
    level: RiskLevel
    statement: str
    is_insured: bool


class Terms(NamedTuple):
    """Terms to which people agree when they sign up for an activity."""

    place: tuple[str, float | None, float | None]
    risk: Risk
    audience: Audience
    age: AgeLimit

    @classmethod
    def of(cls, activity: Activity) -> Self:
        return cls(
            (activity.address, activity.gcj02_longitude, activity.gcj02_latitude),
            Risk(activity.risk_level, activity.risk_statement, activity.is_insured),
            activity.audience,
            activity.age,
        )

    def grow_to(self, new: Self) -> bool:
        """Returns whether the new terms ask for more than was agreed to: a higher risk, none of
        the insurance that there was, or others beside whom one would be. A statement in other
        words is told, and does not end anybody's sign-up."""
        return (
            RISKS.index(new.risk.level) > RISKS.index(self.risk.level)
            or (self.risk.is_insured and not new.risk.is_insured)
            or AUDIENCES.index(new.audience) > AUDIENCES.index(self.audience)
            or AGES.index(new.age) > AGES.index(self.age)
        )


async def follow_up(
    session: AsyncSession, activity: Activity, former: Terms, shifts: Iterable[Shift], now: datetime
) -> None:
    """Lets those who have signed up know, whose deadline for leaving counts from now; asks them
    anew where the terms have grown. The activity and its shifts are locked."""
    present = Terms.of(activity)
    if (former.place, former.risk) == (present.place, present.risk) and not former.grow_to(present):
        return
    ahead = [shift for shift in shifts if shift.is_open and shift.starts_at > now]
    for shift in ahead:
        await pass_on(session, shift, now)
        shift.change(now)
    if former.place != present.place:
        emit(session, activity.community_id, ActivityMoved(activity_id=activity.id))
    if former.grow_to(present):
        for shift in ahead:
            until = min(now + TIME_TO_AGREE, shift.starts_at)
            for signup in await session.scalars(live_signups(shift)):
                signup.ask_to_agree(until)
        emit(session, activity.community_id, AgreementAsked(activity_id=activity.id))
    elif former.risk != present.risk:
        emit(session, activity.community_id, RiskChanged(activity_id=activity.id))
