"""The undo of a register's import: when it is too late, and what comes back."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import (
    AgeBand,
    Participant,
    RegisterEntry,
    ResidenceClaim,
)
from app.kernel.files.journal import (
    ImportChangedSince,
    ImportInUse,
    Journal,
    Plain,
    batches,
    insert_in_batches,
)
from app.kernel.files.records import ImportRecord


async def require_unused(session: AsyncSession, row: ImportRecord, journal: Journal) -> None:
    """Raises ImportInUse if the register has approved a residence in one of the households since,
    and ImportChangedSince if one of them has entries of a later import."""
    for households in batches([UUID(id_) for id_ in journal.touched]):
        approved = exists().where(
            ResidenceClaim.community_id == row.community_id,
            ResidenceClaim.household_id.in_(households),
            ResidenceClaim.decided_by.is_(None),
            ResidenceClaim.decided_at >= row.finished_at,
        )
        later = exists().where(
            RegisterEntry.community_id == row.community_id,
            RegisterEntry.household_id.in_(households),
            RegisterEntry.imported_at > row.finished_at,
        )
        is_used, is_changed = (await session.execute(select(approved, later))).one()
        if is_used:
            raise ImportInUse
        if is_changed:
            raise ImportChangedSince


async def restore_removed(
    session: AsyncSession, community_id: UUID, removed: Sequence[Plain]
) -> None:
    entries = [_entry(community_id, values) for values in removed]
    await insert_in_batches(session, RegisterEntry, entries)


def _entry(community_id: UUID, values: Plain) -> RegisterEntry:
    return RegisterEntry(
        community_id=community_id,
        id=UUID(values["id"]),
        household_id=UUID(values["household_id"]),
        name=values["name"],
        phone=values["phone"],
        is_adult=values["is_adult"],
        imported_at=datetime.fromisoformat(values["imported_at"]),
    )


async def unmark_adults(session: AsyncSession, community_id: UUID, journal: Journal) -> None:
    """Takes back the marks that the import has given to residents, unless somebody has said
    something else of them since."""
    changes = journal.changed_in(Participant)
    former = {UUID(change["id"]): change["before"]["age_band"] for change in changes}
    for batch in batches(list(former)):
        marked = (
            select(Participant)
            .where(Participant.community_id == community_id, Participant.id.in_(batch))
            .order_by(Participant.id)
            .with_for_update(key_share=True)
        )
        for resident in (await session.scalars(marked)).all():
            if resident.age_band is AgeBand.ADULT:
                before = former[resident.id]
                resident.age_band = None if before is None else AgeBand(before)
