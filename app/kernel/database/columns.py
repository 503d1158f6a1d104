"""Keys and columns that tables share. Every table is exactly one of the three kinds below."""

import os
import re
import time
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from sqlalchemy import Enum, ForeignKey, ForeignKeyConstraint, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.event import listens_for
from sqlalchemy.orm import Mapped, mapped_column

KEY = ("community_id", "user_id", "id")
Privacy = Literal["public", "internal", "personal", "sensitive"]

PLATFORM = UUID(int=0)
"""The community of rows that belong to none; the first migration makes it. Nobody lives there."""


def uuid7() -> UUID:
    """A time-ordered id (RFC 9562, 5.7 and method 3 of 6.2: to a quarter of a microsecond)."""
    ms, ns = divmod(time.time_ns(), 1_000_000)
    fraction = ns * 4096 // 1_000_000
    # The two highest bits say that the id is one of the RFC's; the others are random.
    chance = int.from_bytes(os.urandom(8)) & ~(0b11 << 62) | 0b10 << 62
    return UUID(int=ms << 80 | 0x7 << 76 | fraction << 64 | chance)


class Keyed:
    """Has an id, and a class of privacy: PRIVACY, overridden for a column by its `info`."""

    PRIVACY: ClassVar[Privacy]
    new_id: ClassVar[Callable[[], UUID]] = staticmethod(uuid7)
    """Makes ids of new rows; `uuid4` where an id may not tell when its row was made."""
    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-1)


class CommunityScoped(Keyed):
    """Belongs to a community: no row can point into another one. The usual kind."""

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("communities.id"), primary_key=True, sort_order=-2
    )


class UserScoped(Keyed):
    """Belongs to a person, wherever they live."""

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), primary_key=True, sort_order=-2)


class Shared(Keyed):
    """Belongs to everybody; read-mostly, never a counter, a session or a lock."""


@listens_for(Keyed, "init", propagate=True)
def _key_first(row: Keyed, _args: Any, columns: dict[str, Any]) -> None:
    """The key stands before anything else: sealed fields are bound to it, answers show it."""
    given = {"id": type(row).new_id()} | columns
    columns.clear()
    columns.update({name: given.pop(name) for name in KEY if name in given} | given)


SearchTerms = Annotated[list[str], mapped_column(ARRAY(Text), deferred=True)]
"""The terms that `search_terms` makes of a row's texts. They are not read with the row, for they
may be many times as long."""


def within(target: str, column: str, *, name: str | None = None) -> ForeignKeyConstraint:
    """A foreign key that stays inside the community; named where its name would be too long."""
    return ForeignKeyConstraint(
        ["community_id", column], [f"{target}.community_id", f"{target}.id"], name=name
    )


def text_enum(values: type[StrEnum], *, name: str | None = None) -> Enum:
    """Column type that stores the values as text with a CHECK, so that an ordinary migration can
    add one. The CHECK is named after the class, or `name` where the class was renamed later."""
    return Enum(
        values,
        name=name or re.sub(r"(?<!^)(?=[A-Z])", "_", values.__name__).lower(),
        native_enum=False,
        create_constraint=True,
        length=32,
        values_callable=lambda enum: [member.value for member in enum],
    )
