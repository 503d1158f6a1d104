"""Proposals of grants as administrators read them: each id with its name."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.display_names import community_names
from app.communities.grant_proposals.schemas import GrantProposalOut
from app.communities.grants.queries import scope_names
from app.communities.models import GrantProposal
from app.identity.administrators.queries import names_of


async def show_proposal(session: AsyncSession, proposal: GrantProposal) -> GrantProposalOut:
    [shown] = await show_proposals(session, [proposal])
    return shown


async def show_proposals(
    session: AsyncSession, proposals: Sequence[GrantProposal]
) -> list[GrantProposalOut]:
    """Shows the proposals, whose names take one statement of each kind."""
    people = {id_ for row in proposals for id_ in (row.user_id, row.proposed_by, row.decided_by)}
    names = await names_of(session, people)
    scopes = await scope_names(session, proposals)
    communities = await community_names(session, {row.community_id for row in proposals})
    return [
        GrantProposalOut(
            user_id=row.user_id,
            user_name=names.get(row.user_id),
            id=row.id,
            role=row.role,
            scope_kind=row.scope_kind,
            scope_id=row.scope_id,
            scope_name=scopes.get(row.scope_id),
            community_id=row.community_id,
            community_name=communities.get(row.community_id),
            valid_from=row.valid_from,
            valid_to=row.valid_to,
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
