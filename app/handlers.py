"""The one list: what follows an event. Each function runs once, in its own transaction."""

from app.communities import events as communities
from app.consultations import events as consultations
from app.consultations import messages as consultation_messages
from app.double_reporting import events as reporting
from app.double_reporting import followers as reporting_followers
from app.double_reporting import member_messages
from app.feedback import events as feedback
from app.feedback import messages as feedback_messages
from app.identity import events as identity
from app.kernel.jobs.events import Handlers
from app.notifications import community_messages, security_messages
from app.volunteering import events as volunteering
from app.volunteering import followers, messages

HANDLERS: Handlers = {
    identity.RefreshTokenReused: (security_messages.tell_login_ended,),
    identity.ConsentWithdrawn: (reporting_followers.spread_withdrawal,),
    communities.ParticipantLeft: (followers.give_up_places, reporting_followers.stop_serving),
    communities.ParticipantBlocked: (
        *(community_messages.tell_blocked, followers.give_up_places),
        reporting_followers.stop_serving,
    ),
    communities.ParticipantUnblocked: (community_messages.tell_unblocked,),
    communities.ResidenceApproved: (community_messages.tell_residence_approved,),
    communities.ResidenceRejected: (community_messages.tell_residence_rejected,),
    communities.ResidenceWithdrawnAtDesk: (community_messages.tell_residence_withdrawn,),
    communities.ResidenceExpired: (community_messages.tell_residence_expired,),
    communities.ResidenceEnded: (community_messages.tell_residence_ended,),
    consultations.TopicMoved: (consultation_messages.tell_topic_moved,),
    consultations.TopicOverdue: (consultation_messages.tell_topic_overdue,),
    consultations.OpinionEnteredAtDesk: (consultation_messages.tell_opinion_entered,),
    consultations.OpinionHidden: (consultation_messages.tell_opinion_hidden,),
    consultations.OpinionRestored: (consultation_messages.tell_opinion_restored,),
    consultations.BallotAnnounced: (consultation_messages.tell_ballot_announced,),
    consultations.BallotOpened: (consultation_messages.tell_ballot_opened,),
    consultations.BallotClosed: (consultation_messages.tell_ballot_closed,),
    consultations.BallotPublished: (consultation_messages.tell_ballot_published,),
    consultations.BallotAnnulled: (consultation_messages.tell_ballot_annulled,),
    volunteering.SignedUp: (messages.tell_signed_up,),
    volunteering.SignupDecided: (messages.tell_signed_up,),
    volunteering.PlaceHandedOn: (messages.tell_place_handed_on,),
    volunteering.WaitLapsed: (messages.tell_wait_lapsed,),
    volunteering.WithdrawnAtDesk: (messages.tell_withdrawn,),
    volunteering.ShiftMoved: (messages.tell_shift_moved,),
    volunteering.ShiftCancelled: (messages.tell_shift_cancelled,),
    feedback.TicketSubmitted: (feedback_messages.tell_submitted,),
    feedback.TicketMoved: (feedback_messages.tell_moved,),
    reporting.MemberRegistrationEntered: (member_messages.tell_registration_entered,),
    reporting.MemberRegistrationReviewed: (member_messages.tell_registration_reviewed,),
    reporting.MemberRegistrationWithdrawnAtDesk: (member_messages.tell_registration_withdrawn,),
    reporting.MemberRegistrationEnded: (member_messages.tell_registration_ended,),
    reporting.MembershipConsentWithdrawn: (reporting_followers.forget_membership,),
    reporting.MemberRegistrationForgotten: (member_messages.tell_registration_forgotten,),
    reporting.PostApplied: (member_messages.tell_claim_reviewed,),
    reporting.ClaimReviewed: (member_messages.tell_claim_reviewed,),
    reporting.ClaimGivenUp: (member_messages.tell_claim_given_up,),
    reporting.ServiceStarted: (member_messages.tell_service_started,),
    reporting.ServiceCompleted: (member_messages.tell_service_completed,),
    reporting.UnitRegistrationSubmitted: (),
    reporting.UnitRegistrationReturned: (),
    reporting.UnitRegistrationApproved: (),
    reporting.UnitRegistrationDeclined: (),
    reporting.UnitRegistrationWithdrawn: (),
    reporting.UnitRegistrationEnded: (),
}
