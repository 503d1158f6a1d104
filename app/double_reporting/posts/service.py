"""Changes to posts, and lists of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.communities.places.names import place_paths
from app.double_reporting.duties.service import cancel_ahead
from app.double_reporting.models import Post, PostStatus
from app.double_reporting.posts.queries import all_posts, posts_with_counts, published_posts
from app.double_reporting.posts.schemas import (
    MIN_SHOWN_COUNT,
    PostIn,
    PostOut,
    PostQuery,
    StaffPost,
    StaffPostFacts,
    StaffPostQuery,
)
from app.kernel import clock
from app.kernel.database.engine import lock
from app.kernel.errors import NotFound
from app.kernel.privacy.audit import record
from app.kernel.recurrence import Recurrence
from app.kernel.web.conditional import require_version
from app.kernel.web.pages import Page, newest_first, paginate, paginate_rows
from app.service_records.models import OccasionKind
from app.service_records.occasions.service import describe_occasions
from app.service_records.sources import Source

DATES = ("duty_rule", "duty_time", "duty_minutes", "from_on", "until_on")
"""Columns by which the dates of a post are planned."""


async def draft(session: AsyncSession, body: PostIn, *, by: Staff) -> Post:
    post = Post(
        community_id=by.community_id,
        **_values(body),
        capacity=body.capacity,
        taken=0,
        status=PostStatus.DRAFT,
        version=1,
    )
    session.add(post)
    record(session, by, "post.drafted", post)
    return post


async def revise(session: AsyncSession, post: Post, body: PostIn, tag: str, *, by: Staff) -> Post:
    """Replaces the fields of a draft or a published post; claims stay. Raises VersionStale if its
    version is not that of `tag`, CapacityTaken for fewer places than are taken, PostTaken for
    what those who have claimed it agreed to, and what publishing raises."""
    await lock(session, post)
    require_version(post, tag)
    post.require_open()
    post.resize(body.capacity)
    values = _values(body)
    post.require_agreed(values)
    has_new_dates = any(values[name] != getattr(post, name) for name in DATES)
    for name, value in values.items():
        setattr(post, name, value)
    if post.status is PostStatus.PUBLISHED:
        post.require_publishable()
    post.version += 1
    source = Source(OccasionKind.DUTY, post.id, post.title)
    await describe_occasions(session, post.community_id, source)
    if has_new_dates:
        await _forget_dates(session, post)
    record(session, by, "post.revised", post)
    return post


async def _forget_dates(session: AsyncSession, post: Post) -> None:
    """Cancels the dates ahead of a post that nobody has claimed: it has others now."""
    post.planned_until = None
    await cancel_ahead(session, post.community_id, post.id, "岗位时间已调整")


def _values(body: PostIn) -> dict[str, Any]:
    """Returns the columns of the body but the capacity; the post closes after its last day."""
    last = body.until_on
    ends_at = None if last is None else clock.instant_of(last + timedelta(days=1))
    rule = None if body.duty_rule is None else str(Recurrence.parse(body.duty_rule))
    return body.model_dump(exclude={"capacity"}) | {"ends_at": ends_at, "duty_rule": rule}


async def publish(session: AsyncSession, post: Post, *, by: Staff) -> Post:
    await lock(session, post)
    post.publish(clock.now())
    post.version += 1
    record(session, by, "post.published", post)
    return post


async def close(session: AsyncSession, post: Post, *, by: Staff) -> Post:
    """Closes a post to new applications; those that it has are still decided."""
    await lock(session, post)
    post.close(clock.now())
    post.version += 1
    record(session, by, "post.closed", post)
    return post


async def close_when_over(session: AsyncSession, post: Post, now: datetime) -> None:
    await lock(session, post)
    if post.status is PostStatus.PUBLISHED and post.ends_at is not None and post.ends_at <= now:
        post.close(now)
        post.version += 1


async def list_for_staff(
    session: AsyncSession, community_id: UUID, query: StaffPostQuery
) -> Page[StaffPost]:
    page = await paginate(
        session, all_posts(community_id, query), query, newest_first(Post.id), counts=True
    )
    paths = await _paths(session, page.items)
    return page.with_items([_for_staff(post, paths) for post in page.items])


async def show_to_staff(session: AsyncSession, post: Post) -> StaffPost:
    return _for_staff(post, await _paths(session, [post]))


async def list_published(
    session: AsyncSession, community_id: UUID, query: PostQuery
) -> Page[PostOut]:
    """Lists published posts, newest first."""
    statement = published_posts(community_id, query)
    page = await paginate_rows(session, statement, query, newest_first(Post.id))
    paths = await _paths(session, [row[0] for row in page.items])
    return page.with_items([_post_out(*row, paths) for row in page.items])


async def get_published(session: AsyncSession, community_id: UUID, post_id: UUID) -> PostOut:
    """Returns a published or closed post. Raises NotFound for a draft."""
    is_shown = (Post.id == post_id, Post.status != PostStatus.DRAFT)
    statement = posts_with_counts(community_id).where(*is_shown)
    row = (await session.execute(statement)).one_or_none()
    if row is None:
        raise NotFound
    return _post_out(*row, await _paths(session, [row[0]]))


async def _paths(session: AsyncSession, posts: Sequence[Post]) -> dict[UUID, str]:
    ids = {post.place_id for post in posts if post.place_id is not None}
    return await place_paths(session, posts[0].community_id, ids) if ids else {}


def _for_staff(post: Post, paths: Mapping[UUID, str]) -> StaffPost:
    facts = StaffPostFacts.model_validate(post)
    facts.place_path = paths.get(post.place_id) if post.place_id else None
    verbs = post.actions({"publish", "close"})
    return StaffPost(**facts.model_dump(), actions=["revise", *verbs] if verbs else [])


def _post_out(post: Post, in_notice: int, serving: int, paths: Mapping[UUID, str]) -> PostOut:
    """Shows a post to others than staff. Any number that would tell a count below 10 is left
    out, and so are the places left: with the capacity they tell how many are taken."""
    columns = _for_staff(post, paths).model_dump(include=set(PostOut.model_fields))
    counts = {
        "remaining": post.remaining if post.taken >= MIN_SHOWN_COUNT else None,
        "in_notice": in_notice if in_notice >= MIN_SHOWN_COUNT else None,
        "serving": serving if serving >= MIN_SHOWN_COUNT else None,
    }
    return PostOut(**columns | counts)
