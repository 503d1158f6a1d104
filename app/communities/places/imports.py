"""Places from a CSV upload: a line names a place and all places on its path."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.errors import PlaceExists
from app.communities.models import Place
from app.communities.permissions import Staff
from app.communities.places.schemas import PlaceImport
from app.communities.places.service import load_tree
from app.communities.places.tree import COLUMNS, Tree
from app.kernel.database.engine import savepoint
from app.kernel.files.csv import Line, Report
from app.kernel.files.imports import CsvImport, insert_in_batches, run_import


async def import_csv(session: AsyncSession, upload: bytes, *, by: Staff) -> PlaceImport:
    return await run_import(session, upload, _Places(by), by=by)


class _Places(CsvImport[PlaceImport]):
    """The import of places: existing places stay as they are."""

    columns = COLUMNS
    action = "places.imported"

    def __init__(self, by: Staff) -> None:
        self.community_id = by.community_id
        self.tree = Tree(by.community_id)
        self.lines = 0

    async def load(self, session: AsyncSession, lines: Sequence[Line]) -> None:
        self.tree, self.lines = await load_tree(session, self.community_id), len(lines)

    def judge(self, lines: Sequence[Line], report: Report) -> None:
        for line in lines:
            if (kind := self.tree.grow(line)) is not None:
                report.refuse(line.number, kind, "name_taken")

    async def write(self, session: AsyncSession) -> PlaceImport:
        async with savepoint(session, uq_places_name=PlaceExists):
            await insert_in_batches(session, Place, self.tree.created)
        return PlaceImport(lines=self.lines, created=len(self.tree.created))

    def facts(self, counts: PlaceImport) -> dict[str, str]:
        return {"created": str(counts.created)}
