"""The way of every CSV upload into the database: read, judged line by line, and written whole or
not at all."""

from abc import ABC, abstractmethod
from asyncio import to_thread
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import Select, insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Base
from app.kernel.files.csv import Column, Line, Report, read
from app.kernel.privacy.audit import Actor, record

LOCK_COMMUNITY = text("SELECT id FROM communities WHERE id = :id FOR NO KEY UPDATE")
BATCH_SIZE = 1_000
"""Rows or keys in one statement."""

Counts = TypeVar("Counts", bound=BaseModel)
Item = TypeVar("Item")
Row = TypeVar("Row")


class CsvImport(ABC, Generic[Counts]):
    """One kind of import. Made for one upload; what a step finds, it keeps for the next one."""

    columns: ClassVar[Sequence[Column]]
    action: ClassVar[str]
    """The action of its audit entry."""
    community_id: UUID = PLATFORM
    """The community whose row is locked: of two imports at once the second one waits, and finds
    what the first has written. Tables that are shared lie with the platform."""

    @abstractmethod
    async def load(self, session: AsyncSession, lines: Sequence[Line]) -> None:
        """Reads the rows that the lines refer to."""

    @abstractmethod
    def judge(self, lines: Sequence[Line], report: Report) -> None:
        """Decides what becomes of each line, or refuses it. It runs in a thread, for 50,000 lines
        would hold up every other request, and so it must leave the session alone."""

    @abstractmethod
    async def write(self, session: AsyncSession) -> Counts:
        """Writes what the lines have come to, and returns how many they were."""

    def facts(self, counts: Counts) -> dict[str, str]:
        """The facts of the audit entry."""
        return {name: str(count) for name, count in counts.model_dump().items()}


async def run_import(
    session: AsyncSession, upload: bytes, plan: CsvImport[Counts], *, by: Actor
) -> Counts:
    """Imports the upload. Raises CsvRefused, with every line that is refused, and writes nothing
    then."""
    report = Report()
    lines = await to_thread(read, upload, plan.columns, report)
    await session.execute(LOCK_COMMUNITY, {"id": plan.community_id})
    await plan.load(session, lines)
    await to_thread(plan.judge, lines, report)
    report.require_clean()
    counts = await plan.write(session)
    record(session, by, plan.action, by, **plan.facts(counts))
    return counts


def batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    return (items[start : start + BATCH_SIZE] for start in range(0, len(items), BATCH_SIZE))


async def find_in_batches(
    session: AsyncSession,
    select_by: Callable[[Collection[Item]], Select[Row]],
    keys: Collection[Item],
) -> list[Row]:
    """Returns the rows of all keys; a key may stand there twice."""
    found: list[Row] = []
    for batch in batches(list(dict.fromkeys(keys))):
        found += await session.scalars(select_by(batch))
    return found


async def insert_in_batches(session: AsyncSession, table: type[Base], rows: Sequence[Base]) -> None:
    """Inserts new rows as they stand, parents before children; the session does not hold them."""
    # One INSERT of plain values: the unit of work would sort and track 50,000 objects.
    names = [column.key for column in table.__table__.columns]
    for batch in batches(rows):
        values: list[dict[str, Any]] = [
            {name: getattr(row, name) for name in names} for row in batch
        ]
        await session.execute(insert(table), values)
