"""The documents as they are served: made once, beside the event loop, for all who ask."""

import asyncio
import gzip
from collections.abc import Mapping
from typing import NamedTuple, Self

from fastapi import FastAPI, Request, Response

from app.kernel.web.conditional import Tagged
from app.openapi import texts

HEADERS = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
"""A browser asks whether the document is the same, and mostly it is."""


class Prepared(NamedTuple):
    """The bytes of a document, plain and compressed, each with its ETag."""

    plain: Tagged
    compressed: Tagged

    @classmethod
    def of(cls, text: str) -> Self:
        content = text.encode()
        # Without a time in its head, or the same document would have several tags.
        return cls(Tagged.of(content), Tagged.of(gzip.compress(content, mtime=0)))

    def answer(self, request: Request) -> Response:
        is_compressed = "gzip" in request.headers.get("accept-encoding", "")
        body, tag = self.compressed if is_compressed else self.plain
        headers = {**HEADERS, "ETag": tag}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        if is_compressed:
            headers["Content-Encoding"] = "gzip"
        return Response(body, 200, headers, "application/json")


async def prepared(app: FastAPI) -> Mapping[str, Prepared]:
    """Returns the documents. The first who asks has them made, in a thread, for that takes
    seconds; whoever asks meanwhile waits for the same ones."""
    making: asyncio.Task[Mapping[str, Prepared]] | None = getattr(app.state, "documents", None)
    if making is None or (making.done() and (making.cancelled() or making.exception())):
        making = app.state.documents = asyncio.create_task(asyncio.to_thread(_make, app))
    # Who hangs up does not take the documents from the others.
    return await asyncio.shield(making)


def _make(app: FastAPI) -> Mapping[str, Prepared]:
    return {name: Prepared.of(text) for name, text in texts(app).items()}
