"""Entered rows: the user who entered a row, the channel, and the witness of a desk act."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import text_enum


class Channel(StrEnum):
    """Channel through which a resident's act reached the service."""

    SELF = "self"
    DESK = "desk"
    PAPER = "paper"


class Entered:
    """Mix-in of rows that residents create, themselves or through the desk."""

    entered_by: Mapped[UUID]
    """The user who entered the row: the resident, or the staff member at the desk."""
    channel: Mapped[Channel] = mapped_column(text_enum(Channel))
    witness: Mapped[str | None] = mapped_column(info={"privacy": "personal"})


def witnessed() -> CheckConstraint:
    """Table argument of `Entered` rows: exactly the rows that staff entered have a witness."""
    return CheckConstraint("(channel = 'self') = (witness IS NULL)", name="witness")
