"""Calendar feeds: made, revoked, and read by calendar programs, which have no login."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.models import User
from app.kernel import clock
from app.kernel.database.engine import lock
from app.kernel.errors import NotFound
from app.service_records.calendar_feeds.address import SUFFIX, FeedToken
from app.service_records.calendar_feeds.errors import TooManyFeeds
from app.service_records.calendar_feeds.ics import written
from app.service_records.calendar_feeds.queries import appointments_of
from app.service_records.calendar_feeds.schemas import (
    CalendarFeedOut,
    CalendarFeedPage,
    NewCalendarFeed,
)
from app.service_records.models import MAX_FEEDS, CalendarFeed

SHOWN_BEFORE, SHOWN_AHEAD = timedelta(days=30), timedelta(days=400)
"""The days that a feed shows, before and after today."""
NAME = "邻里 · 我的服务"


async def make_feed(session: AsyncSession, user_id: UUID) -> NewCalendarFeed:
    """Makes a feed. Raises TooManyFeeds for a person who has MAX_FEEDS of them."""
    await lock(session, await session.get_one(User, user_id))
    if len(await _feeds_of(session, user_id)) >= MAX_FEEDS:
        raise TooManyFeeds(most=MAX_FEEDS)
    token = FeedToken.new(user_id)
    feed = CalendarFeed(user_id=user_id, secret_hash=token.hashed(), created_at=clock.now())
    session.add(feed)
    path = f"/v1/calendar-feeds/{token}{SUFFIX}"
    return NewCalendarFeed(id=feed.id, created_at=feed.created_at, path=path)


async def list_feeds(session: AsyncSession, user_id: UUID) -> CalendarFeedPage:
    feeds = await _feeds_of(session, user_id)
    items = [CalendarFeedOut.model_validate(feed) for feed in feeds]
    return CalendarFeedPage(items=items, next_cursor=None)


async def revoke_feed(session: AsyncSession, user_id: UUID, feed_id: UUID) -> None:
    """Revokes a feed: from now on its address is unknown. Raises NotFound for another's."""
    feed = await session.get(CalendarFeed, (user_id, feed_id))
    if feed is None:
        raise NotFound
    await session.delete(feed)


async def read_feed(session: AsyncSession, name: str) -> bytes:
    """Returns the calendar behind the last part of an address. Raises NotFound for one that never
    was, and one that is revoked, alike."""
    try:
        token = FeedToken.read(name.removesuffix(SUFFIX))
    except ValueError:
        raise NotFound from None
    feeds = await _feeds_of(session, token.user_id)
    if not any([token.matches(feed.secret_hash) for feed in feeds]):
        raise NotFound
    now = clock.now()
    span = now - SHOWN_BEFORE, now + SHOWN_AHEAD
    return written(NAME, await appointments_of(session, token.user_id, span), now)


async def _feeds_of(session: AsyncSession, user_id: UUID) -> list[CalendarFeed]:
    mine = select(CalendarFeed).filter_by(user_id=user_id).order_by(CalendarFeed.id.desc())
    return list(await session.scalars(mine))
