"""XLSX files for tests."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook


def workbook(rows: Iterable[Sequence[Any]], *, merged: Sequence[str] = ()) -> bytes:
    """Makes an XLSX file of one sheet."""
    book = Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
