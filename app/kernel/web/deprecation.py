"""Ends of operations, told before: `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and a link to what
is to be called instead, in every answer of the operation."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from re import findall
from typing import Any
from urllib.parse import quote

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.kernel import clock


@dataclass(frozen=True, slots=True)
class Deprecation:
    """The end of an operation."""

    since: datetime
    """The instant from which on it should not be called any more."""
    sunset: datetime | None = None
    """The instant after which it may be gone; None while that is not decided."""
    successor: str | None = None
    """Path of what is to be called instead; it may have the path parameters of the operation."""

    def __post_init__(self) -> None:
        if self.sunset is not None and self.sunset < self.since:
            raise ValueError("an operation ends after it is deprecated")

    def require_parameters_of(self, path: str) -> None:
        """ValueError where the successor has a parameter that the path has not."""
        if missing := {*findall(r"{(\w+)}", self.successor or "")} - {*findall(r"{(\w+)}", path)}:
            raise ValueError(f"{path} has no {missing}")

    def headers(self, path_parameters: dict[str, Any]) -> list[tuple[bytes, bytes]]:
        """Returns the headers of an answer to a request with these path parameters."""
        headers = [("deprecation", f"@{int(self.since.timestamp())}")]
        if self.sunset is not None:
            headers.append(("sunset", format_datetime(self.sunset.astimezone(UTC), usegmt=True)))
        if self.successor is not None:
            quoted = {name: quote(str(value), safe="") for name, value in path_parameters.items()}
            link = f'<{self.successor.format(**quoted)}>; rel="successor-version"'
            headers.append(("link", link))
        return [(name.encode(), value.encode()) for name, value in headers]

    def in_document(self) -> dict[str, str]:
        """Returns what the API document says of it, beside `deprecated`."""
        said = {"x-deprecated-since": clock.day_of(self.since).isoformat()}
        if self.sunset is not None:
            said["x-sunset"] = clock.day_of(self.sunset).isoformat()
        if self.successor is not None:
            said["x-successor"] = self.successor
        return said

    def announced_by(self, app: ASGIApp) -> ASGIApp:
        """Wraps a route's application, so that its answers tell of the end; refusals, too."""

        async def announcing(scope: Scope, receive: Receive, send: Send) -> None:
            async def send_announcing(message: Message) -> None:
                if message["type"] == "http.response.start":
                    message["headers"] = [
                        *message.get("headers", ()),
                        *self.headers(scope.get("path_params", {})),
                    ]
                await send(message)

            await app(scope, receive, send_announcing)

        return announcing
