"""/admin/v1/communities/{community_id}/places"""

from typing import Annotated

from fastapi import Query, Response

from app.communities.deps import StaffMayReadParticipantsSomewhere
from app.communities.errors import PlaceExists, PlaceMisplaced
from app.communities.models import Place
from app.communities.places import service as places
from app.communities.places.deps import (
    PlaceToRead,
    StaffMayManagePlaces,
    StaffMayManagePlacesSomewhere,
)
from app.communities.places.imports import import_csv
from app.communities.places.schemas import (
    PlaceImport,
    PlaceIn,
    PlaceOut,
    StaffPlacePage,
    StaffPlaceQuery,
)
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import Forbidden, UnknownReference
from app.kernel.files.csv import CsvRefused
from app.kernel.web.dependencies import CsvUpload, Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    prefix="/places",
    tags=["places"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.post(
    "",
    status_code=201,
    response_model=PlaceOut,
    responses=problems(Forbidden, UnknownReference, PlaceMisplaced, PlaceExists),
)
async def add_place(
    body: PlaceIn, staff: StaffMayManagePlacesSomewhere, session: Session, response: Response
) -> Place:
    """Add a place: a grid, a building, an entrance or a household."""
    place = await places.add(session, body, by=staff)
    community_path = f"/admin/v1/communities/{staff.community_id}"
    response.headers["Location"] = f"{community_path}/places/{place.id}"
    return place


@router.post(
    "/imports",
    response_model=PlaceImport,
    responses=problems(Forbidden, PlaceExists, CsvRefused),
)
async def import_places(
    upload: CsvUpload, staff: StaffMayManagePlaces, session: Session
) -> PlaceImport:
    """Import places from CSV. Columns: 楼栋 building, optionally 网格 grid, 单元 entrance, 门户
    household. All lines are taken or none; existing places stay as they are."""
    return await import_csv(session, upload, by=staff)


@router.get("", response_model=StaffPlacePage, responses=problems(Forbidden))
async def list_places(
    query: Annotated[StaffPlaceQuery, Query()],
    staff: StaffMayReadParticipantsSomewhere,
    session: Session,
) -> Page[Place]:
    """List the places of the community, oldest first. Grid workers see those of their grid."""
    return await places.list_for_staff(session, staff, query)


@router.get("/{place_id}", response_model=PlaceOut, responses=problems(Forbidden))
async def get_place(place: PlaceToRead) -> Place:
    """Get a place."""
    return place
