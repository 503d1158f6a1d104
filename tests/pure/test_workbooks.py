"""How XLSX files are read: merged cells, numbers, days; what is refused before it is unpacked."""

from datetime import date, datetime
from io import BytesIO
from time import process_time
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from app.kernel.files.cells import Column, Report, SheetRefused
from app.kernel.files.sheets import read
from tests.workbooks import workbook

COLUMNS = (
    Column("place", "楼栋"),
    Column("name", "姓名"),
    Column("note", "备注", is_required=False),
)


def rows(body: bytes) -> list[list[str]]:
    report = Report()
    lines = read(body, COLUMNS, report)
    report.require_clean()
    return [list(line.cells.values()) for line in lines]


def refusal(body: bytes) -> str:
    with pytest.raises(SheetRefused) as refused:
        rows(body)
    errors: Any = refused.value.extensions["lines"]
    [error] = errors
    return str(error["code"])


def test_merged_cells_all_have_what_stands_in_the_first() -> None:
    body = workbook(
        [
            ["居民名册", None, None],
            ["楼栋", "姓名", "备注"],
            ["1号楼", "王芳", "甲"],
            [None, "陈静", None],
            ["2号楼", "李敏", None],
        ],
        merged=["A1:C1", "A3:A4", "C3:C4"],
    )
    assert rows(body) == [["1号楼", "王芳", "甲"], ["1号楼", "陈静", "甲"], ["2号楼", "李敏", ""]]


def test_numbers_days_and_truths_are_read_as_they_are_seen() -> None:
    body = workbook(
        [
            ["楼栋", "姓名", "备注"],
            [101, 13800000000.0, date(2028, 1, 1)],
            [1.5, True, datetime(2028, 1, 1)],
        ]
    )
    assert rows(body) == [["101", "13800000000", "2028-01-01"], ["1.5", "是", "2028-01-01"]]


def test_empty_columns_rows_and_sheets_do_no_harm() -> None:
    book = Workbook()
    sheet: Any = book.active
    for row in (["楼栋", "姓名"], ["1号楼", "王芳"]):
        sheet.append(row)
    sheet["H40"] = " "
    book.create_sheet("Sheet2")
    stream = BytesIO()
    book.save(stream)
    assert rows(stream.getvalue()) == [["1号楼", "王芳"]]


def test_a_row_that_somebody_has_made_bold_to_its_end_does_no_harm() -> None:
    book = Workbook()
    sheet: Any = book.active
    for row in (["楼栋", "姓名"], ["1号楼", "王芳"]):
        sheet.append(row)
    for column in range(1, 16_385):
        sheet.cell(1, column).font = Font(bold=True)
    stream = BytesIO()
    book.save(stream)
    assert rows(stream.getvalue()) == [["1号楼", "王芳"]]


def test_a_formula_without_a_result_is_no_empty_cell() -> None:
    """An empty cell would clear what is stored."""
    for formula in ("=A2", '=IF(A2="","",1)'):
        sheet = [["楼栋", "姓名", "备注"], ["1号楼", "王芳", formula]]
        assert refusal(workbook(sheet)) == "formula"


def test_of_two_sheets_with_content_none_is_passed_over() -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["楼栋", "姓名"])
    book.create_sheet("二期").append(["楼栋", "姓名"])
    stream = BytesIO()
    book.save(stream)
    assert refusal(stream.getvalue()) == "several_sheets"


def test_a_far_cell_costs_nothing() -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["楼栋", "姓名"])
    sheet["XFD1048576"] = "x"
    stream = BytesIO()
    book.save(stream)
    assert refusal(stream.getvalue()) == "too_many_columns"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (65 * 1024 * 1024))
    assert len(stream.getvalue()) < 100_000
    assert refusal(stream.getvalue()) == "too_large_unpacked"


@pytest.mark.parametrize("tag", ["<mergeCell ", "<c ", '<c r="A1"', '<c r="A1"><f>'])
def test_a_part_of_beginnings_without_an_end_costs_nothing(tag: str) -> None:
    sound = BytesIO(workbook([["楼栋", "姓名"], ["1号楼", "王芳"]]))
    stream = BytesIO()
    with ZipFile(sound) as given, ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for part in given.namelist():
            content = given.read(part)
            if part.endswith("sheet1.xml"):
                content = content.replace(b"</worksheet>", tag.encode() * 60_000)
            archive.writestr(part, content)
    began = process_time()
    assert refusal(stream.getvalue()) == "not_xlsx"
    assert process_time() - began < 10


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"PK\x03\x04 nothing", "not_xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old_workbook"),
    ],
)
def test_what_is_no_workbook_is_told(body: bytes, code: str) -> None:
    assert refusal(body) == code


def test_a_fault_of_a_formula_is_no_text() -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["楼栋", "姓名"])
    sheet.append(["1号楼", "#N/A"])
    sheet["B2"].data_type = "e"
    stream = BytesIO()
    book.save(stream)
    assert refusal(stream.getvalue()) == "formula"
