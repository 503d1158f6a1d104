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

from app.kernel.files.cells import SheetRefused, is_blank, refuse

ARCHIVE = b"PK\x03\x04"
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAX_UNPACKED_BYTES = 64 * 1024 * 1024
"""Size of all parts together, as the archive declares them; none is read beyond its own."""
MAX_PARTS = 500
MAX_COLUMNS = 100
MAX_ROWS_LOOKED_AT = 20
"""Rows of the other sheets in which something is looked for."""
# Each part of these patterns is bounded: what begins a thousand times and never ends would else be
# looked through to its end each time.
MERGED = pattern(
    rb"<(?:\w{1,20}:)?mergeCell\s[^>]{0,300}?ref\s{0,9}=\s{0,9}"
    rb"[\"']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"
)
NO_RESULT = pattern(
    rb"<(?:\w{1,20}:)?c\s(?![^>]{0,300}\bt=[\"']str[\"'])"
    rb"[^>]{0,300}?\br=[\"'][A-Z]{1,3}(\d{1,7})[\"'][^>]{0,300}>\s{0,99}"
    rb"<(?:\w{1,20}:)?f(?:\s[^>]{0,300})?(?:/>|>[^<]{0,9000}</(?:\w{1,20}:)?f>)\s{0,99}"
    rb"(?:<(?:\w{1,20}:)?v\s{0,9}/>|<(?:\w{1,20}:)?v>\s{0,99}</(?:\w{1,20}:)?v>)?\s{0,99}"
    rb"</(?:\w{1,20}:)?c>"
)
"""A formula whose result has never been worked out: a reader would see something there, while the
file has nothing. An empty text as the result is one (t="str")."""
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
    part = archive.read(first._worksheet_path)
    if (formula := NO_RESULT.search(part)) is not None:
        raise refuse("formula", line=int(formula[1]))
    merged = _Merged(part)
    for number, cells in enumerate(_rows(first), 1):
        row = _without_empty_end([_text(cell) for cell in cells])
        if len(row) > MAX_COLUMNS:
            raise refuse("too_many_columns", line=number)
        yield number, merged.fill(number, row)


def _without_empty_end(row: list[str]) -> list[str]:
    """Takes away the empty cells at the end of a row: a sheet has thousands of them where somebody
    has coloured a whole row."""
    while row and is_blank(row[-1]):
        row.pop()
    return row


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
