"""Entered rows: the user who entered a row, the channel, and the witness of a desk act."""

from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import text_enum
from app.kernel.privacy.at_rest import WordsAtRest
from app.kernel.words import Worded


class Channel(Worded):
    """Channel through which a resident's act reached the service."""

    SELF = "self", "本人在线办理", "by the person online"
    DESK = "desk", "窗口代办", "at the desk"
    PAPER = "paper", "纸质材料", "on paper"


class Witnessed:
    """Mix-in of rows that come through the desk or not."""

    channel: Mapped[Channel] = mapped_column(text_enum(Channel))
    witness_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "personal"})
    witness = WordsAtRest[str | None]("witness_sealed")
    """Name of the second person who saw a desk act; None where residents act themselves."""


class Entered(Witnessed):
    """Mix-in of rows that residents create, themselves or through the desk."""

    entered_by: Mapped[UUID]
    """The user who entered the row: the resident, or the staff member at the desk."""


class EnteredInConfidence(Witnessed):
    """Mix-in of rows whose author is sealed, and would be named by the user who entered them."""

    entered_by: Mapped[UUID | None]
    """The staff member at the desk; None where the author themselves has entered the row."""


def witnessed() -> CheckConstraint:
    """Table argument of `Entered` rows: exactly the rows that staff entered have a witness."""
    return CheckConstraint("(channel = 'self') = (witness_sealed IS NULL)", name="witness")
