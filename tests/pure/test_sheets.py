"""How sheets are read: encodings, headers, lines; and what goes out of them."""

from datetime import date
from time import process_time

import pytest

from app.kernel.files.cells import (
    Column,
    Report,
    SheetRefused,
    day_of,
    key_of,
    neutral,
    yes_or_no,
)
from app.kernel.files.sheets import read

COLUMNS = (
    Column("name", "姓名", max_length=5),
    Column("place", "地点"),
    Column("note", "备注", is_required=False),
)


def rows(text: str | bytes) -> list[dict[str, str]]:
    body = text if isinstance(text, bytes) else text.encode()
    report = Report()
    lines = read(body, COLUMNS, report)
    report.require_clean()
    return [dict(line.cells) for line in lines]


def refused(text: str | bytes) -> list[tuple[object, object, object]]:
    with pytest.raises(SheetRefused) as refusal:
        rows(text)
    errors = refusal.value.extensions["lines"]
    assert isinstance(errors, list)
    return [(error["line"], error["column"], error["code"]) for error in errors]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_it_is_read_as_spreadsheets_write_it(encoding: str) -> None:
    body = "姓名,地点\r\n王芳,三号楼\r\n".encode(encoding)
    assert rows(body) == [{"name": "王芳", "place": "三号楼"}]


@pytest.mark.parametrize(
    "body",
    [
        "name,place\n王芳,三号楼".encode()[:-1],
        "姓名,地点\n王芳,三号楼\n陈静,四".encode()[:-2],
        "姓名,地点\n王芳,三号楼\n".encode().replace(b"\xe8\x8a\xb3", b"\xe8\x8a"),
        "\ufeff姓名,地点\n王芳,三号".encode()[:-1],
    ],
)
def test_utf8_that_is_cut_off_or_damaged_is_not_read_as_other_words(body: bytes) -> None:
    [(_, _, code)] = refused(body)
    assert code == "damaged_utf8"


def test_what_offices_add_to_every_sheet_is_forgiven() -> None:
    title, header = "云桥社区居民名册（2026年）,,,,", "序号,姓名*,地 点（必填）,,"
    text = "\n".join([title, ",,,,", header, "1,王芳,３号楼,,", "2,陈静,4"])
    assert rows(text) == [{"name": "王芳", "place": "３号楼"}, {"name": "陈静", "place": "4"}]


def test_cells_and_lines_of_characters_that_nobody_sees_are_empty() -> None:
    text = "姓名,地点,\u200b\n\ufeff,\u200b,\n王芳,3,\u2060,\u200d\n"
    assert rows(text) == [{"name": "王芳", "place": "3"}]
    with_title = "\u200b\n姓名,地点\n王芳,3\n"
    assert rows(with_title) == [{"name": "王芳", "place": "3"}]


def test_a_cell_below_no_header_is_not_passed_over() -> None:
    assert refused("姓名,地点,\n王芳,3,x\n") == [(2, "", "cell_without_header")]


def test_an_absent_column_is_not_an_empty_cell() -> None:
    [line] = read("name,place\n王芳,3".encode(), COLUMNS, Report())
    assert (line.has("note"), line["note"]) == (False, "")
    [line] = read("name,place,note\n王芳,3,".encode(), COLUMNS, Report())
    assert (line.has("note"), line["note"]) == (True, "")


def test_faults_have_the_header_in_the_sheets_own_words() -> None:
    with pytest.raises(SheetRefused) as refusal:
        rows("姓名（必填）,place\n,3\n")
    assert refusal.value.extensions["lines"] == [
        {"line": 2, "column": "name", "header": "姓名（必填）", "code": "missing"}
    ]


@pytest.mark.parametrize(
    "cell", ["2028-01-01", "2028/1/1", "2028.1.1", "2028年1月1日", "20280101", "２０２８/１/１"]
)
def test_days_are_read_as_spreadsheets_write_them(cell: str) -> None:
    assert day_of(cell) == date(2028, 1, 1)


@pytest.mark.parametrize("cell", ["2028/13/1", "1/1/2028", "28-1-1", "1890-01-01", "明天"])
def test_what_is_no_day_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        day_of(cell)


def test_keys_are_compared_without_width_blanks_and_what_nobody_sees() -> None:
    assert {key_of(cell) for cell in ("3号楼", "３号楼", " 3 号楼", "3\u200b号楼\u00ad")} == {
        "3号楼"
    }


