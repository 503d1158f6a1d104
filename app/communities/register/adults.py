"""The register's marks of adults reach those who are residents already."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.guardian_consents import settle_age
from app.communities.models import AgeBand, Participant
from app.communities.names import comparable_name
from app.communities.register.lines import Person
from app.kernel.files.journal import Journal, batches
from app.kernel.privacy.sealed import shown


async def mark_adults(
    session: AsyncSession, community_id: UUID, people: Sequence[Person], journal: Journal
) -> None:
    """Marks residents not known to be adults whom the sheet calls so: those whose verified name is
    that of exactly one person of their household. Who was a minor needs no guardian any more."""
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
                Participant.id.in_(await _not_known_as_adults(session, community_id, batch)),
            )
            .order_by(Participant.id)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        for resident in (await session.scalars(residents)).all():
            name = comparable_name(shown(resident, Participant.real_name) or "")
            if resident.household_id and marks.get((resident.household_id, name)) == [True]:
                await _mark(session, resident, journal)


async def _not_known_as_adults(
    session: AsyncSession, community_id: UUID, households: Sequence[UUID]
) -> list[UUID]:
    """Returns residents of the households, without a lock: adults, who are most of them, are not
    kept from signing up while a large sheet comes in."""
    query = select(Participant.id, Participant.age_band_sealed).where(
        Participant.community_id == community_id, Participant.household_id.in_(households)
    )
    field = Participant.age_band
    return [
        id_
        for id_, sealed in await session.execute(query)
        if field.shown_for(Participant, community_id, id_, sealed) is not AgeBand.ADULT
    ]


async def _mark(session: AsyncSession, resident: Participant, journal: Journal) -> None:
    former = resident.age_band
    if former is AgeBand.ADULT:
        return
    was_minor = resident.is_minor
    resident.age_band = AgeBand.ADULT
    before = {"age_band": former and former.value}
    journal.note_changed(Participant, resident.id, before, {"age_band": AgeBand.ADULT.value})
    if was_minor:
        await settle_age(session, resident)
