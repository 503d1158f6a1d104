"""Schemas of departments."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, StrictBool

from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Out, line


class DepartmentIn(In):
    """All fields of a department that administrators write."""

    name: Annotated[str, line(60, least=2)]
    contact: Annotated[str, line(100, least=2)]
    """Contact that residents see: give an office, never a person's own number."""
    is_active: StrictBool = True
    """False for a department to which no more tickets can be assigned."""


class DepartmentOut(Out):
    id: UUID
    name: str
    contact: str
    is_active: bool
    version: int = Field(description="Its ETag, in quotes, is the If-Match of the next PUT.")


class DepartmentPage(StaffPage):
    items: list[DepartmentOut]


class DepartmentQuery(PageQuery):
    is_active: bool | None = None


class DepartmentMemberIn(In):
    user_id: UUID
    """Id of an administrator's user; a grant of the role `handler` gives them permissions."""


class DepartmentMemberOut(Out):
    id: UUID
    department_id: UUID
    department_name: str
    user_id: UUID
    user_name: str | None
    """Name of the administrator's office."""


class DepartmentMemberPage(StaffPage):
    items: list[DepartmentMemberOut]


class DepartmentMemberQuery(PageQuery):
    pass
