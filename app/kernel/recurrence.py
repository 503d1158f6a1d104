"""Recurrence rules: a bounded part of RFC 5545 (weekly and monthly), in calendar days of
LINLI_TIME_ZONE. `python-dateutil` counts the days; this module decides which rules may reach it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from re import compile as pattern
from typing import NamedTuple

from dateutil import rrule

from app.kernel import clock
from app.kernel.errors import DomainError, Text
from app.kernel.members import word

MAX_TEXT_LENGTH = 200
MAX_COUNT = 500
MAX_DATES = 500
"""Dates that one call returns at most."""
HORIZON = timedelta(days=5 * 366)
"""No date is looked for later than this after the first day, or after the day asked for."""
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEKDAY = pattern(rf"([+-]?[1-5])?({'|'.join(WEEKDAYS)})")
MONTH_DAY = pattern(r"[+-]?(?:[1-9]|[12]\d|3[01])")
NUMBER = pattern(r"[1-9]\d{0,9}")
UNTIL = pattern(r"(\d{8})(?:T(\d{6})Z)?")


class Frequency(StrEnum):
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"


MAX_INTERVAL = {Frequency.WEEKLY: 52, Frequency.MONTHLY: 12}


class RecurrenceRefused(DomainError):
    """Refuses a rule; `part` names what is wrong, and the detail says what is possible."""

    status = 422
    code = "recurrence_refused"
    title = Text("重复规则不正确", "The recurrence rule is refused")
    members = {
        "part": word("Part of the rule that is wrong", "INTERVAL"),
    }


def refused(part: str, zh: str, en: str) -> RecurrenceRefused:
    refusal = RecurrenceRefused(part=part[:30])
    refusal.detail = Text(zh, en)
    return refusal


class Weekday(NamedTuple):
    """A day of the week; with an ordinal, that one of the month: 1 is the first, -1 the last."""

    day: int
    """Number of the day; Monday is 0."""
    ordinal: int | None = None

    def __str__(self) -> str:
        return f"{self.ordinal or ''}{WEEKDAYS[self.day]}"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule by which days recur. What it leaves open, the first day of the series says: its day
    of the week, or its day of the month."""

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[Weekday, ...] = ()
    month_days: tuple[int, ...] = ()
    count: int | None = None
    until: date | None = None
    """The last day on which a date may lie."""

    @classmethod
    def parse(cls, text: str) -> "Recurrence":
        """Reads a rule such as FREQ=MONTHLY;BYDAY=1SA, also with RRULE: before it. Raises
        RecurrenceRefused for one that cannot be read, or that nobody could carry out."""
        rule = Recurrence(Frequency.WEEKLY)
        parts = _split(text)
        frequency = parts.pop("FREQ", "")
        if frequency not in MAX_INTERVAL:
            raise refused(
                "FREQ", "只支持按周或按月重复。", "Only weekly and monthly rules are possible."
            )
        rule = replace(rule, frequency=Frequency(frequency))
        for name, value in parts.items():
            if name not in READERS:
                raise refused(
                    name,
                    "只支持 INTERVAL、BYDAY、BYMONTHDAY、COUNT 和 UNTIL。",
                    "Only INTERVAL, BYDAY, BYMONTHDAY, COUNT and UNTIL are possible.",
                )
            rule = READERS[name](rule, value)
        _require_possible(rule)
        return rule

    def dates(self, first: date, after: date, limit: int) -> list[date]:
        """Returns the dates later than `after`, the soonest first: `limit` of them at most, and
        none before `first`, which is itself a date only where it fits the rule. A month without
        the day of the rule is skipped, as RFC 5545 has it."""
        horizon = max(first, after) + HORIZON
        end = horizon if self.until is None else min(self.until, horizon)
        days: list[date] = []
        for instant in self._rule(first):
            day = instant.date()
            if day > end or len(days) >= min(limit, MAX_DATES):
                break
            if day > after:
                days.append(day)
        return days

    def is_skipped_in_short_months(self, first: date) -> bool:
        """Returns whether some months have no day of this rule, so that people are to be told."""
        if self.frequency is not Frequency.MONTHLY or self.weekdays:
            return any(abs(weekday.ordinal or 0) == 5 for weekday in self.weekdays)
        return any(abs(day) > 28 for day in self.month_days or (first.day,))

    def ending(self, until: date) -> "Recurrence":
        """Returns the rule as it ends on a day at the latest; its count is then of no use."""
        return replace(self, until=until, count=None)

    def __str__(self) -> str:
        """Returns the rule as RFC 5545 writes it, in the order of its parts there."""
        parts = [f"FREQ={self.frequency}"]
        parts += [f"INTERVAL={self.interval}"] if self.interval > 1 else []
        parts += [f"BYDAY={','.join(map(str, self.weekdays))}"] if self.weekdays else []
        parts += [f"BYMONTHDAY={','.join(map(str, self.month_days))}"] if self.month_days else []
        parts += [f"COUNT={self.count}"] if self.count is not None else []
        parts += [f"UNTIL={self.until:%Y%m%d}"] if self.until is not None else []
        return ";".join(parts)

    def _rule(self, first: date) -> rrule.rrule:
        weekdays = [_weekday(one) for one in self.weekdays]
        return rrule.rrule(
            rrule.WEEKLY if self.frequency is Frequency.WEEKLY else rrule.MONTHLY,
            dtstart=datetime.combine(first, time.min),
            interval=self.interval,
            wkst=rrule.MO,
            count=self.count,
            byweekday=weekdays or None,
            bymonthday=self.month_days or None,
        )


