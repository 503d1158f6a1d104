"""The electoral roll as staff see it: counts, nobody's name."""

from app.consultations.models import Electorate
from app.kernel.web.schemas import Out


class RollCounts(Out):
    electorate: Electorate
    size: int | None
    """Votes that can be cast; None before it is drawn up."""
    digest: str | None
    voters: int
    """People who may cast them: of a household, each verified resident."""
    voted: int | None
    """After the close; before, nobody reads any count."""
