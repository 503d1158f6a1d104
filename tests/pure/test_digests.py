"""Keyed digests: of what could be guessed, and told apart by purpose and parts."""

import pytest

from app.kernel.crypto import keys
from app.kernel.crypto.digests import keyed_digest
from app.kernel.crypto.keys import Keys
from app.settings import Settings

KEYS = Settings.demo().keys()


@pytest.fixture(autouse=True)
def _demo_keys() -> None:
    keys.use(KEYS)


def test_it_is_the_same_for_the_same_and_has_the_size_asked_for() -> None:
    assert keyed_digest("fingerprint", "a", b"b") == keyed_digest("fingerprint", b"a", "b")
    assert [len(keyed_digest("x", "a", size=size)) for size in (1, 16, 32)] == [1, 16, 32]
    assert len(keyed_digest("x", "a")) == 16


def test_purposes_parts_and_keys_make_a_difference() -> None:
    digests = {
        keyed_digest("fingerprint", "ab", "c"),
        keyed_digest("counter", "ab", "c"),
        keyed_digest("fingerprint", "a", "bc"),
        keyed_digest("fingerprint", "abc"),
        keyed_digest("fingerprint", "", "abc"),
        keyed_digest("fingerprint", "abc", ""),
    }
    keys.use(Keys(KEYS.sealing, KEYS.index, b"other" + KEYS.digest[5:]))
    digests.add(keyed_digest("fingerprint", "ab", "c"))
    assert len(digests) == 7


@pytest.mark.parametrize("size", [0, 33, -1])
def test_it_has_at_most_32_bytes(size: int) -> None:
    with pytest.raises(ValueError, match="32"):
        keyed_digest("x", "a", size=size)
