"""Sweeps of a person's rights: steps of an erasure, and exports that have expired."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.jobs.sweeps import DueRows, Key, Sweep
from app.kernel.privacy.personal_data import PersonalData
from app.privacy import erasure
from app.privacy.models import DataExport


def exports_to_delete(now: datetime) -> DueRows:
    return select(DataExport.user_id, DataExport.id, DataExport.expires_at).where(
        DataExport.expires_at <= now
    )


async def delete_export(session: AsyncSession, key: Key, now: datetime) -> None:
    await session.execute(
        delete(DataExport).where(
            DataExport.user_id == key[0], DataExport.id == key[1], DataExport.expires_at <= now
        )
    )


def sweeps_for(declared: Sequence[PersonalData]) -> tuple[Sweep, ...]:
    """Makes the sweeps over the personal data that the features declare."""

    async def erase_community(session: AsyncSession, key: Key, _now: datetime) -> None:
        await erasure.erase_community(session, declared, key)

    async def erase_account(session: AsyncSession, key: Key, now: datetime) -> None:
        await erasure.erase_account(session, declared, key, now)

    minutes = timedelta(minutes=5)
    return (
        Sweep("privacy.delete_exports", minutes, exports_to_delete, delete_export),
        Sweep("privacy.begin_erasure", minutes, erasure.requests_due, erasure.start),
        Sweep("privacy.erase_community", minutes, erasure.communities_due, erase_community),
        Sweep("privacy.erase_account", minutes, erasure.accounts_due, erase_account),
    )
