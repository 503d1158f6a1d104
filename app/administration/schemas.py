"""Audit entries as auditors see them, and as the people see them whom they are about."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from app.kernel.web.pages import PageQuery
from app.kernel.web.schemas import Instant, Out, line


class AuditQuery(PageQuery):
    """Filters; all that are given must hold."""

    since: Instant | None = None
    until: Instant | None = None
    actor_id: UUID | None = None
    action: Annotated[str, line(64)] | None = None
    subject_id: UUID | None = None

    @model_validator(mode="after")
    def _is_a_span(self) -> Self:
        if self.since is not None and self.until is not None and self.since > self.until:
            raise ValueError
        return self


class AuditEntryOut(Out):
    id: UUID
    at: datetime
    actor_id: UUID | None = Field(description="Null where the content was erased.")
    actor_name: str | None
    action: str
    subject_id: UUID | None
    subject_kind: str | None
    facts: dict[str, str]
    """Details, without values of anybody: witnesses are masked, search terms left out."""
    session_id: UUID | None
    address: str | None


class AuditEntryPage(Out):
    """A page may hold fewer entries than asked for while `next_cursor` leads on: filters look into
    sealed entries, some thousands for one page."""

    items: list[AuditEntryOut]
    next_cursor: str | None
    total: int | None = Field(
        description="Items of the whole list; 1,001 means more than 1,000. Null where too many"
        " sealed entries would have to be opened to count them."
    )


class AccessOut(Out):
    """A member of staff saw my data, or did something for me or about me."""

    id: UUID
    at: datetime
    community_id: UUID
    community_name: str
    is_reading: bool = Field(description="True where data of mine was shown.")
    who: str = Field(description="Role and name.", examples=["社区工作人员王芳"])
    what: str = Field(description="In plain words.", examples=["查看了您的真实姓名"])
    reason: str | None


class AccessPage(Out):
    items: list[AccessOut]
    next_cursor: str | None
