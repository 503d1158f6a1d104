"""Reads of certificates: what is certified, and what a number answers."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.documents.numbers import Number
from app.communities.models import Community, DocumentKind, NumberedDocument
from app.kernel import clock
from app.service_records.certificates.content import (
    Service,
    hours_of,
    name_without_its_bearer,
)
from app.service_records.certificates.schemas import CertificateCheckOut, CheckStatus
from app.service_records.entries.queries import confirmed_of
from app.service_records.models import Certificate, Occasion, ServiceEntry

MAX_SERVICES = 1_000
"""Services that one certificate lists."""

NO_NUMBER = Number(0, 0, 0, "")
"""Looked up in place of text that is no number, so that both take the same work."""


def _within_days(
    community_id: UUID, participant_id: UUID, first: date | None, last: date | None
) -> list[ColumnElement[bool]]:
    conditions = [*confirmed_of(community_id, participant_id), ServiceEntry.minutes > 0]
    if first is not None:
        conditions.append(ServiceEntry.served_on >= first)
    if last is not None:
        conditions.append(ServiceEntry.served_on <= last)
    return conditions


async def is_confirmed(
    session: AsyncSession,
    community_id: UUID,
    participant_id: UUID,
    first: date | None,
    last: date | None,
) -> bool:
    """Returns whether the person has confirmed minutes in the days."""
    conditions = _within_days(community_id, participant_id, first, last)
    found = select(ServiceEntry.id).where(*conditions).limit(1)
    return await session.scalar(found) is not None


async def services_to_certify(
    session: AsyncSession, certificate: Certificate
) -> tuple[Sequence[UUID], Sequence[Service]]:
    """Returns the confirmed entries in the days that are asked for, and what is said of each. The
    entries are held: a reversal waits, and then finds the certificate."""
    community_id = certificate.community_id
    days = (certificate.first_day, certificate.last_day)
    held = (
        select(ServiceEntry)
        .where(*_within_days(community_id, certificate.participant_id, *days))
        .order_by(ServiceEntry.id)
        .limit(MAX_SERVICES + 1)
        .with_for_update(read=True)
        .execution_options(populate_existing=True)
    )
    entries = (await session.scalars(held)).all()
    places = select(Occasion.id, Occasion.address).where(
        Occasion.community_id == community_id,
        Occasion.id.in_({entry.occasion_id for entry in entries}),
    )
    place_of = {id_: place for id_, place in await session.execute(places)}
    in_order = sorted(entries, key=lambda entry: (entry.starts_at, entry.id))
    return [entry.id for entry in in_order], [
        Service(
            entry.title, entry.served_on, place_of.get(entry.occasion_id) or None, entry.minutes
        )
        for entry in in_order
    ]


async def check(session: AsyncSession, text: str) -> CertificateCheckOut | None:
    """Looks a number up. None for one that was not issued and for text that is no number, after
    the same statements."""
    number = Number.read(text) or NO_NUMBER
    community = await session.scalar(
        select(Community).where(Community.short_number == number.short_number)
    )
    community_id = UUID(int=0) if community is None else community.id
    found = await session.scalar(
        select(Certificate)
        .join(
            NumberedDocument,
            (NumberedDocument.community_id == Certificate.community_id)
            & (NumberedDocument.subject_id == Certificate.id),
        )
        .where(
            Certificate.community_id == community_id,
            NumberedDocument.community_id == community_id,
            NumberedDocument.number == str(number),
            NumberedDocument.kind == DocumentKind.CERTIFICATE,
        )
    )
    return None if found is None or community is None else _checked(found, community.name)


def _checked(certificate: Certificate, community_name: str) -> CertificateCheckOut:
    content = certificate.content
    assert certificate.content_hash is not None
    assert certificate.decided_at is not None
    revoked, corrected = certificate.revoked_at, certificate.corrected_at
    is_holding = CheckStatus.VALID if corrected is None else CheckStatus.CORRECTED
    return CertificateCheckOut(
        number=certificate.number or "",
        status=CheckStatus.REVOKED if revoked else is_holding,
        issuer=content["issuer"] if content else community_name,
        name=name_without_its_bearer(content),
        hours=hours_of(certificate.minutes or 0),
        issued_on=clock.day_of(certificate.decided_at),
        revoked_on=revoked and clock.day_of(revoked),
        corrected_on=corrected and clock.day_of(corrected),
        content_hash=certificate.content_hash.hex(),
    )
