"""Unified social credit codes: the check of GB 32100, on known codes."""

import pytest

from app.organizations.credit_code import ALPHABET, check_character, fault

SOUND = [
    "91350100M000100Y43",  # the example of the standard
    "91110000600037341L",
    "91110108551385082Q",
    "911101085923662400",
]


@pytest.mark.parametrize("code", SOUND)
def test_a_known_code_is_sound(code: str) -> None:
    assert fault(code) is None


@pytest.mark.parametrize("code", SOUND)
def test_every_other_last_character_is_a_wrong_one(code: str) -> None:
    others = [code[:17] + letter for letter in ALPHABET if letter != code[17]]
    assert {fault(other) for other in others} == {"wrong_check_character"}


@pytest.mark.parametrize("code", SOUND)
def test_one_wrong_character_anywhere_is_seen(code: str) -> None:
    for place in range(17):
        letters = ALPHABET[:10] if 2 <= place < 8 else ALPHABET
        for letter in letters.replace(code[place], ""):
            wrong = code[:place] + letter + code[place + 1 :]
            assert fault(wrong) == "wrong_check_character"


@pytest.mark.parametrize(
    "code", ["", "91350100M000100Y4", "91350100M000100Y433", "9135010OM000100Y43", "I" * 18]
)
def test_what_has_not_the_form_is_no_code(code: str) -> None:
    assert fault(code) == "bad_code"


def test_the_check_character_is_the_last_one() -> None:
    assert check_character("91350100M000100Y4") == "3"
