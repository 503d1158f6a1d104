"""Records of imports: who has imported what and when, how far a large one has come, and what is
needed to undo it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped, text_enum
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.privacy.at_rest import BytesAtRest, JsonAtRest
from app.kernel.words import Worded

UNDO_PERIOD = timedelta(days=30)
"""The time for which an import can be undone, and what it has replaced is stored."""


class ImportStatus(Worded):
    QUEUED = "queued", "排队中", "queued"
    RUNNING = "running", "进行中", "running"
    DONE = "done", "已完成", "done"
    REFUSED = "refused", "未能导入", "refused"
    UNDONE = "undone", "已撤销", "undone"


S = ImportStatus


class ImportRecord(Stateful, CommunityScoped, Base):
    """One import of a sheet. A small one is done when it is answered; a large one waits in the
    queue, and a worker does it. Tables that are shared lie with the platform."""

    __tablename__ = "imports"
    PRIVACY = "internal"
    WRONG_STATE_CODE = "imports.wrong_state"
    IN_WORDS = StateWords("导入", "import")
    MOVES = {
        "queue": (NEW, S.QUEUED),
        "start": ({S.QUEUED, S.RUNNING}, S.RUNNING),
        "finish": (NEW | {S.QUEUED, S.RUNNING}, S.DONE),
        "refuse": ({S.QUEUED, S.RUNNING}, S.REFUSED),
        "undo": ({S.DONE}, S.UNDONE),
    }

    kind: Mapped[str]
    status: Mapped[ImportStatus] = mapped_column(text_enum(ImportStatus))
    imported_by: Mapped[UUID]
    options: Mapped[dict[str, Any]]
    """JSON of what the request said beside the sheet."""
    progress_percent: Mapped[int]
    counts: Mapped[dict[str, Any]]
    """Numbers of lines, and of rows by what has become of them."""
    errors: Mapped[dict[str, Any] | None]
    """The refusal of an import that has waited, as its answer would have had it."""
    submitted_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[UUID | None]
    upload_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    upload = BytesAtRest("upload_sealed")
    """The sheet, while it waits."""
    journal_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    journal = JsonAtRest("journal_sealed")
    """JSON of what an undo needs: ids of new rows, former values of others."""

    __table_args__ = (
        Index("ix_imports_list", "community_id", "kind", "id"),
        Index(
            "ix_imports_open",
            "submitted_at",
            postgresql_where=text("status IN ('queued', 'running')"),
        ),
    )

    @property
    def undo_until(self) -> datetime | None:
        """The instant until which it can be undone."""
        is_done = self.status is S.DONE and self.journal_sealed is not None
        return self.finished_at + UNDO_PERIOD if is_done and self.finished_at else None

    def start(self, percent: int) -> None:
        self.move("start")
        self.progress_percent = percent

    def finish(self, now: datetime, counts: dict[str, int], journal: dict[str, Any]) -> None:
        self.move("finish")
        self.finished_at, self.progress_percent = now, 100
        self.counts, self.journal, self.upload = counts, journal, None

    def refuse(self, now: datetime, errors: dict[str, Any]) -> None:
        self.move("refuse")
        self.finished_at, self.errors, self.upload = now, errors, None

    def undo(self, now: datetime, by: UUID) -> None:
        self.move("undo")
        self.undone_at, self.undone_by, self.journal = now, by, None
