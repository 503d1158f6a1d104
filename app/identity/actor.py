"""Actor of what administrators do to their own accounts, and of what the command line does."""

from dataclasses import dataclass
from uuid import UUID

from app.kernel.database.columns import PLATFORM


@dataclass(frozen=True, slots=True)
class Self:
    """Actor of an administrator's change to themselves, which is audited in no community."""

    id: UUID
    community_id: UUID = PLATFORM


OPERATOR = Self(PLATFORM)
"""Actor of the command line, which acts for nobody that the program knows."""
