"""Guards of the audit: of one community, and of what belongs to none."""

from typing import Annotated

from fastapi import Depends

from app.communities.deps import CurrentAdministrator, staff_who_may
from app.communities.permissions import Staff
from app.kernel.errors import Forbidden

StaffMayReadAudit = Annotated[Staff, Depends(staff_who_may("audit:read"))]


async def administrator_of_audit(admin: CurrentAdministrator) -> Staff:
    """Returns the administrator for the audit of the platform: accounts, logins, regions. 403
    without the permission over all of it."""
    if not admin.may("audit:read"):
        raise Forbidden
    return admin


AdministratorMayReadAudit = Annotated[Staff, Depends(administrator_of_audit)]
