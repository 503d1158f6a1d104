"""Shapes that several parts of consultations share."""

from typing import Annotated

from app.kernel.web.schemas import In, lines

Note = Annotated[str, lines(1000, least=2)]
"""Public note: everybody may read it in the history of the topic."""


class NoteIn(In):
    note: Note
