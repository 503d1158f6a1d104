"""Guards of proposals of grants."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import AdministratorMayManageGrants
from app.communities.grant_proposals.service import get_covered
from app.communities.models import GrantProposal
from app.kernel.web.dependencies import Session


async def grant_proposal_to_manage(
    user_id: UUID, proposal_id: UUID, admin: AdministratorMayManageGrants, session: Session
) -> GrantProposal:
    """Returns the proposal if the caller covers its scope; else 404."""
    return await get_covered(session, user_id, proposal_id, by=admin)


GrantProposalToManage = Annotated[GrantProposal, Depends(grant_proposal_to_manage)]
