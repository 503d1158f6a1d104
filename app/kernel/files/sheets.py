"""Sheets of administrators, CSV or XLSX: read strictly, with a report of every line that is
refused; forgiven is what offices add to every sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from re import compile as pattern

from app.kernel.files.cells import (
    Column,
    Line,
    Report,
    is_blank,
    key_of,
    one_form,
    read_cell,
    refuse,
)
from app.kernel.files.csv import records_of_csv
from app.kernel.files.xlsx import ARCHIVE, OLD_WORKBOOK, records_of_xlsx

MAX_LINES = 50_000
MAX_HEADER = 40
"""Characters of a header; none of ours is as long."""
ROWS_ABOVE = 5
"""Rows that may stand above the header: a title, the office, the date."""
COUNTERS = frozenset({"序号", "no.", "no", "#"})
"""Headers of columns that number the lines; they are passed over."""
ASIDE = pattern(r"[*:：]|[(\[【].*?[)\]】]")
"""Signs and remarks beside the word of a header: an asterisk, a colon, （必填）."""

Record = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class _Header:
    """The columns of a sheet: at each position the column of ours, None for one that is passed
    over, or '' for one without a header."""

    line: int
    columns: list[Column | str | None]

    @property
    def taken(self) -> list[tuple[int, Column]]:
        return [(n, column) for n, column in enumerate(self.columns) if isinstance(column, Column)]


def read(body: bytes, columns: Sequence[Column], report: Report) -> list[Line]:
    """Returns the lines whose cells are sound; the others are in the report. Raises SheetRefused
    where nothing can be read: encoding, header, too many lines."""
    records = ((number, row) for number, row in _records(body) if not all(map(is_blank, row)))
    header, rest = _find_header(records, columns, report)
    lines: list[Line] = []
    for count, (number, record) in enumerate(rest):
        if count >= MAX_LINES:
            raise refuse("too_many_lines", line=number)
        if (line := _line(number, record, header, report)) is not None:
            lines.append(line)
    if not lines and not report.refused:
        raise refuse("no_lines")
    return lines


def _records(body: bytes) -> Iterator[Record]:
    if body.startswith(ARCHIVE):
        return records_of_xlsx(body)
    if body.startswith(OLD_WORKBOOK):
        raise refuse("old_workbook")
    return records_of_csv(body)


def _find_header(
    records: Iterator[Record], columns: Sequence[Column], report: Report
) -> tuple[_Header, Iterator[Record]]:
    """Returns the first row that has all required columns, and the rows below it; else says what
    is wrong with the row that is most like a header."""
    ours = _words(columns)
    first: list[Record] = []
    for number, record in records:
        first.append((number, record))
        found = [ours.get(_word(cell)) for cell in record]
        if all(column in found for column in columns if column.is_required):
            return _header(number, record, ours, report), records
        if len(first) > ROWS_ABOVE:
            break
    number, record = max(
        first or [(1, [])], key=lambda one: sum(_word(cell) in ours for cell in one[1])
    )
    header = _header(number, record, ours, report)
    present = [column for _, column in header.taken]
    missing = next(column for column in columns if column.is_required and column not in present)
    raise refuse("missing_column", missing.name, number, missing.header)


def _words(columns: Sequence[Column]) -> dict[str, Column]:
    return {
        _word(word): column
        for column in columns
        for word in chain((column.name, column.header), column.aliases)
    }


def _word(cell: str) -> str:
    """Returns the word of a header, without what stands beside it."""
    header, fault = one_form(cell, MAX_HEADER)
    return "" if fault else ASIDE.sub("", key_of(header)).casefold()


def _header(number: int, record: Sequence[str], ours: dict[str, Column], report: Report) -> _Header:
    """Headers are ours, in Chinese or English, in any order."""
    columns: list[Column | str | None] = []
    for position, cell in enumerate(record, 1):
        word = _word(cell)
        column = ours.get(word)
        if column is None and not is_blank(cell) and word not in COUNTERS:
            raise refuse("unknown_column", line=number, position=position)
        if column is not None and column in columns:
            raise refuse("duplicate_column", column.name, number, cell.strip())
        if column is not None:
            report.headers[column.name] = cell.strip()
        columns.append(column or ("" if is_blank(cell) else None))
    return _Header(number, columns)


def _line(number: int, record: Sequence[str], header: _Header, report: Report) -> Line | None:
    """Reads one line. A short one has empty cells at its end."""
    if not all(map(is_blank, record[len(header.columns) :])):
        report.refuse(number, "", "ragged_line")
        return None
    unnamed = (cell for cell, column in zip(record, header.columns, strict=False) if column == "")
    if not all(map(is_blank, unnamed)):
        report.refuse(number, "", "cell_without_header")
        return None
    cells: dict[str, str] = {}
    is_faulty = False
    for position, column in header.taken:
        written = record[position] if position < len(record) else ""
        cells[column.name], code = read_cell(written, column)
        if code is not None:
            report.refuse(number, column.name, code)
            is_faulty = True
    return None if is_faulty else Line(number, cells)
