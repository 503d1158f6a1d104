"""Liaisons of Party organizations: proposed by one of the staff who own the entry, after a letter
of the unit, and confirmed by another."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.grant_proposals.service import add, make_grant
from app.communities.grants.service import administrator_named
from app.communities.models import (
    GrantProposal,
    GrantProposalStatus,
    Role,
    RoleGrant,
    ScopeKind,
)
from app.communities.permissions import Staff
from app.identity.models import User
from app.kernel import clock
from app.kernel.database.engine import lock
from app.kernel.errors import DomainError, NotFound, UnknownReference
from app.kernel.privacy.audit import record
from app.kernel.web.pages import Page, oldest_first, paginate
from app.organizations.errors import AlreadyLiaison, NotLiaison
from app.organizations.liaisons.schemas import (
    LiaisonProposalIn,
    LiaisonProposalsIn,
    LiaisonQuery,
)
from app.organizations.models import PartyOrganization
from app.organizations.ownership import owning_community, owning_path, require_cover


async def propose(
    session: AsyncSession, organization: PartyOrganization, body: LiaisonProposalIn, *, by: Staff
) -> GrantProposal:
    """Proposes a liaison, whom the unit has named in a letter. Raises AlreadyLiaison,
    GrantExceedsYours for the caller themselves, and GrantProposed."""
    user_id = await administrator_named(session, body)
    now = clock.now()
    if await session.scalar(_live(organization, now, user_id)) is not None:
        raise AlreadyLiaison
    proposal = GrantProposal(
        user_id=user_id,
        role=Role.UNIT_LIAISON,
        scope_kind=ScopeKind.ORGANIZATION,
        scope_id=organization.id,
        letter_number=body.letter_number,
        status=GrantProposalStatus.PROPOSED,
        proposed_by=by.id,
        proposed_at=now,
    )
    await add(session, proposal, by=by)
    return proposal


async def propose_many(
    session: AsyncSession, body: LiaisonProposalsIn, *, by: Staff
) -> list[GrantProposal]:
    """Proposes liaisons of several organizations that the caller covers; all, or none. What is
    refused says by `line` which one it is, from 1 on."""
    proposals = []
    for number, line in enumerate(body.proposals, 1):
        try:
            organization = await session.get(PartyOrganization, line.organization_id)
            if organization is None:
                raise UnknownReference
            await require_cover(session, by, await owning_community(session, organization))
            proposals.append(await propose(session, organization, line, by=by))
        except DomainError as refused:
            refused.extensions = {**refused.extensions, "line": number}
            raise
    return proposals


async def confirm(
    session: AsyncSession, organization: PartyOrganization, proposal: GrantProposal, *, by: Staff
) -> RoleGrant:
    """Appoints the proposed liaison from now on, as the second of two persons. The user is locked,
    so that two proposals of one person make one grant: AlreadyLiaison for the other."""
    await lock(session, await session.get_one(User, proposal.user_id))
    now = clock.now()
    if await session.scalar(_live(organization, now, proposal.user_id)) is not None:
        raise AlreadyLiaison
    path = await owning_path(session, organization)
    return await make_grant(session, proposal, "organization:manage", path, by=by)


async def get_proposal(
    session: AsyncSession, organization: PartyOrganization, proposal_id: UUID
) -> GrantProposal:
    proposal = await session.scalar(_proposals(organization).where(GrantProposal.id == proposal_id))
    if proposal is None:
        raise NotFound
    return proposal


async def list_proposals(
    session: AsyncSession, organization: PartyOrganization, query: LiaisonQuery
) -> Page[GrantProposal]:
    """Lists the proposals of an organization, oldest first, decided ones included."""
    return await paginate(
        session, _proposals(organization), query, oldest_first(GrantProposal.id), counts=True
    )


def _proposals(organization: PartyOrganization) -> Select[GrantProposal]:
    return select(GrantProposal).where(
        GrantProposal.scope_id == organization.id,
        GrantProposal.scope_kind == ScopeKind.ORGANIZATION,
        GrantProposal.role == Role.UNIT_LIAISON,
    )


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
    return await paginate(session, live, query, oldest_first(RoleGrant.id), counts=True)


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
