"""Instants and days that come in: texts of a calendar that the database and all time zones hold."""

from datetime import UTC, date, datetime

from pydantic import TypeAdapter, ValidationError

from app.kernel.web.schemas import Day, Instant

INSTANTS = TypeAdapter[datetime](Instant)
DAYS = TypeAdapter[date](Day)


def is_accepted(adapter: TypeAdapter[datetime] | TypeAdapter[date], value: object) -> bool:
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True


def test_an_instant_is_a_text_with_an_offset() -> None:
    accepted = ("2026-11-27T08:00:00Z", "2026-11-27T16:00:00+08:00", "2026-11-27 16:00+08:00")
    refused: list[object] = ["2026-11-27T08:00:00", "2026-11-27", "1700000000", 1700000000]
    refused += (
        "2026-11-27T08Z",
        "2026-W48-5T08:00:00Z",
        "２０２６-11-27T08:00:00Z",
        1.5,
        True,
        None,
    )
    assert [text for text in accepted if not is_accepted(INSTANTS, text)] == []
    assert [text for text in refused if is_accepted(INSTANTS, text)] == []


def test_an_instant_is_of_this_century() -> None:
    accepted = ("2000-01-01T00:00:00Z", "2099-12-31T23:59:59Z", "2100-01-01T08:00:00+08:00")
    refused = (
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00+14:00",
        "1999-12-31T23:59:59Z",
        "2000-01-01T00:00:00+08:00",
        "2100-01-01T00:00:01Z",
        "9999-12-30T00:00:00Z",
        "9999-12-31T23:59:59.999999Z",
        "9999-12-31T23:59:59-23:59",
    )
    assert [text for text in accepted if not is_accepted(INSTANTS, text)] == []
    assert [text for text in refused if is_accepted(INSTANTS, text)] == []


def test_an_instant_comes_in_as_utc() -> None:
    given = INSTANTS.validate_python("2026-11-27T16:00:00+08:00")
    assert given.tzinfo is UTC
    assert given == datetime(2026, 11, 27, 8, tzinfo=UTC)


def test_a_day_is_a_text_without_a_time() -> None:
    accepted = ("2026-11-27", "2000-01-01", date(2026, 11, 27))
    refused: list[object] = [
        *("1700006400", 1700006400, "2026-11-27T00:00:00", "2026-02-30", "20261127")
    ]
    refused += (
        "20261127",
        "1999-12-31",
        "2100-01-02",
        "0001-01-01",
        "9999-12-31",
        datetime(2026, 11, 27),
    )
    assert [text for text in accepted if not is_accepted(DAYS, text)] == []
    assert [text for text in refused if is_accepted(DAYS, text)] == []
