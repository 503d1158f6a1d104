"""Origin of the present request: the login and the address that it comes from. It is set where the
caller is authenticated, and written into each audit entry of the request."""

from contextvars import ContextVar
from typing import NamedTuple
from uuid import UUID


class Origin(NamedTuple):
    session_id: UUID | None
    """The login; None before there is one, and outside of requests."""
    address: str | None
    """The client's address; None outside of requests."""


NO_REQUEST = Origin(None, None)
_origin: ContextVar[Origin] = ContextVar("origin", default=NO_REQUEST)


def set_origin(origin: Origin) -> None:
    _origin.set(origin)


def current_origin() -> Origin:
    return _origin.get()
