"""Schemas of work units."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from app.kernel.web.pages import PageQuery, StaffPage, Words, words_of
from app.kernel.web.schemas import In, Out, line
from app.organizations.credit_code import FORM

CreditCode = Annotated[str, StringConstraints(pattern=FORM), Field(examples=["91350100M000100Y43"])]


class WorkUnitIn(In):
    """All fields of a work unit that administrators write."""

    name: Annotated[str, line(100, least=2)]
    credit_code: CreditCode
    """Unified social credit code (GB 32100); its last character checks the others."""
    address: Annotated[str, line(200, least=2)] | None = None
    community_id: UUID | None = None
    """Id of the community where it sits. Only the platform writes a unit without one, because its
    community is not in this service."""


class WorkUnitOut(Out):
    id: UUID
    name: str
    credit_code: str
    address: str | None
    community_id: UUID | None
    community_name: str | None
    version: int = Field(description="Its ETag, in quotes, is the If-Match of the next PUT.")


class WorkUnitPage(StaffPage):
    items: list[WorkUnitOut]


class WorkUnitQuery(PageQuery):
    q: Words | None = words_of("the name")
    credit_code: CreditCode | None = None
    community_id: UUID | None = Field(None, description="Id of the community where the units sit.")
