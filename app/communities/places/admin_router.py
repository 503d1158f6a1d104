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
    PlacePage,
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
    payload: PlaceIn, staff: StaffMayManagePlacesSomewhere, session: Session, response: Response
) -> Place:
    """Add a place: a grid, a building, an entrance or a household."""
    place = await places.add(session, payload, by=staff)
    here = f"/admin/v1/communities/{staff.community_id}"
    response.headers["Location"] = f"{here}/places/{place.id}"
    return place


@router.post(
    "/imports",
    response_model=PlaceImport,
    responses=problems(Forbidden, PlaceExists, CsvRefused),
)
async def import_places(
    upload: CsvUpload, staff: StaffMayManagePlaces, session: Session
) -> PlaceImport:
    """Import places (columns 网格 grid, 楼栋 building, 单元 entrance, 门户 household; only the
    building is needed). All lines or none; what is there already stays as it is."""
    return await import_csv(session, upload, by=staff)


@router.get("", response_model=PlacePage, responses=problems(Forbidden))
async def list_places(
    query: Annotated[StaffPlaceQuery, Query()],
    staff: StaffMayReadParticipantsSomewhere,
    session: Session,
) -> Page[Place]:
    """List the places of the community; grid workers see those of their grid."""
    return await places.list_for_staff(session, staff, query)


@router.get("/{place_id}", response_model=PlaceOut, responses=problems(Forbidden))
async def get_place(place: PlaceToRead) -> Place:
    """Get a place."""
    return place
