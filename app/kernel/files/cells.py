"""Cells of sheets: the columns that an import takes, and the one form in which a cell is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from re import compile as pattern
from typing import NamedTuple
from unicodedata import category, normalize

from app.kernel.errors import DomainError, Text
from app.kernel.members import Member, number
from app.kernel.text import UNDRAWN, composed, shows_something, without_format
from app.kernel.web.schemas import LONGEST_WRITTEN, PLAIN, day_in_this_century

MAX_LISTED_ERRORS = 1_000
"""All errors are counted; the first ones are listed."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
plain = pattern(PLAIN)
PHONE = pattern(r"\+[0-9 ().-]+")
DAY = pattern(r"(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))")
YES = frozenset({"是", "yes", "y", "true", "1", "√", "✓"})
NO = frozenset({"否", "no", "n", "false", "0", "×", "✗"})


LINES = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["line", "column", "header", "code"],
        "properties": {
            "line": {"type": "integer"},
            "column": {"type": "string"},
            "header": {"type": "string"},
            "code": {"type": "string"},
        },
        "additionalProperties": {"type": "integer"},
    },
}
"""Faults of a sheet: each by line and column, some with numbers of other lines or columns."""


class SheetRefused(DomainError):
    """Refuses the whole upload. `lines` has line (1 is the first of the file), column, header (as
    the sheet itself has it) and code of each fault, never what stands there; `refused` says how
    many faults there are."""

    status = 422
    code = "sheet_refused"
    title = Text("表格有误，未导入任何内容", "The sheet is faulty; nothing of it was imported")
    detail = Text(
        "请按列出的行号和表头改正后，重新上传整张表格。",
        "Correct the lines that `lines` names, and send the whole sheet again.",
    )
    members = {
        "lines": Member(
            LINES,
            "Faults of the sheet, the first of each up to a limit.",
            [{"line": 2, "column": "name", "header": "姓名", "code": "too_long"}],
        ),
        "refused": number("Number of faults.", 1),
    }


class Column(NamedTuple):
    """A column that an import takes. `name` is ours and also the English header; `header` is the
    Chinese one, `aliases` what else offices write above it."""

    name: str
    header: str
    max_length: int = 100
    is_required: bool = True
    """The column must be there and its cells filled; else both may be missing."""
    is_phone: bool = False
    """Its cells may begin with a plus and digits, as no cell of others may."""
    may_be_empty: bool = False
    """The column must be there, but its cells need not be filled."""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    cells: Mapping[str, str]
    """Texts by the names of the columns that the sheet has; an empty cell is ''."""

    def __getitem__(self, column: str) -> str:
        """Returns '' for an empty cell, and for a column that the sheet does not have."""
        return self.cells.get(column, "")

    def has(self, column: str) -> bool:
        """Returns whether the sheet has the column: without it a value stays as it is, while an
        empty cell clears it."""
        return column in self.cells


@dataclass(slots=True)
class Report:
    """The faults of an upload."""

    errors: list[dict[str, int | str]] = field(default_factory=list)
    refused: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    """The sheet's own words for the columns that it has, by our names."""

    def refuse(self, line: int, column: str, code: str, **more: int) -> None:
        """`column` is the name of one of ours, or '' for the whole line; `more` are numbers of
        other lines."""
        self.refused += 1
        if len(self.errors) < MAX_LISTED_ERRORS:
            header = self.headers.get(column, "")
            error: dict[str, int | str] = {"line": line, "column": column, "header": header}
            self.errors.append({**error, "code": code, **more})

    def require_clean(self) -> None:
        if self.refused:
            errors = sorted(self.errors, key=lambda error: error["line"])
            raise SheetRefused(lines=errors, refused=self.refused)


def refuse(
    code: str, column: str = "", line: int = 1, header: str = "", **more: int
) -> SheetRefused:
    error = {"line": line, "column": column, "header": header, "code": code, **more}
    return SheetRefused(lines=[error], refused=1)


def read_cell(written: str, column: Column) -> tuple[str, str | None]:
    """Returns the cell in one form, and the code of its fault if it has one."""
    cell, code = one_form(written, column.max_length)
    if code is not None:
        return "", code
    if not cell:
        is_missing = column.is_required and not column.may_be_empty
        return "", "missing" if is_missing else None
    if not plain.match(cell):
        return "", "control_character"
    is_formula = written.startswith(FORMULA_STARTS) or cell.startswith(FORMULA_STARTS)
    if is_formula and not (column.is_phone and PHONE.fullmatch(cell)):
        return "", "formula"
    return (cell, None) if shows_something(cell) else ("", "nothing_to_see")


def one_form(written: str, most: int) -> tuple[str, str | None]:
    """Looks at the length first: a sheet of marks would be put in order for hours."""
    if len(written) > most * LONGEST_WRITTEN:
        return "", "too_long"
    try:
        cell = without_format(composed(written)).strip()
    except ValueError:
        return "", "marks_piled_up"
    return (cell, None) if len(cell) <= most else ("", "too_long")


@lru_cache(maxsize=65_536)
def key_of(cell: str) -> str:
    """Returns the form in which keys are compared: NFKC, without format characters and without
    blanks, so that ３号楼 and "3 号楼" are 3号楼."""
    if cell.isascii() and cell.isalnum():
        return cell
    folded = normalize("NFKC", cell)
    return "".join(c for c in folded if not _is_unseen(c))


def is_blank(cell: str) -> bool:
    """Returns whether nobody sees anything in the cell. It ends at the first character that is
    seen, so that a long cell costs nothing."""
    return all(_is_unseen(character) for character in cell)


def _is_unseen(character: str) -> bool:
    return character.isspace() or character in UNDRAWN or category(character) == "Cf"


def day_of(cell: str) -> date | None:
    """Returns the day that the cell names, as spreadsheets write days: 2028-1-1, 2028/01/01,
    2028.1.1, 2028年1月1日 or 20280101. Raises ValueError for text that is no day of this century;
    None stands for an empty cell."""
    if not cell:
        return None
    written = DAY.fullmatch(key_of(cell).removesuffix("00:00:00"))
    if written is None:
        raise ValueError("not a day")
    year, *rest = (int(group) for group in written.groups() if group is not None)
    month, day = rest
    return day_in_this_century(date(year, month, day))


def yes_or_no(cell: str) -> bool | None:
    """Returns what the cell says, or None where it is empty. Raises ValueError for other text."""
    said = key_of(cell).casefold()
    if not said:
        return None
    if said not in YES | NO:
        raise ValueError("neither yes nor no")
    return said in YES


def neutral(cell: str) -> str:
    """Returns a cell for a file that goes out, where no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
