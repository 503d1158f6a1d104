"""Sweeps of organizations: sheets that wait are imported, with the grants that hold then."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.administrator_grants import administrator
from app.communities.permissions import Staff
from app.kernel.errors import Forbidden
from app.kernel.files.imports import SheetImport
from app.kernel.files.records import ImportRecord
from app.kernel.files.waiting import (
    IMPORT_TIMEOUT_SECONDS,
    IMPORTS_EVERY,
    importer,
    waiting_imports,
)
from app.kernel.jobs.sweeps import Sweep
from app.organizations.organizations.imports import OrganizationsImport
from app.organizations.work_units.imports import WorkUnitsImport


async def import_of_work_units(
    session: AsyncSession, row: ImportRecord
) -> tuple[SheetImport, Staff]:
    admin = await _administrator(session, row)
    return WorkUnitsImport(admin), admin


async def import_of_organizations(
    session: AsyncSession, row: ImportRecord
) -> tuple[SheetImport, Staff]:
    admin = await _administrator(session, row)
    return OrganizationsImport(admin), admin


async def _administrator(session: AsyncSession, row: ImportRecord) -> Staff:
    admin = await administrator(session, row.imported_by)
    if not admin.may_somewhere("organization:manage"):
        raise Forbidden
    return admin


IMPORTS = {
    WorkUnitsImport.kind: import_of_work_units,
    OrganizationsImport.kind: import_of_organizations,
}
SWEEPS = (
    Sweep(
        "organizations.import",
        IMPORTS_EVERY,
        waiting_imports(IMPORTS),
        importer(IMPORTS),
        IMPORT_TIMEOUT_SECONDS,
    ),
)
