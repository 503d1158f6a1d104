"""Texts of the documents for those who build clients: fields, parameters, and titles of
operations."""

from collections.abc import Iterator
from typing import Any

from app.openapi.introduction import tag_groups
from app.openapi.texts import FIELDS, is_nullable
from app.openapi.texts.parameters import PATH, QUERY
from app.openapi.titles import title_and_rest
from tests.routes import DOCUMENTS, OPERATIONS

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


def test_a_title_is_short_and_a_description_says_more() -> None:
    for operation in OPERATIONS:
        title, text = operation.spec["summary"], operation.spec.get("description")
        assert 0 < len(title) <= 80, title
        assert title[-1] not in ".,:;", title
        assert text is None or not text.startswith(title), title
        assert text != "", title


def test_a_long_first_sentence_is_cut_where_something_is_added() -> None:
    assert title_and_rest("Get a thing.") == ("Get a thing", "")
    assert title_and_rest("Get a thing. It is new.") == ("Get a thing", "It is new.")
    long = "List the things of the community, newest first, with the names of those who made them"
    assert title_and_rest(f"{long}. Not more.") == (
        "List the things of the community",
        "Newest first, with the names of those who made them. Not more.",
    )
    brackets = "Import the things of a whole community from a sheet (CSV, XLSX, and whatever else)"
    assert title_and_rest(f"{brackets}.") == (brackets, "")


def test_each_tag_stands_in_one_group() -> None:
    for document in DOCUMENTS.values():
        tags = [tag["name"] for tag in document["tags"]]
        grouped = [tag for group in document["x-tagGroups"] for tag in group["tags"]]
        assert sorted(grouped) == sorted(tags)
        assert document["x-tagGroups"] == tag_groups(tags)
