"""Schemas of logins."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app.identity.models import Locale
from app.identity.tokens import ACCESS_TOKEN_LIFETIME
from app.kernel.web.schemas import In, Out, line

Device = Annotated[str, line(128, least=8)]
"""Random text that the app creates once on the device; it binds a login to the device."""


class WechatCode(In):
    code: Annotated[str, line(128)] = Field(examples=["0a3XyZ..."])
    """Code of wx.login; WeChat accepts it once, within five minutes."""
    device: Device | None = None


class Refresh(In):
    refresh_token: Annotated[str, line(512)]
    device: Device | None = None


class TokensOut(Out):
    access_token: str
    token_type: Literal["Bearer"] = "Bearer"
    expires_in: int = int(ACCESS_TOKEN_LIFETIME.total_seconds())
    """Lifetime of the access token in seconds."""
    refresh_token: str
    """Refresh token, which is accepted once; each refresh gives the next one."""


class LoggedInUser(Out):
    id: UUID
    nickname: str | None
    locale: Locale


class UserSession(TokensOut):
    user: LoggedInUser
