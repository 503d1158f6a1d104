"""Schemas of rosters."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from app.communities.reveals.schemas import MissingField
from app.kernel.web.schemas import Out
from app.volunteering.models import SignupStatus


class RosterRow(Out):
    """A person who comes to the shift. A field that is not there is null and stands in
    `missing`."""

    number: int = Field(description="The number in the printed order, from 1.")
    signup_id: UUID
    participant_id: UUID
    role_id: UUID
    role_name: str = Field(description="Empty where the shift has no named roles.")
    status: SignupStatus
    display_name: str
    real_name: str | None
    phone: str | None
    place_path: str | None = Field(description="The household, by which equal names differ.")
    missing: list[MissingField]


class Roster(Out):
    """The people of a shift, by role and name, as a leader prints them."""

    shift_id: UUID
    activity_id: UUID
    activity_title: str
    starts_at: datetime
    ends_at: datetime
    items: list[RosterRow]
