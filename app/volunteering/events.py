"""Events of volunteering."""

from datetime import datetime
from uuid import UUID

from app.kernel.jobs.events import Event


class SignupEvent(Event):
    """Event of one sign-up. `status` and `position` are those after the event; events of former
    versions lack them."""

    signup_id: UUID
    status: str | None = None
    position: int | None = None


class SignedUp(SignupEvent):
    kind = "volunteering.signed_up"


class SignupDecided(SignupEvent):
    """A reviewed sign-up was confirmed, put on the waitlist, or rejected."""

    kind = "volunteering.signup_decided"


class PlaceHandedOn(Event):
    """A place came free, and the next sign-up on the waitlist has it."""

    kind = "volunteering.place_handed_on"
    signup_id: UUID


class WaitLapsed(Event):
    """The shift began while this sign-up was still on the waitlist."""

    kind = "volunteering.wait_lapsed"
    signup_id: UUID


class WithdrawnAtDesk(Event):
    """Staff withdrew the sign-up for a resident, who therefore gets a message."""

    kind = "volunteering.withdrawn_at_desk"
    signup_id: UUID


class ShiftMoved(Event):
    kind = "volunteering.shift_moved"
    shift_id: UUID
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    """Both are the new times; events of former versions lack them."""


class ShiftCancelled(Event):
    """The shift was cancelled, alone or with its activity."""

    kind = "volunteering.shift_cancelled"
    shift_id: UUID
