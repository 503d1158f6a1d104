"""Counts of registered members by community and by unit, for the levels above communities. They
never name anybody, and a count that would tell who is a member is left out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community
from app.communities.permissions import Staff
from app.double_reporting.members.opened import count_by_organization
from app.double_reporting.members.schemas import (
    CommunityMemberCount,
    MemberCounts,
    UnitMemberCount,
)
from app.double_reporting.models import UnitRegistration, UnitRegistrationStatus
from app.organizations.models import PartyOrganization

MIN_SHOWN = 10
"""Numbers of members below this are not shown: they could tell who is one."""


class _Expected(NamedTuple):
    community_id: UUID
    organization_id: UUID
    headcount: int


async def count_members(session: AsyncSession, *, by: Staff) -> MemberCounts:
    """Counts the active registrations in the communities that the administrator covers, beside the
    numbers that units have given of themselves there."""
    communities = await _covered(session, by)
    counts = await count_by_organization(session, communities)
    expected = await _expected(session, communities)
    organizations = await _organizations(session, counts, expected)
    units = {one.organization_id for one in expected}
    by_community, by_unit = Counter[UUID](), Counter[UUID]()
    for (community_id, organization_id), count in counts.items():
        by_community[community_id] += count
        by_unit[_unit_of(organizations.get(organization_id), organization_id, units)] += count
    return MemberCounts(
        by_community=_of_communities(communities, by_community, expected),
        by_unit=_of_units(organizations, by_unit, expected),
    )


async def _covered(session: AsyncSession, by: Staff) -> dict[UUID, str]:
    """Returns the names of the communities below the administrator's own level."""
    statement = select(Community).where(Community.region_id.is_not(None))
    rows = await session.scalars(statement.order_by(Community.name, Community.id))
    return {row.id: row.name for row in rows if by.may("member:count", row.region_path)}


async def _expected(session: AsyncSession, communities: Iterable[UUID]) -> list[_Expected]:
    rows = await session.execute(
        select(
            UnitRegistration.community_id,
            UnitRegistration.organization_id,
            UnitRegistration.headcount_of_members,
        ).where(
            UnitRegistration.community_id.in_(list(communities)),
            UnitRegistration.status == UnitRegistrationStatus.APPROVED,
        )
    )
    return [_Expected(*row) for row in rows]


async def _organizations(
    session: AsyncSession, counts: Iterable[tuple[UUID, UUID]], expected: Iterable[_Expected]
) -> dict[UUID, PartyOrganization]:
    ids = {of for _, of in counts} | {one.organization_id for one in expected}
    found = await session.scalars(
        select(PartyOrganization)
        .where(PartyOrganization.id.in_(ids))
        .order_by(PartyOrganization.name, PartyOrganization.id)
    )
    return {row.id: row for row in found}


def _unit_of(
    organization: PartyOrganization | None, organization_id: UUID, units: set[UUID]
) -> UUID:
    """Returns the nearest registered organization at or above the one of a member."""
    path = [organization_id] if organization is None else organization.path
    return next((id_ for id_ in reversed(path) if id_ in units), organization_id)


def _of_communities(
    names: Mapping[UUID, str], counts: Mapping[UUID, int], expected: Iterable[_Expected]
) -> list[CommunityMemberCount]:
    headcounts = Counter[UUID]()
    for one in expected:
        headcounts[one.community_id] += one.headcount
    shown = without_small(counts)
    return [
        CommunityMemberCount(
            community_id=id_,
            community_name=name,
            registered=shown.get(id_),
            expected=headcounts[id_],
        )
        for id_, name in names.items()
    ]


def _of_units(
    organizations: Mapping[UUID, PartyOrganization],
    counts: Mapping[UUID, int],
    expected: Iterable[_Expected],
) -> list[UnitMemberCount]:
    """A unit that registers with several communities gives each of them its whole number. Only
    registered units are named with a hidden count: another one would tell that it has a member
    there."""
    headcounts: dict[UUID, int] = {}
    for one in expected:
        headcounts[one.organization_id] = max(one.headcount, headcounts.get(one.organization_id, 0))
    shown = without_small(counts)
    return [
        UnitMemberCount(
            organization_id=id_,
            organization_name=row.name,
            registered=shown.get(id_),
            expected=headcounts.get(id_),
        )
        for id_, row in organizations.items()
        if id_ in shown or id_ in headcounts
    ]


def without_small(counts: Mapping[UUID, int]) -> dict[UUID, int]:
    """Leaves out counts below 10. If those left out sum up to less, whoever knows the whole could
    subtract: then the smallest of the others goes, too."""
    shown = {id_: count for id_, count in counts.items() if count >= MIN_SHOWN}
    hidden = sum(counts.values()) - sum(shown.values())
    while shown and 0 < hidden < MIN_SHOWN:
        smallest = min(shown, key=lambda id_: (shown[id_], id_))
        hidden += shown.pop(smallest)
    return shown
