"""Changes to administrators, and to their own passwords and second factors."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.actor import Self
from app.identity.administrators import passwords, second_factor
from app.identity.administrators.queries import get_administrator
from app.identity.administrators.schemas import NewPassword, SecondFactorWish, StepUp
from app.identity.errors import (
    LoginNameTaken,
    PasswordWrong,
    SecondFactorNotBegun,
    SecondFactorWrong,
)
from app.identity.login_context import LoginContext
from app.identity.models import Administrator, LoginSession, Revocation, User
from app.identity.models.session import STEP_UP_LIFETIME
from app.identity.sessions.service import end_logins
from app.identity.tokens import TokenClaims
from app.kernel import clock
from app.kernel.database.engine import insert_once, lock
from app.kernel.privacy.audit import record
from app.kernel.privacy.sealed import own


async def create_administrator(
    session: AsyncSession,
    login_name: str,
    name: str,
    password_hash: str | None,
    totp_secret: str | None,
    now: datetime,
) -> Administrator:
    """Creates an administrator with a user of their own. Grants give them permissions."""
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
    if not await insert_once(session, administrator):
        raise LoginNameTaken
    return administrator


async def enrol(
    session: AsyncSession, login_name: str, name: str, password_hash: str | None
) -> tuple[Administrator, str | None]:
    """Creates an administrator from the command line, with the otpauth URI of their second factor;
    without a password there is none. The caller checks the password by `passwords.require_strong`
    and hashes it by `passwords.hashed` before the transaction begins."""
    secret = None if password_hash is None else second_factor.new_secret()
    administrator = await create_administrator(
        session, login_name, name, password_hash, secret, clock.now()
    )
    if secret is None:
        return administrator, None
    return administrator, second_factor.otpauth_uri(administrator.login_name, secret)


async def set_password(context: LoginContext, login: TokenClaims, body: NewPassword) -> None:
    """Changes the password. All other logins and all access tokens end; the refresh token of this
    login stays valid. Raises PasswordWrong and PasswordWeak."""
    await context.count_name(str(login.user_id), clock.now())
    async with _refusals_audited(context, login):
        verified = await _verify_password(context, login, body.password.get_secret_value())
    new_password = body.new_password.get_secret_value()
    passwords.require_strong(new_password, verified.login_name)
    new_hash = await passwords.hashed(new_password)
    async with context.database.transaction() as session:
        administrator = await get_administrator(session, login.user_id)
        user = await session.get_one(User, login.user_id)
        await lock(session, user, administrator)
        _require_unchanged(administrator, verified)
        administrator.password_hash = new_hash
        user.version += 1
        await end_logins(session, user.id, Revocation.SECURED, except_for=login.session_id)
        record(session, Self(user.id), "administrator.password_changed", administrator)


async def begin_second_factor(
    context: LoginContext, login: TokenClaims, body: SecondFactorWish
) -> str:
    """Returns the otpauth URI of a new secret, which becomes valid when a code of it is confirmed.
    Raises PasswordWrong, and SecondFactorWrong for a wrong code of the present one."""
    now = clock.now()
    await context.count_name(str(login.user_id), now)
    async with _refusals_audited(context, login):
        verified = await _verify_password(context, login, body.password.get_secret_value())
    await context.count_code(login.user_id, now)
    secret = second_factor.new_secret()
    async with _refusals_audited(context, login), context.database.transaction() as session:
        administrator = await get_administrator(session, login.user_id)
        await lock(session, administrator)
        _require_unchanged(administrator, verified)
        await _require_code(session, administrator, body.totp, now)
        administrator.pending_totp = secret
        record(session, Self(login.user_id), "administrator.second_factor_begun", administrator)
    return second_factor.otpauth_uri(administrator.login_name, secret)


async def step_up(context: LoginContext, login: TokenClaims, body: StepUp) -> datetime:
    """Notes that the person of this login has shown who they are. Returns the instant until which
    that is enough. Raises PasswordWrong and SecondFactorWrong."""
    await context.count_name(str(login.user_id), clock.now())
    async with _refusals_audited(context, login):
        verified = await _verify_password(context, login, body.password.get_secret_value())
    await context.count_code(login.user_id, clock.now())
    async with _refusals_audited(context, login), context.database.transaction() as session:
        administrator = await get_administrator(session, login.user_id)
        own_session = await session.get_one(LoginSession, (login.user_id, login.session_id))
        await lock(session, administrator, own_session)
        _require_unchanged(administrator, verified)
        now = clock.now()
        await _require_code(session, administrator, body.totp, now)
        own_session.proven_at = now
        record(session, Self(login.user_id), "administrator.stepped_up", administrator)
    return now + STEP_UP_LIFETIME


async def confirm_second_factor(
    session: AsyncSession, login: TokenClaims, code: str
) -> Administrator:
    """Makes the new second factor valid by a code of it, and ends all other logins."""
    administrator = await get_administrator(session, login.user_id)
    await lock(session, administrator)
    secret = own(administrator, Administrator.pending_totp)
    if secret is None:
        raise SecondFactorNotBegun
    now = clock.now()
    step = second_factor.step_of(secret, code, now)
    if step is None or not await second_factor.use(session, administrator, step, now):
        raise SecondFactorWrong
    administrator.totp, administrator.pending_totp = secret, None
    await end_logins(
        session, administrator.user_id, Revocation.SECURED, except_for=login.session_id
    )
    record(session, Self(login.user_id), "administrator.second_factor_confirmed", administrator)
    return administrator


@asynccontextmanager
async def _refusals_audited(context: LoginContext, login: TokenClaims) -> AsyncIterator[None]:
    """Writes that a wrong password or code was given, in a transaction of its own: whoever has
    taken a login from somebody guesses here."""
    try:
        yield
    except (PasswordWrong, SecondFactorWrong) as refused:
        is_password = isinstance(refused, PasswordWrong)
        refusal = "password" if is_password else "second_factor"
        async with context.database.transaction() as session:
            administrator = await get_administrator(session, login.user_id)
            action = "administrator.proof_refused"
            record(session, Self(login.user_id), action, administrator, refusal=refusal)
        raise


async def _require_code(
    session: AsyncSession, administrator: Administrator, code: str | None, now: datetime
) -> None:
    """Uses a code of the present second factor, where there is one. Raises SecondFactorWrong."""
    if administrator.has_second_factor:
        step = second_factor.step_of_own(administrator, code, now)
        if step is None or not await second_factor.use(session, administrator, step, now):
            raise SecondFactorWrong


async def _verify_password(
    context: LoginContext, login: TokenClaims, password: str
) -> Administrator:
    """Returns the administrator as read before the password was verified; that transaction has
    ended. Raises PasswordWrong."""
    async with context.database.transaction() as session:
        administrator = await get_administrator(session, login.user_id)
    if not await passwords.is_right(password, administrator.password_hash):
        raise PasswordWrong
    return administrator


def _require_unchanged(locked: Administrator, verified: Administrator) -> None:
    """Raises PasswordWrong if the locked row has another password than the verified one."""
    if locked.password_hash != verified.password_hash:
        raise PasswordWrong
