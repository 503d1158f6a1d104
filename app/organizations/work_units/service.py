"""Changes to work units, and lists of them. Their table is copied to every node, where a lock would
stop all communities. Its rows are therefore never locked."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.kernel.database.engine import savepoint
from app.kernel.database.search_terms import search_terms
from app.kernel.privacy.audit import record
from app.kernel.web.conditional import require_version
from app.kernel.web.pages import Page, oldest_first, paginate
from app.organizations.credit_code import fault
from app.organizations.errors import WorkUnitExists, WrongCheckCharacter
from app.organizations.models import WorkUnit
from app.organizations.ownership import require_cover, rewrite
from app.organizations.work_units.queries import units_found
from app.organizations.work_units.schemas import WorkUnitIn, WorkUnitQuery


async def list_units(session: AsyncSession, query: WorkUnitQuery) -> Page[WorkUnit]:
    return await paginate(
        session, units_found(query), query, oldest_first(WorkUnit.id), counts=True
    )


async def add(session: AsyncSession, body: WorkUnitIn, *, by: Staff) -> WorkUnit:
    """Adds a unit in a community that the caller covers."""
    _require_sound(body)
    await require_cover(session, by, body.community_id)
    unit = WorkUnit(**_values(body), version=1)
    async with savepoint(session, uq_work_units_credit_code=WorkUnitExists):
        session.add(unit)
    record(session, by, "work_unit.added", unit)
    return unit


async def revise(
    session: AsyncSession, unit: WorkUnit, body: WorkUnitIn, tag: str, *, by: Staff
) -> WorkUnit:
    """Replaces the fields of a unit, which may move into another community that the caller
    covers."""
    require_version(unit, tag)
    _require_sound(body)
    await require_cover(session, by, unit.community_id)
    await require_cover(session, by, body.community_id)
    async with savepoint(session, uq_work_units_credit_code=WorkUnitExists):
        await rewrite(session, unit, _values(body))
    record(session, by, "work_unit.revised", unit)
    return unit


def _require_sound(body: WorkUnitIn) -> None:
    if fault(body.credit_code) is not None:
        raise WrongCheckCharacter


def _values(body: WorkUnitIn) -> dict[str, Any]:
    return body.model_dump() | {"search_grams": search_terms(body.name)}
