"""Reads of administrators."""

from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.models import Administrator
from app.kernel.errors import NotFound
from app.kernel.web.pages import Cursor, Page, PageQuery, page_of


async def find_by_name(session: AsyncSession, login_name: str) -> Administrator | None:
    found: Administrator | None = await session.scalar(
        select(Administrator).filter_by(login_name=login_name)
    )
    return found


async def get_administrator(session: AsyncSession, user_id: UUID) -> Administrator:
    found = await session.scalar(select(Administrator).filter_by(user_id=user_id))
    if found is None:
        raise NotFound
    return found


async def list_administrators(session: AsyncSession, query: PageQuery) -> Page[Administrator]:
    """Lists administrators in the order in which they were made."""
    listed = (
        select(Administrator)
        .where(tuple_(Administrator.created_at, Administrator.id) > tuple_(*query.after))
        .order_by(Administrator.created_at, Administrator.id)
        .limit(query.limit + 1)
    )
    rows = (await session.scalars(listed)).all()
    return page_of(rows, query.limit, lambda row: Cursor(row.created_at, row.id))
