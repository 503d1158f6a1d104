"""/admin/v1/audit-entries, and /admin/v1/communities/{community_id}/audit-entries"""

from typing import Annotated

from fastapi import Query

from app.administration import service
from app.administration.deps import AdministratorMayReadAudit, StaffMayReadAudit
from app.administration.schemas import AuditEntryOut, AuditEntryPage, AuditQuery
from app.kernel.errors import Forbidden
from app.kernel.web.dependencies import Session
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

platform_router = Router(prefix="/audit-entries", tags=["audit"])
router = Router(prefix="/audit-entries", tags=["audit"])


@platform_router.get("", response_model=AuditEntryPage, responses=problems(Forbidden))
async def list_platform_audit_entries(
    query: Annotated[AuditQuery, Query()], staff: AdministratorMayReadAudit, session: Session
) -> Page[AuditEntryOut]:
    """List audit entries of the platform: administrators, logins, regions. Newest first. Reading
    them is audited, once in ten minutes."""
    return await service.list_entries(session, staff, query)


@router.get("", response_model=AuditEntryPage, responses=problems(Forbidden))
async def list_audit_entries(
    query: Annotated[AuditQuery, Query()], staff: StaffMayReadAudit, session: Session
) -> Page[AuditEntryOut]:
    """List audit entries of the community. Newest first; those about members only for staff who
    may know them. Values are never shown. Reading them is audited, once in ten minutes."""
    return await service.list_entries(session, staff, query)
