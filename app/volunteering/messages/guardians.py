"""Messages to minors about what their guardians have done, or do not consent to any more."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Template
from app.volunteering.events import (
    GivenUpWithoutGuardian,
    SignedUpByGuardian,
    WithdrawnByGuardian,
)
from app.volunteering.messages.about import AboutShift, load_about, notify_person
from app.volunteering.models import Signup


class GuardianSignedYouUp(AboutShift):
    kind = "volunteering.signed_up_by_guardian"
    template = Template(
        Text("监护人为您报名了活动", "Your guardian has signed you up"),
        Text(
            "监护人为您报名了“{title}”（{starts_at}）。不想参加的，可以自己取消。",
            "Your guardian has signed you up for “{title}” ({starts_at}). If you do not want to"
            " take part, you can withdraw it yourself.",
        ),
    )


class GuardianWithdrewIt(AboutShift):
    kind = "volunteering.withdrawn_by_guardian"
    template = Template(
        Text("监护人取消了您的报名", "Your guardian has withdrawn your sign-up"),
        Text(
            "监护人取消了您对“{title}”（{starts_at}）的报名。",
            "Your guardian has withdrawn your sign-up for “{title}” ({starts_at}).",
        ),
    )


class GivenUpForConsent(AboutShift):
    kind = "volunteering.given_up_without_guardian"
    template = Template(
        Text("报名因监护人同意失效而取消", "Your sign-up has ended with a guardian's consent"),
        Text(
            "监护人对您参加活动的同意已失效，您对“{title}”（{starts_at}）的报名已取消。",
            "No guardian consents any more that you take part: your sign-up for “{title}”"
            " ({starts_at}) is withdrawn.",
        ),
    )


MESSAGE_BY_EVENT: dict[str, type[AboutShift]] = {
    SignedUpByGuardian.kind: GuardianSignedYouUp,
    WithdrawnByGuardian.kind: GuardianWithdrewIt,
    GivenUpWithoutGuardian.kind: GivenUpForConsent,
}


async def notify_minor(
    session: AsyncSession,
    community_id: UUID,
    event: SignedUpByGuardian | WithdrawnByGuardian | GivenUpWithoutGuardian,
) -> None:
    signup = await get_row(session, Signup, community_id, event.signup_id)
    message = MESSAGE_BY_EVENT[event.kind]
    notify_person(
        session, signup, message(*await load_about(session, community_id, signup.shift_id))
    )


MESSAGES: tuple[type[Message], ...] = tuple(MESSAGE_BY_EVENT.values())
LISTENERS = tuple(
    Listener("volunteering.notify_minor", event, notify_minor)
    for event in (SignedUpByGuardian, WithdrawnByGuardian, GivenUpWithoutGuardian)
)
