"""Queries on administrators."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.models import Administrator
from app.kernel.errors import NotFound
from app.kernel.web.pages import Page, PageQuery, earliest_first, paginate


async def find_by_name(session: AsyncSession, login_name: str) -> Administrator | None:
    administrator: Administrator | None = await session.scalar(
        select(Administrator).filter_by(login_name=login_name)
    )
    return administrator


async def get_administrator(session: AsyncSession, user_id: UUID) -> Administrator:
    administrator = await session.scalar(select(Administrator).filter_by(user_id=user_id))
    if administrator is None:
        raise NotFound
    return administrator


async def names_of(
    session: AsyncSession, user_ids: Collection[UUID | None]
) -> dict[UUID | None, str]:
    """Maps users to the names of their offices, which colleagues see. None, and who has no account
    of an administrator, are left out."""
    asked = {user_id for user_id in user_ids if user_id is not None}
    if not asked:
        return {}
    rows = await session.scalars(select(Administrator).where(Administrator.user_id.in_(asked)))
    return {row.user_id: row.name for row in rows}


async def list_administrators(session: AsyncSession, query: PageQuery) -> Page[Administrator]:
    """Lists administrators, oldest first."""
    order = earliest_first(Administrator.created_at, Administrator.id)
    return await paginate(session, select(Administrator), query, order, counts=True)
