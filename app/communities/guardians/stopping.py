"""The use of a child's personal data ends with the guardian's consent to it."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.errors import GuardianConsentMissing
from app.communities.guardian_consents import require_personal_data_consent
from app.communities.models import Participant
from app.communities.participants.service import forget_name
from app.communities.residence.endings import forget_residence


async def stop_use_of_child_data(session: AsyncSession, minor: Participant) -> None:
    """Erases what is stored of a locked child under 14, unless a guardian's consent to it is in
    force. That they are a child stays, for it protects them."""
    try:
        await require_personal_data_consent(session, minor)
    except GuardianConsentMissing:
        age_band = minor.age_for_rules
        await forget_residence(session, minor)
        forget_name(minor)
        minor.declared_age_band = age_band
