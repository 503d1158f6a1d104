"""/admin/v1/communities/{community_id}/register"""

from typing import Annotated

from fastapi import Depends

from app.communities.deps import staff_who_may
from app.communities.permissions import Staff
from app.communities.register import service as register
from app.communities.register.imports import import_csv
from app.communities.register.schemas import RegisterImport, RegisterSize
from app.identity.deps import IdempotentForAdmin, RecentlyProven
from app.identity.errors import StepUpRequired
from app.kernel.errors import Forbidden
from app.kernel.files.csv import CsvRefused
from app.kernel.web.dependencies import CsvUpload, Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    prefix="/register",
    tags=["residence"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)
StaffMayImportRegister = Annotated[Staff, Depends(staff_who_may("register:import"))]


@router.post(
    "/imports",
    response_model=RegisterImport,
    responses=problems(Forbidden, StepUpRequired, CsvRefused),
)
async def import_register(
    staff: StaffMayImportRegister, _proven: RecentlyProven, upload: CsvUpload, session: Session
) -> RegisterImport:
    """Import the residents' register (居民名册) from CSV. Columns: 网格 grid, 楼栋 building, 单元
    entrance, 门户 household, 姓名 name, 手机 phone. The upload replaces the entries of its
    households; all lines are taken or none. Names and phones are stored encrypted, and no
    operation shows them."""
    return await import_csv(session, upload, by=staff)


@router.get("", response_model=RegisterSize, responses=problems(Forbidden))
async def get_register_size(staff: StaffMayImportRegister, session: Session) -> RegisterSize:
    """Get the size of the residents' register, and the instant of its last import."""
    return await register.size(session, staff.community_id)
