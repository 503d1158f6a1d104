"""Makes the font of printed documents: `make_font.py NotoSansCJK-Regular.ttc LinliSansSC.ttf`.

Run once, on Debian's package fonts-noto-cjk (1:20220127+repack1-1, Noto Sans CJK 2.004); the
result is committed in `app/kernel/files/font/`. Every ideograph of the Simplified Chinese face is
taken over, so that rare characters of names show; Hangul and layout tables are left out. Outlines
become quadratic and glyphs stand in the order of their code points: the service then cuts a
document's glyphs out of the file without parsing all of it.
"""

import sys

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

FACE = "Noto Sans CJK SC"
LEFT_OUT = (
    *(range(0x1100, 0x1200), range(0x3130, 0x3190), range(0x3200, 0x321F), range(0x3260, 0x3280)),
    *(range(0xA960, 0xA980), range(0xAC00, 0xD800), range(0xFFA0, 0xFFDD), range(0x2F800, 0x2FA20)),
)
"""Hangul, and the compatibility ideographs of plane 2."""

MAX_ERROR = 2.0
"""How far a quadratic outline may stray from the cubic one, in thousandths of an em."""

COPYRIGHT = {
    "copyright": "© 2014-2021 Adobe (http://www.adobe.com/).",
    "familyName": "Linli Sans SC",
    "styleName": "Regular",
    "uniqueFontIdentifier": "LinliSansSC-Regular from NotoSansCJKsc-Regular 2.004",
    "fullName": "Linli Sans SC Regular",
    "psName": "LinliSansSC-Regular",
    "version": "Version 2.004",
    "licenseDescription": "This Font Software is licensed under the SIL Open Font License 1.1.",
    "licenseInfoURL": "https://openfontlicense.org",
}


def face_of(path: str) -> TTFont:
    faces = TTCollection(path, lazy=True).fonts
    return next(face for face in faces if face["name"].getDebugName(4).startswith(FACE))


def make(source: str, target: str) -> None:
    face = face_of(source)
    chars = {
        code: name
        for code, name in sorted(face.getBestCmap().items())
        if not any(code in gap for gap in LEFT_OUT)
    }
    order = [".notdef", *dict.fromkeys(chars.values())]
    outlines, glyphs, metrics = face.getGlyphSet(), {}, {}
    for name in order:
        pen = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
        glyphs[name].recalcBounds(None)
        metrics[name] = (face["hmtx"][name][0], glyphs[name].xMin)
    font = FontBuilder(face["head"].unitsPerEm, isTTF=True)
    font.setupGlyphOrder(order)
    font.setupCharacterMap(chars)
    font.setupGlyf(glyphs)
    font.setupHorizontalMetrics(metrics)
    font.setupHorizontalHeader(ascent=face["hhea"].ascent, descent=face["hhea"].descent)
    font.setupNameTable(COPYRIGHT)
    font.setupOS2(sCapHeight=face["OS/2"].sCapHeight, usWeightClass=400)
    font.setupPost(keepGlyphNames=False, underlinePosition=-125, underlineThickness=50)
    font.font["head"].modified = font.font["head"].created = face["head"].modified
    font.font.recalcTimestamp = False
    font.save(target)


if __name__ == "__main__":
    make(sys.argv[1], sys.argv[2])
