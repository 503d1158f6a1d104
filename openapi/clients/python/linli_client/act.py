"""Acts: what is to be done, before it is sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import copy
from typing import Any, Generic, Self, TypeVar
from urllib.parse import quote, urlencode
from uuid import uuid4

from linli_client.codec import Unset, decode, encode

T_co = TypeVar("T_co", covariant=True)
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def quoted(value: object) -> str:
    """Returns a part of a path."""
    return quote(str(value), safe="")


class Act(Generic[T_co]):
    """One thing that somebody wants done, and the type of what is answered. It holds the key under
    which the service does it once: send the same act again after a lost answer, not another one."""

    def __init__(
        self,
        method: str,
        path: str,
        returns: Any,
        *,
        is_keyed: bool = False,
        is_versioned: bool = False,
        is_open: bool = False,
        body: Any = None,
        query: Mapping[str, Any] | None = None,
    ) -> None:
        self.method = method
        self.path = path
        self.returns = returns
        self.is_versioned = is_versioned
        self.is_open = is_open
        self.key = uuid4().hex if is_keyed else None
        self.query = dict(query or {})
        self.body = body

    @property
    def may_repeat(self) -> bool:
        """Whether it may be sent again after no answer: a read, or a write with a key."""
        return self.method == "GET" or self.key is not None

    @property
    def url(self) -> str:
        sent = {name: _words(value) for name, value in self.query.items()}
        chosen = [(name, one) for name, several in sent.items() for one in several]
        return f"{self.path}?{urlencode(chosen)}" if chosen else self.path

    def content(self) -> tuple[bytes | None, str | None]:
        """Returns the bytes to send, and their type. A workbook is a zip file."""
        if self.body is None or isinstance(self.body, Unset):
            return None, None
        if isinstance(self.body, str):
            return self.body.encode(), "text/csv"
        if isinstance(self.body, bytes):
            return self.body, WORKBOOK if self.body.startswith(b"PK") else "text/csv"
        return json.dumps(encode(self.body), ensure_ascii=False).encode(), "application/json"

    def read(self, content: bytes) -> T_co:
        """Returns what an answer says."""
        found: Any = content
        if self.returns is type(None):
            found = None
        elif self.returns is str:
            found = content.decode()
        elif self.returns is not bytes:
            found = decode(self.returns, json.loads(content))
        return found  # type: ignore[no-any-return]  # It was decoded as `returns` says.

    def after(self, cursor: str) -> Self:
        """Returns the read of the page after a cursor."""
        page = copy(self)
        page.query = {**self.query, "cursor": cursor}
        return page


def _words(value: Any) -> list[str]:
    """Returns a value of a query, which may be several."""
    if value is None or isinstance(value, Unset):
        return []
    if isinstance(value, bool):
        return [str(value).lower()]
    if isinstance(value, (list, tuple)):
        return [word for one in value for word in _words(one)]
    return [str(encode(value))]
