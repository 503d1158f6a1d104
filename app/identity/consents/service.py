"""Consent: given and withdrawn in an append-only ledger, asked for before personal data is used."""

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
    """ConsentRequired. For whoever writes the data that the purpose is about; a withdrawal at the
    same time is kept out by locking the user first."""
    if not _holds((await newest(session, user_id)).get(purpose)):
        raise ConsentRequired(purpose=purpose)


async def list_consents(
    session: AsyncSession, user_id: UUID, query: ConsentQuery
) -> Page[ConsentOut]:
    """All purposes there are, decided or not."""
    held = await newest(session, user_id)
    purposes = [p for p in Purpose if query.purpose in (None, p)]
    return Page([_shown(purpose, held.get(purpose)) for purpose in purposes], None)


async def decide(
    session: AsyncSession, user_id: UUID, purpose: Purpose, decision: ConsentDecision
) -> ConsentOut:
    """Adds an entry, unless it would say what the newest one says."""
    if decision.text_version != TEXTS[purpose].version:
        raise ConsentTextOutdated(text_version=TEXTS[purpose].version)
    user = await session.get_one(User, user_id)
    await lock(session, user)
    entry = (await newest(session, user_id)).get(purpose)
    said = (decision.is_granted, decision.text_version)
    if entry is None or (entry.is_granted, entry.text_version) != said:
        entry = ConsentEntry(
            user_id=user_id, purpose=purpose, decided_at=clock.now(), **decision.model_dump()
        )
        session.add(entry)
        if not decision.is_granted:
            emit(session, PLATFORM, ConsentWithdrawn(user_id=user_id, purpose=purpose))
    if purpose is Purpose.PHONE and not decision.is_granted:
        user.phone = None
    return _shown(purpose, entry)


def _shown(purpose: Purpose, entry: ConsentEntry | None) -> ConsentOut:
    text = TEXTS[purpose]
    return ConsentOut(
        purpose=purpose,
        text=ConsentWording.model_validate(text.text),
        text_version=text.version,
        is_granted=_holds(entry),
        decided_at=None if entry is None else entry.decided_at,
    )
