"""Recurrence rules: which days they name, which rules are refused, and how they read."""

from datetime import date, timedelta

import pytest

from app.kernel import clock
from app.kernel.recurrence import HORIZON, MAX_COUNT, Recurrence, RecurrenceRefused
from app.kernel.recurrence_words import in_words
from tests.each import each

SATURDAY = date(2026, 12, 5)
BEFORE = date.min


@pytest.fixture(autouse=True)
def _in_shanghai() -> None:
    clock.use_zone("Asia/Shanghai")


def days_of(text: str, first: date = SATURDAY, limit: int = 4, after: date = BEFORE) -> list[str]:
    return [f"{day:%y%m%d}" for day in Recurrence.parse(text).dates(first, after, limit)]


DATES = [
    ("FREQ=WEEKLY", SATURDAY, "261205 261212 261219 261226"),
    ("RRULE:freq=weekly;byday=sa", SATURDAY, "261205 261212 261219 261226"),
    ("FREQ=WEEKLY;BYDAY=WE,SU", SATURDAY, "261206 261209 261213 261216"),
    # The week begins on Monday: the Sunday after the first Saturday is of the same week.
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU", SATURDAY, "261205 261206 261219 261220"),
    ("FREQ=WEEKLY;INTERVAL=2", date(2026, 12, 26), "261226 270109 270123 270206"),
    ("FREQ=MONTHLY", SATURDAY, "261205 270105 270205 270305"),
    ("FREQ=MONTHLY;BYDAY=1SA", SATURDAY, "261205 270102 270206 270306"),
    ("FREQ=MONTHLY;BYDAY=-1FR", SATURDAY, "261225 270129 270226 270326"),
    ("FREQ=MONTHLY;BYDAY=5SU", SATURDAY, "270131 270530 270829 271031"),
    ("FREQ=MONTHLY;BYMONTHDAY=31", SATURDAY, "261231 270131 270331 270531"),
    ("FREQ=MONTHLY", date(2026, 12, 31), "261231 270131 270331 270531"),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", SATURDAY, "261231 270131 270228 270331"),
    ("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=29", date(2027, 2, 1), "280229"),
    ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15", date(2026, 12, 1), "261215 270215 270415 270615"),
    ("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", SATURDAY, "270813 281013 290413 290713"),
    ("FREQ=WEEKLY;COUNT=2", SATURDAY, "261205 261212"),
    ("FREQ=WEEKLY;UNTIL=20261219", SATURDAY, "261205 261212 261219"),
    # 16:30 in Greenwich is half past midnight of the next day in Shanghai.
    ("FREQ=WEEKLY;UNTIL=20261218T163000Z", SATURDAY, "261205 261212 261219"),
    ("FREQ=WEEKLY;UNTIL=20261218T153000Z", SATURDAY, "261205 261212"),
    ("FREQ=WEEKLY;UNTIL=20261201", SATURDAY, ""),
    ("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31", date(2027, 2, 1), ""),
]


@each(DATES, name_of=lambda case: case[0])
def test_the_dates_of_a_rule(case: tuple[str, date, str]) -> None:
    text, first, expected = case
    assert days_of(text, first) == expected.split()


def test_dates_go_on_after_a_day_and_count_from_the_first() -> None:
    assert days_of("FREQ=WEEKLY;COUNT=3", after=SATURDAY) == ["261212", "261219"]
    assert days_of("FREQ=WEEKLY", after=date(2027, 1, 1), limit=1) == ["270102"]


def test_no_date_lies_beyond_the_horizon() -> None:
    days = Recurrence.parse("FREQ=MONTHLY").dates(SATURDAY, BEFORE, 10**9)
    assert len(days) == 61
    assert days[-1] <= SATURDAY + HORIZON
    assert len(Recurrence.parse("FREQ=WEEKLY;BYDAY=MO,TU,WE").dates(SATURDAY, BEFORE, 10**9)) == 500


