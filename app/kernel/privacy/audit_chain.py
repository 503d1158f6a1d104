"""The chain of audit entries: each community's are numbered, and each number holds a hash over all
that came before. Whoever keeps a head elsewhere can prove later that nothing was changed, removed,
inserted or put into another order."""

import struct
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Protocol
from uuid import UUID

from sqlalchemy import BigInteger, Index, Select, and_, insert, select
from sqlalchemy.dialects.postgresql import insert as insert_or_not
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import Base
from app.kernel.privacy.audit import AuditContent, AuditEntry

BATCH_SIZE = 500
START = bytes(32)
"""Previous hash of the first link of a community."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
FORM = struct.Struct(">32sq16s16sq16s16s32s")


class AuditLink(CommunityScoped, Base):
    """The position of an entry in its chain, under the id of the entry. Only ever inserted."""

    __tablename__ = "audit_chain"
    PRIVACY = "internal"
    number: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[bytes]

    __table_args__ = (Index("uq_audit_chain_number", "community_id", "number", unique=True),)


class AuditHead(CommunityScoped, Base):
    """The newest link of a community, under the community's id. It is locked while the chain is
    made longer, and spares a search of the chain."""

    __tablename__ = "audit_heads"
    PRIVACY = "internal"
    number: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[bytes]


class Chained(Protocol):
    """The part of an entry that its hash covers."""

    @property
    def community_id(self) -> UUID: ...
    @property
    def id(self) -> UUID: ...
    @property
    def at(self) -> datetime: ...
    @property
    def actor_id(self) -> UUID: ...
    @property
    def subject_id(self) -> UUID: ...
    @property
    def content_hash(self) -> bytes: ...
    @property
    def action(self) -> str: ...


def next_hash(previous: bytes, number: int, entry: Chained) -> bytes:
    """Returns SHA-256 over the previous hash and the entry. All parts but the last have one length
    each: hash, number, community, id, microseconds since 1970, actor, subject, content's hash,
    action in UTF-8; integers are signed, of eight bytes, the highest first."""
    fixed = FORM.pack(
        previous,
        number,
        entry.community_id.bytes,
        entry.id.bytes,
        (entry.at - EPOCH) // MICROSECOND,
        entry.actor_id.bytes,
        entry.subject_id.bytes,
        entry.content_hash,
    )
    return sha256(fixed + entry.action.encode()).digest()


async def chain_batch(session: AsyncSession, community_id: UUID) -> Sequence[AuditContent]:
    """Numbers and chains the oldest entries of the community that have no position yet, and returns
    their contents. Which these are stands in rows of their own transactions: an entry that is
    committed late is found late, but is not passed over."""
    head = await _lock_head(session, community_id)
    rows = (await session.execute(_unchained(community_id))).all()
    links = [_link(head, entry) for entry, _ in rows]
    if links:
        await session.execute(insert(AuditLink), links)
    for _, content in rows:
        content.is_chained = True
    return [content for _, content in rows]


async def _lock_head(session: AsyncSession, community_id: UUID) -> AuditHead:
    # Locked first and read later: two workers then see each other's links.
    first = {"community_id": community_id, "id": community_id, "number": 0, "hash": START}
    await session.execute(insert_or_not(AuditHead).values(first).on_conflict_do_nothing())
    query = select(AuditHead).filter_by(community_id=community_id, id=community_id)
    return (await session.scalars(query.with_for_update(key_share=True))).one()


def _unchained(community_id: UUID) -> Select[AuditEntry, AuditContent]:
    return (
        select(AuditEntry, AuditContent)
        .join(
            AuditContent,
            and_(
                AuditContent.community_id == AuditEntry.community_id,
                AuditContent.id == AuditEntry.id,
            ),
        )
        .where(
            AuditEntry.community_id == community_id,
            AuditContent.community_id == community_id,
            AuditContent.is_chained.is_(False),
        )
        .order_by(AuditContent.at, AuditContent.id)
        .limit(BATCH_SIZE)
    )


def _link(head: AuditHead, entry: AuditEntry) -> dict[str, object]:
    """Moves the head on by the entry, and returns the columns of its link."""
    number = head.number + 1
    head.hash = next_hash(head.hash, number, entry)
    head.number = number
    return {
        "community_id": entry.community_id,
        "id": entry.id,
        "number": number,
        "hash": head.hash,
    }
