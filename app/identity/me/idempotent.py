"""Idempotency-Key for a route that asks WeChat: looked for before the call, and stored in the
transaction after it, because a code is good once and a repeat could not ask again."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

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
    """Returns the response stored for the key; raises KeyReused when it was used for another
    request."""
    if key is None:
        return None
    record = await session.get(IdempotencyRecord, (PLATFORM, key.id_for(user_id, "ordinary")))
    if record is None:
        return None
    outcome = record.replay(key)
    if isinstance(outcome, DomainError):
        raise outcome
    return outcome


async def store(
    session: AsyncSession, user_id: UUID, key: Key | None, answer: StoredResponse
) -> StoredResponse:
    """Store the response under the key. Returns it or, when a repeat was quicker, that one's."""
    if key is None:
        return answer
    try:
        reservation = await reserve(session, PLATFORM, user_id, key)
    except Replayed as replayed:
        return replayed.stored
    await reservation.store(answer)
    return answer
