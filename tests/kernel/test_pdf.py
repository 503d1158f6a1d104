"""Printed documents: what a reader, a copy of the text, a scanner and a small phone get of them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

import pypdfium2
import zxingcpp
from fontTools.ttLib import TTFont

from app.kernel.files.font import MARK, face
from app.kernel.files.lines import wrapped
from app.kernel.files.pdf import Paragraph, Part, QrCode, Table, lacks, render, render_aside

AT = datetime(2026, 11, 28, 4, 0, tzinfo=UTC)
RARE = "𬭎㛃䶮喆堃犇龘𫚭鿍〇"
MIDDLE_DOTS = "·・•‧．"
LINK = "https://linli.example/c/1-2026-000012-8K3MZQ4T"


def text_of(document: bytes) -> str:
    pages = pypdfium2.PdfDocument(document)
    return "".join(page.get_textpage().get_text_bounded() for page in pages)


def rendered(*parts: Part, title: str = "证明") -> bytes:
    return render(title, parts, made_at=AT)


def ink(document: bytes) -> int:
    """Dark points of the first page, without its foot."""
    picture = pypdfium2.PdfDocument(document)[0].render(scale=2).to_pil().convert("L")
    width, height = picture.size
    return sum(picture.crop((0, 0, width, height * 9 // 10)).histogram()[:128])


def test_rare_characters_of_names_and_middle_dots_show() -> None:
    assert lacks(RARE + MIDDLE_DOTS) == []
    blank = ink(rendered(Paragraph("")))
    for char in RARE + MIDDLE_DOTS:
        assert ink(rendered(Paragraph(char, size=20))) > blank + 4, char


def test_each_character_has_the_width_of_the_whole_font() -> None:
    """Glyphs at the end of the file share a width; one without its own would overlap the next."""
    font = TTFont(BytesIO(face().cut({ord(char) for char in RARE})))
    widths = {font["hmtx"][name][0] for name in font.getBestCmap().values()}
    assert widths == {1000}


def test_the_text_can_be_copied_as_it_was_written() -> None:
    words = f"王{RARE}·阿卜杜拉 served 12.5 小时"
    assert words in text_of(rendered(Paragraph(words)))


def test_what_the_font_lacks_is_marked_and_named_and_copied_as_itself() -> None:
    document = rendered(Paragraph("敬老😀活动"))
    text = text_of(document)
    assert lacks("敬老😀活动") == ["U+1F600"]
    assert "敬老😀活动" in text
    assert f"{MARK}：字库未收的字（not in the font）U+1F600" in text
    mark, gap = (ink(rendered(Paragraph(sign, size=40))) for sign in (MARK, "😀"))
    assert gap == mark


def test_what_nobody_sees_is_left_out() -> None:
    assert lacks("葛\U000e0101城\u200b☆\ufe0f") == []
    assert "葛城" in text_of(rendered(Paragraph("葛\U000e0101\u200b城")))


def test_the_code_of_the_rendered_page_is_read_by_a_scanner() -> None:
    document = rendered(Paragraph("查验"), QrCode(LINK, caption=("扫码查验",)))
    picture = pypdfium2.PdfDocument(document)[0].render(scale=2).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [LINK]


async def test_same_parts_of_the_same_instant_make_the_same_bytes() -> None:
    parts: list[Part] = [Paragraph("证明"), QrCode(LINK)]
    document = render("证明", parts, made_at=AT)
    assert document == render("证明", parts, made_at=AT)
    assert document == await render_aside("证明", parts, made_at=AT)


def test_the_document_has_a_title_and_a_language_and_nobody_in_its_metadata() -> None:
    document = rendered(Paragraph("姓名：王小明"), title="志愿服务记录证明")
    metadata = pypdfium2.PdfDocument(document).get_metadata_dict(skip_empty=True)
    assert metadata["Title"] == "志愿服务记录证明"
    assert set(metadata) == {"Title", "CreationDate"}
    assert b"/Lang (zh-CN)" in document
    assert b"/DisplayDocTitle true" in document


def test_a_long_table_goes_on_on_further_pages_and_loses_no_row() -> None:
    rows: Sequence[Sequence[str]] = [(f"第{n}场社区环境清洁活动", "2.5") for n in range(200)]
    document = rendered(Table(rows, (4, 1)))
    assert len(pypdfium2.PdfDocument(document)) > 5
    text = text_of(document)
    assert all(name in text for name, _hours in rows)
    assert len(document) <= 200_000


def test_lines_break_between_ideographs_and_never_inside_a_number() -> None:
    lines = wrapped("共服务 12345.6 小时，特此证明。", 8, len)
    assert lines == ["共服务", "12345.6", "小时，特此证明。"]
    assert wrapped("abcdefghij", 4, len) == ["abcd", "efgh", "ij"]
    assert wrapped("一二三四。", 4, len) == ["一二三四。"]
