"""Sealed text: what stands in the column, and when it opens."""

import pytest
from cryptography.exceptions import InvalidTag

from app.communities.models import Participant, RegisterEntry
from app.kernel.database.columns import uuid7
from app.kernel.privacy import sealed
from app.settings import Settings

KEYS = Settings.demo().keys()
FIELD = Participant.real_name


@pytest.fixture(autouse=True)
def keys() -> None:
    sealed.use(KEYS)


def a_row(name: str | None = "王秀英") -> Participant:
    return Participant(real_name=name, community_id=uuid7())


def test_the_column_does_not_show_it_and_never_looks_the_same() -> None:
    row = a_row()
    first = row.real_name_sealed
    row.real_name = "王秀英"
    assert first is not None
    assert "王秀英".encode() not in first
    assert first != row.real_name_sealed
    assert sealed.own(row, FIELD) == "王秀英"


def test_it_is_not_read_by_accident() -> None:
    with pytest.raises(TypeError):
        a_row().real_name  # noqa: B018


def test_what_was_sealed_before_a_table_was_renamed_still_opens_and_is_found() -> None:
    class AsItWas:
        __tablename__ = "roll_entries"
        id, community_id = uuid7(), uuid7()
        name_sealed: bytes
        name_index: bytes
        name = sealed.Sealed("name_sealed", index="name_index")

    before = AsItWas()
    before.name = "王秀英"
    now = RegisterEntry(id=before.id, community_id=before.community_id)
    now.name_sealed = before.name_sealed
    assert sealed.own(now, RegisterEntry.name) == "王秀英"
    assert RegisterEntry.name.blind(RegisterEntry, "王秀英") == before.name_index


def test_moved_to_another_row_it_stays_closed() -> None:
    other = a_row()
    other.real_name_sealed = a_row().real_name_sealed
    with pytest.raises(InvalidTag):
        sealed.own(other, FIELD)


def test_before_the_row_has_its_key_nothing_is_sealed() -> None:
    """It would be bound to no community, and never open again."""
    with pytest.raises(TypeError):
        Participant(real_name="王秀英")


@pytest.mark.parametrize(
    ("sealing", "index"),
    [({}, b"2" * 32), ({1: b"1" * 16}, b"2" * 32), ({1: b"1" * 32}, b""), ({256: b"1" * 32}, b"")],
)
def test_keys_that_are_none_are_refused(sealing: dict[int, bytes], index: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        sealed.Keys(sealing=sealing, index=index)


def test_keys_are_not_shown() -> None:
    assert "1" * 32 not in repr(KEYS)
    assert "2" * 32 not in repr(KEYS)


@pytest.mark.parametrize(("one", "other"), [("Zoe\u0308", "ZOË"), ("１３８x", "138Ｘ")])
def test_what_people_hold_to_be_equal_is_found(one: str, other: str) -> None:
    assert FIELD.blind(Participant, one) == FIELD.blind(Participant, other)


def test_nothing_is_nothing() -> None:
    row = a_row(None)
    assert (row.real_name_sealed, row.real_name_index) == (None, None)
    assert sealed.own(row, FIELD) is None


def test_a_new_key_seals_and_the_old_one_still_opens() -> None:
    old = a_row()
    sealed.use(sealed.Keys(sealing={**KEYS.sealing, 2: b"3" * 32}, index=KEYS.index))
    new = a_row()
    assert (old.real_name_sealed or b"")[0] == 1
    assert (new.real_name_sealed or b"")[0] == 2
    assert sealed.own(old, FIELD) == sealed.own(new, FIELD) == "王秀英"
