"""Phone numbers of a register in the one form in which they are compared."""

import pytest

from app.communities.register.phones import e164


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("13800000000", "+8613800000000"),
        ("138 0000-0000", "+8613800000000"),
        ("+86 138 0000 0000", "+8613800000000"),
        ("008613800000000", "+8613800000000"),
        ("8613800000000", "+8613800000000"),
        ("１３８０００００００0", "+8613800000000"),
        ("010-12345678", "+861012345678"),
        ("+852 1234 5678", "+85212345678"),
        ("12345", None),
        ("", None),
        ("1380000000x", None),
    ],
)
def test_numbers_are_made_comparable(written: str, number: str | None) -> None:
    assert e164(written) == number
