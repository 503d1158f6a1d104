"""Schemas of the member lists of units. No answer shows who is on one."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.double_reporting.units.schemas import Phone
from app.kernel.web.schemas import In, Name, Out


class ListedMember(In):
    real_name: Name
    phone: Phone | None = None
    """A member is verified by name and phone together; one without a phone is found by nobody."""


class UnitMemberListIn(In):
    """The whole list, which replaces the one before; it is stored encrypted."""

    members: Annotated[list[ListedMember], Field(max_length=1000)]


class UnitMemberListOut(Out):
    organization_id: UUID
    count: int
    without_phone: int = Field(description="Members who cannot be verified by the list.")
    replaced_at: datetime | None = Field(description="Null while there is no list.")
