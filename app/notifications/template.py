"""What a kind of message says: its title and its body, in two languages."""

from typing import NamedTuple

from app.kernel.errors import Text


class Template(NamedTuple):
    title: Text
    body: Text
