"""/admin/v1/party-organizations/{organization_id}/liaisons, and …/liaison-proposals"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.communities.errors import (
    FirstPersonMayNoLonger,
    GrantExceedsYours,
    GrantProposed,
    NotAnAdministrator,
    SecondPersonNeeded,
)
from app.communities.grant_proposals.service import decline
from app.communities.models import GrantProposal
from app.identity.deps import IdempotentForAdmin, RecentlyProven
from app.identity.errors import StepUpRequired
from app.kernel.errors import Forbidden, UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.organizations.deps import AdministratorMayManageOrganizations, OrganizationToManage
from app.organizations.errors import AlreadyLiaison, NotLiaison
from app.organizations.liaisons import service as liaisons
from app.organizations.liaisons.schemas import (
    LiaisonOut,
    LiaisonPage,
    LiaisonProposalIn,
    LiaisonProposalOut,
    LiaisonProposalPage,
    LiaisonProposalsIn,
    LiaisonProposalsOut,
    LiaisonQuery,
)
from app.organizations.liaisons.shown import (
    show_liaison,
    show_liaisons,
    show_proposal,
    show_proposals,
)

router = Router(
    prefix="/party-organizations/{organization_id}/liaisons",
    tags=["organizations"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)
proposals_router = Router(
    prefix="/party-organizations/{organization_id}/liaison-proposals",
    tags=["organizations"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


many_router = Router(
    prefix="/liaison-proposals",
    tags=["organizations"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@many_router.post(
    "",
    status_code=201,
    response_model=LiaisonProposalsOut,
    responses=problems(
        *(Forbidden, StepUpRequired, GrantExceedsYours, NotAnAdministrator, AlreadyLiaison),
        *(GrantProposed, UnknownReference),
    ),
)
async def propose_liaisons(
    admin: AdministratorMayManageOrganizations,
    _proven: RecentlyProven,
    body: LiaisonProposalsIn,
    session: Session,
) -> LiaisonProposalsOut:
    """Propose many liaisons at once, each by the number of its unit's letter. All are proposed, or
    none; a refusal names its `line`. Another person confirms each of them."""
    proposals = await liaisons.propose_many(session, body, by=admin)
    return LiaisonProposalsOut(items=await show_proposals(session, proposals))


@router.get("", response_model=LiaisonPage, responses=problems(Forbidden))
async def list_liaisons(
    query: Annotated[LiaisonQuery, Query()], organization: OrganizationToManage, session: Session
) -> Page[LiaisonOut]:
    """List the present liaisons of an organization, oldest first. Those of organizations above or
    below it are not listed."""
    page = await liaisons.list_liaisons(session, organization, query)
    return page.with_items(await show_liaisons(session, page.items))


@router.get("/{user_id}", response_model=LiaisonOut, responses=problems(Forbidden))
async def get_liaison(
    organization: OrganizationToManage, user_id: UUID, session: Session
) -> LiaisonOut:
    """Get a present liaison of an organization."""
    return await show_liaison(session, await liaisons.get_liaison(session, organization, user_id))


@router.post(
    "/{user_id}/revoke",
    response_model=LiaisonOut,
    responses=problems(Forbidden, StepUpRequired, NotLiaison),
)
async def revoke_liaison(
    admin: AdministratorMayManageOrganizations,
    _proven: RecentlyProven,
    organization: OrganizationToManage,
    user_id: UUID,
    session: Session,
) -> LiaisonOut:
    """Revoke a liaison. It ends with their next request."""
    granted = await liaisons.revoke(session, organization, user_id, by=admin)
    return await show_liaison(session, granted)


@proposals_router.post(
    "",
    status_code=201,
    response_model=LiaisonProposalOut,
    responses=problems(
        *(Forbidden, StepUpRequired, GrantExceedsYours, NotAnAdministrator, AlreadyLiaison),
        GrantProposed,
    ),
)
async def propose_liaison(
    admin: AdministratorMayManageOrganizations,
    organization: OrganizationToManage,
    _proven: RecentlyProven,
    body: LiaisonProposalIn,
    session: Session,
    response: Response,
) -> LiaisonProposalOut:
    """Propose an administrator as liaison (联络员) of an organization, by the number of the unit's
    letter. Another person confirms it; nobody proposes themselves."""
    proposal = await liaisons.propose(session, organization, body, by=admin)
    path = f"/admin/v1/party-organizations/{organization.id}/liaison-proposals"
    response.headers["Location"] = f"{path}/{proposal.id}"
    return await show_proposal(session, proposal)


@proposals_router.get("", response_model=LiaisonProposalPage, responses=problems(Forbidden))
async def list_liaison_proposals(
    query: Annotated[LiaisonQuery, Query()], organization: OrganizationToManage, session: Session
) -> Page[LiaisonProposalOut]:
    """List the proposals of an organization's liaisons, oldest first, decided ones included."""
    page = await liaisons.list_proposals(session, organization, query)
    return page.with_items(await show_proposals(session, page.items))


@proposals_router.get(
    "/{proposal_id}", response_model=LiaisonProposalOut, responses=problems(Forbidden)
)
async def get_liaison_proposal(
    organization: OrganizationToManage, proposal_id: UUID, session: Session
) -> LiaisonProposalOut:
    """Get a proposal of a liaison."""
    proposal = await liaisons.get_proposal(session, organization, proposal_id)
    return await show_proposal(session, proposal)


@proposals_router.post(
    "/{proposal_id}/confirm",
    response_model=LiaisonOut,
    responses=problems(
        *(Forbidden, StepUpRequired, SecondPersonNeeded, GrantProposal.WRONG_STATE),
        *(FirstPersonMayNoLonger, AlreadyLiaison),
    ),
)
async def confirm_liaison_proposal(
    admin: AdministratorMayManageOrganizations,
    organization: OrganizationToManage,
    proposal_id: UUID,
    _proven: RecentlyProven,
    session: Session,
) -> LiaisonOut:
    """Confirm a proposal as the second of two persons. From now on the liaison acts for the
    organization and for those below it."""
    proposal = await liaisons.get_proposal(session, organization, proposal_id)
    granted = await liaisons.confirm(session, organization, proposal, by=admin)
    return await show_liaison(session, granted)


@proposals_router.post(
    "/{proposal_id}/decline",
    response_model=LiaisonProposalOut,
    responses=problems(Forbidden, GrantProposal.WRONG_STATE),
)
async def decline_liaison_proposal(
    admin: AdministratorMayManageOrganizations,
    organization: OrganizationToManage,
    proposal_id: UUID,
    session: Session,
) -> LiaisonProposalOut:
    """Decline a proposal, or take back your own."""
    proposal = await liaisons.get_proposal(session, organization, proposal_id)
    return await show_proposal(session, await decline(session, proposal, by=admin))
