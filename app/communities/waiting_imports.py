"""Imports of communities that have waited: made anew, with the grants that hold now."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.administrator_grants import administrator, staff_in
from app.communities.calendars.imports import CalendarImport
from app.communities.permissions import Permission, Staff
from app.communities.places.imports import PlacesImport
from app.communities.regions.imports import RegionsImport
from app.communities.register.imports import RegisterImport
from app.kernel.errors import Forbidden
from app.kernel.files.imports import SheetImport
from app.kernel.files.records import ImportRecord


async def import_of_register(session: AsyncSession, row: ImportRecord) -> tuple[SheetImport, Staff]:
    staff = await _staff(session, row, "register:import")
    return RegisterImport(staff), staff


async def import_of_places(session: AsyncSession, row: ImportRecord) -> tuple[SheetImport, Staff]:
    staff = await _staff(session, row, "place:manage")
    return PlacesImport(staff), staff


async def import_of_calendar(session: AsyncSession, row: ImportRecord) -> tuple[SheetImport, Staff]:
    staff = await _staff(session, row, "calendar:manage")
    return CalendarImport(staff), staff


async def import_of_regions(session: AsyncSession, row: ImportRecord) -> tuple[SheetImport, Staff]:
    admin = await administrator(session, row.imported_by)
    if not admin.may_somewhere("region:manage"):
        raise Forbidden
    return RegionsImport(admin, date.fromisoformat(row.options["valid_from"])), admin


async def _staff(session: AsyncSession, row: ImportRecord, permission: Permission) -> Staff:
    staff = await staff_in(session, row.community_id, row.imported_by)
    if staff is None or not staff.may(permission):
        raise Forbidden
    return staff
