"""Imports as the API shows them, alike for all kinds of sheets."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import Field

from app.kernel.files.imports import Effect, SheetImport
from app.kernel.files.records import ImportRecord, ImportStatus
from app.kernel.web.pages import StaffPage
from app.kernel.web.schemas import In, Out
from app.kernel.words import Worded


class ShownImportStatus(Worded):
    """Status of an import, and of what is only a preview of one."""

    PREVIEW = "preview", "预览", "preview"
    QUEUED = ImportStatus.QUEUED.value, *ImportStatus.QUEUED.words
    RUNNING = ImportStatus.RUNNING.value, *ImportStatus.RUNNING.words
    DONE = ImportStatus.DONE.value, *ImportStatus.DONE.words
    REFUSED = ImportStatus.REFUSED.value, *ImportStatus.REFUSED.words
    UNDONE = ImportStatus.UNDONE.value, *ImportStatus.UNDONE.words


class ImportQuery(In):
    preview: bool = Field(
        False, description="True to see what would change, line by line; nothing is written."
    )


class FieldChangeOut(Out):
    header: str = Field(description="The header, in the sheet's own words.")
    before: str | None
    after: str | None


class ImportChangeOut(Out):
    line: int = Field(description="Line of the sheet; the first one is 1.")
    effect: Effect
    what: str = Field(description="What the line is about; never a person.")
    fields: list[FieldChangeOut]


class ImportErrorOut(Out):
    line: int
    column: str
    header: str = Field(description="The header, in the sheet's own words; empty for the line.")
    code: str
    other_line: int | None = Field(None, description="The line that this one contradicts.")
    position: int | None = Field(None, description="Number of the column, where it is not ours.")


class ImportOut(Out):
    """An import of a sheet: done at once, or under way, or a preview of one."""

    id: UUID | None = Field(description="Null for a preview.")
    kind: str
    status: ShownImportStatus
    progress_percent: int = Field(description="Ask again every second while it is not 100.")
    lines: int | None
    created: int | None
    changed: int | None
    unchanged: int | None
    removed: int | None
    changes: list[ImportChangeOut] | None = Field(
        description="The first 1,000 changes of a preview; null for what is no preview."
    )
    refusal: str | None = Field(description="Code of the problem by which it was refused.")
    errors: list[ImportErrorOut] | None = Field(
        description="Faults of a sheet that was refused after it had waited."
    )
    submitted_at: datetime | None
    finished_at: datetime | None
    undo_until: datetime | None = Field(
        description="Instant until which it can be undone; null where it cannot."
    )
    undone_at: datetime | None
    actions: list[str] = Field(description="Verbs that are possible now.")


class ImportPage(StaffPage):
    items: list[ImportOut]


def show_import(row: ImportRecord) -> ImportOut:
    refusal = row.errors or {}
    return ImportOut(
        id=row.id,
        kind=row.kind,
        status=ShownImportStatus(row.status),
        progress_percent=row.progress_percent,
        **_counts(row.counts),
        changes=None,
        refusal=refusal.get("code"),
        # A service of the version before wrote the faults as `errors`.
        errors=refusal.get("lines", refusal.get("errors")),
        submitted_at=row.submitted_at,
        finished_at=row.finished_at,
        undo_until=row.undo_until,
        undone_at=row.undone_at,
        actions=row.actions({"undo"}) if row.undo_until else [],
    )


def show_preview(plan: SheetImport, counts: dict[str, int]) -> ImportOut:
    return ImportOut(
        id=None,
        kind=plan.kind,
        status=ShownImportStatus.PREVIEW,
        progress_percent=100,
        **_counts(counts),
        changes=[
            ImportChangeOut(
                line=change.line,
                effect=change.effect,
                what=change.what,
                fields=[FieldChangeOut(**field._asdict()) for field in change.fields],
            )
            for change in sorted(plan.outcome.changes)
        ],
        refusal=None,
        errors=None,
        submitted_at=None,
        finished_at=None,
        undo_until=None,
        undone_at=None,
        actions=[],
    )


def _counts(counts: dict[str, Any]) -> dict[str, int | None]:
    return {name: counts.get(name) for name in ("lines", *(effect.value for effect in Effect))}
