"""Title and description of an operation, both from the docstring of its function."""

from re import compile as pattern

TITLE_LENGTH = 60
"""Longer first sentences are cut where something is added to them."""
ADDITION = pattern(r"(?:, |: |; )(?:and |but )?")


def title_and_rest(docstring: str) -> tuple[str, str]:
    """Returns the first sentence, cut short where it is long, and whatever else is said."""
    text = " ".join(docstring.split())
    sentence, _, rest = text.partition(". ")
    sentence = sentence.removesuffix(".")
    if len(sentence) <= TITLE_LENGTH:
        return sentence, rest
    cuts = [one for one in ADDITION.finditer(sentence) if _may_be_cut(sentence[: one.start()])]
    if not cuts:
        return sentence, rest
    addition = sentence[cuts[0].end() :]
    return sentence[: cuts[0].start()], f"{addition[0].upper()}{addition[1:]}. {rest}".strip()


def _may_be_cut(title: str) -> bool:
    """Returns whether a title is short, and tears nothing in brackets apart."""
    return len(title) <= TITLE_LENGTH and title.count("(") == title.count(")")
