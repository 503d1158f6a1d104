"""Account links: issued by another administrator or on the command line, opened and used by their
person alone, who sets the password and the second factor. Nobody else ever knows them."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.account_links.schemas import OpenedAccountLink, UsedAccountLink
from app.identity.account_links.token import AccountLinkToken
from app.identity.actor import Self
from app.identity.administrators import passwords, second_factor
from app.identity.administrators.queries import get_administrator
from app.identity.another_person import record_equipment
from app.identity.errors import AccountLinkInvalid, SecondFactorWrong
from app.identity.login_context import LoginContext
from app.identity.models import (
    AccountLink,
    Administrator,
    EquipmentKind,
    Revocation,
    UsedCode,
    User,
    UserStatus,
)
from app.identity.models.account_link import ACCOUNT_LINK_LIFETIME
from app.identity.sessions.service import end_logins
from app.kernel import clock
from app.kernel.database.engine import lock
from app.kernel.errors import NotFound
from app.kernel.privacy.audit import Actor, record
from app.kernel.privacy.sealed import own


class IssuedLink(NamedTuple):
    token: str
    """The token, to be shown this once and handed over to the person."""
    expires_at: datetime


async def issue(session: AsyncSession, administrator: Administrator, *, by: Actor) -> IssuedLink:
    """Issues a link instead of any former one. The password, the second factor and the logins stay
    valid until the link is used."""
    now = clock.now()
    await lock(session, administrator)
    await session.execute(delete(AccountLink).where(AccountLink.user_id == administrator.user_id))
    link = AccountLink(
        user_id=administrator.user_id,
        issued_by=by.id,
        issued_at=now,
        expires_at=now + ACCOUNT_LINK_LIFETIME,
    )
    token = AccountLinkToken.new(administrator.user_id, link.id)
    link.secret_digest = token.digest()
    session.add(link)
    record_equipment(session, administrator.user_id, EquipmentKind.LINK, by_id=by.id, now=now)
    record(session, by, "administrator.link_issued", administrator)
    return IssuedLink(str(token), link.expires_at)


async def open_link(context: LoginContext, text: str) -> OpenedAccountLink:
    """Returns whose account the link is for, with a new second factor each time, so that who has
    opened the link before knows none that counts. Raises AccountLinkInvalid."""
    await context.count_login(clock.now())
    token = _read(text)
    secret = second_factor.new_secret()
    async with context.database.transaction() as session:
        administrator, link = await _lock_rows(session, token)
        link.totp = secret
    return OpenedAccountLink(
        login_name=administrator.login_name,
        name=administrator.name,
        expires_at=link.expires_at,
        otpauth_uri=second_factor.otpauth_uri(administrator.login_name, secret),
    )


async def use(context: LoginContext, body: UsedAccountLink) -> None:
    """Sets the password and the second factor, and ends all logins. Raises AccountLinkInvalid,
    PasswordWeak, and SecondFactorWrong."""
    await context.count_login(clock.now())
    token = _read(body.token)
    async with context.database.transaction() as session:
        administrator, _ = await _lock_rows(session, token)
    password = body.password.get_secret_value()
    passwords.require_strong(password, administrator.login_name)
    await context.count_code(token.user_id, clock.now())
    # The hash takes a tenth of a second, so no transaction waits for it.
    password_hash = await passwords.hashed(password)
    async with context.database.transaction() as session:
        administrator, link = await _lock_rows(session, token)
        secret = await _confirmed_factor(session, administrator, link, body.totp, context=context)
        administrator.password_hash = password_hash
        administrator.totp, administrator.pending_totp = secret, None
        user = await session.get_one(User, token.user_id)
        user.version += 1
        await end_logins(session, user.id, Revocation.SECURED)
        await session.delete(link)
        record(session, Self(user.id), "administrator.link_used", administrator)


async def _confirmed_factor(
    session: AsyncSession,
    administrator: Administrator,
    link: AccountLink,
    code: str | None,
    *,
    context: LoginContext,
) -> str | None:
    """Returns the secret whose code this is; None where no second factor is required and none is
    given. Raises SecondFactorWrong."""
    if code is None and not context.requires_second_factor:
        return None
    now = clock.now()
    secret = own(link, AccountLink.totp)
    step = second_factor.step_of(secret, code, now)
    if step is None:
        raise SecondFactorWrong
    # Codes that were used belong to the former secret.
    await session.execute(delete(UsedCode).where(UsedCode.user_id == administrator.user_id))
    await second_factor.use(session, administrator, step, now)
    return secret


def _read(text: str) -> AccountLinkToken:
    try:
        return AccountLinkToken.read(text)
    except ValueError:
        raise AccountLinkInvalid from None


async def _lock_rows(
    session: AsyncSession, token: AccountLinkToken
) -> tuple[Administrator, AccountLink]:
    """Returns the locked administrator with the live link. Raises AccountLinkInvalid for a token
    that is unknown, used, replaced or expired, and for a blocked account."""
    try:
        administrator = await get_administrator(session, token.user_id)
    except NotFound:
        raise AccountLinkInvalid from None
    user = await session.get_one(User, token.user_id)
    await lock(session, user, administrator)
    key = {"user_id": token.user_id, "id": token.link_id}
    link = await session.get(AccountLink, key, populate_existing=True)
    if link is None or not token.matches(link.secret_digest) or not link.is_live(clock.now()):
        raise AccountLinkInvalid
    if user.status is not UserStatus.ACTIVE:
        raise AccountLinkInvalid
    return administrator, link
