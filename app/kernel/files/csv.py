"""CSV: bytes become records, whatever a spreadsheet in China has written."""

import csv
from collections.abc import Iterator
from io import StringIO

from app.kernel.files.cells import refuse

MAX_RECORDS = 200_000
"""Records of a file, the empty ones included."""
UTF8_MARK = b"\xef\xbb\xbf"
FIRST_OF_THREE_BYTES = "\u0800"
"""The first character of three bytes in UTF-8; every Chinese one has as many."""
FAULT = "\ufffd"


def records_of_csv(body: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yields each record with the number of the line on which it begins."""
    reader = csv.reader(StringIO(decoded(body), newline=""), strict=True, delimiter=",")
    for count in range(MAX_RECORDS + 1):
        began = reader.line_num + 1
        try:
            record = next(reader, None)
        except csv.Error:
            raise refuse("not_csv", line=began) from None
        if record is None:
            return
        if count == MAX_RECORDS:
            raise refuse("too_many_lines", line=began)
        yield began, record


def decoded(body: bytes) -> str:
    """Decodes UTF-8 with or without its mark, else GB18030. Nearly all bytes are GB18030, too: what
    is UTF-8 with a fault, or cut off, is refused rather than read as other words."""
    if b"\0" in body:
        raise refuse("nul")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(body, error):
            raise refuse("damaged_utf8", line=body.count(b"\n", 0, error.start) + 1) from None
    try:
        return body.decode("gb18030")
    except UnicodeDecodeError:
        raise refuse("not_text") from None


def _is_damaged_utf8(body: bytes, error: UnicodeDecodeError) -> bool:
    """Judges by what can be read: in GB18030 next to nothing is a character of three bytes in
    UTF-8. Where the only fault is the last character, it has been cut off."""
    if body.startswith(UTF8_MARK) or error.reason == "unexpected end of data":
        return True
    text = body.decode("utf-8", "replace")
    sound = sum(1 for c in text if c >= FIRST_OF_THREE_BYTES and c != FAULT)
    return sound > text.count(FAULT)
