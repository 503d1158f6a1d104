"""The erasure of an account, in steps that each have a transaction of their own: it begins, the
person leaves every community, an hour later every community is erased, and at last the account."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import MyCommunity
from app.identity.models import ErasureRequest, ErasureStatus, Revocation, User, WechatIdentity
from app.identity.sessions.service import end_logins
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Base, lock
from app.kernel.jobs.events import emit
from app.kernel.jobs.sweeps import DueRows, Key
from app.kernel.privacy.personal_data import Person, PersonalData, erase
from app.privacy.events import ErasureBegun
from app.privacy.service import is_in_office

SETTLING_TIME = timedelta(hours=1)
"""The time in which listeners withdraw what is open, and messages of before are written."""
S = ErasureStatus


def requests_due(now: datetime) -> DueRows:
    return select(ErasureRequest.user_id, ErasureRequest.id, ErasureRequest.due_at).where(
        ErasureRequest.status == S.REQUESTED, ErasureRequest.due_at <= now
    )


async def start(session: AsyncSession, key: Key, now: datetime) -> None:
    """Closes the account: from now on the same WeChat account makes a new user. A person who has
    taken an office meanwhile keeps it."""
    request = await session.get_one(ErasureRequest, key)
    user = await session.get_one(User, key[0])
    await lock(session, user, request)
    if request.status is not S.REQUESTED or request.due_at > now:
        return
    if await is_in_office(session, user.id):
        request.take_back(now)
        return
    request.start(now)
    await end_logins(session, user.id, Revocation.WITHDRAWN)
    await session.execute(delete(WechatIdentity).where(WechatIdentity.user_id == user.id))
    user.erase()
    emit(session, PLATFORM, ErasureBegun(user_id=user.id))


def communities_due(now: datetime) -> DueRows:
    """Selects the memberships of people whose erasure has begun a while ago."""
    return (
        select(MyCommunity.user_id, MyCommunity.id, ErasureRequest.begun_at)
        .join(ErasureRequest, ErasureRequest.user_id == MyCommunity.user_id)
        .where(ErasureRequest.status == S.BEGUN, ErasureRequest.begun_at <= now - SETTLING_TIME)
    )


async def erase_community(
    session: AsyncSession, declared: Sequence[PersonalData], key: Key
) -> None:
    """Erases the person in one community, and then the membership that led there."""
    membership = await session.get(MyCommunity, key)
    if membership is None:
        return
    person = Person(key[0], membership.community_id, membership.participant_id)
    await _erase_tables(session, declared, person)
    await session.delete(membership)


def accounts_due(now: datetime) -> DueRows:
    """Selects requests whose person is in no community any more."""
    left = exists().where(MyCommunity.user_id == ErasureRequest.user_id)
    return select(ErasureRequest.user_id, ErasureRequest.id, ErasureRequest.begun_at).where(
        ErasureRequest.status == S.BEGUN, ErasureRequest.begun_at <= now - SETTLING_TIME, ~left
    )


async def erase_account(
    session: AsyncSession, declared: Sequence[PersonalData], key: Key, now: datetime
) -> None:
    request = await session.get_one(ErasureRequest, key)
    await lock(session, request)
    if request.status is S.BEGUN:
        await _erase_tables(session, declared, Person(key[0]))
        request.finish(now)


async def _erase_tables(
    session: AsyncSession, declared: Sequence[PersonalData], person: Person
) -> None:
    """Erases the person from each table, those first that refer to others."""
    order = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}
    for data in sorted(declared, key=lambda one: -order[one.model.__tablename__]):
        await erase(session, data, person)
        await session.flush()
