"""Schemas of administrators and of their logins."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, SecretStr, StringConstraints

from app.identity.administrators.passwords import MAX_CHARACTERS
from app.identity.sessions.schemas import Device, TokensOut
from app.kernel.text import composed
from app.kernel.web.pages import StaffPage
from app.kernel.web.schemas import In, Name, Out, line

# Stored in lower case; the pattern is applied before.
LoginName = Annotated[
    str, StringConstraints(to_lower=True, pattern=r"^[A-Za-z][A-Za-z0-9._-]{2,39}$")
]


def _composed_secret(written: SecretStr) -> SecretStr:
    return SecretStr(composed(written.get_secret_value()))


Password = Annotated[
    SecretStr,
    Field(min_length=1, max_length=MAX_CHARACTERS),
    AfterValidator(_composed_secret),
]
"""A password to verify, or to set; `passwords.require_strong` applies the rules for new ones."""
Code = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]


class AdminLogin(In):
    username: Annotated[str, line(64)]
    password: Password
    totp: Code | None = None
    """Code of the authenticator app; needed if a second factor is enrolled."""
    device: Device | None = None


class NewAdministrator(In):
    login_name: LoginName
    name: Name
    """Name that colleagues see, also on decisions."""


class NewPassword(In):
    password: Password
    """The present password."""
    new_password: Password


class SecondFactorWish(In):
    password: Password
    totp: Code | None = None
    """Code of the present second factor, which is to be replaced; needed if there is one."""


class StepUp(In):
    password: Password
    """The present password."""
    totp: Code | None = None
    """Code of the second factor; needed if there is one."""


class SteppedUp(Out):
    proven_until: datetime
    """Instant until which this login may export, grant and change the register."""


class SecondFactorCode(In):
    code: Code


class AdministratorOut(Out):
    id: UUID = Field(validation_alias="user_id")
    """Id of the user, which grants and audit entries name."""
    login_name: str
    name: str
    has_second_factor: bool
    created_at: datetime


class AdministratorPage(StaffPage):
    items: list[AdministratorOut]


class SecondFactorOut(Out):
    """A new second factor, shown this once."""

    otpauth_uri: str = Field(examples=["otpauth://totp/Linli:wang.fang?secret=...&issuer=Linli"])


class AdminSession(TokensOut):
    user: AdministratorOut
