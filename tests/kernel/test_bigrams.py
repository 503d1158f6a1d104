"""Two neighbouring characters each."""

from app.kernel.database.bigrams import MOST, bigrams


def test_neighbours_make_a_gram() -> None:
    assert bigrams("云桥社区") == ["云桥", "桥社", "社区"]


def test_width_and_case_make_no_difference() -> None:
    assert bigrams("ＡＢ区") == bigrams("ab区")


def test_one_character_is_its_own_gram_and_words_do_not_join() -> None:
    assert bigrams("桥 a") == ["桥", "a"]


def test_they_are_bounded() -> None:
    assert len(bigrams("".join(map(chr, range(0x4E00, 0x5000))))) == MOST
