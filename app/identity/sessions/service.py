"""Logins: opened, refreshed by tokens that are accepted once, and ended."""

from datetime import datetime
from enum import Enum, auto
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.actor import Self
from app.identity.erasure.service import take_back
from app.identity.errors import SessionEnded, UserBlocked
from app.identity.events import RefreshTokenReused
from app.identity.login_context import LoginContext
from app.identity.models import LoginSession, Revocation, TokenAudience, User, UserStatus
from app.identity.models.session import GRACE
from app.identity.sessions.queries import user_of_wechat
from app.identity.sessions.refresh_token import RefreshToken, device_hash
from app.identity.sessions.schemas import (
    LoggedInUser,
    Refresh,
    TokensOut,
    UserSession,
    WechatCode,
)
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import lock
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record


class Refused(Enum):
    ENDED = auto()
    """No such login, or a secret that was never one of it."""
    REUSED = auto()


async def log_in_with_wechat(context: LoginContext, body: WechatCode) -> UserSession:
    """Logs a resident in. The first login of a WeChat account creates its user."""
    await context.count_login(clock.now())
    person = await context.wechat.code2session(body.code)
    now = clock.now()
    async with context.database.transaction() as session:
        user = await user_of_wechat(session, context.appid, person, now)
        tokens = await open_login(
            session, user, TokenAudience.RESIDENT, body.device, now, context=context
        )
    return UserSession(**tokens.model_dump(), user=LoggedInUser.model_validate(user))


async def open_login(
    session: AsyncSession,
    user: User,
    audience: TokenAudience,
    device: str | None,
    now: datetime,
    *,
    context: LoginContext,
) -> TokensOut:
    if user.status is not UserStatus.ACTIVE:
        raise UserBlocked
    await take_back(session, user.id, now)
    login = LoginSession(
        user_id=user.id,
        audience=audience,
        device_hash=device_hash(device),
        created_at=now,
        proven_at=now,
    )
    token = RefreshToken.first(user.id, login.id, context.refresh_key)
    login.rotate(token.hashed(), now)
    session.add(login)
    return _tokens(context, user, login, token, now)


async def refresh(context: LoginContext, body: Refresh, audience: TokenAudience) -> TokensOut:
    """Returns the tokens that follow a refresh token. Raises SessionEnded for an invalid one, and
    TooManyRequests. A second use of one ends the login, in a transaction of its own, because the
    refusal rolls the first one back."""
    try:
        token = RefreshToken.read(body.refresh_token)
    except ValueError:
        raise SessionEnded from None
    await context.count_refresh(token.session_id, clock.now())
    if not (token.is_untagged or token.was_issued(context.refresh_key)):
        raise SessionEnded
    outcome = await _rotate(context, token, device_hash(body.device), audience)
    if isinstance(outcome, TokensOut):
        return outcome
    if outcome is Refused.REUSED:
        await _end_family(context, token)
    raise SessionEnded


async def _rotate(
    context: LoginContext, token: RefreshToken, device: bytes | None, audience: TokenAudience
) -> TokensOut | Refused:
    async with context.database.transaction() as session:
        login = await session.get(LoginSession, (token.user_id, token.session_id))
        user = await session.get(User, token.user_id)
        if login is None or user is None:
            return Refused.ENDED
        await lock(session, login)
        now = clock.now()
        is_open = login.audience is audience and user.status is UserStatus.ACTIVE
        if not (is_open and login.is_live(now)):
            return Refused.ENDED
        successor = token.successor(context.refresh_key)
        if token.matches(login.secret_hash):
            login.rotate(successor.hashed(), now)
        elif refusal := _refusal_of_former(context, login, token, device, now):
            return refusal
        return _tokens(context, user, login, successor, now)


def _refusal_of_former(
    context: LoginContext,
    login: LoginSession,
    token: RefreshToken,
    device: bytes | None,
    now: datetime,
) -> Refused | None:
    """Returns None for a lost answer, which the same device asks for again within GRACE; else the
    reason to refuse a secret that is not the newest."""
    if not token.matches(login.former_hash):
        return Refused.ENDED if token.is_untagged else Refused.REUSED
    is_soon = now <= login.rotated_at + GRACE
    successor = token.successor(context.refresh_key)
    if is_soon and device == login.device_hash and successor.matches(login.secret_hash):
        return None
    return Refused.REUSED


async def _end_family(context: LoginContext, token: RefreshToken) -> None:
    """Ends the login and sends its person a message. A second detection changes nothing."""
    async with context.database.transaction() as session:
        login = await session.get_one(LoginSession, (token.user_id, token.session_id))
        await lock(session, login)
        if login.revoked_at is None:
            login.revoke(clock.now(), Revocation.REUSED)
            emit(session, PLATFORM, RefreshTokenReused(user_id=login.user_id))


async def log_out_administrator(session: AsyncSession, user_id: UUID, session_id: UUID) -> None:
    await log_out(session, user_id, session_id)
    record(session, Self(user_id), "administrator.logged_out", Self(user_id))


async def log_out(session: AsyncSession, user_id: UUID, session_id: UUID) -> None:
    login = await session.get_one(LoginSession, (user_id, session_id))
    await lock(session, login)
    login.revoke(clock.now(), Revocation.LOGOUT)


async def end_logins(
    session: AsyncSession, user_id: UUID, because: Revocation, *, except_for: UUID | None = None
) -> None:
    """Ends all logins of a user, except the one from which the request comes."""
    statement = (
        select(LoginSession)
        .where(LoginSession.user_id == user_id, LoginSession.revoked_at.is_(None))
        .order_by(LoginSession.id)
        .with_for_update(key_share=True)
    )
    for login in await session.scalars(statement):
        if login.id != except_for:
            login.revoke(clock.now(), because)


def _tokens(
    context: LoginContext, user: User, login: LoginSession, token: RefreshToken, now: datetime
) -> TokensOut:
    access = context.access_token(user.id, login.id, user.version, login.audience, now)
    return TokensOut(access_token=access, refresh_token=str(token))
