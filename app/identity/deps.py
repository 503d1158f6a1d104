"""Who calls: a resident's user, or an administrator's, from the bearer token."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from fastapi.openapi.models import HTTPBearer
from fastapi.security.base import SecurityBase
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.authenticator import Gate
from app.identity.client_address import caller
from app.identity.login_context import Means
from app.identity.models import Audience, LoginSession, User, UserStatus
from app.identity.tokens import Claims
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.errors import Unauthenticated
from app.kernel.ops.settings import Settings
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import once


class Bearer(SecurityBase):
    """The token that is sent. FastAPI's own class would make a model of it in each request."""

    model = HTTPBearer()
    scheme_name = "HTTPBearer"

    async def __call__(self, request: Request) -> str | None:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        return (token.strip() or None) if scheme.lower() == "bearer" else None


Token = Annotated[str | None, Depends(Bearer())]


async def current_login(request: Request, token: Token) -> Claims:
    """A resident's login."""
    if token is None:
        raise Unauthenticated
    gate: Gate = request.app.state.gate
    return await gate.admit(token)


async def current_user(login: Annotated[Claims, Depends(current_login)]) -> UUID:
    return login.user_id


async def admin_claims(request: Request, token: Token) -> Claims:
    """What an administrator's token says; not whether its login still holds."""
    if token is None:
        raise Unauthenticated
    gate: Gate = request.app.state.gate
    return gate.tokens.verify(token, Audience.ADMIN, clock.now())


AdminClaims = Annotated[Claims, Depends(admin_claims)]


async def _require_held(session: AsyncSession, claims: Claims) -> None:
    user = select(User.id).filter_by(
        id=claims.user_id, status=UserStatus.ACTIVE, version=claims.version
    )
    held = select(LoginSession.id).filter_by(
        user_id=claims.user_id, id=claims.session_id, revoked_at=None
    )
    if not (await session.scalar(user) and await session.scalar(held)):
        raise Unauthenticated


async def current_admin_login(request: Request, claims: AdminClaims, session: Session) -> Claims:
    """An administrator's login, looked at in each request."""
    await _require_held(session, claims)
    request.app.state.gate.count(claims)
    return claims


async def settled_admin_login(request: Request, claims: AdminClaims) -> Claims:
    """The same, in a transaction of its own that has ended: for routes that wait for something
    else (a password's hash) before they open theirs."""
    database: Database = request.app.state.database
    async with database.transaction() as session:
        await _require_held(session, claims)
    request.app.state.gate.count(claims)
    return claims


async def current_admin(login: Annotated[Claims, Depends(current_admin_login)]) -> UUID:
    """The user of an administrator; what they may is for communities to say."""
    return login.user_id


async def means(request: Request) -> Means:
    state = request.app.state
    settings: Settings = state.settings
    peer = request.client.host if request.client else None
    forwarded = request.headers.getlist("x-forwarded-for")
    return Means(
        database=state.database,
        tokens=state.gate.tokens,
        wechat=state.wechat,
        appid=settings.wechat_appid,
        refresh_key=settings.key_for("refresh"),
        requires_second_factor=settings.requires_second_factor,
        address=caller(peer, forwarded, settings.trusted_proxies),
    )


MeansOfLogin = Annotated[Means, Depends(means)]
CurrentLogin = Annotated[Claims, Depends(current_login)]
CurrentUser = Annotated[UUID, Depends(current_user)]
CurrentAdminLogin = Annotated[Claims, Depends(current_admin_login)]
SettledAdminLogin = Annotated[Claims, Depends(settled_admin_login)]
CurrentAdmin = Annotated[UUID, Depends(current_admin)]
OnceForUser = once(current_user)
OnceForAdmin = once(current_admin)
