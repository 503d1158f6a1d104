"""Names of persons: who is the same, however the name is typed, and who is another."""

import pytest
from pydantic import TypeAdapter, ValidationError

from app.communities.names import comparable_name, letters_of_name
from app.kernel.web.schemas import Name
from tests.each import each

NAME = TypeAdapter[str](Name)
DOTS = "\u00b7\u30fb\u2022\u2027\uff0e"
"""The middle dots that keyboards and registers have."""
MORE_DOTS = "\uff65.\u22c5\u2219\u2e31"


@each(DOTS + MORE_DOTS, ascii)
def test_one_name_with_any_middle_dot_is_one_name(dot: str) -> None:
    assert comparable_name(f"阿依{dot}古丽") == "阿依·古丽"
    assert comparable_name(f"阿依 {dot}\u3000古丽") == "阿依·古丽"


def test_a_name_without_its_dot_is_another_one() -> None:
    assert comparable_name("阿依古丽") != comparable_name("阿依·古丽")
    assert letters_of_name("阿依古丽") == letters_of_name("阿依·古丽")


PADDED = ["张　伟", "张 伟", "张\u00a0伟", " 张\u2003\u2009伟\t", "张\u202f伟", "\u3000张伟\u3000"]


@each(PADDED, ascii)
def test_blanks_make_no_other_name(name: str) -> None:
    assert comparable_name(name) == "张伟"


UNSEEN = [
    *("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u2066", "\u061c"),
    *("\u034f", "\ufe0f", "\U000e0101", "\u180b", "\u180e", "\U000e0041", "\u3164", "\u115f"),
    *("\u2800", "\ufff0", "\x00", "\x85"),
]


@each(UNSEEN, ascii)
def test_what_nobody_sees_makes_no_other_name(sign: str) -> None:
    assert comparable_name(f"{sign}张{sign}伟{sign}") == "张伟"


ALIKE = [
    *(("ＬＩ Ｎａ", "li na"), ("ﾘ", "リ"), ("José", "Jose\u0301"), ("金\uf90a", "金金")),
    *(("⼀", "一"), ("STRASSE", "straße"), ("\u1e9b\u0323", "\u1e69")),
]


@each(ALIKE, ascii)
def test_width_case_and_forms_of_one_character_make_no_other_name(pair: tuple[str, str]) -> None:
    assert comparable_name(pair[0]) == comparable_name(pair[1])


def test_names_of_one_character_and_of_fifty_are_compared() -> None:
    assert comparable_name("王") == "王" != comparable_name("玉")
    long = "阿卜杜拉·" * 10
    assert comparable_name(long) == comparable_name(long.replace("·", "•"))
    assert comparable_name(long) != comparable_name(long[:-2] + "尔·")


@each([*PADDED, "阿依・古丽", "ＬＩ．Ｎａ", "ﾞ", "\u1e9b\u0323"], ascii)
def test_comparing_what_is_compared_changes_nothing(name: str) -> None:
    assert comparable_name(comparable_name(name)) == comparable_name(name)


@pytest.mark.parametrize("name", ["王", "阿" * 50])
def test_a_name_has_one_to_fifty_characters(name: str) -> None:
    assert NAME.validate_python(name) == name


@pytest.mark.parametrize("name", ["", " ", "\u3000", "\u200b", "\u3164", "阿" * 51], ids=ascii)
def test_a_name_has_something_to_see_and_no_more_than_fifty(name: str) -> None:
    with pytest.raises(ValidationError):
        NAME.validate_python(name)
