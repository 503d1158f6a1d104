"""/admin/v1/communities/{community_id}/posts"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.communities.deps import CurrentStaff
from app.double_reporting.duties import leaders
from app.double_reporting.errors import InsuranceMissing, PostTaken, RiskStatementMissing
from app.double_reporting.models import Post
from app.double_reporting.posts import service as posts
from app.double_reporting.posts.deps import PostToManage, StaffMayManagePosts
from app.double_reporting.posts.schemas import PostIn, StaffPost, StaffPostPage, StaffPostQuery
from app.identity.deps import IdempotentForAdmin
from app.kernel.database.capacity import CapacityTaken
from app.kernel.errors import UnknownReference
from app.kernel.recurrence import RecurrenceRefused
from app.kernel.web.conditional import IfMatch, VersionMissing, VersionStale, etag
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.service_records.leaders.schemas import LeaderIn, LeaderOut, Leaders
from app.service_records.leaders.service import REFUSALS, list_leaders

router = Router(
    prefix="/posts", tags=["posts"], route_class=IdempotentRoute, dependencies=[IdempotentForAdmin]
)


@router.post(
    "",
    status_code=201,
    response_model=StaffPost,
    responses=problems(UnknownReference, RecurrenceRefused),
)
async def draft_post(
    body: PostIn, staff: StaffMayManagePosts, session: Session, response: Response
) -> StaffPost:
    """Draft a post. Residents do not see it until it is published."""
    post = await posts.draft(session, body, by=staff)
    response.headers["Location"] = f"/admin/v1/communities/{staff.community_id}/posts/{post.id}"
    response.headers["ETag"] = etag(post)
    return await posts.show_to_staff(session, post)


@router.get("", response_model=StaffPostPage)
async def list_posts(
    staff: StaffMayManagePosts, query: Annotated[StaffPostQuery, Query()], session: Session
) -> Page[StaffPost]:
    """List the community's posts, newest first, drafts and closed ones included."""
    return await posts.list_for_staff(session, staff.community_id, query)


@router.get("/{post_id}", response_model=StaffPost)
async def get_post(post: PostToManage, session: Session, response: Response) -> StaffPost:
    """Get a post, also a draft. Its ETag is the If-Match of the next PUT."""
    response.headers["ETag"] = etag(post)
    return await posts.show_to_staff(session, post)


@router.put(
    "/{post_id}",
    response_model=StaffPost,
    responses=problems(
        *(Post.WRONG_STATE, CapacityTaken, PostTaken, VersionMissing, VersionStale),
        *(RiskStatementMissing, InsuranceMissing, UnknownReference, RecurrenceRefused),
    ),
)
async def revise_post(
    post: PostToManage,
    body: PostIn,
    tag: IfMatch,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> StaffPost:
    """Replace the fields of a post. Drafts and published posts can be changed; claims stay, and
    the places cannot be fewer than are taken. Once it is claimed, its kind, times, place and risk
    stay as they are: another post asks those who serve anew."""
    await posts.revise(session, post, body, tag, by=staff)
    response.headers["ETag"] = etag(post)
    return await posts.show_to_staff(session, post)


@router.post(
    "/{post_id}/publish",
    response_model=StaffPost,
    responses=problems(Post.WRONG_STATE, RiskStatementMissing, InsuranceMissing),
)
async def publish_post(
    post: PostToManage, staff: CurrentStaff, session: Session, response: Response
) -> StaffPost:
    """Publish a post with its risk statement. One of high risk is insured, and for adults.
    Residents see it from then on, and verified residents may apply for it."""
    await posts.publish(session, post, by=staff)
    response.headers["ETag"] = etag(post)
    return await posts.show_to_staff(session, post)


@router.post("/{post_id}/close", response_model=StaffPost, responses=problems(Post.WRONG_STATE))
async def close_post(
    post: PostToManage, staff: CurrentStaff, session: Session, response: Response
) -> StaffPost:
    """Close a post. Nobody can apply for it any more; service goes on until the end of the
    post."""
    await posts.close(session, post, by=staff)
    response.headers["ETag"] = etag(post)
    return await posts.show_to_staff(session, post)


@router.get("/{post_id}/leaders", response_model=Leaders)
async def list_post_leaders(post: PostToManage, session: Session) -> Leaders:
    """List the leaders of a post. They show the code of its dates, see who comes, and check
    people in."""
    return await list_leaders(session, post.community_id, post.id)


@router.post(
    "/{post_id}/leaders",
    status_code=201,
    response_model=LeaderOut,
    responses=problems(Post.WRONG_STATE, *REFUSALS),
)
async def name_post_leader(
    post: PostToManage, body: LeaderIn, staff: CurrentStaff, session: Session, response: Response
) -> LeaderOut:
    """Name a leader of a post. A leader is an active participant and known to be an adult, and
    gets a message."""
    leader = await leaders.name_leader(session, post, body.participant_id, by=staff)
    path = f"/admin/v1/communities/{staff.community_id}/posts/{post.id}"
    response.headers["Location"] = f"{path}/leaders"
    return leader


@router.delete("/{post_id}/leaders/{participant_id}", status_code=204)
async def remove_post_leader(
    post: PostToManage, participant_id: UUID, staff: CurrentStaff, session: Session
) -> None:
    """Remove a leader from a post. The person gets a message."""
    await leaders.remove_leader(session, post, participant_id, by=staff)
