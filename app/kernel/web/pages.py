"""Keyset pages: a cursor names the last row of a page, and the next page begins behind it."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Annotated, Any, Generic, NamedTuple, Self, TypeVar, TypeVarTuple
from uuid import UUID

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import ColumnElement, Select, func, literal, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.selectable import ScalarSelect

from app.kernel.web.schemas import In, Out, line

_key = b""
SIGNATURE_BYTES = 8


def use(key: bytes) -> None:
    """Sign cursors with this key, in the whole process."""
    global _key
    _key = key


def _sign(payload: bytes) -> bytes:
    return blake2b(payload, digest_size=SIGNATURE_BYTES, key=_key).digest()


class Cursor(NamedTuple):
    """The sort key of a row: an instant, then its id. Lists by id alone take the instant of
    `START` for every row. What is written for a list with several orders names its order."""

    at: datetime
    id: UUID

    @classmethod
    def read(cls, cursor: str) -> Self:
        """Parses what `encode` has written; ValueError for anything else."""
        signed = urlsafe_b64decode(cursor)
        signature, payload = signed[:SIGNATURE_BYTES], signed[SIGNATURE_BYTES:]
        if not hmac.compare_digest(signature, _sign(payload)):
            raise ValueError
        at, row_id, *_ = payload.decode().split("/")
        try:
            return cls(datetime.fromisoformat(at).astimezone(UTC), UUID(row_id))
        except OverflowError as error:
            raise ValueError from error

    def encode(self, sort: str = "") -> str:
        order = f"/{sort}" if sort else ""
        payload = f"{self.at.isoformat()}/{self.id}{order}".encode()
        return urlsafe_b64encode(_sign(payload) + payload).decode()


def _sort_of(cursor: str) -> str:
    """Returns the order for which a cursor that has been read was written."""
    return urlsafe_b64decode(cursor)[SIGNATURE_BYTES:].decode().partition("/")[2].partition("/")[2]


START = Cursor(datetime(1, 1, 2, tzinfo=UTC), UUID(int=0))


class PageQuery(In):
    limit: int = Field(20, ge=1, le=100)
    cursor: str | None = Field(None, max_length=200)

    @field_validator("cursor")
    @classmethod
    def _is_one(cls, cursor: str | None) -> str | None:
        if cursor is not None:
            Cursor.read(cursor)
        return cursor

    @model_validator(mode="after")
    def _is_of_this_order(self) -> Self:
        """Refuses the cursor of another order, behind which other rows stand."""
        if self.cursor is not None and _sort_of(self.cursor) != self.order_name:
            raise PydanticCustomError("cursor_of_another_sort", "the cursor is of another sort")
        return self

    @property
    def order_name(self) -> str:
        """Name of the order of the list, where it has several."""
        return str(getattr(self, "sort", ""))

    @property
    def after(self) -> Cursor:
        return START if self.cursor is None else Cursor.read(self.cursor)


Words = Annotated[str, line(40)]


def words_of(what: str) -> Any:
    """The field `q` of a list, explained alike everywhere."""
    return Field(
        None,
        description=f"Words of {what}, each of one character or more, in any order. Width and case"
        " make no difference.",
    )


Row = TypeVar("Row")
Shown = TypeVar("Shown")
More = TypeVarTuple("More")


class Page(NamedTuple, Generic[Row]):
    """One page of a list; the page model of the feature gives it its shape."""

    items: Sequence[Row]
    next_cursor: str | None
    total: int | None = None
    """Rows of the whole list, up to MAX_TOTAL; None where they are not counted."""

    def with_items(self, items: Sequence[Shown]) -> "Page[Shown]":
        """The same page, its rows as they are shown."""
        return Page(items, self.next_cursor, self.total)


MAX_TOTAL = 1001
"""Highest count of a list: it stands for "more than 1,000", and no count takes longer."""


class StaffPage(Out):
    """Page of a list for administrators; its list adds the items."""

    next_cursor: str | None
    total: int = Field(
        ge=0, le=MAX_TOTAL, description="Items of the whole list; 1,001 means more than 1,000."
    )


class Order(NamedTuple):
    """The order of a list, in one direction. `columns` end with the id; an instant may stand
    before it."""

    columns: tuple[InstrumentedAttribute[Any], ...]
    is_descending: bool = False

    @property
    def by(self) -> list[ColumnElement[Any]]:
        """The terms of ORDER BY."""
        return [column.desc() if self.is_descending else column.asc() for column in self.columns]

    def behind(self, cursor: Cursor) -> ColumnElement[bool]:
        """The condition on rows that stand behind the row of the cursor."""
        # Lists by id alone take no instant from the cursor.
        key, values = tuple_(*self.columns), cursor[-len(self.columns) :]
        return key < values if self.is_descending else key > values

    def cursor_of(self, row: object) -> Cursor:
        *instants, id_ = (getattr(row, column.key) for column in self.columns)
        return Cursor(instants[0] if instants else START.at, id_)


def oldest_first(id_: InstrumentedAttribute[UUID]) -> Order:
    """The order in which rows came: their ids begin with the time (UUIDv7)."""
    return Order((id_,))


def newest_first(id_: InstrumentedAttribute[UUID]) -> Order:
    return Order((id_,), is_descending=True)


def earliest_first(instant: InstrumentedAttribute[Any], id_: InstrumentedAttribute[UUID]) -> Order:
    """The order of an instant, and of ids where instants are equal."""
    return Order((instant, id_))


async def paginate(
    session: AsyncSession,
    statement: Select[Row],
    query: PageQuery,
    order: Order,
    *,
    counts: bool = False,
) -> Page[Row]:
    """Returns the page that the query asks for. The statement selects one entity, and has neither
    order nor limit. Lists of administrators have their rows counted in the same statement."""
    if not counts:
        rows = (await session.scalars(_one_more(statement, query, order))).all()
        return page_of(rows, query.limit, order.cursor_of, query.order_name)
    page = await paginate_rows(session, statement, query, order, counts=True)
    return page.with_items([row[0] for row in page.items])


async def paginate_rows(
    session: AsyncSession,
    statement: Select[Row, *More],
    query: PageQuery,
    order: Order,
    *,
    counts: bool = False,
) -> Page[tuple[Row, *More]]:
    """Does the same for a statement that selects more than the entity, which stands first."""
    limited = _one_more(statement, query, order)
    if not counts:
        rows = (await session.execute(limited)).all()
        return page_of(rows, query.limit, lambda row: order.cursor_of(row[0]), query.order_name)
    counted = (await session.execute(limited.add_columns(_total(statement)))).all()
    total = counted[0][-1] if counted else await _total_of_empty(session, statement, query)
    page = page_of(counted, query.limit, lambda row: order.cursor_of(row[0]), query.order_name)
    uncounted: list[Any] = [tuple(row)[:-1] for row in page.items]
    return Page(uncounted, page.next_cursor, total)


def _total(statement: Select[*More]) -> ScalarSelect[int]:
    """Counts the rows of a whole list, in whatever order, and no further than MAX_TOTAL."""
    rows = statement.with_only_columns(literal(1), maintain_column_froms=True)
    return select(func.count()).select_from(rows.limit(MAX_TOTAL).subquery()).scalar_subquery()


async def _total_of_empty(session: AsyncSession, statement: Select[*More], query: PageQuery) -> int:
    """Counts a list whose page is empty: all of it is, unless the cursor stands at its end."""
    return 0 if query.cursor is None else await count_rows(session, statement)


async def count_rows(session: AsyncSession, statement: Select[*More]) -> int:
    """Counts the rows of a list that is not made by `paginate`, up to MAX_TOTAL."""
    return await session.scalar(select(_total(statement))) or 0


def total_of(number: int) -> int:
    """Returns the total of a list that is counted otherwise."""
    return min(number, MAX_TOTAL)


def _one_more(statement: Select[*More], query: PageQuery, order: Order) -> Select[*More]:
    """One row more than the page shows tells whether there is another page."""
    if query.cursor is not None:
        statement = statement.where(order.behind(query.after))
    return statement.order_by(*order.by).limit(query.limit + 1)


def page_of(
    rows: Sequence[Row], limit: int, cursor: Callable[[Row], Cursor], sort: str = ""
) -> Page[Row]:
    """Makes a page of at most `limit + 1` rows."""
    shown = rows[:limit]
    has_more = len(rows) > limit
    return Page(shown, cursor(shown[-1]).encode(sort) if has_more else None)
