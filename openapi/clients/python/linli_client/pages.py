"""Lists in pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from linli_client.codec import Unset

Item_co = TypeVar("Item_co", covariant=True)


class Page(Protocol[Item_co]):
    """A part of a list, and the cursor of the next."""

    @property
    def items(self) -> Sequence[Item_co]: ...

    @property
    def next_cursor(self) -> str | Unset | None: ...
