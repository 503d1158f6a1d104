"""The format of calendar feeds, read line by line as RFC 5545 has it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from app.kernel import clock
from app.service_records.calendar_feeds.address import FeedToken
from app.service_records.calendar_feeds.ics import Appointment, written
from tests.service_records.calendars import read_events

NOW = datetime(2026, 11, 28, 3, 4, 5, tzinfo=UTC)
LONG = "清扫楼道；一起清扫三号楼、四号楼和五号楼的楼道，请带好手套和口罩，还有水杯 🧹" * 3
HOSTILE = "第一行\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:伪造;X=1,\\n"


@pytest.fixture(autouse=True)
def _zone() -> None:
    clock.use_zone("Asia/Shanghai")


APPOINTMENT = Appointment(
    id=UUID(int=7),
    title="清扫楼道",
    community="云桥社区",
    address="3号楼前，东门",
    starts_at=datetime(2026, 12, 31, 14, 30, tzinfo=UTC),
    ends_at=datetime(2026, 12, 31, 18, 0, tzinfo=UTC),
)


def _lines(content: bytes) -> Iterator[tuple[str, str, str]]:
    """Yields name, parameters and value of each line, unfolded as section 3.1 says."""
    assert content.endswith(b"\r\n")
    for folded in content[:-2].split(b"\r\n"):
        assert len(folded) <= 75, folded
        assert b"\n" not in folded
        assert b"\r" not in folded
        folded.decode()
    for line in content[:-2].replace(b"\r\n ", b"").decode().split("\r\n"):
        head, colon, value = line.partition(":")
        assert colon, line
        name, _, parameters = head.partition(";")
        assert name.replace("-", "").isalnum(), line
        assert name.isupper(), line
        yield name, parameters, value


def test_every_line_is_one_of_the_format() -> None:
    content = written(
        "邻里",
        [replace(APPOINTMENT, title=LONG), replace(APPOINTMENT, id=UUID(int=8), title=HOSTILE)],
        NOW,
    )
    open_parts: list[str] = []
    counts: dict[str, int] = {}
    for name, _, value in _lines(content):
        if name == "BEGIN":
            open_parts.append(value)
        elif name == "END":
            assert open_parts.pop() == value
        elif open_parts == ["VCALENDAR", "VEVENT"]:
            counts[name] = counts.get(name, 0) + 1
    assert not open_parts
    assert counts == dict.fromkeys(
        ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS"), 2
    )


def test_texts_come_out_as_they_went_in() -> None:
    content = written(
        "邻里",
        [replace(APPOINTMENT, title=LONG), replace(APPOINTMENT, id=UUID(int=8), title=HOSTILE)],
        NOW,
    )
    events = read_events(content)
    assert [event.title for event in events] == [LONG, HOSTILE.replace("\r\n", "\n")]
    assert {event.address for event in events} == {"3号楼前，东门"}


def test_times_are_those_of_the_place() -> None:
    """New Year's Eve at 22:30 until 2:00, in a zone that the calendar describes itself."""
    content = written("邻里", [APPOINTMENT], NOW)
    named = {name: (parameters, value) for name, parameters, value in _lines(content)}
    assert named["DTEND"] == ("TZID=Asia/Shanghai", "20270101T020000")
    assert b"DTSTART;TZID=Asia/Shanghai:20261231T223000\r\n" in content
    assert content.count(b"TZOFFSETTO:+0800\r\n") == 1
    assert b"DAYLIGHT" not in content
    [event] = read_events(content)
    assert (event.starts_at, event.ends_at) == (APPOINTMENT.starts_at, APPOINTMENT.ends_at)


def test_an_empty_calendar_is_one() -> None:
    """It has one part at least, as section 3.6 asks: its time zone."""
    content = written("邻里", [], NOW)
    parts = [value for name, _, value in _lines(content) if name == "BEGIN"]
    assert parts == ["VCALENDAR", "VTIMEZONE", "STANDARD"]


def test_an_appointment_keeps_its_id() -> None:
    """A shift that is moved moves in the calendar."""
    before = written("邻里", [APPOINTMENT], NOW)
    after = written("邻里", [replace(APPOINTMENT, starts_at=NOW)], NOW)
    assert before != after
    assert before.count(b"UID:00000000-0000-0000-0000-000000000007@linli\r\n") == 1
    assert after.count(b"UID:00000000-0000-0000-0000-000000000007@linli\r\n") == 1


def _is_token(text: str) -> bool:
    try:
        FeedToken.read(text)
    except ValueError:
        return False
    return True


def test_a_token_has_one_text() -> None:
    token = FeedToken.new(uuid4())
    text = str(token)
    assert FeedToken.read(text) == token
    others = ("", text[:-1], f"{text}A", text.replace(text[5], "!", 1), f"{text[:-1]}é")
    assert not any(_is_token(other) for other in others)
