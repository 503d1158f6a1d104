"""WeChat's error codes in classes, and what each class means to a caller."""

import logging
from enum import Enum, auto

from app.integrations.wechat.errors import (
    WechatCodeInvalid,
    WechatMisconfigured,
    WechatUnavailable,
    WechatUserBlocked,
)
from app.kernel.errors import DomainError

log = logging.getLogger(__name__)


class Kind(Enum):
    TOKEN = auto()
    """The access token is not, or no longer, the right one."""
    BUSY = auto()
    RATE = auto()
    CODE = auto()
    RISK = auto()
    OURS = auto()
    """Credentials, configuration, or a question WeChat does not understand: nobody's but the
    operator's. What is not listed below is of this kind, and never asked again."""


KINDS = {
    **dict.fromkeys((40001, 40014, 42001, 41001), Kind.TOKEN),
    -1: Kind.BUSY,
    **dict.fromkeys((45009, 45011, 44991, 44990, 44993), Kind.RATE),
    **dict.fromkeys((40029, 40163, 41008), Kind.CODE),
    40226: Kind.RISK,
}
ERROR_BY_KIND: dict[Kind, type[DomainError]] = {
    Kind.BUSY: WechatUnavailable,
    Kind.RATE: WechatUnavailable,
    Kind.CODE: WechatCodeInvalid,
    Kind.RISK: WechatUserBlocked,
}


class NoAnswer(Exception):
    """No answer, or none that can be read: what was asked may have been done."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path, self.why = path, why


class Refused(Exception):
    """WeChat's own no. `rid` explains it to the operator for seven days; the text of WeChat's
    message is not kept, for it can quote addresses."""

    def __init__(self, path: str, errcode: int, rid: str = "") -> None:
        super().__init__(f"{path}: {errcode}")
        self.path, self.errcode, self.rid = path, errcode, rid

    @property
    def kind(self) -> Kind:
        return KINDS.get(self.errcode, Kind.OURS)


def error_of(refused: Refused) -> DomainError:
    """Translates a refusal for the caller; the operator's faults are logged as errors."""
    error = ERROR_BY_KIND.get(refused.kind, WechatMisconfigured)
    level = logging.ERROR if error is WechatMisconfigured else logging.INFO
    log.log(
        level, "wechat refused %s: errcode %d, rid %s", refused.path, refused.errcode, refused.rid
    )
    return error()


def as_unavailable(lost: NoAnswer) -> DomainError:
    log.warning("wechat gave no answer to %s: %s", lost.path, lost.why)
    return WechatUnavailable()
