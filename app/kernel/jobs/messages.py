"""Messages to people: what a kind of message says, and what it is made of."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, NamedTuple

from app.kernel.errors import Text


class Template(NamedTuple):
    """Title and body of a kind of message, Chinese first. Names in braces are its fields."""

    title: Text
    body: Text


class Span(NamedTuple):
    """A variable that names a span of time by both its ends, with the year."""

    starts_at: datetime
    ends_at: datetime

    def __str__(self) -> str:
        """Returns the two instants as ISO 8601 writes an interval."""
        return f"{self.starts_at.isoformat()}/{self.ends_at.isoformat()}"


@dataclass(frozen=True, slots=True)
class Message:
    """One kind of message. Its fields are the variables of its template, each of a type by which
    it is formatted: text (`str`), count (`int`), instant (`datetime`), span (`Span`), day (`date`)
    or words (`Worded`), or None."""

    kind: ClassVar[str]
    template: ClassVar[Template]
    names_nobody: ClassVar[bool] = False
    """True where even the instant of a message would tell what somebody is: its recipient is then
    sealed, too."""
    matter: ClassVar[str] = ""
    """The matter of a message that names nobody: messages of one do not lead to those of
    another."""
