"""Guardians: a minor's account asks by a code, the guardian's account confirms; or the desk has it
on paper. Each change locks the minor first."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_desk_act
from app.communities.errors import GuardianConsentMissing
from app.communities.events import GuardianshipChanged
from app.communities.guardian_consents import (
    consent_in_force,
    end_locked,
    end_of,
    minor_of,
    new_consent,
    note_changed,
    recount,
)
from app.communities.guardians.codes import (
    delete_code,
    lock_minor_of_code,
    lock_people,
    require_minor,
)
from app.communities.guardians.errors import (
    AlreadyGuardian,
    GuardianConsentGiven,
    GuardianUnfit,
)
from app.communities.guardians.schemas import (
    ConsentsIn,
    DeskGuardianship,
    GuardianConsentIn,
    GuardianshipIn,
)
from app.communities.guardians.stopping import stop_use_of_child_data
from app.communities.models import (
    GuardianConsent,
    GuardianConsentKind,
    Guardianship,
    GuardianshipStatus,
    Participant,
)
from app.communities.models.guardianship import LIVE_GUARDIANSHIP
from app.communities.permissions import Staff
from app.communities.two_persons import require_not_entered_by
from app.kernel import clock
from app.kernel.database.engine import get_row, insert_once, lock
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record

S = GuardianshipStatus


async def confirm(
    session: AsyncSession, guardian: Participant, body: GuardianshipIn, acting: ActingFor
) -> Guardianship:
    """Makes the caller the guardian of the minor who has shown the code: at once where both live in
    one household, else when the desk has checked it. Raises GuardianCodeInvalid, GuardianUnfit and
    AlreadyGuardian."""
    minor = await lock_minor_of_code(session, guardian, body.code)
    require_minor(minor)
    _require_guardian(guardian, minor)
    status = S.ACTIVE if is_same_household(minor, guardian) else S.IN_REVIEW
    guardianship = await _add(session, minor, guardian, None, status, body, acting)
    await delete_code(session, minor)
    return guardianship


async def record_paper(
    session: AsyncSession, body: DeskGuardianship, acting: ActingFor, *, by: Staff
) -> Guardianship:
    """Records a guardian who has signed at the desk, before a witness."""
    minor = await get_row(session, Participant, by.community_id, body.on_behalf_of)
    guardian = None
    if body.guardian_id is not None:
        guardian = await get_row(session, Participant, by.community_id, body.guardian_id)
    await lock_people(session, minor, guardian)
    require_minor(minor)
    if guardian is not None:
        _require_guardian(guardian, minor)
    guardianship = await _add(session, minor, guardian, body.guardian_name, S.ACTIVE, body, acting)
    _record(session, guardianship, acting, "guardianship.recorded")
    return guardianship


async def _add(
    session: AsyncSession,
    minor: Participant,
    guardian: Participant | None,
    name: str | None,
    status: GuardianshipStatus,
    body: ConsentsIn,
    acting: ActingFor,
) -> Guardianship:
    until = end_of(body.ends_on)
    guardianship = Guardianship(
        community_id=minor.community_id,
        participant_id=minor.id,
        guardian_id=None if guardian is None else guardian.id,
        guardian_name=name,
        status=status,
        since=clock.now(),
        **acting.columns,
    )
    if not await insert_once(session, guardianship):
        raise AlreadyGuardian
    session.add_all(
        new_consent(guardianship, kind, until, acting) for kind in sorted(set(body.kinds))
    )
    await recount(session, minor)
    _changed(session, guardianship)
    return guardianship


async def expire(session: AsyncSession, consent: GuardianConsent, now: datetime) -> None:
    """Ends a consent whose last day is over, unless it has ended before."""
    minor = await minor_of(session, consent.community_id, consent.participant_id)
    await lock(session, minor, consent)
    if not consent.is_given or consent.until > now:
        return
    consent.expire(now)
    await recount(session, minor)
    if consent.kind is GuardianConsentKind.PERSONAL_DATA:
        await stop_use_of_child_data(session, minor)
    note_changed(session, consent)


async def approve(session: AsyncSession, guardianship: Guardianship, *, by: Staff) -> Guardianship:
    """Approves what a guardian has confirmed from another household than the minor's."""
    minor = await lock_minor(session, guardianship)
    guardianship.require("approve")
    await require_not_entered_by(session, guardianship.entered_by, by.id)
    require_minor(minor)
    guardianship.approve(by.id)
    await recount(session, minor)
    _changed(session, guardianship)
    record(session, by, "guardianship.approved", guardianship, minor.id)
    return guardianship


