"""What happens to service categories."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.feedback.categories.schemas import CategoryQuery, ServiceCategoryIn, StaffCategoryQuery
from app.feedback.errors import CategoryExists
from app.feedback.models import ServiceCategory
from app.kernel.database.engine import lock, savepoint
from app.kernel.privacy.audit import record
from app.kernel.web.conditional import require_version
from app.kernel.web.pages import Page, PageQuery, oldest_first, paginate


async def add(session: AsyncSession, wanted: ServiceCategoryIn, *, by: Staff) -> ServiceCategory:
    category = ServiceCategory(community_id=by.community_id, version=1)
    _write(category, wanted)
    async with savepoint(session, uq_service_categories_name=CategoryExists):
        session.add(category)
    record(session, by, "service_category.added", category)
    return category


async def revise(
    session: AsyncSession,
    category: ServiceCategory,
    wanted: ServiceCategoryIn,
    tag: str,
    *,
    by: Staff,
) -> ServiceCategory:
    """Tickets that are there keep what they were promised."""
    await lock(session, category)
    require_version(category, tag)
    async with savepoint(session, uq_service_categories_name=CategoryExists):
        _write(category, wanted)
        category.version += 1
    record(session, by, "service_category.revised", category)
    return category


def _write(category: ServiceCategory, wanted: ServiceCategoryIn) -> None:
    category.name, category.description = wanted.name, wanted.description
    category.level, category.is_active = wanted.level, wanted.is_active
    category.response_minutes, category.resolution_minutes = wanted.minutes()


async def list_active(
    session: AsyncSession, community_id: UUID, query: CategoryQuery
) -> Page[ServiceCategory]:
    return await _list(session, community_id, query, is_active=True)


async def list_for_staff(
    session: AsyncSession, community_id: UUID, query: StaffCategoryQuery
) -> Page[ServiceCategory]:
    return await _list(session, community_id, query, is_active=query.is_active)


async def _list(
    session: AsyncSession, community_id: UUID, query: PageQuery, *, is_active: bool | None
) -> Page[ServiceCategory]:
    wanted = select(ServiceCategory).where(ServiceCategory.community_id == community_id)
    if is_active is not None:
        wanted = wanted.where(ServiceCategory.is_active == is_active)
    return await paginate(session, wanted, query, oldest_first(ServiceCategory.id))
