"""Consents: an append-only ledger, and the check before personal data is used."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.consents.queries import (
    newest,
    newest_of_users,
    newest_shown,
    sensitive_entries,
)
from app.identity.consents.schemas import (
    ConsentDecision,
    ConsentOut,
    ConsentQuery,
    ConsentWording,
)
from app.identity.consents.texts import TEXTS
from app.identity.errors import ConsentRequired, ConsentTextOutdated
from app.identity.events import ConsentWithdrawn
from app.identity.models import (
    SENSITIVE_PURPOSES,
    ConsentEntry,
    DecidedConsent,
    Purpose,
    SensitiveConsent,
    User,
)
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import lock
from app.kernel.jobs.events import emit
from app.kernel.web.pages import Page


def _holds(entry: DecidedConsent | None) -> bool:
    return entry is not None and entry.is_granted and TEXTS[entry.purpose].holds(entry.text_version)


async def require_consent(session: AsyncSession, user_id: UUID, purpose: Purpose) -> None:
    """Raises ConsentRequired unless the user's consent holds. Call `lock_consents` before, so that
    a withdrawal at the same time comes first or waits."""
    if not _holds((await newest(session, user_id)).get(purpose)):
        raise ConsentRequired(purpose=purpose)


async def users_with_consent(
    session: AsyncSession, user_ids: Collection[UUID], purpose: Purpose
) -> set[UUID]:
    """Returns those of the users whose consent to an ordinary purpose holds."""
    entries = await newest_of_users(session, user_ids, purpose)
    return {user_id for user_id, entry in entries.items() if _holds(entry)}


async def is_withdrawn(session: AsyncSession, user_id: UUID, purpose: Purpose) -> bool:
    """Returns whether the user's last decision on the purpose was to withdraw the consent. Someone
    who has never decided has not: the desk may have a consent of theirs on paper."""
    entry = (await newest(session, user_id)).get(purpose)
    return entry is not None and not entry.is_granted


async def require_not_withdrawn(
    session: AsyncSession, user_id: UUID | None, purpose: Purpose
) -> None:
    """Raises ConsentRequired for a user who has withdrawn the consent. A person whom only the desk
    knows has given it on paper."""
    if user_id is not None and await is_withdrawn(session, user_id, purpose):
        raise ConsentRequired(purpose=purpose)


async def list_consents(
    session: AsyncSession, user_id: UUID, query: ConsentQuery
) -> Page[ConsentOut]:
    """Lists the consents of all purposes, decided or not."""
    entries = await newest_shown(session, user_id)
    purposes = [p for p in Purpose if query.purpose in (None, p)]
    return Page([_consent_out(purpose, entries.get(purpose)) for purpose in purposes], None)


async def decide(
    session: AsyncSession, user_id: UUID, purpose: Purpose, body: ConsentDecision
) -> ConsentOut:
    """Records a decision, unless the newest entry already says the same. Raises ConsentTextOutdated
    for a grant to another version than that of the present text; a withdrawal is never refused."""
    if body.is_granted and body.text_version != TEXTS[purpose].version:
        raise ConsentTextOutdated(text_version=TEXTS[purpose].version)
    await lock_consents(session, user_id, purpose)
    entry = (await newest(session, user_id)).get(purpose)
    decision = (body.is_granted, body.text_version)
    if entry is None or (entry.is_granted, entry.text_version) != decision:
        entry = DecidedConsent(purpose=purpose, decided_at=clock.now(), **body.model_dump())
        session.add(_entry(user_id, entry))
    if not body.is_granted:
        # Also where the ledger says it already: whoever withdraws again wants it to end now.
        _stop_use(await session.get_one(User, user_id), purpose)
        emit(session, PLATFORM, ConsentWithdrawn(user_id=user_id))
    return _consent_out(purpose, entry)


async def lock_consents(session: AsyncSession, user_id: UUID, purpose: Purpose) -> None:
    """Makes decisions on the purpose wait until the transaction ends. For a sensitive purpose the
    user is not locked: the lock would tell which user a row of the same transaction is about."""
    if purpose not in SENSITIVE_PURPOSES:
        await lock(session, await session.get_one(User, user_id))
        return
    entries = sensitive_entries(user_id).order_by(SensitiveConsent.id)
    await session.execute(entries.with_for_update(key_share=True))


def _entry(user_id: UUID, decision: DecidedConsent) -> ConsentEntry | SensitiveConsent:
    if decision.purpose in SENSITIVE_PURPOSES:
        return SensitiveConsent(user=str(user_id), decision=decision)
    return ConsentEntry(user_id=user_id, **decision.model_dump())


def _stop_use(user: User, purpose: Purpose) -> None:
    """Erases what the account itself stores for the purpose; listeners do the rest."""
    if purpose is Purpose.PHONE:
        user.phone = None
    if purpose is Purpose.PROFILE:
        user.nickname = None


def _consent_out(purpose: Purpose, entry: DecidedConsent | None) -> ConsentOut:
    text = TEXTS[purpose]
    return ConsentOut(
        purpose=purpose,
        text=ConsentWording.model_validate(text.text),
        text_version=text.version,
        is_granted=_holds(entry),
        decided_at=None if entry is None else entry.decided_at,
    )
