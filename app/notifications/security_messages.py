"""Messages about the safety of an account, in each community of its person. They stand here,
because identity lies below notifications."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import MyCommunity
from app.identity.events import RefreshTokenReused
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


async def notify_login_ended(
    session: AsyncSession, _platform: UUID, event: RefreshTokenReused
) -> None:
    memberships = select(MyCommunity).filter_by(user_id=event.user_id)
    for row in await session.scalars(memberships):
        subject = Subject(SubjectKind.ACCOUNT, event.user_id)
        notify(session, row.community_id, [row.participant_id], LoginEnded(), subject=subject)


MESSAGES = (LoginEnded,)
LISTENERS = (Listener("identity.notify_login_ended", RefreshTokenReused, notify_login_ended),)
