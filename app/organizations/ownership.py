"""Ownership of units and organizations: the communities whose staff own their entries."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community
from app.communities.permissions import Staff
from app.kernel.errors import Forbidden, UnknownReference
from app.kernel.files.journal import batches, find_in_batches
from app.kernel.web.conditional import VersionStale
from app.organizations.models import PartyOrganization, WorkUnit


async def require_cover(session: AsyncSession, by: Staff, community_id: UUID | None) -> None:
    """Raises Forbidden outside the regions that the caller covers. Entries without a community
    belong to the platform."""
    if not by.may("organization:manage", await _path(session, community_id)):
        raise Forbidden


async def _path(session: AsyncSession, community_id: UUID | None) -> list[UUID]:
    if community_id is None:
        return []
    community = await session.get(Community, community_id)
    if community is None or community.region_id is None:
        raise UnknownReference
    return community.region_path


async def owning_path(session: AsyncSession, organization: PartyOrganization) -> list[UUID]:
    """Returns the path of the community that owns the organization; empty for the platform's."""
    return await _path(session, await owning_community(session, organization))


async def owning_community(session: AsyncSession, organization: PartyOrganization) -> UUID | None:
    """Returns the community of an organization, or that of its unit."""
    if organization.work_unit_id is None:
        return organization.community_id
    unit = await session.get_one(WorkUnit, organization.work_unit_id)
    return unit.community_id


async def rewrite(
    session: AsyncSession, row: WorkUnit | PartyOrganization, values: dict[str, object]
) -> None:
    """Replaces values of the row. Raises VersionStale if it has been changed since it was read: the
    UPDATE itself compares the version."""
    table = type(row)
    written = await session.scalar(
        update(table)
        .where(table.id == row.id, table.version == row.version)
        .values(**values, version=row.version + 1)
        .returning(table.id)
        .execution_options(synchronize_session=False)
    )
    if written is None:
        raise VersionStale
    await session.refresh(row)


async def rewrite_all(
    session: AsyncSession,
    table: type[WorkUnit],
    changes: Sequence[tuple[WorkUnit, dict[str, Any]]],
) -> None:
    """Does the same for the many rows of an import, in portions: locked, compared, written."""
    for batch in batches(sorted(changes, key=lambda change: change[0].id)):
        read = {row.id: row.version for row, _ in batch}
        present = await session.execute(
            select(table.id, table.version)
            .where(table.id.in_(read))
            .order_by(table.id)
            .with_for_update(key_share=True)
        )
        if {id_: version for id_, version in present} != read:
            raise VersionStale
        await session.execute(
            update(table),
            [{"id": row.id, **values, "version": row.version + 1} for row, values in batch],
        )


class Ownership(dict[UUID | None, list[UUID]]):
    """Region paths by community, for the many lines of an import."""

    def __init__(self, communities: Iterable[Community]) -> None:
        super().__init__((row.id, row.region_path) for row in communities)
        self[None] = []

    def are_covered(self, by: Staff, *communities: UUID | None) -> bool:
        return all(by.may("organization:manage", self[owner]) for owner in communities)


async def numbered(session: AsyncSession, cells: Iterable[str]) -> dict[str, Community]:
    """Maps the short numbers in the cells to their communities; unknown ones are left out."""
    numbers = {int(cell) for cell in cells if cell.isdecimal() and cell.isascii()}
    rows = await find_in_batches(session, _with_numbers, numbers)
    return {str(row.short_number): row for row in rows}


async def ownership_of(session: AsyncSession, ids: Iterable[UUID | None]) -> Ownership:
    known = {id_ for id_ in ids if id_ is not None}
    return Ownership(await find_in_batches(session, _with_ids, known))


def _with_numbers(numbers: Collection[int]) -> Select[Community]:
    return select(Community).where(
        Community.short_number.in_(numbers), Community.region_id.is_not(None)
    )


def _with_ids(ids: Collection[UUID]) -> Select[Community]:
    return select(Community).where(Community.id.in_(ids))
