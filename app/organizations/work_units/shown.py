"""Work units as administrators read them, with the name of their community."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.display_names import community_names
from app.organizations.models import WorkUnit
from app.organizations.work_units.schemas import WorkUnitOut

COLUMNS = WorkUnitOut.model_fields.keys() - {"community_name"}


async def show_units(session: AsyncSession, units: Sequence[WorkUnit]) -> list[WorkUnitOut]:
    names = await community_names(session, {unit.community_id for unit in units})
    return [
        WorkUnitOut(
            **{name: getattr(unit, name) for name in COLUMNS},
            community_name=names.get(unit.community_id),
        )
        for unit in units
    ]


async def show_one(session: AsyncSession, unit: WorkUnit) -> WorkUnitOut:
    [shown] = await show_units(session, [unit])
    return shown
