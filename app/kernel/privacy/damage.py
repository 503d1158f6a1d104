"""Sealed values that do not open: logged and counted by table and column, without content."""

import logging
from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from app.kernel.crypto.boxes import Column, Unopenable
from app.kernel.errors import Conflict, Text

log = logging.getLogger(__name__)
_reads: Counter[str] = Counter()


class SealedDamaged(Unopenable, Conflict):
    """A value that was asked for by itself does not open. Its key may be missing, too."""

    code = "sealed_damaged"
    title = Text("此项加密内容无法打开", "This sealed entry cannot be opened")
    detail = Text(
        "数据可能已损坏，请联系平台运维人员处理。",
        "It may be damaged. Please tell the operators.",
    )


def report(column: Column, tenant_id: UUID | None, row_id: UUID) -> None:
    """Log and count that a value does not open."""
    where = {"table": column.table, "column": column.name, "row": row_id, "tenant": tenant_id}
    log.error("a sealed value does not open", extra=where)
    _reads[f"{column.table}.{column.name}"] += 1


def reads_by_column() -> Mapping[str, int]:
    """How often this process has read values that do not open, by table and column."""
    return _reads
