"""Keyset pages: where a page ended is where the next one begins."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Generic, NamedTuple, Protocol, Self, TypeVar
from uuid import UUID

from pydantic import Field, field_validator

from app.kernel.web.schemas import In

_key = b""
SEAL = 8


def use(key: bytes) -> None:
    """Once a process: what cursors are signed with."""
    global _key
    _key = key


def _seal(told: bytes) -> bytes:
    return blake2b(told, digest_size=SEAL, key=_key).digest()


class HasId(Protocol):
    @property
    def id(self) -> UUID: ...


class Cursor(NamedTuple):
    """Behind a row of a list that is ordered by an instant, then by id."""

    at: datetime
    id: UUID

    @classmethod
    def read(cls, cursor: str) -> Self:
        """ValueError when it is none."""
        sealed = urlsafe_b64decode(cursor)
        seal, told = sealed[:SEAL], sealed[SEAL:]
        if not hmac.compare_digest(seal, _seal(told)):
            raise ValueError
        at, _, row_id = told.decode().partition("/")
        try:
            return cls(datetime.fromisoformat(at).astimezone(UTC), UUID(row_id))
        except OverflowError as error:
            raise ValueError from error

    @classmethod
    def of(cls, row: "HasId") -> Self:
        """In a list that is ordered by id alone."""
        return cls(datetime(1, 1, 2, tzinfo=UTC), row.id)

    def encode(self) -> str:
        told = f"{self.at.isoformat()}/{self.id}".encode()
        return urlsafe_b64encode(_seal(told) + told).decode()


START = Cursor(datetime(1, 1, 2, tzinfo=UTC), UUID(int=0))
END = Cursor(datetime(9999, 12, 30, tzinfo=UTC), UUID(int=2**128 - 1))


class PageQuery(In):
    limit: int = Field(20, ge=1, le=100)
    cursor: str | None = Field(None, max_length=200)

    @field_validator("cursor")
    @classmethod
    def _is_one(cls, cursor: str | None) -> str | None:
        if cursor is not None:
            Cursor.read(cursor)
        return cursor

    @property
    def after(self) -> Cursor:
        return START if self.cursor is None else Cursor.read(self.cursor)

    @property
    def before(self) -> Cursor:
        """For lists that begin with the newest."""
        return END if self.cursor is None else Cursor.read(self.cursor)


Row = TypeVar("Row")


class Page(NamedTuple, Generic[Row]):
    """Shaped by a named page model of the feature."""

    items: Sequence[Row]
    next_cursor: str | None


def page_of(rows: Sequence[Row], limit: int, cursor: Callable[[Row], Cursor]) -> Page[Row]:
    """From `limit + 1` rows: the one too many tells whether there is another page."""
    shown = rows[:limit]
    has_more = len(rows) > limit
    return Page(shown, cursor(shown[-1]).encode() if has_more else None)
