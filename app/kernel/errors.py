"""Errors that callers see: HTTP status, stable code, title in two languages."""

from collections.abc import Mapping
from typing import ClassVar, NamedTuple

RESERVED = {"type", "title", "status", "detail", "code", "request_id"}


class Text(NamedTuple):
    """One sentence for people, Chinese first."""

    zh: str
    en: str


class DomainError(Exception):
    """Base of every error that a caller sees; `extensions` become members of the problem body."""

    status: ClassVar[int]
    code: ClassVar[str]
    title: ClassVar[Text]
    detail: ClassVar[Text | None] = None
    """Advice to the caller, where title and status do not give it."""
    retry_after: ClassVar[int | None] = None
    """Seconds of the Retry-After header."""
    headers: Mapping[str, str] = {}

    def __init__(self, **extensions: object) -> None:
        super().__init__(self.code)
        if RESERVED & extensions.keys():
            raise ValueError(f"{self.code}: a problem has these members already")
        self.extensions = extensions


class Malformed(DomainError):
    """A request that breaks its schema; carries `errors`: pointer and code of each, never the
    input."""

    status = 422
    code = "malformed"
    title = Text("请求内容不正确", "The request is malformed")


class Unauthenticated(DomainError):
    status = 401
    code = "unauthenticated"
    title = Text("请先登录", "Please log in")
    headers = {"WWW-Authenticate": "Bearer"}


class Forbidden(DomainError):
    status = 403
    code = "forbidden"
    title = Text("您没有权限进行此操作", "You may not do this")


class NotFound(DomainError):
    status = 404
    code = "not_found"
    title = Text("没有找到", "Not found")


class UnknownReference(DomainError):
    """An id in the body that names nothing in this community."""

    status = 422
    code = "unknown_reference"
    title = Text("引用的对象不存在", "Something you refer to does not exist")


class Conflict(DomainError):
    """Base of 409: the caller may do this, but not now."""

    status = 409
    code = "conflict"
    title = Text("与现有数据冲突", "In conflict with what is there")


class WrongState(Conflict):
    """Base of each machine's 409; carries `state` (where the row is) and `wanted` (where the verb
    leads)."""

    title = Text("当前状态下不能这样做", "Not possible in the present state")


class Busy(DomainError):
    status = 503
    code = "busy"
    title = Text("当前人数较多，请稍后再试", "Too many people at once: please try again")
    retry_after = 1


class Broken(DomainError):
    status = 500
    code = "internal"
    title = Text("服务器内部错误", "Something went wrong on our side")
