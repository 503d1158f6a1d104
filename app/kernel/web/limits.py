"""Rate limits: in memory for ordinary requests, counted in the database for logins and codes."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.crypto.digests import keyed_digest
from app.kernel.database.columns import PLATFORM, CommunityScoped
from app.kernel.database.engine import Base
from app.kernel.errors import DomainError, Text


class TooManyRequests(DomainError):
    """Its headers are those of draft-ietf-httpapi-ratelimit-headers."""

    status = 429
    code = "too_many_requests"
    title = Text("操作过于频繁，请稍后再试", "Too often: please wait a moment")

    def __init__(self, limit: "Limit", seconds: int) -> None:
        super().__init__()
        self.headers = {
            "Retry-After": str(seconds),
            "RateLimit-Policy": f'"{limit.name}";q={limit.times};w={limit.seconds}',
            "RateLimit": f'"{limit.name}";r=0;t={seconds}',
        }


@dataclass(frozen=True, slots=True)
class Limit:
    name: str
    times: int
    seconds: int


class Tally:
    """How often each subject in the window that is running, counted in the memory of a process."""

    def __init__(self, limit: Limit) -> None:
        self._limit = limit
        self._ends_at = datetime.min.replace(tzinfo=UTC)
        self._times: dict[UUID, int] = {}

    def count(self, subject: UUID, now: datetime) -> None:
        """Counts one; TooManyRequests beyond the limit."""
        # All subjects are forgotten at once, so the memory of a process is bounded.
        if now >= self._ends_at:
            self._ends_at = now + timedelta(seconds=self._limit.seconds)
            self._times = {}
        times = self._times[subject] = self._times.get(subject, 0) + 1
        if times > self._limit.times:
            raise TooManyRequests(self._limit, _seconds(self._ends_at - now))


class Count(CommunityScoped, Base):
    """How often in one window; under a keyed id that is made of limit, subject and window, so that
    the table does not tell whose address it was."""

    __tablename__ = "rate_counts"
    PRIVACY = "internal"
    times: Mapped[int]
    ends_at: Mapped[datetime] = mapped_column(index=True)


async def count(session: AsyncSession, limit: Limit, subject: str, now: datetime) -> None:
    """Counts one; TooManyRequests beyond the limit. The subject is not stored.

    In a transaction of its own, ended before anything is asked of others.
    """
    window = int(now.timestamp() // limit.seconds)
    ends_at = datetime.fromtimestamp((window + 1) * limit.seconds, UTC)
    row = insert(Count).values(
        community_id=PLATFORM,
        id=UUID(bytes=keyed_digest("rate count", limit.name, subject, str(window))),
        times=1,
        ends_at=ends_at,
    )
    times = await session.scalar(
        row.on_conflict_do_update(
            index_elements=["community_id", "id"], set_={"times": Count.times + 1}
        ).returning(Count.times)
    )
    if times is not None and times > limit.times:
        raise TooManyRequests(limit, _seconds(ends_at - now))


PARTS = 60


async def count_evenly(session: AsyncSession, limit: Limit, subject: str, now: datetime) -> None:
    """Counts one; TooManyRequests for more than `times` in any window, wherever it begins. A window
    that begins anew would let through twice as many around its turn. It is looked at in PARTS of
    it, so that it is shorter by one of them at most. What is rolled back was not counted.
    """
    seconds = limit.seconds // PARTS
    part = int(now.timestamp() // seconds)
    ids = [_part_id(limit, subject, part - ago) for ago in range(PARTS)]
    ends_at = datetime.fromtimestamp((part + PARTS) * seconds, UTC)
    # Two rows are taken, first the one that is the same in all parts: whoever counts at the same
    # time waits for it, also around the turn from one part to the next.
    row = insert(Count).values(
        [
            {"community_id": PLATFORM, "id": id_, "times": 1, "ends_at": ends_at}
            for id_ in (_gate_id(limit, subject), ids[0])
        ]
    )
    await session.execute(
        row.on_conflict_do_update(
            index_elements=["community_id", "id"],
            set_={"times": Count.times + 1, "ends_at": row.excluded.ends_at},
        )
    )
    rows = select(Count.ends_at, Count.times).where(Count.community_id == PLATFORM)
    counted = (await session.execute(rows.where(Count.id.in_(ids)).order_by(Count.ends_at))).all()
    beyond = sum(times for _, times in counted) - limit.times
    if beyond <= 0:
        return
    for ends_at, times in counted:
        beyond -= times
        if beyond <= 0:
            raise TooManyRequests(limit, _seconds(ends_at - now))


def _gate_id(limit: Limit, subject: str) -> UUID:
    return UUID(bytes=keyed_digest("rate count", limit.name, subject, "gate"))


def _part_id(limit: Limit, subject: str, part: int) -> UUID:
    digest = keyed_digest("rate count", limit.name, subject, f"{part}/{PARTS}")
    return UUID(bytes=digest)


def _seconds(left: timedelta) -> int:
    return max(1, ceil(left / timedelta(seconds=1)))
