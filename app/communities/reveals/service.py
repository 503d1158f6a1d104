"""How often an administrator may reveal: twenty times an hour, and as many again each time that a
second person allows it. What is shown together for one reason counts once."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.administrator_grants import staff_in
from app.communities.errors import RevealsExhausted
from app.communities.models import RevealAllowance
from app.communities.permissions import Staff
from app.communities.reveals.schemas import RevealAllowanceIn
from app.communities.two_persons import require_another_person
from app.kernel import clock
from app.kernel.errors import UnknownReference
from app.kernel.privacy.audit import record
from app.kernel.web.limits import Limit, TooManyRequests, count_evenly

REVEALS_AN_HOUR = 20
ALLOWANCE_LIFETIME = timedelta(hours=1)


async def count_reveal(session: AsyncSession, community_id: UUID, administrator_id: UUID) -> None:
    """Counts a reveal of the administrator, whose other reveals wait until the transaction ends.
    Raises RevealsExhausted."""
    now = clock.now()
    allowances = await session.scalar(
        select(func.count()).where(
            RevealAllowance.community_id == community_id,
            RevealAllowance.administrator_id == administrator_id,
            RevealAllowance.allowed_at > now - ALLOWANCE_LIFETIME,
        )
    )
    limit = Limit("reveals", REVEALS_AN_HOUR * (1 + (allowances or 0)), 3600)
    try:
        await count_evenly(session, limit, str(administrator_id), now)
    except TooManyRequests as too_many:
        raise RevealsExhausted(too_many.headers) from None


async def allow_more(
    session: AsyncSession, body: RevealAllowanceIn, *, by: Staff
) -> RevealAllowance:
    """Allows an administrator of the community to reveal more within an hour. Raises
    UnknownReference for who is none, and SecondPersonNeeded for the caller themselves."""
    if await staff_in(session, by.community_id, body.administrator_id) is None:
        raise UnknownReference
    await require_another_person(session, body.administrator_id, by.id)
    allowance = RevealAllowance(
        community_id=by.community_id,
        administrator_id=body.administrator_id,
        allowed_by=by.id,
        allowed_at=clock.now(),
    )
    session.add(allowance)
    user = str(body.administrator_id)
    record(session, by, "reveals.allowed", allowance, None, user=user, reason=body.reason)
    return allowance
