"""Queries on consents: the newest decision on each purpose is the one that holds."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import ColumnElement, Select, false, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.models import ConsentEntry, DecidedConsent, Purpose, SensitiveConsent
from app.kernel.privacy.damage import SealedDamaged


async def newest(session: AsyncSession, user_id: UUID) -> Mapping[Purpose, DecidedConsent]:
    """Reads both ledgers. The sensitive one stores few entries of a user, which are opened. Raises
    SealedDamaged where one does not open: an earlier grant may not stand for a later withdrawal."""
    sensitive = [row.decision for row in await session.scalars(sensitive_entries(user_id))]
    sensitive.sort(key=lambda decision: decision.decided_at)
    by_purpose = {decision.purpose: decision for decision in sensitive}
    return {**await _newest_ordinary(session, user_id), **by_purpose}


async def newest_shown(session: AsyncSession, user_id: UUID) -> Mapping[Purpose, DecidedConsent]:
    """Does the same for a page, where sensitive decisions are a gap if one does not open."""
    try:
        return await newest(session, user_id)
    except SealedDamaged:
        return await _newest_ordinary(session, user_id)


async def _newest_ordinary(
    session: AsyncSession, user_id: UUID
) -> Mapping[Purpose, DecidedConsent]:
    entries = (
        select(ConsentEntry)
        .where(ConsentEntry.user_id == user_id)
        .ext(distinct_on(ConsentEntry.purpose))
        .order_by(ConsentEntry.purpose, ConsentEntry.decided_at.desc(), ConsentEntry.id.desc())
    )
    decisions = [DecidedConsent.model_validate(entry) for entry in await session.scalars(entries)]
    return {decision.purpose: decision for decision in decisions}


async def newest_of_users(
    session: AsyncSession, user_ids: Collection[UUID], purpose: Purpose
) -> Mapping[UUID, DecidedConsent]:
    """Maps users to their newest decisions on one ordinary purpose."""
    entries = (
        select(ConsentEntry)
        .where(ConsentEntry.user_id.in_(user_ids), ConsentEntry.purpose == purpose)
        .ext(distinct_on(ConsentEntry.user_id))
        .order_by(ConsentEntry.user_id, ConsentEntry.decided_at.desc(), ConsentEntry.id.desc())
    )
    rows = await session.scalars(entries)
    return {row.user_id: DecidedConsent.model_validate(row) for row in rows}


def sensitive_entries(user_id: UUID | None) -> Select[SensitiveConsent]:
    return select(SensitiveConsent).where(is_of_user(user_id))


def is_of_user(user_id: UUID | None) -> ColumnElement[bool]:
    """The condition on the sensitive entries of a user."""
    if user_id is None:
        return false()
    return SensitiveConsent.user.matches(SensitiveConsent, None, str(user_id))
