"""Lists of what is sealed: a community's registrations are opened in portions, filtered, and
ordered by the instant of their submission."""

from collections.abc import AsyncIterator, Collection, Sequence
from datetime import datetime
from heapq import nsmallest
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.double_reporting.members.schemas import MemberRegistrationQuery
from app.double_reporting.models import MemberRegistration
from app.double_reporting.models.membership import open_organization, open_submitted_at
from app.kernel.privacy.damage import SealedDamaged
from app.kernel.web.pages import Cursor, Page, page_of

BATCH_SIZE = 500
"""Rows that are opened before others have their turn: some milliseconds."""


class _Place(NamedTuple):
    """The place of a registration in a list."""

    submitted_at: datetime
    id: UUID


async def page_of_registrations(
    session: AsyncSession,
    community_id: UUID,
    query: MemberRegistrationQuery,
    organization_ids: Collection[UUID] | None = None,
) -> Page[MemberRegistration]:
    """Returns a page of a community's registrations, oldest first; of these organizations alone,
    where they are given."""
    places = [
        place
        async for place in _places(session, community_id, query, organization_ids)
        if query.cursor is None or place > query.after
    ]
    shown = page_of(nsmallest(query.limit + 1, places), query.limit, lambda place: Cursor(*place))
    return shown.with_items(await _load(session, community_id, shown.items))


async def _places(
    session: AsyncSession,
    community_id: UUID,
    query: MemberRegistrationQuery,
    organization_ids: Collection[UUID] | None,
) -> AsyncIterator[_Place]:
    async for id_, organization, proceedings in _portions(session, community_id, query):
        try:
            if organization_ids is not None:
                of = open_organization(community_id, id_, organization)
                if of not in organization_ids:
                    continue
            yield _Place(open_submitted_at(community_id, id_, proceedings), id_)
        except SealedDamaged:
            continue  # It is logged, and has no place in a list.


async def _portions(
    session: AsyncSession, community_id: UUID, query: MemberRegistrationQuery
) -> AsyncIterator[tuple[UUID, bytes, bytes]]:
    statement: Select[UUID, bytes, bytes] = (
        select(
            MemberRegistration.id,
            MemberRegistration.organization_sealed,
            MemberRegistration.proceedings_sealed,
        )
        .where(MemberRegistration.community_id == community_id)
        .order_by(MemberRegistration.id)
        .limit(BATCH_SIZE)
    )
    if query.status is not None:
        statement = statement.where(MemberRegistration.status == query.status)
    rows = (await session.execute(statement)).all()
    while rows:
        for row in rows:
            yield row[0], row[1], row[2]
        behind = statement.where(MemberRegistration.id > rows[-1][0])
        rows = (await session.execute(behind)).all() if len(rows) == BATCH_SIZE else []


async def _load(
    session: AsyncSession, community_id: UUID, places: Sequence[_Place]
) -> list[MemberRegistration]:
    statement = select(MemberRegistration).where(
        MemberRegistration.community_id == community_id,
        MemberRegistration.id.in_([place.id for place in places]),
    )
    rows = {row.id: row for row in await session.scalars(statement) if row.is_whole}
    return [rows[place.id] for place in places if place.id in rows]
