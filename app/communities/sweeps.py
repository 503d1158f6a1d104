"""Sweeps of communities: residences and guardians' consents expire, and sheets that wait are
imported."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.calendars.imports import CalendarImport
from app.communities.guardians.service import expire as expire_guardian_consent
from app.communities.models import GuardianConsent, GuardianConsentStatus, ResidenceClaim
from app.communities.places.imports import PlacesImport
from app.communities.regions.imports import RegionsImport
from app.communities.register.imports import RegisterImport
from app.communities.residence.endings import expire
from app.communities.residence.queries import claims_to_expire
from app.communities.waiting_imports import (
    import_of_calendar,
    import_of_places,
    import_of_regions,
    import_of_register,
)
from app.kernel.database.engine import get_row
from app.kernel.files.waiting import (
    IMPORT_TIMEOUT_SECONDS,
    IMPORTS_EVERY,
    importer,
    waiting_imports,
)
from app.kernel.jobs.sweeps import DueRows, Key, Sweep


async def expire_claim(session: AsyncSession, key: Key, now: datetime) -> None:
    await expire(session, await get_row(session, ResidenceClaim, *key), now)


def consents_over(now: datetime) -> DueRows:
    """Selects guardians' consents whose last day is over."""
    return select(GuardianConsent.community_id, GuardianConsent.id, GuardianConsent.until).where(
        GuardianConsent.status == GuardianConsentStatus.GIVEN, GuardianConsent.until <= now
    )


async def expire_consent(session: AsyncSession, key: Key, now: datetime) -> None:
    await expire_guardian_consent(session, await get_row(session, GuardianConsent, *key), now)


IMPORTS = {
    RegisterImport.kind: import_of_register,
    CalendarImport.kind: import_of_calendar,
    PlacesImport.kind: import_of_places,
    RegionsImport.kind: import_of_regions,
}
SWEEPS = (
    Sweep("communities.expire", timedelta(hours=1), claims_to_expire, expire_claim),
    Sweep("communities.expire_consent", timedelta(minutes=5), consents_over, expire_consent),
    Sweep(
        "communities.import",
        IMPORTS_EVERY,
        waiting_imports(IMPORTS),
        importer(IMPORTS),
        IMPORT_TIMEOUT_SECONDS,
    ),
)
