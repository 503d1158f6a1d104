"""Sealed values: what stands in the column, and when it opens."""

from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.communities.models import Participant, RegisterEntry
from app.identity.models import User
from app.kernel.crypto import boxes, keys
from app.kernel.crypto.keys import Keys
from app.kernel.database.columns import uuid7
from app.kernel.privacy import sealed
from app.settings import Settings

KEYS = Settings.demo().keys()
FIELD = Participant.real_name
NONCE = b"n" * 12


@pytest.fixture(autouse=True)
def _demo_keys() -> None:
    keys.use(KEYS)


def a_row(name: str | None = "王秀英") -> Participant:
    return Participant(real_name=name, community_id=uuid7())


def stored(row: Participant) -> bytes:
    assert row.real_name_sealed is not None
    return row.real_name_sealed


def test_the_column_does_not_show_it_and_never_looks_the_same() -> None:
    row = a_row()
    first = stored(row)
    row.real_name = "王秀英"
    assert "王秀英".encode() not in first
    assert first != stored(row)
    assert sealed.own(row, FIELD) == "王秀英"


def test_it_is_not_read_by_accident() -> None:
    with pytest.raises(TypeError):
        a_row().real_name  # noqa: B018


def test_short_values_are_of_one_length() -> None:
    lengths = {len(stored(a_row(name))) for name in ("", "王", "欧阳娜娜", "é" * 15)}
    assert len(lengths) == 1
    assert len(stored(a_row("x" * 32))) == len(stored(a_row("x" * 63))) > lengths.pop()
    assert len(stored(a_row("x" * 300))) == len(stored(a_row("x" * 511)))


@pytest.mark.parametrize("value", ["", "\x80", "\0", "a\x80\0\0", "x" * 31, "x" * 32, "x" * 256])
def test_padding_changes_nothing(value: str) -> None:
    assert sealed.own(a_row(value), FIELD) == value


class Paper:
    """A row without an ORM."""

    __tablename__ = "papers"
    text_sealed: bytes | None
    text = sealed.Sealed("text_sealed", length=64)
    choices_sealed: bytes | None
    choices = sealed.SealedJson("choices_sealed")

    def __init__(self, **fields: Any) -> None:
        self.id = self.community_id = uuid7()
        for name, value in fields.items():
            setattr(self, name, value)


def test_a_field_may_have_one_length_for_all_values() -> None:
    short, long = Paper(text="x"), Paper(text="x" * 63)
    assert len(short.text_sealed or b"") == len(long.text_sealed or b"")
    with pytest.raises(ValueError, match="fit"):
        Paper(text="x" * 64)


def test_json_comes_back_as_it_was() -> None:
    choices = {"问题": [1, None, "赞成"], "b": True}
    paper = Paper(choices=choices)
    assert sealed.own(paper, Paper.choices) == choices
    key = (Paper, paper.community_id, paper.id)
    assert Paper.choices.open_for(*key, Paper.choices.seal_for(*key, choices)) == choices


def test_without_a_row_the_same_is_sealed_and_found() -> None:
    row = a_row()
    key = (Participant, row.community_id, row.id)
    assert FIELD.open_for(*key, stored(row)) == "王秀英"
    row.real_name_sealed = FIELD.seal_for(*key, "李敏")
    assert sealed.own(row, FIELD) == "李敏"
    assert FIELD.blind_for(Participant, row.community_id, "王秀英") == row.real_name_index
    assert FIELD.open_for(*key, None) is None


def test_a_shared_row_has_no_tenant() -> None:
    user = User(phone="+8613800000000")
    assert sealed.own(user, User.phone) == "+8613800000000"
    assert User.phone.blind_for(User, None, "+8613800000000") == user.phone_index


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
    index = RegisterEntry.name.blind_for(RegisterEntry, now.community_id, "王秀英")
    assert index == before.name_index