HOSTILE = [
    ("", ""),
    ("FREQ", "FREQ"),
    ("FREQ=SECONDLY", "FREQ"),
    ("FREQ=DAILY", "FREQ"),
    ("FREQ=YEARLY", "FREQ"),
    ("INTERVAL=2", "FREQ"),
    ("FREQ=WEEKLY;FREQ=WEEKLY", "FREQ"),
    ("FREQ=WEEKLY;COUNT=1000000000", "COUNT"),
    (f"FREQ=WEEKLY;COUNT={MAX_COUNT + 1}", "COUNT"),
    ("FREQ=WEEKLY;COUNT=0", "COUNT"),
    ("FREQ=WEEKLY;COUNT=-1", "COUNT"),
    ("FREQ=WEEKLY;COUNT=٣", "COUNT"),
    ("FREQ=WEEKLY;COUNT=3;UNTIL=20270101", "COUNT"),
    ("FREQ=WEEKLY;INTERVAL=53", "INTERVAL"),
    ("FREQ=MONTHLY;INTERVAL=13", "INTERVAL"),
    ("FREQ=WEEKLY;INTERVAL=99999999999999999999", "INTERVAL"),
    ("FREQ=WEEKLY;BYDAY=1SA", "BYDAY"),
    ("FREQ=MONTHLY;BYDAY=6SA", "BYDAY"),
    ("FREQ=MONTHLY;BYDAY=0SA", "BYDAY"),
    ("FREQ=WEEKLY;BYDAY=XX", "BYDAY"),
    ("FREQ=WEEKLY;BYDAY=" + ",".join(["SA"] * 32), "BYDAY"),
    ("FREQ=WEEKLY;BYDAY=" + ",".join(["SA"] * 1000), "RRULE"),
    ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY"),
    ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY"),
    ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY"),
    ("FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=1MO", "BYMONTHDAY"),
    ("FREQ=WEEKLY;UNTIL=20270230", "UNTIL"),
    ("FREQ=WEEKLY;UNTIL=99991231T235959Z", "UNTIL"),
    ("FREQ=WEEKLY;UNTIL=tomorrow", "UNTIL"),
    ("FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO", "BYSETPOS"),
    ("FREQ=WEEKLY;BYSECOND=1", "BYSECOND"),
    ("FREQ=WEEKLY;" + "X" * 150 + "=1", "X" * 30),
]


@each(HOSTILE, name_of=lambda case: case[0][:60])
def test_a_rule_that_nobody_could_carry_out_is_refused(case: tuple[str, str]) -> None:
    text, part = case
    with pytest.raises(RecurrenceRefused) as refusal:
        Recurrence.parse(text)
    assert refusal.value.extensions == {"part": part}
    assert refusal.value.detail is not None


@each([text for text, _, _ in DATES])
def test_a_rule_is_written_as_it_was_read(text: str) -> None:
    rule = Recurrence.parse(text)
    assert Recurrence.parse(str(rule)) == rule


WORDS = [
    ("FREQ=WEEKLY", "每周六", "every Saturday"),
    ("FREQ=WEEKLY;BYDAY=TU,SA", "每周二、六", "every Tuesday and Saturday"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "每周一至周五", None),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "每天", "every day"),
    ("FREQ=WEEKLY;INTERVAL=2", "每两周的周六", "every 2 weeks on Saturday"),
    ("FREQ=MONTHLY;BYDAY=1SA", "每月第一个周六", "on the first Saturday of each month"),
    ("FREQ=MONTHLY;BYDAY=-1FR", "每月最后一个周五", "on the last Friday of each month"),
    ("FREQ=MONTHLY;BYDAY=-2FR", "每月倒数第二个周五", "on the second last Friday of each month"),
    ("FREQ=MONTHLY", "每月5日", "on day 5 of each month"),
    (
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "每月31日（当月没有的，跳过）",
        "on day 31 of each month (months without it are skipped)",
    ),
    ("FREQ=MONTHLY;BYDAY=5SU", "每月第五个周日（当月没有的，跳过）", None),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", "每月最后一天", "on the last day of each month"),
    ("FREQ=MONTHLY;INTERVAL=3;BYDAY=1SA", "每3个月的第一个周六", None),
    ("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "每月13日（限每个周五）", None),
    ("FREQ=WEEKLY;COUNT=10", "每周六，共10次", "every Saturday, 10 times"),
    ("FREQ=WEEKLY;UNTIL=20270301", "每周六，至2027年3月1日", "every Saturday, until 1 March 2027"),
]


@each(WORDS, name_of=lambda case: case[0])
def test_a_rule_in_words(case: tuple[str, str, str | None]) -> None:
    text, zh, en = case
    words = in_words(Recurrence.parse(text), SATURDAY)
    assert words.zh == zh
    assert en is None or words.en == en


def test_a_rule_ends_on_a_day() -> None:
    rule = Recurrence.parse("FREQ=WEEKLY;COUNT=10").ending(SATURDAY + timedelta(days=8))
    assert [day.day for day in rule.dates(SATURDAY, BEFORE, 9)] == [5, 12]
