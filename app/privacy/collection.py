"""Collection of what is stored of one person, in all tables of all features."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community, MyCommunity
from app.kernel.privacy.personal_data import Person, PersonalData, collect, find_rows

Content = dict[str, Any]
"""The export as JSON: when it was made, and the rows of the person by table and community."""


async def collect_person(
    session: AsyncSession, declared: Sequence[PersonalData], user_id: UUID, now: datetime
) -> Content:
    """Returns all columns with personal data of all rows of the person. Tables without any of them
    are listed, too: that nothing is stored is an answer."""
    parts = await _collect_part(session, declared, Person(user_id), None)
    query = select(MyCommunity).filter_by(user_id=user_id).order_by(MyCommunity.id)
    for membership in (await session.scalars(query)).all():
        community = await session.get_one(Community, membership.community_id)
        person = Person(user_id, membership.community_id, membership.participant_id)
        parts += await _collect_part(session, declared, person, community.name)
    return {"made_at": now.isoformat(), "user_id": str(user_id), "tables": parts}


async def _collect_part(
    session: AsyncSession, declared: Sequence[PersonalData], person: Person, community: str | None
) -> list[Content]:
    return [
        {
            "table": data.model.__tablename__,
            "title": _title(data),
            "community": community,
            "rows": [collect(data, row) for row in await find_rows(session, data, person)],
        }
        for data in declared
        if data.rows is not None and data.is_in_community == (person.community_id is not None)
    ]


def _title(data: PersonalData) -> Content:
    name = data.model.__tablename__
    return {"zh": data.title.zh, "en": data.title.en} if data.title else {"zh": name, "en": name}
