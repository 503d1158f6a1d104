"""Codes of administrative regions: the kind and the parent that a code names."""

import pytest

from app.communities.regions.codes import kind_of, parent_of


@pytest.mark.parametrize(
    ("code", "kind", "parent"),
    [
        ("110000000000", "province", None),
        ("110100000000", "city", "110000000000"),
        ("110101000000", "district", "110100000000"),
        ("110101001000", "subdistrict", "110101000000"),
        ("110101001003", "community", "110101001000"),
        ("441900003000", "subdistrict", "441900000000"),
        ("001900003000", None, "001900000000"),
        ("1101", None, "110100000000"),
        ("11010100100x", None, "110101001000"),
    ],
)
def test_a_code_says_what_it_is_and_where_it_stands(
    code: str, kind: str | None, parent: str | None
) -> None:
    assert kind_of(code) == kind
    assert parent_of(code) == parent
