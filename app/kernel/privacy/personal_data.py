"""Personal data: what each table stores of people, how the rows of one person are found, exported
and erased, and for how long rows are stored. Each feature declares its tables in its
`personal_data.py`; the columns themselves follow from their classes of privacy."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, get_args
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    Column,
    ColumnElement,
    Enum,
    Float,
    LargeBinary,
    String,
    and_,
    exists,
    false,
    inspect,
    select,
)
from sqlalchemy import delete as delete_from
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, undefer

from app.kernel.database.columns import CommunityScoped, Privacy
from app.kernel.errors import Text
from app.kernel.privacy.sealed import Row, SealedField, shown

CLASSES: tuple[Privacy, ...] = get_args(Privacy)
DERIVED = ("_index", "_index_even", "_hash", "_digest")
"""Ends of the names of columns that are computed from others and say nothing to their person."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person, in one community or (where `community_id` is None) in tables of no community."""

    user_id: UUID | None
    """The login; None for a person who has none."""
    community_id: UUID | None = None
    id_in_community: UUID | None = None
    """The id by which the rows of the community name the person."""


Rows = Callable[[Person], ColumnElement[bool]]
"""Makes the condition of a person's rows."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """The rows are deleted."""


@dataclass(frozen=True, slots=True)
class Blanked:
    """The rows stay, for others refer to them; the named columns and sealed fields get the values.
    Ids, states, numbers and instants stay: they say nothing once the person has no name."""

    values: Mapping[str, Any]
    only: ColumnElement[bool] | None = None
    """The rows that it is about; None for all."""


@dataclass(frozen=True, slots=True)
class Kept:
    because: str


@dataclass(frozen=True, slots=True)
class Period:
    """How long a row is stored: `lifetime` after the instant in `since`."""

    lifetime: timedelta
    since: ColumnElement[Any] | InstrumentedAttribute[Any]
    only: ColumnElement[bool] | None = None
    """The rows that it is about; None for all."""
    then: Deleted | Blanked = field(default_factory=Deleted)
    """Blanked only where `only` tells the rows that are blank already."""
    by: str | None = None
    """The sweep of the feature that does it; None for the general one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalData:
    """Declares what one table stores of people. A test holds that each table with a column of class
    `personal` or `sensitive` has exactly one declaration, and that each such column that can hold
    words is deleted, blanked, or kept for a reason."""

    model: type[Any]
    title: Text | None = None
    """The heading of its rows in an export."""
    rows: Rows | None = None
    """The rows of a person; None only where `nobody` says why there are none."""
    nobody: str | None = None
    """The reason why the service cannot name whose the rows are; they are not exported."""
    erasure: Deleted | Blanked | Kept
    remains: Mapping[str, str] = field(default_factory=dict)
    """Columns with words that an erasure leaves as they are, each with the reason."""
    also: Callable[[AsyncSession, Person], Awaitable[None]] | None = None
    """Erases, before the rows, what other tables repeat of them without naming anybody."""
    withheld: Mapping[str, str] = field(default_factory=dict)
    """Columns that an export leaves out, each with the reason."""
    ties: bool = True
    """True where a row counts for its person, so that they cannot give up the id by which the rows
    of the community name them. False where it may stay behind or go."""
    retention: Period | Kept | tuple[Period, ...]
    """Several periods, where rows of different states are stored for different times."""

    @property
    def periods(self) -> tuple[Period, ...]:
        if isinstance(self.retention, Kept):
            return ()
        return self.retention if isinstance(self.retention, tuple) else (self.retention,)

    @property
    def is_in_community(self) -> bool:
        return issubclass(self.model, CommunityScoped)


def privacy_of(model: type[Any], column: Column[Any]) -> Privacy:
    found: Privacy = column.info.get("privacy", model.PRIVACY)
    return found


def personal_columns(model: type[Any]) -> list[Column[Any]]:
    """Returns the columns of class `personal` or `sensitive`."""
    floor = CLASSES.index("personal")
    columns = inspect(model).local_table.columns
    return [one for one in columns if CLASSES.index(privacy_of(model, one)) >= floor]


