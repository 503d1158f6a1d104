"""Two neighbouring characters each."""

from app.kernel.database.search_terms import MOST, search_terms


def test_neighbours_make_a_gram() -> None:
    assert search_terms("云桥社区") == ["云桥", "桥社", "社区"]


def test_width_and_case_make_no_difference() -> None:
    assert search_terms("ＡＢ区") == search_terms("ab区")


def test_one_character_is_its_own_gram_and_words_do_not_join() -> None:
    assert search_terms("桥 a") == ["桥", "a"]


def test_they_are_bounded() -> None:
    assert len(search_terms("".join(map(chr, range(0x4E00, 0x5000))))) == MOST
