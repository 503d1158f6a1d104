"""Rich text through an allow-list: what is not plainly harmless is taken out."""

from typing import Annotated

import nh3
from pydantic import AfterValidator

from app.kernel.web.schemas import lines

TAGS = {"p", "br", "strong", "em", "u", "s", "ul", "ol", "li", "h3", "h4", "blockquote", "a"}


def clean(html: str) -> str:
    """Links of http(s) only; no scripts, styles, images or attributes besides."""
    return nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https"})


RichText = Annotated[str, lines(5000, least=0), AfterValidator(clean)]
