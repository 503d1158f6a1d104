"""Sealed values: encrypted in their column, bound to their row, read only by saying who reads
them. `kernel/privacy/reveal.py` opens them for others."""

from functools import cache
from typing import Any, Generic, Protocol, Self, TypeVar, overload
from uuid import UUID

from pydantic_core import from_json, to_json
from sqlalchemy import ColumnElement, or_

from app.kernel.crypto import keys
from app.kernel.crypto.boxes import Column, Unopenable
from app.kernel.database.columns import Shared, UserScoped
from app.kernel.privacy.damage import SealedDamaged, report

Value = TypeVar("Value")
GAP = "–"
"""Stands where a damaged value would in a list."""


class Row(Protocol):
    """A row of any kind: its tenant is a community, a user, or (where it is shared) nobody."""

    __tablename__: str

    @property
    def id(self) -> UUID: ...


def tenant(row: Row) -> UUID | None:
    """Raises TypeError while the row has no key yet."""
    column = tenant_column(type(row))
    mine: UUID | None = None if column is None else getattr(row, column)
    if row.id is None or (column is not None and mine is None):
        raise TypeError(f"{row.__tablename__}: the row's key stands first")
    return mine


@cache
def tenant_column(model: type[Any]) -> str | None:
    """The column that names the tenant of a table's rows; a shared table has none, also where its
    rows name a user."""
    if issubclass(model, Shared):
        return None
    names = ("user_id",) if issubclass(model, UserScoped) else ("community_id", "user_id")
    return next((name for name in names if hasattr(model, name)), None)


def sealed_as(model: type[Any]) -> str:
    """The name of the table that boxes and indexes are bound to. A table that is renamed keeps its
    former one as `SEALED_AS`: what was sealed under it must still open and be found."""
    name: str = getattr(model, "SEALED_AS", model.__tablename__)
    return name


