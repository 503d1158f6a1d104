"""Ages that people declare themselves. A declared age is weaker than one that the register, the
desk or a reviewer has seen: it asks for a guardian, and opens nothing."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.guardian_consents import recount
from app.communities.guardians.errors import AgeDeclaredLower, AgeKnown
from app.communities.models import AgeBand, Participant
from app.identity.consents.service import require_consent
from app.identity.models import Purpose, User
from app.kernel.database.engine import lock

OLDER = tuple(AgeBand)
"""The bands, the youngest first."""


async def declare_age_band(
    session: AsyncSession, me: Participant, age_band: AgeBand, user_id: UUID
) -> Participant:
    """Stores the age that a person declares. Raises ConsentRequired without their consent, AgeKnown
    where the community knows it, and AgeDeclaredLower for an age above the one declared before: who
    has said to be a minor does not get rid of a guardian by another tap."""
    await lock(session, await session.get_one(User, user_id))
    await require_consent(session, user_id, Purpose.AGE_BAND)
    await lock(session, me)
    if me.age_band is not None:
        raise AgeKnown
    former = me.declared_age_band
    if former is not None and OLDER.index(age_band) > OLDER.index(former):
        raise AgeDeclaredLower
    me.declared_age_band = age_band
    await recount(session, me)
    return me
