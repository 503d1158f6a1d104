"""/v1/auth: residents log in through WeChat, stay logged in, and log out.

Logins take no Idempotency-Key: their answers hold secrets, which are kept nowhere.
"""

from fastapi import Response

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
CURRENT = "/v1/auth/sessions/current"


@router.post(
    "/wechat/sessions",
    status_code=201,
    response_model=UserSession,
    responses=problems(
        *(UserBlocked, TooManyRequests, WechatCodeInvalid, WechatUserBlocked),
        *(WechatMisconfigured, WechatUnavailable),
    ),
)
async def log_in_with_wechat(
    sent: WechatCode, context: CurrentLoginContext, response: Response
) -> UserSession:
    """Log in with a code from wx.login. The first login of a WeChat account makes its user."""
    response.headers["Location"] = CURRENT
    return await sessions.log_in_with_wechat(context, sent)


@router.post("/sessions/refresh", response_model=TokensOut, responses=problems(SessionEnded))
async def refresh_session(sent: Refresh, context: CurrentLoginContext) -> TokensOut:
    """New tokens for a refresh token, which is good once.

    Shown again within ten seconds by the same device it gives the same successor, for the answer
    may have been lost. Later, or from elsewhere, it is taken for stolen: the login ends, and the
    person is told.
    """
    return await sessions.refresh(context, sent, TokenAudience.RESIDENT)


@router.delete("/sessions/current", status_code=204)
async def log_out(login: CurrentLogin, session: Session) -> None:
    """End this login. Its access token is worth nothing within a minute."""
    await sessions.log_out(session, login.user_id, login.session_id)
