"""Schemas of a person's rights."""

from datetime import datetime
from uuid import UUID

from app.identity.models import ErasureStatus
from app.kernel.web.schemas import In, Out
from app.kernel.words import Worded


class ExportForm(Worded):
    """Form in which an export is downloaded."""

    JSON = "json", "JSON 数据文件", "JSON file"
    HTML = "html", "网页", "web page"


class DownloadLinks(Out):
    """Links that need no login and work until `valid_until`, five minutes at most."""

    json_path: str
    html_path: str
    valid_until: datetime


class DataExportOut(Out):
    id: UUID
    requested_at: datetime
    ready_at: datetime | None
    expires_at: datetime
    """Instant at which the export is deleted."""
    download: DownloadLinks | None
    """New links with each answer; None until the export is ready."""


class DataExportPage(Out):
    items: list[DataExportOut]
    next_cursor: str | None


class DownloadQuery(In):
    form: ExportForm = ExportForm.HTML


class ErasureOut(Out):
    status: ErasureStatus
    requested_at: datetime
    erase_by: datetime
    """Instant by which nothing is left of the person. Any login before the last day takes the
    request back."""
