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
    """Says that the login on one device was ended, because its refresh token was used twice."""

    kind = "identity.login_ended"
    template = Template(
        Text("您的一处登录已被终止", "One of your logins was ended"),
        Text(
            "系统发现您某台设备的登录凭证被重复使用，可能已泄露，该设备已退出登录，请重新登录。"
            "如果手机曾经遗失或借给他人，请联系社区工作人员。",
            "The login of one of your devices was used twice and may have been copied, so it was"
            " ended. Please log in again. If your telephone was lost or lent, tell your community"
            " worker.",
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
