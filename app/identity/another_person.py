"""The rule of two persons: whether two accounts belong to two people, as far as the program can
tell."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.models import Equipment, EquipmentKind

EQUIPPED_LATELY = timedelta(days=30)
"""Time for which an account counts as one person with whoever created, equipped or empowered
it."""


def record_equipment(
    session: AsyncSession, user_id: UUID, kind: EquipmentKind, *, by_id: UUID, now: datetime
) -> None:
    """Notes what `by_id` did for the account of `user_id`."""
    session.add(Equipment(user_id=user_id, by_id=by_id, kind=kind, at=now))


async def is_another_person(
    session: AsyncSession, first: UUID, second: UUID, now: datetime
) -> bool:
    """Returns whether the second user is another person than the first one. They are not if one
    of them has created, equipped or empowered the other within EQUIPPED_LATELY, also through
    accounts between them: who makes an account can log in with it."""
    if first == second:
        return False
    since = now - EQUIPPED_LATELY
    return first not in await _equippers(session, second, since) and (
        second not in await _equippers(session, first, since)
    )


async def accounts_like(session: AsyncSession, user_id: UUID, now: datetime) -> set[UUID]:
    """Returns the users who are not another person than this one, themselves included."""
    since = now - EQUIPPED_LATELY
    by_them = await _equipped(session, user_id, since)
    return {user_id} | by_them | await _equippers(session, user_id, since)


async def _equipped(session: AsyncSession, user_id: UUID, since: datetime) -> set[UUID]:
    """Returns whom the user equipped, whom these equipped, and so on."""
    found: set[UUID] = set()
    latest = {user_id}
    while latest:
        query = select(Equipment.user_id).where(Equipment.by_id.in_(latest), Equipment.at > since)
        latest = set(await session.scalars(query)) - found
        found |= latest
    return found


async def _equippers(session: AsyncSession, user_id: UUID, since: datetime) -> set[UUID]:
    """Returns who equipped the user, who equipped them, and so on."""
    found: set[UUID] = set()
    latest = {user_id}
    while latest:
        query = select(Equipment.by_id).where(Equipment.user_id.in_(latest), Equipment.at > since)
        latest = set(await session.scalars(query)) - found
        found |= latest
    return found
