"""Liaisons of Party organizations: grants of the staff who own the entry."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.errors import GrantExceedsYours
from app.communities.grants.service import administrator_named
from app.communities.models import Role, RoleGrant, ScopeKind
from app.communities.permissions import Staff
from app.identity.models import User
from app.kernel import clock
from app.kernel.database.engine import lock
from app.kernel.errors import NotFound
from app.kernel.privacy.audit import record
from app.kernel.web.pages import Page, oldest_first, paginate
from app.organizations.errors import AlreadyLiaison, NotLiaison
from app.organizations.liaisons.schemas import LiaisonIn, LiaisonQuery
from app.organizations.models import PartyOrganization


async def appoint(
    session: AsyncSession, organization: PartyOrganization, body: LiaisonIn, *, by: Staff
) -> RoleGrant:
    """Appoints a liaison from now on. Raises GrantExceedsYours for the caller themselves. The user
    is locked, so that of two callers at once the second is refused with AlreadyLiaison."""
    user_id = await administrator_named(session, body)
    if user_id == by.id:
        raise GrantExceedsYours
    await lock(session, await session.get_one(User, user_id))
    now = clock.now()
    if await session.scalar(_live(organization, now, user_id)) is not None:
        raise AlreadyLiaison
    granted = RoleGrant(
        user_id=user_id,
        role=Role.UNIT_LIAISON,
        scope_kind=ScopeKind.ORGANIZATION,
        scope_id=organization.id,
        valid_from=now,
        granted_by=by.id,
    )
    session.add(granted)
    record(session, by, "liaison.appointed", organization, user=str(user_id))
    return granted


async def revoke(
    session: AsyncSession, organization: PartyOrganization, user_id: UUID, *, by: Staff
) -> RoleGrant:
    """Ends the grant, with effect from the liaison's next request. Raises NotLiaison."""
    now = clock.now()
    granted = await session.scalar(_live(organization, now, user_id))
    if granted is None:
        raise NotLiaison
    await lock(session, granted)
    if not granted.holds(now):
        raise NotLiaison
    granted.valid_to = now
    record(session, by, "liaison.revoked", organization, user=str(user_id))
    return granted


async def get_liaison(
    session: AsyncSession, organization: PartyOrganization, user_id: UUID
) -> RoleGrant:
    granted = await session.scalar(_live(organization, clock.now(), user_id))
    if granted is None:
        raise NotFound
    return granted


async def list_liaisons(
    session: AsyncSession, organization: PartyOrganization, query: LiaisonQuery
) -> Page[RoleGrant]:
    """Lists the present liaisons of the organization itself, oldest first."""
    live = _live(organization, clock.now())
    return await paginate(session, live, query, oldest_first(RoleGrant.id))


def _live(
    organization: PartyOrganization, now: datetime, user_id: UUID | None = None
) -> Select[RoleGrant]:
    statement = select(RoleGrant).where(
        RoleGrant.scope_id == organization.id,
        RoleGrant.scope_kind == ScopeKind.ORGANIZATION,
        RoleGrant.role == Role.UNIT_LIAISON,
        RoleGrant.valid_from <= now,
        or_(RoleGrant.valid_to.is_(None), RoleGrant.valid_to > now),
    )
    return statement if user_id is None else statement.where(RoleGrant.user_id == user_id)
