"""The time in which an offered place is answered."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.kernel import clock
from app.volunteering.signups.offer_rules import is_given_at_once, offer_deadline
from tests.each import each

ZONE = "Asia/Shanghai"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute, tzinfo=ZoneInfo(ZONE))


CASES = [
    # now, start, hours, deadline
    (at(5, 12), at(8, 9), 2, at(5, 14)),
    (at(5, 20), at(8, 9), 2, at(5, 22)),
    (at(5, 21), at(8, 9), 2, at(6, 9)),
    (at(5, 23), at(8, 9), 2, at(6, 10)),
    (at(5, 3), at(8, 9), 2, at(5, 10)),
    (at(5, 12), at(8, 9), 24, at(6, 22)),
    (at(31, 21), at(31, 21) + 9 * DAY, 2, at(31, 21) + timedelta(hours=12)),
    (at(5, 12), at(5, 16), 2, at(5, 14)),
    (at(5, 12), at(5, 15), 2, at(5, 13, 30)),
    (at(5, 12), at(5, 14), 2, at(5, 13)),
    (at(5, 12), at(5, 13), 2, at(5, 12, 30)),
    (at(5, 23), at(6, 9), 2, at(6, 7)),
    (at(5, 12), at(6, 9), 72, at(6, 7)),
]


@each(CASES, name_of=lambda case: f"{case[0]:%d %H} for {case[1]:%d %H}, {case[2]} h")
def test_an_offer_lasts_hours_of_the_day_and_ends_before_the_start(
    case: tuple[datetime, datetime, int, datetime],
) -> None:
    now, starts_at, hours, deadline = case
    clock.use_zone(ZONE)
    assert offer_deadline(now, starts_at, hours) == deadline
    assert now < deadline < starts_at


def test_below_two_hours_before_the_start_nobody_is_asked() -> None:
    start = at(5, 12)
    assert is_given_at_once(start - 2 * HOUR + timedelta(seconds=1), start)
    assert not is_given_at_once(start - 2 * HOUR, start)
