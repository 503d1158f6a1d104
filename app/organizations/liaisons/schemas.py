"""Liaisons of Party organizations as the API takes and shows them."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import model_validator

from app.kernel.web.pages import PageQuery
from app.kernel.web.schemas import In, Out, line


class LiaisonIn(In):
    """To whom: one of `user_id` and `login_name`."""

    user_id: UUID | None = None
    login_name: Annotated[str, line(64)] | None = None

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if (self.user_id is None) == (self.login_name is None):
            raise ValueError("one of user_id and login_name")
        return self


class LiaisonOut(Out):
    """The grant that makes an administrator a liaison."""

    user_id: UUID
    id: UUID
    scope_id: UUID
    """The organization."""
    valid_from: datetime
    valid_to: datetime | None


class LiaisonPage(Out):
    items: list[LiaisonOut]
    next_cursor: str | None


class LiaisonQuery(PageQuery):
    pass
