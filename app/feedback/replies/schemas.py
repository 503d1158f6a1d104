"""Questions, replies and supplements of tickets as the API takes them."""

from typing import Annotated

from pydantic import StrictBool

from app.communities.schemas import Witnessed
from app.kernel.web.schemas import In, lines
from app.kernel.words import Worded

Written = Annotated[str, lines(2000)]


class TicketSupplement(In):
    text: Written


class DeskTicketSupplement(Witnessed, TicketSupplement):
    """Answer or addition that staff enter for the author, with a witness."""


class AuthorQuestion(In):
    text: Written


class TicketReply(In):
    text: Written
    is_public: StrictBool = False
    """True shows the reply to all who see the ticket, otherwise only the author sees it."""


class ContactKind(Worded):
    CALL = "call", "电话联系", "call"
    VISIT = "visit", "上门走访", "visit"


class ContactLog(In):
    """Call or visit by which staff have spoken with the author."""

    kind: ContactKind
    text: Written
    """Sentence or two on what was said; its author reads them in the history."""
