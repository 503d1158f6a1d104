"""Idempotency-Key for a route that asks WeChat: looked for before the call, and kept in the
transaction after it, because a code is good once and a repeat could not ask again."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.columns import PLATFORM
from app.kernel.errors import DomainError
from app.kernel.web.idempotency import (
    IdempotencyRecord,
    Key,
    Replayed,
    StoredResponse,
    replay,
    reserve,
)


async def find_answer(
    session: AsyncSession, user_id: UUID, key: Key | None
) -> StoredResponse | None:
    """KeyReused when it was used for something else."""
    if key is None:
        return None
    kept = await session.get(IdempotencyRecord, (PLATFORM, key.id_for(user_id, "ordinary")))
    if kept is None:
        return None
    outcome = replay(kept.fingerprint, StoredResponse(kept.status, kept.body, kept.location), key)
    if isinstance(outcome, DomainError):
        raise outcome
    return outcome


async def keep(
    session: AsyncSession, user_id: UUID, key: Key | None, answer: StoredResponse
) -> StoredResponse:
    """The answer; or, when a repeat was quicker, that one's."""
    if key is None:
        return answer
    try:
        taken = await reserve(session, PLATFORM, user_id, key)
    except Replayed as replayed:
        return replayed.answer
    await taken.keep(answer.response())
    return answer
