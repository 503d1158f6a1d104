"""Service categories, written by administrators and listed."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.feedback.categories.schemas import CategoryQuery, ServiceCategoryIn, StaffCategoryQuery
from app.feedback.errors import CategoryExists
from app.feedback.models import ServiceCategory
from app.kernel.database.engine import lock, savepoint
from app.kernel.privacy.audit import record
from app.kernel.web.conditional import require_version
from app.kernel.web.pages import Page, oldest_first, paginate


async def add(session: AsyncSession, values: ServiceCategoryIn, *, by: Staff) -> ServiceCategory:
    category = ServiceCategory(community_id=by.community_id, version=1)
    _write(category, values)
    async with savepoint(session, uq_service_categories_name=CategoryExists):
        session.add(category)
    record(session, by, "service_category.added", category)
    return category


async def revise(
    session: AsyncSession,
    category: ServiceCategory,
    values: ServiceCategoryIn,
    tag: str,
    *,
    by: Staff,
) -> ServiceCategory:
    """Revise a category. Existing tickets keep the times that they were promised."""
    await lock(session, category)
    require_version(category, tag)
    async with savepoint(session, uq_service_categories_name=CategoryExists):
        _write(category, values)
        category.version += 1
    record(session, by, "service_category.revised", category)
    return category


def _write(category: ServiceCategory, values: ServiceCategoryIn) -> None:
    category.name, category.description = values.name, values.description
    category.level, category.is_active = values.level, values.is_active
    category.emergency_text = values.emergency_text
    category.emergency_number = values.emergency_number
    category.response_minutes, category.resolution_minutes = values.minutes()


async def list_active(
    session: AsyncSession, community_id: UUID, query: CategoryQuery
) -> Page[ServiceCategory]:
    statement = _categories(community_id, is_active=True)
    return await paginate(session, statement, query, oldest_first(ServiceCategory.id))


async def list_for_staff(
    session: AsyncSession, community_id: UUID, query: StaffCategoryQuery
) -> Page[ServiceCategory]:
    statement = _categories(community_id, is_active=query.is_active)
    order = oldest_first(ServiceCategory.id)
    return await paginate(session, statement, query, order, counts=True)


def _categories(community_id: UUID, *, is_active: bool | None) -> Select[ServiceCategory]:
    statement = select(ServiceCategory).where(ServiceCategory.community_id == community_id)
    if is_active is not None:
        statement = statement.where(ServiceCategory.is_active == is_active)
    return statement
