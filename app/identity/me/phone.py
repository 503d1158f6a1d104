"""The phone number of an account: it belongs to who has verified it last."""

from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.consents.service import require_consent
from app.identity.events import PhoneLost
from app.identity.models import Purpose, User
from app.kernel.crypto.digests import keyed_digest
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import lock
from app.kernel.jobs.events import emit
from app.kernel.privacy.sealed import shown

LOCK_NUMBER = text("SELECT pg_advisory_xact_lock(:number)")


async def take_number(session: AsyncSession, user_id: UUID, phone: str) -> tuple[User, bool]:
    """Gives the number to the user, who is locked, and takes it from a former holder, who is told.
    Returns the user, and whether they had another number. Raises ConsentRequired."""
    # Two who verify one number at the same time come one after the other: nobody holds it yet, so
    # there is no row to lock.
    digest = keyed_digest("phone number", phone, size=8)
    await session.execute(LOCK_NUMBER, {"number": int.from_bytes(digest, signed=True)})
    user = await session.get_one(User, user_id)
    holder = await session.scalar(
        select(User).where(User.phone.matches(User, None, phone), User.id != user_id)
    )
    people = [user] if holder is None else sorted((user, holder), key=lambda one: one.id)
    await lock(session, *people)
    await require_consent(session, user_id, Purpose.PHONE)
    if holder is not None and shown(holder, User.phone) == phone:
        holder.phone = None
        emit(session, PLATFORM, PhoneLost(user_id=holder.id))
        await session.flush()  # A number stands once, so it goes before it comes.
    had_another = user.phone_sealed is not None and shown(user, User.phone) != phone
    user.phone = phone
    await session.flush()
    return user, had_another
