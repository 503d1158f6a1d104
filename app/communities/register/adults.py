"""The register's marks of adults reach those who are residents already."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import AgeBand, Participant
from app.communities.names import comparable_name
from app.communities.register.lines import Person
from app.kernel.files.journal import Journal, batches
from app.kernel.privacy.sealed import shown


async def mark_adults(
    session: AsyncSession, community_id: UUID, people: Sequence[Person], journal: Journal
) -> None:
    """Marks residents of unknown age whom the sheet calls adults: those whose verified name is
    that of exactly one person of their household."""
    marks: defaultdict[tuple[UUID, str], list[bool | None]] = defaultdict(list)
    for person in people:
        if person.name is not None:
            key = person.household_id, comparable_name(person.name)
            marks[key].append(person.is_adult)
    households = sorted({household for (household, _), said in marks.items() if True in said})
    for batch in batches(households):
        residents = (
            select(Participant)
            .where(
                Participant.community_id == community_id,
                Participant.household_id.in_(batch),
                Participant.age_band_sealed.is_(None),
            )
            .order_by(Participant.id)
            .with_for_update(key_share=True)
        )
        for resident in (await session.scalars(residents)).all():
            name = comparable_name(shown(resident, Participant.real_name) or "")
            if resident.household_id and marks.get((resident.household_id, name)) == [True]:
                resident.age_band = AgeBand.ADULT
                before, after = {"age_band": None}, {"age_band": AgeBand.ADULT.value}
                journal.note_changed(Participant, resident.id, before, after)
