"""Listeners that make exports, and that have a person leave when an erasure begins."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor
from app.communities.events import AccountErased
from app.communities.models import MyCommunity, Participant
from app.communities.participants.service import leave
from app.identity.events import ConsentWithdrawn
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.events import emit
from app.kernel.jobs.listeners import Listener
from app.kernel.privacy.personal_data import PersonalData
from app.privacy.events import DataExportRequested, ErasureBegun
from app.privacy.models import DataExport
from app.privacy.service import make_export


async def spread_erasure(session: AsyncSession, _platform: UUID, event: ErasureBegun) -> None:
    """Emits it in each of the person's communities, where each is handled in a transaction of its
    own."""
    for membership in await session.scalars(select(MyCommunity).filter_by(user_id=event.user_id)):
        erased = AccountErased(participant_id=membership.participant_id)
        emit(session, membership.community_id, erased)


async def leave_community(session: AsyncSession, community_id: UUID, event: AccountErased) -> None:
    participant = await get_row(session, Participant, community_id, event.participant_id)
    await lock(session, participant)
    if participant.is_active and participant.user_id is not None:
        await leave(session, participant, ActingFor.oneself(participant.user_id))


async def delete_exports(session: AsyncSession, _platform: UUID, event: ConsentWithdrawn) -> None:
    """Deletes what has been collected before: it has what the consent allowed."""
    await session.execute(delete(DataExport).where(DataExport.user_id == event.user_id))


def listeners_for(declared: Sequence[PersonalData]) -> tuple[Listener, ...]:
    """Makes the listeners over the personal data that the features declare."""

    async def make(session: AsyncSession, _platform: UUID, event: DataExportRequested) -> None:
        await make_export(session, declared, event.user_id, event.export_id)

    return (
        Listener("privacy.make_export", DataExportRequested, make, carries_rule=True),
        Listener("privacy.delete_exports", ConsentWithdrawn, delete_exports, carries_rule=True),
        Listener("privacy.spread_erasure", ErasureBegun, spread_erasure, carries_rule=True),
        Listener("privacy.leave_community", AccountErased, leave_community, carries_rule=True),
    )
