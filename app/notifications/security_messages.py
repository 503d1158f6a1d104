"""What people are told about the safety of their account, in each community they take part in."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import MyCommunity
from app.identity.events import RefreshTokenReused
from app.notifications.inbox import Message, notify


@dataclass(frozen=True, slots=True)
class LoginEnded(Message):
    """On one device, because its refresh token was used twice."""

    kind = "identity.login_ended"


async def notify_login_ended(
    session: AsyncSession, _platform: UUID, event: RefreshTokenReused
) -> None:
    mine = select(MyCommunity).filter_by(user_id=event.user_id)
    for row in await session.scalars(mine):
        notify(session, row.community_id, [row.participant_id], LoginEnded())
