"""Logins: opened, kept alive by refresh tokens that are good once, and ended."""

from datetime import datetime
from enum import Enum, auto
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

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


class Refused(Enum):
    ENDED = auto()
    REUSED = auto()
    UNKNOWN = auto()
    """Neither the newest secret nor the one before: garbage, or an old one."""


async def log_in_with_wechat(context: LoginContext, sent: WechatCode) -> UserSession:
    """The first login of a WeChat account makes its user."""
    await context.count_login(clock.now())
    person = await context.wechat.code2session(sent.code)
    now = clock.now()
    async with context.database.transaction() as session:
        user = await user_of_wechat(session, context.appid, person, now)
        tokens = await open_login(
            session, user, TokenAudience.RESIDENT, sent.device, now, context=context
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
    login = LoginSession(
        user_id=user.id, audience=audience, device_hash=device_hash(device), created_at=now
    )
    token = RefreshToken.first(user.id, login.id)
    login.rotate(token.hashed(), now)
    session.add(login)
    return _tokens(context, user, login, token, now)


async def refresh(context: LoginContext, sent: Refresh, audience: TokenAudience) -> TokensOut:
    """The successor, or SessionEnded. A used token shown again ends the login: what says so is
    written after the first transaction has ended, for that one is refused."""
    try:
        shown = RefreshToken.read(sent.refresh_token)
    except ValueError:
        raise SessionEnded from None
    outcome = await _rotate(context, shown, device_hash(sent.device), audience)
    if isinstance(outcome, TokensOut):
        return outcome
    if outcome is Refused.REUSED or (outcome is Refused.UNKNOWN and await _is_old(context, shown)):
        await _end_family(context, shown)
    raise SessionEnded


async def _rotate(
    context: LoginContext, shown: RefreshToken, device: bytes | None, audience: TokenAudience
) -> TokensOut | Refused:
    async with context.database.transaction() as session:
        login = await session.get(LoginSession, (shown.user_id, shown.session_id))
        user = await session.get(User, shown.user_id)
        if login is None or user is None:
            return Refused.ENDED
        await lock(session, login)
        now = clock.now()
        is_open = login.audience is audience and user.status is UserStatus.ACTIVE
        if not (is_open and login.is_live(now)):
            return Refused.ENDED
        successor = shown.successor(context.refresh_key)
        if shown.is_kept_as(login.secret_hash):
            login.rotate(successor.hashed(), now)
        elif refusal := _not_again(login, shown, successor, device, now):
            return refusal
        return _tokens(context, user, login, successor, now)


def _not_again(
    login: LoginSession,
    shown: RefreshToken,
    successor: RefreshToken,
    device: bytes | None,
    now: datetime,
) -> Refused | None:
    """None when the answer was lost on its way: the former secret, at once, the same device."""
    if not shown.is_kept_as(login.former_hash):
        return Refused.UNKNOWN
    is_soon = now <= login.rotated_at + GRACE
    if is_soon and device == login.device_hash and successor.is_kept_as(login.secret_hash):
        return None
    return Refused.REUSED


async def _is_old(context: LoginContext, shown: RefreshToken) -> bool:
    """Returns whether the token was this login's two or more uses ago. Takes some milliseconds, so
    it runs outside the transaction."""
    async with context.database.transaction() as session:
        login = await session.get(LoginSession, (shown.user_id, shown.session_id))
    return login is not None and shown.led_to(login.secret_hash, context.refresh_key)


async def _end_family(context: LoginContext, shown: RefreshToken) -> None:
    """End the login and tell its person. A second finder has nothing more to do."""
    async with context.database.transaction() as session:
        login = await session.get_one(LoginSession, (shown.user_id, shown.session_id))
        await lock(session, login)
        if login.revoked_at is None:
            login.revoke(clock.now(), Revocation.REUSED)
            emit(session, PLATFORM, RefreshTokenReused(user_id=login.user_id))


async def log_out(session: AsyncSession, user_id: UUID, session_id: UUID) -> None:
    login = await session.get_one(LoginSession, (user_id, session_id))
    await lock(session, login)
    login.revoke(clock.now(), Revocation.LOGOUT)


async def end_logins(
    session: AsyncSession, user_id: UUID, because: Revocation, *, but: UUID | None = None
) -> None:
    """All of a person's, or all others than the one that asks for it."""
    held = (
        select(LoginSession)
        .where(LoginSession.user_id == user_id, LoginSession.revoked_at.is_(None))
        .order_by(LoginSession.id)
        .with_for_update(key_share=True)
    )
    for login in await session.scalars(held):
        if login.id != but:
            login.revoke(clock.now(), because)


def _tokens(
    context: LoginContext, user: User, login: LoginSession, token: RefreshToken, now: datetime
) -> TokensOut:
    access = context.access_token(user.id, login.id, user.version, login.audience, now)
    return TokensOut(access_token=access, refresh_token=str(token))
