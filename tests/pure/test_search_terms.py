"""The terms by which rows are found, and those that a search asks for."""

import pytest

from app.kernel.database.search_terms import MAX_TERMS, query_terms, search_terms

CJK = "".join(map(chr, range(0x4E00, 0x4E00 + 2_060)))
"""No character occurs twice: what costs most."""


def is_found(q: str, *texts: str) -> bool:
    """Answers as the database does for `search_grams @> terms`."""
    return set(query_terms(q)) <= set(search_terms(*texts))


def test_each_character_and_each_two_neighbours_are_terms() -> None:
    assert search_terms("遛狗 a") == ["遛", "狗", "遛狗", "a"]


def test_a_search_asks_for_pairs_and_for_a_character_only_where_it_is_a_word() -> None:
    assert query_terms("遛狗处 井") == ["遛狗", "狗处", "井"]


@pytest.mark.parametrize(
    "q", ["狗", "遛狗", "井盖", "狗 井", "井  狗", "２号", "2号", "ｄｏｇ", "DOG"]
)
def test_it_is_found(q: str) -> None:
    assert is_found(q, "遛狗不牵绳", "２号楼的井盖", "Dog!")


@pytest.mark.parametrize("q", ["猫", "狗井", "绳２", "%", "_", "*", "'", '"', "\\", "{}", "狗%"])
def test_it_is_not_found(q: str) -> None:
    """Words do not run into each other, and nothing stands for something else."""
    assert not is_found(q, "遛狗不牵绳", "２号楼的井盖", "Dog!")


@pytest.mark.parametrize("q", ["%", "'", '"', "\\", "{", ",", "NULL"])
def test_signs_are_found_where_they_are_written(q: str) -> None:
    assert is_found(q, "100%, 'a' \"b\" \\ {c} null")


def test_the_last_word_of_the_longest_text_is_found() -> None:
    title, text = CJK[:60], CJK[60:] + " 狗"
    assert len(search_terms(title, text)) < MAX_TERMS
    assert is_found("狗", title, text)
    assert is_found(CJK[-2:], title, text)


def test_what_one_row_costs_is_bounded() -> None:
    assert len(search_terms("".join(map(chr, range(0x4E00, 0x9000))))) == MAX_TERMS
