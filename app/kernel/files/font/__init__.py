"""The font of printed documents, and the cutting of what one document needs out of it.

The file (`OFL.txt` says whose it is, `deploy/make_font.py` how it is made) has 32,000 glyphs. It is
mapped, not read: a document takes its few hundred glyphs by their offsets within milliseconds, and
no process has the whole font in its memory.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import Struct, pack, unpack_from

PATH = Path(__file__).with_name("LinliSansSC.ttf")

MARK = "〓"
"""Printed for a character that the font lacks, as printers do; readers know it as a gap."""

WINDOWS, FULL_UNICODE = 3, 10
"""Platform and encoding of the character map that covers all planes."""

DIRECTORY_ENTRY, SUBTABLE, GROUP = Struct(">4sIII"), Struct(">HHI"), Struct(">III")
METRIC = Struct(">HH")


class Face:
    """One TrueType file. `glyph_of` looks up a code point, `cut` makes a font of some of them."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._data = mmap(file.fileno(), 0, access=ACCESS_READ)
        (count,) = unpack_from(">H", self._data, 4)
        entries = (DIRECTORY_ENTRY.unpack_from(self._data, 12 + 16 * n) for n in range(count))
        self._tables = {tag.decode(): (start, size) for tag, _sum, start, size in entries}
        self._groups = self._find_groups()
        (self._group_count,) = unpack_from(">I", self._data, self._groups - 4)

    def _find_groups(self) -> int:
        """Finds the groups of the full character map (format 12)."""
        start, _ = self._tables["cmap"]
        (count,) = unpack_from(">H", self._data, start + 2)
        for n in range(count):
            platform, encoding, offset = SUBTABLE.unpack_from(self._data, start + 4 + 8 * n)
            if (platform, encoding) == (WINDOWS, FULL_UNICODE):
                return int(start + offset) + 16
        raise ValueError("the font has no character map of all planes")

    def _group(self, n: int) -> tuple[int, int, int]:
        first, last, glyph = GROUP.unpack_from(self._data, self._groups + GROUP.size * n)
        return int(first), int(last), int(glyph)

    def glyph_of(self, code: int) -> int:
        """The glyph of a code point; 0 where the font lacks it."""
        n = bisect_right(range(self._group_count), code, key=lambda m: self._group(m)[0]) - 1
        if n < 0:
            return 0
        first, last, glyph = self._group(n)
        return glyph + code - first if code <= last else 0

    def _table(self, tag: str) -> bytes:
        start, size = self._tables[tag]
        return self._data[start : start + size]

    def _outline(self, glyph: int) -> bytes:
        loca, glyf = self._tables["loca"][0], self._tables["glyf"][0]
        start, end = unpack_from(">II", self._data, loca + 4 * glyph)
        return self._data[glyf + start : glyf + end]

    def _metric(self, glyph: int) -> bytes:
        """Width and left bearing. Glyphs at the end of the file share the last width there is."""
        start, (count,) = self._tables["hmtx"][0], unpack_from(">H", self._table("hhea"), 34)
        if glyph < count:
            return self._bytes(start + METRIC.size * glyph, METRIC.size)
        width = self._bytes(start + METRIC.size * (count - 1), 2)
        return width + self._bytes(start + METRIC.size * count + 2 * (glyph - count), 2)

    def _bytes(self, start: int, size: int) -> bytes:
        return self._data[start : start + size]

    def cut(self, codes: Iterable[int]) -> bytes:
        """Builds a font of these code points alone, with the mark for those that are not there."""
        mark = self.glyph_of(ord(MARK))
        glyph_by_code = {code: self.glyph_of(code) or mark for code in sorted(codes)}
        glyphs = [0, *sorted(set(glyph_by_code.values()))]
        slots = {glyph: n for n, glyph in enumerate(glyphs)}
        slot_by_code = {code: slots[glyph] for code, glyph in glyph_by_code.items()}
        outlines = [self._outline(glyph) for glyph in glyphs]
        offsets = [0]
        for outline in outlines:
            offsets.append(offsets[-1] + len(outline))
        head, hhea, maxp = (bytearray(self._table(tag)) for tag in ("head", "hhea", "maxp"))
        head[50:52] = pack(">h", 1)  # Offsets of outlines are long ones.
        hhea[34:36] = maxp[4:6] = pack(">H", len(glyphs))
        return _assemble(
            {
                "OS/2": self._table("OS/2"),
                "cmap": _character_map(slot_by_code),
                "glyf": b"".join(outlines),
                "head": bytes(head),
                "hhea": bytes(hhea),
                "hmtx": b"".join(self._metric(glyph) for glyph in glyphs),
                "loca": pack(f">{len(offsets)}I", *offsets),
                "maxp": bytes(maxp),
                "name": self._table("name"),
                "post": self._table("post"),
            }
        )


def _character_map(slots: Mapping[int, int]) -> bytes:
    """Builds a table `cmap` with one map of all planes, a group for each character."""
    groups = b"".join(GROUP.pack(code, code, slot) for code, slot in slots.items())
    table = pack(">HHIII", 12, 0, 16 + len(groups), 0, len(slots)) + groups
    return pack(">HH", 0, 1) + SUBTABLE.pack(WINDOWS, FULL_UNICODE, 12) + table


def _assemble(tables: Mapping[str, bytes]) -> bytes:
    """The file of these tables, without check sums: who embeds the font computes them anew."""
    start = 12 + DIRECTORY_ENTRY.size * len(tables)
    head, body = [pack(">IHHHH", 0x00010000, len(tables), 0, 0, 0)], []
    for tag, data in tables.items():
        head.append(DIRECTORY_ENTRY.pack(tag.encode(), 0, start, len(data)))
        body.append(data + bytes(-len(data) % 4))
        start += len(body[-1])
    return b"".join(head + body)


@cache
def face() -> Face:
    """The one face of printed documents."""
    return Face(PATH)
