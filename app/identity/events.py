"""Events of logins and consents."""

from uuid import UUID

from app.kernel.jobs.events import Event


class RefreshTokenReused(Event):
    """A used refresh token was presented again, and its login was ended."""

    kind = "identity.refresh_token_reused"
    user_id: UUID


class PhoneLost(Event):
    """Somebody else has verified the phone number of a user, who has none any more."""

    kind = "identity.phone_lost"
    user_id: UUID


class ConsentWithdrawn(Event):
    """A consent was withdrawn: listeners look which one, and stop what it allowed. The event does
    not say it, because it lies open, and one of the purposes is sensitive."""

    kind = "identity.consent_withdrawn"
    user_id: UUID
