"""/admin/v1/communities/{community_id}/places"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.communities.deps import CurrentStaff, StaffMayReadParticipantsSomewhere
from app.communities.errors import PlaceExists, PlaceMisplaced
from app.communities.places import merging
from app.communities.places import service as places
from app.communities.places.deps import (
    PlaceToManage,
    PlaceToRead,
    StaffMayManagePlaces,
    StaffMayManagePlacesSomewhere,
)
from app.communities.places.imports import PlacesImport
from app.communities.places.schemas import (
    PlaceIn,
    PlaceMerge,
    PlaceMergeOut,
    PlaceName,
    StaffPlaceOut,
    StaffPlacePage,
    StaffPlaceQuery,
)
from app.communities.places.shown import show_one, show_to_staff
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import Forbidden, UnknownReference
from app.kernel.files.answers import (
    ImportTooOld,
    answer_import,
    find_import,
    list_imports,
    undo_import,
)
from app.kernel.files.cells import SheetRefused
from app.kernel.files.import_schemas import ImportOut, ImportPage, ImportQuery, show_import
from app.kernel.files.journal import ImportChangedSince, ImportInUse
from app.kernel.files.records import ImportRecord
from app.kernel.web.dependencies import Session, SheetUpload
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page, PageQuery
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
    response_model=StaffPlaceOut,
    responses=problems(Forbidden, UnknownReference, PlaceMisplaced, PlaceExists),
)
async def add_place(
    body: PlaceIn, staff: StaffMayManagePlacesSomewhere, session: Session, response: Response
) -> StaffPlaceOut:
    """Add a place: a grid, a building, an entrance or a household."""
    place = await places.add(session, body, by=staff)
    community_path = f"/admin/v1/communities/{staff.community_id}"
    response.headers["Location"] = f"{community_path}/places/{place.id}"
    return await show_one(session, place)


@router.post(
    "/imports",
    response_model=ImportOut,
    responses=problems(Forbidden, PlaceExists, SheetRefused),
)
async def import_places(
    staff: StaffMayManagePlaces,
    query: Annotated[ImportQuery, Query()],
    upload: SheetUpload,
    response: Response,
    session: Session,
) -> ImportOut:
    """Import places from a sheet (CSV, XLSX). Columns: 楼栋 building, optionally 网格 grid, 单元
    entrance, 房号 household. Existing places stay as they are. All lines are taken or none; the
    same sheet again changes nothing. With `preview=true` it tells what would change; a large sheet
    (202) waits for a worker."""
    return await answer_import(session, upload, PlacesImport(staff), query, response, by=staff)


@router.get("/imports", response_model=ImportPage, responses=problems(Forbidden))
async def list_place_imports(
    query: Annotated[PageQuery, Query()], staff: StaffMayManagePlaces, session: Session
) -> Page[ImportOut]:
    """List the imports of places, newest first. Sheets that wait or run have their progress."""
    return await list_imports(session, staff.community_id, PlacesImport.kind, query)


@router.get("/imports/{import_id}", response_model=ImportOut, responses=problems(Forbidden))
async def get_place_import(
    import_id: UUID, staff: StaffMayManagePlaces, session: Session
) -> ImportOut:
    """Get an import of places, with its progress while it waits or runs."""
    return show_import(await find_import(session, staff.community_id, PlacesImport.kind, import_id))


@router.post(
    "/imports/{import_id}/undo",
    response_model=ImportOut,
    responses=problems(
        *(Forbidden, ImportRecord.WRONG_STATE, ImportInUse, ImportChangedSince, ImportTooOld)
    ),
)
async def undo_place_import(
    import_id: UUID, staff: StaffMayManagePlaces, session: Session
) -> ImportOut:
    """Undo an import of places, within 30 days and as long as nothing rests on it."""
    row = await find_import(session, staff.community_id, PlacesImport.kind, import_id)
    return await undo_import(session, row, PlacesImport, by=staff)


@router.get("", response_model=StaffPlacePage, responses=problems(Forbidden))
async def list_places(
    query: Annotated[StaffPlaceQuery, Query()],
    staff: StaffMayReadParticipantsSomewhere,
    session: Session,
) -> Page[StaffPlaceOut]:
    """List the places of the community, oldest first. Grid workers see those of their grid."""
    page = await places.list_for_staff(session, staff, query)
    return page.with_items(await show_to_staff(session, staff.community_id, page.items))


@router.get("/{place_id}", response_model=StaffPlaceOut, responses=problems(Forbidden))
async def get_place(place: PlaceToRead, session: Session) -> StaffPlaceOut:
    """Get a place."""
    return await show_one(session, place)


@router.post(
    "/{place_id}/rename",
    response_model=StaffPlaceOut,
    responses=problems(Forbidden, PlaceExists),
)
async def rename_place(
    place: PlaceToManage, body: PlaceName, staff: CurrentStaff, session: Session
) -> StaffPlaceOut:
    """Rename a place. What refers to it shows the new name."""
    return await show_one(session, await places.rename(session, place, body.name, by=staff))


@router.post("/{place_id}/retire", response_model=StaffPlaceOut, responses=problems(Forbidden))
async def retire_place(
    place: PlaceToManage, staff: CurrentStaff, session: Session
) -> StaffPlaceOut:
    """Retire a place and all below it. Nobody moves in any more, and it is not offered; who lives
    there stays."""
    return await show_one(session, await places.retire(session, place, by=staff))


@router.post(
    "/{place_id}/reopen",
    response_model=StaffPlaceOut,
    responses=problems(Forbidden, PlaceMisplaced),
)
async def reopen_place(
    place: PlaceToManage, staff: CurrentStaff, session: Session
) -> StaffPlaceOut:
    """Offer a retired place again, with all below it that has not been merged."""
    return await show_one(session, await places.reopen(session, place, by=staff))


@router.post(
    "/{place_id}/merge",
    response_model=PlaceMergeOut,
    responses=problems(Forbidden, UnknownReference, PlaceMisplaced),
)
async def merge_place(
    place: PlaceToManage,
    body: PlaceMerge,
    query: Annotated[ImportQuery, Query()],
    staff: CurrentStaff,
    session: Session,
) -> PlaceMergeOut:
    """Merge a place into another one of its kind. Residents, claims, entries of the register,
    grants and all places below follow; the former place is retired and leads there. With
    `preview=true` it counts what would follow."""
    return await merging.merge(session, place, body.into_id, is_preview=query.preview, by=staff)
