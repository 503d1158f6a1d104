"""The way of every sheet into the database: read, judged line by line, shown as a preview or
written whole, and undone."""

from abc import ABC, abstractmethod
from asyncio import to_thread
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.files.cells import Column, Line, Report
from app.kernel.files.journal import Journal
from app.kernel.files.records import ImportRecord, ImportStatus
from app.kernel.files.sheets import read
from app.kernel.privacy.audit import Actor, record
from app.kernel.words import Worded

LOCK_COMMUNITY = text("SELECT id FROM communities WHERE id = :id FOR NO KEY UPDATE")
LARGE_BYTES = 256 * 1024
"""Sheets from here on, some 5,000 lines, wait for a worker: their answer would take too long."""
MAX_LISTED_CHANGES = 1_000
"""All changes are counted; the first ones are listed."""
READ, JUDGED, WRITTEN = 10, 30, 95
"""Percent of the work at the end of each part."""

Progress = Callable[[int], Awaitable[None]]
"""Tells how many percent are done."""


class Effect(Worded):
    """The effect of a line on its row."""

    CREATED = "created", "新增", "created"
    CHANGED = "changed", "更新", "changed"
    UNCHANGED = "unchanged", "不变", "unchanged"
    REMOVED = "removed", "移除", "removed"


class FieldChange(NamedTuple):
    """A value that changes, under the sheet's own header."""

    header: str
    before: str | None
    after: str | None


class Change(NamedTuple):
    line: int
    effect: Effect
    what: str
    """The row in words; never a person."""
    fields: tuple[FieldChange, ...] = ()


@dataclass(slots=True)
class Outcome:
    """The effects of all lines, counted and listed."""

    counts: Counter[Effect] = field(default_factory=Counter)
    changes: list[Change] = field(default_factory=list)

    def note(
        self, line: int, effect: Effect, what: str, fields: Sequence[FieldChange] = ()
    ) -> None:
        self.counts[effect] += 1
        if effect is not Effect.UNCHANGED and len(self.changes) < MAX_LISTED_CHANGES:
            self.changes.append(Change(line, effect, what, tuple(fields)))


async def _say_nothing(_percent: int) -> None:
    pass


class SheetImport(ABC):
    """One kind of import. Made for one upload; what a step finds, it keeps for the next one."""

    kind: ClassVar[str]
    columns: ClassVar[Sequence[Column]]
    action: ClassVar[str]
    """The action of its audit entry."""
    community_id: UUID = PLATFORM
    """The community whose row is locked: of two imports at once the second one waits, and finds
    what the first has written. Tables that are shared lie with the platform."""

    def __init__(self) -> None:
        self.outcome = Outcome()
        self.journal = Journal()
        self.progress: Progress = _say_nothing

    @property
    def options(self) -> dict[str, Any]:
        """Returns what the request says beside the sheet, as JSON."""
        return {}

    @abstractmethod
    async def load(self, session: AsyncSession, lines: Sequence[Line]) -> None:
        """Reads the rows that the lines refer to."""

    @abstractmethod
    def judge(self, lines: Sequence[Line], report: Report) -> None:
        """Decides what becomes of each line, or refuses it. It runs in a thread, for 50,000 lines
        would hold up every other request, and so it must leave the session alone."""

    @abstractmethod
    async def write(self, session: AsyncSession) -> None:
        """Writes what the lines have come to, and notes it in the journal."""

    @classmethod
    @abstractmethod
    async def undo(cls, session: AsyncSession, row: ImportRecord, journal: Journal) -> None:
        """Undoes what the journal holds. Raises ImportInUse and ImportChangedSince."""

    async def tell_written(self, written: int, of: int) -> None:
        """Tells how much of what is written stands."""
        await self.progress(JUDGED + (WRITTEN - JUDGED) * written // max(of, 1))


async def examine(session: AsyncSession, upload: bytes, plan: SheetImport) -> dict[str, int]:
    """Reads and judges the upload under the lock of its community. Returns the counts; raises
    SheetRefused, with every line that is refused."""
    report = Report()
    lines = await to_thread(read, upload, plan.columns, report)
    await plan.progress(READ)
    await session.execute(LOCK_COMMUNITY, {"id": plan.community_id})
    await plan.load(session, lines)
    await to_thread(plan.judge, lines, report)
    report.require_clean()
    await plan.progress(JUDGED)
    counts = {effect.value: plan.outcome.counts[effect] for effect in Effect}
    return {"lines": len(lines)} | counts


async def preview_import(
    session: AsyncSession, upload: bytes, plan: SheetImport, *, by: Actor
) -> dict[str, int]:
    """Judges the upload and writes nothing but the audit entry: a preview tells who is known."""
    counts = await examine(session, upload, plan)
    record(session, by, f"{plan.kind}.import_previewed", by, lines=str(counts["lines"]))
    return counts


async def run_import(
    session: AsyncSession, upload: bytes, plan: SheetImport, *, by: Actor
) -> ImportRecord:
    """Imports the upload at once. Raises SheetRefused, and writes nothing then."""
    counts = await examine(session, upload, plan)
    await plan.write(session)
    done = _new_record(plan, by, ImportStatus.DONE)
    done.finished_at, done.progress_percent, done.counts = done.submitted_at, 100, counts
    done.journal = plan.journal.stored()
    session.add(done)
    record_import(session, plan, done, by=by)
    return done


def queue_import(
    session: AsyncSession, upload: bytes, plan: SheetImport, *, by: Actor
) -> ImportRecord:
    """Puts a large upload into the queue."""
    queued = _new_record(plan, by, ImportStatus.QUEUED)
    queued.upload = upload
    session.add(queued)
    record(session, by, f"{plan.kind}.import_queued", queued)
    return queued


def _new_record(plan: SheetImport, by: Actor, status: ImportStatus) -> ImportRecord:
    return ImportRecord(
        community_id=plan.community_id,
        kind=plan.kind,
        status=status,
        imported_by=by.id,
        options=plan.options,
        progress_percent=0,
        counts={},
        submitted_at=clock.now(),
    )


def record_import(
    session: AsyncSession, plan: SheetImport, done: ImportRecord, *, by: Actor
) -> None:
    """Writes the audit entry of an import that is done."""
    facts = {name: str(count) for name, count in done.counts.items()}
    record(session, by, plan.action, done, **{**_texts(plan.options), **facts})


def _texts(options: dict[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in options.items()}
