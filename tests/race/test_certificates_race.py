"""A certificate that is issued while an entry on it is reversed, with real connections; and the
same with entries that are only read."""

import asyncio
from collections.abc import Awaitable, Callable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel import clock
from app.kernel.database.engine import Database, get_row, lock
from app.service_records.certificates.queries import services_to_certify
from app.service_records.certificates.service import note_reversal
from app.service_records.models import Certificate, CertifiedEntry, EntryStatus, ServiceEntry
from tests.factories import a_community
from tests.service_records.certificates import a_certificate, a_volunteer
from tests.service_records.entries import put

Reader = Callable[[AsyncSession, Certificate], Awaitable[list[UUID]]]
PATIENCE_SECONDS = 0.5
"""Time in which a reversal that does not wait would be done."""


async def corrected_beside_a_reversal(database: Database, read: Reader) -> bool:
    """Issues a certificate while its entry is reversed; returns whether it says so afterwards."""
    here = await a_community(database)
    row = await a_certificate(database, await a_volunteer(database, here))
    async with database.transaction() as session:
        entry = await session.scalar(select(ServiceEntry).filter_by(community_id=here))
    assert entry is not None
    is_read = asyncio.Event()

    async def issue() -> None:
        async with database.transaction() as session:
            certificate = await get_row(session, Certificate, here, row.id)
            await lock(session, certificate)
            for id_ in await read(session, certificate):
                session.add(CertifiedEntry(community_id=here, certificate_id=row.id, entry_id=id_))
            certificate.issue(
                clock.now(), row.entered_by, number="1", minutes=90, content={}, digest=b"x"
            )
            await session.flush()
            is_read.set()
            await asyncio.wait({reversal}, timeout=PATIENCE_SECONDS)

    async def reverse() -> None:
        await is_read.wait()
        async with database.transaction() as session:
            held = await get_row(session, ServiceEntry, here, entry.id)
            await lock(session, held)
            put(held, EntryStatus.REVERSED)
        async with database.transaction() as session:
            await note_reversal(session, here, entry.id)

    reversal = asyncio.create_task(reverse())
    await asyncio.gather(issue(), reversal)
    async with database.transaction() as session:
        return (await get_row(session, Certificate, here, row.id)).corrected_at is not None


async def test_a_reversal_waits_and_finds_the_certificate(own_database: Database) -> None:
    async def read(session: AsyncSession, certificate: Certificate) -> list[UUID]:
        entries, _ = await services_to_certify(session, certificate)
        return list(entries)

    assert await corrected_beside_a_reversal(own_database, read)


async def test_with_entries_that_are_only_read_it_says_nothing(own_database: Database) -> None:
    async def read(session: AsyncSession, certificate: Certificate) -> list[UUID]:
        here = certificate.community_id
        entries = select(ServiceEntry.id).where(ServiceEntry.community_id == here)
        return list(await session.scalars(entries))

    assert not await corrected_beside_a_reversal(own_database, read)
