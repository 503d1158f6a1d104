"""How far `linli reseal` has come in each column, so that it goes on where it was stopped."""

from uuid import UUID

from sqlalchemy.orm import Mapped

from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import Base


class ResealPosition(CommunityScoped, Base):
    """The last row that was looked at, in the platform's community, under an id made of the name of
    the column. It is deleted when the column is done."""

    __tablename__ = "reseal_positions"
    PRIVACY = "internal"
    target: Mapped[str]
    """The numbers of the keys that were sealed and indexed with."""
    position: Mapped[list[UUID]]
    """The primary key of the row."""
