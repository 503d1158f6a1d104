"""Idempotency-Key of a route that calls WeChat: the stored response is read before the call, and
stored in the transaction after it, because WeChat accepts a code once."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.idempotency import (
    IdempotencyRecord,
    Key,
    Replayed,
    StoredResponse,
    reserve,
)
from app.kernel.errors import DomainError


async def find_stored_response(
    session: AsyncSession, user_id: UUID, key: Key | None
) -> StoredResponse | None:
    """Returns the response stored for the key, if any. Raises KeyReused if the key was used for
    another request."""
    if key is None:
        return None
    record = await session.get(IdempotencyRecord, (PLATFORM, key.id_for(user_id, "ordinary")))
    if record is None:
        return None
    outcome = record.replay(key, clock.now())
    if isinstance(outcome, DomainError):
        raise outcome
    return outcome


async def store(
    session: AsyncSession, user_id: UUID, key: Key | None, answer: StoredResponse
) -> StoredResponse:
    """Stores the response under the key and returns it; or returns the one that a faster repeat has
    stored."""
    if key is None:
        return answer
    try:
        reservation = await reserve(session, PLATFORM, user_id, key)
    except Replayed as replayed:
        return replayed.stored
    await reservation.store(answer)
    return answer
