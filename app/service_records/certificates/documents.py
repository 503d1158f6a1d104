"""The PDF of a certificate, for its person and for the desk that prints it."""

from app.kernel import clock
from app.kernel.errors import NotFound
from app.kernel.files.pdf import render_aside
from app.service_records.certificates.content import in_words
from app.service_records.certificates.printed import TITLE, parts_of
from app.service_records.certificates.shown import check_path
from app.service_records.models import Certificate


async def pdf_of(certificate: Certificate, origin: str) -> bytes:
    """Draws an issued certificate; one that was revoked says so on its face. Raises NotFound where
    there is no content: nothing was issued, or its person is erased."""
    number, content, digest = certificate.number, certificate.content, certificate.content_hash
    if number is None or content is None or digest is None or certificate.decided_at is None:
        raise NotFound
    revoked = certificate.revoked_at
    revoked_on = "" if revoked is None else in_words(clock.day_of(revoked))
    parts = parts_of(content, digest, origin + check_path(number), revoked_on)
    return await render_aside(
        f"{TITLE.zh} {number}", parts, made_at=certificate.decided_at, foot=f"证明编号 {number}"
    )
