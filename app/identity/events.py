"""Events of logins and consents."""

from uuid import UUID

from app.kernel.jobs.events import Event


class RefreshTokenReused(Event):
    """A used refresh token was shown again; the login it belongs to has been ended."""

    kind = "identity.refresh_token_reused"
    user_id: UUID


class ConsentWithdrawn(Event):
    """A consent was withdrawn: what was done with it must stop."""

    kind = "identity.consent_withdrawn"
    user_id: UUID
    purpose: str
