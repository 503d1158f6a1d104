"""Certificates as their person and as staff see them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.communities.two_persons import same_person_as
from app.kernel import clock
from app.kernel.database.engine import get_row
from app.kernel.files.pdf import lacks
from app.kernel.privacy.sealed import masked, shown
from app.kernel.web.pages import Page, newest_first, paginate
from app.service_records.certificates.content import hours_of
from app.service_records.certificates.schemas import (
    CertificateForStaff,
    CertificateOut,
    CertificateQuery,
)
from app.service_records.models import Certificate

OF_PERSON = {"withdraw"}
OF_STAFF = {"issue", "decline", "withdraw"}


def check_path(number: str) -> str:
    """Returns the path of the public page that checks a number."""
    return f"/v1/certificates/{number}/page"


def show(certificate: Certificate) -> CertificateOut:
    """Shows a certificate to its person."""
    return CertificateOut(**_common(certificate), actions=certificate.actions(OF_PERSON))


def _common(certificate: Certificate, verified: str | None = None) -> dict[str, Any]:
    number, content = certificate.number, certificate.content
    name = content["name"] if content else certificate.stated_name or verified
    return {
        "id": certificate.id,
        "status": certificate.status,
        "requested_at": certificate.requested_at,
        "first_day": certificate.first_day,
        "last_day": certificate.last_day,
        "number": number,
        "hours": None if certificate.minutes is None else hours_of(certificate.minutes),
        "issued_on": clock.day_of(certificate.decided_at)
        if number is not None and certificate.decided_at is not None
        else None,
        "decline_reason": certificate.decline_reason,
        "corrected_at": certificate.corrected_at,
        "revoked_at": certificate.revoked_at,
        # A revocation that is only asked for is not told to the person.
        "revocation_reason": certificate.revocation_reason if certificate.revoked_at else None,
        "channel": certificate.channel,
        "check_path": number and check_path(number),
        "unprintable": lacks(name or ""),
    }


async def list_mine(
    session: AsyncSession, me: Participant, query: CertificateQuery
) -> Page[CertificateOut]:
    """Lists a person's certificates, newest first."""
    mine = select(Certificate).where(
        Certificate.community_id == me.community_id, Certificate.participant_id == me.id
    )
    if query.status is not None:
        mine = mine.where(Certificate.status == query.status)
    page = await paginate(session, mine, query, newest_first(Certificate.id))
    return page.with_items([show(certificate) for certificate in page.items])


async def list_for_staff(
    session: AsyncSession, query: CertificateQuery, staff: Staff
) -> Page[CertificateForStaff]:
    """Lists the certificates of a community, newest first."""
    community_id = staff.community_id
    rows = select(Certificate).where(Certificate.community_id == community_id)
    if query.status is not None:
        rows = rows.where(Certificate.status == query.status)
    page = await paginate(session, rows, query, newest_first(Certificate.id), counts=True)
    people = await _people(session, community_id, page.items)
    themselves = set(await same_person_as(session, staff.id))
    return page.with_items(
        [_for_staff(one, people[one.participant_id], themselves) for one in page.items]
    )


async def _people(
    session: AsyncSession, community_id: UUID, certificates: Sequence[Certificate]
) -> dict[UUID, Participant]:
    people = select(Participant).where(
        Participant.community_id == community_id,
        Participant.id.in_({one.participant_id for one in certificates}),
    )
    return {person.id: person for person in await session.scalars(people)}


async def show_to_staff(
    session: AsyncSession, certificate: Certificate, staff: Staff
) -> CertificateForStaff:
    person = await get_row(
        session, Participant, certificate.community_id, certificate.participant_id
    )
    return _for_staff(certificate, person, set(await same_person_as(session, staff.id)))


def _for_staff(
    certificate: Certificate, person: Participant, themselves: set[UUID]
) -> CertificateForStaff:
    """Shows a certificate to a staff member, who counts as each of `themselves`."""
    verified = shown(person, Participant.real_name)
    return CertificateForStaff(
        **_common(certificate, verified),
        actions=_actions_of_staff(certificate, person, themselves),
        participant_id=person.id,
        display_name=person.display_name,
        name=masked(person, Participant.real_name),
        stated_name=certificate.stated_name,
        revocation_requested_at=certificate.revocation_requested_at,
    )


def _actions_of_staff(
    certificate: Certificate, person: Participant, themselves: set[UUID]
) -> list[str]:
    verbs = set(OF_STAFF)
    if {certificate.entered_by, person.user_id} & themselves:
        verbs.discard("issue")
    if certificate.entered_by in themselves:
        verbs.discard("decline")
    if certificate.asks_for_revocation:
        is_first = certificate.revocation_requested_by in themselves
        return ["drop_revocation"] if is_first else ["drop_revocation", "revoke"]
    may_revoke = bool(certificate.actions({"revoke"}))
    return [*certificate.actions(verbs), *(["request_revocation"] if may_revoke else [])]
