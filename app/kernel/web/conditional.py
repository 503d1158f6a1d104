"""Conditional requests: a page that is known is not sent again (If-None-Match), and nobody
writes over what another has written meanwhile (If-Match)."""

from hashlib import blake2b
from typing import Annotated, NamedTuple, Protocol, Self

from fastapi import Depends, Header, Request, Response

from app.kernel.errors import DomainError, Text


class Tagged(NamedTuple):
    """Bytes and their ETag, both made once."""

    body: bytes
    tag: str

    @classmethod
    def of(cls, body: bytes) -> Self:
        return cls(body, f'"{blake2b(body, digest_size=12).hexdigest()}"')


def unless_known(request: Request, shown: Tagged) -> Response:
    """304 when the caller has these very bytes."""
    headers = {"ETag": shown.tag, "Cache-Control": "private, max-age=0"}
    known = request.headers.get("if-none-match")
    if known and {t.strip().removeprefix("W/") for t in known.split(",")} & {shown.tag, "*"}:
        return Response(status_code=304, headers=headers)
    return Response(shown.body, 200, headers, "application/json")


class VersionMissing(DomainError):
    status = 428
    code = "version_missing"
    title = Text("请在 If-Match 中带上您读到的版本", "Send the ETag that you have read as If-Match")


class VersionStale(DomainError):
    """Tells nothing of the newer one: read it again."""

    status = 412
    code = "version_stale"
    title = Text(
        "内容已被他人修改，请重新读取后再保存", "Somebody has changed it: read it again first"
    )


class Versioned(Protocol):
    @property
    def version(self) -> int: ...


async def if_match(
    tag: Annotated[str | None, Header(alias="If-Match", max_length=64)] = None,
) -> str:
    if tag is None:
        raise VersionMissing
    return tag


IfMatch = Annotated[str, Depends(if_match)]
"""For an administrator's PUT or DELETE: the ETag of what they have read."""


def etag(row: Versioned) -> str:
    return f'"{row.version}"'


def require_version(row: Versioned, tag: str) -> None:
    """Of a locked row."""
    if tag not in (etag(row), "*"):
        raise VersionStale
