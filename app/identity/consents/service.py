"""Consents: an append-only ledger, and the check before personal data is used."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.consents.queries import newest
from app.identity.consents.schemas import (
    ConsentDecision,
    ConsentOut,
    ConsentQuery,
    ConsentWording,
)
from app.identity.consents.texts import TEXTS
from app.identity.errors import ConsentRequired, ConsentTextOutdated
from app.identity.events import ConsentWithdrawn
from app.identity.models import ConsentEntry, Purpose, User
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import lock
from app.kernel.jobs.events import emit
from app.kernel.web.pages import Page


def _holds(entry: ConsentEntry | None) -> bool:
    return entry is not None and entry.is_granted and TEXTS[entry.purpose].holds(entry.text_version)


async def require_consent(session: AsyncSession, user_id: UUID, purpose: Purpose) -> None:
    """Raises ConsentRequired unless the user's consent holds. Lock the user before, so that a
    withdrawal at the same time comes first or waits."""
    if not _holds((await newest(session, user_id)).get(purpose)):
        raise ConsentRequired(purpose=purpose)


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
    entries = await newest(session, user_id)
    purposes = [p for p in Purpose if query.purpose in (None, p)]
    return Page([_consent_out(purpose, entries.get(purpose)) for purpose in purposes], None)


async def decide(
    session: AsyncSession, user_id: UUID, purpose: Purpose, body: ConsentDecision
) -> ConsentOut:
    """Records a decision, unless the newest entry already says the same. Raises ConsentTextOutdated
    for a grant to another version than that of the present text; a withdrawal is never refused."""
    if body.is_granted and body.text_version != TEXTS[purpose].version:
        raise ConsentTextOutdated(text_version=TEXTS[purpose].version)
    user = await session.get_one(User, user_id)
    await lock(session, user)
    entry = (await newest(session, user_id)).get(purpose)
    decision = (body.is_granted, body.text_version)
    if entry is None or (entry.is_granted, entry.text_version) != decision:
        entry = ConsentEntry(
            user_id=user_id, purpose=purpose, decided_at=clock.now(), **body.model_dump()
        )
        session.add(entry)
        if not body.is_granted:
            _stop_use(user, purpose)
            emit(session, PLATFORM, ConsentWithdrawn(user_id=user_id))
    return _consent_out(purpose, entry)


def _stop_use(user: User, purpose: Purpose) -> None:
    """Erases what the account itself stores for the purpose; listeners do the rest."""
    if purpose is Purpose.PHONE:
        user.phone = None
    if purpose is Purpose.PROFILE:
        user.nickname = None


def _consent_out(purpose: Purpose, entry: ConsentEntry | None) -> ConsentOut:
    text = TEXTS[purpose]
    return ConsentOut(
        purpose=purpose,
        text=ConsentWording.model_validate(text.text),
        text_version=text.version,
        is_granted=_holds(entry),
        decided_at=None if entry is None else entry.decided_at,
    )
