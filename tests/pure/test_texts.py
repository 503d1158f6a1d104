"""Texts that come in have one form and something to see, and cost little."""

from time import process_time
from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

from app.kernel.text import MAX_PILED_MARKS, composed, is_piled_up
from app.kernel.web.richtext import MAX_CLEANED, RichText
from app.kernel.web.schemas import Name, line, lines

NAME = TypeAdapter[str](Name)
LINE = TypeAdapter[str](Annotated[str, line(2000, least=0)])
LINES = TypeAdapter[str](Annotated[str, lines(2000)])
RICH = TypeAdapter[str](RichText)


def refusal(adapter: TypeAdapter[str], text: str) -> str | None:
    """Code of the refusal; None for a text that is taken."""
    try:
        adapter.validate_python(text)
    except ValidationError as refused:
        return str(refused.errors()[0]["type"])
    return None


@pytest.mark.parametrize(
    "text",
    [
        *("\u3164\u3164", "\u2800\u2800\u2800", "\u0301\u0301", "\u115f\u1160", "\uffa0\uffa0"),
        *("\u034f\u034f", "\ufe0f\ufe0f", "\ue000\ue000", "\u200d\u200d"),
        *("\u2065\u2065", "\ufff0\ufff0", "\U000e0080\U000e0080"),
        *("\ufffe\ufffe", "\ufdd0\ufdd0", "\U0001d159\U0001d159"),
    ],
    ids=ascii,
)
def test_a_name_has_something_to_see(text: str) -> None:
    for adapter in (NAME, LINE, LINES):
        assert refusal(adapter, text) == "nothing_to_see"
    assert refusal(NAME, f"王{text}") is None


@pytest.mark.parametrize("text", ["\u200b\u200b", "\u00ad\u00ad", "\ufeff\ufeff"], ids=ascii)
def test_what_nobody_sees_is_dropped_from_names(text: str) -> None:
    assert refusal(NAME, text) == "string_too_short"
    assert NAME.validate_python(f"王{text}芳") == "王芳"


def test_what_joins_signs_stays() -> None:
    family = "👨\u200d👩\u200d👧"
    assert LINE.validate_python(family) == family


def test_lines_end_in_one_way() -> None:
    assert LINES.validate_python("一\r\n二\r三\n四") == "一\n二\n三\n四"
    for end in ("\r\n", "\r", "\n", "\u2028", "\u2029", "\x85", "\x0b"):
        assert refusal(LINE, f"一{end}二") == "string_pattern_mismatch"


def test_what_looks_alike_is_alike() -> None:
    assert LINE.validate_python("e\u0301") == "\u00e9"
    assert len(LINE.validate_python("e\u0301" * 2000)) == 2000


@pytest.mark.parametrize("direction", ["\u202a", "\u202e", "\u2066", "\u2069"], ids=ascii)
def test_the_direction_is_not_turned(direction: str) -> None:
    assert refusal(LINE, f"a{direction}b") == "string_pattern_mismatch"


PILES = ("\u0301\u0316", "\u0f73", "\uff9e", "\U0001d165\U0001d16d", "\u3099\u309a")


@pytest.mark.parametrize("marks", PILES, ids=ascii)
def test_marks_are_not_piled_up(marks: str) -> None:
    """Putting 130,000 of them in order took 26 seconds; now none is put in order at all."""
    began = process_time()
    for size in (MAX_PILED_MARKS + 1, 2_000, 130_000):
        assert is_piled_up(f"a{marks * size}b")
        assert refusal(LINES, marks * size) in ("marks_piled_up", "string_too_long")
    assert process_time() - began < 5
    assert composed(f"a{marks}b")


def test_a_text_is_refused_by_its_length_before_it_is_looked_into() -> None:
    assert refusal(LINES, "\u0301" * 8_001) == "string_too_long"
    assert refusal(LINES, "x" * 2_001) == "string_too_long"


@pytest.mark.parametrize(
    ("target", "is_taken"),
    [
        ("https://example.cn/a?b=1", True),
        ("http://example.cn", True),
        ("https:///example.cn", False),
        ("https:example.cn", False),
        ("//example.cn", False),
        ("/v1/me", False),
        ("javascript:alert(1)", False),
        ("https:\\\\example.cn", False),
        ("https://bank.cn@example.cn", False),
        ("https://[", False),
        ("mailto:a@example.cn", False),
    ],
)
def test_rich_text_links_to_hosts_alone(target: str, is_taken: bool) -> None:
    cleaned = RICH.validate_python(f'<p><a href="{target}">x</a></p>')
    assert ("href" in cleaned) is is_taken
    assert ">x</a>" in cleaned


def test_rich_text_stays_short_when_it_is_cleaned() -> None:
    assert refusal(RICH, "&" * 5_000) == "string_too_long"
    assert len(RICH.validate_python("字" * 5_000)) < MAX_CLEANED
