"""Messages to a person about their own sign-up: its outcome, its place, its end."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Template
from app.volunteering.events import (
    MORE_PLACES,
    AgreementLapsed,
    PlaceHandedOn,
    RoleClosedToWaiting,
    SignedUp,
    SignupDecided,
    WaitLapsed,
    WithdrawnAtDesk,
)
from app.volunteering.messages.about import AboutShift, load_about, notify_person
from app.volunteering.models import Signup, SignupStatus
from app.volunteering.signups.queries import count_ahead


class SignupConfirmed(AboutShift):
    kind = "volunteering.signup_confirmed"
    template = Template(
        Text("报名成功", "You have a place"),
        Text(
            "您已报名“{title}”，{starts_at}开始，请准时参加。",
            "You have signed up for “{title}”, which starts on {starts_at}.",
        ),
    )


class SignupPending(AboutShift):
    kind = "volunteering.signup_pending"
    template = Template(
        Text("报名待审核", "Your sign-up is being reviewed"),
        Text(
            "您报名的“{title}”（{starts_at}）正在审核，结果会另行通知。",
            "Your sign-up for “{title}” ({starts_at}) is being reviewed; we will tell you.",
        ),
    )


class SignupWithdrawn(AboutShift):
    kind = "volunteering.signup_withdrawn"
    template = Template(
        Text("报名已取消", "Your sign-up was withdrawn"),
        Text(
            "社区工作人员已按您的要求取消您对“{title}”（{starts_at}）的报名。",
            "At your request our desk has withdrawn your sign-up for “{title}” ({starts_at}).",
        ),
    )


class PlaceIsYours(AboutShift):
    kind = "volunteering.place_is_yours"
    template = Template(
        Text("候补成功", "A place is yours"),
        Text(
            "有名额空出，您已递补参加“{title}”，{starts_at}开始。不能参加请及时取消。",
            "A place in “{title}” ({starts_at}) has come free and is yours. If you cannot come,"
            " please withdraw soon.",
        ),
    )


class WaitIsOver(AboutShift):
    kind = "volunteering.wait_is_over"
    template = Template(
        Text("候补结束", "The wait is over"),
        Text(
            "“{title}”（{starts_at}）已开始，很遗憾没有空出名额，欢迎参加下次活动。",
            "“{title}” ({starts_at}) has begun, and no place came free. Please come next time.",
        ),
    )


class PlaceIsAdded(AboutShift):
    kind = "volunteering.place_added"
    template = Template(
        Text("候补成功", "A place is yours"),
        Text(
            "“{title}”增加了名额，您已由候补转为正式参加，{starts_at}开始。不能参加请及时取消。",
            "Places have been added to “{title}” ({starts_at}), and one is yours. If you cannot"
            " come, please withdraw soon.",
        ),
    )


class RoleIsClosed(AboutShift):
    kind = "volunteering.role_closed"
    template = Template(
        Text("候补结束", "The wait is over"),
        Text(
            "您候补的“{title}”（{starts_at}）中的岗位已停止招募，您的候补随之结束，可改报其他岗位或班次。",
            "The role in “{title}” ({starts_at}) for which you were waiting takes no more people."
            " Your wait has ended; you may sign up for another role or shift.",
        ),
    )


class AgreementHasLapsed(AboutShift):
    kind = "volunteering.agreement_lapsed"
    template = Template(
        Text("报名已失效", "Your sign-up has ended"),
        Text(
            "“{title}”（{starts_at}）的安排有变，您未在期限内重新确认，报名已失效，名额已让出。",
            "“{title}” ({starts_at}) has changed, and you have not agreed to it in time. Your"
            " sign-up has ended, and your place has been given up.",
        ),
    )


@dataclass(frozen=True, slots=True)
class SignupWaitlisted(AboutShift):
    kind = "volunteering.signup_waitlisted"
    template = Template(
        Text("已进入候补", "You are on the waitlist"),
        Text(
            "“{title}”（{starts_at}）名额已满，您已进入候补，前面还有{ahead}人，有名额空出时按顺序征询。",
            "“{title}” ({starts_at}) is full. You are on the waitlist, with {ahead} before you;"
            " places that come free are offered in order.",
        ),
    )
    ahead: int


@dataclass(frozen=True, slots=True)
class SignupRejected(AboutShift):
    kind = "volunteering.signup_rejected"
    template = Template(
        Text("报名未通过", "Your sign-up was not accepted"),
        Text(
            "您报名的“{title}”（{starts_at}）未通过审核。原因：{reason}",
            "Your sign-up for “{title}” ({starts_at}) was not accepted: {reason}",
        ),
    )
    reason: str


async def notify_signed_up(
    session: AsyncSession, community_id: UUID, event: SignedUp | SignupDecided
) -> None:
    """Sends the outcome of the event, unless the sign-up has changed since then: that change
    sends its own message, or the person has made it."""
    signup = await get_row(session, Signup, community_id, event.signup_id)
    if event.status not in (None, signup.status):
        return
    about = await load_about(session, community_id, signup.shift_id)
    ahead = await session.scalar(count_ahead(signup))
    message = _outcome(signup, ahead or 0, about)
    if message is not None:
        notify_person(session, signup, message)


def _outcome(signup: Signup, ahead: int, about: tuple[str, datetime]) -> Message | None:
    match signup.status:
        case SignupStatus.CONFIRMED:
            return SignupConfirmed(*about)
        case SignupStatus.PENDING_REVIEW:
            return SignupPending(*about)
        case SignupStatus.WAITLISTED:
            return SignupWaitlisted(*about, ahead=ahead)
        case SignupStatus.REJECTED:
            return SignupRejected(*about, reason=signup.reason or "")
    return None


async def notify_place_handed_on(
    session: AsyncSession, community_id: UUID, event: PlaceHandedOn
) -> None:
    """Says whether somebody has left or places were added. Sends the message only while the
    person has the place: it may have been given up or cancelled since then."""
    message = PlaceIsAdded if event.act == MORE_PLACES else PlaceIsYours
    await _notify(session, community_id, event.signup_id, message, SignupStatus.CONFIRMED)


async def notify_wait_lapsed(session: AsyncSession, community_id: UUID, event: WaitLapsed) -> None:
    await _notify(session, community_id, event.signup_id, WaitIsOver)


async def notify_role_closed(
    session: AsyncSession, community_id: UUID, event: RoleClosedToWaiting
) -> None:
    await _notify(session, community_id, event.signup_id, RoleIsClosed)


async def notify_agreement_lapsed(
    session: AsyncSession, community_id: UUID, event: AgreementLapsed
) -> None:
    await _notify(session, community_id, event.signup_id, AgreementHasLapsed)


async def notify_withdrawn(
    session: AsyncSession, community_id: UUID, event: WithdrawnAtDesk
) -> None:
    await _notify(session, community_id, event.signup_id, SignupWithdrawn)


async def _notify(
    session: AsyncSession,
    community_id: UUID,
    signup_id: UUID,
    message: type[AboutShift],
    only_in: SignupStatus | None = None,
) -> None:
    signup = await get_row(session, Signup, community_id, signup_id)
    if only_in in (None, signup.status):
        about = await load_about(session, community_id, signup.shift_id)
        notify_person(session, signup, message(*about))


MESSAGES = (
    SignupConfirmed,
    SignupPending,
    SignupWithdrawn,
    PlaceIsYours,
    PlaceIsAdded,
    WaitIsOver,
    RoleIsClosed,
    AgreementHasLapsed,
    SignupWaitlisted,
    SignupRejected,
)
LISTENERS = (
    Listener("volunteering.notify_signed_up", SignedUp, notify_signed_up),
    Listener("volunteering.notify_signed_up", SignupDecided, notify_signed_up),
    Listener("volunteering.notify_place_handed_on", PlaceHandedOn, notify_place_handed_on),
    Listener("volunteering.notify_wait_lapsed", WaitLapsed, notify_wait_lapsed),
    Listener("volunteering.notify_role_closed", RoleClosedToWaiting, notify_role_closed),
    Listener("volunteering.notify_agreement_lapsed", AgreementLapsed, notify_agreement_lapsed),
    Listener("volunteering.notify_withdrawn", WithdrawnAtDesk, notify_withdrawn),
)
