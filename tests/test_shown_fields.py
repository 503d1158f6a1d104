"""A new field of an answer with personal data, or another role that may read it, is reviewed first
(`tests/shown_fields.txt`)."""

from tests.shown_fields import FILE, described

HOW = "read what has changed, then write it with: python -m tests.shown_fields"


def test_answers_with_personal_data_have_the_fields_that_were_reviewed() -> None:
    reviewed = FILE.read_text(encoding="utf-8").split("\n\n")
    shown = described().split("\n\n")
    changed = [one.strip() for one in shown if one not in reviewed]
    gone = [one.strip() for one in reviewed if one not in shown]
    assert (changed, gone) == ([], []), HOW


def test_the_walk_sees_names_and_words() -> None:
    table = described()
    assert "*display_name*" in table
    assert "*real_name*" in table
    assert "GET /admin/v1/communities/{community_id}/participants\n" in table
