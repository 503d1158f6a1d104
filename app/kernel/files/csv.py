"""Sheets (CSV) that administrators send: read strictly, with a report of every line refused."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from re import compile as pattern
from typing import NamedTuple
from unicodedata import normalize

from app.kernel.errors import DomainError, Text
from app.kernel.web.schemas import PLAIN

MOST_LINES = 50_000
MOST_ERRORS = 1_000
"""That are listed; all are counted."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
CONTENT_TYPE = "text/csv"
plain = pattern(PLAIN)


class CsvRefused(DomainError):
    """Nothing of it is written. Tells `errors`: line (the header is 1), column and code of each,
    never what stands there; and `refused`, how many there are."""

    status = 422
    code = "sheet_refused"
    title = Text("表格有误，未导入任何内容", "The sheet is faulty; nothing of it was imported")


class Column(NamedTuple):
    """`name` is ours and also the English header; `header` the Chinese one."""

    name: str
    header: str
    most: int = 100
    """Characters."""
    is_required: bool = True
    """The column must be there and its cells filled; else both may be missing."""


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    cells: Mapping[str, str]
    """By name of the column; an empty one is ''."""

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


@dataclass(slots=True)
class Report:
    """What is wrong with a sheet."""

    errors: list[dict[str, int | str]] = field(default_factory=list)
    refused: int = 0

    def refuse(self, line: int, column: str, code: str) -> None:
        """`column` is the name of one of ours, or '' for the whole line."""
        self.refused += 1
        if len(self.errors) < MOST_ERRORS:
            self.errors.append({"line": line, "column": column, "code": code})

    def require_clean(self) -> None:
        if self.refused:
            raise CsvRefused(errors=self.errors, refused=self.refused)


def refuse(code: str, column: str = "", line: int = 1) -> CsvRefused:
    return CsvRefused(errors=[{"line": line, "column": column, "code": code}], refused=1)


def read(body: bytes, columns: Sequence[Column], report: Report) -> list[Line]:
    """The lines whose cells are sound; the others are in the report. CsvRefused where the
    sheet cannot be read at all: encoding, header, too many lines."""
    records = _records(_decoded(body))
    _, header = next(records, (1, []))
    names = _names(header, columns)
    lines = [
        line
        for number, record in records
        if any(record) and (line := _line(number, record, names, columns, report)) is not None
    ]
    if not lines and not report.refused:
        raise refuse("no_lines")
    return lines


def _decoded(body: bytes) -> str:
    """UTF-8 with or without its mark, else GB18030, as spreadsheets in China write it."""
    if b"\0" in body:
        raise refuse("nul")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return normalize("NFC", body.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise refuse("not_text")


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """With the number of the line on which each begins."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    for count in range(MOST_LINES + 2):
        began = reader.line_num + 1
        try:
            record = next(reader, None)
        except csv.Error:
            raise refuse("not_csv", line=began) from None
        if record is None:
            return
        if count > MOST_LINES:
            raise refuse("too_many_lines", line=began)
        yield began, [cell.strip() for cell in record]


def _names(header: Sequence[str], columns: Sequence[Column]) -> list[str]:
    """Names of the file's columns; headers are ours, in Chinese or English, in any order."""
    ours = {c.header: c.name for c in columns} | {c.name: c.name for c in columns}
    names = [ours.get(cell.casefold(), "") for cell in header]
    if "" in names:
        raise refuse("unknown_column")
    for column in columns:
        if names.count(column.name) > 1:
            raise refuse("duplicate_column", column.name)
        if column.is_required and column.name not in names:
            raise refuse("missing_column", column.name)
    return names


def _line(
    number: int,
    record: Sequence[str],
    names: Sequence[str],
    columns: Sequence[Column],
    report: Report,
) -> Line | None:
    if len(record) != len(names):
        report.refuse(number, "", "ragged_line")
        return None
    cells = dict.fromkeys((column.name for column in columns), "")
    cells.update(zip(names, record, strict=True))
    faults = [(c.name, code) for c in columns if (code := _fault(cells[c.name], c)) is not None]
    for name, code in faults:
        report.refuse(number, name, code)
    return None if faults else Line(number, cells)


def _fault(cell: str, column: Column) -> str | None:
    if not cell:
        return "missing" if column.is_required else None
    if len(cell) > column.most:
        return "too_long"
    return None if plain.match(cell) else "control_character"


def neutral(cell: str) -> str:
    """For what goes out: a spreadsheet must not take it for a formula (security.md S38)."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
