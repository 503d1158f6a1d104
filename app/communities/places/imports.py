"""Places from a sheet: a line names a place and all places on its path."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.errors import PlaceExists
from app.communities.models import GrantProposal, Place, RoleGrant
from app.communities.permissions import Staff
from app.communities.places.service import load_tree
from app.communities.places.tree import COLUMNS, Tree, words_of
from app.kernel.database.engine import savepoint
from app.kernel.files.cells import Line, Report
from app.kernel.files.imports import Effect, SheetImport
from app.kernel.files.journal import (
    ImportInUse,
    Journal,
    batches,
    delete_created,
    insert_in_batches,
)
from app.kernel.files.records import ImportRecord


class PlacesImport(SheetImport):
    """The import of places: existing places stay as they are."""

    kind = "places"
    columns = COLUMNS
    action = "places.imported"

    def __init__(self, by: Staff) -> None:
        super().__init__()
        self.community_id = by.community_id
        self.tree = Tree(by.community_id)

    async def load(self, session: AsyncSession, lines: Sequence[Line]) -> None:
        self.tree = await load_tree(session, self.community_id)

    def judge(self, lines: Sequence[Line], report: Report) -> None:
        for line in lines:
            before = len(self.tree.created)
            if (misfit := self.tree.grow(line)) is not None:
                report.refuse(line.number, misfit.kind, misfit.code)
                continue
            created = self.tree.created[before:]
            for _ in created:
                self.outcome.note(line.number, Effect.CREATED, words_of(line))
            if not created:
                self.outcome.note(line.number, Effect.UNCHANGED, words_of(line))

    async def write(self, session: AsyncSession) -> None:
        created, written = self.tree.created, 0
        async with savepoint(session, uq_places_name=PlaceExists):
            for batch in batches(created):
                await insert_in_batches(session, Place, batch)
                written += len(batch)
                await self.tell_written(written, len(created))
        self.journal.note_created(Place, [place.id for place in created])

    @classmethod
    async def undo(cls, session: AsyncSession, row: ImportRecord, journal: Journal) -> None:
        """Deletes the new places. Raises ImportInUse where somebody lives, works or is expected in
        one."""
        created = journal.created_in(Place)
        await require_ungranted(session, created)
        await delete_created(session, Place, row.community_id, created)


async def require_ungranted(session: AsyncSession, places: Sequence[UUID]) -> None:
    """Raises ImportInUse where a grant, or a proposal of one, is for one of the places."""
    for batch in batches(places):
        granted = exists().where(RoleGrant.scope_id.in_(batch))
        proposed = exists().where(GrantProposal.scope_id.in_(batch))
        if await session.scalar(select(or_(granted, proposed))):
            raise ImportInUse
