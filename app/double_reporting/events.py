"""What happens in double reporting."""

from datetime import datetime
from uuid import UUID

from app.kernel.jobs.events import Event

# ---------------------------------------------------------------- unit registrations


class UnitRegistrationEvent(Event):
    registration_id: UUID


class UnitRegistrationSubmitted(UnitRegistrationEvent):
    """For the first time, or again after a return."""

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
    """By the unit or by the community; its number is good no more."""

    kind = "double_reporting.unit_registration_ended"


# ---------------------------------------------------------------- members, posts, claims


class MemberRegistrationEvent(Event):
    registration_id: UUID


class MemberRegistrationReviewed(MemberRegistrationEvent):
    """Returned, active or declined: the decision and its instant, by which its reason is known.
    Former versions did not write them."""

    kind = "double_reporting.member_registration_reviewed"
    status: str | None = None
    decided_at: datetime | None = None


class MemberRegistrationEntered(MemberRegistrationEvent):
    """By the desk, so the person is told; who submits alone knows."""

    kind = "double_reporting.member_registration_entered"


class MemberRegistrationWithdrawnAtDesk(MemberRegistrationEvent):
    kind = "double_reporting.member_registration_withdrawn"


class MemberRegistrationEnded(MemberRegistrationEvent):
    """By the community or the unit, with a reason."""

    kind = "double_reporting.member_registration_ended"


class MembershipConsentWithdrawn(Event):
    """In one of the person's communities."""

    kind = "double_reporting.membership_consent_withdrawn"
    participant_id: UUID


class MemberRegistrationForgotten(MemberRegistrationEvent):
    """Over, and its sheet gone, because the consent to it has been withdrawn."""

    kind = "double_reporting.member_registration_forgotten"


class PostClaimEvent(Event):
    claim_id: UUID


class PostApplied(PostClaimEvent):
    kind = "double_reporting.post_applied"


class PostClaimReviewed(PostClaimEvent):
    """Approved or rejected; former versions did not write which."""

    kind = "double_reporting.claim_reviewed"
    status: str | None = None
    serves_from: datetime | None = None


class ServiceStarted(PostClaimEvent):
    """The notice period is over."""

    kind = "double_reporting.service_started"


class ServiceCompleted(PostClaimEvent):
    kind = "double_reporting.service_completed"


class PostClaimGivenUp(PostClaimEvent):
    """At the desk, or with the registration: the person is told."""

    kind = "double_reporting.claim_given_up"