def can_hold_words(column: Column[Any]) -> bool:
    """Returns True for text, bytes, JSON and coordinates: what could still tell who somebody was
    when the person has no name any more."""
    kinds = (String, LargeBinary, JSONB, ARRAY, Float)
    return isinstance(column.type, kinds) and not isinstance(column.type, Enum)


def sealed_fields(model: type[Any]) -> dict[str, SealedField[Any]]:
    """Returns the sealed fields of a model by the name of their column."""
    names = {name for one in model.__mro__ for name in vars(one)}
    fields = [vars(one).get(name) for one in model.__mro__ for name in names]
    return {one.column: one for one in fields if isinstance(one, SealedField)}


def mine(column: InstrumentedAttribute[Any]) -> Rows:
    """Rows whose column names the person: in a community by the id there, elsewhere by the user."""
    model: type[Any] = column.parent.class_

    def condition(person: Person) -> ColumnElement[bool]:
        if not issubclass(model, CommunityScoped):
            return column == person.user_id
        return and_(model.community_id == person.community_id, column == person.id_in_community)

    return condition


def pointed_to_by(model: type[Any], pointer: SealedField[UUID]) -> Rows:
    """Rows of a community whose sealed pointer names the person."""

    def condition(person: Person) -> ColumnElement[bool]:
        if person.id_in_community is None:
            return false()
        names_them = pointer.matches(model, person.community_id, str(person.id_in_community))
        return and_(model.community_id == person.community_id, names_them)

    return condition


def rows_of(data: PersonalData, person: Person) -> ColumnElement[bool] | None:
    """Returns the condition of the person's rows; None where the table has none of this person,
    because the person is looked for in a community and the table is in none, or the reverse."""
    if data.rows is None or data.is_in_community != (person.community_id is not None):
        return None
    return data.rows(person)


async def find_rows(session: AsyncSession, data: PersonalData, person: Person) -> Sequence[Any]:
    condition = rows_of(data, person)
    if condition is None:
        return ()
    query = select(data.model).where(condition).order_by(data.model.id).options(undefer("*"))
    return (await session.scalars(query)).all()


async def is_tied(session: AsyncSession, declared: Sequence[PersonalData], person: Person) -> bool:
    """Returns whether any row of the community counts for the person."""
    for data in declared:
        condition = rows_of(data, person) if data.ties else None
        if condition is not None and await session.scalar(select(exists().where(condition))):
            return True
    return False


def collect(data: PersonalData, row: Row) -> dict[str, Any]:
    """Returns what the row stores of its person, opened, as JSON can hold it."""
    sealed = sealed_fields(data.model)
    found: dict[str, Any] = {}
    for column in personal_columns(data.model):
        if column.name in data.withheld or column.name.endswith(DERIVED):
            continue
        if column.name in sealed:
            found[sealed[column.name].name] = _plain(shown(row, sealed[column.name]))
        else:
            found[column.name] = _plain(getattr(row, column.name))
    return found


async def erase(session: AsyncSession, data: PersonalData, person: Person) -> None:
    """Erases the person from the table."""
    condition = rows_of(data, person)
    if condition is None:
        return
    if data.also is not None:
        await data.also(session, person)
    if isinstance(data.erasure, Kept):
        return
    if isinstance(data.erasure, Deleted):
        await session.execute(delete_from(data.model).where(condition))
        return
    query = select(data.model).where(condition)
    if data.erasure.only is not None:
        query = query.where(data.erasure.only)
    for row in await session.scalars(query):
        blank(row, data.erasure)


def blank(row: Any, erasure: Blanked) -> None:
    for name, value in erasure.values.items():
        setattr(row, name, value)


def _plain(value: Any) -> Any:
    """Returns the value as JSON can hold it."""
    match value:
        case StrEnum():
            plain: Any = value.value
        case UUID():
            plain = str(value)
        case datetime() | date():
            plain = value.isoformat()
        case bytes():
            plain = value.hex()
        case dict():
            plain = {key: _plain(one) for key, one in value.items()}
        case list() | tuple():
            plain = [_plain(one) for one in value]
        case _ if is_dataclass(value):
            plain = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        case _:
            plain = value
    return plain
