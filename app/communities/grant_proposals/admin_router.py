"""/admin/v1/grant-proposals"""

from typing import Annotated

from fastapi import Query, Response

from app.communities.deps import AdministratorMayManageGrants
from app.communities.errors import (
    FirstPersonMayNoLonger,
    GrantExceedsYours,
    GrantProposed,
    NotAnAdministrator,
    RoleScopeUnfit,
    SecondPersonNeeded,
)
from app.communities.grant_proposals import service as proposals
from app.communities.grant_proposals.deps import GrantProposalToManage
from app.communities.grant_proposals.schemas import GrantProposalOut, GrantProposalPage
from app.communities.grant_proposals.shown import show_proposal, show_proposals
from app.communities.grants.schemas import GrantIn, GrantOut, GrantQuery
from app.communities.grants.shown import show_grant
from app.communities.models import GrantProposal
from app.identity.deps import IdempotentForAdmin, RecentlyProven
from app.identity.errors import StepUpRequired
from app.kernel.errors import Forbidden, UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    prefix="/grant-proposals",
    tags=["grants"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.post(
    "",
    status_code=201,
    response_model=GrantProposalOut,
    responses=problems(
        *(Forbidden, StepUpRequired, GrantExceedsYours, UnknownReference, NotAnAdministrator),
        *(RoleScopeUnfit, GrantProposed),
    ),
)
async def propose_grant(
    admin: AdministratorMayManageGrants,
    _proven: RecentlyProven,
    body: GrantIn,
    session: Session,
    response: Response,
) -> GrantProposalOut:
    """Propose a grant that takes two persons: a role that sees members of the Party, by somebody
    who does not. Another person confirms it."""
    proposal = await proposals.propose(session, body, by=admin)
    path = f"/admin/v1/grant-proposals/{proposal.user_id}/{proposal.id}"
    response.headers["Location"] = path
    return await show_proposal(session, proposal)


@router.get("", response_model=GrantProposalPage, responses=problems(Forbidden))
async def list_grant_proposals(
    query: Annotated[GrantQuery, Query()], admin: AdministratorMayManageGrants, session: Session
) -> Page[GrantProposalOut]:
    """List the proposals in the scopes that you cover, oldest first, decided ones included."""
    page = await proposals.list_proposals(session, admin, query)
    return page.with_items(await show_proposals(session, page.items))


@router.get(
    "/{user_id}/{proposal_id}",
    response_model=GrantProposalOut,
    responses=problems(Forbidden, GrantExceedsYours),
)
async def get_grant_proposal(proposal: GrantProposalToManage, session: Session) -> GrantProposalOut:
    """Get a proposal."""
    return await show_proposal(session, proposal)


@router.post(
    "/{user_id}/{proposal_id}/confirm",
    response_model=GrantOut,
    responses=problems(
        *(Forbidden, StepUpRequired, GrantExceedsYours, SecondPersonNeeded),
        *(GrantProposal.WRONG_STATE, FirstPersonMayNoLonger),
    ),
)
async def confirm_grant_proposal(
    proposal: GrantProposalToManage,
    admin: AdministratorMayManageGrants,
    _proven: RecentlyProven,
    session: Session,
) -> GrantOut:
    """Confirm a proposal as the second of two persons. It makes the grant."""
    return await show_grant(session, await proposals.confirm(session, proposal, by=admin))


@router.post(
    "/{user_id}/{proposal_id}/decline",
    response_model=GrantProposalOut,
    responses=problems(Forbidden, GrantExceedsYours, GrantProposal.WRONG_STATE),
)
async def decline_grant_proposal(
    proposal: GrantProposalToManage, admin: AdministratorMayManageGrants, session: Session
) -> GrantProposalOut:
    """Decline a proposal, or take back your own."""
    return await show_proposal(session, await proposals.decline(session, proposal, by=admin))
