"""/v1/communities/{community_id}/certificates: the caller's own; /v1/certificates: the check."""

from typing import Annotated

from fastapi import Path, Query, Response
from fastapi.responses import HTMLResponse

from app.communities.acting import ActingFor
from app.communities.deps import ActiveParticipant, AnyParticipant
from app.communities.errors import ParticipantInactive
from app.identity.deps import CurrentUser, IdempotentForUser
from app.kernel.errors import NotFound
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.service_records.certificates import queries, shown
from app.service_records.certificates import service as certificates
from app.service_records.certificates.deps import CountedCheck, LinkOrigin, OwnCertificate
from app.service_records.certificates.documents import pdf_of
from app.service_records.certificates.errors import (
    CertificateRequestOpen,
    NameNeeded,
    NothingConfirmed,
)
from app.service_records.certificates.page import HEADERS, page_of, page_of_unknown
from app.service_records.certificates.pdf_response import PDF, PdfResponse
from app.service_records.certificates.schemas import (
    CertificateCheckOut,
    CertificateIn,
    CertificateOut,
    CertificatePage,
    CertificateQuery,
)
from app.service_records.models import Certificate

TAGS = ["certificates"]
router = Router(
    prefix="/certificates",
    tags=TAGS,
    route_class=IdempotentRoute,
    dependencies=[IdempotentForUser],
)
public_router = Router(prefix="/certificates", tags=TAGS, dependencies=[CountedCheck])
PAGE = {"schema": {"type": "string"}, "example": "<!doctype html>"}
NumberInPath = Annotated[str, Path(max_length=64)]


@router.post(
    "",
    status_code=201,
    response_model=CertificateOut,
    responses=problems(NothingConfirmed, NameNeeded, CertificateRequestOpen, ParticipantInactive),
)
async def request_certificate(
    me: ActiveParticipant, body: CertificateIn, session: Session, response: Response
) -> CertificateOut:
    """Request a certificate of my confirmed service. It is free; staff issue it, and I get a
    message."""
    acting = ActingFor.participant(me)
    certificate = await certificates.request(session, me.community_id, body, acting)
    response.headers["Location"] = (
        f"/v1/communities/{me.community_id}/certificates/{certificate.id}"
    )
    return shown.show(certificate)


@router.get("/me", response_model=CertificatePage)
async def list_my_certificates(
    me: AnyParticipant, query: Annotated[CertificateQuery, Query()], session: Session
) -> Page[CertificateOut]:
    """List my certificates in this community, newest first."""
    return await shown.list_mine(session, me, query)


@router.get("/{certificate_id}", response_model=CertificateOut)
async def get_certificate(certificate: OwnCertificate) -> CertificateOut:
    """Get one of my certificates."""
    return shown.show(certificate)


@router.get("/{certificate_id}/pdf", response_class=PdfResponse, responses=PDF)
async def download_certificate(certificate: OwnCertificate, origin: LinkOrigin) -> Response:
    """Download my certificate as a PDF. 404 until it is issued."""
    return PdfResponse.of(await pdf_of(certificate, origin), f"{certificate.number}.pdf")


@router.post(
    "/{certificate_id}/withdraw",
    response_model=CertificateOut,
    responses=problems(Certificate.WRONG_STATE),
)
async def withdraw_certificate_request(
    certificate: OwnCertificate, user: CurrentUser, session: Session
) -> CertificateOut:
    """Withdraw my request while it is not decided."""
    acting = ActingFor.oneself(user)
    return shown.show(await certificates.withdraw(session, certificate, acting))


@public_router.get("/{number}", response_model=CertificateCheckOut)
async def check_certificate(number: NumberInPath, session: Session) -> CertificateCheckOut:
    """Check a certificate by its number. No login is needed. The name is masked; an unknown number
    is a 404."""
    checked = await queries.check(session, number)
    if checked is None:
        raise NotFound
    return checked


@public_router.get(
    "/{number}/page",
    response_class=HTMLResponse,
    responses={status: {"content": {"text/html": PAGE}} for status in (200, 404)},
)
async def show_certificate_page(number: NumberInPath, session: Session) -> HTMLResponse:
    """Show the check of a certificate as a page. Its QR code opens it."""
    checked = await queries.check(session, number)
    if checked is None:
        return HTMLResponse(page_of_unknown(), status_code=404, headers=HEADERS)
    return HTMLResponse(page_of(checked), headers=HEADERS)
