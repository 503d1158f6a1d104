"""Verification of the audit chain: finds entries that were changed, removed, inserted or put into
another order, and contents that are not those of their entries."""

from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, NamedTuple, Self
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from app.kernel.database.engine import Database
from app.kernel.privacy.audit import AuditContent
from app.kernel.privacy.audit_chain import START, next_hash
from app.kernel.privacy.damage import SealedDamaged

BATCH_SIZE = 5_000
LATE = timedelta(hours=1)
"""An entry is chained within minutes of its instant. One that is dated so much earlier than what
stands before it was put there later."""

COMMUNITIES = text(
    "SELECT community_id FROM audit_heads UNION SELECT DISTINCT community_id FROM audit_entries"
    " ORDER BY community_id"
)
LINKS = """
SELECT l.number, l.id, l.hash, e.at, e.actor_id, e.subject_id, e.content_hash, e.action,
    c.id, c.content_sealed, c.about_sealed
FROM audit_chain l
LEFT JOIN audit_entries e ON e.community_id = $1 AND e.id = l.id
LEFT JOIN audit_contents c ON c.community_id = $1 AND c.id = l.id
WHERE l.community_id = $1 AND l.number > $2
ORDER BY l.number LIMIT $3
"""
ENTRIES = """
SELECT e.id, e.at, c.is_chained, l.id IS NOT NULL
FROM audit_entries e
LEFT JOIN audit_chain l ON l.community_id = $1 AND l.id = e.id
LEFT JOIN audit_contents c ON c.community_id = $1 AND c.id = e.id
WHERE e.community_id = $1 AND e.id > $2
ORDER BY e.id LIMIT $3
"""
HEAD = "SELECT number, hash FROM audit_heads WHERE community_id = $1"
FIRST_ID = UUID(int=0)


class Head(NamedTuple):
    """The newest link of a community's chain at some time, as it is kept elsewhere."""

    community_id: UUID
    number: int
    hash: bytes

    @classmethod
    def read(cls, line: str) -> Self:
        """Reads `community:number:hash`. Raises ValueError."""
        community_id, number, digest = line.strip().split(":")
        return cls(UUID(community_id), int(number), bytes.fromhex(digest))

    def __str__(self) -> str:
        return f"{self.community_id}:{self.number}:{self.hash.hex()}"


class Flaw(NamedTuple):
    """One flaw in the chain of a community: its kind and its position."""

    community_id: UUID
    what: str
    number: int | None = None
    entry_id: UUID | None = None

    def __str__(self) -> str:
        position = "" if self.number is None else f" number {self.number}"
        entry = "" if self.entry_id is None else f" entry {self.entry_id}"
        return f"{self.community_id}{position}{entry}: {self.what}"


@dataclass
class Verified:
    """The result of verifying the chain of one community."""

    community_id: UUID
    number: int = 0
    hash: bytes = START
    """Number and hash of the last link that was read."""
    waiting: int = 0
    """Entries that the sweep has still to chain."""
    erased: int = 0
    """Contents that were erased, as the law or retention asks."""
    flaws: list[Flaw] = field(default_factory=list)

    @property
    def head(self) -> Head:
        return Head(self.community_id, self.number, self.hash)

    def add(self, what: str, number: int | None = None, entry_id: UUID | None = None) -> None:
        self.flaws.append(Flaw(self.community_id, what, number, entry_id))


async def communities(database: Database) -> Sequence[UUID]:
    """Returns the communities that have entries or a chain."""
    async with database.connect() as connection:
        return (await connection.scalars(COMMUNITIES)).all()


async def verify(
    database: Database,
    community_id: UUID,
    now: datetime,
    known_heads: Sequence[Head] = (),
    *,
    opens_contents: bool = True,
) -> Verified:
    """Verifies the chain of one community against itself and against heads that were kept
    elsewhere. Opening the contents takes more than half of the time."""
    result = Verified(community_id)
    async with database.connect() as connection:
        # The sweep may go on meanwhile: what stood at the head before must stand in the chain.
        heads = [*known_heads, *await _heads(connection, community_id)]
        known = [head for head in heads if head.community_id == community_id]
        chain = _Chain(result, known, opens_contents)
        async for rows in _batches(connection, LINKS, community_id, 0):
            for row in rows:
                chain.check(row)
        async for rows in _batches(connection, ENTRIES, community_id, FIRST_ID):
            _check_entries(result, rows, now)
        ends = [head.number for head in await _heads(connection, community_id)]
    if result.number > max(ends, default=0):
        result.add("links were inserted behind the head", result.number)
    for number in sorted({head.number for head in known if head.number > result.number}):
        result.add("the chain ends before a head that was kept", number)
    return result


