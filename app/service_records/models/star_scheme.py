"""Star scheme of a community: from how many hours on somebody has which star."""

from sqlalchemy import Integer
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import Base

NATIONAL_HOURS = (100, 300, 600, 1_000, 1_500)
"""Hours of the five stars in the rules on volunteer records of the Ministry of Civil Affairs."""


class StarScheme(CommunityScoped, Base):
    """The scheme of a community, under its own id; without a row the national one holds."""

    __tablename__ = "star_schemes"
    PRIVACY = "internal"
    hours: Mapped[list[int]] = mapped_column(ARRAY(Integer))
    """Hours of each star, in rising order."""
    version: Mapped[int]
