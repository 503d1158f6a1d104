"""Schemas of claim codes."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from app.kernel.web.schemas import In, Out, line


class IssuedClaimCode(Out):
    """A code to print, shown this once."""

    code: str = Field(examples=["4071 8823 0956"])
    expires_at: datetime


class ClaimCodeIn(In):
    code: Annotated[str, line(40)] = Field(examples=["4071 8823 0956"])
    """The twelve digits; blanks and hyphens between them do not matter."""
