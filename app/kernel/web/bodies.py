"""How much a caller may send."""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

IMPORTS = "/imports"
"""How the path of a route ends that takes a CSV upload (text/csv) instead of JSON."""
MAX_SHEET = 5 * 1024 * 1024
"""Bytes."""


class BodyLimit:
    """Counts what arrives. FastAPI's `max_body_size` would answer in plain text."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        takes_sheet = scope["type"] == "http" and scope["path"].endswith(IMPORTS)
        left = MAX_SHEET if takes_sheet else self._most

        async def counted() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(413)
            return message

        await self._app(scope, counted, send)
