"""Messages about the safety of an account, in each community of its person. They stand here,
because identity lies below notifications."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import MyCommunity
from app.identity.events import PhoneLost, RefreshTokenReused
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Template
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class LoginEnded(Message):
    """Says that the login on one device was ended, because a used refresh token came again. A lost
    answer does it, too, where the device asks again too late: the message accuses nobody."""

    kind = "identity.login_ended"
    template = Template(
        Text("您在一台设备上的登录已退出", "You were logged out on one device"),
        Text(
            "系统收到一次已经用过的登录凭证。为保护您的账号，已退出该设备的登录，请重新登录。"
            "网络中断也可能造成这种情况；如果手机曾经遗失或借给他人，请检查微信的登录设备。",
            "A login that had been used already was presented again. To protect your account, we"
            " have logged that device out; please log in again. A broken connection can be the"
            " cause, too. If your phone was lost or lent, check which devices are logged in to"
            " your WeChat.",
        ),
    )


@dataclass(frozen=True, slots=True)
class PhoneIsLost(Message):
    """Says that somebody else has verified the phone number of the account, and not who."""

    kind = "identity.phone_lost"
    template = Template(
        Text("您的手机号已从账号中移除", "Your phone number was taken off your account"),
        Text(
            "您账号中的手机号刚刚由另一个账号通过微信核验，因此已从您的账号中移除，您的登录不受影响。"
            "如果仍是您在使用这个号码，请重新核验；凭该号码自动通过的居住信息，由工作人员重新审核，"
            "审核期间仍然有效。",
            "Another account has just verified your phone number through WeChat, so it was taken"
            " off yours; you stay logged in. If you still use this number, please verify it again."
            " Staff review a residence that was confirmed by the number alone; it stays valid"
            " meanwhile.",
        ),
    )


async def notify_login_ended(
    session: AsyncSession, _platform: UUID, event: RefreshTokenReused
) -> None:
    await _notify_everywhere(session, event.user_id, LoginEnded())


async def notify_phone_lost(session: AsyncSession, _platform: UUID, event: PhoneLost) -> None:
    await _notify_everywhere(session, event.user_id, PhoneIsLost())


async def _notify_everywhere(session: AsyncSession, user_id: UUID, message: Message) -> None:
    subject = Subject(SubjectKind.ACCOUNT, user_id)
    for row in await session.scalars(select(MyCommunity).filter_by(user_id=user_id)):
        notify(session, row.community_id, [row.participant_id], message, subject=subject)


MESSAGES = (LoginEnded, PhoneIsLost)
LISTENERS = (
    Listener("identity.notify_login_ended", RefreshTokenReused, notify_login_ended),
    Listener("identity.notify_phone_lost", PhoneLost, notify_phone_lost),
)
