"""CSV uploads of administrators: read strictly, with a report of every line that is refused."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from re import compile as pattern
from typing import NamedTuple

from app.kernel.errors import DomainError, Text
from app.kernel.text import composed, shows_something, without_format
from app.kernel.web.schemas import LONGEST_WRITTEN, PLAIN

MAX_LINES = 50_000
MAX_LISTED_ERRORS = 1_000
"""All errors are counted; the first ones are listed."""
MAX_HEADER = 40
"""Characters of a header; none of ours is as long."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
plain = pattern(PLAIN)
PHONE = pattern(r"\+[0-9 ().-]+")


class CsvRefused(DomainError):
    """Refuses the whole upload. `errors` has line (the header is 1), column and code of each fault,
    never what stands there; `refused` says how many faults there are."""

    status = 422
    code = "sheet_refused"
    title = Text("表格有误，未导入任何内容", "The sheet is faulty; nothing of it was imported")


class Column(NamedTuple):
    """A column that an import takes. `name` is ours and also the English header; `header` is the
    Chinese one."""

    name: str
    header: str
    max_length: int = 100
    is_required: bool = True
    """The column must be there and its cells filled; else both may be missing."""
    is_phone: bool = False
    """Its cells may begin with a plus and digits, as no cell of others may."""


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    cells: Mapping[str, str]
    """Texts by the names of their columns; an empty cell is ''."""

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


@dataclass(slots=True)
class Report:
    """The faults of an upload."""

    errors: list[dict[str, int | str]] = field(default_factory=list)
    refused: int = 0

    def refuse(self, line: int, column: str, code: str) -> None:
        """`column` is the name of one of ours, or '' for the whole line."""
        self.refused += 1
        if len(self.errors) < MAX_LISTED_ERRORS:
            self.errors.append({"line": line, "column": column, "code": code})

    def require_clean(self) -> None:
        if self.refused:
            raise CsvRefused(errors=self.errors, refused=self.refused)


def refuse(code: str, column: str = "", line: int = 1) -> CsvRefused:
    return CsvRefused(errors=[{"line": line, "column": column, "code": code}], refused=1)


def read(body: bytes, columns: Sequence[Column], report: Report) -> list[Line]:
    """Returns the lines whose cells are sound; the others are in the report. Raises CsvRefused
    where nothing can be read: encoding, header, too many lines."""
    records = _records(_decoded(body))
    _, header = next(records, (1, []))
    names = _names(header, columns)
    lines = [
        line
        for number, record in records
        if any(map(str.strip, record))
        and (line := _line(number, record, names, columns, report)) is not None
    ]
    if not lines and not report.refused:
        raise refuse("no_lines")
    return lines


def _decoded(body: bytes) -> str:
    """Decodes UTF-8 with or without its mark, else GB18030, as spreadsheets in China write it."""
    if b"\0" in body:
        raise refuse("nul")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise refuse("not_text")


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yields each record with the number of the line on which it begins."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    # The header, the lines, and one more: where that one is read there are too many.
    for count in range(MAX_LINES + 2):
        began = reader.line_num + 1
        try:
            record = next(reader, None)
        except csv.Error:
            raise refuse("not_csv", line=began) from None
        if record is None:
            return
        if count > MAX_LINES:
            raise refuse("too_many_lines", line=began)
        yield began, record


def _names(header: Sequence[str], columns: Sequence[Column]) -> list[str]:
    """Names of the file's columns; headers are ours, in Chinese or English, in any order."""
    ours = {c.header: c.name for c in columns} | {c.name: c.name for c in columns}
    names = [ours.get(_one_form(cell, MAX_HEADER)[0].casefold(), "") for cell in header]
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
    written = dict(zip(names, record, strict=True))
    cells: dict[str, str] = {}
    is_faulty = False
    for column in columns:
        cells[column.name], code = _cell(written.get(column.name, ""), column)
        if code is not None:
            report.refuse(number, column.name, code)
            is_faulty = True
    return None if is_faulty else Line(number, cells)


def _cell(written: str, column: Column) -> tuple[str, str | None]:
    """Returns the cell in one form, and the code of its fault if it has one."""
    cell, code = _one_form(written, column.max_length)
    if code is not None:
        return "", code
    if not cell:
        return "", "missing" if column.is_required else None
    if not plain.match(cell):
        return "", "control_character"
    is_formula = written.startswith(FORMULA_STARTS) or cell.startswith(FORMULA_STARTS)
    if is_formula and not (column.is_phone and PHONE.fullmatch(cell)):
        return "", "formula"
    return (cell, None) if shows_something(cell) else ("", "nothing_to_see")


def _one_form(written: str, most: int) -> tuple[str, str | None]:
    """Looks at the length first: a sheet of marks would be put in order for hours."""
    if len(written) > most * LONGEST_WRITTEN:
        return "", "too_long"
    try:
        cell = without_format(composed(written)).strip()
    except ValueError:
        return "", "marks_piled_up"
    return (cell, None) if len(cell) <= most else ("", "too_long")


def neutral(cell: str) -> str:
    """Returns a cell for a file that goes out, where no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
