"""Messages to members whose registration waits for their residence."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.double_reporting.events import MemberRegistrationLapsed, MemberResidenceStillPending
from app.double_reporting.messages.registrations import (
    AboutRegistration,
    name_of_community,
    notify_about,
    notify_member,
)
from app.double_reporting.models import MemberRegistration
from app.kernel import clock
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Template


class RegistrationLapsed(AboutRegistration):
    kind = "double_reporting.registration_lapsed"
    template = Template(
        Text("报到已结束", "Your registration has ended"),
        Text(
            "您在{community}的居住核验未在期限内通过，报到已结束。核验通过后可以重新报到。",
            "Your residence in {community} was not approved in time, and your registration has"
            " ended. Once it is approved you may register again.",
        ),
    )


@dataclass(frozen=True, slots=True)
class ResidencePending(AboutRegistration):
    kind = "double_reporting.residence_pending"
    template = Template(
        Text("请完成居住核验", "Please have your residence approved"),
        Text(
            "您在{community}的居住核验尚未通过，请在{last_day}当日或之前完成，逾期报到将结束。",
            "Your residence in {community} is not approved yet. Unless it is by the end of"
            " {last_day}, your registration ends.",
        ),
    )
    last_day: date


async def notify_registration_lapsed(
    session: AsyncSession, community_id: UUID, event: MemberRegistrationLapsed
) -> None:
    await notify_about(session, community_id, event.registration_id, RegistrationLapsed)


async def notify_residence_pending(
    session: AsyncSession, community_id: UUID, event: MemberResidenceStillPending
) -> None:
    """Reminds the member, unless nothing is missing any more."""
    row = await session.get(MemberRegistration, (community_id, event.registration_id))
    if row is None or not row.is_live or row.proceedings.residence_due_at is None:
        return
    last_day = clock.day_of(row.proceedings.residence_due_at) - timedelta(days=1)
    message = ResidencePending(await name_of_community(session, community_id), last_day)
    notify_member(session, row, message)


MESSAGES = (RegistrationLapsed, ResidencePending)
LISTENERS = (
    Listener(
        "double_reporting.notify_registration_lapsed",
        MemberRegistrationLapsed,
        notify_registration_lapsed,
    ),
    Listener(
        "double_reporting.notify_residence_pending",
        MemberResidenceStillPending,
        notify_residence_pending,
    ),
)
