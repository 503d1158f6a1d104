"""Grants that take two persons: proposed by one, confirmed or declined by another. What a confirmed
proposal grants may read what its proposer may not, so nobody makes one alone."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.errors import GrantExceedsYours, GrantProposed, SecondPersonNeeded
from app.communities.events import GrantProposalChanged
from app.communities.grants.queries import covered_by
from app.communities.grants.schemas import GrantIn, GrantQuery
from app.communities.grants.service import (
    administrator_named,
    require_cover,
    require_scope_of_role,
    scope_path,
)
from app.communities.models import GrantProposal, GrantProposalStatus, RoleGrant
from app.communities.permissions import Permission, Staff
from app.communities.two_persons import require_second_person
from app.identity.another_person import record_equipment
from app.identity.models import EquipmentKind, User
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import insert_once, lock
from app.kernel.errors import NotFound, UnknownReference
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.web.pages import Page, oldest_first, paginate


async def propose(session: AsyncSession, body: GrantIn, *, by: Staff) -> GrantProposal:
    """Proposes a grant in a scope that the caller covers."""
    path = await scope_path(session, body.scope_kind, body.scope_id, body.community_id)
    if path is None:
        raise UnknownReference
    require_cover(by, body.role, body.scope_kind, path)
    await require_scope_of_role(session, body.role, body.scope_kind, body.scope_id)
    proposal = GrantProposal(
        user_id=await administrator_named(session, body),
        status=GrantProposalStatus.PROPOSED,
        proposed_by=by.id,
        proposed_at=clock.now(),
        **body.model_dump(exclude={"user_id", "login_name"}),
    )
    await add(session, proposal, by=by)
    return proposal


async def add(session: AsyncSession, proposal: GrantProposal, *, by: Staff) -> None:
    """Adds a proposal. Raises GrantExceedsYours for one to oneself, and GrantProposed where the
    same one waits already."""
    if proposal.user_id == by.id:
        raise GrantExceedsYours
    if not await insert_once(session, proposal):
        raise GrantProposed
    _note(session, by, "role_grant.proposed", proposal)


async def confirm(session: AsyncSession, proposal: GrantProposal, *, by: Staff) -> RoleGrant:
    """Grants what the proposal says, as the second of two persons."""
    path = await _path(session, proposal)
    require_cover(by, proposal.role, proposal.scope_kind, path)
    return await make_grant(session, proposal, "grant:manage", path, by=by)


async def make_grant(
    session: AsyncSession,
    proposal: GrantProposal,
    permission: Permission,
    path: Collection[UUID],
    *,
    by: Staff,
) -> RoleGrant:
    """Confirms the proposal, and grants. Raises SecondPersonNeeded for who has proposed it or
    would receive it, and FirstPersonMayNoLonger if the proposer has lost the permission."""
    await lock(session, await session.get_one(User, proposal.user_id), proposal)
    now = clock.now()
    proposal.confirm(now, by.id)
    if proposal.user_id == by.id:
        raise SecondPersonNeeded
    await require_second_person(session, proposal.proposed_by, by, permission, path)
    granted = RoleGrant(
        user_id=proposal.user_id,
        role=proposal.role,
        scope_kind=proposal.scope_kind,
        scope_id=proposal.scope_id,
        community_id=proposal.community_id,
        valid_from=proposal.valid_from or now,
        valid_to=proposal.valid_to,
        granted_by=proposal.proposed_by,
        confirmed_by=by.id,
    )
    session.add(granted)
    for giver in (proposal.proposed_by, by.id):
        record_equipment(session, granted.user_id, EquipmentKind.GRANTED, by_id=giver, now=now)
    _note(session, by, "role_grant.confirmed", proposal)
    return granted


async def decline(session: AsyncSession, proposal: GrantProposal, *, by: Staff) -> GrantProposal:
    """Declines a proposal, or takes back one's own."""
    await lock(session, proposal)
    proposal.decline(clock.now(), by.id)
    _note(session, by, "role_grant.declined", proposal)
    return proposal


async def get_covered(
    session: AsyncSession, user_id: UUID, proposal_id: UUID, *, by: Staff
) -> GrantProposal:
    """Returns the proposal. Raises NotFound outside the scopes that the caller covers, and
    GrantExceedsYours for a role with more permissions than the caller has."""
    proposal = await session.get(GrantProposal, {"user_id": user_id, "id": proposal_id})
    if proposal is None:
        raise NotFound
    path = await _path(session, proposal)
    if not by.may("grant:manage", path):
        raise NotFound
    require_cover(by, proposal.role, proposal.scope_kind, path)
    return proposal


async def list_proposals(
    session: AsyncSession, admin: Staff, query: GrantQuery
) -> Page[GrantProposal]:
    """Lists the proposals in the scopes that the administrator covers, decided ones included."""
    statement = covered_by(GrantProposal, admin, query)
    return await paginate(session, statement, query, oldest_first(GrantProposal.id), counts=True)


async def _path(session: AsyncSession, proposal: GrantProposal) -> tuple[UUID, ...]:
    """Returns the path of the scope. Raises NotFound for that of an organization, whose proposals
    are confirmed where organizations are."""
    path = await scope_path(session, proposal.scope_kind, proposal.scope_id, proposal.community_id)
    if path is None:
        raise NotFound
    return path


def _note(session: AsyncSession, by: Staff, action: str, proposal: GrantProposal) -> None:
    emit(session, PLATFORM, GrantProposalChanged(proposal_id=proposal.id))
    scope = {"scope_kind": proposal.scope_kind, "scope_id": str(proposal.scope_id)}
    user = str(proposal.user_id)
    record(session, by, action, proposal, role=proposal.role, user=user, **scope)
