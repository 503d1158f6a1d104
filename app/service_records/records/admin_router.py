"""/admin/v1/communities/{community_id}/star-scheme"""

from typing import Annotated

from fastapi import Depends, Response

from app.communities.deps import staff_who_may
from app.communities.permissions import Staff
from app.identity.deps import IdempotentForAdmin
from app.kernel.web.conditional import IfMatch, VersionMissing, VersionStale, etag
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.service_records.certificates.deps import StaffMayIssueCertificates
from app.service_records.models import StarScheme
from app.service_records.records.queries import scheme_of
from app.service_records.records.schemas import StarSchemeIn, StarSchemeOut
from app.service_records.records.service import revise_scheme

router = Router(
    prefix="/star-scheme",
    tags=["service record"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)
StaffMaySetStars = Annotated[Staff, Depends(staff_who_may("record:manage"))]


@router.get("", response_model=StarSchemeOut)
async def get_star_scheme(
    staff: StaffMayIssueCertificates, session: Session, response: Response
) -> StarScheme:
    """Get the hours of each star: the national ones, unless the community has set its own."""
    scheme = await scheme_of(session, staff.community_id)
    response.headers["ETag"] = etag(scheme)
    return scheme


@router.put("", response_model=StarSchemeOut, responses=problems(VersionMissing, VersionStale))
async def revise_star_scheme(
    staff: StaffMaySetStars, body: StarSchemeIn, tag: IfMatch, session: Session, response: Response
) -> StarScheme:
    """Replace the hours of each star. They hold at once, for everybody's own record."""
    scheme = await revise_scheme(session, staff.community_id, body, tag, by=staff)
    response.headers["ETag"] = etag(scheme)
    return scheme
