"""What happens in volunteering."""

from datetime import datetime
from uuid import UUID

from app.kernel.jobs.events import Event


class SignupEvent(Event):
    """`status` and `position` are those that this event has led to; former versions did not
    write them."""

    signup_id: UUID
    status: str | None = None
    position: int | None = None


class SignedUp(SignupEvent):
    kind = "volunteering.signed_up"


class SignupDecided(SignupEvent):
    """Reviewed: it has a place, stands in the line, or is rejected."""

    kind = "volunteering.signup_decided"


class PlaceHandedOn(Event):
    """A place has come free; the first in line has it."""

    kind = "volunteering.place_handed_on"
    signup_id: UUID


class WaitLapsed(Event):
    """The shift has begun without them."""

    kind = "volunteering.wait_lapsed"
    signup_id: UUID


class WithdrawnAtDesk(Event):
    """By staff, so the person is told; who withdraws alone knows."""

    kind = "volunteering.withdrawn_at_desk"
    signup_id: UUID


class ShiftMoved(Event):
    kind = "volunteering.shift_moved"
    shift_id: UUID
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    """The new times; former versions did not write them."""


class ShiftCancelled(Event):
    """Alone or with its activity."""

    kind = "volunteering.shift_cancelled"
    shift_id: UUID
