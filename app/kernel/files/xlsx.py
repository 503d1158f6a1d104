"""XLSX: the first sheet of a workbook becomes records. A workbook is an archive of XML: its size
is judged before anything of it is unpacked."""

from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from re import compile as pattern
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from app.kernel.files.cells import SheetRefused, refuse

ARCHIVE = b"PK\x03\x04"
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAX_UNPACKED_BYTES = 64 * 1024 * 1024
"""Size of all parts together, as the archive declares them; none is read beyond its own."""
MAX_PARTS = 500
MAX_COLUMNS = 100
MAX_ROWS_LOOKED_AT = 20
"""Rows of the other sheets in which something is looked for."""
MERGED = pattern(
    rb"<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*[\"']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"
)
EXACT_DIGITS = 10**15
"""Spreadsheets keep fifteen digits of a number; a longer one has lost its end."""


def records_of_xlsx(body: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yields each row of the first visible sheet with its number. Merged cells all have what stands
    in the first of them; of a formula its last result counts."""
    try:
        with ZipFile(BytesIO(body)) as archive:
            _require_modest(archive)
            yield from _records(body, archive)
    except SheetRefused:
        raise
    except Exception:
        # The library raises whatever a faulty part leads to.
        raise refuse("not_xlsx") from None


def _require_modest(archive: ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise refuse("too_large_unpacked")
    if any(part.flag_bits & 1 for part in parts):
        raise refuse("encrypted")


def _records(body: bytes, archive: ZipFile) -> Iterator[tuple[int, list[str]]]:
    book: Any = load_workbook(BytesIO(body), read_only=True, data_only=True, keep_links=False)
    first, *others = [one for one in book.worksheets if one.sheet_state == "visible"]
    if any(map(_has_something, others)):
        raise refuse("several_sheets")
    merged = _Merged(archive.read(first._worksheet_path))
    for number, row in enumerate(_rows(first), 1):
        if len(row) > MAX_COLUMNS:
            raise refuse("too_many_columns", line=number)
        yield number, merged.fill(number, [_text(cell) for cell in row])


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()  # What the file says of them may be wrong.
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows()
    return rows


def _has_something(sheet: Any) -> bool:
    return any(
        cell.value is not None for row in islice(_rows(sheet), MAX_ROWS_LOOKED_AT) for cell in row
    )


class _Merged:
    """The merged cells of a sheet, row after row."""

    def __init__(self, part: bytes) -> None:
        self.beginning: dict[int, list[tuple[int, int, int]]] = {}
        self.filled: dict[int, tuple[int, str]] = {}
        """The last row of the merged cells of each column, and what stands in them."""
        for name in MERGED.findall(part):
            left, top, right, bottom = range_boundaries(name.decode())
            self.beginning.setdefault(top, []).append((left, min(right, MAX_COLUMNS), bottom))

    def fill(self, number: int, row: list[str]) -> list[str]:
        for left, right, bottom in self.beginning.get(number, ()):
            value = row[left - 1] if left <= len(row) else ""
            self.filled.update(dict.fromkeys(range(left, right + 1), (bottom, value)))
        for column in [column for column, (last, _) in self.filled.items() if last < number]:
            del self.filled[column]
        for column, (_, value) in self.filled.items():
            row.extend([""] * (column - len(row)))
            row[column - 1] = row[column - 1] or value
        return row


def _text(cell: Any) -> str:
    """Returns what a reader sees in the cell, days as 2028-01-01; a fault of a formula is written
    as one, and so is refused."""
    if cell.value is None:
        return ""
    return f"={cell.value}" if cell.data_type == "e" else _written(cell.value)


def _written(value: Any) -> str:
    match value:
        case bool():
            return "是" if value else "否"
        case float() if value.is_integer() and abs(value) < EXACT_DIGITS:
            return str(int(value))
        case datetime() if value.time() == time():
            return f"{value:%Y-%m-%d}"
        case datetime() | date() | time():
            return value.isoformat()
    return str(value)
