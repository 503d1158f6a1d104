"""Ratings as the API takes them."""

from typing import Annotated

from pydantic import Field, StrictBool

from app.communities.schemas import Witnessed
from app.feedback.models import Solved
from app.kernel.web.schemas import In, lines


class TicketRatingIn(In):
    solved: Solved
    satisfied: int = Field(ge=1, le=5, strict=True, description="1 (not at all) to 5.")
    comment: Annotated[str, lines(500, least=0)] = ""
    reopen: StrictBool = True
    """A matter that is not solved is taken up again, as after a dispute; False leaves it as it
    is."""


class DeskTicketRating(Witnessed, TicketRatingIn):
    """Rating that staff enter for the author, with a witness."""
