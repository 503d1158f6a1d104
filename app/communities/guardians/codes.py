"""Codes by which minors name their guardians. A code reveals nobody, and asks nobody who was not
shown it."""

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.claim_codes.code import digest_of, new_code
from app.communities.errors import ParticipantInactive
from app.communities.guardian_consents import minor_of
from app.communities.guardians.errors import GuardianCodeInvalid, NotAMinor
from app.communities.guardians.schemas import IssuedGuardianCode
from app.communities.models import GuardianCode, Participant
from app.communities.models.guardianship import GUARDIAN_CODE_LIFETIME
from app.kernel import clock
from app.kernel.database.engine import lock

PURPOSE = "guardian code"


async def issue_code(session: AsyncSession, me: Participant) -> IssuedGuardianCode:
    """Issues a code instead of any former one. Raises NotAMinor for who is not known to be one."""
    await lock(session, me)
    require_minor(me)
    await delete_code(session, me)
    text = new_code()
    code = GuardianCode(
        community_id=me.community_id,
        participant_id=me.id,
        code_digest=digest_of(me.community_id, text, purpose=PURPOSE),
        expires_at=clock.now() + GUARDIAN_CODE_LIFETIME,
    )
    session.add(code)
    return IssuedGuardianCode(code=text, expires_at=code.expires_at)


async def lock_minor_of_code(
    session: AsyncSession, guardian: Participant, typed: str
) -> Participant:
    """Returns the minor of a code; locks both people."""
    digest = digest_of(guardian.community_id, typed, purpose=PURPOSE)
    find = select(GuardianCode).where(
        GuardianCode.community_id == guardian.community_id, GuardianCode.code_digest == digest
    )
    code = await session.scalar(find)
    if code is None:
        raise GuardianCodeInvalid
    minor = await minor_of(session, guardian.community_id, code.participant_id)
    await lock_people(session, minor, guardian)
    code = await session.scalar(find.execution_options(populate_existing=True))
    if code is None or code.expires_at <= clock.now():
        raise GuardianCodeInvalid
    return minor


async def lock_people(
    session: AsyncSession, minor: Participant, guardian: Participant | None
) -> None:
    """Locks both in the order of their ids, as sign-ups do."""
    people = {one.id: one for one in (minor, guardian) if one is not None}
    await lock(session, *(people[id_] for id_ in sorted(people)))


async def delete_code(session: AsyncSession, minor: Participant) -> None:
    await session.execute(
        delete(GuardianCode).where(
            GuardianCode.community_id == minor.community_id,
            GuardianCode.participant_id == minor.id,
        )
    )


def require_minor(minor: Participant) -> None:
    if not minor.is_active:
        raise ParticipantInactive
    if not minor.is_minor:
        raise NotAMinor
