"""A line of the log hides what is personal, and says where an error stands."""

import json
import logging
from typing import Any

import pytest

from app.kernel import logs
from tests.canaries import CANARIES, NAME, NUMBER, OPENID, PHONE, SECRET, TOKEN


def line_of(message: str, *arguments: object, **more: Any) -> dict[str, Any]:
    record = logging.LogRecord("app", logging.INFO, "", 0, message, arguments, None)
    record.__dict__.update(more)
    line: dict[str, Any] = json.loads(logs.formatter().format(record))
    return line


@pytest.mark.parametrize(
    ("written", "left"),
    [
        (f"call {PHONE} now", "call [phone] now"),
        ("call +86 139 1111 2222", "call [phone]"),
        ("+861012345678 rang", "[phone] rang"),
        (f"Authorization: Bearer {TOKEN}", "Authorization: Bearer [hidden]"),
        (f"took {TOKEN}", "took [token]"),
        (f"openid {OPENID}.", "openid [openid]."),
        (f"/jscode2session?appid=wx1&secret={SECRET}&js_code=0a1b", None),
        ('{"access_token": "72_abc", "expires_in": 7200}', None),
        (f"id {NUMBER}", "id [id]"),
    ],
)
def test_a_line_hides_what_is_personal(written: str, left: str | None) -> None:
    shown = line_of("%s", written)["event"]
    for canary in (*CANARIES, "0a1b", "72_abc"):
        assert canary not in shown
    assert left is None or shown == left


@pytest.mark.parametrize(
    "written",
    [
        "0193a5c0-7d1e-7c3a-9b52-3f6d2a41e8b7",
        "2026-12-05T04:00:00.123456+00:00",
        "one_function_of_some_length in /app/kernel/one_function_of_some_length.py, line 1234",
        "volunteering.shift_full: 1795550000",
    ],
)
def test_a_line_keeps_what_is_not(written: str) -> None:
    assert line_of(written)["event"] == written


def test_more_than_the_message_is_looked_through() -> None:
    assert line_of("written", by=f"Bearer {TOKEN}", many=3, kind=None)["by"] == "Bearer [hidden]"


def test_a_line_has_the_id_of_the_request() -> None:
    token = logs.request_id.set("gateway-1")
    try:
        assert line_of("written")["request_id"] == "gateway-1"
    finally:
        logs.request_id.reset(token)
    assert "request_id" not in line_of("written")


def test_an_error_says_where_and_not_what() -> None:
    try:
        raise KeyError(NAME)
    except KeyError as error:
        record = logging.LogRecord(
            "app", logging.ERROR, "", 0, "failed", (), (type(error), error, error.__traceback__)
        )
    written = logs.formatter().format(record)
    assert NAME not in written
    assert "KeyError" in written
    assert "test_an_error_says_where" in written


def test_line_breaks_stay_in_one_line() -> None:
    record = logging.LogRecord("app", logging.INFO, "", 0, "a\r\nb", (), None)
    assert "\n" not in logs.formatter().format(record)