def test_what_earlier_versions_have_sealed_still_opens() -> None:
    """Their form: key number, nonce, box under the secret itself; nothing is padded."""
    row = a_row(None)
    context = f"{row.community_id}/participants/real_name_sealed/{row.id}/1".encode()
    box = AESGCM(KEYS.sealing[1]).encrypt(NONCE, "王秀英".encode(), context)
    row.real_name_sealed = bytes([1]) + NONCE + box
    assert sealed.own(row, FIELD) == "王秀英"
    assert boxes.key_number(row.real_name_sealed) == 1


def test_moved_anywhere_else_it_stays_closed() -> None:
    row, other = a_row(), a_row()
    other.real_name_sealed = stored(row)
    neighbour = Participant(id=row.id, community_id=uuid7(), real_name_sealed=stored(row))
    for moved in (other, neighbour):
        with pytest.raises(boxes.Unopenable):
            sealed.own(moved, FIELD)
    user = User(id=row.id, phone_sealed=stored(row))
    with pytest.raises(boxes.Unopenable):
        sealed.own(user, User.phone)


def test_whatever_is_damaged_stays_closed() -> None:
    row = a_row()
    whole = stored(row)
    broken = (b"", b"\0", whole[:20], whole[:-1], b"\0\7" + whole[2:], b"\7" + whole[1:])
    for damaged in (*broken, whole[:-1] + bytes([whole[-1] ^ 1])):
        row.real_name_sealed = damaged
        with pytest.raises(boxes.Unopenable):
            sealed.own(row, FIELD)


def test_before_the_row_has_its_key_nothing_is_sealed() -> None:
    """It would be bound to no community, and never open again."""
    with pytest.raises(TypeError):
        Participant(real_name="王秀英")


def test_the_same_value_has_another_index_in_another_community_table_and_column() -> None:
    here, there = uuid7(), uuid7()
    indexes = {
        FIELD.blind_for(Participant, here, "王秀英"),
        FIELD.blind_for(Participant, there, "王秀英"),
        RegisterEntry.name.blind_for(RegisterEntry, here, "王秀英"),
        RegisterEntry.phone.blind_for(RegisterEntry, here, "王秀英"),
        User.phone.blind_for(User, None, "王秀英"),
    }
    assert len(indexes) == 5


@pytest.mark.parametrize(
    ("sealing", "index"),
    [
        ({}, {1: b"2" * 32}),
        ({1: b"1" * 16}, {1: b"2" * 32}),
        ({1: b"1" * 32}, {}),
        ({1: b"1" * 32}, {1: b""}),
        ({256: b"1" * 32}, {1: b"2" * 32}),
        ({1: b"1" * 32}, {0: b"2" * 32}),
    ],
)
def test_keys_that_are_none_are_refused(sealing: dict[int, bytes], index: dict[int, bytes]) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Keys(sealing=sealing, index=index, digest=b"3" * 32)


def test_two_index_keys_have_a_column_each() -> None:
    with pytest.raises(ValueError, match="odd"):
        Keys(sealing=KEYS.sealing, index={1: b"1" * 32, 3: b"3" * 32}, digest=b"3" * 32)


def test_keys_are_not_shown() -> None:
    shown = Keys(sealing={1: b"1" * 32}, index={1: b"2" * 32}, digest=b"3" * 32)
    for n in "123":
        assert n * 32 not in repr(shown)


@pytest.mark.parametrize(("one", "other"), [("Zoe\u0308", "ZOË"), ("１３８x", "138Ｘ")])
def test_what_people_hold_to_be_equal_is_found(one: str, other: str) -> None:
    here = uuid7()
    assert FIELD.blind_for(Participant, here, one) == FIELD.blind_for(Participant, here, other)


def test_nothing_is_nothing() -> None:
    row = a_row(None)
    assert (row.real_name_sealed, row.real_name_index) == (None, None)
    assert sealed.own(row, FIELD) is None


def test_a_new_key_seals_and_the_old_one_still_opens() -> None:
    old = a_row()
    keys.use(Keys({**KEYS.sealing, 2: b"3" * 32}, KEYS.index, KEYS.digest))
    new = a_row()
    assert [boxes.key_number(stored(row)) for row in (old, new)] == [1, 2]
    assert sealed.own(old, FIELD) == sealed.own(new, FIELD) == "王秀英"
