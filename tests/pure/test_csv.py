"""How sheets are read: encodings, headers, lines; and what goes out of them."""

from time import process_time

import pytest

from app.kernel.files.csv import Column, CsvRefused, Report, neutral, read

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
    with pytest.raises(CsvRefused) as refusal:
        rows(text)
    errors = refusal.value.extensions["errors"]
    assert isinstance(errors, list)
    return [(error["line"], error["column"], error["code"]) for error in errors]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_it_is_read_as_spreadsheets_write_it(encoding: str) -> None:
    body = "姓名,地点\r\n王芳,三号楼\r\n".encode(encoding)
    assert rows(body) == [{"name": "王芳", "place": "三号楼", "note": ""}]


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
        ("name,place\n王芳", (2, "", "ragged_line")),
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
    assert {code for _, _, code in refused(f"name,place\n{marks}")} == {"ragged_line"}
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
    with pytest.raises(CsvRefused) as refusal:
        rows("name,place\n" + "a\n" * 1_500)
    assert refusal.value.extensions["refused"] == 1_500
    assert len(refusal.value.extensions["errors"]) == 1_000  # type: ignore[arg-type]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM", "\tx", "\rx"])
def test_what_a_spreadsheet_would_compute_is_text_when_it_goes_out(cell: str) -> None:
    assert neutral(cell) == "'" + cell
    assert neutral("王芳 = 1") == "王芳 = 1"
