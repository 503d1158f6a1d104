"""Administrators, created and equipped by other administrators: always downwards."""

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.grants.service import scope_path
from app.communities.models import Role, RoleGrant
from app.communities.permissions import PERMISSIONS, Staff
from app.identity.account_links import service as account_links
from app.identity.account_links.service import IssuedLink
from app.identity.administrators import service as administrators
from app.identity.administrators.schemas import NewAdministrator
from app.identity.another_person import record_equipment
from app.identity.models import Administrator, Equipment, EquipmentKind
from app.kernel import clock
from app.kernel.privacy.audit import record


async def create(
    session: AsyncSession, body: NewAdministrator, *, by: Staff
) -> tuple[Administrator, IssuedLink]:
    """Creates an account without a password, and the link by which its person sets one."""
    now = clock.now()
    administrator = await administrators.create_administrator(
        session, body.login_name, body.name, None, None, now
    )
    record_equipment(session, administrator.user_id, EquipmentKind.CREATED, by_id=by.id, now=now)
    record(session, by, "administrator.created", administrator)
    return administrator, await account_links.issue(session, administrator, by=by)


async def may_equip(session: AsyncSession, staff: Staff, administrator: Administrator) -> bool:
    """Returns whether staff may give the account a new link: only to those below them in each
    scope, never to somebody above or beside, nor to themselves. An account without a grant is
    equipped by whoever created it, and by platform administrators."""
    grants = await _grants_to_come(session, administrator)
    if administrator.user_id == staff.id or any(g.role is Role.PLATFORM_ADMIN for g in grants):
        return False
    if staff.is_of_platform:
        return True
    if not grants:
        return await _has_created(session, staff, administrator)
    return all([await _is_below(session, staff, grant) for grant in grants])


async def _grants_to_come(session: AsyncSession, administrator: Administrator) -> list[RoleGrant]:
    """Returns the grants that hold now or later."""
    query = select(RoleGrant).where(
        RoleGrant.user_id == administrator.user_id,
        or_(RoleGrant.valid_to.is_(None), RoleGrant.valid_to > clock.now()),
    )
    return list(await session.scalars(query))


async def _is_below(session: AsyncSession, staff: Staff, grant: RoleGrant) -> bool:
    path = await scope_path(session, grant.scope_kind, grant.scope_id, grant.community_id)
    mine = frozenset() if path is None else staff.permissions(path)
    return "administrator:manage" in mine and PERMISSIONS[grant.role] < mine


async def _has_created(session: AsyncSession, staff: Staff, administrator: Administrator) -> bool:
    query = select(Equipment.id).filter_by(
        user_id=administrator.user_id, by_id=staff.id, kind=EquipmentKind.CREATED
    )
    return (await session.scalars(query)).first() is not None
