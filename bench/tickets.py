"""Categories for tickets: one in each community."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.feedback.models import ServiceCategory
from app.kernel.database.columns import uuid7


def body_of(category_id: UUID) -> bytes:
    return f'{{"category_id":"{category_id}","text":"三号楼的路灯不亮了"}}'.encode()


async def open_categories(
    session: AsyncSession, homes: Sequence[UUID]
) -> Mapping[UUID, Sequence[UUID]]:
    rows = [_category(home) for home in homes]
    await session.execute(insert(ServiceCategory), rows)
    return {row["community_id"]: [row["id"]] for row in rows}


def _category(home: UUID) -> dict[str, Any]:
    return {
        "community_id": home,
        "id": uuid7(),
        "name": "公共设施",
        "description": "",
        "level": "seven_days",
        "response_minutes": 24 * 60,
        "resolution_minutes": 7 * 24 * 60,
        "is_active": True,
        "version": 1,
    }
