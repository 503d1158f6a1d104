"""Review: who decided what is submitted, when and why. Each decision has a reason that is told."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped
from app.kernel.privacy.at_rest import WordsAtRest


class Reviewed(CommunityScoped):
    """Mix-in of what people submit and staff decide. The verbs of the model set the status first,
    then `decide`; a new submission after a return forgets the decision before."""

    __tablename__: str
    submitted_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None]
    """A user; nobody where a rule has decided."""
    reason_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "personal"})
    reason = WordsAtRest[str | None]("reason_sealed")
    """Told to who submitted it; needed to return, decline or reject."""

    def decide(self, now: datetime, by: UUID | None, reason: str | None = None) -> None:
        self.decided_at, self.decided_by, self.reason = now, by, reason

    def submit_anew(self, now: datetime) -> None:
        self.submitted_at = now
        self.decided_at = self.decided_by = self.reason = None
