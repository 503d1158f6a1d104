"""Account of an administrator: who they are, what they may do, and where."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.administrator_grants import grants_of
from app.communities.grants.queries import scope_names
from app.communities.models import (
    Department,
    DepartmentMember,
    RoleGrant,
    ScopeKind,
)
from app.communities.permissions import Permission, Staff
from app.identity.models import Administrator, Locale, User
from app.kernel.errors import Text
from app.organizations.models import PartyOrganization
from app.staff.schemas import MyDepartment, MyGrant, MyOrganization, ServedCommunity, StaffMe
from app.staff.sight import Sight

MAX_COMMUNITIES = 100
PLATFORM_NAME = Text("全平台", "Whole platform")


async def show_me(session: AsyncSession, sight: Sight) -> StaffMe:
    """Returns the account with its grants, named, and what they allow in each community."""
    query = select(Administrator).filter_by(user_id=sight.user_id)
    account: Administrator | None = await session.scalar(query)
    locale = (await session.get_one(User, sight.user_id)).locale
    departments = await _departments(session, sight)
    communities = list(sight.communities.values())
    return StaffMe(
        id=sight.user_id,
        login_name=None if account is None else account.login_name,
        name=None if account is None else account.name,
        has_second_factor=account is not None and account.has_second_factor,
        locale=locale,
        grants=await _grants(session, sight, locale),
        communities=[
            ServedCommunity(
                id=community.id,
                name=community.name,
                short_number=community.short_number,
                permissions=sorted(staff.permissions()),
                permissions_in_places=_in_places(staff),
                departments=[d for d in departments if d.community_id == community.id],
            )
            for community, staff in communities[:MAX_COMMUNITIES]
        ],
        has_more_communities=len(communities) > MAX_COMMUNITIES,
        departments=departments,
        organizations=await _organizations(session, sight.organizations),
    )


def _in_places(staff: Staff) -> list[Permission]:
    """Returns the permissions that they have in some places of the community alone."""
    somewhere = {h.scope_id for h in staff.held if h.scope_kind is ScopeKind.PLACE}
    return sorted(staff.permissions(somewhere) - staff.permissions())


async def _departments(session: AsyncSession, sight: Sight) -> list[MyDepartment]:
    """Returns the departments for which they act, in the communities that they see."""
    query = (
        select(Department)
        .join(
            DepartmentMember,
            (DepartmentMember.community_id == Department.community_id)
            & (DepartmentMember.department_id == Department.id),
        )
        .where(
            DepartmentMember.user_id == sight.user_id,
            DepartmentMember.community_id.in_(list(sight.communities)),
        )
        .order_by(Department.name, Department.id)
    )
    return [
        MyDepartment(
            id=row.id,
            name=row.name,
            community_id=row.community_id,
            community_name=sight.communities[row.community_id][0].name,
            is_active=row.is_active,
        )
        for row in await session.scalars(query)
    ]


async def _organizations(session: AsyncSession, ids: Sequence[UUID]) -> list[MyOrganization]:
    query = select(PartyOrganization).where(PartyOrganization.id.in_(ids))
    rows = await session.scalars(query.order_by(PartyOrganization.name, PartyOrganization.id))
    return [MyOrganization.model_validate(row) for row in rows]


async def _grants(session: AsyncSession, sight: Sight, locale: Locale) -> list[MyGrant]:
    grants = await grants_of(session, sight.user_id)
    names = await _scope_names(session, grants)
    return [
        MyGrant(
            id=grant.id,
            role=grant.role,
            role_name=text_in(grant.role.words, locale),
            scope_kind=grant.scope_kind,
            scope_id=grant.scope_id,
            scope_name=text_in(PLATFORM_NAME, locale)
            if grant.scope_kind is ScopeKind.PLATFORM
            else names.get(grant.scope_id),
            community_id=grant.community_id,
            community_name=None
            if grant.community_id is None
            else sight.name_of(grant.community_id),
            valid_from=grant.valid_from,
            valid_to=grant.valid_to,
        )
        for grant in sorted(grants, key=lambda grant: grant.id)
    ]


async def _scope_names(session: AsyncSession, grants: Sequence[RoleGrant]) -> dict[UUID, str]:
    """Maps the scopes of grants to the names of their regions, places and organizations."""
    ids = [grant.scope_id for grant in grants if grant.scope_kind is ScopeKind.ORGANIZATION]
    query = select(PartyOrganization.id, PartyOrganization.name)
    rows = await session.execute(query.where(PartyOrganization.id.in_(ids)))
    return await scope_names(session, grants) | {id_: name for id_, name in rows}


def text_in(text: Text, locale: Locale) -> str:
    return text.en if locale is Locale.EN else text.zh
