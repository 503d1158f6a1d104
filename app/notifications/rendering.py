"""Messages as a person reads them: in their language, their variables formatted by the types that
the message declares, with instants in local time."""

import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import fields
from datetime import date, datetime
from functools import partial
from types import NoneType
from typing import Any, get_args

from app.identity.models import Locale
from app.kernel import clock
from app.kernel.errors import Text
from app.kernel.jobs.messages import Message, Span
from app.kernel.logs import where
from app.kernel.words import Worded

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
    """Renders every kind of message, with the format of each of its variables."""

    def __init__(self, messages: Mapping[str, type[Message]]) -> None:
        self._templates = {kind: message.template for kind, message in messages.items()}
        self._formats = {
            kind: {field.name: format_of(field.type) for field in fields(message)}
            for kind, message in messages.items()
        }

    def render(self, kind: str, variables: Any, locale: Locale) -> tuple[str, str]:
        """Returns title and body, whatever the row holds: a variable that cannot be read leaves a
        gap, and a message that cannot be shown says so."""
        template = self._templates.get(kind)
        title = UNKNOWN if template is None else template.title
        try:
            if template is not None:
                values = self._format_all(kind, variables, locale)
                body = _text_in(template.body, locale).format_map(values)
                return _text_in(title, locale).format_map(values), body
            log.error("a message of kind %s is unknown", kind)
        except Exception as error:
            log.error("a message of kind %s cannot be shown: %s", kind, where(error))
        return _text_in(title, locale), _text_in(UNREADABLE, locale)

    def _format_all(self, kind: str, variables: Any, locale: Locale) -> Mapping[str, str]:
        values = _Gaps()
        for name, format_value in self._formats[kind].items():
            stored = variables.get(name)
            if isinstance(stored, str):
                with suppress(ValueError):
                    values[name] = format_value(stored, locale)
        return values


class _Gaps(dict[str, str]):
    def __missing__(self, _name: str) -> str:
        return GAP


def format_of(declared: Any) -> Format:
    """Returns the format of a declared type. Raises TypeError for one that has none."""
    kinds = [kind for kind in get_args(declared) or (declared,) if kind is not NoneType]
    if len(kinds) == 1 and isinstance(kinds[0], type) and issubclass(kinds[0], Worded):
        return partial(_worded, kinds[0])
    if len(kinds) != 1 or kinds[0] not in FORMATS:
        raise TypeError(f"variables of messages have no format for {declared}")
    return FORMATS[kinds[0]]


def _text(value: str, _locale: Locale) -> str:
    return value


def _worded(kind: type[Worded], value: str, locale: Locale) -> str:
    return _text_in(kind(value).words, locale)


def _count(value: str, _locale: Locale) -> str:
    return str(int(value))


def _instant(value: str, locale: Locale) -> str:
    instant = _aware(value)
    try:
        local_time = clock.local(instant)
    except OverflowError:  # The last hours of 9999 in UTC have no local date.
        local_time = instant
    if locale is Locale.EN:
        return f"{local_time:%Y-%m-%d %H:%M}"
    return f"{_day(local_time)}{local_time:%H:%M}"


def _span(value: str, locale: Locale) -> str:
    """Names the year always, and the second day only where it is another one."""
    starts_at, ends_at = (clock.local(_aware(part)) for part in value.split("/"))
    is_one_day = clock.day_of(starts_at) == clock.day_of(ends_at)
    if locale is Locale.EN:
        end = f"{ends_at:%H:%M}" if is_one_day else f"{ends_at:%Y-%m-%d %H:%M}"
        return f"{starts_at:%Y-%m-%d %H:%M}–{end}"
    day = f"{starts_at.year}年{starts_at.month}月{starts_at.day}日"
    second_day = f"{ends_at.month}月{ends_at.day}日"
    if ends_at.year != starts_at.year:
        second_day = f"{ends_at.year}年{second_day}"
    end = f"{ends_at:%H:%M}" if is_one_day else f"{second_day}{ends_at:%H:%M}"
    return f"{day}{starts_at:%H:%M}至{end}"


def _aware(value: str) -> datetime:
    instant = datetime.fromisoformat(value)
    if instant.tzinfo is None:
        raise ValueError
    return instant


def _date(value: str, locale: Locale) -> str:
    day = date.fromisoformat(value)
    return day.isoformat() if locale is Locale.EN else _day(day)


def _day(day: date) -> str:
    """Names the year unless it is the present one: some instants are two years ahead, and messages
    are read long after they were written."""
    month_and_day = f"{day.month}月{day.day}日"
    return month_and_day if day.year == clock.today().year else f"{day.year}年{month_and_day}"


FORMATS: Mapping[type, Format] = {
    str: _text,
    int: _count,
    datetime: _instant,
    Span: _span,
    date: _date,
}
"""Types that the variables of messages may have, each also with `| None`."""


def _text_in(text: Text, locale: Locale) -> str:
    return text.en if locale is Locale.EN else text.zh
