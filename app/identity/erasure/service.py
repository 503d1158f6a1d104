"""Requests for erasure: made, and taken back. The erasure itself is done by `app/privacy`."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.errors import UserBlocked
from app.identity.models import LIVE_ERASURE, ErasureRequest, ErasureStatus, User
from app.identity.models.erasure import ERASED_WITHIN, TIME_TO_THINK
from app.kernel.database.engine import lock


async def live_request(session: AsyncSession, user_id: UUID) -> ErasureRequest | None:
    query = select(ErasureRequest).where(
        ErasureRequest.user_id == user_id, ErasureRequest.status.in_(LIVE_ERASURE)
    )
    return await session.scalar(query)


async def request_erasure(session: AsyncSession, user: User, now: datetime) -> ErasureRequest:
    """Requests the erasure of a locked user; a request that is there already stays as it is."""
    found = await live_request(session, user.id)
    if found is not None:
        return found
    request = ErasureRequest(
        user_id=user.id,
        status=ErasureStatus.REQUESTED,
        requested_at=now,
        due_at=now + TIME_TO_THINK,
        erase_by=now + ERASED_WITHIN,
    )
    session.add(request)
    return request


async def take_back(session: AsyncSession, user_id: UUID, now: datetime) -> ErasureRequest | None:
    """Takes a request back, as each login does; None where there is none. Raises UserBlocked where
    the erasure has begun while somebody logged in: the next login makes a new account."""
    request = await live_request(session, user_id)
    if request is None:
        return None
    await lock(session, request)
    if request.status is ErasureStatus.BEGUN:
        raise UserBlocked
    if request.status is not ErasureStatus.REQUESTED:
        return None
    request.take_back(now)
    return request
