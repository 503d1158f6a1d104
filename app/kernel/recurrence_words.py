"""Recurrence rules in words: 每月第一个周六, on the first Saturday of each month."""

from collections.abc import Sequence
from datetime import date

from app.kernel.errors import Text
from app.kernel.recurrence import Frequency, Recurrence, Weekday

ZH_DAYS = "一二三四五六日"
EN_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ZH_NUMBERS = {2: "两", **{number: str(number) for number in range(3, 53)}}
ZH_ORDINALS = {1: "第一个", 2: "第二个", 3: "第三个", 4: "第四个", 5: "第五个", -1: "最后一个"}
EN_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}


def in_words(rule: Recurrence, first: date) -> Text:
    """Returns the rule in words, as its first day completes it, and says what it skips."""
    weekly = rule.frequency is Frequency.WEEKLY
    text = _weekly(rule, first) if weekly else _monthly(rule, first)
    zh, en = text
    if rule.is_skipped_in_short_months(first):
        zh += "（当月没有的，跳过）"
        en += " (months without it are skipped)"
    if rule.count is not None:
        zh += f"，共{rule.count}次"
        en += ", once" if rule.count == 1 else f", {rule.count} times"
    if rule.until is not None:
        day = rule.until
        zh += f"，至{day.year}年{day.month}月{day.day}日"
        en += f", until {day.day} {day:%B} {day.year}"
    return Text(zh, en)


def _weekly(rule: Recurrence, first: date) -> Text:
    days = sorted({one.day for one in rule.weekdays} or {first.weekday()})
    zh, en = _days_zh(days), _listed([EN_DAYS[day] for day in days])
    if rule.interval > 1:
        return Text(
            f"每{ZH_NUMBERS[rule.interval]}周的{zh}", f"every {rule.interval} weeks on {en}"
        )
    if len(days) == 7:
        return Text("每天", "every day")
    return Text(f"每{zh}", f"every {en}")


def _days_zh(days: Sequence[int]) -> str:
    if len(days) > 2 and list(days) == list(range(days[0], days[-1] + 1)):
        return f"周{ZH_DAYS[days[0]]}至周{ZH_DAYS[days[-1]]}"
    return "周" + "、".join(ZH_DAYS[day] for day in days)


def _monthly(rule: Recurrence, first: date) -> Text:
    each = rule.interval
    month_zh = "每月" if each == 1 else f"每{ZH_NUMBERS[each]}个月的"
    month_en = "each month" if each == 1 else f"every {each} months"
    month_days = rule.month_days or (() if rule.weekdays else (first.day,))
    zh = "、".join(map(_month_day_zh, month_days))
    en = _listed([_month_day_en(day) for day in month_days])
    if rule.weekdays:
        days = [_weekday(one) for one in rule.weekdays]
        days_zh, days_en = "、".join(day.zh for day in days), _listed([day.en for day in days])
        if not month_days:
            return Text(f"{month_zh}{days_zh}", f"on {days_en} of {month_en}")
        return Text(f"{month_zh}{zh}（限{days_zh}）", f"on {en} of {month_en}, on {days_en} only")
    return Text(f"{month_zh}{zh}", f"on {en} of {month_en}")


def _weekday(one: Weekday) -> Text:
    zh, en = f"周{ZH_DAYS[one.day]}", EN_DAYS[one.day]
    if one.ordinal is None:
        return Text(f"每个{zh}", f"every {en}")
    if one.ordinal < -1:
        number = ZH_DAYS[-one.ordinal - 1]
        return Text(f"倒数第{number}个{zh}", f"the {EN_ORDINALS[-one.ordinal]} last {en}")
    return Text(f"{ZH_ORDINALS[one.ordinal]}{zh}", f"the {EN_ORDINALS[one.ordinal]} {en}")


def _month_day_zh(day: int) -> str:
    if day == -1:
        return "最后一天"
    return f"{day}日" if day > 0 else f"倒数第{-day}天"


def _month_day_en(day: int) -> str:
    if day == -1:
        return "the last day"
    return f"day {day}" if day > 0 else f"day {-day} from the end"


def _listed(words: Sequence[str]) -> str:
    *most, last = words or [""]
    return f"{', '.join(most)} and {last}" if most else last
