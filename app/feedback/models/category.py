"""Service category: the subject of a ticket, and how long an answer and a solution may take."""

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped, text_enum
from app.kernel.database.engine import Base
from app.kernel.words import Worded


class Level(Worded):
    """Level of urgency, named after the time in which a ticket should be solved."""

    TWO_HOURS = "two_hours", "两小时内办结", "within two hours"
    ONE_DAY = "one_day", "一天内办结", "within one day"
    SEVEN_DAYS = "seven_days", "七天内办结", "within seven days"
    FIFTEEN_DAYS = "fifteen_days", "十五天内办结", "within fifteen days"


HOUR, DAY = 60, 24 * 60
MINUTES_BY_LEVEL: dict[Level, tuple[int, int]] = {
    Level.TWO_HOURS: (30, 2 * HOUR),
    Level.ONE_DAY: (2 * HOUR, DAY),
    Level.SEVEN_DAYS: (DAY, 7 * DAY),
    Level.FIFTEEN_DAYS: (DAY, 15 * DAY),
}
"""Minutes to the first contact and to the solution. The second are the grades that Beijing has
published; for the first none are published, so they are our own."""


class ServiceCategory(CommunityScoped, Base):
    __tablename__ = "service_categories"
    PRIVACY = "public"
    name: Mapped[str]
    description: Mapped[str]
    level: Mapped[Level] = mapped_column(text_enum(Level))
    response_minutes: Mapped[int]
    resolution_minutes: Mapped[int]
    """Both times apply to new tickets; existing ones keep the times with which they were
    submitted."""
    emergency_text: Mapped[str | None]
    """Sentence shown before anything is typed: what to do at once where there is danger."""
    emergency_number: Mapped[str | None]
    """Number to ring at once; a number without a text would not say when."""
    is_active: Mapped[bool]
    version: Mapped[int]

    __table_args__ = (
        Index("uq_service_categories_name", "community_id", "name", unique=True),
        CheckConstraint("response_minutes > 0 AND resolution_minutes > 0", name="minutes"),
        CheckConstraint("emergency_number IS NULL OR emergency_text IS NOT NULL", name="emergency"),
    )