def _weekday(one: Weekday) -> rrule.weekday:
    weekday = (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU)[one.day]
    return weekday if one.ordinal is None else weekday(one.ordinal)


def _split(text: str) -> dict[str, str]:
    """Returns the parts of a rule by their names. Raises RecurrenceRefused for a long text, for a
    part without a value, and for one that stands twice."""
    if len(text) > MAX_TEXT_LENGTH:
        raise refused("RRULE", "规则过长。", "The rule is too long.")
    parts: dict[str, str] = {}
    for part in text.strip().upper().removeprefix("RRULE:").removesuffix(";").split(";"):
        name, _, value = part.partition("=")
        if not value or name in parts:
            raise refused(
                name,
                "规则由“名称=值”组成，以分号分隔，每项只写一次。",
                "A rule is NAME=VALUE, separated by semicolons, each once.",
            )
        parts[name] = value
    return parts


def _read_interval(rule: Recurrence, value: str) -> Recurrence:
    most = MAX_INTERVAL[rule.frequency]
    if not NUMBER.fullmatch(value) or int(value) > most:
        raise refused(
            "INTERVAL", f"间隔应为1至{most}。", f"An interval is a number from 1 to {most}."
        )
    return replace(rule, interval=int(value))


def _read_count(rule: Recurrence, value: str) -> Recurrence:
    if not NUMBER.fullmatch(value) or int(value) > MAX_COUNT:
        raise refused(
            "COUNT", f"次数应为1至{MAX_COUNT}。", f"A count is a number from 1 to {MAX_COUNT}."
        )
    return replace(rule, count=int(value))


def _read_weekdays(rule: Recurrence, value: str) -> Recurrence:
    found = [WEEKDAY.fullmatch(one) for one in _items("BYDAY", value)]
    is_weekly = rule.frequency is Frequency.WEEKLY
    weekdays: list[Weekday] = []
    for match in found:
        if match is None or (is_weekly and match[1]):
            raise refused(
                "BYDAY",
                "星期写作 MO 至 SU；按月重复时可写第几个，如 1SA、-1FR。",
                "A weekday is MO to SU; a monthly rule may number it, as in 1SA or -1FR.",
            )
        ordinal = None if match[1] is None else int(match[1])
        weekdays.append(Weekday(WEEKDAYS.index(match[2]), ordinal))
    return replace(rule, weekdays=tuple(dict.fromkeys(weekdays)))


def _read_month_days(rule: Recurrence, value: str) -> Recurrence:
    days = _items("BYMONTHDAY", value)
    is_weekly = rule.frequency is Frequency.WEEKLY
    if is_weekly or not all(MONTH_DAY.fullmatch(one) for one in days):
        raise refused(
            "BYMONTHDAY",
            "日期为1至31，或从月末数起的-1至-31，只用于按月重复。",
            "A day of the month is 1 to 31, or -1 to -31 from its end, in a monthly rule only.",
        )
    return replace(rule, month_days=tuple(dict.fromkeys(map(int, days))))


def _read_until(rule: Recurrence, value: str) -> Recurrence:
    match = UNTIL.fullmatch(value)
    try:
        day = None if match is None else datetime.strptime(match[1], "%Y%m%d").date()
        if day is not None and match is not None and match[2]:
            at = datetime.strptime(match[2], "%H%M%S").time()
            day = clock.day_of(datetime.combine(day, at, UTC))
    except (ValueError, OverflowError):
        day = None
    if day is None or not 2000 <= day.year < 2100:
        raise refused("UNTIL", "截止日期写作 20271231。", "The last day is written as 20271231.")
    return replace(rule, until=day)


def _items(name: str, value: str) -> list[str]:
    items = value.split(",")
    if len(items) > 31:
        raise refused(name, "列出的日期过多。", "The rule lists too many days.")
    return items


READERS: dict[str, Callable[[Recurrence, str], Recurrence]] = {
    "INTERVAL": _read_interval,
    "BYDAY": _read_weekdays,
    "BYMONTHDAY": _read_month_days,
    "COUNT": _read_count,
    "UNTIL": _read_until,
}


def _require_possible(rule: Recurrence) -> None:
    if rule.count is not None and rule.until is not None:
        raise refused(
            "COUNT",
            "次数和截止日期只能选一项。",
            "A rule has a count or a last day, not both.",
        )
    if rule.month_days and any(one.ordinal is not None for one in rule.weekdays):
        # Most such rules have no date at all, and one would look for it through 8,000 years.
        raise refused(
            "BYMONTHDAY",
            "“第几个星期几”不能与日期同时使用。",
            "A numbered weekday does not go with a day of the month.",
        )
