"""Schemas of messages to all helpers of an occasion."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from app.kernel.web.schemas import In, Out, lines


class HelperMessageIn(In):
    """A message to everybody who is to come, or has come."""

    text: Annotated[str, lines(500, least=2)]


class HelperMessageOut(Out):
    sent_at: datetime
    recipients: int = Field(description="The number of people who have got the message.")
