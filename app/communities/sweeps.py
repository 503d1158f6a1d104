"""Sweeps of communities: residences expire, and sheets that wait are imported."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.calendars.imports import CalendarImport
from app.communities.models import ResidenceClaim
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
from app.kernel.jobs.sweeps import Key, Sweep


async def expire_claim(session: AsyncSession, key: Key, now: datetime) -> None:
    await expire(session, await get_row(session, ResidenceClaim, *key), now)


IMPORTS = {
    RegisterImport.kind: import_of_register,
    CalendarImport.kind: import_of_calendar,
    PlacesImport.kind: import_of_places,
    RegionsImport.kind: import_of_regions,
}
SWEEPS = (
    Sweep("communities.expire", timedelta(hours=1), claims_to_expire, expire_claim),
    Sweep(
        "communities.import",
        IMPORTS_EVERY,
        waiting_imports(IMPORTS),
        importer(IMPORTS),
        IMPORT_TIMEOUT_SECONDS,
    ),
)
