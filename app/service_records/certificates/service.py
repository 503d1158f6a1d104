"""Changes of certificates. Each locks the certificate first; issuing then holds the entries, so
that a reversal waits and finds the certificate."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, load_active_participant, record_desk_act
from app.communities.documents import service as documents
from app.communities.errors import SecondPersonNeeded
from app.communities.models import Community, DocumentKind, Participant
from app.communities.permissions import Staff
from app.communities.two_persons import (
    require_another_person,
    require_not_entered_by,
    require_second_person,
)
from app.kernel import clock
from app.kernel.database.engine import get_row, lock, savepoint
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.privacy.sealed import own
from app.service_records.certificates.content import (
    Holder,
    Service,
    Signing,
    content_of,
    digest_of,
    volunteer_number,
)
from app.service_records.certificates.errors import (
    CertificateRequestOpen,
    NameNeeded,
    NothingConfirmed,
    TooManyServices,
)
from app.service_records.certificates.events import (
    CertificateCorrected,
    CertificateDecided,
    CertificateRequested,
    CertificateRevoked,
    CertificateWithdrawn,
    RevocationChanged,
)
from app.service_records.certificates.queries import MAX_SERVICES, is_confirmed, services_to_certify
from app.service_records.certificates.schemas import CertificateIn, IssueIn
from app.service_records.models import Certificate, CertificateStatus, CertifiedEntry


async def request(
    session: AsyncSession, community_id: UUID, values: CertificateIn, acting: ActingFor
) -> Certificate:
    """Asks for a certificate. Raises NothingConfirmed, NameNeeded and CertificateRequestOpen."""
    person = await load_active_participant(session, community_id, acting)
    is_verified = person.real_name_sealed is not None
    if not is_verified and values.name is None:
        raise NameNeeded
    days = (values.first_day, values.last_day)
    if not await is_confirmed(session, community_id, person.id, *days):
        raise NothingConfirmed
    certificate = Certificate(
        community_id=community_id,
        participant_id=person.id,
        status=CertificateStatus.REQUESTED,
        requested_at=clock.now(),
        first_day=values.first_day,
        last_day=values.last_day,
        stated_name=None if is_verified else values.name,
        document=values.document and values.document.model_dump(mode="json"),
        **acting.columns,
    )
    async with savepoint(session, uq_certificates_requested=CertificateRequestOpen):
        session.add(certificate)
        await session.flush()
    emit(session, community_id, CertificateRequested(certificate_id=certificate.id))
    record_desk_act(session, community_id, acting, "certificate.requested", certificate)
    return certificate


async def withdraw(
    session: AsyncSession, certificate: Certificate, acting: ActingFor
) -> Certificate:
    """Takes a request back that is not decided yet."""
    await lock(session, certificate)
    certificate.withdraw()
    community_id = certificate.community_id
    emit(session, community_id, CertificateWithdrawn(certificate_id=certificate.id))
    record_desk_act(session, community_id, acting, "certificate.withdrawn", certificate)
    return certificate


async def issue(
    session: AsyncSession, certificate: Certificate, values: IssueIn, *, by: Staff
) -> Certificate:
    """Issues a certificate from what is confirmed now. Raises SecondPersonNeeded for who has
    entered the request, and for the volunteer's own."""
    await lock(session, certificate)
    certificate.require("issue")
    person = await get_row(
        session, Participant, certificate.community_id, certificate.participant_id
    )
    await _require_not_for_oneself(session, certificate, person, by)
    entries, services = await services_to_certify(session, certificate)
    _require_some(services)
    name = own(person, Participant.real_name) or certificate.stated_name
    if name is None:
        raise NameNeeded
    if by.is_named(name):
        raise SecondPersonNeeded
    await _write(session, certificate, name, entries, services, values, by)
    return certificate


