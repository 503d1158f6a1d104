"""Lists of what is sealed: the registrations of communities are opened in portions, filtered, and
ordered by the instant of their submission."""

from collections import Counter
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import suppress
from datetime import datetime
from heapq import nsmallest
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, literal, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from app.double_reporting.members.schemas import MemberRegistrationQuery
from app.double_reporting.models import MemberRegistration, MemberRegistrationStatus
from app.double_reporting.models.membership import open_organization, open_submitted_at
from app.kernel.privacy.damage import SealedDamaged
from app.kernel.web.pages import Cursor, Page, page_of, total_of

BATCH_SIZE = 500
"""Rows that are opened before others have their turn: some milliseconds."""


class _Place(NamedTuple):
    """The place of a registration in a list."""

    submitted_at: datetime
    id: UUID
    community_id: UUID

    @property
    def cursor(self) -> Cursor:
        return Cursor(self.submitted_at, self.id)


async def page_of_registrations(
    session: AsyncSession,
    communities: Collection[UUID],
    query: MemberRegistrationQuery,
    organization_ids: Collection[UUID] | None = None,
) -> Page[MemberRegistration]:
    """Returns a page of the registrations of communities, oldest first; of these organizations
    alone, where they are given."""
    places = [place async for place in _places(session, communities, query, organization_ids)]
    behind = [place for place in places if query.cursor is None or place.cursor > query.after]
    shown = page_of(nsmallest(query.limit + 1, behind), query.limit, lambda place: place.cursor)
    return Page(await _load(session, shown.items), shown.next_cursor, total_of(len(places)))


async def instants_of_submitted(
    session: AsyncSession, communities: Collection[UUID]
) -> dict[UUID, datetime]:
    """Returns the instants of submission of the registrations under review, by their ids."""
    instants: dict[UUID, datetime] = {}
    submitted = _portions(session, communities, MemberRegistrationStatus.SUBMITTED)
    async for community_id, id_, _, noted in submitted:
        with suppress(SealedDamaged):  # It is logged, and waits for nobody.
            instants[id_] = open_submitted_at(community_id, id_, noted)
    return instants


async def count_by_organization(
    session: AsyncSession, communities: Collection[UUID]
) -> Counter[tuple[UUID, UUID]]:
    """Returns how many active registrations there are of each community and organization."""
    counts: Counter[tuple[UUID, UUID]] = Counter()
    active = _portions(session, communities, MemberRegistrationStatus.ACTIVE)
    async for community_id, id_, organization, _ in active:
        with suppress(SealedDamaged):  # It is logged, and is not counted.
            counts[community_id, open_organization(community_id, id_, organization)] += 1
    return counts


async def _places(
    session: AsyncSession,
    communities: Collection[UUID],
    query: MemberRegistrationQuery,
    organization_ids: Collection[UUID] | None,
) -> AsyncIterator[_Place]:
    portions = _portions(session, communities, query.status)
    async for community_id, id_, organization, noted in portions:
        try:
            if organization_ids is not None:
                of = open_organization(community_id, id_, organization)
                if of not in organization_ids:
                    continue
            yield _Place(open_submitted_at(community_id, id_, noted), id_, community_id)
        except SealedDamaged:
            continue  # It is logged, and has no place in a list.


async def _portions(
    session: AsyncSession, communities: Collection[UUID], status: MemberRegistrationStatus | None
) -> AsyncIterator[tuple[UUID, UUID, bytes, bytes]]:
    key = (MemberRegistration.community_id, MemberRegistration.id)
    statement: Select[UUID, UUID, bytes, bytes] = (
        select(*key, MemberRegistration.organization_sealed, MemberRegistration.proceedings_sealed)
        .where(MemberRegistration.community_id.in_(communities))
        .order_by(*key)
        .limit(BATCH_SIZE)
    )
    if status is not None:
        statement = statement.where(MemberRegistration.status == status)
    rows = (await session.execute(statement)).all()
    while rows:
        for row in rows:
            yield row[0], row[1], row[2], row[3]
        last = tuple_(literal(rows[-1][0]), literal(rows[-1][1]))
        behind = statement.where(tuple_(*key) > last)
        rows = (await session.execute(behind)).all() if len(rows) == BATCH_SIZE else []


async def _load(session: AsyncSession, places: Sequence[_Place]) -> list[MemberRegistration]:
    statement = select(MemberRegistration).where(
        MemberRegistration.community_id.in_({place.community_id for place in places}),
        MemberRegistration.id.in_([place.id for place in places]),
    )
    rows = {row.id: row for row in await session.scalars(statement) if row.is_whole}
    return [rows[place.id] for place in places if place.id in rows]
