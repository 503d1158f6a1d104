"""What is written about a ticket."""

from typing import Annotated

from pydantic import StrictBool

from app.communities.schemas import Witnessed
from app.kernel.web.schemas import In, lines

Written = Annotated[str, lines(2000)]


class TicketSupplement(In):
    text: Written


class DeskTicketSupplement(Witnessed, TicketSupplement):
    """By staff for the author; a second person has seen it."""


class AuthorQuestion(In):
    text: Written


class TicketReply(In):
    text: Written
    is_public: StrictBool = False
    """Seen by all who see the ticket; else by its author alone."""
