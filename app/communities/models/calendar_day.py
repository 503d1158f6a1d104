"""Days that a community has entered into its calendar."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import Base


class CalendarDay(CommunityScoped, Base):
    """A day whose work or rest a community has entered: it goes before what the program knows of
    the year. Other days are as the arrangement of the State Council, or the week, has them."""

    __tablename__ = "calendar_days"
    PRIVACY = "public"
    day: Mapped[date]
    is_working_day: Mapped[bool]
    name: Mapped[str | None]
    """The holiday, as 春节."""

    __table_args__ = (Index("uq_calendar_days_day", "community_id", "day", unique=True),)
