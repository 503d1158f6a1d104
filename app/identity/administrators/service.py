"""Administrators: made, and what they change about their own way in."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.administrators import passwords, second_factor
from app.identity.administrators.queries import get_administrator
from app.identity.administrators.schemas import NewPassword, SecondFactorWish
from app.identity.errors import (
    LoginNameTaken,
    PasswordWrong,
    SecondFactorNotBegun,
    SecondFactorWrong,
)
from app.identity.login_context import LoginContext
from app.identity.models import Administrator, Revocation, User
from app.identity.sessions.service import end_logins
from app.identity.tokens import TokenClaims
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import lock, savepoint
from app.kernel.privacy.audit import Actor, record
from app.kernel.privacy.sealed import own


@dataclass(frozen=True, slots=True)
class Self:
    """An administrator who acts on nobody but themselves: in no community."""

    id: UUID
    community_id: UUID = PLATFORM


class Enrolled(NamedTuple):
    administrator: Administrator
    otpauth_uri: str | None
    """The URI to show once; None without a second factor."""


async def create_administrator(
    session: AsyncSession,
    login_name: str,
    name: str,
    password_hash: str,
    totp_secret: str | None,
    now: datetime,
) -> Administrator:
    """Make an administrator with a user of their own. Grants say what they may do."""
    user = User.new(now)
    session.add(user)
    await session.flush()
    administrator = Administrator(
        user_id=user.id,
        login_name=login_name.lower(),
        name=name,
        password_hash=password_hash,
        totp=totp_secret,
        created_at=now,
    )
    async with savepoint(session, uq_administrators_login_name=LoginNameTaken):
        session.add(administrator)
    return administrator


async def enrol(
    session: AsyncSession,
    login_name: str,
    name: str,
    password_hash: str,
    *,
    with_second_factor: bool = True,
) -> Enrolled:
    """Make an administrator from the command line. The password is checked by
    `passwords.require_strong` and
    hashed by `passwords.hashed` before the transaction begins."""
    secret = second_factor.new_secret() if with_second_factor else None
    administrator = await create_administrator(
        session, login_name, name, password_hash, secret, clock.now()
    )
    uri = None if secret is None else second_factor.otpauth_uri(administrator.login_name, secret)
    return Enrolled(administrator, uri)


async def set_password(context: LoginContext, login: TokenClaims, sent: NewPassword) -> None:
    """Ends all other logins, and the access tokens of this one: its refresh token stays good."""
    await context.count_name(str(login.user_id), clock.now())
    administrator = await _proven(context, login, sent.password.get_secret_value())
    new = sent.new_password.get_secret_value()
    passwords.require_strong(new, administrator.login_name)
    new_hash = await passwords.hashed(new)
    async with context.database.transaction() as session:
        mine = await get_administrator(session, login.user_id)
        user = await session.get_one(User, login.user_id)
        await lock(session, user, mine)
        _require_unchanged(mine, administrator)
        mine.password_hash = new_hash
        user.version += 1
        await end_logins(session, user.id, Revocation.SECURED, but=login.session_id)
        record(session, Self(user.id), "administrator.password_changed", mine)


async def begin_second_factor(
    context: LoginContext, login: TokenClaims, sent: SecondFactorWish
) -> str:
    """The otpauth URI of a new secret, which holds once it is confirmed by a code."""
    now = clock.now()
    await context.count_name(str(login.user_id), now)
    administrator = await _proven(context, login, sent.password.get_secret_value())
    secret = second_factor.new_secret()
    async with context.database.transaction() as session:
        mine = await get_administrator(session, login.user_id)
        await lock(session, mine)
        _require_unchanged(mine, administrator)
        if mine.has_second_factor:
            step = second_factor.step_of_own(mine, sent.totp, now)
            if step is None or not await second_factor.use(session, mine, step, now):
                raise SecondFactorWrong
        mine.pending_totp = secret
        record(session, Self(login.user_id), "administrator.second_factor_begun", mine)
    return second_factor.otpauth_uri(mine.login_name, secret)


async def confirm_second_factor(
    session: AsyncSession, login: TokenClaims, code: str
) -> Administrator:
    """Confirm the new second factor by a code of its secret, and end all other logins."""
    mine = await get_administrator(session, login.user_id)
    await lock(session, mine)
    secret = own(mine, Administrator.pending_totp)
    if secret is None:
        raise SecondFactorNotBegun
    now = clock.now()
    step = second_factor.step_of(secret, code, now)
    if step is None or not await second_factor.use(session, mine, step, now):
        raise SecondFactorWrong
    mine.totp, mine.pending_totp = secret, None
    await end_logins(session, mine.user_id, Revocation.SECURED, but=login.session_id)
    record(session, Self(login.user_id), "administrator.second_factor_confirmed", mine)
    return mine


async def give_second_factor(
    session: AsyncSession, administrator: Administrator, *, by: Actor
) -> str:
    """A first one, or another for who has lost theirs: the otpauth URI, to be shown once."""
    user = await session.get_one(User, administrator.user_id)
    await lock(session, user, administrator)
    secret = second_factor.new_secret()
    administrator.totp, administrator.pending_totp = secret, None
    user.version += 1
    await end_logins(session, user.id, Revocation.SECURED)
    record(session, by, "administrator.second_factor_given", administrator)
    return second_factor.otpauth_uri(administrator.login_name, secret)


async def _proven(context: LoginContext, login: TokenClaims, password: str) -> Administrator:
    """Returns the administrator as they stood when the password was verified; that transaction has
    ended."""
    async with context.database.transaction() as session:
        administrator = await get_administrator(session, login.user_id)
    if not await passwords.is_right(password, administrator.password_hash):
        raise PasswordWrong
    return administrator


def _require_unchanged(now: Administrator, before: Administrator) -> None:
    """Refuse where the locked row has another password than the one that was verified."""
    if now.password_hash != before.password_hash:
        raise PasswordWrong
