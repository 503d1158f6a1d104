"""Errors that callers see: HTTP status, stable code, title in two languages."""

from collections.abc import Mapping
from typing import ClassVar, NamedTuple

from app.kernel.members import Member, maybe, word

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
    detail: Text | None = None
    """Advice, where the title does not say what to do next; it may name what is so in this case."""
    retry_after: ClassVar[int | None] = None
    """Seconds of the Retry-After header."""
    headers: Mapping[str, str] = {}
    members: ClassVar[Mapping[str, Member]] = {}
    """Members of the body beside the usual ones: each raise gives all of them."""

    def __init_subclass__(cls, **options: object) -> None:
        """Give no advice of a base to an error that has a title of its own: it would not fit."""
        super().__init_subclass__(**options)
        if "title" in vars(cls) and "detail" not in vars(cls):
            cls.detail = None

    def __init__(self, **extensions: object) -> None:
        super().__init__(self.code)
        if unknown := extensions.keys() - self.members.keys():
            raise ValueError(f"{self.code}: {unknown} are no declared members")
        self.extensions = extensions


MALFORMED = Member(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["pointer", "code"],
            "properties": {"pointer": {"type": "string"}, "code": {"type": "string"}},
        },
    },
    "Where something is malformed, and what; never what was sent.",
    [{"pointer": "/body/title", "code": "missing"}],
)


class Malformed(DomainError):
    """A request that breaks its schema; carries `errors`: pointer and code of each, never the
    input."""

    status = 422
    code = "malformed"
    title = Text("填写的内容不正确", "The request is malformed")
    detail = Text(
        "请检查标出的内容后重试。",
        "Check what stands at the pointers in errors, and send it again.",
    )
    members = {"errors": MALFORMED}


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
    title = Text("没有找到您要的内容", "Not found")
    detail = Text("它可能已被删除，或者不向您开放。", "It may be gone, or not be open to you.")


class UnknownReference(DomainError):
    """An id in the body that names nothing in this community."""

    status = 422
    code = "unknown_reference"
    title = Text(
        "所选的内容在本社区不存在或已失效", "Something that you name is not there, or not any more"
    )
    detail = Text("请刷新后重新选择。", "Please read the list again, and choose from it.")


class Conflict(DomainError):
    """Base of 409: the caller may do this, but not now."""

    status = 409
    code = "conflict"
    title = Text("与已有的内容冲突", "In conflict with what is there")
    detail = Text("请刷新后查看最新内容。", "Read it again to see how things stand.")


class WrongState(Conflict):
    """Base of each machine's 409; carries `state` (where the row is) and `wanted` (where the verb
    leads)."""

    title = Text("状态已有变化，现在不能办理", "Not possible any more, or not yet")
    detail = Text("请刷新后查看最新状态。", "Read it again to see how things stand.")
    members = {
        "state": maybe(word("State in which it is", "withdrawn")),
        "wanted": word("State to which the act leads", "confirmed"),
    }


class Busy(DomainError):
    status = 503
    code = "busy"
    title = Text("当前人数较多", "Too many people at once")
    detail = Text("请稍后用同一提交编号重试。", "Try again soon, with the same Idempotency-Key.")
    retry_after = 1


class Broken(DomainError):
    status = 500
    code = "internal"
    title = Text("服务出现错误", "Something went wrong on our side")
    detail = Text(
        "请稍后重试；如仍失败，请将追踪编号告知平台运维人员。",
        "Try later; if it fails again, tell the operators the request id.",
    )
