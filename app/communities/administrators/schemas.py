"""Schemas of administrators whom others create, and of their one-time links."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from app.identity.administrators.schemas import AdministratorOut
from app.kernel.web.schemas import Out


class AccountLinkOut(Out):
    """A one-time link, shown this once."""

    token: str = Field(
        description="Token for `openAccountLink` and `useAccountLink`. Hand it over to the person."
    )
    expires_at: datetime


class CreatedAdministrator(AdministratorOut):
    id: UUID
    """Id of the user, which grants and audit entries name."""
    link: AccountLinkOut
