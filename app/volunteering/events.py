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


class SignupReviewEnded(Event):
    """A sign-up under review was withdrawn or cancelled: nobody decides it any more."""

    kind = "volunteering.signup_review_ended"
    signup_id: UUID


MORE_PLACES = "shift.revised"
"""The act by which places were added, where nobody has left."""
WITH_ACTIVITY = "activity.cancelled"
"""The act by which a shift is cancelled together with its activity."""


class PlaceHandedOn(Event):
    """A place came free, and the next sign-up on the waitlist has it."""

    kind = "volunteering.place_handed_on"
    signup_id: UUID
    act: str | None = None
    """MORE_PLACES, or None where somebody has given the place up."""


class OfferMade(Event):
    """A place came free, and is offered to the next sign-up in line."""

    kind = "volunteering.offer_made"
    signup_id: UUID
    act: str | None = None
    """MORE_PLACES, or None where somebody has given the place up."""


class OfferLapsed(Event):
    """The offer was not answered in time; the place has gone to the next in line."""

    kind = "volunteering.offer_lapsed"
    signup_id: UUID


class OfferAnswered(Event):
    """Staff or a guardian have accepted or declined an offer for a person, who therefore gets a
    message."""

    kind = "volunteering.offer_answered"
    signup_id: UUID
    status: str
    is_by_guardian: bool = False


class WaitLapsed(Event):
    """The shift began while this sign-up was still on the waitlist."""

    kind = "volunteering.wait_lapsed"
    signup_id: UUID


class RoleClosedToWaiting(Event):
    """The role takes no more people, and this sign-up was on its waitlist."""

    kind = "volunteering.role_closed_to_waiting"
    signup_id: UUID


class AgreementLapsed(Event):
    """The person has not agreed to what has changed, and their sign-up has ended."""

    kind = "volunteering.agreement_lapsed"
    signup_id: UUID


class WithdrawnAtDesk(Event):
    """Staff withdrew the sign-up for a resident, who therefore gets a message."""

    kind = "volunteering.withdrawn_at_desk"
    signup_id: UUID


class SignedUpByGuardian(Event):
    """A guardian has signed up a minor, who is told so."""

    kind = "volunteering.signed_up_by_guardian"
    signup_id: UUID


class WithdrawnByGuardian(Event):
    """A guardian has withdrawn a minor's sign-up, who is told so."""

    kind = "volunteering.withdrawn_by_guardian"
    signup_id: UUID


class GivenUpWithoutGuardian(Event):
    """No guardian consents any more to what a minor has signed up for, and the place is gone."""

    kind = "volunteering.given_up_without_guardian"
    signup_id: UUID


class ShiftMoved(Event):
    kind = "volunteering.shift_moved"
    shift_id: UUID
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    """Both are the new times; events of former versions lack them."""
    former_starts_at: datetime | None = None
    former_ends_at: datetime | None = None
    free_until: datetime | None = None
    """The instant until which one may leave without a late mark."""


class ShiftEnded(Event):
    """The shift is over."""

    kind = "volunteering.shift_ended"
    shift_id: UUID


class ShiftCancelled(Event):
    """The shift was cancelled, alone or with its activity."""

    kind = "volunteering.shift_cancelled"
    shift_id: UUID
    act: str | None = None
    """WITH_ACTIVITY, or None where the activity goes on."""


class RoleRenamed(Event):
    kind = "volunteering.role_renamed"
    role_id: UUID


class ActivityMoved(Event):
    """A published activity takes place elsewhere."""

    kind = "volunteering.activity_moved"
    activity_id: UUID


class RiskChanged(Event):
    """The risks of a published activity are stated otherwise, and have not grown."""

    kind = "volunteering.risk_changed"
    activity_id: UUID


class AgreementAsked(Event):
    """Risk or audience of a published activity have grown: those who have signed up are asked
    whether they still take part."""

    kind = "volunteering.agreement_asked"
    activity_id: UUID


class CoverWanted(Event):
    """Somebody cannot come: suitable people are asked to sign up."""

    kind = "volunteering.cover_wanted"
    signup_id: UUID
