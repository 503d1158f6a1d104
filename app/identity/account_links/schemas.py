"""Schemas of account links."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from app.identity.administrators.schemas import Code, Password
from app.kernel.web.schemas import In, Out, line


class AccountLinkIn(In):
    token: Annotated[str, line(128)]
    """Token of the link."""


class OpenedAccountLink(Out):
    """The account of a link, with a second factor to add to an authenticator app."""

    login_name: str
    name: str
    expires_at: datetime
    otpauth_uri: str = Field(examples=["otpauth://totp/Linli:wang.fang?secret=...&issuer=Linli"])


class UsedAccountLink(AccountLinkIn):
    password: Password
    """The new password: at least 12 characters."""
    totp: Code | None = None
    """Code of the second factor that opening the link has shown; needed where one is required."""
