"""Queries on audit entries, with their contents."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.administration.schemas import AuditQuery
from app.communities.models import Community, RoleGrant, ScopeKind
from app.kernel import clock
from app.kernel.privacy.audit import ABOUT_SOMEBODY, AuditContent, AuditEntry, concerns

READ_AGAIN = timedelta(minutes=10)
"""Time in which one reader's look at the audit is one entry."""


def entries_matching(community_id: UUID, query: AuditQuery) -> Select[AuditEntry, AuditContent]:
    """Selects the entries that may match: of one about a person actor, act and row are sealed."""
    about_somebody = AuditEntry.action == ABOUT_SOMEBODY
    same = and_(
        AuditContent.community_id == AuditEntry.community_id, AuditContent.id == AuditEntry.id
    )
    statement = (
        select(AuditEntry, AuditContent)
        .join(AuditContent, same)
        .where(AuditEntry.community_id == community_id, AuditContent.community_id == community_id)
    )
    if query.since is not None:
        statement = statement.where(AuditEntry.at >= query.since)
    if query.until is not None:
        statement = statement.where(AuditEntry.at <= query.until)
    for column, asked_for in (
        (AuditEntry.actor_id, query.actor_id),
        (AuditEntry.action, query.action),
        (AuditEntry.subject_id, query.subject_id),
    ):
        if asked_for is not None:
            statement = statement.where(or_(column == asked_for, about_somebody))
    return statement


def contents_about(user_id: UUID, participants: Mapping[UUID, UUID]) -> Select[AuditContent]:
    """Selects the entries about a person, in all their communities."""
    conditions = [
        and_(
            AuditContent.community_id == community_id,
            concerns(community_id, participant_id, user_id),
        )
        for community_id, participant_id in participants.items()
    ]
    return select(AuditContent).where(or_(False, *conditions))


async def has_read_lately(session: AsyncSession, community_id: UUID, user_id: UUID) -> bool:
    """Returns whether an entry says already that the user reads the audit."""
    query = select(AuditEntry.id).where(
        AuditEntry.community_id == community_id,
        AuditEntry.at > clock.now() - READ_AGAIN,
        AuditEntry.actor_id == user_id,
        AuditEntry.action == "audit.read",
    )
    return await session.scalar(query.limit(1)) is not None


async def grants_reaching(
    session: AsyncSession, user_ids: set[UUID], community_ids: set[UUID]
) -> dict[tuple[UUID, UUID], list[RoleGrant]]:
    """Maps users and communities to the grants that reach there, also former ones."""
    communities = await session.scalars(select(Community).where(Community.id.in_(community_ids)))
    grants = (await session.scalars(select(RoleGrant).where(RoleGrant.user_id.in_(user_ids)))).all()
    reaching: dict[tuple[UUID, UUID], list[RoleGrant]] = {}
    for community in communities:
        for grant in grants:
            if (
                grant.scope_kind in {ScopeKind.PLATFORM, ScopeKind.ORGANIZATION}
                or grant.scope_id in community.region_path
                or grant.community_id == community.id
            ):
                reaching.setdefault((grant.user_id, community.id), []).append(grant)
    return reaching
