"""The roll: who lives where, as the community's own register has it."""

from asyncio import to_thread
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CursorResult, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import PlaceKind, RegisterEntry
from app.communities.permissions import Staff
from app.communities.places.service import load_tree
from app.communities.places.tree import COLUMNS as PLACES
from app.communities.places.tree import Tree
from app.communities.register.phones import e164
from app.communities.register.schemas import RegisterImport, RegisterSize
from app.kernel import clock
from app.kernel.files.csv import Column, Line, Report, read
from app.kernel.privacy.audit import record

COLUMNS = (
    *PLACES[:-1],
    PLACES[-1]._replace(is_required=True),
    Column("name", "姓名", most=40),
    Column("phone", "手机", most=30),
)
BATCH_SIZE = 1000


async def import_csv(session: AsyncSession, body: bytes, *, by: Staff) -> RegisterImport:
    """Replaces what the roll has of the households that are named. All lines or none."""
    report = Report()
    lines = await to_thread(read, body, COLUMNS, report)
    tree = await load_tree(session, by.community_id)
    entries = await to_thread(_sealed, tree, lines, report, clock.now())
    report.require_clean()
    homes = sorted({entry["household_id"] for entry in entries})
    replaced = await _clear(session, by.community_id, homes)
    for start in range(0, len(entries), BATCH_SIZE):
        await session.execute(insert(RegisterEntry), entries[start : start + BATCH_SIZE])
    done = RegisterImport(households=len(homes), entries=len(entries), replaced=replaced)
    facts = {name: str(value) for name, value in done.model_dump().items()}
    record(session, by, "register.imported", by, **facts)
    return done


async def size(session: AsyncSession, community_id: UUID) -> RegisterSize:
    counts = select(
        func.count(RegisterEntry.household_id.distinct()),
        func.count(),
        func.max(RegisterEntry.imported_at),
    ).where(RegisterEntry.community_id == community_id)
    households, entries, imported_at = (await session.execute(counts)).one()
    return RegisterSize(households=households, entries=entries, imported_at=imported_at)


def _sealed(
    tree: Tree, lines: Sequence[Line], report: Report, now: datetime
) -> list[dict[str, Any]]:
    """What is to be written; away from the loop, for sealing many takes a while."""
    seen: set[tuple[UUID, bytes, bytes]] = set()
    entries = []
    for line in lines:
        home, phone = tree.find(line), e164(line["phone"])
        if phone is None:
            report.refuse(line.number, "phone", "not_a_phone")
        if home is None:
            report.refuse(line.number, PlaceKind.HOUSEHOLD, "unknown_place")
        if home is None or phone is None:
            continue
        entry = RegisterEntry(
            community_id=tree.community_id,
            household_id=home.id,
            name=line["name"],
            phone=phone,
            imported_at=now,
        )
        key = (home.id, entry.name_index, entry.phone_index)
        if key in seen:
            report.refuse(line.number, "", "repeated")
        seen.add(key)
        entries.append(_values(entry))
    return entries


def _values(entry: RegisterEntry) -> dict[str, Any]:
    return {column.key: getattr(entry, column.key) for column in RegisterEntry.__table__.columns}


async def _clear(session: AsyncSession, community_id: UUID, homes: Sequence[UUID]) -> int:
    cleared = 0
    for start in range(0, len(homes), BATCH_SIZE):
        done = await session.execute(
            delete(RegisterEntry).where(
                RegisterEntry.community_id == community_id,
                RegisterEntry.household_id.in_(homes[start : start + BATCH_SIZE]),
            )
        )
        cleared += done.rowcount if isinstance(done, CursorResult) else 0
    return cleared
