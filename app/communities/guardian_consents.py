"""The consents of guardians that are in force. Each change is made while the minor is locked, so
that a sign-up at the same time comes first and is given up, or comes later and is refused."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor
from app.communities.errors import ConsentEndUnfit, GuardianConsentMissing
from app.communities.events import (
    GuardianConsentChanged,
    GuardianConsentEnded,
    GuardianshipChanged,
)
from app.communities.models import (
    AgeBand,
    GuardianConsent,
    GuardianConsentKind,
    GuardianConsentStatus,
    Guardianship,
    GuardianshipStatus,
    Participant,
)
from app.communities.models.guardianship import LIVE_GUARDIANSHIP, LONGEST_CONSENT
from app.kernel import clock
from app.kernel.jobs.events import emit


def end_of(last_day: date) -> datetime:
    """Returns the end of the last day of a consent. Raises ConsentEndUnfit for a day that has
    passed, or lies more than a year ahead."""
    today = clock.today()
    if not today <= last_day <= today + LONGEST_CONSENT:
        raise ConsentEndUnfit
    return clock.instant_of(last_day + timedelta(days=1))


def new_consent(
    guardianship: Guardianship, kind: GuardianConsentKind, until: datetime, acting: ActingFor
) -> GuardianConsent:
    return GuardianConsent(
        community_id=guardianship.community_id,
        guardianship_id=guardianship.id,
        participant_id=guardianship.participant_id,
        kind=kind,
        status=GuardianConsentStatus.GIVEN,
        given_at=clock.now(),
        until=until,
        **acting.columns,
    )


async def given_consents(session: AsyncSession, minor: Participant) -> Sequence[GuardianConsent]:
    """Returns the consents in force of the active guardians of a locked minor."""
    query = (
        select(GuardianConsent)
        .join(
            Guardianship,
            (Guardianship.community_id == minor.community_id)
            & (Guardianship.id == GuardianConsent.guardianship_id),
        )
        .where(
            GuardianConsent.community_id == minor.community_id,
            GuardianConsent.participant_id == minor.id,
            GuardianConsent.status == GuardianConsentStatus.GIVEN,
            GuardianConsent.until > clock.now(),
            Guardianship.status == GuardianshipStatus.ACTIVE,
        )
    )
    return (await session.scalars(query)).all()


async def recount(session: AsyncSession, minor: Participant) -> None:
    """Writes to a locked minor until when guardians' consents let them take part. A child under 14
    needs the consent to the use of personal data beside that to activities."""
    await session.flush()
    until: dict[GuardianConsentKind, datetime] = {}
    for consent in await given_consents(session, minor):
        until[consent.kind] = max(until.get(consent.kind, consent.until), consent.until)
    needed = [GuardianConsentKind.ACTIVITIES]
    if minor.age_for_rules is AgeBand.UNDER_14:
        needed.append(GuardianConsentKind.PERSONAL_DATA)
    had_guardian = minor.guardian_until is not None
    minor.guardian_until = (
        min(until[kind] for kind in needed) if all(kind in until for kind in needed) else None
    )
    if had_guardian and minor.guardian_until is None:
        emit(session, minor.community_id, GuardianConsentEnded(participant_id=minor.id))


async def settle_age(session: AsyncSession, person: Participant) -> None:
    """Makes consents follow the age of a locked person: who has come of age needs no guardian, and
    has none any more."""
    if person.is_adult:
        await end_all(session, person)
    await recount(session, person)


async def end_all(session: AsyncSession, minor: Participant) -> None:
    """Ends the guardianships of a locked person."""
    query = select(Guardianship).where(
        Guardianship.community_id == minor.community_id,
        Guardianship.participant_id == minor.id,
        Guardianship.status.in_(LIVE_GUARDIANSHIP),
    )
    for guardianship in (await session.scalars(query)).all():
        await end_locked(session, guardianship)


async def end_locked(session: AsyncSession, guardianship: Guardianship) -> None:
    """Ends a guardianship with its consents. Its minor is locked."""
    now = clock.now()
    guardianship.end(now)
    for consent in await consents_of(session, guardianship):
        if consent.is_given:
            consent.void(now)
    event = GuardianshipChanged(guardianship_id=guardianship.id, status=guardianship.status)
    emit(session, guardianship.community_id, event)


async def consents_of(
    session: AsyncSession, guardianship: Guardianship
) -> Sequence[GuardianConsent]:
    """Returns the consents of a guardianship, the newest first."""
    query = (
        select(GuardianConsent)
        .where(
            GuardianConsent.community_id == guardianship.community_id,
            GuardianConsent.guardianship_id == guardianship.id,
        )
        .order_by(GuardianConsent.id.desc())
    )
    return (await session.scalars(query)).all()


async def consent_in_force(
    session: AsyncSession, guardianship: Guardianship, kind: GuardianConsentKind
) -> GuardianConsent | None:
    found = [one for one in await consents_of(session, guardianship) if one.is_given]
    return next((one for one in found if one.kind is kind), None)


def note_changed(session: AsyncSession, consent: GuardianConsent) -> None:
    event = GuardianConsentChanged(consent_id=consent.id, status=consent.status)
    emit(session, consent.community_id, event)


async def require_personal_data_consent(session: AsyncSession, person: Participant) -> None:
    """Raises GuardianConsentMissing for a child under 14 to the use of whose personal data no
    guardian has consented (PIPL, art. 31)."""
    if person.age_for_rules is AgeBand.UNDER_14:
        kinds = {consent.kind for consent in await given_consents(session, person)}
        if GuardianConsentKind.PERSONAL_DATA not in kinds:
            raise GuardianConsentMissing


async def minor_of(session: AsyncSession, community_id: UUID, minor_id: UUID) -> Participant:
    return await session.get_one(Participant, {"community_id": community_id, "id": minor_id})
