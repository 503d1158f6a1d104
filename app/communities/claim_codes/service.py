"""Claim codes: issued at the desk, and used by the person who takes over the row. All that counts
stays on that one row, so that nothing is counted twice."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_desk_act
from app.communities.claim_codes.code import digest_of, new_code
from app.communities.claim_codes.schemas import IssuedClaimCode
from app.communities.errors import (
    ClaimCodeInvalid,
    HasLogin,
    ParticipantInactive,
    ParticipationInUse,
)
from app.communities.events import DeskRowClaimed, ParticipantLeft
from app.communities.models import ClaimCode, MyCommunity, Participant, ParticipantKind
from app.communities.models.claim_code import CLAIM_CODE_LIFETIME
from app.communities.participants.queries import participant_of_user
from app.communities.participants.service import forget_name
from app.communities.residence.endings import leave_household
from app.communities.two_persons import require_not_entered_by
from app.identity.consents.service import is_withdrawn, require_not_withdrawn
from app.identity.models import Purpose, User
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database, lock
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.privacy.personal_data import Person, PersonalData, is_tied
from app.kernel.web.limits import Limit, count

GUESSES = Limit("claim-code", 10, 3600)


class _Caller(NamedTuple):
    """The actor of the audit entry of a takeover: the person, in the community."""

    community_id: UUID
    id: UUID


async def issue(
    session: AsyncSession, participant: Participant, acting: ActingFor
) -> IssuedClaimCode:
    """Issues a code instead of any former one. Raises HasLogin for a participant who has a login,
    and ParticipantInactive for one who has left or is blocked."""
    await lock(session, participant)
    if participant.user_id is not None:
        raise HasLogin
    if not participant.is_active:
        raise ParticipantInactive
    now, text, community_id = clock.now(), new_code(), participant.community_id
    await _delete_code(session, participant)
    code = ClaimCode(
        community_id=community_id,
        participant_id=participant.id,
        code_digest=digest_of(community_id, text),
        issued_by=acting.by,
        issued_at=now,
        expires_at=now + CLAIM_CODE_LIFETIME,
    )
    session.add(code)
    record_desk_act(session, community_id, acting, "participant.claim_code_issued", participant)
    return IssuedClaimCode(code=text, expires_at=code.expires_at)


async def count_guess(database: Database, user_id: UUID) -> None:
    """Counts a code that a user enters, in a transaction of its own. Raises TooManyRequests."""
    async with database.transaction() as session:
        await count(session, GUESSES, str(user_id), clock.now())


async def claim_row(
    session: AsyncSession,
    declared: Sequence[PersonalData],
    community_id: UUID,
    user_id: UUID,
    typed: str,
) -> Participant:
    """Makes the row of the code that of the user, who gives up an own one that has nothing. Raises
    ClaimCodeInvalid, ParticipationInUse, SecondPersonNeeded for who has printed the code, and
    ConsentRequired for who has withdrawn the consent to what the row holds.

    The user is locked first: they may enter two codes at once, or join meanwhile."""
    await lock(session, await session.get_one(User, user_id))
    row, code = await _lock_rows(session, community_id, user_id, digest_of(community_id, typed))
    await require_not_entered_by(session, code.issued_by, user_id)
    if row.household_id is not None or row.real_name_sealed is not None:
        await require_not_withdrawn(session, user_id, Purpose.RESIDENCE)
    own = await session.scalar(participant_of_user(community_id, user_id))
    if own is not None:
        await _give_up(session, declared, own)
    row.user_id = user_id
    if await is_withdrawn(session, user_id, Purpose.PROFILE):
        forget_name(row)
    await _delete_code(session, row)
    await _remember(session, row, user_id)
    given_up = None if own is None else own.id
    emit(session, community_id, DeskRowClaimed(participant_id=row.id, given_up_id=given_up))
    record(session, _Caller(community_id, user_id), "participant.taken_over", row)
    return row


async def _lock_rows(
    session: AsyncSession, community_id: UUID, user_id: UUID, digest: bytes
) -> tuple[Participant, ClaimCode]:
    """Returns the locked row of the code; locks an own row of the user, too, in the order of their
    ids. Raises ClaimCodeInvalid for a code that is unknown, used, replaced or expired."""
    find = select(ClaimCode).where(
        ClaimCode.community_id == community_id, ClaimCode.code_digest == digest
    )
    code = await session.scalar(find)
    if code is None:
        raise ClaimCodeInvalid
    row = await session.get_one(Participant, (community_id, code.participant_id))
    own = await session.scalar(participant_of_user(community_id, user_id))
    people = sorted((one for one in (row, own) if one is not None), key=lambda one: one.id)
    await lock(session, *people)
    code = await session.scalar(find.execution_options(populate_existing=True))
    if code is None or code.expires_at <= clock.now():
        raise ClaimCodeInvalid
    if row.user_id is not None or not row.is_active:
        raise ClaimCodeInvalid
    return row, code


async def _give_up(
    session: AsyncSession, declared: Sequence[PersonalData], own: Participant
) -> None:
    """Takes a locked row from its user, who has nothing in it. Raises ParticipantInactive for a
    blocked one, and ParticipationInUse where something counts that is theirs."""
    if not (own.is_active or own.has_left):
        raise ParticipantInactive
    person = Person(own.user_id, own.community_id, own.id)
    if own.kind is ParticipantKind.RESIDENT or await is_tied(session, declared, person):
        raise ParticipationInUse
    if own.is_active:
        own.leave()
        await leave_household(session, own)
        emit(session, own.community_id, ParticipantLeft(participant_id=own.id))
    own.user_id = None
    forget_name(own)
    await session.flush()  # A user has one row, so the former goes before the other comes.


async def _delete_code(session: AsyncSession, participant: Participant) -> None:
    await session.execute(
        delete(ClaimCode).where(
            ClaimCode.community_id == participant.community_id,
            ClaimCode.participant_id == participant.id,
        )
    )


async def _remember(session: AsyncSession, row: Participant, user_id: UUID) -> None:
    """Writes the membership by which the user's communities are found."""
    membership = {
        "id": uuid7(),
        "user_id": user_id,
        "community_id": row.community_id,
        "participant_id": row.id,
        "joined_at": row.joined_at,
    }
    await session.flush()
    await session.execute(
        insert(MyCommunity)
        .values(membership)
        .on_conflict_do_update(
            index_elements=["user_id", "community_id"], set_={"participant_id": row.id}
        )
    )