async def reject(
    session: AsyncSession, guardianship: Guardianship, reason: str, *, by: Staff
) -> Guardianship:
    minor = await lock_minor(session, guardianship)
    guardianship.require("reject")
    await require_not_entered_by(session, guardianship.entered_by, by.id)
    guardianship.reject(by.id, reason, clock.now())
    _changed(session, guardianship)
    record(session, by, "guardianship.rejected", guardianship, minor.id)
    return guardianship


async def end(session: AsyncSession, guardianship: Guardianship, acting: ActingFor) -> Guardianship:
    """Ends a guardianship with all its consents, for the guardian."""
    minor = await lock_minor(session, guardianship)
    data_consent = await consent_in_force(session, guardianship, GuardianConsentKind.PERSONAL_DATA)
    await end_locked(session, guardianship)
    await recount(session, minor)
    if data_consent is not None:
        await stop_use_of_child_data(session, minor)
    _record(session, guardianship, acting, "guardianship.ended")
    return guardianship


async def end_of_person(session: AsyncSession, person: Participant) -> None:
    """Ends the guardianships in which somebody is the minor or the guardian."""
    query = (
        select(Guardianship)
        .where(
            Guardianship.community_id == person.community_id,
            or_(Guardianship.participant_id == person.id, Guardianship.guardian_id == person.id),
            Guardianship.status.in_(LIVE_GUARDIANSHIP),
        )
        .order_by(Guardianship.participant_id, Guardianship.id)
    )
    for guardianship in (await session.scalars(query)).all():
        minor = await lock_minor(session, guardianship)
        if guardianship.is_live:
            await end_locked(session, guardianship)
            await recount(session, minor)


async def give_consent(
    session: AsyncSession, guardianship: Guardianship, body: GuardianConsentIn, acting: ActingFor
) -> Guardianship:
    """Gives a consent. Raises GuardianConsentGiven while one of its kind is in force."""
    minor = await lock_minor(session, guardianship)
    guardianship.require("end")
    require_minor(minor)
    consent = new_consent(guardianship, body.kind, end_of(body.ends_on), acting)
    former = await consent_in_force(session, guardianship, body.kind)
    if former is not None and former.until <= clock.now():
        former.expire(clock.now())  # The sweep has not seen it yet.
    if not await insert_once(session, consent):
        raise GuardianConsentGiven
    await recount(session, minor)
    note_changed(session, consent)
    _record(session, guardianship, acting, "guardianship.consent_given")
    return guardianship


async def withdraw_consent(
    session: AsyncSession,
    guardianship: Guardianship,
    kind: GuardianConsentKind,
    acting: ActingFor,
) -> Guardianship:
    """Withdraws a consent at once: what the minor has signed up for is given up where no other
    guardian's consent is left. Raises GuardianConsentMissing where none is in force."""
    minor = await lock_minor(session, guardianship)
    consent = await consent_in_force(session, guardianship, kind)
    if consent is None:
        raise GuardianConsentMissing
    consent.withdraw(clock.now())
    await recount(session, minor)
    if kind is GuardianConsentKind.PERSONAL_DATA:
        await stop_use_of_child_data(session, minor)
    note_changed(session, consent)
    _record(session, guardianship, acting, "guardianship.consent_withdrawn")
    return guardianship


async def lock_minor(session: AsyncSession, guardianship: Guardianship) -> Participant:
    """Locks the minor, then the guardianship. Returns the minor."""
    minor = await minor_of(session, guardianship.community_id, guardianship.participant_id)
    await lock(session, minor, guardianship)
    return minor


def is_same_household(minor: Participant, guardian: Participant | None) -> bool:
    if guardian is None or minor.household_id is None:
        return False
    return minor.household_id == guardian.household_id


def _require_guardian(guardian: Participant, minor: Participant) -> None:
    if guardian.id == minor.id or not guardian.is_adult or not guardian.is_active:
        raise GuardianUnfit


def _changed(session: AsyncSession, guardianship: Guardianship) -> None:
    event = GuardianshipChanged(guardianship_id=guardianship.id, status=guardianship.status)
    emit(session, guardianship.community_id, event)


def _record(session: AsyncSession, guardianship: Guardianship, acting: ActingFor, act: str) -> None:
    community_id: UUID = guardianship.community_id
    record_desk_act(session, community_id, acting, act, guardianship, has_message=True)
