"""What happens in volunteering."""

from uuid import UUID

from app.kernel.jobs.events import Event


class SignedUp(Event):
    kind = "volunteering.signed_up"
    signup_id: UUID


class SignupDecided(Event):
    """Reviewed: it has a place, stands in the line, or is rejected."""

    kind = "volunteering.signup_decided"
    signup_id: UUID


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


class ShiftCancelled(Event):
    """Alone or with its activity."""

    kind = "volunteering.shift_cancelled"
    shift_id: UUID
