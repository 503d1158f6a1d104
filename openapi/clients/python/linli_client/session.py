"""A login: its tokens, and where they are kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol
from uuid import uuid4


@dataclass(frozen=True, slots=True)
class Session:
    """What a device keeps. `device` is random, made once, and binds logins to it."""

    device: str = field(default_factory=lambda: uuid4().hex)
    access_token: str | None = None
    refresh_token: str | None = None


class Store(Protocol):
    """Where a session is kept between runs."""

    def load(self) -> Session | None: ...

    def save(self, session: Session) -> None: ...


class MemoryStore:
    """Forgets all when the program ends."""

    def __init__(self) -> None:
        self._session: Session | None = None

    def load(self) -> Session | None:
        return self._session

    def save(self, session: Session) -> None:
        self._session = session
