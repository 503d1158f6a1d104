"""Logins of administrators: a name, a password, and a one-time code."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.actor import OPERATOR, Self
from app.identity.administrators import passwords, second_factor
from app.identity.administrators.queries import find_by_name
from app.identity.administrators.schemas import AdministratorOut, AdminLogin, AdminSession
from app.identity.errors import LoginRefused, SecondFactorRequired, UserBlocked
from app.identity.login_context import LoginContext
from app.identity.models import Administrator, TokenAudience, User, UserStatus
from app.identity.sessions.service import open_login
from app.kernel import clock
from app.kernel.database.engine import lock
from app.kernel.privacy.audit import record
from app.kernel.web.limits import TooManyRequests


@dataclass
class _Attempt:
    """An attempt to log in: how far it came, for its audit entry."""

    administrator: Administrator | None = None
    checked: str = "name"


async def log_in(context: LoginContext, body: AdminLogin) -> AdminSession:
    """Logs an administrator in. Raises LoginRefused, which does not tell a wrong name, password or
    code from each other, and takes as long for an unknown name. Both ends are audited."""
    login_name = body.username.casefold()
    await context.count_login(clock.now(), login_name)
    attempt = _Attempt()
    try:
        return await _log_in(context, body, login_name, attempt)
    except (LoginRefused, SecondFactorRequired, UserBlocked):
        await _record_refusal(context, attempt)
        raise


async def _log_in(
    context: LoginContext, body: AdminLogin, login_name: str, attempt: _Attempt
) -> AdminSession:
    async with context.database.transaction() as session:
        row = await find_by_name(session, login_name)
    verified = row.password_hash if row else None
    attempt.administrator, attempt.checked = row, "password" if row else "name"
    if not await passwords.is_right(body.password.get_secret_value(), verified) or row is None:
        raise LoginRefused
    attempt.checked = "second_factor"
    await _count_code(context, row)
    now = clock.now()
    async with context.database.transaction() as session:
        user = await session.get_one(User, row.user_id)
        administrator = await session.get_one(Administrator, row.id)
        await lock(session, administrator)
        if user.status is not UserStatus.ACTIVE or administrator.password_hash != verified:
            attempt.checked = "account"
            raise LoginRefused
        await _require_second_factor(session, administrator, body.totp, now, context=context)
        tokens = await open_login(
            session, user, TokenAudience.ADMIN, body.device, now, context=context
        )
        record(session, Self(user.id), "administrator.logged_in", administrator)
    return AdminSession(**tokens.model_dump(), user=AdministratorOut.model_validate(administrator))


async def _record_refusal(context: LoginContext, attempt: _Attempt) -> None:
    """Writes the refusal in a transaction of its own, also for a name that nobody has: it takes as
    long. What was typed is not written, because people type passwords into the wrong field."""
    known = attempt.administrator
    by = Self(known.user_id) if known else OPERATOR
    async with context.database.transaction() as session:
        action = "administrator.login_refused"
        record(session, by, action, known or by, refusal=attempt.checked)


async def _count_code(context: LoginContext, administrator: Administrator) -> None:
    """Counts the code before it is verified. Raises LoginRefused beyond the limit, because another
    answer would tell that the password is right."""
    if administrator.has_second_factor:
        try:
            await context.count_code(administrator.user_id, clock.now())
        except TooManyRequests:
            raise LoginRefused from None


async def _require_second_factor(
    session: AsyncSession,
    administrator: Administrator,
    code: str | None,
    now: datetime,
    *,
    context: LoginContext,
) -> None:
    if not administrator.has_second_factor:
        if context.requires_second_factor:
            raise SecondFactorRequired
        return
    step = second_factor.step_of_own(administrator, code, now)
    if step is None or not await second_factor.use(session, administrator, step, now):
        raise LoginRefused
