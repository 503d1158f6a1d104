"""Party organizations as everybody and administrators read them, with the names beside the ids."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.display_names import community_names
from app.organizations.models import PartyOrganization, WorkUnit
from app.organizations.organizations.queries import names_with_ids
from app.organizations.organizations.schemas import OrganizationOut, StaffOrganizationOut

NAMES = {
    "parent_name": "parent_id",
    "work_unit_name": "work_unit_id",
    "community_name": "community_id",
}
"""Fields of names, by the columns of their ids."""


async def show_organizations(
    session: AsyncSession, rows: Sequence[PartyOrganization]
) -> list[OrganizationOut]:
    names = await _names(session, rows)
    return [OrganizationOut(**_columns(row, OrganizationOut, names)) for row in rows]


async def show_to_staff(
    session: AsyncSession, rows: Sequence[PartyOrganization]
) -> list[StaffOrganizationOut]:
    names = await _names(session, rows)
    return [StaffOrganizationOut(**_columns(row, StaffOrganizationOut, names)) for row in rows]


async def show_one(session: AsyncSession, row: PartyOrganization) -> StaffOrganizationOut:
    [shown] = await show_to_staff(session, [row])
    return shown


def _columns(
    row: PartyOrganization, model: type[OrganizationOut], names: dict[UUID | None, str]
) -> dict[str, Any]:
    columns = {name: getattr(row, name) for name in model.model_fields.keys() - NAMES.keys()}
    return columns | {name: names.get(getattr(row, id_)) for name, id_ in NAMES.items()}


async def _names(
    session: AsyncSession, rows: Sequence[PartyOrganization]
) -> dict[UUID | None, str]:
    """Returns the names of organizations above, of units and of communities, by their ids."""
    names = await community_names(session, {row.community_id for row in rows})
    above = {row.parent_id for row in rows if row.parent_id is not None}
    units = {row.work_unit_id for row in rows if row.work_unit_id is not None}
    for model, ids in ((PartyOrganization, above), (WorkUnit, units)):
        names |= await _found(session, model, ids)
    return names


async def _found(
    session: AsyncSession, model: type[PartyOrganization] | type[WorkUnit], ids: Collection[UUID]
) -> dict[UUID | None, str]:
    if not ids:
        return {}
    return {id_: name for id_, name in await session.execute(names_with_ids(model, ids))}
