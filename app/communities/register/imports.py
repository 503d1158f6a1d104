"""The residents' register (居民名册) from a CSV upload."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import CursorResult, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Place, PlaceKind, RegisterEntry
from app.communities.permissions import Staff
from app.communities.places.service import load_tree
from app.communities.places.tree import COLUMNS as PLACE_COLUMNS
from app.communities.places.tree import Tree
from app.communities.register.phones import e164
from app.communities.register.schemas import RegisterImport
from app.kernel import clock
from app.kernel.files.csv import Column, Line, Report
from app.kernel.files.imports import CsvImport, batches, insert_in_batches, run_import


async def import_csv(session: AsyncSession, upload: bytes, *, by: Staff) -> RegisterImport:
    return await run_import(session, upload, _Register(by), by=by)


class _Register(CsvImport[RegisterImport]):
    """The import of the register: new entries replace those of the same households."""

    columns = (
        *PLACE_COLUMNS[:-1],
        PLACE_COLUMNS[-1]._replace(is_required=True),
        Column("name", "姓名", max_length=50),
        Column("phone", "手机", max_length=30, is_phone=True),
    )
    action = "register.imported"

    def __init__(self, by: Staff) -> None:
        self.community_id, self.now = by.community_id, clock.now()
        self.tree = Tree(by.community_id)
        self.seen_keys: set[tuple[object, ...]] = set()
        self.entries: list[RegisterEntry] = []

    async def load(self, session: AsyncSession, lines: Sequence[Line]) -> None:
        self.tree = await load_tree(session, self.community_id)

    def judge(self, lines: Sequence[Line], report: Report) -> None:
        for line in lines:
            household, phone = self.tree.find(line), e164(line["phone"])
            if phone is None:
                report.refuse(line.number, "phone", "not_a_phone")
            if household is None:
                report.refuse(line.number, PlaceKind.HOUSEHOLD, "unknown_place")
            if household is not None and phone is not None:
                self._take(line, household.id, phone, report)

    async def write(self, session: AsyncSession) -> RegisterImport:
        households = sorted({entry.household_id for entry in self.entries})
        for batch in batches(households):
            await _lock(session, self.community_id, batch)
        replaced = 0
        for batch in batches(households):
            replaced += await _clear(session, self.community_id, batch)
        await insert_in_batches(session, RegisterEntry, self.entries)
        return RegisterImport(
            households=len(households), entries=len(self.entries), replaced=replaced
        )

    def _take(self, line: Line, household_id: UUID, phone: str, report: Report) -> None:
        entry = RegisterEntry(
            community_id=self.community_id,
            household_id=household_id,
            name=line["name"],
            phone=phone,
            imported_at=self.now,
        )
        if entry.person in self.seen_keys:
            report.refuse(line.number, "", "repeated")
        self.seen_keys.add(entry.person)
        self.entries.append(entry)


async def _lock(session: AsyncSession, community_id: UUID, households: Sequence[UUID]) -> None:
    """Locks these households, in the order of ids. Of two imports at once, the second one waits
    here and then replaces what the first has written; without this their entries would merge."""
    await session.execute(
        select(Place.id)
        .where(Place.community_id == community_id, Place.id.in_(households))
        .order_by(Place.id)
        .with_for_update(key_share=True)
    )


async def _clear(session: AsyncSession, community_id: UUID, households: Sequence[UUID]) -> int:
    """Deletes the entries of these households, and returns their number."""
    done = await session.execute(
        delete(RegisterEntry).where(
            RegisterEntry.community_id == community_id,
            RegisterEntry.household_id.in_(households),
        )
    )
    return done.rowcount if isinstance(done, CursorResult) else 0
