"""Titles of the cards of public tickets: a few words, and nothing by which somebody is reached."""

import pytest

from app.feedback.history.titles import MAX_TITLE_LENGTH, card_title

NUMBER = "1-2026-000012-abcdefgh"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("楼道灯坏了", "楼道灯坏了"),
        ("楼道灯坏了，请尽快修。我是3栋502王秀英", "楼道灯坏了"),
        ("电话13800138000，请联系我", "电话…"),
        ("13800138000", NUMBER),
        ("138 0013 8000", NUMBER),
        ("xiuying@example.com 楼道灯坏了", "… 楼道灯坏了"),
        ("  \n", NUMBER),
        ("3栋2单元路灯不亮", "3栋2单元路灯不亮"),
        ("灯" * 50, "灯" * (MAX_TITLE_LENGTH - 1) + "…"),
    ],
)
def test_a_title_is_cut(text: str, title: str) -> None:
    assert card_title(text, NUMBER) == title
