"""/admin/v1/communities/{community_id}/service-categories"""

from typing import Annotated

from fastapi import Query, Response

from app.communities.deps import CurrentStaff
from app.feedback.categories import service as categories
from app.feedback.categories.schemas import (
    ServiceCategoryIn,
    StaffCategoryQuery,
    StaffServiceCategory,
    StaffServiceCategoryPage,
)
from app.feedback.deps import (
    CategoryToManage,
    CategoryToRead,
    StaffMayHandleTickets,
    StaffMayManageCategories,
)
from app.feedback.errors import CategoryExists
from app.feedback.models import ServiceCategory
from app.identity.deps import IdempotentForAdmin
from app.kernel.web.conditional import IfMatch, VersionMissing, VersionStale, etag
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    prefix="/service-categories",
    tags=["service categories"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.post(
    "", status_code=201, response_model=StaffServiceCategory, responses=problems(CategoryExists)
)
async def add_service_category(
    body: ServiceCategoryIn,
    staff: StaffMayManageCategories,
    session: Session,
    response: Response,
) -> ServiceCategory:
    """Add a service category. Its level says how long an answer and a solution may take."""
    category = await categories.add(session, body, by=staff)
    base = f"/admin/v1/communities/{staff.community_id}"
    response.headers["Location"] = f"{base}/service-categories/{category.id}"
    response.headers["ETag"] = etag(category)
    return category


@router.get("", response_model=StaffServiceCategoryPage)
async def list_service_categories(
    query: Annotated[StaffCategoryQuery, Query()], staff: StaffMayHandleTickets, session: Session
) -> Page[ServiceCategory]:
    """List service categories, oldest first. Closed ones are listed, too."""
    return await categories.list_for_staff(session, staff.community_id, query)


@router.get("/{category_id}", response_model=StaffServiceCategory)
async def get_service_category(category: CategoryToRead, response: Response) -> ServiceCategory:
    """Get a service category. Its ETag is the If-Match of the next PUT."""
    response.headers["ETag"] = etag(category)
    return category


@router.put(
    "/{category_id}",
    response_model=StaffServiceCategory,
    responses=problems(CategoryExists, VersionMissing, VersionStale),
)
async def revise_service_category(
    category: CategoryToManage,
    body: ServiceCategoryIn,
    tag: IfMatch,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> ServiceCategory:
    """Revise a service category. Existing tickets keep the times that they were promised."""
    await categories.revise(session, category, body, tag, by=staff)
    response.headers["ETag"] = etag(category)
    return category
