"""/v1/me/calendar-feeds and /v1/calendar-feeds/{name}"""

from typing import Annotated
from uuid import UUID

from fastapi import Path, Response

from app.identity.deps import CurrentUser
from app.kernel.web.dependencies import Session
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.service_records.calendar_feeds import service as feeds
from app.service_records.calendar_feeds.errors import TooManyFeeds
from app.service_records.calendar_feeds.schemas import CalendarFeedPage, NewCalendarFeed

router = Router(prefix="/me/calendar-feeds", tags=["calendar feeds"])
"""Router of answers that are not stored for an Idempotency-Key, because one shows a secret."""
public_router = Router(prefix="/calendar-feeds", tags=["calendar feeds"])


class Calendar(Response):
    media_type = "text/calendar"


TEXT = {"schema": {"type": "string"}, "example": "BEGIN:VCALENDAR"}


@router.post("", status_code=201, response_model=NewCalendarFeed, responses=problems(TooManyFeeds))
async def make_calendar_feed(user: CurrentUser, session: Session) -> NewCalendarFeed:
    """Make a calendar feed. My calendar program reads at its address when and where I am expected.
    It is shown this once, and the answer is not stored for an Idempotency-Key: after a lost answer,
    revoke the feed and make another one."""
    return await feeds.make_feed(session, user)


@router.get("", response_model=CalendarFeedPage)
async def list_my_calendar_feeds(user: CurrentUser, session: Session) -> CalendarFeedPage:
    """List my calendar feeds, without their addresses."""
    return await feeds.list_feeds(session, user)


@router.delete("/{feed_id}", status_code=204)
async def revoke_calendar_feed(feed_id: UUID, user: CurrentUser, session: Session) -> None:
    """Revoke a calendar feed: its address is unknown from now on."""
    await feeds.revoke_feed(session, user, feed_id)


@public_router.get(
    "/{name}",
    response_class=Calendar,
    responses={200: {"content": {"text/calendar": TEXT}}},
)
async def read_calendar_feed(
    name: Annotated[str, Path(max_length=80)], session: Session
) -> Response:
    """Read a calendar feed (RFC 5545), by its address and without a login: the shifts and duties at
    which its person is expected, from 30 days ago to 400 days ahead."""
    content = await feeds.read_feed(session, name)
    headers = {"Cache-Control": "private, max-age=0", "Content-Disposition": "inline"}
    return Calendar(content, headers=headers)
