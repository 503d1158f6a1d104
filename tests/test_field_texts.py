"""Texts of the documents for those who build clients: fields, parameters, and titles of
operations."""

from collections.abc import Iterator
from typing import Any

from app.openapi.texts import FIELDS, is_nullable
from app.openapi.texts.parameters import PATH, QUERY
from tests.routes import DOCUMENTS

SCHEMAS = {
    name: schema
    for document in DOCUMENTS.values()
    for name, schema in document["components"]["schemas"].items()
}
NUMBERS = {"integer", "number"}


def fields() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, schema in SCHEMAS.items():
        for field, part in schema.get("properties", {}).items():
            yield name, field, part


def parameters() -> Iterator[dict[str, Any]]:
    """Yields each parameter, shared or of one operation."""
    for document in DOCUMENTS.values():
        yield from document["components"]["parameters"].values()
        for item in document["paths"].values():
            for operation in item.values():
                yield from (one for one in operation.get("parameters", ()) if "$ref" not in one)


def test_docstrings_of_fields_reach_the_documents() -> None:
    contact = SCHEMAS["MemberSheet"]["properties"]["contact"]
    assert contact["description"].startswith("The way in which the member wants to be reached")


def test_what_cannot_be_guessed_is_explained() -> None:
    """Each number has a unit or says what is counted, and each null has a meaning."""
    bare = [
        f"{name}.{field}"
        for name, field, part in fields()
        if is_nullable(part) or NUMBERS & {one.get("type") for one in part.get("anyOf", [part])}
        if not part.get("description")
    ]
    assert bare == []


def test_a_field_that_cannot_be_null_does_not_say_when_it_is() -> None:
    for name, field, part in fields():
        text = part.get("description", "")
        meaning = FIELDS.get(f"{name}.{field}", FIELDS.get(field))
        if meaning is not None and meaning.null and text == meaning.sentence(is_nullable=True):
            assert is_nullable(part), f"{name}.{field}"


def test_each_text_is_used() -> None:
    names = {name for _, name, _ in fields()} | {f"{name}.{field}" for name, field, _ in fields()}
    assert FIELDS.keys() - names == set()
    used = {(one["in"], one["name"]) for one in parameters()}
    assert {("query", name) for name in QUERY} | {("path", name) for name in PATH} <= used


def test_no_description_repeats_the_name() -> None:
    for name, field, part in fields():
        text = part.get("description", "")
        assert text.casefold() != f"{field.replace('_', ' ')}.", f"{name}.{field}"


def test_each_parameter_has_a_description_and_no_title() -> None:
    for one in parameters():
        assert one["description"], one["name"]
        assert "title" not in one["schema"], one["name"]
