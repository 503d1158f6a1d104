"""Work units as the API takes and shows them."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from app.kernel.web.pages import PageQuery, Words, words_of
from app.kernel.web.schemas import In, Out, line
from app.organizations.credit_code import FORM

CreditCode = Annotated[str, StringConstraints(pattern=FORM), Field(examples=["91350100M000100Y43"])]


class WorkUnitIn(In):
    """The whole of what an administrator writes."""

    name: Annotated[str, line(100, least=2)]
    credit_code: CreditCode
    """Unified social credit code (GB 32100); its last character checks the others."""
    address: Annotated[str, line(200, least=2)] | None = None
    community_id: UUID | None = None
    """The community where it sits; None where that is not known here (for the platform alone)."""


class WorkUnitOut(Out):
    id: UUID
    name: str
    credit_code: str
    address: str | None
    community_id: UUID | None
    version: int = Field(description="Its ETag, in quotes, is the If-Match of the next PUT.")


class WorkUnitPage(Out):
    items: list[WorkUnitOut]
    next_cursor: str | None


class WorkUnitQuery(PageQuery):
    q: Words | None = words_of("the name")
    credit_code: CreditCode | None = None
    community_id: UUID | None = Field(None, description="Those that sit there.")


class WorkUnitImport(Out):
    """Counts of an import: what has become of its lines."""

    created: int
    changed: int
    unchanged: int
