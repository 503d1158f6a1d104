"""Breaks of printed lines: between Chinese characters, never inside a Latin word or a number."""

import re
from collections.abc import Callable
from unicodedata import category

TOKENS = re.compile(r"[\w.,:;/@%+#&=?~-]+|\s+|.", re.ASCII)
NEVER_FIRST = frozenset("，。、；：？！）】》〉”’％·…—)]}!?")
"""Punctuation that closes; a line that began with it would look torn off."""

UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def visible(text: str) -> str:
    """The text without what nobody sees: controls, joiners, variation selectors."""
    return "".join(char for char in text if not _is_unseen(char))


def _is_unseen(char: str) -> bool:
    is_selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return is_selector or (category(char) in UNSEEN and not _may_be_ideograph(char))


def _may_be_ideograph(char: str) -> bool:
    """Ideographs younger than this Python's tables have no category there yet."""
    return "\U00020000" <= char <= "\U0003ffff"


def wrapped(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """The lines of a text within a width. A word longer than a line is broken."""
    lines, line, used = [], "", 0.0
    for token in TOKENS.findall(visible(text)):
        for piece in [token] if measure(token) <= width else token:
            size = measure(piece)
            if line and used + size > width and piece not in NEVER_FIRST:
                lines.append(line.rstrip())
                line, used = "", 0.0
            if line or not piece.isspace():
                line, used = line + piece, used + size
    return [*lines, line.rstrip()]
