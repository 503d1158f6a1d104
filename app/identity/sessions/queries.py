"""Query on the user of a WeChat account."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.login_context import WechatLogin
from app.identity.models import User, WechatIdentity
from app.kernel.database.engine import insert_once
from app.kernel.privacy.sealed import Sealed


class _CreatedMeanwhileError(Exception):
    """Another first login of the account has created it meanwhile."""


async def user_of_wechat(
    session: AsyncSession, appid: str, person: WechatLogin, now: datetime
) -> User:
    """Returns the user of a WeChat account, creating one at the first login. Of two first logins at
    once a constraint lets one create it."""
    if (user := await _find(session, appid, person)) is not None:
        return user
    try:
        async with session.begin_nested():
            return await _create(session, appid, person, now)
    except _CreatedMeanwhileError:
        user = await _find(session, appid, person)
        assert user is not None
        return user


async def _find(session: AsyncSession, appid: str, person: WechatLogin) -> User | None:
    openid: Sealed = WechatIdentity.openid
    is_known = openid.matches(WechatIdentity, None, person.openid)
    query = select(WechatIdentity).where(WechatIdentity.appid == appid, is_known)
    identity = await session.scalar(query)
    if identity is None:
        return None
    if identity.unionid_sealed is None and person.unionid:
        identity.unionid = person.unionid  # WeChat has bound the mini-program to a platform since.
    return await session.get_one(User, identity.user_id)


async def _create(session: AsyncSession, appid: str, person: WechatLogin, now: datetime) -> User:
    """Creates a user and their account. Raises _CreatedMeanwhileError where another login has
    created the account; the user is then rolled back with the savepoint."""
    user = User.new(now)
    session.add(user)
    identity = WechatIdentity(
        user_id=user.id, appid=appid, openid=person.openid, unionid=person.unionid, created_at=now
    )
    if not await insert_once(session, identity):
        raise _CreatedMeanwhileError
    return user
