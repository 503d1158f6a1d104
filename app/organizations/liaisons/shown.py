"""Liaisons, and proposals of them, as administrators read them: each id with its name."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import GrantProposal, RoleGrant
from app.identity.administrators.queries import names_of
from app.organizations.liaisons.schemas import LiaisonOut, LiaisonProposalOut
from app.organizations.models import PartyOrganization


async def show_liaison(session: AsyncSession, granted: RoleGrant) -> LiaisonOut:
    [shown] = await show_liaisons(session, [granted])
    return shown


async def show_liaisons(session: AsyncSession, grants: Sequence[RoleGrant]) -> list[LiaisonOut]:
    """Shows the liaisons, whose names take one statement of each kind."""
    people = {id_ for row in grants for id_ in (row.user_id, row.granted_by, row.confirmed_by)}
    names = await names_of(session, people)
    organizations = await _organization_names(session, {row.scope_id for row in grants})
    return [
        LiaisonOut(
            user_id=row.user_id,
            user_name=names.get(row.user_id),
            id=row.id,
            scope_id=row.scope_id,
            organization_name=organizations[row.scope_id],
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            granted_by=row.granted_by,
            granted_by_name=names.get(row.granted_by),
            confirmed_by=row.confirmed_by,
            confirmed_by_name=names.get(row.confirmed_by),
        )
        for row in grants
    ]


async def show_proposal(session: AsyncSession, proposal: GrantProposal) -> LiaisonProposalOut:
    [shown] = await show_proposals(session, [proposal])
    return shown


async def show_proposals(
    session: AsyncSession, proposals: Sequence[GrantProposal]
) -> list[LiaisonProposalOut]:
    """Shows the proposals, whose names take one statement of each kind."""
    people = {id_ for row in proposals for id_ in (row.user_id, row.proposed_by, row.decided_by)}
    names = await names_of(session, people)
    organizations = await _organization_names(session, {row.scope_id for row in proposals})
    return [
        LiaisonProposalOut(
            id=row.id,
            user_id=row.user_id,
            user_name=names.get(row.user_id),
            scope_id=row.scope_id,
            organization_name=organizations[row.scope_id],
            letter_number=row.letter_number,
            status=row.status,
            proposed_by=row.proposed_by,
            proposed_by_name=names.get(row.proposed_by),
            proposed_at=row.proposed_at,
            decided_by=row.decided_by,
            decided_by_name=names.get(row.decided_by),
            decided_at=row.decided_at,
        )
        for row in proposals
    ]


async def _organization_names(session: AsyncSession, ids: set[UUID]) -> dict[UUID, str]:
    query = select(PartyOrganization.id, PartyOrganization.name)
    rows = await session.execute(query.where(PartyOrganization.id.in_(ids)))
    return {id_: name for id_, name in rows}
