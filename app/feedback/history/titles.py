"""Titles of the cards of public tickets, pure: a few words, and nothing by which one is reached."""

import re

MAX_TITLE_LENGTH = 20
"""Characters of a public ticket's text that its card shows as its title."""
NUMBER = re.compile(r"\d(?:[\s-]?\d){4,}|\S+@\S+")
"""Telephone numbers and the like, and mail addresses: the title is read where the ticket is not."""


def card_title(text: str, number: str) -> str:
    """Cuts the first sentence of a text; the ticket's number where nothing is left of it."""
    first = re.split(r"[\n，。；！？,;!?]", NUMBER.sub("…", text).strip(), maxsplit=1)[0].strip()
    if len(first) > MAX_TITLE_LENGTH:
        first = first[: MAX_TITLE_LENGTH - 1] + "…"
    return (first.strip("…") and first) or number
