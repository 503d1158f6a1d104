"""Schemas of liaisons of Party organizations."""

from datetime import datetime
from uuid import UUID

from app.communities.grants.schemas import NamedAdministrator
from app.kernel.web.pages import PageQuery
from app.kernel.web.schemas import Out


class LiaisonIn(NamedAdministrator):
    """The administrator to appoint, named by one of `user_id` and `login_name`."""


class LiaisonOut(Out):
    """The grant that makes an administrator a liaison."""

    user_id: UUID
    id: UUID
    scope_id: UUID
    """Id of the organization."""
    valid_from: datetime
    valid_to: datetime | None


class LiaisonPage(Out):
    items: list[LiaisonOut]
    next_cursor: str | None


class LiaisonQuery(PageQuery):
    pass
