"""Electoral roll as staff see it: counts without names."""

from app.consultations.models import Electorate
from app.kernel.web.schemas import Out


class RollCounts(Out):
    electorate: Electorate
    size: int | None
    """Votes that can be cast; None before the roll is drawn up."""
    digest: str | None
    voters: int
    """People who may cast them; any verified resident may cast the vote of a household."""
    voted: int | None
    """Votes that were cast; None before the close, because nobody reads counts until then, and
    where only the outcome is told."""
