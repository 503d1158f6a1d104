"""History of a ticket as the API shows it."""

from datetime import datetime
from uuid import UUID

from app.feedback.models import EntryKind, Side
from app.kernel.web.schemas import Out


class EntryWords(Out):
    """One sentence, Chinese first."""

    zh: str
    en: str


class EntryOut(Out):
    id: UUID
    kind: EntryKind
    side: Side
    words: EntryWords
    """Sentence that says what has happened."""
    text: str | None
    """Text that was written with it, or None."""
    is_public: bool
    at: datetime
