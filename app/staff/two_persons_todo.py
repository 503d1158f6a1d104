"""Duties of the second of two persons: grants and liaisons that somebody has proposed."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Uuid, case, cast, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import GrantProposalChanged
from app.communities.models import (
    Community,
    GrantProposal,
    GrantProposalStatus,
    Place,
    Region,
    ScopeKind,
)
from app.kernel.database.columns import PLATFORM
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.organizations.models import PartyOrganization, WorkUnit
from app.staff.inbox import follow_duty
from app.staff.subjects import StaffSubjectKind
from app.staff.todo import Holders, Todo, waiting_columns

CONFIRM_WITHIN = timedelta(days=7)
IDS: Any = ARRAY(Uuid())
NOWHERE = cast(literal([], IDS), IDS)
"""The path of what belongs to the platform alone."""


def _path_of_scope() -> ColumnElement[Any]:
    """The ids that lead to the scope of a proposal, from the root on."""
    of_region = select(Region.path).where(Region.id == GrantProposal.scope_id).scalar_subquery()
    of_place = (
        select(func.array_cat(Community.region_path, Place.path, type_=IDS))
        .join(Place, Place.community_id == Community.id)
        .where(Community.id == GrantProposal.community_id, Place.id == GrantProposal.scope_id)
        .scalar_subquery()
    )
    path = case(
        (GrantProposal.scope_kind == ScopeKind.REGION, of_region),
        (GrantProposal.scope_kind == ScopeKind.PLACE, of_place),
        else_=NOWHERE,
    )
    return cast(path, IDS)


def _path_of_owner() -> ColumnElement[Any]:
    """The ids that lead to the community which owns the entry of an organization."""
    owner = func.coalesce(WorkUnit.community_id, PartyOrganization.community_id)
    path = (
        select(Community.region_path)
        .where(Community.id == owner)
        .correlate(WorkUnit, PartyOrganization)
        .scalar_subquery()
    )
    return cast(func.coalesce(path, NOWHERE), IDS)


def grants_to_confirm(_now: datetime) -> Select[Any]:
    columns = waiting_columns(
        literal(PLATFORM),
        GrantProposal.id,
        since=GrantProposal.proposed_at,
        due_at=GrantProposal.proposed_at + CONFIRM_WITHIN,
        not_for=GrantProposal.proposed_by,
        receiver_id=GrantProposal.user_id,
        parent_id=GrantProposal.user_id,
        scope_path=_path_of_scope(),
    )
    return select(*columns).where(
        GrantProposal.status == GrantProposalStatus.PROPOSED,
        GrantProposal.scope_kind != ScopeKind.ORGANIZATION,
    )


def liaisons_to_confirm(_now: datetime) -> Select[Any]:
    columns = waiting_columns(
        literal(PLATFORM),
        GrantProposal.id,
        since=GrantProposal.proposed_at,
        due_at=GrantProposal.proposed_at + CONFIRM_WITHIN,
        name=PartyOrganization.name,
        not_for=GrantProposal.proposed_by,
        receiver_id=GrantProposal.user_id,
        parent_id=PartyOrganization.id,
        scope_path=_path_of_owner(),
    )
    return (
        select(*columns)
        .join(PartyOrganization, PartyOrganization.id == GrantProposal.scope_id)
        .outerjoin(WorkUnit, WorkUnit.id == PartyOrganization.work_unit_id)
        .where(
            GrantProposal.status == GrantProposalStatus.PROPOSED,
            GrantProposal.scope_kind == ScopeKind.ORGANIZATION,
        )
    )


GRANT = Todo(
    kind="communities.grant_proposal",
    title=Text("待第二人确认的角色授权", "Role grants that a second person confirms"),
    body=Text(
        "有人提议了一项角色授权，需要第二人确认，请在{due_at}前处理。",
        "A role grant was proposed and takes a second person: please confirm or decline it by"
        " {due_at}.",
    ),
    overdue_body=Text(
        "一项角色授权提议已超过处理期限（{due_at}），请尽快确认或拒绝。",
        "A proposed role grant has waited beyond {due_at}: please confirm or decline it soon.",
    ),
    subject=StaffSubjectKind.GRANT_PROPOSAL,
    permission="grant:manage",
    holders=Holders.SCOPE,
    waiting=grants_to_confirm,
)
LIAISON = Todo(
    kind="organizations.liaison_proposal",
    title=Text("待第二人确认的单位联络员", "Liaisons that a second person confirms"),
    body=Text(
        "{name}提名了联络员，需要第二人确认，请在{due_at}前处理。",
        "{name} has named a liaison, which takes a second person: please confirm or decline it by"
        " {due_at}.",
    ),
    overdue_body=Text(
        "{name}的联络员提名已超过处理期限（{due_at}），请尽快确认或拒绝。",
        "The liaison named by {name} has waited beyond {due_at}: please confirm or decline it"
        " soon.",
    ),
    subject=StaffSubjectKind.LIAISON_PROPOSAL,
    permission="organization:manage",
    holders=Holders.SCOPE,
    waiting=liaisons_to_confirm,
)


async def follow_proposal(
    session: AsyncSession, community_id: UUID, event: GrantProposalChanged
) -> None:
    for todo in TODOS:
        await follow_duty(session, community_id, todo, event.proposal_id)


TODOS = (GRANT, LIAISON)
LISTENERS = (Listener("staff.follow_proposal", GrantProposalChanged, follow_proposal),)
