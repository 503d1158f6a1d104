"""Messages as a person reads them: in their language, their variables formatted by the types that
the message declares, with instants as clocks of the place show them."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from types import NoneType
from typing import Any, get_args

from app.identity.models import Locale
from app.kernel import clock
from app.kernel.errors import Text
from app.kernel.jobs.messages import Message
from app.kernel.logs import where

log = logging.getLogger(__name__)

UNKNOWN = Text("您有一条新消息", "You have a new message")
UNREADABLE = Text(
    "这条消息暂时无法显示，如有需要请咨询社区工作人员。",
    "This message cannot be shown now. Please ask your community worker if you need to.",
)
GAP = "…"
Format = Callable[[str, Locale], str]
"""Formats a variable as it is stored, or raises ValueError."""


class Renderer:
    """Every message by its kind, with the format of each of its variables."""

    def __init__(self, messages: Mapping[str, type[Message]]) -> None:
        self._templates = {kind: message.template for kind, message in messages.items()}
        self._formats = {
            kind: {field.name: format_of(field.type) for field in fields(message)}
            for kind, message in messages.items()
        }

    def render(self, kind: str, variables: Any, locale: Locale) -> tuple[str, str]:
        """Returns title and body. Whatever is in the row, there is something to show: a variable
        that cannot be read leaves a gap, and a message that cannot be shown says so."""
        template = self._templates.get(kind)
        title = UNKNOWN if template is None else template.title
        try:
            if template is not None:
                shown = self._format_all(kind, variables, locale)
                body = _in(template.body, locale).format_map(shown)
                return _in(title, locale).format_map(shown), body
            log.error("a message of kind %s is unknown", kind)
        except Exception as error:
            log.error("a message of kind %s cannot be shown: %s", kind, where(error))
        return _in(title, locale), _in(UNREADABLE, locale)

    def _format_all(self, kind: str, variables: Any, locale: Locale) -> Mapping[str, str]:
        found = _Gaps()
        for name, form in self._formats[kind].items():
            try:
                found[name] = form(variables[name], locale)
            except (ValueError, KeyError):
                continue
        return found


class _Gaps(dict[str, str]):
    def __missing__(self, _name: str) -> str:
        return GAP


def format_of(declared: Any) -> Format:
    """Returns the format of a declared type. Raises TypeError for one that has none."""
    kinds = [kind for kind in get_args(declared) or (declared,) if kind is not NoneType]
    if len(kinds) != 1 or kinds[0] not in FORMATS:
        raise TypeError(f"variables of messages have no format for {declared}")
    return FORMATS[kinds[0]]


def _text(value: str, _locale: Locale) -> str:
    return value


def _count(value: str, _locale: Locale) -> str:
    return str(int(value))


def _instant(value: str, locale: Locale) -> str:
    at = datetime.fromisoformat(value)
    if at.tzinfo is None:
        raise ValueError
    try:
        here = clock.local(at)
    except OverflowError:  # The last hours of the year 9999 lie beyond the calendar elsewhere.
        here = at
    return f"{here:%Y-%m-%d %H:%M}" if locale is Locale.EN else f"{_day(here)}{here:%H:%M}"


def _date(value: str, locale: Locale) -> str:
    day = date.fromisoformat(value)
    return day.isoformat() if locale is Locale.EN else _day(day)


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"


FORMATS: Mapping[type, Format] = {
    str: _text,
    int: _count,
    datetime: _instant,
    date: _date,
}
"""Types that the variables of messages may have, each also with `| None`."""


def _in(text: Text, locale: Locale) -> str:
    return text.en if locale is Locale.EN else text.zh
