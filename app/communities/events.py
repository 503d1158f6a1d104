"""Events of communities."""

from uuid import UUID

from app.kernel.jobs.events import Event


class ParticipantLeft(Event):
    kind = "communities.participant_left"
    participant_id: UUID


class DeskRowClaimed(Event):
    """A person has taken over the row that the desk had entered for them, and given up an own one
    that had nothing in it."""

    kind = "communities.desk_row_claimed"
    participant_id: UUID
    given_up_id: UUID | None


class ParticipantBlocked(Event):
    kind = "communities.participant_blocked"
    participant_id: UUID
    reason: str | None = None
    """None in events of former versions."""


class ParticipantUnblocked(Event):
    kind = "communities.participant_unblocked"
    participant_id: UUID


class AccountErased(Event):
    """The erasure of a person's account has begun: features withdraw what is still open of theirs.
    An hour later nothing says who the person was."""

    kind = "communities.account_erased"
    participant_id: UUID


class ConsentWithdrawnHere(Event):
    """A person of this community has withdrawn a consent; the event does not say which one."""

    kind = "communities.consent_withdrawn"
    participant_id: UUID


class PhoneLostHere(Event):
    """A person of this community has lost their phone number to who has verified it since."""

    kind = "communities.phone_lost"
    participant_id: UUID


class ResidenceReviewChanged(Event):
    """A residence claim began to wait for a review, or was withdrawn before one."""

    kind = "communities.residence_review_changed"
    claim_id: UUID


class ResidenceApproved(Event):
    """A residence claim was approved, by staff or because it matched the register."""

    kind = "communities.residence_approved"
    claim_id: UUID


class ResidenceRejected(Event):
    kind = "communities.residence_rejected"
    claim_id: UUID


class ResidenceWithdrawnAtDesk(Event):
    """Staff withdrew a residence claim for a participant, who therefore gets a message."""

    kind = "communities.residence_withdrawn_at_desk"
    claim_id: UUID


class ResidenceExpired(Event):
    """A residence claim expired after 24 months without renewal."""

    kind = "communities.residence_expired"
    claim_id: UUID


class ResidenceEnded(Event):
    """A residence claim was ended, because the person had moved."""

    kind = "communities.residence_ended"
    claim_id: UUID
    is_by_staff: bool = True
    """False where the person has ended it themselves, and needs no message."""


class GuardianshipChanged(Event):
    """A guardianship began, waits for the desk, was decided or has ended."""

    kind = "communities.guardianship_changed"
    guardianship_id: UUID
    status: str
    """The state after the event."""


class GuardianConsentChanged(Event):
    """A guardian has given or withdrawn a consent, or it has ended by itself."""

    kind = "communities.guardian_consent_changed"
    consent_id: UUID
    status: str
    """The state after the event."""


class GuardianConsentEnded(Event):
    """No guardian's consent lets the minor take part any more: what they have signed up for is
    given up."""

    kind = "communities.guardian_consent_ended"
    participant_id: UUID


class ContactsRevealed(Event):
    """Staff have seen how to reach several people at once. The audit entry says, sealed, whose and
    which fields."""

    kind = "communities.contacts_revealed"
    entry_id: UUID


class GrantProposalChanged(Event):
    """A grant was proposed, or what was proposed has been decided. It is the platform's event: the
    scope may lie above communities."""

    kind = "communities.grant_proposal_changed"
    proposal_id: UUID


class DeskActed(Event):
    """Staff did something in the name of a participant, who therefore gets a message."""

    kind = "communities.desk_acted"
    participant_id: UUID
    act: str
    """The action of its audit entry."""
    subject_id: UUID | None = None
    """The row that the act was about; None in events of former versions."""