class SealedField(Generic[Value]):
    """Sealed values over a column of bytes, with a blind index where rows are found by them.

    An index has two columns: odd index keys write `x_index`, even ones `x_index_even`, so that a
    key can be replaced while both are looked up. `matches` is the way to look up."""

    def __init__(self, column: str, *, index: str | None = None, length: int | None = None) -> None:
        self.column = column
        self.index = index
        self.length = length
        self._columns: dict[type[Any], Column] = {}

    def __set_name__(self, _owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, row: None, _owner: type) -> Self: ...
    @overload
    def __get__(self, row: Row, _owner: type) -> Value: ...
    def __get__(self, row: Row | None, _owner: type) -> Self | Value:
        if row is None:
            return self
        raise TypeError(f"{self.name} is sealed: use own() or reveal()")

    def __set__(self, row: Row, value: Value | None) -> None:
        model, owner = type(row), tenant(row)
        stored = None if value is None else self.seal_for(model, owner, row.id, value)
        setattr(row, self.column, stored)
        for column, index in self.indexes_for(model, owner, value).items():
            setattr(row, column, index)

    # ------------------------------------------------------------ without a row

    def seal_for(
        self, model: type[Any], tenant_id: UUID | None, row_id: UUID, value: Value
    ) -> bytes:
        """Returns what stands in the column, for statements without an ORM row."""
        return self._at(model).seal(tenant_id, row_id, self.encode(value))

    def open_for(
        self, model: type[Any], tenant_id: UUID | None, row_id: UUID, stored: bytes | None
    ) -> Value | None:
        """Returns the value, or None where the column is empty. Raises SealedDamaged for a value
        that does not open: a rule must not take it for an empty one."""
        if stored is None:
            return None
        column = self._at(model)
        try:
            return self.decode(column.open(tenant_id, row_id, stored))
        except Unopenable as error:
            report(column, tenant_id, row_id)
            raise SealedDamaged from error

    def shown_for(
        self, model: type[Any], tenant_id: UUID | None, row_id: UUID, stored: bytes | None
    ) -> Value | None:
        """Returns the value for a list or a page, which one damaged value does not take down: None
        stands for it, as for an empty column."""
        try:
            return self.open_for(model, tenant_id, row_id, stored)
        except SealedDamaged:
            return None

    def blind_for(self, model: type[Any], tenant_id: UUID | None, value: str) -> bytes:
        """Returns the blind index under the lowest index key: equal for equal values of this field
        in this tenant. To look up rows, use `matches`; to write them, `indexes_for`."""
        return self._at(model).blind(tenant_id, self.comparable(value), min(keys.current().index))

    def indexes_for(
        self, model: type[Any], tenant_id: UUID | None, value: Value | None
    ) -> dict[str, bytes | None]:
        """Returns the columns of the index with what stands in them. One without a key is empty,
        so that it never finds a former value."""
        if self.index is None:
            return {}
        columns: dict[str, bytes | None] = dict.fromkeys(self.index_columns(model))
        if value is not None:
            for number in keys.current().index:
                columns[self._index_column(number)] = self._at(model).blind(
                    tenant_id, self.comparable(value), number
                )
        return columns

    def index_columns(self, model: type[Any]) -> list[str]:
        """The names of the index's columns, odd keys first."""
        names = () if self.index is None else (self._index_column(1), self._index_column(2))
        return [name for name in names if hasattr(model, name)]

    def matches(
        self, model: type[Any], tenant_id: UUID | None, *values: str
    ) -> ColumnElement[bool]:
        """The condition that finds the rows of the tenant with one of these values. While index
        keys are rotated it looks under both: a row may have been written by a process that knows
        only one of them."""
        conditions = []
        for number in keys.current().index:
            column = getattr(model, self._index_column(number))
            blinded = [
                self._at(model).blind(tenant_id, self.comparable(value), number) for value in values
            ]
            conditions.append(column == blinded[0] if len(blinded) == 1 else column.in_(blinded))
        return or_(*conditions)

    def _index_column(self, number: int) -> str:
        return f"{self.index}" if number % 2 else f"{self.index}_even"

    def _at(self, model: type[Any]) -> Column:
        column = self._columns.get(model)
        if column is None:
            column = Column(sealed_as(model), self.column, self.length)
            self._columns[model] = column
        return column

    # ------------------------------------------------------------ what a value is

    def comparable(self, value: Value | str) -> str:
        """Returns the text by which the index finds the value: equal for what counts as equal."""
        return str(value)

    def encode(self, value: Value) -> bytes:
        raise NotImplementedError

    def decode(self, content: bytes) -> Value:
        raise NotImplementedError


class Sealed(SealedField[str]):
    """Sealed text: `real_name = Sealed("real_name_sealed", index="real_name_index")`."""

    def encode(self, value: str) -> bytes:
        return value.encode()

    def decode(self, content: bytes) -> str:
        return content.decode()


class SealedJson(SealedField[Any]):
    """A sealed value of JSON: `facts = SealedJson("facts_sealed")`."""

    def encode(self, value: Any) -> bytes:
        return to_json(value)

    def decode(self, content: bytes) -> Any:
        return from_json(content)


def own(row: Row, field: SealedField[Value]) -> Value | None:
    """Opens the field for the person whom the row is about, or for a rule. Raises SealedDamaged."""
    return field.open_for(type(row), tenant(row), row.id, getattr(row, field.column))


def shown(row: Row, field: SealedField[Value]) -> Value | None:
    """Opens the field for its person on a page or in a list: None where it is damaged."""
    return field.shown_for(type(row), tenant(row), row.id, getattr(row, field.column))


def masked(row: Row, field: Sealed) -> str | None:
    """The first character and no length, for lists of staff: 王**; – where the value is damaged,
    and ** for a value of one character, which would be shown whole. Not audited."""
    try:
        value = own(row, field)
    except SealedDamaged:
        return GAP
    return f"{value[: len(value) > 1]}**" if value else None
