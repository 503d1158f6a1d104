"""The documents: valid, complete, the same each time, and those that lie in `openapi/`."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from enum import Enum
from typing import Annotated, Any

from openapi_spec_validator import validate
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from typer.testing import CliRunner

from app.cli import app
from app.cli.export_openapi import OPENAPI, exported
from app.features import EXAMPLES, TAGS
from app.kernel.web.examples import SOME_TEXT, Examples
from app.kernel.web.problem_pages import known
from app.kernel.web.schemas import In
from app.openapi import AUDIENCES, written
from tests.each import each
from tests.routes import DOCUMENTS

each_document = each(DOCUMENTS)


@each_document
def test_it_is_valid(audience: str) -> None:
    document = DOCUMENTS[audience]
    validate(document)
    assert document["openapi"].startswith("3.1")


def test_each_audience_sees_its_own_paths() -> None:
    for name, prefix in AUDIENCES.items():
        assert all(path.startswith(prefix) for path in DOCUMENTS[name]["paths"])
    assert not DOCUMENTS["resident"]["paths"].keys() & DOCUMENTS["admin"]["paths"].keys()


@each_document
def test_every_family_of_generators_can_write_its_schemas(audience: str) -> None:
    """A field of the type null, or a default that is an object, breaks the clients in Go, Kotlin,
    Swift and Dart."""
    document = DOCUMENTS[audience]
    for name, schema in document["components"]["schemas"].items():
        for field, given in schema.get("properties", {}).items():
            assert given.get("type") != "null", f"{name}.{field}"
            assert not isinstance(given.get("default"), dict), f"{name}.{field}"


@each_document
def test_its_examples_are_texts_of_their_own(audience: str) -> None:
    """A property without one shows SOME_TEXT: its feature names an example."""
    components = DOCUMENTS[audience]["components"]["schemas"]
    examples = Examples(components, EXAMPLES)
    bare = [
        f"{name}.{field}"
        for name, schema in components.items()
        if "properties" in schema
        for field, value in examples.example_of(schema).items()
        if isinstance(value, str) and SOME_TEXT in value
    ]
    assert bare == []
    assert SOME_TEXT not in json.dumps(DOCUMENTS[audience], ensure_ascii=False)


@each_document
def test_nothing_in_it_is_out_of_reach(audience: str) -> None:
    document = DOCUMENTS[audience]
    text = written(document)
    for kind, components in document["components"].items():
        for name in components:
            assert f'"#/components/{kind}/{name}"' in text or f'{{"{name}": []}}' in text


@each_document
def test_no_name_is_made_by_a_machine(audience: str) -> None:
    document = DOCUMENTS[audience]
    for name in document["components"]["schemas"]:
        assert name.isalnum(), name


def _classes(root: type[object]) -> Iterator[type[object]]:
    for child in type.__subclasses__(root):
        yield child
        yield from _classes(child)


def test_every_schema_is_one_class() -> None:
    """Two classes of one name share it only while they are equal: a field that one of them gets
    would give both of them other names in public."""
    homes: dict[str, set[str]] = {}
    for class_ in (*_classes(BaseModel), *_classes(Enum)):
        if class_.__module__.startswith("app."):
            homes.setdefault(class_.__name__, set()).add(class_.__module__)
    schemas = {name for one in DOCUMENTS.values() for name in one["components"]["schemas"]}
    assert {name: found for name in schemas if len(found := homes.get(name, set())) > 1} == {}


def test_times_that_come_in_are_instants_or_days() -> None:
    """Plain datetimes and dates take numbers for seconds since 1970, and all of the calendar."""
    takes_digits = [
        f"{class_.__name__}.{name}"
        for class_ in _classes(In)
        if issubclass(class_, In)
        for name, field in class_.model_fields.items()
        if _is_time(adapter := _adapter(field)) and _accepts(adapter, "1700006400")
    ]
    assert takes_digits == []


def _adapter(field: FieldInfo) -> TypeAdapter[Any]:
    type_: Any = Annotated[field.annotation, "field", *field.metadata]
    return TypeAdapter(type_)


def _is_time(adapter: TypeAdapter[Any]) -> bool:
    return '"format": "date' in json.dumps(adapter.json_schema())


def _accepts(adapter: TypeAdapter[Any], value: str) -> bool:
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True


def test_what_takes_a_reason_or_a_witness_alone_takes_the_one_schema() -> None:
    found = {
        (name, *schema.get("properties", {}))
        for document in DOCUMENTS.values()
        for name, schema in document["components"]["schemas"].items()
        if [*schema.get("properties", {})] in (["reason"], ["witness"])
    }
    # An absence is noted with a reason or without one.
    assert found == {("ReasonIn", "reason"), ("Witnessed", "witness"), ("AbsenceIn", "reason")}


@each_document
def test_every_tag_says_what_it_is_about(audience: str) -> None:
    document = DOCUMENTS[audience]
    assert {tag["name"] for tag in document["tags"]} <= TAGS.keys()


@each_document
def test_operations_have_names_of_their_own(audience: str) -> None:
    document = DOCUMENTS[audience]
    names = [one["operationId"] for item in document["paths"].values() for one in item.values()]
    assert len(set(names)) == len(names)
    assert all(name.isalnum() and name[0].islower() for name in names)


def test_it_is_the_same_whatever_the_seed() -> None:
    def document_of(seed: str) -> bytes:
        code = "from app.cli.export_openapi import exported; print(exported())"
        environment = os.environ | {"PYTHONHASHSEED": seed}
        run = [sys.executable, "-W", "ignore", "-c", code]
        return subprocess.run(run, env=environment, capture_output=True, check=True).stdout

    assert document_of("1") == document_of("2") == f"{exported()}\n".encode()


def test_it_is_the_one_that_lies_there() -> None:
    """`linli export-openapi` writes it."""
    checked = CliRunner().invoke(app, ["export-openapi", "--check", "--folder", str(OPENAPI)])
    assert checked.exit_code == 0, checked.output


def test_every_code_has_one_error() -> None:
    errors = [error for error in known() if error.__module__.startswith("app.")]
    codes = [error.code for error in errors]
    assert len(set(codes)) == len(codes)
    for error in errors:
        assert error.title.zh
        assert error.title.en
        assert 400 <= error.status < 600
