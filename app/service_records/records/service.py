"""Changes of star schemes."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.kernel.database.engine import insert_once, lock
from app.kernel.privacy.audit import record
from app.kernel.web.conditional import VersionStale, require_version
from app.service_records.models import StarScheme
from app.service_records.records.queries import scheme_of
from app.service_records.records.schemas import StarSchemeIn


async def revise_scheme(
    session: AsyncSession, community_id: UUID, body: StarSchemeIn, tag: str, *, by: Staff
) -> StarScheme:
    """Replaces the star scheme. Raises VersionStale if its version is not that of `tag`."""
    scheme = await scheme_of(session, community_id)
    if scheme.version == 0:
        require_version(scheme, tag)
        scheme = StarScheme(community_id=community_id, id=community_id, hours=body.hours, version=1)
        if not await insert_once(session, scheme):
            raise VersionStale
    else:
        await lock(session, scheme)
        require_version(scheme, tag)
        scheme.hours, scheme.version = body.hours, scheme.version + 1
    record(session, by, "star_scheme.revised", scheme)
    return scheme
