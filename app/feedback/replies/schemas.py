"""What is written about a ticket."""

from typing import Annotated

from pydantic import StrictBool

from app.kernel.web.schemas import In, Name, lines

Written = Annotated[str, lines(2000)]


class TicketSupplement(In):
    text: Written


class DeskTicketSupplement(TicketSupplement):
    """By staff for the author; a second person has seen it."""

    witness: Name


class AuthorQuestion(In):
    text: Written


class TicketReply(In):
    text: Written
    is_public: StrictBool = False
    """Seen by all who see the ticket; else by its author alone."""
