"""Guards of certificates, and what the public check asks of its callers."""

from typing import Annotated

from fastapi import Depends, Request

from app.communities.deps import own_row, row_for_staff, staff_who_may
from app.communities.permissions import Staff
from app.identity.deps import address_of
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.web.limits import Limit, count
from app.service_records.models import Certificate

CHECKS = Limit("certificate_checks", times=30, seconds=60)
"""Checks of numbers from one address: enough for a desk, and no way to try the 10¹¹ endings."""


async def count_check(request: Request) -> None:
    """Counts a check, also one that finds nothing, in a transaction of its own. Raises
    TooManyRequests beyond the limit."""
    database: Database = request.app.state.database
    async with database.transaction() as session:
        await count(session, CHECKS, address_of(request), clock.now())


async def link_origin(request: Request) -> str:
    """Returns the address under which callers reach the service, for links on paper."""
    public: str = request.app.state.settings.public_url
    return public.rstrip("/") or str(request.base_url).rstrip("/")


def may_see_to_certificate(staff: Staff, _certificate: Certificate) -> bool:
    return staff.may("certificate:issue")


CountedCheck = Depends(count_check)
LinkOrigin = Annotated[str, Depends(link_origin)]
OwnCertificate = Annotated[Certificate, Depends(own_row(Certificate, "certificate_id"))]
CertificateToSeeTo = Annotated[
    Certificate, Depends(row_for_staff(Certificate, "certificate_id", may_see_to_certificate))
]
StaffMayIssueCertificates = Annotated[Staff, Depends(staff_who_may("certificate:issue"))]
