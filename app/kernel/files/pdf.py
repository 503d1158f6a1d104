"""Printed documents: A4 pages in one embedded Chinese font, with QR codes, as PDF.

A document is a list of parts. All of its text is known before the first page is drawn, so that the
font is cut to what it needs. Same parts and same instant make the same bytes.
"""

from asyncio import get_running_loop
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Protocol, cast

import segno
from fpdf import FPDF, ViewerPreferences
from fpdf.fonts import TTFFont

from app.kernel import clock
from app.kernel.files.font import MARK, face
from app.kernel.files.lines import visible, wrapped

FAMILY = "linli"
MARGIN_MM, FOOT_MM, PAD_MM = 20.0, 22.0, 1.4
LEADING = 1.45
"""Height of a line, in sizes of its font."""

MM_PER_POINT = 25.4 / 72
THREADS = ThreadPoolExecutor(1, "pdf")
"""One document at a time: drawing is work of Python and shares the processor with the loop."""


class Sheet(FPDF):
    """The pages: number at the foot, and below it what the font could not show."""

    def __init__(self, foot: str, gaps: str) -> None:
        super().__init__(format="A4")
        self._foot, self._gaps = foot, gaps
        self.set_margins(MARGIN_MM, MARGIN_MM)
        self.set_auto_page_break(True, FOOT_MM)

    def footer(self) -> None:
        self.set_y(-FOOT_MM + 5)
        for text in filter(None, (f"{self._foot}　{self.page_no()}", self._gaps)):
            write(self, text, size=8, align="C")


def width_of(pdf: Sheet, text: str) -> float:
    return pdf.get_string_width(text)


def lines_of(pdf: Sheet, text: str, width: float, size: float) -> list[str]:
    pdf.set_font_size(size)
    return wrapped(text, width - 2 * PAD_MM, lambda part: width_of(pdf, part))


def write(pdf: Sheet, text: str, *, size: float, align: str = "L") -> None:
    """Write text over the whole width, and go on below it."""
    height = size * MM_PER_POINT * LEADING
    for line in lines_of(pdf, text, pdf.epw, size):
        pdf.cell(pdf.epw, height, line, align=align, new_x="LMARGIN", new_y="NEXT")


def draw_row(pdf: Sheet, cells: Sequence[str], widths: Sequence[float], size: float) -> None:
    """Draw one framed row, on a new page where it does not fit on this one."""
    columns = [lines_of(pdf, *cell, size) for cell in zip(cells, widths, strict=True)]
    line = size * MM_PER_POINT * LEADING
    height = max(len(column) for column in columns) * line + 2 * PAD_MM
    if pdf.will_page_break(height):
        pdf.add_page()
    left, top = pdf.l_margin, pdf.get_y()
    for column, width in zip(columns, widths, strict=True):
        pdf.rect(left, top, width, height)
        for n, text in enumerate(column):
            pdf.set_xy(left, top + PAD_MM + n * line)
            pdf.cell(width, line, text)
        left += width
    pdf.set_xy(pdf.l_margin, top + height)


class Part(Protocol):
    """Something that a document shows."""

    def texts(self) -> Iterator[str]: ...

    def draw(self, pdf: Sheet) -> None: ...


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    size: float = 10.5
    align: str = "L"
    space_above_mm: float = 0

    def texts(self) -> Iterator[str]:
        yield self.text

    def draw(self, pdf: Sheet) -> None:
        pdf.ln(self.space_above_mm)
        write(pdf, self.text, size=self.size, align=self.align)


@dataclass(frozen=True, slots=True)
class Table:
    """Framed rows; `shares` are the widths of the columns, as parts of the page's width."""

    rows: Sequence[Sequence[str]]
    shares: Sequence[float]
    size: float = 10

    def texts(self) -> Iterator[str]:
        for row in self.rows:
            yield from row

    def draw(self, pdf: Sheet) -> None:
        widths = [share * pdf.epw / sum(self.shares) for share in self.shares]
        pdf.ln(2)
        for row in self.rows:
            draw_row(pdf, [visible(cell) for cell in row], widths, self.size)
        pdf.ln(2)


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code at the right edge, with words beside it."""

    content: str
    caption: Sequence[str] = ()
    side_mm: float = 30

    def texts(self) -> Iterator[str]:
        yield from self.caption

    def draw(self, pdf: Sheet) -> None:
        if pdf.will_page_break(self.side_mm):
            pdf.add_page()
        left, top = pdf.w - pdf.r_margin - self.side_mm, pdf.get_y()
        matrix = segno.make_qr(self.content, error="m").matrix
        module = self.side_mm / len(matrix)
        for y, row in enumerate(matrix):
            for x, length in _dark_runs(row):
                corner = (left + x * module, top + y * module)
                pdf.rect(*corner, length * module, module, style="F")
        for line in self.caption:
            for text in lines_of(pdf, line, pdf.epw - self.side_mm - 4, 9):
                pdf.cell(h=9 * MM_PER_POINT * LEADING, text=text, new_x="LMARGIN", new_y="NEXT")
        pdf.set_y(max(pdf.get_y(), top + self.side_mm + 2))


def _dark_runs(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Start and length of each run of dark modules."""
    start = None
    for x, dark in enumerate([*row, 0]):
        if dark and start is None:
            start = x
        if not dark and start is not None:
            yield start, x - start
            start = None


def lacks(text: str) -> list[str]:
    """The characters of a text that the font lacks, as code points ("U+1F600")."""
    codes = sorted({ord(char) for char in visible(text)})
    return [f"U+{code:04X}" for code in codes if not face().glyph_of(code)]


def render(title: str, parts: Sequence[Part], *, made_at: datetime, foot: str = "") -> bytes:
    """Draw a document. A character that the font lacks is printed as 〓, and each page says which
    ones these are; a copy of the text has the character itself."""
    text = visible("".join(text for part in parts for text in part.texts()) + foot)
    gaps = lacks(text)
    note = f"{MARK}：字库未收的字（not in the font）{'、'.join(gaps[:20])}" if gaps else ""
    pdf = Sheet(foot, note)
    codes = {ord(char) for char in text + note + MARK + " 　0123456789"}
    cut = cast(Path, BytesIO(face().cut(codes)))  # Whatever fontTools can open.
    pdf.fonts[FAMILY] = TTFFont(pdf, cut, FAMILY, "", None, None, None)
    pdf.set_title(title)
    pdf.set_lang("zh-CN")
    pdf.set_creation_date(clock.local(made_at))
    pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)
    pdf.set_font(FAMILY, size=10)
    pdf.add_page()
    for part in parts:
        part.draw(pdf)
    return bytes(pdf.output())


async def render_aside(
    title: str, parts: Sequence[Part], *, made_at: datetime, foot: str = ""
) -> bytes:
    """Draw in a thread: the loop serves others meanwhile."""
    draw = partial(render, title, parts, made_at=made_at, foot=foot)
    return await get_running_loop().run_in_executor(THREADS, draw)
