"""Acts of two persons: one asks or enters, and another confirms or decides."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.administrator_grants import administrator, staff_in
from app.communities.errors import FirstPersonMayNoLonger, SecondPersonNeeded
from app.communities.permissions import Permission, Staff
from app.identity.another_person import accounts_like, is_another_person
from app.identity.models import User, UserStatus
from app.kernel import clock
from app.kernel.database.columns import PLATFORM


async def require_another_person(session: AsyncSession, first: UUID, second: UUID) -> None:
    """Raises SecondPersonNeeded unless the two users are two persons, as far as the program can
    tell."""
    if not await is_another_person(session, first, second, clock.now()):
        raise SecondPersonNeeded


async def require_second_person(
    session: AsyncSession,
    first: UUID,
    second: Staff,
    permission: Permission,
    place: Collection[UUID] = (),
) -> None:
    """Raises SecondPersonNeeded unless the second is another person than the first, and
    FirstPersonMayNoLonger if the first has lost the permission since they asked: then somebody
    asks again. Call it with the request locked. `place` is the path of a place of the community,
    or of a region for staff above communities."""
    await require_another_person(session, first, second.id)
    user = await session.get(User, first, populate_existing=True)
    if user is None or user.status is not UserStatus.ACTIVE:
        raise FirstPersonMayNoLonger
    if second.community_id == PLATFORM:
        asker: Staff | None = await administrator(session, first)
    else:
        asker = await staff_in(session, second.community_id, first)
    if asker is None or not asker.may(permission, place):
        raise FirstPersonMayNoLonger


async def same_person_as(session: AsyncSession, decider: UUID) -> Collection[UUID]:
    """Returns the users whose entries `require_not_entered_by` keeps from the decider."""
    return await accounts_like(session, decider, clock.now())


async def require_not_entered_by(session: AsyncSession, entered_by: UUID, decider: UUID) -> None:
    """Raises SecondPersonNeeded for who has entered what they would decide. Call it with the row
    locked."""
    await require_another_person(session, entered_by, decider)
