"""/admin/v1/auth/sessions: administrators stay logged in, and log out."""

from app.identity.deps import CurrentAdminLogin, CurrentLoginContext
from app.identity.errors import SessionEnded
from app.identity.models import TokenAudience
from app.identity.sessions import service as sessions
from app.identity.sessions.schemas import Refresh, TokensOut
from app.kernel.web.dependencies import Session
from app.kernel.web.limits import TooManyRequests
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(prefix="/auth/sessions", tags=["sessions"])


@router.post(
    "/refresh", response_model=TokensOut, responses=problems(SessionEnded, TooManyRequests)
)
async def refresh_session(body: Refresh, context: CurrentLoginContext) -> TokensOut:
    """Refresh a login. The rules are those of residents' refresh tokens."""
    return await sessions.refresh(context, body, TokenAudience.ADMIN)


@router.delete("/current", status_code=204)
async def log_out(login: CurrentAdminLogin, session: Session) -> None:
    """End the current login. Its access token is invalid at once."""
    await sessions.log_out_administrator(session, login.user_id, login.session_id)
