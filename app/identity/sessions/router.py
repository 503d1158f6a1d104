"""/v1/auth: residents log in through WeChat, refresh their logins, and log out.

These answers hold secrets, which are not stored: no Idempotency-Key is taken.
"""

from app.identity.deps import CurrentLogin, CurrentLoginContext
from app.identity.errors import SessionEnded, UserBlocked
from app.identity.models import TokenAudience
from app.identity.sessions import service as sessions
from app.identity.sessions.schemas import Refresh, TokensOut, UserSession, WechatCode
from app.integrations.wechat.errors import (
    WechatCodeInvalid,
    WechatMisconfigured,
    WechatUnavailable,
    WechatUserBlocked,
)
from app.kernel.web.dependencies import Session
from app.kernel.web.limits import TooManyRequests
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(prefix="/auth", tags=["sessions"])


@router.post(
    "/wechat/sessions",
    status_code=201,
    response_model=UserSession,
    responses=problems(
        *(UserBlocked, TooManyRequests, WechatCodeInvalid, WechatUserBlocked),
        *(WechatMisconfigured, WechatUnavailable),
    ),
)
async def log_in_with_wechat(body: WechatCode, context: CurrentLoginContext) -> UserSession:
    """Log in with a code from wx.login. The first login of a WeChat account creates its user."""
    return await sessions.log_in_with_wechat(context, body)


@router.post(
    "/sessions/refresh", response_model=TokensOut, responses=problems(SessionEnded, TooManyRequests)
)
async def refresh_session(body: Refresh, context: CurrentLoginContext) -> TokensOut:
    """Refresh a login. Each refresh token is accepted once and gives new tokens. The same device
    may repeat the request within a minute and gets the same answer, in case it was lost. Any
    other second use counts as theft: the login ends, and the person gets a message."""
    return await sessions.refresh(context, body, TokenAudience.RESIDENT)


@router.delete("/sessions/current", status_code=204)
async def log_out(login: CurrentLogin, session: Session) -> None:
    """End the current login. Its access token is invalid within a minute."""
    await sessions.log_out(session, login.user_id, login.session_id)
