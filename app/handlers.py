"""The one list: what follows an event. Each function runs once, in its own transaction."""

from app.communities import events as communities
from app.consultations import events as consultations
from app.consultations import messages as consultation_messages
from app.double_reporting import events as reporting
from app.double_reporting import listeners as reporting_listeners
from app.double_reporting import member_messages
from app.feedback import events as feedback
from app.feedback import messages as feedback_messages
from app.identity import events as identity
from app.kernel.jobs.events import Handlers
from app.notifications import community_messages, security_messages
from app.volunteering import events as volunteering
from app.volunteering import listeners, messages

HANDLERS: Handlers = {
    identity.RefreshTokenReused: (security_messages.notify_login_ended,),
    identity.ConsentWithdrawn: (reporting_listeners.spread_withdrawal,),
    communities.ParticipantLeft: (listeners.give_up_places, reporting_listeners.stop_serving),
    communities.ParticipantBlocked: (
        *(community_messages.notify_blocked, listeners.give_up_places),
        reporting_listeners.stop_serving,
    ),
    communities.ParticipantUnblocked: (community_messages.notify_unblocked,),
    communities.ResidenceApproved: (community_messages.notify_residence_approved,),
    communities.ResidenceRejected: (community_messages.notify_residence_rejected,),
    communities.ResidenceWithdrawnAtDesk: (community_messages.notify_residence_withdrawn,),
    communities.ResidenceExpired: (community_messages.notify_residence_expired,),
    communities.ResidenceEnded: (community_messages.notify_residence_ended,),
    consultations.TopicMoved: (consultation_messages.notify_topic_moved,),
    consultations.TopicOverdue: (consultation_messages.notify_topic_overdue,),
    consultations.OpinionEnteredAtDesk: (consultation_messages.notify_opinion_entered,),
    consultations.OpinionHidden: (consultation_messages.notify_opinion_hidden,),
    consultations.OpinionRestored: (consultation_messages.notify_opinion_restored,),
    consultations.BallotAnnounced: (consultation_messages.notify_ballot_announced,),
    consultations.BallotOpened: (consultation_messages.notify_ballot_opened,),
    consultations.BallotClosed: (consultation_messages.notify_ballot_closed,),
    consultations.BallotPublished: (consultation_messages.notify_ballot_published,),
    consultations.BallotAnnulled: (consultation_messages.notify_ballot_annulled,),
    volunteering.SignedUp: (messages.notify_signed_up,),
    volunteering.SignupDecided: (messages.notify_signed_up,),
    volunteering.PlaceHandedOn: (messages.notify_place_handed_on,),
    volunteering.WaitLapsed: (messages.notify_wait_lapsed,),
    volunteering.WithdrawnAtDesk: (messages.notify_withdrawn,),
    volunteering.ShiftMoved: (messages.notify_shift_moved,),
    volunteering.ShiftCancelled: (messages.notify_shift_cancelled,),
    feedback.TicketSubmitted: (feedback_messages.notify_submitted,),
    feedback.TicketMoved: (feedback_messages.notify_moved,),
    reporting.MemberRegistrationEntered: (member_messages.notify_registration_entered,),
    reporting.MemberRegistrationReviewed: (member_messages.notify_registration_reviewed,),
    reporting.MemberRegistrationWithdrawnAtDesk: (member_messages.notify_registration_withdrawn,),
    reporting.MemberRegistrationEnded: (member_messages.notify_registration_ended,),
    reporting.MembershipConsentWithdrawn: (reporting_listeners.forget_membership,),
    reporting.MemberRegistrationForgotten: (member_messages.notify_registration_forgotten,),
    reporting.PostApplied: (member_messages.notify_claim_reviewed,),
    reporting.PostClaimReviewed: (member_messages.notify_claim_reviewed,),
    reporting.PostClaimGivenUp: (member_messages.notify_claim_given_up,),
    reporting.ServiceStarted: (member_messages.notify_service_started,),
    reporting.ServiceCompleted: (member_messages.notify_service_completed,),
    reporting.UnitRegistrationSubmitted: (),
    reporting.UnitRegistrationReturned: (),
    reporting.UnitRegistrationApproved: (),
    reporting.UnitRegistrationDeclined: (),
    reporting.UnitRegistrationWithdrawn: (),
    reporting.UnitRegistrationEnded: (),
}
