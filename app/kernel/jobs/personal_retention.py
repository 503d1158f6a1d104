"""Sweeps over the periods that features declare for their personal data, and what they would do."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.jobs.sweeps import DueRows, Key, Sweep
from app.kernel.privacy.personal_data import Blanked, Period, PersonalData, blank

BATCH_SIZE, BLANKED_AT_A_TIME = 5000, 500
EVERY = timedelta(hours=1)


class Stored(NamedTuple):
    """How long rows of a table are stored, and how many have been there for longer."""

    table: str
    lifetime: timedelta
    overdue: int


def is_over(period: Period, now: datetime) -> ColumnElement[bool]:
    is_old = period.since < now - period.lifetime
    return is_old if period.only is None else and_(period.only, is_old)


def sweeps_over(declared: Sequence[PersonalData]) -> tuple[Sweep, ...]:
    """Makes the sweeps of all periods that no sweep of a feature looks after."""
    return tuple(
        Sweep(name, EVERY, _finder(data.model, period), _remover(data.model, period))
        for data, period, name in _periods(declared)
        if period.by is None
    )


def _periods(declared: Sequence[PersonalData]) -> Iterator[tuple[PersonalData, Period, str]]:
    for data in declared:
        for number, period in enumerate(data.periods):
            suffix = f".{number}" if number else ""
            yield data, period, period.by or f"retention.{data.model.__name__}{suffix}"


def _finder(model: type[Any], period: Period) -> Callable[[datetime], DueRows]:
    def due(now: datetime) -> DueRows:
        """Selects communities that have something too old; they stand for their rows."""
        return (
            select(model.community_id, model.community_id.label("row_id"), func.min(period.since))
            .where(is_over(period, now))
            .group_by(model.community_id)
        )

    return due


def _remover(
    model: type[Any], period: Period
) -> Callable[[AsyncSession, Key, datetime], Awaitable[None]]:
    async def remove(session: AsyncSession, key: Key, now: datetime) -> None:
        """Deletes or blanks a batch of one community, so that no statement runs for minutes."""
        here = model.community_id == key[0]
        if isinstance(period.then, Blanked):
            rows = select(model).where(here, is_over(period, now)).limit(BLANKED_AT_A_TIME)
            for row in (await session.scalars(rows)).all():
                blank(row, period.then)
            return
        batch = select(model.id).where(here, is_over(period, now)).limit(BATCH_SIZE)
        await session.execute(delete(model).where(here, model.id.in_(batch)))

    return remove


async def overdue(
    session: AsyncSession, declared: Sequence[PersonalData], now: datetime
) -> list[Stored]:
    """Counts, table by table, the rows that have been stored for their time."""
    found = []
    for data, period, _ in _periods(declared):
        query = select(func.count()).select_from(data.model).where(is_over(period, now))
        count = await session.scalar(query) or 0
        found.append(Stored(data.model.__tablename__, period.lifetime, count))
    return found
