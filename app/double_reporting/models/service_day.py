"""Service day (社区服务日): a day that recurs, to which the community invites all who serve."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped, text_enum
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.words import Worded


class ServiceDayStatus(Worded):
    OPEN = "open", "进行中", "open"
    ENDED = "ended", "已停办", "ended"


S = ServiceDayStatus


class ServiceDay(Stateful, CommunityScoped, Base):
    """A service day of the community. Whoever serves on a post is invited, member or not, so that
    coming says nothing about membership; nobody has to come."""

    __tablename__ = "service_days"
    PRIVACY = "public"
    IN_WORDS = StateWords("社区服务日", "service day")
    MOVES = {"announce": (NEW, S.OPEN), "end": ({S.OPEN}, S.ENDED)}

    title: Mapped[str]
    description: Mapped[str]
    place: Mapped[str]
    """The place to meet, in words."""
    rule: Mapped[str]
    """The days, as RFC 5545 writes them; they never become others."""
    time: Mapped[str]
    """The time of day at which it begins: 09:00."""
    minutes: Mapped[int]
    first_on: Mapped[date]
    until_on: Mapped[date | None]
    planned_until: Mapped[date | None]
    """The last day up to which its days are planned."""
    status: Mapped[ServiceDayStatus] = mapped_column(text_enum(ServiceDayStatus))
    ended_at: Mapped[datetime | None]
    version: Mapped[int]

    __table_args__ = (
        CheckConstraint("first_on <= until_on", name="days"),
        CheckConstraint("minutes BETWEEN 1 AND 1440", name="minutes"),
        Index("ix_service_days_list", "community_id", "status", "id"),
        Index("ix_service_days_to_plan", "planned_until", postgresql_where=text("status = 'open'")),
    )

    def end(self, now: datetime) -> None:
        """Plan no more days; those that lie ahead are cancelled."""
        self.move("end")
        self.ended_at = now
        self.version += 1