def test_yes_and_no() -> None:
    said = [yes_or_no(cell) for cell in ("是", " Ｙ", "1", "否", "no", "", " ")]
    assert said == [True, True, True, False, False, None, None]
    with pytest.raises(ValueError, match="neither"):
        yes_or_no("大概")


def test_headers_may_be_english_and_in_any_order() -> None:
    assert rows("Place,note,name\n3,hi,王芳")[0] == {"name": "王芳", "place": "3", "note": "hi"}


def test_a_cell_in_quotes_may_hold_commas_and_empty_lines_are_passed_over() -> None:
    assert rows('name,place\n\n"王,芳",3\n')[0]["name"] == "王,芳"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("name\n王芳", (1, "place", "missing_column")),
        ("name,place,手机\n王芳,3,1", (1, "", "unknown_column")),
        ("name,姓名,place\n王芳,王芳,3", (1, "name", "duplicate_column")),
        ("name,place\n王\0芳,3", (1, "", "nul")),
        (b"name,place\n\xff\xff\xff,3", (1, "", "not_text")),
        ('name,place\n"王芳,3', (2, "", "not_csv")),
        ("name,place\n", (1, "", "no_lines")),
        ("", (1, "name", "missing_column")),
        ("name,place\n王芳", (2, "place", "missing")),
        ("name,place\n王芳,3,4", (2, "", "ragged_line")),
        ("name,place\n,3", (2, "name", "missing")),
        ("name,place\n欧阳王芳芳芳,3", (2, "name", "too_long")),
        ("name,place\n王\u202e芳,3", (2, "name", "control_character")),
        ("name,place\n=1+1,3", (2, "name", "formula")),
        ("name,place\n王芳,+3", (2, "place", "formula")),
        ("name,place\n王芳,\u200b@A1", (2, "place", "formula")),
        ("name,place\n王芳,＝A1", (2, "place", "formula")),
        ("name,place\n王芳,\u3164", (2, "place", "nothing_to_see")),
        ("name,place\n王芳," + "\u0301\u0316" * 50, (2, "place", "marks_piled_up")),
        ("name,place\n王芳," + "\u0301" * 401, (2, "place", "too_long")),
    ],
)
def test_what_is_wrong_has_a_code_of_its_own(
    text: str | bytes, error: tuple[int, str, str]
) -> None:
    assert refused(text) == [error]


def test_a_phone_may_begin_with_a_plus() -> None:
    columns = (Column("phone", "手机", is_phone=True),)
    for cell, is_taken in (("+86 10 0000 0000", True), ("+1+1", False), ("=1", False)):
        report = Report()
        assert len(read(f"phone\n{cell}".encode(), columns, report)) == is_taken


def test_a_sheet_of_marks_costs_nothing() -> None:
    """Put in order, these five megabytes of marks would take hours."""
    began = process_time()
    marks = ("\u0301\u0316" * 1_000 + "\n") * 1_250
    assert {code for _, _, code in refused(f"name,place\n{marks}")} == {"too_long", "missing"}
    assert {code for _, _, code in refused("name,place\n王芳," + "\u0301\u0316" * 60_000)} == {
        "too_long"
    }
    assert process_time() - began < 10


def test_every_line_that_is_refused_is_told_and_nothing_of_what_stands_there() -> None:
    errors = refused('name,place\n"多\n行",3\n王芳,\n,\n李敏,4')
    assert errors == [(2, "name", "control_character"), (4, "place", "missing")]


def test_too_many_lines_are_refused_as_a_whole() -> None:
    assert refused("name,place\n" + "a,b\n" * 50_001) == [(50_002, "", "too_many_lines")]


def test_the_list_of_errors_ends_but_all_are_counted() -> None:
    with pytest.raises(SheetRefused) as refusal:
        rows("name,place\n" + "a\n" * 1_500)
    assert refusal.value.extensions["refused"] == 1_500
    lines = refusal.value.extensions["lines"]
    assert isinstance(lines, list)
    assert len(lines) == 1_000


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM", "\tx", "\rx"])
def test_what_a_spreadsheet_would_compute_is_text_when_it_goes_out(cell: str) -> None:
    assert neutral(cell) == "'" + cell
    assert neutral("王芳 = 1") == "王芳 = 1"
