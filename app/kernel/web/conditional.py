"""Conditional requests: a page that the client has is not sent again (If-None-Match), and a write
based on an old version is refused (If-Match)."""

from hashlib import sha1
from re import compile as pattern
from typing import Annotated, NamedTuple, Protocol, Self

from fastapi import Depends, Header, Request, Response

from app.kernel.errors import DomainError, Malformed, Text


class Tagged(NamedTuple):
    """The bytes of an answer and their ETag, both made once."""

    body: bytes
    tag: str

    @classmethod
    def of(cls, body: bytes) -> Self:
        # Not for security, but in every answer of a hot list: the quickest digest there is.
        return cls(body, f'"{sha1(body, usedforsecurity=False).hexdigest()}"')


def unless_matched(request: Request, answer: Tagged) -> Response:
    """Returns the answer, or 304 when the client has these very bytes."""
    headers = {"ETag": answer.tag, "Cache-Control": "private, max-age=0"}
    given = request.headers.get("if-none-match")
    if given and {t.strip().removeprefix("W/") for t in given.split(",")} & {answer.tag, "*"}:
        return Response(status_code=304, headers=headers)
    return Response(answer.body, 200, headers, "application/json")


class VersionMissing(DomainError):
    status = 428
    code = "version_missing"
    title = Text("请在 If-Match 中带上您读到的版本", "Send the ETag that you have read as If-Match")


class VersionStale(DomainError):
    """The row has a newer version; the answer does not show it: the client reads it again."""

    status = 412
    code = "version_stale"
    title = Text(
        "内容已被他人修改，请重新读取后再保存", "Somebody has changed it: read it again first"
    )


class Versioned(Protocol):
    @property
    def version(self) -> int: ...


ANY = "*"
"""The If-Match that asks for no version: the row is replaced whatever stands there now."""
ENTITY_TAG = r'(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"'
IF_MATCH = pattern(rf"\*|{ENTITY_TAG}(?:[ \t]*,[ \t]*{ENTITY_TAG})*")
"""The form of RFC 9110, 13.1.1: an asterisk, or tags in double quotes."""


async def if_match(
    tag: Annotated[str | None, Header(alias="If-Match", max_length=64)] = None,
) -> str:
    """Returns the header as it was sent. Raises Malformed where it is no list of tags: a version
    without its quotes is a mistake of the client, and not the version of somebody else."""
    if tag is None:
        raise VersionMissing
    if IF_MATCH.fullmatch(tag) is None:
        raise Malformed(errors=[{"pointer": "/header/If-Match", "code": "not_an_etag"}])
    return tag


IfMatch = Annotated[str, Depends(if_match)]
"""Parameter of an administrator's PUT or DELETE: the ETag of the version they have read."""


def etag(row: Versioned) -> str:
    return f'"{row.version}"'


def require_version(row: Versioned, tag: str) -> None:
    """Raises VersionStale unless `tag` has the locked row's own, or is `*`. The comparison is the
    strong one of RFC 9110: a weak tag is never the row's."""
    tags = {one.strip() for one in tag.split(",")}
    if not tags & {etag(row), ANY}:
        raise VersionStale
