"""/admin/v1/communities/{community_id}/certificates"""

from typing import Annotated

from fastapi import Query, Response

from app.communities.deps import CurrentStaff
from app.communities.errors import (
    FirstPersonMayNoLonger,
    ParticipantInactive,
    SecondPersonNeeded,
)
from app.communities.schemas import Witnessed
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import UnknownReference
from app.kernel.privacy.audit import record
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn
from app.service_records.certificates import service as certificates
from app.service_records.certificates import shown
from app.service_records.certificates.deps import (
    CertificateToSeeTo,
    LinkOrigin,
    StaffMayIssueCertificates,
)
from app.service_records.certificates.documents import pdf_of
from app.service_records.certificates.errors import (
    CertificateRequestOpen,
    NameNeeded,
    NothingConfirmed,
    TooManyServices,
)
from app.service_records.certificates.pdf_response import PDF, PdfResponse
from app.service_records.certificates.schemas import (
    CertificateForStaff,
    CertificateQuery,
    DeskCertificate,
    IssueIn,
    StaffCertificatePage,
)
from app.service_records.models import Certificate, NoRevocationRequested

router = Router(
    prefix="/certificates",
    tags=["certificates"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)
C = CertificateForStaff
W = Certificate.WRONG_STATE


@router.get("", response_model=StaffCertificatePage)
async def list_certificates(
    staff: StaffMayIssueCertificates,
    query: Annotated[CertificateQuery, Query()],
    session: Session,
) -> Page[CertificateForStaff]:
    """List requests and certificates, newest first. Names are masked."""
    return await shown.list_for_staff(session, query, staff)


@router.post(
    "",
    status_code=201,
    response_model=C,
    responses=problems(
        *(NothingConfirmed, NameNeeded, CertificateRequestOpen),
        *(UnknownReference, ParticipantInactive),
    ),
)
async def request_certificate(
    staff: StaffMayIssueCertificates, body: DeskCertificate, session: Session, response: Response
) -> CertificateForStaff:
    """Request a certificate for a volunteer who asks for it at the desk."""
    community_id = staff.community_id
    certificate = await certificates.request(session, community_id, body, body.acting(staff))
    response.headers["Location"] = (
        f"/admin/v1/communities/{community_id}/certificates/{certificate.id}"
    )
    return await shown.show_to_staff(session, certificate, staff)


@router.get("/{certificate_id}", response_model=C)
async def get_certificate(
    certificate: CertificateToSeeTo, staff: CurrentStaff, session: Session
) -> CertificateForStaff:
    """Get a request or a certificate."""
    return await shown.show_to_staff(session, certificate, staff)


@router.get("/{certificate_id}/pdf", response_class=PdfResponse, responses=PDF)
async def print_certificate(
    certificate: CertificateToSeeTo, staff: CurrentStaff, session: Session, origin: LinkOrigin
) -> Response:
    """Download a certificate as a PDF, to print it for its person. It is audited, and they see it
    in their access log."""
    content = await pdf_of(certificate, origin)
    record(session, staff, "certificate.printed", certificate, certificate.participant_id)
    return PdfResponse.of(content, f"{certificate.number}.pdf")


@router.post("/{certificate_id}/withdraw", response_model=C, responses=problems(W))
async def withdraw_certificate_request(
    certificate: CertificateToSeeTo, body: Witnessed, staff: CurrentStaff, session: Session
) -> CertificateForStaff:
    """Withdraw a request for a volunteer who says so at the desk."""
    await certificates.withdraw(session, certificate, body.acting(staff))
    return await shown.show_to_staff(session, certificate, staff)


@router.post(
    "/{certificate_id}/issue",
    response_model=C,
    responses=problems(W, SecondPersonNeeded, NothingConfirmed, NameNeeded, TooManyServices),
)
async def issue_certificate(
    certificate: CertificateToSeeTo, body: IssueIn, staff: CurrentStaff, session: Session
) -> CertificateForStaff:
    """Issue a certificate from what is confirmed now. Nobody issues their own, or what they have
    entered at the desk. Its person gets a message."""
    await certificates.issue(session, certificate, body, by=staff)
    return await shown.show_to_staff(session, certificate, staff)


@router.post(
    "/{certificate_id}/decline", response_model=C, responses=problems(W, SecondPersonNeeded)
)
async def decline_certificate(
    certificate: CertificateToSeeTo, body: ReasonIn, staff: CurrentStaff, session: Session
) -> CertificateForStaff:
    """Decline a request. Its person gets a message with the reason."""
    await certificates.decline(session, certificate, body.reason, by=staff)
    return await shown.show_to_staff(session, certificate, staff)


@router.post("/{certificate_id}/request-revocation", response_model=C, responses=problems(W))
async def request_certificate_revocation(
    certificate: CertificateToSeeTo, body: ReasonIn, staff: CurrentStaff, session: Session
) -> CertificateForStaff:
    """Request the revocation of a certificate. Nothing happens until a second person confirms."""
    await certificates.request_revocation(session, certificate, body.reason, by=staff)
    return await shown.show_to_staff(session, certificate, staff)


@router.post(
    "/{certificate_id}/revoke",
    response_model=C,
    responses=problems(W, NoRevocationRequested, SecondPersonNeeded, FirstPersonMayNoLonger),
)
async def confirm_certificate_revocation(
    certificate: CertificateToSeeTo, staff: CurrentStaff, session: Session
) -> CertificateForStaff:
    """Revoke a certificate, as the second of two persons. Its person gets a message with the
    reason, and everybody who checks the number sees it."""
    await certificates.confirm_revocation(session, certificate, by=staff)
    return await shown.show_to_staff(session, certificate, staff)


@router.post(
    "/{certificate_id}/drop-revocation",
    response_model=C,
    responses=problems(W, NoRevocationRequested),
)
async def drop_certificate_revocation(
    certificate: CertificateToSeeTo, staff: CurrentStaff, session: Session
) -> CertificateForStaff:
    """Drop a revocation that was requested: refuse it, or take one's own back. It stays valid."""
    await certificates.refuse_revocation(session, certificate, by=staff)
    return await shown.show_to_staff(session, certificate, staff)
