"""Rich text through an allow-list: what is not plainly harmless is taken out."""

from typing import Annotated
from urllib.parse import urlsplit

import nh3
from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from app.kernel.web.schemas import lines

TAGS = {"p", "br", "strong", "em", "u", "s", "ul", "ol", "li", "h3", "h4", "blockquote", "a"}
MAX_WRITTEN, MAX_CLEANED = 5_000, 10_000
"""Characters before and after the cleaning, which writes out signs and adds to links."""


def clean(html: str) -> str:
    """Links of http(s) to a host only; no scripts, styles, images or attributes besides."""
    cleaned = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        attribute_filter=_plain_link,
    )
    if len(cleaned) > MAX_CLEANED:
        raise PydanticCustomError("string_too_long", "too long when it is cleaned")
    return cleaned


def _plain_link(_tag: str, attribute: str, value: str) -> str | None:
    """The target of a link that names its host openly; `rel` is the cleaner's own."""
    if attribute != "href":
        return value
    try:
        target = urlsplit(value)
        is_plain = bool(target.hostname) and "@" not in target.netloc and "\\" not in value
    except ValueError:
        return None
    return value if is_plain and target.scheme in ("http", "https") else None


RichText = Annotated[str, lines(MAX_WRITTEN, least=0), AfterValidator(clean)]
