"""/admin/v1/communities/{community_id}/roll"""

from typing import Annotated

from fastapi import APIRouter, Depends

from app.communities.deps import staff_who_may
from app.communities.permissions import Staff
from app.communities.register import service as roll
from app.communities.register.schemas import RollImport, RollSize
from app.identity.deps import OnceForAdmin
from app.kernel.errors import Forbidden
from app.kernel.files.csv import SheetRefused
from app.kernel.web.dependencies import Session, Sheet
from app.kernel.web.idempotency import OnceRoute
from app.kernel.web.problems import problems

router = APIRouter(
    prefix="/roll", tags=["residence"], route_class=OnceRoute, dependencies=[OnceForAdmin]
)
StaffForRoll = Annotated[Staff, Depends(staff_who_may("roll:import"))]


@router.post("/imports", response_model=RollImport, responses=problems(Forbidden, SheetRefused))
async def import_roll(sheet: Sheet, staff: StaffForRoll, session: Session) -> RollImport:
    """Import the register (columns 网格 grid, 楼栋 building, 单元 entrance, 门户 household, 姓名
    name, 手机 phone), which replaces what the roll has of these households. All lines or none;
    names and phones are sealed and shown to nobody."""
    return await roll.import_sheet(session, sheet, by=staff)


@router.get("", response_model=RollSize, responses=problems(Forbidden))
async def get_roll_size(staff: StaffForRoll, session: Session) -> RollSize:
    """How much the roll holds, and since when."""
    return await roll.size(session, staff.community_id)
