"""Events of double reporting."""

from datetime import datetime
from uuid import UUID

from app.kernel.jobs.events import Event

# ---------------------------------------------------------------- unit registrations


class UnitRegistrationEvent(Event):
    registration_id: UUID


class UnitRegistrationSubmitted(UnitRegistrationEvent):
    """A unit registration was submitted, for the first time or again after a return."""

    kind = "double_reporting.unit_registration_submitted"


class UnitRegistrationReturned(UnitRegistrationEvent):
    kind = "double_reporting.unit_registration_returned"


class UnitRegistrationApproved(UnitRegistrationEvent):
    kind = "double_reporting.unit_registration_approved"


class UnitRegistrationDeclined(UnitRegistrationEvent):
    kind = "double_reporting.unit_registration_declined"


class UnitRegistrationWithdrawn(UnitRegistrationEvent):
    kind = "double_reporting.unit_registration_withdrawn"


class UnitRegistrationEnded(UnitRegistrationEvent):
    """The unit or the community ended an approved registration, whose number is revoked."""

    kind = "double_reporting.unit_registration_ended"


class UnitAssigned(Event):
    """A district or subdistrict asked a unit to register with another community."""

    kind = "double_reporting.unit_assigned"
    assignment_id: UUID


# ---------------------------------------------------------------- members


class MemberRegistrationEvent(Event):
    registration_id: UUID


class MemberRegistrationSubmitted(MemberRegistrationEvent):
    kind = "double_reporting.member_registration_submitted"


class MemberRegistrationReviewed(MemberRegistrationEvent):
    """A registration was returned, approved or declined. `status` and `decided_at` tell which
    decision the event is of; events of former versions lack them."""

    kind = "double_reporting.member_registration_reviewed"
    status: str | None = None
    decided_at: datetime | None = None


class MemberRegistrationEntered(MemberRegistrationEvent):
    """The desk entered a registration for a member, who therefore gets a message."""

    kind = "double_reporting.member_registration_entered"


class MemberRegistrationWithdrawn(MemberRegistrationEvent):
    """A registration was withdrawn, ended or deleted for its member: nothing waits any more."""

    kind = "double_reporting.member_registration_taken_back"


class MemberRegistrationWithdrawnAtDesk(MemberRegistrationEvent):
    kind = "double_reporting.member_registration_withdrawn"


class MemberRegistrationEnded(MemberRegistrationEvent):
    """The community or the unit ended an active registration, with a reason."""

    kind = "double_reporting.member_registration_ended"


class MemberResidenceStillPending(MemberRegistrationEvent):
    """A registration ends in a week, unless the member's residence is approved by then."""

    kind = "double_reporting.member_residence_pending"


class MemberRegistrationLapsed(MemberRegistrationEvent):
    """A registration ended, because no residence was approved in time."""

    kind = "double_reporting.member_registration_lapsed"


class MembershipConsentWithdrawn(Event):
    """A person withdrew the consent `party_membership`; emitted in each of their communities."""

    kind = "double_reporting.membership_consent_withdrawn"
    participant_id: UUID


# ---------------------------------------------------------------- post claims


class PostClaimEvent(Event):
    claim_id: UUID


class PostApplied(PostClaimEvent):
    kind = "double_reporting.post_applied"


class PostClaimReviewed(PostClaimEvent):
    """A claim was approved or rejected. Events of former versions lack `status` and
    `serves_from`."""

    kind = "double_reporting.claim_reviewed"
    status: str | None = None
    serves_from: datetime | None = None


class ServiceStarted(PostClaimEvent):
    """The notice period of an approved claim is over."""

    kind = "double_reporting.service_started"


class ServiceCompleted(PostClaimEvent):
    kind = "double_reporting.service_completed"


class LeaveAsked(PostClaimEvent):
    """A resident who serves asked to leave; `is_at_desk` where staff entered it."""

    kind = "double_reporting.leave_asked"
    is_at_desk: bool = False


class ClaimStays(PostClaimEvent):
    """A resident who had asked to leave goes on serving; `is_at_desk` where staff entered it."""

    kind = "double_reporting.claim_stays"
    is_at_desk: bool = False


class ClaimReleased(PostClaimEvent):
    """Staff let a resident go who had asked to leave."""

    kind = "double_reporting.claim_released"


class PostClaimWithdrawn(PostClaimEvent):
    """A resident withdrew their own claim."""

    kind = "double_reporting.claim_withdrawn"


class PostClaimGivenUp(PostClaimEvent):
    """A claim was withdrawn at the desk, or because the resident may not serve any more, who
    gets a message."""

    kind = "double_reporting.claim_given_up"


# ---------------------------------------------------------------- duties


class DutyEvent(Event):
    duty_id: UUID


class DutyInvited(DutyEvent):
    """A person who serves was invited to a service day."""

    kind = "double_reporting.duty_invited"


class DutyOffered(DutyEvent):
    """A person asks one other, or all of their post, to take over a duty."""

    kind = "double_reporting.duty_offered"


class DutyTakenOver(DutyEvent):
    """Another person has taken over this duty, with their consent."""

    kind = "double_reporting.duty_taken_over"


class DutyDayCancelled(Event):
    """A date was cancelled; `participant_ids` were to come."""

    kind = "double_reporting.duty_day_cancelled"
    duty_day_id: UUID
    participant_ids: list[UUID]


class DutyDayMoved(Event):
    """Place or time of a date have become others; both instants are those before."""

    kind = "double_reporting.duty_day_moved"
    duty_day_id: UUID
    began_at: datetime
    ended_at: datetime