async def _write(
    session: AsyncSession,
    certificate: Certificate,
    name: str,
    entries: Sequence[UUID],
    services: Sequence[Service],
    values: IssueIn,
    by: Staff,
) -> None:
    """Numbers the certificate, and stores its content with the entries on which it rests."""
    community_id, now = certificate.community_id, clock.now()
    community = await session.get_one(Community, community_id)
    session.add_all(
        CertifiedEntry(community_id=community_id, certificate_id=certificate.id, entry_id=entry)
        for entry in entries
    )
    holder = Holder(
        name,
        volunteer_number(community.short_number, certificate.participant_id),
        certificate.document,
    )
    signing = Signing(issuer=community.name, **values.model_dump())
    number = await documents.issue(
        session, community_id, DocumentKind.CERTIFICATE, certificate.id, now
    )
    content = content_of(number, holder, services, signing, clock.day_of(now))
    certificate.issue(
        now,
        by.id,
        number=number,
        minutes=content["minutes"],
        content=content,
        digest=digest_of(content),
    )
    emit(session, community_id, CertificateDecided(certificate_id=certificate.id))
    record(
        session, by, "certificate.issued", certificate, certificate.participant_id, number=number
    )


async def _require_not_for_oneself(
    session: AsyncSession, certificate: Certificate, person: Participant, by: Staff
) -> None:
    """Raises SecondPersonNeeded where the staff member is the volunteer, or has entered the
    request at the desk."""
    await require_not_entered_by(session, certificate.entered_by, by.id)
    if person.user_id is not None:
        await require_another_person(session, person.user_id, by.id)


def _require_some(services: Sequence[Service]) -> None:
    if sum(service.minutes for service in services) <= 0:
        raise NothingConfirmed
    if len(services) > MAX_SERVICES:
        raise TooManyServices(most=MAX_SERVICES)


async def decline(
    session: AsyncSession, certificate: Certificate, reason: str, *, by: Staff
) -> Certificate:
    """Declines a request; its person gets a message with the reason. Raises SecondPersonNeeded for
    who has entered it."""
    await lock(session, certificate)
    await require_not_entered_by(session, certificate.entered_by, by.id)
    certificate.decline(clock.now(), by.id, reason)
    emit(session, certificate.community_id, CertificateDecided(certificate_id=certificate.id))
    record(session, by, "certificate.declined", certificate, certificate.participant_id)
    return certificate


async def request_revocation(
    session: AsyncSession, certificate: Certificate, reason: str, *, by: Staff
) -> Certificate:
    """Asks for a revocation, as the first of two persons."""
    await lock(session, certificate)
    certificate.request_revocation(clock.now(), by.id, reason)
    emit(session, certificate.community_id, RevocationChanged(certificate_id=certificate.id))
    about = certificate.participant_id
    record(session, by, "certificate.revocation_asked", certificate, about, reason=reason)
    return certificate


async def confirm_revocation(
    session: AsyncSession, certificate: Certificate, *, by: Staff
) -> Certificate:
    """Revokes a certificate, as the second of two persons. Its number says so from then on."""
    await lock(session, certificate)
    first = certificate.first_person
    await require_second_person(session, first, by, "certificate:issue")
    now = clock.now()
    certificate.revoke(now, by.id)
    await documents.revoke(session, certificate.community_id, certificate.id, now)
    emit(session, certificate.community_id, CertificateRevoked(certificate_id=certificate.id))
    record(session, by, "certificate.revoked", certificate, certificate.participant_id)
    return certificate


async def refuse_revocation(
    session: AsyncSession, certificate: Certificate, *, by: Staff
) -> Certificate:
    """Refuses a revocation that was asked for, or takes the own request back."""
    await lock(session, certificate)
    _ = certificate.first_person
    certificate.drop_revocation()
    emit(session, certificate.community_id, RevocationChanged(certificate_id=certificate.id))
    about = certificate.participant_id
    record(session, by, "certificate.revocation_refused", certificate, about)
    return certificate


async def note_reversal(session: AsyncSession, community_id: UUID, entry_id: UUID) -> None:
    """Marks the certificates that rest on an entry which counts no more."""
    resting = (
        select(CertifiedEntry.certificate_id)
        .where(CertifiedEntry.community_id == community_id, CertifiedEntry.entry_id == entry_id)
        .order_by(CertifiedEntry.certificate_id)
    )
    for certificate_id in (await session.scalars(resting)).all():
        certificate = await get_row(session, Certificate, community_id, certificate_id)
        await lock(session, certificate)
        if certificate.status is CertificateStatus.ISSUED:
            certificate.note_correction(clock.now())
            emit(session, community_id, CertificateCorrected(certificate_id=certificate.id))
