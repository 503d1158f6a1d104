"""Schemas of consents."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from app.identity.models import Purpose
from app.kernel.web.schemas import In, Out


class ConsentQuery(In):
    purpose: Purpose | None = None


class ConsentDecision(In):
    is_granted: bool
    text_version: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")] = Field(
        examples=["0f4d2a6b8c1e3d5f7a9b0c2d4e6f8a1b"]
    )
    """Version of the text that was shown."""


class ConsentWording(Out):
    zh: str
    en: str


class ConsentOut(Out):
    purpose: Purpose
    text: ConsentWording
    text_version: str
    is_granted: bool
    """True if the last decision grants the present text, or an earlier one with the same
    meaning."""
    decided_at: datetime | None
    """Instant of the last grant or withdrawal."""


class ConsentPage(Out):
    items: list[ConsentOut]
    next_cursor: str | None