class _Entry(NamedTuple):
    """An entry as its hash covers it."""

    community_id: UUID
    id: UUID
    at: datetime
    actor_id: UUID
    subject_id: UUID
    content_hash: bytes
    action: str


class _Chain:
    """Walks over the links of one community, in their order."""

    def __init__(self, result: Verified, known: Iterable[Head], opens_contents: bool) -> None:
        self._result = result
        self._known: dict[int, set[bytes]] = {}
        for head in known:
            self._known.setdefault(head.number, set()).add(head.hash)
        self._opens_contents = opens_contents
        self._newest_at: datetime | None = None

    def check(self, row: Sequence[Any]) -> None:
        result = self._result
        number, entry_id, stored, *columns = row
        if number != result.number + 1:
            result.add(f"links up to here from {result.number + 1} on were removed", number)
        if columns[0] is None:
            result.add("the entry was removed", number, entry_id)
        else:
            entry = _Entry(result.community_id, entry_id, *columns[:5])
            for what in self._flaws_of(number, stored, entry, columns[5:]):
                result.add(what, number, entry_id)
        if self._known.get(number, {stored}) != {stored}:
            result.add("the hash is not that of the head that was kept", number, entry_id)
        # What follows is judged by the stored hash, so that one change is one flaw.
        result.number, result.hash = number, stored

    def _flaws_of(
        self, number: int, stored: bytes, entry: _Entry, content: Sequence[Any]
    ) -> Iterator[str]:
        if stored != next_hash(self._result.hash, number, entry):
            yield "the entry or its position was changed"
        if self._newest_at is not None and entry.at < self._newest_at - LATE:
            yield "the entry is dated long before those that precede it"
        self._newest_at = entry.at if self._newest_at is None else max(entry.at, self._newest_at)
        if self._opens_contents:
            yield from self._flaws_of_content(entry.id, entry.content_hash, *content)

    def _flaws_of_content(
        self,
        entry_id: UUID,
        content_hash: bytes,
        content_id: UUID | None,
        content_sealed: bytes | None,
        about_sealed: bytes | None,
    ) -> Iterator[str]:
        if content_id is None:
            yield "the content was removed"
        elif content_sealed is None:
            self._result.erased += 1
        else:
            try:
                if not self._is_content(entry_id, content_hash, content_sealed, about_sealed):
                    yield "the content was changed"
            except SealedDamaged:
                yield "the content does not open"

    def _is_content(
        self, entry_id: UUID, content_hash: bytes, sealed: bytes, about_sealed: bytes | None
    ) -> bool:
        community_id = self._result.community_id
        content = AuditContent.content.open_for(AuditContent, community_id, entry_id, sealed) or ""
        about = AuditContent.about.open_for(AuditContent, community_id, entry_id, about_sealed)
        person = (about or "").rpartition("/")[2]
        names_the_person = about is None or f'"about":"{person}"' in content
        return sha256(content.encode()).digest() == content_hash and names_the_person


def _check_entries(result: Verified, rows: Sequence[Sequence[Any]], now: datetime) -> None:
    """Entries without a link are new, or somebody has inserted them beside the chain."""
    for entry_id, at, is_chained, has_link in rows:
        if has_link:
            continue
        if is_chained is False:
            result.waiting += 1
            if at < now - LATE:
                result.add("the entry has waited long to be chained", None, entry_id)
        else:
            result.add("the entry was inserted beside the chain", None, entry_id)


async def _heads(connection: AsyncConnection, community_id: UUID) -> list[Head]:
    rows = await _fetch(connection, HEAD, community_id)
    return [Head(community_id, number, digest) for number, digest in rows if number]


async def _batches(
    connection: AsyncConnection, statement: str, community_id: UUID, first: Any
) -> AsyncIterator[Sequence[Sequence[Any]]]:
    """Yields rows in portions, behind the last key that was seen, which is their first column."""
    last = first
    while rows := await _fetch(connection, statement, community_id, last, BATCH_SIZE):
        yield rows
        last = rows[-1][0]


async def _fetch(
    connection: AsyncConnection, statement: str, *arguments: Any
) -> Sequence[Sequence[Any]]:
    # The driver itself: a million rows through SQLAlchemy would take twice as long.
    driver: Any = (await connection.get_raw_connection()).driver_connection
    rows: Sequence[Sequence[Any]] = await driver.fetch(statement, *arguments)
    return rows
