"""Guards of identity: the user of a resident or an administrator, by their bearer token."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from fastapi.openapi.models import HTTPBearer
from fastapi.security.base import SecurityBase
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.authenticator import Authenticator
from app.identity.client_address import client_address
from app.identity.errors import StepUpRequired
from app.identity.login_context import LoginContext
from app.identity.models import LoginSession, TokenAudience, User, UserStatus
from app.identity.models.session import STEP_UP_LIFETIME
from app.identity.tokens import TokenClaims
from app.integrations.wechat.settings import WechatSettings
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.errors import Unauthenticated
from app.kernel.privacy.origin import Origin, current_origin, set_origin
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import idempotent


class Bearer(SecurityBase):
    """Returns the bearer token of the request, or None. FastAPI's own class would build a model of
    it in each request."""

    model = HTTPBearer()
    scheme_name = "HTTPBearer"

    async def __call__(self, request: Request) -> str | None:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        return (token.strip() or None) if scheme.lower() == "bearer" else None


Token = Annotated[str | None, Depends(Bearer())]


async def current_login(request: Request, token: Token) -> TokenClaims:
    """Returns the claims of a resident's token. Raises Unauthenticated."""
    if token is None:
        raise Unauthenticated
    authenticator: Authenticator = request.app.state.authenticator
    return await authenticator.authenticate(token)


async def current_user(login: Annotated[TokenClaims, Depends(current_login)]) -> UUID:
    return login.user_id


async def admin_token_claims(request: Request, token: Token) -> TokenClaims:
    """Returns the claims of an administrator's token, whose login may have ended since it was
    issued."""
    if token is None:
        raise Unauthenticated
    authenticator: Authenticator = request.app.state.authenticator
    return authenticator.tokens.verify(token, TokenAudience.ADMIN, clock.now())


def address_of(request: Request) -> str:
    """Returns the client's address, as `client_address` reduces it."""
    settings: WechatSettings = request.app.state.settings
    peer = request.client.host if request.client else None
    forwarded = request.headers.getlist("x-forwarded-for")
    return client_address(peer, forwarded, settings.trusted_proxies)


AdminTokenClaims = Annotated[TokenClaims, Depends(admin_token_claims)]


async def _require_held(session: AsyncSession, claims: TokenClaims) -> None:
    user = select(User.id).filter_by(
        id=claims.user_id, status=UserStatus.ACTIVE, version=claims.version
    )
    login = select(LoginSession.id).filter_by(
        user_id=claims.user_id, id=claims.session_id, revoked_at=None
    )
    if not (await session.scalar(user) and await session.scalar(login)):
        raise Unauthenticated


async def current_admin_login(
    request: Request, claims: AdminTokenClaims, session: Session
) -> TokenClaims:
    """Returns the claims of an administrator's token, whose login each request reads."""
    await _require_held(session, claims)
    request.app.state.authenticator.count(claims)
    set_origin(Origin(claims.session_id, address_of(request)))
    return claims


CurrentAdminLogin = Annotated[TokenClaims, Depends(current_admin_login)]


async def admin_login_outside_transaction(
    request: Request, claims: AdminTokenClaims
) -> TokenClaims:
    """Returns the claims of an administrator's token, whose login is read in a transaction that has
    ended. For routes that wait for a password's hash before they begin theirs."""
    database: Database = request.app.state.database
    async with database.transaction() as session:
        await _require_held(session, claims)
    request.app.state.authenticator.count(claims)
    set_origin(Origin(claims.session_id, address_of(request)))
    return claims


async def current_admin(login: Annotated[TokenClaims, Depends(current_admin_login)]) -> UUID:
    """Returns the user of an administrator; communities check their permissions."""
    return login.user_id


async def recently_proven(login: CurrentAdminLogin, session: Session) -> None:
    """Raises StepUpRequired unless the password and the second factor of this login were given
    within STEP_UP_LIFETIME."""
    proven = select(LoginSession.proven_at).filter_by(user_id=login.user_id, id=login.session_id)
    proven_at = await session.scalar(proven)
    if proven_at is None or proven_at + STEP_UP_LIFETIME < clock.now():
        raise StepUpRequired(step_up="/admin/v1/auth/sessions/current/step-up")


async def login_context(request: Request) -> LoginContext:
    state = request.app.state
    settings: WechatSettings = state.settings
    address = address_of(request)
    if current_origin().session_id is None:
        set_origin(Origin(None, address))
    return LoginContext(
        database=state.database,
        tokens=state.authenticator.tokens,
        wechat=state.wechat,
        appid=settings.wechat_appid,
        refresh_key=settings.key_for("refresh"),
        requires_second_factor=settings.requires_second_factor,
        address=address,
    )


CurrentLoginContext = Annotated[LoginContext, Depends(login_context)]
CurrentLogin = Annotated[TokenClaims, Depends(current_login)]
CurrentUser = Annotated[UUID, Depends(current_user)]
AdminLoginOutsideTransaction = Annotated[TokenClaims, Depends(admin_login_outside_transaction)]
CurrentAdmin = Annotated[UUID, Depends(current_admin)]
RecentlyProven = Annotated[None, Depends(recently_proven)]
IdempotentForUser = idempotent(current_user)
IdempotentForAdmin = idempotent(current_admin)
