"""Numbered documents: issued in the transaction of the decision that they confirm."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.documents.numbers import Number, counter_id
from app.communities.documents.schemas import DocumentOut
from app.communities.models import Community, DocumentKind, NumberCounter, NumberedDocument
from app.kernel import clock
from app.kernel.errors import NotFound


async def issue(
    session: AsyncSession, community_id: UUID, kind: DocumentKind, subject_id: UUID, now: datetime
) -> str:
    """Issues a document and returns its number. The serial comes from a counter whose lock all
    transactions of the community that issue wait for: call it last."""
    community = await session.get_one(Community, community_id)
    year = clock.day_of(now).year
    number = Number.new(
        community.short_number, year, await _next(session, community_id, kind, year)
    )
    document = NumberedDocument(
        community_id=community_id,
        number=str(number),
        kind=kind,
        subject_id=subject_id,
        issued_at=now,
    )
    session.add(document)
    return document.number


async def _next(session: AsyncSession, community_id: UUID, kind: DocumentKind, year: int) -> int:
    row = insert(NumberCounter).values(community_id=community_id, id=counter_id(kind, year), last=1)
    serial: int | None = await session.scalar(
        row.on_conflict_do_update(
            index_elements=["community_id", "id"], set_={"last": NumberCounter.last + 1}
        ).returning(NumberCounter.last)
    )
    assert serial is not None
    return serial


async def revoke(
    session: AsyncSession, community_id: UUID, subject_id: UUID, now: datetime
) -> None:
    """Revokes all documents that were issued about a row."""
    await session.execute(
        update(NumberedDocument)
        .where(
            NumberedDocument.community_id == community_id,
            NumberedDocument.subject_id == subject_id,
            NumberedDocument.revoked_at.is_(None),
        )
        .values(revoked_at=now)
    )


async def check(session: AsyncSession, text: str) -> DocumentOut:
    """Finds the document of a number. Raises NotFound for a number that was not issued, and for
    text that is no number."""
    number = Number.read(text)
    if number is None:
        raise NotFound
    statement = select(Community).filter_by(short_number=number.short_number)
    community = await session.scalar(statement)
    if community is None or community.region_id is None:
        raise NotFound
    query = select(NumberedDocument).filter_by(community_id=community.id, number=str(number))
    document = await session.scalar(query)
    if document is None:
        raise NotFound
    return DocumentOut(
        number=document.number,
        kind=document.kind,
        community_name=community.name,
        issued_at=document.issued_at,
        is_valid=document.revoked_at is None,
    )
