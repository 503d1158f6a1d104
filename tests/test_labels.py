"""Labels of enums: each value has its words in both languages, and nothing else has."""

import json
import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from app.cli.export_openapi import OPENAPI
from app.communities.permissions import Permission
from app.features import LABELS
from app.kernel.errors import Text
from app.kernel.words import Worded
from tests.routes import DOCUMENTS

HAN = re.compile("[\u4e00-\u9fff]")


def enums(part: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yields each schema with several values, with the path to it."""
    if isinstance(part, dict):
        if isinstance(part.get("enum"), list):
            yield path, part
        for name, inner in part.items():
            yield from enums(inner, f"{path}/{name}")
    elif isinstance(part, list):
        for number, inner in enumerate(part):
            yield from enums(inner, f"{path}/{number}")


FOUND = {
    (audience, path): schema
    for audience, document in DOCUMENTS.items()
    for path, schema in enums(document)
}


def test_each_enum_is_a_schema_with_a_name() -> None:
    """A list of values in the middle of a schema would be a type without a name in clients."""
    nameless = [path for _, path in FOUND if not re.fullmatch("/components/schemas/[^/]+", path)]
    assert len(FOUND) > 100
    assert nameless == []


def test_each_value_has_words_in_both_languages_and_no_words_are_left_over() -> None:
    for (_, path), schema in FOUND.items():
        name = path.rpartition("/")[2]
        assert list(LABELS[name]) == schema["enum"], name
        for value, (zh, en) in LABELS[name].items():
            assert HAN.search(zh), (name, value)
            assert en, (name, value)
            assert not HAN.search(en), (name, value)


def test_values_of_one_enum_are_told_apart() -> None:
    for name, words in LABELS.items():
        assert len({text.zh for text in words.values()}) == len(words), name
        assert len({text.en for text in words.values()}) == len(words), name


def test_the_documents_show_the_words_beside_the_values() -> None:
    for (_, path), schema in FOUND.items():
        texts = LABELS[path.rpartition("/")[2]].values()
        assert schema["x-enum-descriptions"] == [f"{text.zh} {text.en}" for text in texts]
        names = schema.get("x-enum-varnames", schema["enum"])
        assert len(set(names)) == len(schema["enum"])
        assert all(re.fullmatch(r"[A-Za-z][\w:]*", name) for name in names), path


def test_labels_json_is_what_the_documents_say() -> None:
    exported = json.loads((OPENAPI / "labels.json").read_text())
    names = {path.rpartition("/")[2] for _, path in FOUND}
    assert exported == {
        name: {value: {"zh": text.zh, "en": text.en} for value, text in LABELS[name].items()}
        for name in names
    }


def test_permissions_have_words() -> None:
    assert LABELS["Permission"].keys() == set(get_args(Permission.__value__))


def test_a_value_without_words_is_refused_when_its_enum_is_made() -> None:
    with pytest.raises(TypeError, match="the value half has no words"):

        class Unworded(Worded):
            HALF = "half", "一半"


def test_words_are_found_by_the_value() -> None:
    class Door(Worded):
        SHUT = "shut", "已关", "shut"

    assert Door("shut").words == Text("已关", "shut")
    assert f"{Door.SHUT}" == "shut"
