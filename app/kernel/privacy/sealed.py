"""Sealed text: encrypted in its column, bound to its row, read only by saying who reads it."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from os import urandom
from typing import Protocol, Self, overload
from unicodedata import normalize
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.errors import NotFound
from app.kernel.privacy.audit import Actor, record

NONCE = 12


@dataclass(frozen=True, slots=True)
class Keys:
    """32 bytes each, under a number from 1 to 255. New text is sealed with the highest."""

    sealing: Mapping[int, bytes] = field(repr=False)
    index: bytes = field(repr=False)
    """Key of look-ups by value; never changed."""

    def __post_init__(self) -> None:
        all_are_long = {len(key) for key in (*self.sealing.values(), self.index)} == {32}
        if not (self.sealing and all_are_long and self.sealing.keys() <= set(range(1, 256))):
            raise ValueError("keys have 32 bytes and a number from 1 to 255")


_keys: Keys


def use(keys: Keys) -> None:
    """Set the keys of this process, before the first row is read."""
    global _keys
    _keys = keys


class Row(Protocol):
    """A row of any kind: its tenant is a community, a user, or (where it is shared) nobody."""

    __tablename__: str

    @property
    def id(self) -> UUID: ...


def tenant(row: Row) -> UUID | None:
    """Raises TypeError while the row has no key yet."""
    mine: UUID | None = getattr(row, "community_id", None) or getattr(row, "user_id", None)
    is_owned = hasattr(type(row), "community_id") or hasattr(type(row), "user_id")
    if row.id is None or (is_owned and mine is None):
        raise TypeError(f"{row.__tablename__}: the row's key stands first")
    return mine


def sealed_as(row: type[Row] | Row) -> str:
    """The name of the table that seals and indexes are bound to. A table that is renamed keeps
    its former one as `SEALED_AS`: what was sealed under it must still open and be found."""
    name: str = getattr(row, "SEALED_AS", row.__tablename__)
    return name


class Sealed:
    """Sealed text over a column of bytes:
    `real_name = Sealed("real_name_sealed", index="real_name_index")`."""

    def __init__(self, column: str, *, index: str | None = None) -> None:
        self.column = column
        self.index = index

    def __set_name__(self, _owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, row: None, _owner: type) -> Self: ...
    @overload
    def __get__(self, row: Row, _owner: type) -> str: ...
    def __get__(self, row: Row | None, _owner: type) -> Self | str:
        if row is None:
            return self
        raise TypeError(f"{self.name} is sealed: use own() or reveal()")

    def __set__(self, row: Row, value: str | None) -> None:
        setattr(row, self.column, None if value is None else self._seal(row, value))
        if self.index is not None:
            setattr(row, self.index, None if value is None else self.blind(row, value))

    def blind(self, row: type[Row] | Row, value: str) -> bytes:
        """Returns the value of the index column: equal for equal values of this field only."""
        text = f"{sealed_as(row)}\0{self.column}\0{_alike(value)}"
        return hmac.digest(_keys.index, text.encode(), "sha256")[:16]

    def _seal(self, row: Row, value: str) -> bytes:
        key_id, nonce = max(_keys.sealing), urandom(NONCE)
        box = AESGCM(_keys.sealing[key_id])
        sealed = box.encrypt(nonce, value.encode(), self._bound_to(row, key_id))
        return bytes([key_id]) + nonce + sealed

    def _open(self, row: Row) -> str | None:
        stored: bytes | None = getattr(row, self.column)
        if stored is None:
            return None
        key_id, nonce, sealed = stored[0], stored[1 : 1 + NONCE], stored[1 + NONCE :]
        box = AESGCM(_keys.sealing[key_id])
        return box.decrypt(nonce, sealed, self._bound_to(row, key_id)).decode()

    def _bound_to(self, row: Row, key_id: int) -> bytes:
        return f"{tenant(row)}/{sealed_as(row)}/{self.column}/{row.id}/{key_id}".encode()


def _alike(value: str) -> str:
    """Equal for what people hold to be equal: 全角 and half width, é in one sign or two."""
    # Twice, because folding case may leave a text that is not in normal form any more.
    return normalize("NFKC", normalize("NFKC", value).casefold()).strip()


def own(row: Row, field: Sealed) -> str | None:
    """Opens the field for the person whom the row is about."""
    return field._open(row)


def masked(row: Row, field: Sealed) -> str | None:
    """The first character and no length, for lists of staff: 王**. Not audited."""
    value = field._open(row)
    return f"{value[:1]}**" if value else None


def reveal(session: AsyncSession, row: Row, field: Sealed, *, by: Actor, reason: str) -> str | None:
    """Opens the field for anybody else of the same community; audited there, with the reason."""
    if by.community_id != tenant(row):
        raise NotFound
    record(session, by, "sealed.revealed", row, field=field.name, reason=reason)
    return field._open(row)
